"""A dinner without a screen: tonight's deal on the two sides of one sheet, for whoever reads aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from gatherround.domain.play.plan import Plan
from gatherround.domain.play.seating import YOUNGEST_READER
from gatherround.domain.play.told import Chapter, Piece, Slip, told
from gatherround.domain.rights import RIGHTS_IN_FULL
from gatherround.host.paper import TONIGHT_MARK, Paper
from gatherround.paper.pages import Html, Part, element, face, page, rows

TITLE: Final = "Tonight, without the screen"
SLIPS: Final = "Cut these off before dinner, and let each be read by one pair of eyes."
_SIZES: Final = ((3_300, "largest"), (5_000, "large"), (6_400, "middle"), (8_000, "small"))
"""How many signs fit on both sides in each size of letters; what is longer is set in the smallest."""
_SMALLEST: Final = "smallest"


def tonight(plan: Plan, paper: Paper = "a4") -> str:
    """Gives the whole sheet as one HTML file; every person's questions are in their own wording."""
    chapters = told(plan)
    slips = [slip for chapter in chapters for slip in chapter.slips]
    faces = {word.word: word.face for word in plan.words}
    body = (
        element("h1", TITLE),
        element("p", *_who(plan), class_="who"),
        *(_chapter(chapter, faces) for chapter in chapters),
        *([_slips(slips)] if slips else []),
        element("p", RIGHTS_IN_FULL, class_="rights"),
    )
    size = next((name for most, name in _SIZES if _signs(chapters) <= most), _SMALLEST)
    return page(TITLE, element("main", *body, class_=size), mark=TONIGHT_MARK, looks=("tonight", paper))


def _who(plan: Plan) -> Iterator[Part]:
    deal = plan.deals[0]
    if len(plan.people) == 1:
        yield f"For {plan.people[0].name}, who plays it alone."
        return
    yield f"{', '.join(person.name for person in plan.people)}, in the order you sit. "
    reader = plan.person(deal.reader)
    reads = f"{reader.name} reads." if reader.age >= YOUNGEST_READER else "Whoever can read, reads."
    yield f"{reads} {plan.person(deal.lead).name} is asked first."


def _chapter(chapter: Chapter, faces: Mapping[str, str | None]) -> Html:
    noises = [element("p", "Everybody, at ", "; ".join(chapter.noises), class_="noises")] if chapter.noises else []
    return element(
        "section",
        element("h2", chapter.title),
        *noises,
        *(_piece(piece, faces) for piece in chapter.pieces),
    )


def _piece(piece: Piece, faces: Mapping[str, str | None]) -> Html:
    whose = f"{', '.join(piece.who)}: " if piece.who else ""
    first = element("p", element("b", piece.call), " ", element("i", whose), *_breaths(piece.lines))
    options = [element("p", " · ".join(piece.options), class_="options")] if piece.options else []
    drawn = [element("p", *(face(word, faces.get(word)) for word in piece.faces), class_="faces")]
    doors = [_door(said, then, faces) for said, then in piece.doors]
    return element("div", first, *(drawn if piece.faces else []), *options, *doors, class_="piece")


def _breaths(lines: tuple[str, ...]) -> Iterator[Part]:
    """Gives breaths with a mark between them: there the reader looks up, and the table may breathe too."""
    for at, line in enumerate(lines):
        if at:
            yield element("span", " ▸ ", class_="breath")
        yield rows(line)


def _door(said: str, then: tuple[Piece, ...], faces: Mapping[str, str | None]) -> Html:
    return element("div", element("p", f"“{said}”"), *(_piece(piece, faces) for piece in then), class_="door")


def _slips(slips: list[Slip]) -> Html:
    cut = (
        element("div", element("h3", f"{slip.who}: {slip.name}"), *(element("p", line) for line in slip.lines))
        for slip in slips
    )
    return element("section", element("p", SLIPS, class_="cut"), element("div", *cut, class_="slips"), class_="last")


def _signs(chapters: tuple[Chapter, ...]) -> int:
    """Counts what stands on the sheet; a line costs as much as half of it, since it seldom ends at the edge."""
    return sum(
        40 + sum(_of(piece) for piece in chapter.pieces) + sum(90 + len(" ".join(one.lines)) for one in chapter.slips)
        for chapter in chapters
    )


def _of(piece: Piece) -> int:
    lines = (*piece.lines, " · ".join(piece.options), ", ".join(piece.who))
    rows = sum(line.count("\n") for line in piece.lines)
    doors = sum(30 + len(said) + sum(map(_of, then)) for said, then in piece.doors)
    return 30 + 25 * rows + sum(map(len, lines)) + (160 if piece.faces else 0) + doors
