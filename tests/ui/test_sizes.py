"""The game is whole in every window it fits into, and says kindly where it does not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from dining import (
    SIZES,
    a_house,
    called,
    everything,
    fitting,
    hurried,
    laid_for,
    opened,
    over_nothing,
    panel,
    play,
    press,
    resize,
    seen,
    settled,
    table,
    tap,
    tonight,
    whole,
)
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from every_step import every_step
from gatherround.domain.play.beats import Card, Say, Show, Turn
from gatherround.domain.play.make import legal
from gatherround.domain.play.moves import On, Pass, Pause
from gatherround.domain.steps import Seat, Seats
from gatherround.ui.screens.menu import More
from gatherround.ui.screens.table import Table
from gatherround.ui.screens.too_small import LINE, TooSmall
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.falling import Falling
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.lanterns import Lanterns
from gatherround.ui.widgets.table_top import TableTop
from rounds import ask, laid, read, story
from scenes import SCENES
from tables import lists
from tables import table as people_of

PULLED = (Size(100, 30), Size(80, 24))


@pytest.mark.parametrize("keys", [(), ("m",), ("question_mark",), ("f",), ("escape", "1", "3")], ids=" ".join)
@hurried
async def test_a_window_that_is_pulled_while_a_page_is_slow_comes_to_rest(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "1", "6", *keys)
        page, layouts = pilot.app.screen, list[object]()

        def laid_out(screen: object) -> None:
            layouts.append(screen)
            if len(layouts) > 60:
                pytest.fail("each size calls for the other, without an end")

        page.screen_layout_refresh_signal.subscribe(page, laid_out)
        for size in PULLED * 3:
            page.post_message(events.Resize(size, size))
            page.call_later(list)  # what comes between two sizes keeps Textual from taking them for one
        await settled(pilot)
        assert page.size == PULLED[-1] == pilot.app.size


ESSENTIAL = {
    "lit",
    "cause",
    "fact",
    "others",
    "button",
    "box",
    "swatch-name",
    "part",
    "marks",
    "margin",
    "asked",
    "helps",
}
AT_TABLE = tuple(
    {scene.arrange: scene for scene in SCENES if scene.arrange.__qualname__.startswith("at_table")}.values()
)


@pytest.fixture(autouse=True)
def _drawn_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draws what a test looks at, once: half the time went into whole pictures, most of them between two sizes."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda screen: screen._dirty_widgets.clear())


def draw(*widgets: Widget) -> None:
    """Draws these where they lie, which upsets nothing."""
    for widget in widgets:
        widget.render_lines(widget.size.region)


def essential(pilot: Pilot[int]) -> list[Widget]:
    """Gives what never gives way on the table: the big word, the words that are read now, and what can be answered."""
    widgets = panel(pilot).query("*").results(Widget)
    there = [
        one for one in widgets if all(over.display for over in one.ancestors_with_self if isinstance(over, Widget))
    ]
    return [one for one in there if matters(one) and not gives_way(pilot, one)]


def gives_way(pilot: Pilot[int], widget: Widget) -> bool:
    """Tells whether a thing is not there because it stands on the screen a second time, or in a shorter form."""
    if widget in pilot.app.screen._compositor.full_map:
        return False
    if isinstance(widget, BigWord):
        return widget.has_class("again") or (widget.has_class("name") and widget.word in seen(pilot))
    assert widget.parent is not None
    pair = [one for one in widget.parent.children if one.has_class("brief") != widget.has_class("brief")]
    return any(one in pilot.app.screen._compositor.full_map for one in pair if widget.classes & one.classes)


def matters(widget: Widget) -> bool:
    match widget:
        case BigWord():
            return bool(widget.word)
        case Doors() | Lanterns() | Falling() | Breath():
            return True
        case Static():
            return bool(ESSENTIAL & widget.classes) and bool(str(widget.visual).strip())
        case _:
            return False


def can_be_read(doors: Doors) -> bool:
    """Tells whether all the words of all doors stand there."""
    drawn = "".join(strip.text for strip in doors.render_lines(doors.size.region))
    return drawn.count("…") == "".join(doors.options).count("…")


def is_whole(pilot: Pilot[int]) -> None:
    """Makes sure that what matters can be seen and that the keys for on, pass and pause are there."""
    now = play(pilot)
    shown = essential(pilot)
    assert shown, f"nothing of {now.beat} can be seen at {pilot.app.size}"
    draw(*shown, *pilot.app.screen.query(KeyBar), *pilot.app.screen.query(TableTop))
    for widget in shown:
        assert whole(widget), f"{widget} is cut at {pilot.app.size}: {now.beat}"
    for doors in shown:
        if isinstance(doors, Doors):
            assert len(doors._plan.places) == len(doors.options), f"a door is missing at {pilot.app.size}: {now.beat}"
            assert can_be_read(doors), f"a door is cut at {pilot.app.size}: {now.beat}"
    moves = {type(move) for move in legal(now)}
    keys = {name for name, move in (("on", On), ("pass", Pass), ("pause", Pause)) if move in moves}
    assert keys <= fitting(pilot)
    if now.phase != "night":
        assert whole(pilot.app.screen.query_one(TableTop))
        assert whole(pilot.app.screen.query_one(KeyBar))


@pytest.mark.parametrize("part", range(2))
@hurried
async def test_every_scene_is_whole_at_every_size_and_while_it_is_resized(part: int, tmp_path: Path) -> None:
    async with opened() as pilot:
        await over_nothing(pilot)
        for scene in AT_TABLE[part::2]:
            await scene.arrange(pilot)
            await settled(pilot)
            before = play(pilot)
            is_whole(pilot)
            for size in [other for other in SIZES if other != pilot.app.size]:
                await resize(pilot, *size)
                assert play(pilot) == before, f"{scene.name}: resizing changed the play"
                is_whole(pilot)
            await pilot.app.pop_screen()


@hurried
async def test_on_the_smallest_screen_every_sort_of_beat_is_whole(tmp_path: Path) -> None:
    people = called("Spoon", "Lemon", "Pepper", ages=(3, 14, 41))
    async with opened(None, (40, 12)) as pilot:
        await laid_for(
            pilot,
            laid(every_step("Somebody took the moon out of the soup.", "the moon"), people, words=lists().feelings),
        )
        met = set()
        for _ in range(120):
            beat = play(pilot).beat
            met.add((type(beat), getattr(beat, "label", getattr(beat, "use", ""))))
            is_whole(pilot)
            if isinstance(beat, Turn | Show) and beat.easier:
                await press(pilot, "down")
                is_whole(pilot)
            if play(pilot).phase == "night":
                break
            await press(pilot, "enter")
        assert len(met) >= 35, met
        assert (Say, "night") in met


@hurried
async def test_resizing_in_the_middle_keeps_a_hint_and_an_open_card(tmp_path: Path) -> None:
    seats = (Seat(id="one", name="Otter", card="You ate it."),)
    async with opened() as pilot:
        plan = laid(
            story(ask("What was loud?", if_stuck=()), Seats(private=True), seats=seats, if_stuck=("A bell?",)),
            people_of(9, 41),
        )
        await laid_for(pilot, plan)
        while not isinstance(play(pilot).beat, Turn):
            await tap(pilot, "enter")
        await press(pilot, "down")
        for size in SIZES:
            await resize(pilot, *size)
            assert "A bell?" in seen(pilot)
        await press(pilot, "enter", "enter")
        beat = play(pilot).beat
        assert isinstance(beat, Card)
        assert beat.open
        for size in ((40, 12), (39, 12), (40, 11), (120, 40)):
            await resize(pilot, *size)
            assert ("You ate it." in seen(pilot)) == (size in SIZES)
        assert isinstance(play(pilot).beat, Card)


@pytest.mark.parametrize("size", [(39, 12), (1, 1)])
@hurried
async def test_a_window_that_is_too_small_says_so_in_one_friendly_line(size: tuple[int, int]) -> None:
    async with opened(None, size) as pilot:
        for width, height in (size, (40, 11), (20, 6), (8, 3), (2, 2), (1, 1), (200, 1)):
            await resize(pilot, width, height)
            assert isinstance(pilot.app.screen, TooSmall)
            if width >= 20 and height >= 6:
                assert " ".join(seen(pilot).split()) == LINE
            await tap(pilot, "6", "space", "escape", "q", "enter")
        await resize(pilot, 40, 12)
        assert tonight(pilot).setting.people == (), "a key that nobody could see the use of did something"


@hurried
async def test_a_table_under_a_window_that_is_too_small_waits_as_it_was(tmp_path: Path) -> None:
    async with opened() as pilot:
        await laid_for(pilot, laid(story(read("It rained."), ask()), people_of(9, 41)))
        before, page = play(pilot), seen(pilot)
        for small in ((30, 30), (1, 1), (100, 4)):
            await resize(pilot, *small)
            assert isinstance(pilot.app.screen, TooSmall)
            assert "rained" not in everything(pilot)
            await press(pilot, "enter", "p", "x", "1", "escape")
            await pilot.click(offset=(0, 0))
        await resize(pilot, 60, 20)
        assert (play(pilot), seen(pilot)) == (before, page)
        await press(pilot, "escape")
        await resize(pilot, 10, 10)
        await resize(pilot, 60, 20)
        assert isinstance(pilot.app.screen, More), "what lay over the table lies there again"
        await press(pilot, "escape", "enter")
        assert play(pilot) != before


@hurried
async def test_a_window_that_is_dragged_wildly_upsets_nothing(tmp_path: Path) -> None:
    dice = random.Random(1)
    async with opened() as pilot:
        await laid_for(pilot, laid(story(read("It rained."), ask()), people_of(9, 41)))
        before = play(pilot)
        for _ in range(15):
            await pilot.resize_terminal(
                dice.choice((1, 5, 39, 40, 41, 80, 132)), dice.choice((1, 2, 11, 12, 17, 24, 50))
            )
            if dice.random() < 0.3:
                await press(pilot, dice.choice(("question_mark", "escape")))
        await resize(pilot, 80, 24)
        while not isinstance(pilot.app.screen, Table):
            await press(pilot, "escape")
        assert play(pilot) == before
        assert len([screen for screen in pilot.app.screen_stack if isinstance(screen, TooSmall)]) == 0
        assert table(pilot) is pilot.app.screen


@hurried
async def test_tonight_shows_who_is_here_and_how_to_start_at_every_size(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        for size in SIZES:
            await resize(pilot, *size)
            assert "person opposite can" in " ".join(seen(pilot).split())
        for chairs, said in (("13566", "5"), ("5554321", "12")):
            await press(pilot, *chairs)
            await everybody_is_seen(pilot, f"{said} at the table")
        await tap(pilot, "space", "escape", "4", "enter", "5")
        await everybody_is_seen(pilot, "11 at the table")


async def everybody_is_seen(pilot: Pilot[int], said: str) -> None:
    for size in SIZES:
        await resize(pilot, *size)
        plates = pilot.app.screen.query(ChairPlate)
        assert len(plates) == len(tonight(pilot).setting.people)
        assert [plate.number for plate in plates if not whole(plate)] == [], f"a chair is cut at {size}"
        assert "start" in fitting(pilot)
        assert "min" in seen(pilot)
        assert size[1] < 18 or said in seen(pilot)
