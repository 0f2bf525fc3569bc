"""Keys: numbers are answers, letters are the house, enter goes on, and nothing goes on by itself."""

from __future__ import annotations

import asyncio
import string

import pytest
from dining import (
    a_house_of_cards,
    an_app,
    click_at,
    hurried,
    laid_for,
    moved,
    offered,
    opened,
    panel,
    play,
    press,
    quiet,
    seen,
    settled,
    table,
    tap,
    told,
    tonight,
)
from hosting import HandClock
from textual import events
from textual.containers import VerticalScroll
from textual.keys import _character_to_key
from textual.pilot import Pilot

import gatherround.ui.patience
from every_step import every_step
from gatherround.domain.play.beats import Ballot, Beat, Card, Check, Pick, Say, Show, Turn, Write
from gatherround.domain.play.make import legal
from gatherround.domain.play.moves import Later, Move, On, Pass, Pause, PutDown, Stop, Twist
from gatherround.domain.play.plan import Plan, Play
from gatherround.domain.steps import Breathe, Echo, Name, Read, Seat, Seats, SmallHands, Vote
from gatherround.domain.steps import Write as WriteStep
from gatherround.ui.screens.menu import Help, More
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.widgets.falling import FALL, Falling
from rounds import ask, laid, plain, read, story
from tables import lists
from tables import table as people_of

SORTS = (Say, Turn, Show, Pick, Ballot, Card, Check, Write)
MOVES: dict[str, type[Move]] = {
    "on": On,
    "pass": Pass,
    "pause": Pause,
    "put-down": PutDown,
    "twist": Twist,
    "stop": Stop,
    "later": Later,
}
KEYS = {"pass": "s", "pause": "p", "put-down": "d", "twist": "t", "stop": "x", "hold": "h", "coach": "c"}


def all_sorts() -> Plan:
    return laid(every_step("It rained.", "the rain"), people_of(3, 14, 41), words=lists().feelings)


def doors(beat: Beat) -> int:
    """Gives how many number keys mean something now."""
    match beat:
        case Pick(options=options) | Ballot(options=options):
            return len(options)
        case Check():
            return 3
        case Turn(tokens=tokens):
            return len(tokens)
        case _:
            return 0


