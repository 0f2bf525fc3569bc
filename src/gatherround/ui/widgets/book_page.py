"""The page of one story book for the grown-ups: what it is, and each thing to mend, at its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.text import tidy
from gatherround.host.bookshelf import OnShelf, Slip
from gatherround.ui import words

READING: Final = "Reading them ..."
FINE: Final = "Nothing to mend. It plays as it is."
STOPS: Final = "to mend"
ADVICE: Final = "advice"
BEGIN: Final = "A book of your own begins in a terminal:  gatherround packs new kitchen-tales"
BRING: Final = "One that somebody gave you comes in with i."
PASS: Final = "p passes it on, or one story of it."
LIES: Final = "It lies in {path}"


class BookPage(VerticalScroll, can_focus=False):
    """Shows a book from its beginning; to whoever has none of their own it says how one comes."""

    def __init__(self) -> None:
        super().__init__(classes="page")
        # Held, not looked for: books may still come in when the page is going and nothing lies on it any more.
        self._book = Static(words.dim(READING), classes="book")

    def compose(self) -> ComposeResult:
        """Lays all that is said of it."""
        yield self._book

    def show(self, book: OnShelf | None, *, have_own: bool) -> None:
        """Shows another book, if there is one."""
        page = [*_page(book)] if book is not None else []
        self._book.update(words.stacked(*page, *(() if have_own else _begin())))
        self.scroll_home(animate=False)


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
