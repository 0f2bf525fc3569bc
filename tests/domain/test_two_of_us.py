"""What two grown-ups meet when they play as a couple: good news first, and before it whom the book is not for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.choosing import choose
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.dealing.evening import plan_by_hand, plan_round
from gatherround.domain.dealing.offer import in_time, offered, short_echo
from gatherround.domain.finding import on_shelf
from gatherround.domain.play.beats import Say, Turn
from gatherround.domain.play.make import begin
from gatherround.domain.play.plan import Play, Wish
from gatherround.domain.play.sayings import FOR_TWO
from gatherround.domain.play.told import told
from gatherround.domain.preview import NOT_FOR_EVERY_TWO, preview
from gatherround.domain.steps import Echo
from gatherround.domain.tonight import Asked, History
from rounds import begun, laid, named, plain, seen, story
from tables import SeededDice, shelf, table

TONIGHT = 740_000
OWN: dict[str, Any] = {"youngest": 18, "fewest": 2, "most": 2, "size": "pebble"}
PRAISE = named("praise", kind="good-news", **OWN)
SORRY = named("sorry", kind="repair", helps=("mend",), **OWN)


def asked(wish: Wish = "mend", minutes: int = 10) -> Asked:
    return Asked(people=table(38, 40), minutes=minutes, wish=wish, day=TONIGHT)


def played_by(*who: str) -> History:
    return History(rounds=1, last={"test/praise": dict.fromkeys(("", *who), TONIGHT - 1)})


def chosen(activities: tuple[Activity, ...], history: History | None = None) -> set[str]:
    history = history or History()
    offers = offered(in_time(activities, asked().people, history), asked(), history, SeededDice(0))
    found = (choose(offers, asked(), history, 8.0, SeededDice(seed)) for seed in range(20))
    return {pair[0].id for pair in found if pair is not None}


def test_the_first_thing_that_two_grown_ups_play_as_a_couple_is_good_news() -> None:
    assert chosen((*PRAISE, *SORRY)) == {"praise"}
    assert chosen(SORRY) == set(), "where there is no good news, nothing else comes in its place"
    assert chosen((*PRAISE, *SORRY), played_by("m0")) == {"praise"}, "with somebody else it was another two"
    assert chosen((*PRAISE, *SORRY), played_by("m0", "m1")) == {"sorry"}
    assert eligible(SORRY[0], asked(), by_hand=True) is not None, "by hand they choose what they like"


def test_what_has_a_size_and_is_for_more_than_two_does_not_wait_for_good_news() -> None:
    assert chosen(named("both-hands", kind="validate", **OWN | {"most": 4})) == {"both-hands"}


@pytest.mark.parametrize("wish", get_args(Wish))
def test_a_new_two_is_dealt_nothing_of_a_couples_own_but_good_news_in_no_place_of_the_evening(wish: Wish) -> None:
    for seed, minutes in enumerate((3, 5, 10, 15, 20)):
        plan = plan_round(shelf(), asked(wish, minutes), History(rounds=1), SeededDice(seed))
        laid = (*plan.deals, *plan.spares, *(one for one in (plan.warm_up, plan.low) if one))
        assert {one.activity.kind for one in laid if one.activity.for_two} <= {"good-news"}


def covers(play: Play) -> list[str]:
    return [beat.text for beat in seen(play) if isinstance(beat, Say) and beat.label == "cover"]


def test_before_their_first_a_new_two_hears_whom_it_is_not_for_and_then_not_again() -> None:
    for by_hand in (True, False):
        new, known = (History(rounds=1), played_by("m0", "m1"))
        plans = [
            plan_by_hand(PRAISE[0], PRAISE, asked(), history, SeededDice(1))
            if by_hand
            else plan_round(PRAISE, asked(), history, SeededDice(1))
            for history in (new, known)
        ]
        assert [covers(begin(plan)) for plan in plans] == [[FOR_TWO], []]
    two = plan_round((*PRAISE, *named("more", kind="good-news", **OWN)), asked(minutes=20), History(), SeededDice(1))
    assert len(two.deals) > 1
    assert covers(begin(two)) == [FOR_TWO]


def test_what_is_not_a_couples_own_has_no_such_page_and_paper_says_it_too() -> None:
    others = named("both-hands", kind="validate", **OWN | {"most": 4})
    assert covers(begin(plan_by_hand(others[0], others, asked(), History(), SeededDice(1)))) == []
    plan = plan_by_hand(PRAISE[0], PRAISE, asked(), History(), SeededDice(1))
    assert any(piece.lines == (FOR_TWO,) for chapter in told(plan) for piece in chapter.pieces)


def test_it_is_heard_and_printed_once_before_their_first_own_whatever_comes_before() -> None:
    both, praise, more = (
        laid(one, table(38, 40)).deals[0] for one in (story(title="Both"), *PRAISE, *named("more", **OWN))
    )
    plan = replace(laid(story(), table(38, 40)), deals=(both, praise, more), new_two=True)
    assert covers(begin(plan)) == [FOR_TWO]
    assert [one.title for one in told(plan) if any(FOR_TWO in piece.lines for piece in one.pieces)] == ["Praise"]


def test_whom_it_is_not_for_is_said_before_what_to_fetch() -> None:
    play = begin(laid(story(props=("a hat",), **OWN), table(38, 40), new_two=True))
    assert [beat.label for beat in play.beats if isinstance(beat, Say)] == ["cover", "opening"]


def test_a_preview_says_it_first() -> None:
    (found,) = on_shelf(PRAISE, asked(), History(), 8.0).fits
    assert preview(found, asked(), History()).first == (NOT_FOR_EVERY_TWO,)


ECHOES = named("one", "two", "three", "four", steps=(Echo(topic=plain("A bus.")),), **OWN)


def heard_before(*ids: str, who: tuple[str, ...] = ("m0", "m1")) -> History:
    return History(rounds=1, last={f"test/{one}": dict.fromkeys(("", *who), TONIGHT - 1) for one in ids})


def test_in_their_first_three_echo_turns_two_grown_ups_speak_for_a_minute_each() -> None:
    def seconds(history: History) -> list[int]:
        plan = plan_by_hand(ECHOES[3], (*PRAISE, *ECHOES), asked(), history, SeededDice(0))
        assert plan_round((*PRAISE, *ECHOES), asked(), history, SeededDice(0)).short_echo is plan.short_echo
        turns = (beat for beat in seen(begin(plan)) if isinstance(beat, Turn))
        return [beat.seconds for beat in turns if beat.label in {"speak", "echo", "question"}]

    short, full = [60, 60, 30] * 2, [120, 120, 60] * 2
    assert seconds(History()) == short
    assert seconds(heard_before("one", "two", "praise")) == short, "what has no echo in it does not count"
    assert seconds(heard_before("one", "two", "three")) == full
    assert seconds(heard_before("one", "two", "three", who=("m0",))) == short, "with somebody else it was another two"


def test_an_echo_turn_is_short_for_two_grown_ups_alone_and_for_nobody_else() -> None:
    for ages, short in (((38, 40), True), ((15, 40), False), ((38, 40, 41), False), ((70,), False)):
        assert short_echo(ECHOES, table(*ages), History()) is short, ages
    for ages, last in (((9, 40), 60), ((15, 40), 60), ((38, 40), 30)):
        play = begun(replace(ECHOES[0], youngest=9), *ages, short_echo=True)
        assert [beat.seconds for beat in play.beats if isinstance(beat, Turn)][2] == last, "somebody may have sat down"
