"""Whole Rounds on the real screens, by keys and by clicks, from an empty house to goodnight and back."""

from __future__ import annotations

from pathlib import Path

from dining import (
    SIZES,
    a_house,
    click,
    click_door,
    click_key,
    house_of,
    hurried,
    laid_for,
    offered,
    opened,
    panel,
    play,
    press,
    resize,
    seen,
    settled,
    tap,
    told,
    tonight,
)
from textual.pilot import Pilot

from gatherround.domain.entries import Entry, Promised, PutDownEntry, RoundEnded, Sewn
from gatherround.domain.play.beats import Pick, Say, Show
from gatherround.host.way_back import NO_FURTHER
from gatherround.ui.panels.sewing import Swatch
from gatherround.ui.screens.asking import LaterWhen, WhoJoins, WhoLeaves
from gatherround.ui.screens.cover import Cover
from gatherround.ui.screens.keep_places import KeepPlaces
from gatherround.ui.screens.menu import More
from gatherround.ui.screens.over_the_table import LAST_ONE
from gatherround.ui.screens.table import Table
from gatherround.ui.screens.tonight import Tonight
from rounds import ask, laid, plain, read, story
from tables import planned
from tables import table as people_of

FIVE = ("1", "3", "5", "6", "6")
MOST = 80
"""Presses after which a Round would be far too long."""


def kept(pilot: Pilot[int], sort: type[Entry]) -> list[Entry]:
    journal = house_of(pilot).journal
    assert journal is not None
    return [one.entry for one in journal.entries(ended_only=False) if isinstance(one.entry, sort)]


async def to_night(pilot: Pilot[int], key: str) -> int:
    """Presses one key until it is night, and gives how often."""
    for presses in range(MOST):
        if play(pilot).phase == "night":
            await settled(pilot)
            return presses
        await tap(pilot, key)
    raise AssertionError(f"it is never night by {key} alone: {play(pilot).beat}")


@hurried
async def test_a_first_evening_goes_from_an_empty_house_to_goodnight_by_keys_alone(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space")
        presses = len(FIVE) + 1
        while not (isinstance(play(pilot).beat, Say) and play(pilot).beat.label == "read"):
            await tap(pilot, "enter")
            presses += 1
        assert presses <= 10, f"the first words are read aloud after {presses} presses"
        assert play(pilot).dealt.activity.full_id == "whole-table/the-last-dumpling"
        await to_night(pilot, "space")
        assert len(kept(pilot, Sewn)) == 1
        assert kept(pilot, RoundEnded) == [RoundEnded("closed")]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, KeepPlaces), "one calm question, once"
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, Tonight)
        assert len(tonight(pilot).setting.people) == 5


@hurried
async def test_a_whole_round_is_played_by_mouse_alone() -> None:
    async with opened() as pilot:
        for chair in (0, 2, 5):
            await click_door(pilot, chair, ".chairs")
        await click_key(pilot, "take-away")
        await click_door(pilot, 5, ".chairs")
        assert [person.stage_key for person in tonight(pilot).setting.people] == ["3-4", "8-11", "18+"]
        await click_key(pilot, "start")
        met = set()
        for _ in range(MOST):
            now = play(pilot)
            if now.phase == "night":
                break
            match now.beat:
                case Pick(use="stitch"):
                    await click(pilot, [*pilot.app.screen.query(Swatch)][1])
                    assert play(pilot).stitch == now.plan.stitches[1]
                case Pick(options=options):
                    await click_door(pilot, len(options) - 1)
                case _:
                    await click_key(pilot, "on")
            assert play(pilot) != now or isinstance(now.beat, Show), f"a click did nothing on {now.beat}"
            met.add(type(now.beat))
        assert play(pilot).phase == "night"
        assert Pick in met
        await click(pilot, panel(pilot).query_one(".ember"))
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_a_returning_family_plays_a_whole_round_with_page_down_alone(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "escape", "4", "enter")
    async with opened(a_house(tmp_path, seed=5)) as pilot:
        assert [person.stage_key for person in tonight(pilot).setting.people] == ["3-4", "8-11", "15-17", "18+", "18+"]
        await press(pilot, "pagedown")
        assert isinstance(pilot.app.screen, Table), "one key is enough"
        await to_night(pilot, "pagedown")
        await press(pilot, "pagedown")
        assert isinstance(pilot.app.screen, KeepPlaces)
        await press(pilot, "pagedown")
        assert isinstance(pilot.app.screen, Tonight), "going on answers: not now"


