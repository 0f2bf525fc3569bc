"""The story books for the grown-ups: what is on the shelf, and what there is to mend at which line."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.widgets import OptionList, Static

from gatherround.host.bookshelf import OnShelf, read_anew
from gatherround.host.house import House
from gatherround.ui import words
from gatherround.ui.lists import ListOf
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away, read_on
from gatherround.ui.screens.rooms import room
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.book_page import BookPage
from gatherround.ui.widgets.keybar import KeyBar

TITLE: Final = "Story books"
LOOKS: Final = looks("story_books")
_LONGEST: Final = 60
FIRST: Final = ("back", "getting-help", "next", "page", "pass-on", "help", "bring-in", "read")
"""The keys in the order in which they are given room on the bottom line."""


class BookList(ListOf[OnShelf]):
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
        self._shelf = BookList(_named)
        self._page = BookPage()

    def compose(self) -> ComposeResult:
        """Lays the list beside the page."""
        yield Static(words.bold(TITLE), classes="title")
        with Horizontal(classes="shelf"):
            yield self._shelf
            yield self._page
        yield KeyBar((), first=FIRST, words=True)

    def on_mount(self) -> None:
        """Reads the books once there is something to look at."""
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
        self._shelf.show(books)
        if self._shelf.marked is None:
            self._shelf.action_first()
        self._show()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Shows the book that is looked at now."""
        message.stop()
        self._show()

    def _show(self) -> None:
        self._page.show(self._shelf.marked, have_own=any(book.own for book in self._shelf.items))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to pass on only what is one's own and plays."""
        book = self._shelf.marked
        return action != "pass_on" or (book is not None and book.own and bool(book.stories))

    def action_bring_in(self) -> None:
        """Asks what comes in, shows it first, and reads the books again once it is there."""
        from gatherround.ui.screens.bringing_in import bring_in

        bring_in(self, self._house, self.action_read)

    def action_pass_on(self) -> None:
        """Asks what goes out, and how."""
        from gatherround.ui.screens.passing_on import pass_on

        if (book := self._shelf.marked) is not None:
            pass_on(self, self._house, book.id, book.stories)

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
