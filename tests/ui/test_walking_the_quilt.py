"""The quilt on the screen: walked by keys and by mouse, opened, unpicked, looked up, and kept as a page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from dining import (
    a_house,
    called,
    click,
    click_at,
    click_door,
    click_key,
    everything,
    house_of,
    hurried,
    laid_for,
    offered,
    opened,
    play,
    press,
    resize,
    seen,
    segments,
    settled,
    tap,
    told,
)
from rich.color import Color
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widgets import Input

from gatherround.domain.entries import Entry, Sewn
from gatherround.domain.quilt import WIDE
from gatherround.host.house import House
from gatherround.paper.keepsake import keepsake
from gatherround.storage.home import keepsake_file
from gatherround.ui.lists import CalmList
from gatherround.ui.screens.house_words import HouseWords
from gatherround.ui.screens.looking_back import LookingBack
from gatherround.ui.screens.menu import Help
from gatherround.ui.screens.one_square import OneSquare
from gatherround.ui.screens.over_the_quilt import Unpick
from gatherround.ui.screens.quilt import ABOVE, BELOW, Quilt
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.widgets.quilt_view import FRAMES, QuiltView
from gatherround.ui.widgets.stitched import SquareView
from rounds import ask, laid, story
from sewing import an_evening, evenings, keep

WORDED = [an_evening(at, f"word {name}") for at, name in enumerate("abcdefgh")]


def house_with(home: Path, rounds: Sequence[Sequence[Entry]]) -> House:
    house = a_house(home)
    house.printer = keepsake
    keep(house.database, *rounds)
    return house


@asynccontextmanager
async def quilt_of(
    home: Path, rounds: Sequence[Sequence[Entry]], size: tuple[int, int] = (80, 24), *, motion: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Opens the quilt of these evenings from Tonight."""
    async with opened(house_with(home, rounds), size, motion=motion) as pilot:
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, Quilt)
        yield pilot


def view(pilot: Pilot[int]) -> QuiltView:
    found = [screen for screen in pilot.app.screen_stack if isinstance(screen, Quilt)]
    return found[0].query_one(QuiltView)


def words_of(pilot: Pilot[int]) -> list[str | None]:
    return [square.word for square in view(pilot).squares]


def sewn_in(pilot: Pilot[int]) -> list[Entry]:
    journal = house_of(pilot).journal
    assert journal is not None
    return [at.entry for at in journal.entries(Sewn)]


@hurried
async def test_an_empty_quilt_says_how_the_first_square_comes_and_offers_nothing_else(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, []) as pilot:
        assert "Play a Round to its end" in seen(pilot)
        assert not {"open", "words", "keep", "unpick", "walk"} & offered(pilot)
        await press(pilot, "enter", "x", "slash", "k", "right", "end", "pagedown")
        assert isinstance(pilot.app.screen, Quilt)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_arrows_walk_and_the_caption_follows(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED) as pilot:
        assert view(pilot).cursor == 7
        assert "its word: “word h”" in seen(pilot)
        for key, at in (("left", 6), ("up", 1), ("up", 1), ("home", 0), ("left", 0), ("down", 5), ("right", 6)):
            await press(pilot, key)
            assert view(pilot).cursor == at, key
        assert "its word: “word g”" in seen(pilot)
        await press(pilot, "end", "right")
        assert view(pilot).cursor == 7


@hurried
async def test_the_mouse_looks_at_a_square_opens_it_and_turns_the_quilt(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, evenings(80)) as pilot:
        cloth = view(pilot)
        assert (cloth.cursor, cloth.sight.more_above, cloth.sight.more_below) == (79, True, False)
        await click(pilot, cloth, WIDE * 2 + 1, 1)
        assert cloth.cursor == 42
        await click(pilot, cloth, WIDE * 2 + 1, 1)
        assert isinstance(pilot.app.screen, OneSquare)
        await click_at(pilot, 40, 12)
        assert isinstance(pilot.app.screen, Quilt)
        for turned, at in ((MouseScrollUp, 32), (MouseScrollUp, 22), (MouseScrollDown, 32)):
            pilot.app.post_message(turned(None, 30, 8, 0, 0, 0, False, False, False))
            await settled(pilot)
            assert cloth.cursor == at
        assert cloth.sight.more_below
        assert ABOVE in seen(pilot)
        assert BELOW in seen(pilot)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
