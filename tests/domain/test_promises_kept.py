from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.coming_back import plan_return
from gatherround.domain.entries import AtTable, CameBack, Entry, LetGo, Promised, RoundBegan, RoundEnded
from gatherround.domain.play.beats import Check, Say, Turn
from gatherround.domain.play.make import begin, make
from gatherround.domain.play.moves import On
from gatherround.domain.promises import Promise, PutAside, open_promise, promise_line, put_aside
from tables import somebody, table

SUNDAY = datetime(2031, 6, 1, 18, 40, tzinfo=timezone(timedelta(hours=2)))


@dataclass(frozen=True)
class Kept:
    """An entry under its number; the day says nothing here."""

    number: int
    entry: Entry
    round: int = 0
    day: date = date(2031, 6, 1)


def kept(*entries: Entry) -> list[Kept]:
    return [Kept(number, entry) for number, entry in enumerate(entries, start=1)]


def test_nothing_waits_where_nothing_was_promised() -> None:
    assert open_promise(kept(RoundEnded("closed"))) is None


def test_the_latest_promise_that_nobody_kept_or_let_go_waits() -> None:
    promises = Promised("the dishes", SUNDAY), Promised("the gate", SUNDAY), Promised("", SUNDAY)
    assert open_promise(kept(*promises)) == Promise(3, "", SUNDAY)
    assert open_promise(kept(*promises, CameBack(3))) == Promise(2, "the gate", SUNDAY)
    assert open_promise(kept(*promises, CameBack(3), LetGo(2))) == Promise(1, "the dishes", SUNDAY)
    assert open_promise(kept(*promises, LetGo(1), LetGo(2), CameBack(3))) is None


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (SUNDAY + timedelta(minutes=20), "You two promised to come back at 19:00."),
        (SUNDAY.replace(day=2, hour=18, minute=0), "You two promised to come back tomorrow at 18:00."),
        (SUNDAY.replace(day=6, hour=18, minute=0), "You two promised to come back on Friday at 18:00."),
        (SUNDAY.replace(day=20, hour=18, minute=0), "You two promised to come back on 20 June at 18:00."),
        (SUNDAY, "You two promised to come back."),
        (SUNDAY - timedelta(days=9), "You two promised to come back."),
    ],
)
def test_tonight_says_when_in_the_words_of_the_wall_and_never_that_it_has_passed(due: datetime, said: str) -> None:
    assert promise_line(due, SUNDAY) == said
    assert promise_line(due.astimezone(UTC), SUNDAY) == said


@given(minutes=st.integers(-600_000, 600_000), topic=st.text(max_size=60))
def test_the_line_of_a_promise_holds_nothing_of_what_it_is_about(minutes: int, topic: str) -> None:
    line = promise_line(SUNDAY + timedelta(minutes=minutes), SUNDAY)
    assert line.startswith("You two promised to come back")
    assert line == promise_line(Promise(1, topic, SUNDAY + timedelta(minutes=minutes)).due, SUNDAY)


@pytest.mark.parametrize("topic", ["", "the gate", "<me>: [b]the gate[/b]"])
@pytest.mark.parametrize("ages", [(38, 41), (9, 41), (3, 41)])
def test_coming_back_gives_both_the_floor_before_anything_is_mended(topic: str, ages: tuple[int, int]) -> None:
    one, other = table(*ages)
    play = begin(plan_return((one, other), topic, 4, ()))
    beats = []
    while play.phase == "main":
        beats.append(play.beat)
        play, _ = make(play, On())
    speakers = [beat.who for beat in beats if isinstance(beat, Turn) and beat.label == "speak"]
    asked = [beat.who for beat in beats if isinstance(beat, Check)]
    assert set(speakers) == {one.id, other.id}
    assert asked == speakers
    assert isinstance(beats[0], Say)
    assert all(
        topic in beat.text for beat in beats if isinstance(beat, Turn) and beat.label == "speak" and "<" not in topic
    )
    assert play.phase == "close"


GUEST = AtTable(None, "8-11")


def sat(*ids: str, guests: int = 0) -> RoundBegan:
    """Gives the beginning of a Round of these members and so many guests of nine."""
    people = (*(AtTable(one, "18+") for one in ids), *[GUEST] * guests)
    return RoundBegan(minutes=10, wish="surprise", people=people)


def test_what_was_put_aside_waits_for_just_the_table_it_was_put_aside_at() -> None:
    two, more = table(38, 40), table(38, 40, 9)
    entries = kept(sat("m0", "m1"), Promised("the gate", None), sat("m0", "m1", "m2"), Promised("the bikes", None))
    assert put_aside(entries, two) == (PutAside(2, "the gate"),)
    assert put_aside(entries, tuple(reversed(more))) == (PutAside(4, "the bikes"),)
    assert put_aside(entries, two[:1]) == ()
    assert open_promise(entries) is None, "no time was promised"


def test_guests_are_known_again_by_their_stage_alone() -> None:
    entries = kept(sat("m0", guests=1), Promised("the gate", None))
    assert put_aside(entries, (somebody(40), somebody(9, 1, member=False))) == (PutAside(2, "the gate"),)
    assert put_aside(entries, (somebody(40), somebody(9, 1))) == ()


@given(st.lists(st.sampled_from(("aside", "timed", "back", "gone")), max_size=12))
def test_it_waits_until_it_is_taken_up_or_given_a_time_and_never_twice(what: list[str]) -> None:
    entries: list[Entry] = [sat("m0", "m1")]
    waiting: list[int] = []
    for one in what:
        if one in {"aside", "timed"}:
            entries.append(Promised("the gate", None if one == "aside" else SUNDAY))
            waiting += [len(entries)] if one == "aside" else []
        elif waiting:
            entries.append((CameBack if one == "back" else LetGo)(waiting.pop(0)))
    assert [one.entry for one in put_aside(kept(*entries), table(38, 40))] == waiting