async def at_once(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys so fast that all of them have come before the first is done."""
    for key in keys:
        pilot.app.simulate_key(key)
    await quiet()


@hurried
async def test_what_means_nothing_now_is_not_offered_and_does_nothing() -> None:
    async with opened(size=(40, 12)) as pilot:
        await laid_for(pilot, all_sorts())
        met: set[tuple[type[Beat], str]] = set()
        while play(pilot).phase != "night":
            beat = play(pilot).beat
            if (kind := (type(beat), getattr(beat, "label", ""))) not in met:
                met.add(kind)
                offers_what_is_legal(pilot)
                if not isinstance(beat, Card):
                    await do_nothing(pilot, *without_a_door(beat), *without_a_move(play(pilot)), "q", "z", "home", "f9")
            await tap(pilot, "enter")
        assert {sort for sort, _ in met} == set(SORTS)
        assert offered(pilot) == {"on", "more", "help"}


def offers_what_is_legal(pilot: Pilot[int]) -> None:
    now = play(pilot)
    moves = {type(move) for move in legal(now)} | ({On} if now.paused else set())
    # While nobody has stopped to breathe, goodnight is behind *more*, where no slip of a finger finds it.
    wanted = {name for name, move in MOVES.items() if move in moves} - (set() if now.paused else {"stop"})
    assert wanted == offered(pilot) & MOVES.keys(), f"on {now.beat}"
    assert ("space" in offered(pilot)) == (getattr(now.beat, "small_hands", None) is not None)


def without_a_door(beat: Beat) -> list[str]:
    """Gives the number keys that mean nothing now; 0 is an empty vote, and only that."""
    return [*map(str, range(1 + doors(beat), 10)), *([] if isinstance(beat, Ballot) else ["0"])]


def without_a_move(now: Play) -> list[str]:
    moves = {type(move) for move in legal(now)}
    return [KEYS[name] for name, move in MOVES.items() if move not in moves and name in KEYS]


async def do_nothing(pilot: Pilot[int], *keys: str) -> None:
    before = play(pilot)
    await at_once(pilot, *keys)
    assert play(pilot) is before, f"one of {keys} did something on {before.beat}"
    assert pilot.app.screen is table(pilot)
    assert not told(pilot)


@hurried
async def test_at_night_and_in_a_pause_keys_of_the_day_do_nothing() -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(), people_of(9, 41)))
        await press(pilot, "p")
        offers_what_is_legal(pilot)
        assert {"later", "stop"} <= offered(pilot)
        await do_nothing(pilot, "s", "b", "d", "t", "h", "c", "1", "2", "0", "down", "p")
        await press(pilot, "x")
        await do_nothing(pilot, "s", "b", "p", "d", "t", "l", "x", "1", "0", "c", "full_stop")


@hurried
async def test_a_second_press_that_was_meant_for_the_page_before_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = HandClock()
    monkeypatch.setattr(gatherround.ui.patience, "monotonic", clock)
    async with an_app(a_house_of_cards(), patience=0.4).run_test() as pilot:
        await laid_for(pilot, laid(story(read("Rain."), ask(), read("Sun.")), people_of(9, 41)), patience=0.4)
        pages = [play(pilot)]
        for waited, goes_on in ((0.0, False), (0.39, False), (0.41, True), (0.0, False), (5.0, True)):
            clock.seconds += waited
            await at_once(pilot, "enter", "space", "pagedown", "right", "enter")
            assert (play(pilot) is not pages[-1]) == goes_on, f"after {waited} s"
            if goes_on:
                assert len(pages) == 1 or play(pilot) != pages[-1]
                pages.append(play(pilot))
        await press(pilot, "p")
        assert play(pilot).paused, "stopping to breathe never waits"
        await press(pilot, "x")
        assert play(pilot).phase == "night"
        clock.seconds += 1
        await at_once(pilot, "enter", "enter", "space")
        assert isinstance(pilot.app.screen, Tonight), "a press that was meant for the night starts no Round"


@hurried
async def test_small_hands_may_press_anything_and_click_anywhere_and_change_nothing() -> None:
    page = Read(text=plain("Uh-oh."), small_hands=SmallHands("crash", "Crash"))
    async with opened() as pilot:
        await laid_for(pilot, laid(story(page, ask()), people_of(3, 41)))
        before = play(pilot)
        falling = panel(pilot).query_one(Falling)
        bound = {"s", "b", "p", "d", "r", "c", ".", "?", "!"}
        for character in [one for one in string.printable[:95] if one not in bound]:
            falling.frame = 0
            pilot.app.post_message(events.Key(_character_to_key(character), character))
            await pilot.pause(0)
            assert falling.frame == FALL, f"{character!r} plays nothing"
        for key in (
            *"0123456789",
            "tab",
            "shift+tab",
            "f1",
            "f9",
            "up",
            "down",
            "home",
            "end",
            "backspace",
            "delete",
            "ctrl+a",
        ):
            falling.frame = 0
            await press(pilot, key)
            assert falling.frame == FALL, f"{key} plays nothing"
        for place in ((0, 0), (40, 3), (3, 16), (59, 12)):
            falling.frame = 0
            await click_at(pilot, *place)
            assert falling.frame == FALL, f"a click at {place} plays nothing"
        assert play(pilot) is before
        assert pilot.app.screen is table(pilot)
        assert "space" in offered(pilot)
        falling.frame = 0
        await press(pilot, "p", "enter", "s")
        assert falling.frame == 0, "a key with a job does its job"
        assert play(pilot) != before


@hurried
async def test_no_page_ever_goes_on_by_itself() -> None:
    page = Read(text=plain("Uh-oh."), face="sad", small_hands=SmallHands("crash", "Crash"))
    seats = (Seat(id="one", name="Otter", card="You ate it."),)
    vote = Vote(question=plain("Who?"), options=(plain("you"), plain("me")))
    echo = Echo(topic=plain("The bus."), seconds=(5, 5, 5), swap=False)
    name = Name(cause=plain("It fell."), mirror=plain("<Feeling>, because it fell."), options=("sad", "mad"))
    steps = (
        page,
        Breathe(times=2),
        ask(show=True),
        name,
        Seats(private=True),
        echo,
        vote,
        WriteStep(prompt=plain("One word.")),
    )
    async with opened(size=(40, 18), motion=True) as pilot:
        await still(pilot)
        await laid_for(pilot, laid(story(*steps, seats=seats), people_of(9, 41)))
        met: set[type[Beat]] = set()
        while play(pilot).phase != "night":
            beat = play(pilot).beat
            met.add(type(beat))
            await still(pilot)
            await press(pilot, "enter")
            if isinstance(beat, Show):
                await still(pilot)
                assert play(pilot).beat is beat, "the count goes no further than to SHOW"
                await press(pilot, "enter")
        assert met == set(SORTS)
        await still(pilot)
        assert seen(pilot).strip() == "", "at last the night is dark"
        await press(pilot, "enter")
        await laid_for(pilot, laid(story(), people_of(9, 41)))
        for key, screen in (("escape", More), ("question_mark", Help)):
            await press(pilot, key)
            await still(pilot)
            assert isinstance(pilot.app.screen, screen)
            await press(pilot, "escape")
        await press(pilot, "p")
        await still(pilot)
        assert play(pilot).paused


async def still(pilot: Pilot[int]) -> None:
    """Lets more than a minute pass in which nobody touches anything."""
    screen = pilot.app.screen
    before = tonight(pilot).setting if isinstance(screen, Tonight) else play(pilot)
    await asyncio.sleep(70)
    await settled(pilot)
    assert pilot.app.screen is screen
    assert (tonight(pilot).setting if isinstance(screen, Tonight) else play(pilot)) is before


@pytest.mark.parametrize("key", ["down", "pagedown", "end"])
@hurried
async def test_help_is_read_to_its_end_by_keys_alone(key: str) -> None:
    async with opened(None, (40, 12)) as pilot:
        await press(pilot, "question_mark")
        leaf = pilot.app.screen.query_one(VerticalScroll)
        assert leaf.max_scroll_y > 0
        assert "Anybody may pass" not in seen(pilot)
        while leaf.scroll_y < leaf.max_scroll_y:
            before = leaf.scroll_y
            await press(pilot, key)
            await moved(pilot, leaf, before)
        assert "Anybody may pass" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Tonight)
