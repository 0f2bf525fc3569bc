"""Whatever a person or a story book says is shown as it was typed: never markup, never a link, never a crash."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from dining import (
    a_house,
    a_house_of_cards,
    called,
    everything,
    house_of,
    hurried,
    laid_for,
    opened,
    panel,
    play,
    press,
    seen,
    segments,
    settled,
    tap,
    told,
)
from rich.text import Text
from textual import markup
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Static

import gatherround.ui
from authors import write_file
from every_step import every_step
from gatherround.domain.entries import Sealed
from gatherround.domain.play.beats import Beat, Card, Pick, Say, Show, Turn
from gatherround.domain.steps import Ask, Vote
from gatherround.host.household import Setting
from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Shelves
from gatherround.paper.keepsake import keepsake
from gatherround.ui.screens.asking import LaterWhen, WhoLeaves
from gatherround.ui.screens.house_words import HouseWords
from gatherround.ui.screens.looking_back import LookingBack, TakeOut
from gatherround.ui.screens.menu import Help, More
from gatherround.ui.screens.noticing import Note
from gatherround.ui.screens.one_square import OneSquare
from gatherround.ui.screens.over_the_quilt import Unpick
from gatherround.ui.screens.quilt import Quilt
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.story_list import SearchLine
from rounds import SMALL_SHELF, ask, laid, plain, story
from sewing import an_evening, keep

CANARY = "canary"
HOSTILE = f"[/b][@click=app.bell]x $name <b> [red] {CANARY}"
SHORT = f"[/]$a {CANARY}"
NAMES = (
    "[/]",
    "[b]",
    "$name",
    "${name}",
    "<feeling>",
    "[@click=app.quit]x[/]",
    "\\[ \\",
    "王" * 40,
    "مريم بنت خالد",
    "e\u0301\u0302\u0303" * 8,
    "🦆🐢🧅",
    "]] [[link=file:///etc]",
)
FAMILY = called(*NAMES[:3], ages=(3, 14, 41))


@pytest.fixture(autouse=True)
def refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Refuses a canary that is about to be read as markup, by either library, and remembers that it was tried."""
    heard: list[str] = []

    def guarded(original: object) -> object:
        def read(*given: object, **more: object) -> object:
            if any(CANARY in one for one in given if isinstance(one, str)):
                heard.append(str(given))
                raise AssertionError(f"read as markup: {given}")
            return original(*given, **more)  # type: ignore[operator]

        return read

    monkeypatch.setattr(Content, "from_markup", guarded(Content.from_markup))
    monkeypatch.setattr(Text, "from_markup", guarded(Text.from_markup))
    monkeypatch.setattr(markup, "to_content", guarded(markup.to_content))
    return heard


def shown(pilot: Pilot[int]) -> str:
    """Gives every word of the screen in front, before it is wrapped and drawn."""
    screen = pilot.app.screen
    plain_words = [static.visual.plain for static in screen.query(Static) if isinstance(static.visual, Content)]
    doors = [option for doors in screen.query(Doors) for option in doors.options]
    return "\n".join((*plain_words, *doors, *(word.word for word in screen.query(BigWord))))


SCROLL_BAR = [("@mouse.down", "grab"), ("@mouse.down", "scroll_up"), ("@mouse.down", "scroll_down")]
"""What Textual's own scroll bars say of themselves."""


def no_link_is_live(pilot: Pilot[int]) -> bool:
    styles = [segment.style for segment in segments(pilot) if segment.style]
    events = [said for style in styles for said in style.meta.items() if said[0].startswith("@")]
    return not any(style.link for style in styles) and all(said in SCROLL_BAR for said in events)


def texts(beat: Beat) -> tuple[str, ...]:
    """Gives what a beat says, which is on the table while it lies there."""
    match beat:
        case Say(label="breathe") | Card(open=False):
            return ()
        case Say() | Turn() | Show():
            return tuple(beat.text.split("\n"))
        case Card():
            return (*beat.lines, beat.name)
        case Pick(prompt=prompt, options=options, cause=cause, faces=faces):
            return (cause or prompt, *options[len(faces) :])
        case _:
            return tuple(part for part in (getattr(beat, "prompt", ""), getattr(beat, "question", "")) if part)