@hurried
async def test_places_are_not_asked_for_while_the_round_is_still_open(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "3", "6", "plus", "plus", "plus", "space")
        assert play(pilot).plan.minutes == 5
        await to_night(pilot, "space")  # and the game is closed before anybody is asked
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "space", "escape", "5")
        assert isinstance(pilot.app.screen, Tonight)
        assert "go-on" in offered(pilot)


@hurried
async def test_everything_may_be_passed_to_goodnight() -> None:
    async with opened() as pilot:
        await laid_for(pilot, planned(7, 10, 15, 41, minutes=15, seed=11))
        await to_night(pilot, "s")


@hurried
async def test_back_goes_back_one_step_at_a_time_and_no_further_than_the_beginning() -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(read("One. " * 70), ask(), read("Two. " * 40)), people_of(9, 41)))
        assert "back" not in offered(pilot)
        beats = [play(pilot).beat]
        for _ in range(4):
            await press(pilot, "pagedown")
            beats.append(play(pilot).beat)
        for beat, key in zip(reversed(beats[:-1]), ("b", "left", "pageup", "b"), strict=True):
            await press(pilot, key)
            assert play(pilot).beat == beat
        await press(pilot, "b")
        assert play(pilot).beat == beats[0]


@hurried
async def test_an_easier_way_to_show_something_all_at_once_lies_behind_a_key(tmp_path: Path) -> None:
    snow = ask("Show us snow.", show=True, easier=(plain("With one hand."),), if_stuck=(plain("Copy me."),))
    async with opened() as pilot:
        await laid_for(pilot, laid(story(snow, ask("Enough?", show=True)), people_of(9, 41)))
        assert isinstance(play(pilot).beat, Show)
        assert "easier" in offered(pilot)
        for hint in ("With one hand.", "Copy me.", "With one hand."):
            await press(pilot, "down")
            assert f"or: {hint}" in seen(pilot)
        await press(pilot, "enter")
        assert "or: With one hand." in seen(pilot), "it stays while everybody shows"
        await press(pilot, "enter")
        assert "easier" not in offered(pilot)
        await press(pilot, "down")
        assert "or:" not in seen(pilot)


@hurried
async def test_a_pause_covers_the_table_and_goes_on_where_it_was() -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(read("The hat is blue.")), people_of(9, 41)))
        await press(pilot, "enter")
        before = play(pilot)
        for key in ("space", "enter", "pagedown"):
            await press(pilot, "p")
            assert "is blue" not in seen(pilot)
            assert "Nobody asks why" in seen(pilot)
            await press(pilot, key)
            assert play(pilot) == before


@hurried
async def test_a_pause_may_promise_a_time_and_leads_home(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await laid_for(pilot, laid(story(), people_of(9, 41)))
        await press(pilot, "p", "l")
        assert isinstance(pilot.app.screen, LaterWhen)
        await press(pilot, "escape")
        assert play(pilot).paused, "escape promises nothing"
        await press(pilot, "l", "7", *"dishes", "enter", "7", "2")
        assert play(pilot).phase == "night"
        assert [promise.topic for promise in kept(pilot, Promised)] == ["dishes"]
        assert "dishes" not in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Tonight)
        assert "go-on" not in offered(pilot)


