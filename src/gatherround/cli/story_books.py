"""Story books from the command line: begun, brought in, taken away and packed to pass on."""

from __future__ import annotations

import argparse
from typing import Final

from gatherround.cli.asking import agreed
from gatherround.cli.endings import FINE, NOT_DONE
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import UNCHANGED, shown
from gatherround.domain.refusing import Refusal, Unclear
from gatherround.host.house import House
from gatherround.host.paths import is_folder, is_there, meant

NO_ZIP: Final = "A story book is packed as a .zip. Please say a name that ends so."
_NOT_SAID: Final = "It does not say who wrote it. --by NAME does."


def new(asked: argparse.Namespace) -> int:
    """Begins a story book in a folder, or adds stories to one; nothing that is there is written over."""
    from gatherround.host.beginnings import FIRST, KINDS, begin

    kinds = KINDS if asked.all_kinds else tuple(dict.fromkeys(asked.kinds or (FIRST,)))
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise Unclear(f'There is no kind "{shown(unknown[0])}". There are: {", ".join(KINDS)}.')
    fresh = begin(asked.folder, kinds)
    print(*(f"new: {shown(path)}" for path in fresh), sep="\n")
    folder = shown(asked.folder)
    print(f'It plays as it is. Write over it, then look: "gatherround packs check {folder}".')
    print(f'To put it on your shelf: "gatherround packs install {folder}".')
    return FINE


def install(asked: argparse.Namespace) -> int:
    """Shows what a book holds, asks, and puts it on the shelf; where it may not come in nothing is written."""
    return in_the_house(asked, _install)


def _install(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.story_books import SAME, StoryBooks

    if not is_there(meant(asked.path)):
        raise Refusal(f"There is nothing at {shown(asked.path)}.")
    books = StoryBooks(house.shelf)
    with books.arriving(asked.path) as arrival:
        print(*arrival.lines(), sep="\n")
        if arrival.same:
            print(SAME)
            return FINE
        if not agreed(arrival.question, yes=asked.yes):
            return _declined()
        target = books.put(arrival)
    print(f"It is on your shelf now: {shown(target)}")
    return FINE


def remove(asked: argparse.Namespace) -> int:
    """Takes a book of the family off the shelf, once somebody agrees; evenings keep their titles."""
    return in_the_house(asked, _remove)


def _remove(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.story_books import StoryBooks, titled

    books = StoryBooks(house.shelf)
    own = books.own(asked.id)
    print(*(f"{titled(book)}   {shown(book.path)}" for book in own), sep="\n")
    print("What you played of it stays in your evenings, by its title. Its files will be gone.")
    if not agreed("Take it off your shelf for good?", yes=asked.yes):
        return _declined()
    books.remove(own)
    print("It is gone from your shelf.")
    return FINE


def export(asked: argparse.Namespace) -> int:
    """Packs a book of the family, or one story of it, into a zip; says what to know first and asks, and where it lies.

    Another file there stays as it is.
    """
    if asked.file is not None and not is_folder(meant(asked.file)) and asked.file.suffix.casefold() != ".zip":
        raise Unclear(NO_ZIP)
    return in_the_house(asked, _export)


def _export(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.passing_on import PassingOn

    passing_on = PassingOn(house)
    bundle = passing_on.looked_at(asked.id, asked.alone or "")
    bundle = bundle.by(asked.by) if asked.by is not None else bundle
    print(*map(shown, (*bundle.lines(), *(() if bundle.pack.authors else (_NOT_SAID,)))), sep="\n")
    licence = bundle.under(asked.licence)
    if bundle.asks and not agreed("Pack it as it is?", yes=asked.yes):
        return _declined()
    target = passing_on.pack(bundle, asked.file, licence)
    print(f"Packed: {shown(target)}   (licence: {shown(licence)})")
    return FINE


def _declined() -> int:
    print(UNCHANGED)
    return NOT_DONE
