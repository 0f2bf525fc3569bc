"""Somebody small gets hold of the keyboard, the mouse and the corner of the window, on every page of the game."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from dining import a_house, an_app, hurried, quiet
from textual import events
from textual.geometry import Size
from textual.screen import Screen
from textual.worker import WorkerError

import gatherround.ui.screens
from gatherround.domain.promises import PutAside
from gatherround.host.guests import guest_by_words
from gatherround.host.house import House
from gatherround.host.moving import Moving
from gatherround.host.passing_on import Bundle, PassingOn
from gatherround.host.troubles import CannotKeep
from gatherround.ui import words
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.beforehand import Beforehand
from gatherround.ui.screens.bringing_in import FIRST
from gatherround.ui.screens.keep_places import KeepPlaces
from gatherround.ui.screens.passing_on import ItLiesHere
from gatherround.ui.screens.putting_aside import ASKED, ForAnotherDay, WhatBecomes, WhichOne
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.screens.workshop_sheets import TheseTwo
from homes import furnish, leave_open
from paws import HEIGHTS, WIDTHS, WORDS, seeds
from proving import told, tries
from scenes_books import a_shelf

EVENTS = tries(1_500, 100_000)
"""For each seed; half of them opens or closes a page, so that one costs about two milliseconds."""
KEYS = (
    *("enter", "space", "escape", "escape", "backspace", "tab", "shift+tab", "delete", "home", "end"),
    *("up", "down", "left", "right", "pageup", "pagedown", "question_mark", "full_stop", "plus", "minus", "é", "日"),
    *("slash", *"0123456789abcdefghklnopqrstvwxy", *"123456789", "f1", "f2", "f3", "f5", "f7", "f8", "f9", "ctrl+u"),
)
USUAL = Size(60, 20)
CLICK = (events.MouseMove, events.MouseDown, events.MouseUp)
STUDY = ("escape", "1")
CARD = (*STUDY, "1", "1")
FOUND = ("4", "5", "f", "4")
STARTS: dict[str, tuple[str, ...] | Size | Callable[[House], Screen[object]]] = {
    "": (),
    "Help": ("question_mark",),
    "Note": ("n",),
    "Table": ("g",),
    "Table Cover": ("g", "full_stop"),
    "Table More WhoJoins": ("g", "escape", "1"),
    "Table More WhoLeaves": ("g", "escape", "2"),
    "Becomes LaterWhen": ("c", "2"),
    "Becomes WhoComesBack": ("l", "c", "1"),
    "FindOne WhoseFavourite": (*FOUND, "v"),
    "FindOne LeftOutFor": (*FOUND, "x"),
    "FindOne Narrowing": (*FOUND, "f"),
    "StoryBooks": ("s",),
    "StoryBooks Line": ("s", "i"),
    "Beforehand": lambda _: Beforehand(FIRST, map(words.plain, ("one", "two")), "in", asks="In?"),
    "Quilt OneSquare": ("k", "enter"),
    "Quilt HouseWords": ("k", "slash"),
    "Quilt Unpick": ("k", "x"),
    "Quilt LookingBack TakeOut": ("k", "l", "x"),
    "WorkshopDoor StoryForm SeeOurs": ("w", "1", "f1"),
    "WorkshopDoor StoryForm ThisFile": ("w", "1", "f2"),
    "WorkshopDoor StoryForm MadeUpNames": ("w", "tab", "down", "enter", *["f8"] * 5),
    "WorkshopDoor CopyOne OwnFile": ("w", "c", "enter"),
    "WorkshopDoor Beforehand OneOf": ("w", "p", "enter"),
    "ItLiesHere": lambda house: ItLiesHere(house.home or Path()),
    "ForAnotherDay": lambda _: ForAnotherDay(ASKED),
    "WhichOne": lambda _: WhichOne((PutAside(1, "the dishes"), PutAside(2, "[b]money"))),
    "WhatBecomes": lambda _: WhatBecomes(PutAside(1, "the dishes")),
    "TheseTwo": lambda _: TheseTwo(("Mia", "Theo")),
    "More ForTheGrownUps People PersonCard Line": (*CARD, "enter"),
    "More ForTheGrownUps People PersonCard OneOf FromList": (*CARD, "down", "down", "down", "enter", "1"),
    "More ForTheGrownUps People PersonCard SomeOf": (*CARD, *["down"] * 6, "enter"),
    "More ForTheGrownUps Agreements PactPage": (*STUDY, "2", "enter"),
    "More ForTheGrownUps Agreements Between": (*STUDY, "2", "down", "enter"),
    "More ForTheGrownUps GettingHelp Serious": (*STUDY, "3", "enter"),
    "More ForTheGrownUps GettingHelp Leaf": (*STUDY, "3", "down", "down", "enter"),
    "More ForTheGrownUps Kept": (*STUDY, "4"),
    "LightAndMotion": ("m",),
    "LightAndMotion Lights": ("m", "enter"),
    "KeepPlaces": lambda house: KeepPlaces((guest_by_words("9", ()),), patience=0),
    "TooSmall": Size(39, 12),
}
"""The pages on the way from Tonight, and the keys; or the last page, where no few keys lead to it."""
BURST = 120
"""Events that may come before anybody waits, so that keys meet pages that come and go."""
TURNS = (0, 0, 0, 1, 2, 3, 5, 8, 13, 21)
"""How far the game may come between two of them: a page may have begun to be laid, or to go."""


class Monkey:
    """One seed: `done` counts what it did."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.done = 0
        self.last: list[object] = []

    async def begin(self, app: GatherRound, house: Lived, start: str) -> None:
        """Goes home, where all is put back as it was, and from there to a page."""
        while len(app.screen_stack) > 1:
            app.pop_screen()
        await quiet()
        assert isinstance(app.screen, Tonight)
        house.put_back()  # not before: a page that goes keeps what was typed on it
        # The drawer was put back, and this window may have let go what lies there again.
        app.screen.window.evening = app.house.evening()
        app.screen.welcome()
        app.post_message(events.Resize(USUAL, USUAL))
        await done_behind(app)
        passed = [type(app.screen).__name__]
        for step in steps(STARTS[start]):
            if isinstance(step, events.Event):
                app.post_message(step)
            else:
                app.push_screen(step(app.house))
            await done_behind(app)
            passed += [name] if (name := type(app.screen).__name__) != passed[-1] else []
        await asyncio.sleep(1 / 60)
        assert passed == ["Tonight", *start.split()], f"the way to {start} leads over {passed}"

    async def play(self, app: GatherRound, most: int) -> None:
        """Does so much, or less where a key means goodnight; what was done is drawn in between."""
        end = self.done + most
        while self.done < end:
            for _ in range(min(end - self.done, self.dice.randrange(1, BURST))):
                event = self.one_of(app)
                self.last = [*self.last, *event][-40:]
                self.done += 1
                for one in event:
                    app.post_message(one)
                for _ in range(self.dice.choice(TURNS)):
                    await asyncio.sleep(0)
            await quiet()
            if left(app):
                return
            await asyncio.sleep(self.dice.choice((0, 1 / 60, 1 / 60, 0.3)))

    def one_of(self, app: GatherRound) -> list[events.Event]:
        """Gives a key most of the time, else a click, a paste, or another size, which is soon the usual one again."""
        dice = self.dice
        match dice.choices(("key", "click", "paste", "size", "usual"), (860, 100, 10, 5, 25))[0]:
            case "key":
                key = dice.choice(KEYS)
                leaves = key in {"escape", "q"} and len(app.screen_stack) == 1 and dice.random() < 0.95
                return [pressed("enter" if leaves else key)]
            case "click":
                x, y = dice.randrange(max(1, app.size.width)), dice.randrange(max(1, app.size.height))
                return [kind(None, x, y, 0, 0, 1, False, False, False) for kind in CLICK]
            case "paste":
                return [events.Paste(dice.choice(WORDS))]
            case "size":
                size = Size(dice.choice(WIDTHS), dice.choice(HEIGHTS))
            case _:
                size = USUAL
        return [events.Resize(size, size)]


