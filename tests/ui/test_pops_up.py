"""What pops up over a page covers as little of it as can be, and goes at a key once it has been read."""

from __future__ import annotations

import pytest
from dining import a_house_of_cards, an_app, hurried, laid_for, press, seen, settled, told

import gatherround.ui.app
from gatherround.ui.app import QUICK
from gatherround.ui.widgets.keybar import KeyBar
from rounds import ask, laid, read, story
from tables import table as people_of

WHISPER = "A kept answer is a whole answer. Rattle, then let it be."
PAGE = "One rainy day a very small train came late. " * 3


class HandClock:
    """A clock that somebody turns by hand."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.parametrize(("size", "covered"), [((40, 12), 1), ((60, 20), 0), ((80, 24), 0), ((120, 40), 0)])
@hurried
async def test_the_coach_lies_on_the_keys_or_the_rule_above_them_and_on_one_row_of_the_page_at_most(
    size: tuple[int, int], covered: int
) -> None:
    async with an_app(a_house_of_cards()).run_test(size=size, notifications=True) as pilot:
        await laid_for(pilot, laid(story(read(PAGE * 2), whisper=WHISPER), people_of(9, 41)))
        await press(pilot, "enter")
        before = seen(pilot).split("\n")
        await press(pilot, "c")
        after = seen(pilot).split("\n")
        assert " ".join(WHISPER.split()) in " ".join(" ".join(after).replace("▌", " ").split())
        keys = pilot.app.screen.query_one(KeyBar).region.y
        other = [at for at, (was, now) in enumerate(zip(before, after, strict=True)) if was != now and at < keys]
        assert len(other) <= covered, other
        await press(pilot, "c")
        assert told(pilot) == (WHISPER,), "once, however often it is asked for"


@hurried
async def test_what_has_been_read_goes_at_the_next_key_and_what_has_not_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = HandClock()
    monkeypatch.setattr(gatherround.ui.app, "monotonic", clock)
    async with an_app(a_house_of_cards()).run_test(size=(40, 12), notifications=True) as pilot:
        await laid_for(pilot, laid(story(ask(), whisper=WHISPER), people_of(9, 41)))
        await press(pilot, "c")
        clock.seconds += len(WHISPER) / QUICK - 0.1
        await press(pilot, "f9")
        assert told(pilot) == (WHISPER,), "nobody reads as fast as that"
        clock.seconds += 0.2
        await settled(pilot)
        assert told(pilot) == (WHISPER,), "by itself it stays"
        before = seen(pilot)
        await press(pilot, "f9")
        assert told(pilot) == ()
        assert seen(pilot) != before
        await press(pilot, "c")
        assert told(pilot) == (WHISPER,), "it may be asked for again"
