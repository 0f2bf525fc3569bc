"""A leaf: a page of the study that is there to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from gatherround.ui import words
from gatherround.ui.screens.study import Study

Paragraph: TypeAlias = tuple[str, str]
"""What is said first, bright, and what is said about it; either may be empty."""


class Leaf(Study):
    """Shows paragraphs one under another; arrows and the mouse move through them."""

    KEPT = ("back",)

    def __init__(self, title: str, paragraphs: Sequence[Paragraph], *, close: str = "") -> None:
        super().__init__()
        self._leaf_title = title
        self._paragraphs = tuple(paragraphs)
        self._close = close

    def titled(self) -> str:
        """Gives the title it was given."""
        return self._leaf_title

    def page(self) -> Iterator[Widget]:
        """Lays the paragraphs."""
        with VerticalScroll(classes="leaf"):
            yield from laid(self._paragraphs, self._close)


def laid(paragraphs: Sequence[Paragraph], close: str) -> Iterator[Static]:
    """Gives a widget for each paragraph, and one for the last word."""
    for first, then in paragraphs:
        lines = [words.bold(first, "$lit")] if first else []
        yield Static(words.stacked(*lines, *([words.plain(then)] if then else [])), classes="paragraph")
    if close:
        yield Static(words.dim(close), classes="paragraph")