def steps(way: tuple[str, ...] | Size | Callable[[House], Screen[object]]) -> list[Any]:
    match way:
        case Size():
            return [events.Resize(way, way)]
        case tuple():
            return [pressed(key) for key in way]
        case _:
            return [way]


async def done_behind(app: GatherRound) -> None:
    """Waits until what came has been answered, also behind the pages: story books are read in a thread."""
    await quiet()
    with suppress(WorkerError):
        await app.workers.wait_for_complete()
    await quiet()


def pressed(key: str) -> events.Key:
    return events.Key(key, key if len(key) == 1 else None)


def left(app: GatherRound) -> bool:
    return app._exit or app._exception is not None


def every_screen() -> frozenset[str]:
    """Gives the name of every page of the game: every class of a screen that no other is made from."""
    rooms = gatherround.ui.screens
    for module in pkgutil.iter_modules(rooms.__path__):
        importlib.import_module(f"{rooms.__name__}.{module.name}")
    classes, found = [Screen], set[str]()
    while classes:
        one = classes.pop()
        classes += (below := one.__subclasses__())
        if not below and one.__module__.startswith(rooms.__name__):
            found.add(one.__name__)
    return frozenset(found)


class Lived:
    """A house that is as it was, however often a monkey has been in it."""

    def __init__(self, home: Path) -> None:
        self.house = a_house(home, shelf=a_shelf(home, own=True))
        assert self.house.database is not None
        # What a power cut leaves is tried elsewhere; here every move would wait for the disk.
        self._drawer = self.house.database._connected()
        self._drawer.execute("PRAGMA synchronous = OFF")
        furnish(self.house)
        leave_open(self.house)
        self._as_it_was = sqlite3.connect(":memory:")
        self._drawer.backup(self._as_it_was)
        self._books = home / "packs"
        self._books_as_they_were = self._in_the_books()

    def put_back(self) -> None:
        self._as_it_was.backup(self._drawer)
        if self._in_the_books() != self._books_as_they_were:
            shutil.rmtree(self._books)
            for path, said in self._books_as_they_were.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(said)
            self.house.shelf.read_again()

    def _in_the_books(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self._books.rglob("*") if path.is_file()}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lived:
    """Gives a house from which no path that somebody types leads out."""
    home = tmp_path / "home"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("PATH", "")
    export = Moving.export

    def within(moving: Moving, target: Path) -> None:
        if not target.absolute().is_relative_to(tmp_path):
            raise CannotKeep(target)
        export(moving, target)

    monkeypatch.setattr(Moving, "export", within)
    pack = PassingOn.pack

    def packed(passing_on: PassingOn, bundle: Bundle, target: Path, licence: str) -> Path:
        if not target.absolute().is_relative_to(tmp_path):
            raise CannotKeep(target)
        return pack(passing_on, bundle, target, licence)

    monkeypatch.setattr(PassingOn, "pack", packed)
    return Lived(home)


