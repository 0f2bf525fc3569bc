"""The one door out for words: whatever a person or a story book said is shown as it is, and never read as markup.

Nothing else in the dining room builds `Content`. What is drawn cell by cell takes its words from `rows` and `clipped`.
"""

import re
from collections.abc import Iterable
from string import Template
from typing import Final, TypeAlias

from textual.content import Content

from gatherround.domain import text as people
from gatherround.ui.steering import harmless

Words: TypeAlias = Content
"""What every widget shows: words that are styled and never parsed."""

LIT: Final = "bold $lit"
DIM: Final = "$dim"

_LABEL: Final = 16
"""Cells of a label that stands beside somebody's words."""
_TAG: Final = re.compile(r"(?<!\\)\[[^\]]*\]")


def plain(text: str) -> Content:
    """Gives the words as they are."""
    return Content(harmless(text))


def phrase(template: str, /, **names: str) -> Content:
    """Gives a sentence of ours, with markup, in which each `$name` becomes somebody's words as they are.

    Raises KeyError for a `$name` that is not given, since Textual would show it to the family.
    """
    asked = set(Template(_TAG.sub("", template)).get_identifiers())
    if missing := asked - names.keys():
        raise KeyError(*sorted(missing))
    return Content.from_markup(template, **{name: harmless(words) for name, words in names.items()})


def bold(text: str, style: str = "") -> Content:
    """Gives the words in bold, with more style of ours (such as `$chair-lemon`) where it is given."""
    return Content.styled(harmless(text), f"bold {style}".strip())


def lit(text: str, noises: Iterable[str] = ()) -> Content:
    """Gives words that are bright now; each noise word in them is underlined, so that the reader's eye meets it."""
    words = harmless(text)
    content = Content.styled(words, LIT)
    for noise in noises:
        for found in re.finditer(re.escape(harmless(noise)), words, re.IGNORECASE):
            content = content.stylize("underline", *found.span())
    return content


def dim(text: str) -> Content:
    """Gives words that have had their moment, or are for the reader alone."""
    return Content.styled(harmless(text), DIM)


def pair(label: str, said: str, width: int) -> Content:
    """Gives a label of ours, dim, and beside it somebody's words in rows that fit into `width`."""
    labels = [people.clip(label, _LABEL).ljust(_LABEL)]
    said_rows = rows(said, max(1, width - _LABEL)) or ("",)
    labels += [" " * _LABEL] * (len(said_rows) - 1)
    return stacked(
        *(Content.styled(at, DIM) + Content.styled(row, "$lit") for at, row in zip(labels, said_rows, strict=True))
    )


def stacked(*lines: Content) -> Content:
    """Gives the lines one under another."""
    return Content("\n").join(lines)


def rows(text: str, width: int) -> tuple[str, ...]:
    """Gives the words in rows of at most `width` cells, for a widget that draws them itself; none below one cell."""
    return people.wrap(harmless(text), width) if width > 0 else ()


def clipped(text: str, cells: int) -> str:
    """Gives the words on one line of at most `cells` cells, ended by an ellipsis where they are longer."""
    return people.clip(harmless(" ".join(text.split())), max(0, cells))
