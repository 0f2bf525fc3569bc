"""Passing on what a family wrote: what to know first, what others may do with it, into which file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.text import tidy
from gatherround.host.house import House
from gatherround.host.passing_on import NAME_FIRST, Bundle, NoSuchBook, PassingOn, Refused
from gatherround.host.paths import is_folder, is_there, typed
from gatherround.host.troubles import CannotBe, CannotKeep
from gatherround.host.who_wrote import wrote
from gatherround.ui import words
from gatherround.ui.lists import option
from gatherround.ui.screens.beforehand import Beforehand
from gatherround.ui.screens.layers import Over, asked, in_turn, put_away
from gatherround.ui.screens.sheets import FromList, Line, OneOf
from gatherround.ui.widgets.keybar import KeyBar

WHICH: Final = "All of it, or one story?"
WHICH_ONE: Final = "Which one?"
ALL_OF_IT: Final = "all of it"
FIRST: Final = "Before it goes: {title}"
STORIES: Final = ("One story.", "{count} stories.")
MAY: Final = "Who may use it, change it and pass it on?"
FOR_GOOD: Final = "The file that goes out says so. What you allow there cannot be called back."
WHO: Final = "Who wrote it?"
MAY_NAME: Final = "It stands on it for whoever gets it. A first name or a nickname will do, or nothing at all."
MUST_NAME: Final = "It stands on it, so that others can name you. A first name or a nickname will do."
WHERE_TO: Final = "Into which file?"
HINT: Final = "A new file. On a stick or in your pictures folder it is easy to find again."
IS_THERE: Final = "There is a file of that name already. It stays just as it is; choose another name."
NO_FOLDER: Final = "There is no such folder."
LIES: Final = "It lies here:"
COMES_IN: Final = "Whoever you give it to opens the story books (s at the table) and presses i. In a terminal it is:"
_TRIES: Final = 99


class ItLiesHere(Over[None]):
    """Says where the file lies, until somebody has read it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,backspace", "close", "back", id="close", key_display="esc", tooltip="Back"),
    ]

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Lays the place over how it comes in elsewhere."""
        with Vertical(classes="sheet"):
            yield Static(words.bold("Packed."), classes="sheet-title")
            yield Static(words.plain(LIES), classes="says")
            yield Static(words.lit(tidy(str(self._path))), classes="line")
            yield Static(words.plain(COMES_IN), classes="says")
            yield Static(words.lit(f"gatherround packs install {tidy(self._path.name)}"), classes="line")
            yield KeyBar(("close",))

    def action_close(self) -> None:
        """Goes back."""
        put_away(self)


@in_turn
async def pass_on(below: Screen[Any], house: House, book_id: str, stories: tuple[tuple[str, str], ...]) -> None:
    """Asks, over a screen, which of these stories of a book go out (ids and titles), and all that follows."""
    if len(stories) < 2:  # our own book is called alike in every house, so that its only story goes as that
        await _let_out(below, house, book_id, stories[0][0] if stories and book_id == BOOK else "")
        return
    index = await asked(below, FromList(WHICH, [option(ALL_OF_IT), *(option(title) for _, title in stories)]))
    if index is not None:
        await _let_out(below, house, book_id, stories[index - 1][0] if index else "")


@in_turn
async def pass_on_one(below: Screen[Any], house: House, stories: tuple[tuple[str, str], ...]) -> None:
    """Asks, over a screen, which of these stories of our own book goes out, and all that follows."""
    index: int | None = 0 if stories else None
    if len(stories) > 1:
        index = await asked(below, FromList(WHICH_ONE, [option(title) for _, title in stories]))
    if index is not None:
        await _let_out(below, house, BOOK, stories[index][0])


async def _let_out(below: Screen[Any], house: House, book_id: str, story: str) -> None:
    """Says what to know first, asks what others may do with it and into which file, and packs it."""
    passing_on = PassingOn(house)
    try:
        bundle = passing_on.looked_at(book_id, story)
    except (NoSuchBook, Refused, CannotKeep) as trouble:
        _tell(below, trouble)
        return
    if not await asked(below, first(bundle)):
        return
    door = await asked(below, OneOf(MAY, [one.says for one in bundle.terms], says=FOR_GOOD))
    if door is None:
        return
    licence = bundle.terms[door].licence
    if bundle.book.id == BOOK or not bundle.pack.authors:
        who = await asked(below, _who_wrote(bundle, licence))
        if who is None:
            return
        bundle = bundle.by(who)
    said = await asked(below, Line(WHERE_TO, value=str(_free(bundle.name)), hint=HINT, gate=_new_file, stays=False))
    if said is None or not said.strip():
        return
    try:
        path = passing_on.pack(bundle, typed(said), licence)
    except (Refused, CannotKeep) as trouble:
        _tell(below, trouble)
    else:
        await asked(below, ItLiesHere(path))


def first(bundle: Bundle) -> Beforehand:
    """Shows what to know of what goes out, and asks whether it may."""
    title, count = FIRST.format(title=bundle.pack.title), len(bundle.stories)
    stories = words.dim(STORIES[count != 1].format(count=count))
    return Beforehand(title, (stories, *map(_said, bundle.lines())), "out")


def _who_wrote(bundle: Bundle, licence: str) -> Line:
    """Asks for the name that stands on it: one may be left out, unless somebody asks to be named."""

    def gate(said: str) -> None:
        if not wrote(said) and bundle.names_me(licence):
            raise CannotBe(NAME_FIRST)

    hint = MUST_NAME if bundle.names_me(licence) else MAY_NAME
    return Line(WHO, value=", ".join(bundle.pack.authors), hint=hint, gate=gate)


def _free(name: str) -> Path:
    """Suggests a file that is not there yet, in the folder that is somebody's own."""
    first = Path.home() / name
    tries = (first, *(first.with_stem(f"{first.stem}-{number}") for number in range(2, _TRIES)))
    return next((path for path in tries if not path.exists()), first)


def _new_file(said: str) -> None:
    """Refuses kindly, while the line can still be changed, what could only be refused later."""
    path = typed(said)
    if not is_folder(path.parent):
        raise CannotBe(NO_FOLDER)
    if is_there(path) and not is_folder(path):
        raise CannotBe(IS_THERE)


def _tell(below: Screen[Any], trouble: NoSuchBook | Refused | CannotKeep) -> None:
    below.notify(trouble.sentence, markup=False, timeout=10)


def _said(line: str) -> words.Words:
    """Shows a sentence; what begins with a sign is bright, and without colour the sign says so."""
    return words.lit(line) if line.startswith("!") else words.plain(line)