@pytest.mark.parametrize("seed", seeds(1, 2))
def test_no_key_click_paste_or_size_on_any_page_upsets_the_game(seed: int, house: Lived) -> None:
    monkey = Monkey(seed)
    starts = list(STARTS)[seed % 2 :: 2]
    each = EVENTS // len(starts) + 1

    @hurried
    async def among_pages() -> None:
        while starts or monkey.done < EVENTS:
            app = an_app(house.house, patience=(0, 0.4)[seed % 2], motion=bool(seed % 2))
            async with app.run_test(size=USUAL) as pilot:
                await pilot.pause()
                await app.workers.wait_for_complete()
                while not left(app) and (starts or monkey.done < EVENTS):
                    start = starts.pop() if starts else monkey.dice.choice(list(STARTS))
                    await monkey.begin(app, house, start)
                    await monkey.play(app, each)

    monkey.dice.shuffle(starts)
    try:
        among_pages()
    except Exception as broke:
        broke.add_note(f"GATHERROUND_SEED={seed} sees it again; after {monkey.done} events: {monkey.last}")
        raise
    told(
        "monkeys",
        f"{EVENTS:,} keys, clicks, pastes and sizes by each of two, over all {len(every_screen())} pages: 0 broke",
    )


def test_a_monkey_comes_over_every_page_of_the_game() -> None:
    met = {"Tonight", *" ".join(STARTS).split()}
    assert every_screen() - met == set(), "no monkey comes over these: give each a start"