def test_the_canary_would_be_heard(refused: list[str]) -> None:
    with pytest.raises(AssertionError, match="read as markup"):
        Static(HOSTILE).visual  # noqa: B018 (asking is what reads it)
    assert len(refused) == 1


@hurried
async def test_a_hostile_story_book_is_read_aloud_as_it_was_typed(tmp_path: Path, refused: list[str]) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    write_file(packs, "hostile", every_step(HOSTILE, SHORT))
    shelf = Shelf(Shelves(SMALL_SHELF, packs), None)
    assert shelf.activities, [note.problem for book in shelf.books for note in book.notes]
    met: set[tuple[type[Beat], str]] = set()
    async with opened(a_house_of_cards(shelf), (40, 12)) as pilot:
        await laid_for(pilot, laid(shelf.activities[0], FAMILY, words=shelf.words))
        for _ in range(120):
            beat = play(pilot).beat
            for text in texts(beat):
                assert text in shown(pilot), f"{text!r} is not on the table: {beat}"
            if (kind := (type(beat), getattr(beat, "label", ""))) not in met:
                met.add(kind)
                await settled(pilot)
                assert no_link_is_live(pilot)
            if play(pilot).phase == "night":
                break
            await tap(pilot, *(("c", "down", "t") if isinstance(beat, Turn) else ()), "enter")
    assert {sort for sort, _ in met} == set(get_args(Beat))
    assert not refused


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@hurried
async def test_people_are_called_by_the_names_they_typed(size: tuple[int, int], refused: list[str]) -> None:
    people = called(*NAMES, ages=(9, 9, 41))
    vote = Vote(question=plain("Who has <me>'s hat?"), options=(plain("<me>"), plain("<next>")))
    plan = laid(story(Ask(text=plain("<me>, and <next>?"), who="everyone"), vote, most=12), people)
    async with opened(None, size) as pilot:
        await laid_for(pilot, plan)
        for person in people:
            assert person.name in shown(pilot)
            assert f"{person.name}, and " in shown(pilot)
            await settled(pilot)
            assert no_link_is_live(pilot)
            await tap(pilot, "enter")
        for person in people:
            assert f"▢ {person.name}" in shown(pilot)
            assert panel(pilot).whose == person.name
            await tap(pilot, "1")
        await press(pilot, "escape", "2")
        assert isinstance(pilot.app.screen, WhoLeaves)
        assert all(person.name in shown(pilot) for person in people[:8])
        await press(pilot, "9", "4")
        assert f"Bye-bye, {NAMES[-1]}." in shown(pilot)
        assert no_link_is_live(pilot)
    assert not refused


@hurried
async def test_every_other_screen_shows_words_as_they_were_typed(tmp_path: Path, refused: list[str]) -> None:
    house = a_house(tmp_path)
    house.notices.append(HOSTILE)
    async with opened(house) as pilot:
        assert HOSTILE in told(pilot)
        pilot.app.screen.setting = Setting(people=called(*NAMES))  # type: ignore[attr-defined]
        await settled(pilot)
        assert no_link_is_live(pilot)
        await laid_for(pilot, laid(story(ask(HOSTILE), ask(), title=HOSTILE, whisper=HOSTILE), FAMILY))
        pilot.app.open_url(HOSTILE)
        await press(pilot, "c")
        assert told(pilot)[-1] == HOSTILE
        for key, screen in (("escape", More), ("question_mark", Help)):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, screen)
            assert no_link_is_live(pilot)
            await press(pilot, "escape")
        await press(pilot, "p", "l")
        assert isinstance(pilot.app.screen, LaterWhen)
        pilot.app.screen.query_one(Input).value = HOSTILE
        await settled(pilot)
        assert HOSTILE in seen(pilot)
        assert no_link_is_live(pilot)
        await press(pilot, "enter", "1")
        assert play(pilot).phase == "night"
        journal = house_of(pilot).journal
        assert journal is not None
        assert [one.entry.topic for one in journal.entries() if hasattr(one.entry, "topic")] == [HOSTILE]
    assert not refused


