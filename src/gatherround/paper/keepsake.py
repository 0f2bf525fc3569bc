"""The page to keep: the quilt, the words this house owns, and what was noticed; no figure and no date on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatherround.domain.album import Album, HouseWord, Noticing
from gatherround.host.pages import MARK
from gatherround.paper.pages import Html, element, joined, page
from gatherround.paper.quilt_picture import TITLE, picture, quilt

WORDS: Final = "Words this house owns"
NOTICED: Final = "What we noticed"
FROM: Final = "from {stories}"
FAREWELL: Final = "Every square is an evening at our table. Nobody was measured."


def keepsake(album: Album) -> str:
    """Gives the whole page as one HTML file; what there is none of has no heading either."""
    return page(
        TITLE,
        element("h1", TITLE),
        quilt(album.squares),
        _dictionary(album.words),
        _noticed(album.noticed),
        element("footer", FAREWELL),
        mark=MARK,
        looks=("stitches", "keepsake"),
    )


def keepsake_picture(album: Album) -> str:
    """Gives the quilt alone as one SVG file."""
    return picture(album.squares, MARK)


def _dictionary(words: Sequence[HouseWord]) -> Html:
    entries = (element("div", element("dt", one.word), _origin(one), class_="entry") for one in words)
    return joined(element("h2", WORDS), element("dl", *entries)) if words else Html("")


def _origin(one: HouseWord) -> Html:
    return element("dd", FROM.format(stories=", ".join(one.stories))) if one.stories else Html("")


def _noticed(lines: Sequence[Noticing]) -> Html:
    items = (element("li", one.text) for one in lines)
    return joined(element("h2", NOTICED), element("ul", *items)) if lines else Html("")