@hurried
async def test_the_cursor_is_always_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with quilt_of(tmp_path, evenings(300), size) as pilot:
        cloth = view(pilot)
        for key in ("pageup", "up", "home", "pagedown", "down", "end", "left"):
            await press(pilot, key)
            _, y = cloth.sight.cloth.place(cloth.cursor)
            assert 0 <= y + cloth.sight.above <= cloth.size.height - cloth.sight.cloth.tall, key
        await press(pilot, "home")
        assert not cloth.sight.more_above
        await resize(pilot, 80, 24)
        await settled(pilot)
        assert 0 <= cloth.sight.cloth.place(cloth.cursor)[1] + cloth.sight.above < cloth.size.height


@hurried
async def test_a_square_is_opened_large_and_closed_by_any_way_out(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, [an_evening(2, "goat card", act="our own idea")]) as pilot:
        for out in ("escape", "enter", "space", "q"):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, OneSquare)
            for said in (
                "The Last Dumpling",
                "Spoon · Lemon · Pepper · Teapot",
                "an idea of their own",
                "sewn in bricks",
            ):
                assert said in seen(pilot)
            assert pilot.app.screen.query_one(SquareView).size_drawn == 2
            await press(pilot, out)
            assert isinstance(pilot.app.screen, Quilt)


@hurried
async def test_unpicking_is_asked_and_then_takes_the_square_and_its_word_for_good(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED) as pilot:
        await press(pilot, "home", "right", "x")
        assert isinstance(pilot.app.screen, Unpick)
        await press(pilot, "escape")
        await press(pilot, "x", "1")
        assert len(sewn_in(pilot)) == 8
        await press(pilot, "x", "2")
        assert [one[-1:] if one else "" for one in words_of(pilot)] == [*"acdefgh"], "the others close up, in order"
        assert "word b" not in everything(pilot)
        assert view(pilot).cursor == 1
        await press(pilot, "enter", "x")
        assert isinstance(pilot.app.screen, Unpick), "from the open square too"
        await click_door(pilot, 1)
        assert [one[-1:] if one else "" for one in words_of(pilot)] == [*"adefgh"]
        assert len(sewn_in(pilot)) == 6
        await press(pilot, "end", "x", "2")
        assert view(pilot).cursor == 4
    async with quilt_of(tmp_path, []) as pilot:
        assert [one[-1:] if one else "" for one in words_of(pilot)] == [*"adefg"], "when it is opened again"


@hurried
async def test_the_last_square_may_be_unpicked(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED[:1]) as pilot:
        await press(pilot, "x", "2")
        assert "No square yet." in seen(pilot)
        assert "word a" not in seen(pilot)
        await press(pilot, "x", "enter", "slash")
        assert isinstance(pilot.app.screen, Quilt)


@hurried
async def test_a_word_is_looked_up_while_one_types_and_leads_to_its_square(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED) as pilot:
        await press(pilot, "slash")
        assert isinstance(pilot.app.screen, HouseWords)
        shelf = pilot.app.screen.query_one(CalmList)
        assert shelf.option_count == 8
        pilot.app.screen.query_one(Input).value = "D  c"
        await settled(pilot)
        assert shelf.option_count == 1
        await press(pilot, "enter")
        assert view(pilot).cursor == 2
        await press(pilot, "slash", "down", "down", "up", "enter")
        assert view(pilot).cursor == 1
        await press(pilot, "slash", "z", "enter")
        assert "No word here goes like that yet." in seen(pilot)
        await press(pilot, "escape")
        assert view(pilot).cursor == 1
        await click_key(pilot, "words")
        await click(pilot, pilot.app.screen.query_one(CalmList), 3, 4)
        assert view(pilot).cursor == 4