@hurried
async def test_the_quilt_and_all_that_lies_behind_it_show_words_as_they_were_typed(
    tmp_path: Path, refused: list[str]
) -> None:
    house = a_house(tmp_path)
    house.printer = keepsake
    assert house.journal is not None
    house.journal.between_rounds([Sealed(activity="test/hat", title=HOSTILE, member=None)])
    told_of = an_evening(0, HOSTILE, title=HOSTILE, act=HOSTILE, met=HOSTILE, things=(SHORT, "Lemon"))
    keep(house.database, told_of, noticed=[HOSTILE])
    async with opened(house, (120, 40)) as pilot:
        for keys, screen in (
            (("k",), Quilt),
            (("enter",), OneSquare),
            (("escape", "slash"), HouseWords),
            (("escape", "x"), Unpick),
            (("escape", "l"), LookingBack),
            (("x",), TakeOut),
            (("escape", "n"), Note),
        ):
            await press(pilot, *keys)
            assert isinstance(pilot.app.screen, screen)
            assert no_link_is_live(pilot)
            if screen not in {Unpick, TakeOut, Note}:
                assert "[/b][@click=app.bell]x $name <b> [red]" in " ".join(seen(pilot).split())
        pilot.app.screen.query_one(Input).value = HOSTILE
        await press(pilot, "escape", "n")
        assert pilot.app.screen.query_one(Input).value == HOSTILE
        await press(pilot, "enter", "escape", "k")
        assert pilot.app.is_running
    assert not refused


def modules() -> Iterator[tuple[str, ast.Module]]:
    room = Path(str(gatherround.ui.__file__)).parent
    for path in sorted(room.rglob("*.py")):
        yield path.relative_to(room).as_posix(), ast.parse(path.read_text("utf-8"))


def test_only_the_door_out_builds_words() -> None:
    for name, tree in modules():
        built = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        taken = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
        named = taken | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if name != "words.py":
            assert not [call for call in built if call.split(".")[0] == "Content"], name
            assert not {"from_markup", "from_text", "Markdown"} & named, name
        assert not {"escape", "Text"} & taken, name


def test_nothing_hands_textual_a_bare_string_to_show() -> None:
    for name, tree in modules():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            called_ = ast.unparse(call.func)
            first = call.args[0] if call.args else None
            if called_.endswith("notify"):
                assert "markup=False" in ast.unparse(call), f"{name}:{call.lineno}"
            elif called_.endswith(("Static", "Label", "Button", ".update")):
                bare = isinstance(first, ast.JoinedStr) or (isinstance(first, ast.Constant) and first.value != "")
                assert not bare, f"{name}:{call.lineno}"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@hurried
async def test_find_one_shows_stories_and_people_as_they_were_typed(
    size: tuple[int, int], tmp_path: Path, refused: list[str]
) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    flagged = replace(every_step(HOSTILE, SHORT), flags=("death", "dogs"), coach=HOSTILE, props=(HOSTILE,), depth=4)
    write_file(packs, "hostile", flagged, replace(flagged, id="other", title=SHORT), title=HOSTILE)
    house = a_house(tmp_path, shelf=Shelf(Shelves(SMALL_SHELF, packs), None))
    async with opened(house, size) as pilot:
        pilot.app.screen.setting = Setting(people=called(*NAMES))  # type: ignore[attr-defined]
        await tap(pilot, "f")
        await pilot.app.workers.wait_for_complete()
        await tap(pilot, "1", "e", "v")
        for key in (
            "1",
            "2",
            "v",
            "escape",
            "x",
            "escape",
            "f",
            "2",
            "8",
            "enter",
            "slash",
            *"[/b]",
            "enter",
            "x",
            "1",
        ):
            await press(pilot, key)
            assert no_link_is_live(pilot), key
        await press(pilot, "backspace", "right", "right", "right")
        assert CANARY in everything(pilot)
        pilot.app.screen.query_one(SearchLine).value = f"{CANARY} zebra"
        await press(pilot, "slash")
        assert f"{CANARY} zebra in it" in " ".join(seen(pilot).split())
        assert no_link_is_live(pilot)
    assert not refused