@hurried
async def test_somebody_sits_down_and_somebody_gets_up_behind_more() -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(ask(), ask()), people_of(9, 41)))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, More)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, WhoJoins)
        await press(pilot, "9", "4")
        assert [person.age for person in play(pilot).plan.people] == [9, 41, 13]
        assert "Hello" in seen(pilot)
        await press(pilot, "enter", "escape", "2")
        assert isinstance(pilot.app.screen, WhoLeaves)
        await press(pilot, "escape", "escape", "2", "1")
        assert [person.age for person in play(pilot).plan.people] == [41, 13]
        assert "Thank you for sitting with us" in seen(pilot)


@hurried
async def test_in_a_pause_nobody_comes_or_goes_and_all_else_behind_more_keeps_its_number() -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(ask(), ask()), people_of(9, 41)))
        await press(pilot, "p", "escape")
        assert "somebody" not in seen(pilot)
        for key in ("1", "2"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, More)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, Cover)
        await press(pilot, "x", "escape")
        await click_door(pilot, 1)
        assert play(pilot).phase == "night"


@hurried
async def test_a_story_is_put_down_and_goodnight_is_said_at_once(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        plan = laid(story(ask(), ask()), people_of(9, 41))
        await laid_for(pilot, plan)
        await press(pilot, "d")
        assert "put this one down" in seen(pilot).casefold()
        assert len(kept(pilot, PutDownEntry)) == 1
        await press(pilot, "b", "escape", "6")
        assert "put this one down" in seen(pilot).casefold()
        assert len(kept(pilot, PutDownEntry)) == 1, "what was taken back is not kept"
        await press(pilot, "escape", "4")
        assert play(pilot).phase == "night"
        await press(pilot, "escape", "5")
        assert isinstance(pilot.app.screen, Tonight)
        await laid_for(pilot, plan)
        await press(pilot, "x")
        assert play(pilot).phase != "night", "only a pause has goodnight on a key of its own"
        await press(pilot, "p", "x")
        assert play(pilot).phase == "night"


@hurried
async def test_a_round_that_was_closed_in_the_middle_goes_on_at_its_beat(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "enter", "enter", "enter")
        left = play(pilot)
        pilot.app.simulate_key("ctrl+q")
        await pilot.pause()
    async with opened(a_house(tmp_path)) as pilot:
        assert "still open" in seen(pilot)
        for size in SIZES:
            await resize(pilot, *size)
            assert {"space go on", "l let it go"} <= {
                key for row in seen(pilot).split("\n") for key in ("space go on", "l let it go") if key in row
            }, f"a key parts from its word at {size}"
        assert {"go-on", "let-go"} <= offered(pilot)
        await press(pilot, "g")
        assert play(pilot).beat == left.beat
        assert play(pilot).plan == left.plan
        await press(pilot, "enter", "escape", "5")
        assert isinstance(pilot.app.screen, Tonight), "the Round stays open"
        await press(pilot, "g")
        assert play(pilot).phase != "night"


@hurried
async def test_back_says_why_it_goes_no_further_than_where_a_closed_round_was_gone_on_with(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await laid_for(pilot, laid(story(*[ask()] * 5), people_of(9, 41)))
        await press(pilot, "enter", "enter", "b")
        assert not told(pilot)
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "g")
        left = play(pilot)
        for key in ("b", "left", "pageup"):
            assert "back" not in offered(pilot)
            await press(pilot, key)
            assert (told(pilot), play(pilot)) == ((NO_FURTHER,), left), "said once, and nothing has moved"
        await press(pilot, "enter")
        assert "back" in offered(pilot)
        assert not told(pilot)
        await press(pilot, "b")
        assert play(pilot) == left
        assert not told(pilot)


@hurried
async def test_whoever_gets_up_last_but_one_leaves_a_table_that_still_plays() -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(ask(), ask()), people_of(9, 41)))
        await press(pilot, "escape", "2", "2")
        assert len(play(pilot).plan.people) == 1
        await press(pilot, "escape", "2")
        assert told(pilot) == (LAST_ONE,), "somebody has to be there to say goodnight"
        await to_night(pilot, "enter")
