"""Stories as cards: four to a sheet, the note for a grown-up on the back, cut along the lines; grey ink is enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from gatherround.host.paper import CARDS_MARK, Paper
from gatherround.host.printing import CardPack
from gatherround.paper.card_text import Bit, about, back, front, slips
from gatherround.paper.pages import Html, Part, element, face, joined, page, rows
from gatherround.paper.stacking import fits_a_slip, stacked

TITLE: Final = "Cards to cut out"
HOW: Final = "Print both sides, turned over the long edge, at 100 %. Then cut along the lines."
A_SHEET: Final = 4
_OTHER_WAY_ROUND: Final = (1, 0, 3, 2)
"""Where each card's back lies, once the sheet has been turned over its long edge."""
_EMPTY: Final = element("div", class_="card")


def cards(packs: Sequence[CardPack], paper: Paper = "a4") -> str:
    """Gives all cards as one HTML file: each sheet, and then its back."""
    laid = [pair for pack in packs for pair in _cards(pack)]
    sheets: list[Html] = []
    for first in range(0, len(laid), A_SHEET):
        on_sheet = [*laid[first : first + A_SHEET], *[(_EMPTY, _EMPTY)] * A_SHEET][:A_SHEET]
        sheets.append(_sheet([one for one, _ in on_sheet]))
        sheets.append(_sheet([on_sheet[at][1] for at in _OTHER_WAY_ROUND]))
    how = element("p", HOW, class_="how")
    return page(TITLE, how, *sheets, mark=CARDS_MARK, looks=("cards", paper, f"cards-{paper}"))


def _sheet(four: Sequence[Html]) -> Html:
    return element("section", *four, class_="sheet")


def _cards(pack: CardPack) -> Iterator[tuple[Html, Html]]:
    """Gives each card of a story as its front and its back; the first backs carry the notes."""
    seats = slips(pack.activity)
    long = [(name, lines) for name, lines in seats if not fits_a_slip(name, lines)]
    bits = (*front(pack.activity), *(Bit(name, line) for name, lines in long for line in lines))
    fronts, backs = stacked(bits), stacked(back(pack))
    count = max(len(fronts), len(backs))
    for at, (one, other) in enumerate(zip_longest(fronts, backs, fillvalue=())):
        yield _side(pack, one, at, count), _side(pack, other, at, count, behind=True)
    short = [seat for seat in seats if seat not in long]
    for first in range(0, len(short), A_SHEET):
        yield _slips(short[first : first + A_SHEET]), _backs(pack)


def _side(pack: CardPack, bits: Sequence[Bit], at: int, count: int, *, behind: bool = False) -> Html:
    activity = pack.activity
    which = f" · {at + 1} of {count}" if count > 1 else ""
    return element(
        "article",
        element("h2", activity.title),
        element("p", ("For whoever reads" if bits else "") if behind else about(activity), class_="about"),
        element("div", *(_bit(bit, pack.faces) for bit in bits), class_="bits"),
        element("footer", f"{pack.book}{which}"),
        class_="card back" if behind else "card",
    )


def _bit(bit: Bit, faces: Mapping[str, str | None]) -> Html:
    call: list[Part] = [element("b", bit.call), " "] if bit.call else []
    words = [element("p", *call, rows(bit.text))] if bit.text or bit.call else []
    drawn = [element("p", *(_face(word, faces) for word in bit.faces), class_="faces")] if bit.faces else []
    return joined(*words, *drawn)


def _face(word: str, faces: Mapping[str, str | None]) -> Html:
    return element("span", face(word, faces.get(word)), element("small", word))


def _slips(seats: Sequence[tuple[str, tuple[str, ...]]]) -> Html:
    cut = (element("div", element("h3", name), *(element("p", line) for line in lines)) for name, lines in seats)
    return element("article", *cut, class_="card slips")


def _backs(pack: CardPack) -> Html:
    return element("article", *(element("div", element("h3", pack.activity.title)),) * A_SHEET, class_="card slips")
