"""Every page of the game with a trap in every word of somebody else: none is read, none leaves, all can be seen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from dining import quiet, settled, tap
from rich.text import Text as RichText
from salted import CANARY, SALT, canary_seen, leaks, refuse_the_canary, salt_everything, screens
from textual import actions
from textual.content import Content
from textual.css import parse
from textual.markup import MarkupError
from textual.pilot import Pilot
from textual.widgets import Input, Static

from gallery import GALLERY
from gatherround.domain.play.beats import Turn
from gatherround.host.house import House
from gatherround.ui import words
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.beforehand import Beforehand
from gatherround.ui.screens.bringing_in import FIRST
from gatherround.ui.steering import harmless
from gatherround.ui.widgets.typing_box import TypingBox
from proving import PROVING, told
from scenes import Arrange, Scene, an_app, at_table, beat, laid, pressing
from scenes_books import a_shelf
from scenes_people import agreed
from scenes_workshop import PANCAKE, in_the_form
from sewing import LINES, evenings, keep

Step = str | tuple[int, int] | Callable[[Pilot[int]], Any]
"""A key, a size that the window becomes, or something to do; after each the page in front is looked at."""


@dataclass(frozen=True)
class Walk:
    """A way through several pages, from where a scene ends, and the pages that lie on it, by name."""

    scene: Scene
    steps: tuple[Step, ...]
    meets: str


def of(name: str, *steps: Step, meets: str) -> Walk:
    return Walk(next(scene for scene in GALLERY if scene.name == name), steps, meets)


def from_(arrange: Arrange, *steps: Step, meets: str, lives: Callable[[House], object] = lambda house: house) -> Walk:
    return Walk(Scene(meets.split()[0], "", arrange, (60, 20), lives=lives), steps, meets)


def lived_in(house: House) -> None:
    """Lets a family move in that has agreed on things and sewn evenings, with three small books on its shelf."""
    agreed(house)
    assert house.home is not None
    house.shelf = a_shelf(house.home, own=True)
    keep(house.database, *evenings(3), noticed=LINES)


def typed(text: str) -> Callable[[Pilot[int]], None]:
    def put(pilot: Pilot[int]) -> None:
        pilot.app.screen.query_one(Input).value = text

    return put


def warned(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, GatherRound)
    pilot.app.open_url(SALT)
    pilot.app.notify(SALT, markup=False)


def given(pilot: Pilot[int]) -> None:
    """Shows a book that somebody gave, and what was found in it."""
    pilot.app.push_screen(Beforehand(FIRST, (words.plain(SALT),), "in", asks="Put it on your shelf?"))


def pasted(pilot: Pilot[int]) -> None:
    """Pastes a scene of two people into a box of the form."""
    story = "Bea has the window seat again today, and Kofi stands there with his bag and waits for her to look up."
    box = next(box for box in pilot.app.screen.query(TypingBox) if box.field == "scene")
    box.focus()
    box._put(f"{story} {CANARY}", pasted=True)


ROUND = at_table(laid("whole-table/the-last-dumpling", 9, 15, 40), beat(Turn, label="ask"))
HOME = ("escape", "1")
PICTURES: list[bool] = []
"""Whether the canary was in sight, picture by picture."""
NOTHING_BUT_OURS = {"tonight-promised", "keep-places", "pass-on-lies"}
"""Guests alone, whose names are ours."""
WALKS = (
    from_(
        ROUND,
        *("escape", "1", "escape", "escape", "2", "escape", "full_stop", "full_stop", warned, "c", "question_mark"),
        *("escape", (30, 8), (60, 20), "p", "l", typed(SALT)),
        meets="Table More WhoJoins WhoLeaves Cover Help TooSmall LaterWhen",
    ),
    of("tonight-promised", "c", "1", meets="Tonight Becomes WhoComesBack"),
    from_(
        pressing(*HOME, "1"),
        *("a", "escape", "1", "down", "enter", "escape", "down", "down", "enter", "1", "escape"),
        *("down", "down", "down", "enter", "escape", "escape", "escape", "2", "enter", "escape"),
        *("down", "enter", "escape", "escape"),
        *("3", "enter", "escape", "down", "enter", "escape", "escape", "4", "escape", "escape", "m", "enter"),
        *("down", "escape", "escape", "s"),
        meets="ForTheGrownUps LightAndMotion Lights"
        " People Line PersonCard OneOf FromList SomeOf Agreements PactPage Between GettingHelp"
        " Serious Leaf Kept StoryBooks",
        lives=lived_in,
    ),
    from_(
        pressing("k"),
        *("enter", "escape", "slash", "escape", "x", "escape", "l", "x", "escape", "escape", "n", "escape", "escape"),
        *("f", "1", "1", "v", "escape", "x", "escape", "f", "escape", "escape", "w", "c", "down", "down"),
        "enter",
        meets="Quilt OneSquare HouseWords Unpick LookingBack TakeOut Note FindOne WhoseFavourite LeftOutFor Narrowing"
        " WorkshopDoor CopyOne OwnFile",
        lives=lived_in,
    ),
    from_(
        in_the_form(type(PANCAKE)(way="two-sides"), page=0),
        *("f1", "escape", "f2", "escape", "f8", pasted),
        meets="StoryForm SeeOurs ThisFile TheseTwo",
        lives=lived_in,
    ),
    from_(
        pressing("6", "6", "space"),
        *("l", typed(SALT), "enter", "l", typed(SALT), "enter", "p", "x", "enter", "t", "1"),
        meets="ForAnotherDay WhichOne WhatBecomes",
        lives=lived_in,
    ),
    of("write-names", meets="MadeUpNames"),
    of("keep-places", meets="KeepPlaces"),
    of("pass-on-before-60x20", meets="Beforehand"),
    of("pass-on-lies", meets="ItLiesHere"),
    from_(pressing("k"), given, meets="Beforehand"),
)


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    salt_everything(monkeypatch)
    return refuse_the_canary(monkeypatch)


async def looked_at(walk: Walk) -> dict[str, bool]:
    """Goes a way and looks at each page on it once, and always when proving; tells which of them showed the canary."""
    met: dict[str, bool] = {}
    app = an_app(walk.scene)
    async with app.run_test(size=walk.scene.size) as pilot:
        await walk.scene.arrange(pilot)
        for step in ((), *walk.steps):
            match step:
                case str():
                    await tap(pilot, step)
                case (width, height):
                    await pilot.resize_terminal(width, height)
                case ():
                    pass
                case _:
                    step(pilot)
            await app.workers.wait_for_complete()
            await quiet()
            page = type(app.screen).__name__
            if PROVING or page not in met or callable(step):
                await settled(pilot)
                assert not leaks(pilot), f"{page} after {step}"
                met[page] = met.get(page, False) or canary_seen(pilot)
    return met


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.scene.name)
def test_no_page_reads_or_lets_out_what_somebody_else_wrote(walk: Walk, heard: list[str]) -> None:
    met = asyncio.run(looked_at(walk))
    assert set(walk.meets.split()) <= met.keys()
    assert any(met.values()) or walk.scene.name in NOTHING_BUT_OURS
    assert heard == []


@pytest.mark.parametrize("scene", GALLERY if PROVING else GALLERY[:1], ids=lambda scene: scene.name)
def test_no_picture_of_the_gallery_reads_or_lets_out_what_somebody_else_wrote(scene: Scene, heard: list[str]) -> None:
    met = asyncio.run(looked_at(Walk(scene, (), "")))
    assert heard == []
    PICTURES.append(any(met.values()))
    told("canary", f"{len(PICTURES)} pictures, {sum(PICTURES)} with the canary in sight: none read, none let out")


def test_every_page_that_there_is_lies_on_one_of_these_ways() -> None:
    walked = {name for walk in WALKS for name in walk.meets.split()}
    assert walked <= {one.__name__ for one in screens()}
    assert {one.__name__ for one in screens() if not one.__subclasses__()} <= walked


def test_the_trap_would_be_heard_and_seen(heard: list[str]) -> None:
    for reads in (Content.from_markup, RichText.from_markup, actions.parse, parse.parse_selectors):
        with pytest.raises((AssertionError, MarkupError)):
            reads(SALT)
    assert len(heard) >= 4
    with pytest.raises((AssertionError, MarkupError)):
        Static(SALT).visual  # noqa: B018 (asking is what reads it)
    assert harmless(SALT).startswith("[31m2J[/]")
