"""The story books for the grown-ups: what is on the shelf, and what there is to mend at which line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.reactive import var
from textual.widgets import OptionList, Static

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.text import tidy
from gatherround.host.bookshelf import OnShelf, Slip, read_anew
from gatherround.host.house import House
from gatherround.ui import words
from gatherround.ui.lists import CalmList, option
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away, read_on
from gatherround.ui.screens.rooms import room
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.keybar import KeyBar

TITLE: Final = "Story books"
READING: Final = "Reading them ..."
FINE: Final = "Nothing to mend. It plays as it is."
STOPS: Final = "to mend"
ADVICE: Final = "advice"
BEGIN: Final = "A book of your own begins in a terminal:  gatherround packs new kitchen-tales"
BRING: Final = "One that somebody gave you comes in with i."
LOOKS: Final = looks("story_books")
PASS: Final = "p passes it on, or one story of it."
LIES: Final = "It lies in {path}"
_LONGEST: Final = 60


class BookList(CalmList):
    """The list of books: up and down go through it, right and left through the page of the one that is looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", "move", id="next", key_display="↑ ↓", tooltip="Another book of the list"),
        Binding(
            "right,pagedown", "screen.page(1)", "read on", id="page", key_display="→", tooltip="Further down its page"
        ),
        Binding("left,pageup", "screen.page(-1)", show=False),
    ]


class StoryBooks(Explained[None]):
    """A list of books, and beside it the one that is looked at; changed files are read when it opens, and on a key."""

    AUTO_FOCUS = "BookList"
    CSS_PATH: ClassVar = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read", "read again", id="read", tooltip="Read the files again, after you have changed one"),
        Binding(
            "i", "bring_in", "bring one in", id="bring-in", tooltip="Put a book that somebody gave you on the shelf"
        ),
        Binding("p", "pass_on", "pass it on", id="pass-on", tooltip="Pack a book of yours, or one story, for somebody"),
        Binding("right,pagedown", "page(1)", show=False),
        Binding("left,pageup", "page(-1)", show=False),
        Binding("g", "getting_help", "getting help", id="getting-help", tooltip="When a game is not enough"),
        Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
        Binding("escape,backspace,q,w", "back", "back", id="back", key_display="esc", tooltip="Back to where you were"),
    ]

    books: var[tuple[OnShelf, ...] | None] = var(None)
    """Every book, the family's first; none while they are being read."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        # Held, not looked for: books may still come in when the page is going and nothing lies on it any more.
        self._shelf = BookList()
        self._page = VerticalScroll(classes="page", can_focus=False)
        self._book = Static("", classes="book")

    def compose(self) -> ComposeResult:
        """Lays the list beside the page."""
        yield Static(words.bold(TITLE), classes="title")
        with Horizontal(classes="shelf"):
            yield self._shelf
            with self._page:
                yield self._book
        first = ("back", "getting-help", "next", "page", "pass-on", "help", "bring-in", "read")
        yield KeyBar((), first=first, words=True)

    def on_mount(self) -> None:
        """Reads the books once there is something to look at."""
        self._book.update(words.dim(READING))
        self.action_read()

    @work(thread=True, exclusive=True)
    def action_read(self) -> None:
        """Reads every file again, where nobody waits for it."""
        books = read_anew(self._house.shelf)
        self.app.call_from_thread(setattr, self, "books", books)

    def watch_books(self, books: tuple[OnShelf, ...] | None) -> None:
        """Lists them, and stays at the one that was looked at."""
        if books is None or not self.is_mounted:
            return
        shelf = self._shelf
        at = shelf.highlighted or 0
        shelf.clear_options()
        shelf.add_options([option(_named(book)) for book in books])
        shelf.highlighted = min(at, len(books) - 1) if books else None
        self._show()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Shows the book that is looked at now."""
        message.stop()
        self._show()

    @property
    def here(self) -> OnShelf | None:
        """The book that is looked at, if there is one."""
        at = self._shelf.highlighted
        books = self.books or ()
        return books[at] if at is not None and at < len(books) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to pass on only what is one's own and plays."""
        if action != "pass_on":
            return True
        return self.is_mounted and self.here is not None and self.here.own and bool(self.here.stories)

    def action_bring_in(self) -> None:
        """Asks what comes in, shows it first, and reads the books again once it is there."""
        from gatherround.ui.screens.bringing_in import bring_in

        bring_in(self, self._house, self.action_read)

    def action_pass_on(self) -> None:
        """Asks what goes out, and how."""
        from gatherround.ui.screens.passing_on import pass_on

        if (book := self.here) is not None:
            pass_on(self, self._house, book.id, book.stories)

    def _show(self) -> None:
        own = any(book.own for book in self.books or ())
        page = [*_page(self.here)] if self.here is not None else []
        self.refresh_bindings()
        self._book.update(words.stacked(*page, *(() if own else _begin())))
        self._page.scroll_home(animate=False)

    def action_page(self, way: int) -> None:
        """Goes further down the page, or back up."""
        read_on(self, way, again=2)

    def action_getting_help(self) -> None:
        """Opens the page that says where to turn."""
        lay_over(self, room("getting-help", self._house))

    def action_back(self) -> None:
        """Goes back."""
        put_away(self)


def _named(book: OnShelf) -> str:
    mark = "! " if book.stopped else "· " if book.slips else "  "
    return mark + words.clipped(book.title, _LONGEST)


def _page(book: OnShelf) -> Iterator[words.Words]:
    """Says what a book is, and then each thing to mend."""
    yield words.bold(book.title)
    count = len(book.stories)
    whose = "came with the game" if not book.own else "written here" if book.id == BOOK else "brought in"
    yield words.dim(f"{count} {'story' if count == 1 else 'stories'} to play · {whose}")
    if book.authors:
        yield words.dim(f"by {', '.join(book.authors)}")
    if book.summary:
        yield words.plain("")
        yield words.plain(" ".join(book.summary.split()))
    yield words.plain("")
    if not book.slips:
        yield words.plain(FINE)
    for slip in book.slips:
        yield from _mend(slip)
    if book.own:
        yield words.plain("")
        yield words.dim(LIES.format(path=tidy(str(book.path))))
        if book.stories:
            yield words.dim(PASS)


def _mend(slip: Slip) -> Iterator[words.Words]:
    """Says where, what is off and what to do; whether a story waits for it stands in words, not in a colour alone."""
    yield words.phrase(
        "[b]$sign $file, line $line[/b]  [$dim]$what[/]",
        sign="!" if slip.stops else "·",
        file=slip.file,
        line=str(slip.line),
        what=STOPS if slip.stops else ADVICE,
    )
    yield words.plain(slip.message)
    yield words.plain(slip.advice)
    yield words.plain("")


def _begin() -> tuple[words.Words, ...]:
    return (words.plain(""), words.dim(BEGIN), words.dim(BRING))
