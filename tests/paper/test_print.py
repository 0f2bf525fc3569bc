"""Cards and tonight's sheet: whole, quiet, harmless, and as large as the paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from browsers import CHROMIUM, harmless, measured, printed
from gatherround.domain.activities import Activity
from gatherround.domain.steps import Read, Wording, all_steps
from gatherround.domain.text import tidy
from gatherround.host.paper import CARDS_MARK, TONIGHT_MARK, usual_paper
from gatherround.host.printing import CardPack
from gatherround.paper.card_text import back, front
from gatherround.paper.cards import cards
from gatherround.paper.stacking import TALL, rows, stacked
from gatherround.paper.tonight import tonight
from stories import activities
from tables import lists, planned, shelf

HOSTILE = "</p></article><script>alert(1)</script><img src=x onerror=alert(1)> & \" ' \x1b]0;x\x07 \u202e"
FACES = {word.word: word.face for word in lists().feelings}
in_a_browser = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")


def pack(activity: Activity) -> CardPack:
    return CardPack(activity=activity, book="A Book", sources=("Eyal 2018",), faces=FACES)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(activities())
def test_any_story_is_printed_whole_and_harmless(activity: Activity) -> None:
    page = harmless(cards([pack(activity)]))
    read = page.text.replace(" ", "")
    for step in all_steps(activity.steps):
        if (
            isinstance(step, Read)
            and step.text is not None
            and not any(one in "".join(step.text.texts()) for one in "<\n")
        ):
            assert all("".join(tidy(text).split()) in read for text in step.text.texts())
    for side in (*stacked(front(activity)), *stacked(back(pack(activity)))):
        assert sum(map(rows, side)) <= TALL


def test_hostile_words_stay_words_on_cards_and_on_the_sheet() -> None:
    activity = next(one for one in shelf() if one.seats)
    words = Wording(HOSTILE)
    seats = tuple(replace(seat, name=HOSTILE[:40], card=HOSTILE) for seat in activity.seats)
    hostile = replace(
        activity, title=HOSTILE[:60], scene=words, steps=(Read(), *activity.steps), seats=seats, coach=HOSTILE
    )
    assert "<script>" in harmless(cards([replace(pack(hostile), book=HOSTILE)])).text
    plan = planned(6, 9, 40)
    people = tuple(replace(person, name=HOSTILE[at:40]) for at, person in enumerate(plan.people))
    told = replace(plan, people=people, deals=tuple(replace(deal, activity=hostile) for deal in plan.deals))
    assert "<script>" in harmless(tonight(told)).text
    assert "\x1b" not in cards([pack(hostile)]) + tonight(told)


def test_the_note_for_a_grown_up_is_behind_the_card_wherever_the_card_lies() -> None:
    short = replace(next(one for one in shelf() if not one.seats), steps=(Read(text=Wording("Hum.")),))
    four = [replace(short, title=f"Story {at}", coach=f"Note {at}") for at in range(4)]
    page = cards([pack(one) for one in four])
    first, behind = page.split('<section class="sheet">')[1:3]
    order = [part.index("Story 0") < part.index("Story 1") for part in (first, behind)]
    assert order == [True, False], "turned over its long edge, left lies behind right"
    assert "Note 0" not in first
    assert behind.index("Note 1") < behind.index("Note 0") < behind.index("Note 3") < behind.index("Note 2")


def test_nobody_is_said_to_read_who_is_too_young_to() -> None:
    assert "Whoever can read, reads. Spoon is asked first." in harmless(tonight(planned(3, 5))).text
    assert "Lemon reads." in harmless(tonight(planned(3, 7))).text


def test_a_page_carries_the_mark_by_which_a_newer_one_may_take_its_place() -> None:
    assert TONIGHT_MARK in tonight(planned(6, 40))[:100]
    assert CARDS_MARK in cards([pack(shelf()[0])])[:100]


@pytest.mark.parametrize(
    ("told", "paper"),
    [
        ({}, "a4"),
        ({"LANG": "C"}, "a4"),
        ({"LANG": "de_AT.UTF-8"}, "a4"),
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LC_ALL": "", "LC_PAPER": "en_GB", "LANG": "en_US"}, "a4"),
        ({"LANG": "\0weird_"}, "a4"),
    ],
)
def test_the_usual_paper_is_that_of_where_one_lives(told: dict[str, str], paper: str) -> None:
    assert usual_paper(told) == paper


@in_a_browser
def test_in_a_real_browser_no_card_holds_more_than_fits(tmp_path: Path) -> None:
    longest = sorted(shelf(), key=lambda one: len(repr(one.steps)))[-6:]
    crowded = replace(
        longest[-1],
        title="W" * 60,
        coach="W" * 1_200,
        scene=Wording(" ".join(["WWWWWWWWWW"] * 100)),
        seats=tuple(replace(seat, name="W" * 40, card="W " * 600) for seat in longest[-1].seats),
    )
    told = measured(cards([pack(one) for one in (*shelf()[::8], *longest, crowded)]), tmp_path)
    assert told["off"] == []
    assert told["cards"] > 100


@in_a_browser
@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_in_a_real_browser_cards_are_so_many_sheets_of_that_paper(
    tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    page = cards([pack(one) for one in shelf()[::40]], paper)  # type: ignore[arg-type]
    sides, (wide, high) = printed(page, tmp_path)
    assert sides == page.count('class="sheet"')
    assert abs(wide - size[0]) < 2
    assert abs(high - size[1]) < 2


@in_a_browser
@pytest.mark.parametrize(
    ("paper", "minutes", "ages"), [("letter", 20, (9, 10, 41)), ("a4", 15, (3, 6, 9, 13, 15, 40, 42))]
)
def test_in_a_real_browser_tonight_is_two_sides_of_one_sheet(
    tmp_path: Path, paper: str, minutes: int, ages: tuple[int, ...]
) -> None:
    sides, _ = printed(tonight(planned(*ages, minutes=minutes), paper), tmp_path)  # type: ignore[arg-type]
    assert sides <= 2


def test_a_sheet_for_one_speaks_of_no_order_round_the_table() -> None:
    plan = planned(40)
    assert f"For {plan.people[0].name}, who plays it alone." in harmless(tonight(plan)).text
    assert "in the order you sit" in harmless(tonight(planned(9, 40))).text