@hurried
async def test_a_quilt_without_words_says_when_one_comes(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, evenings(2)[1:]) as pilot:
        await press(pilot, "slash")
        assert "No square carries a word yet." in seen(pilot)
        await press(pilot, "down", "enter", "escape")
        assert isinstance(pilot.app.screen, Quilt)


@hurried
async def test_keeping_it_as_a_page_says_where_it_lies(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED) as pilot:
        await click_key(pilot, "keep")
        page = keepsake_file(tmp_path)
        assert str(page) in told(pilot)[-1]
        assert "word a" in page.read_text("utf-8")
        page.write_text("a letter")
        await press(pilot, "k")
        assert "stays as it is" in told(pilot)[-1]
        house_of(pilot).home = None
        await press(pilot, "k")
        assert "cannot be written" in told(pilot)[-1]


@hurried
async def test_behind_goodnight_lies_the_quilt_with_tonights_square(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await laid_for(pilot, laid(story(ask()), called("Spoon", "Lemon")))
        while play(pilot).phase != "night":
            await tap(pilot, "enter")
        await press(pilot, "escape", "7")
        assert isinstance(pilot.app.screen, Quilt)
        (square,) = view(pilot).squares
        assert {*square.things} == {"Spoon", "Lemon"}
        assert "▸ Today." in seen(pilot)
        await press(pilot, "escape", "enter")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_the_ways_on_and_back(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED) as pilot:
        for key, there in (("l", LookingBack), ("question_mark", Help)):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, there)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, Quilt)
        await click_key(pilot, "back")
        assert isinstance(pilot.app.screen, Tonight)
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, Quilt)


@hurried
async def test_no_screen_of_the_quilt_ever_shows_a_figure(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, evenings(60)) as pilot:
        for keys in (("up",), ("home",), ("enter",), ("escape", "slash"), ("escape", "l")):
            await press(pilot, *keys)
            assert not any(letter.isdigit() for letter in seen(pilot)), keys


@hurried
async def test_a_gleam_crosses_once_and_without_motion_it_lies_still(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED, motion=True) as pilot:
        cloth = view(pilot)
        at = {cloth.gleam}
        for _ in range(8):
            await asyncio.sleep(1 / FRAMES)
            at.add(cloth.gleam)
        assert len(at) > 6, "slowly, in small steps"
        await asyncio.sleep(10)
        assert cloth.gleam is None
        assert cloth._gleaming is not None
        await press(pilot, "left")
        assert cloth.gleam is None, "once, and not again"
    async with quilt_of(tmp_path, []) as pilot:
        assert view(pilot).gleam is None
        assert view(pilot)._gleaming is None


@hurried
async def test_colours_are_mixed_anew_under_another_light(tmp_path: Path) -> None:
    def grounds(pilot: Pilot[int]) -> set[Color | None]:
        return {part.style.bgcolor for part in segments(pilot) if part.style}

    async with quilt_of(tmp_path, WORDED) as pilot:
        dark = grounds(pilot)
        pilot.app.theme = "daylight"
        await settled(pilot)
        assert not dark & grounds(pilot)


@hurried
async def test_a_drawer_that_cannot_be_read_is_said_and_no_crash(tmp_path: Path) -> None:
    async with quilt_of(tmp_path, WORDED) as pilot:
        database = house_of(pilot).database
        assert database is not None
        database.close()
        database.path.rename(database.path.with_name("away"))
        await press(pilot, "left")
        assert "Spoon · Lemon" in seen(pilot)
        for key in ("slash", "l", "k", "n"):
            await press(pilot, key)
            if isinstance(pilot.app.screen, LookingBack):
                await press(pilot, "escape")
            assert isinstance(pilot.app.screen, Quilt), key
        await press(pilot, "x", "2")
        assert len(words_of(pilot)) == 8
        await press(pilot, "escape", "k")
        assert "cannot be opened here" in told(pilot)[-1]
        assert "No square yet." in seen(pilot)
