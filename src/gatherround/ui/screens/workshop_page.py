"""One page of a form: questions over their boxes, and one thing to think about under the box it is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from gatherround.domain.drafts.advice import Advice
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.telling import default
from gatherround.domain.drafts.ways import Box, Page, Row
from gatherround.ui import words
from gatherround.ui.widgets.typing_box import TypingBox

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class FormRow(Vertical):
    """A question, its boxes side by side, and room for what is said of them."""

    def __init__(self, row: Row, draft: Draft) -> None:
        super().__init__()
        self.row = row
        self.boxes = tuple(_typing_box(box, draft) for box in row.boxes)
        self._advice = Static("", classes="advice")

    def compose(self) -> ComposeResult:
        """Lays the question over its boxes."""
        yield Static(words.plain(self.row.asks), classes="asks")
        with Horizontal(classes="boxes"):
            yield from self.boxes
        yield self._advice

    def say(self, advice: Advice | None, quietly: str = "") -> None:
        """Says one thing under the boxes, or else something quiet, or nothing."""
        self._advice.set_class(bool(advice or quietly), "-shown")
        self._advice.update(words.phrase("[b]~[/b] $says", says=advice.says) if advice else words.dim(quietly))


class FormPage(VerticalScroll, can_focus=False):
    """The rows of one page; it can be scrolled where the window is small."""

    def __init__(self, page: Page, draft: Draft) -> None:
        super().__init__()
        self.page = page
        self.rows = tuple(FormRow(row, draft) for row in page.rows)

    def compose(self) -> ComposeResult:
        """Lays what to know over the rows."""
        if self.page.says:
            yield Static(words.plain(self.page.says), classes="says")
        yield from self.rows

    @property
    def boxes(self) -> tuple[TypingBox, ...]:
        """Its boxes, in order, those that are still to be laid included."""
        return tuple(box for row in self.rows for box in row.boxes)

    def box(self, field: str) -> TypingBox | None:
        """Gives the box of a field, or none on this page."""
        return next((box for box in self.boxes if box.field == field), None)

    def show(self, draft: Draft) -> None:
        """Puts the words of a draft into the boxes, in place of what stands there."""
        for box in self.boxes:
            box.show(draft.said(box.field))
        self.show_grey(draft)

    def show_grey(self, draft: Draft) -> None:
        """Puts what stands in grey into the boxes; words that somebody types into one of them meanwhile stay there."""
        for row in self.rows:
            for box, held in zip(row.row.boxes, row.boxes, strict=True):
                held.such_as = in_grey(draft, box)

    def say(self, advice: Advice | None, quiet: Mapping[str, str] = NOTHING) -> None:
        """Says one thing where it belongs, something quiet by box elsewhere, and takes back what was said before."""
        for row in self.rows:
            fields = [box.field for box in row.row.boxes]
            mine = advice is not None and advice.field in fields
            row.say(advice if mine else None, next((quiet[field] for field in fields if field in quiet), ""))


def _typing_box(box: Box, draft: Draft) -> TypingBox:
    text, grey = draft.said(box.field), in_grey(draft, box)
    return TypingBox(box.field, text=text, such_as=grey, rows=box.rows, most=box.most)


def in_grey(draft: Draft, box: Box) -> str:
    """Gives what stands in an empty box: an example where words are needed, else what the story has without them."""
    return box.such_as or default(draft, box.field)
