"""Story books from the command line: begun, brought in, taken away and packed to pass on."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final

from gatherround.cli import FINE, NOT_DONE, WRONG_USE
from gatherround.cli.asking import agreed
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import shown
from gatherround.domain.text import Unfit
from gatherround.host.house import House
from gatherround.host.troubles import CannotBe, CannotKeep

if TYPE_CHECKING:
    from gatherround.host.beginnings import NotBegun
    from gatherround.host.story_books import NoSuchBook, Refused

_NOTHING: Final = "Nothing has been changed."
_NOT_SAID: Final = "It does not say who wrote it. --by NAME does."


def new(asked: argparse.Namespace) -> int:
    """Begins a story book in a folder, or adds stories to one; nothing that is there is written over."""
    from gatherround.host.beginnings import FIRST, KINDS, NotBegun, begin

    kinds = KINDS if asked.all_kinds else tuple(dict.fromkeys(asked.kinds or (FIRST,)))
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        print(f'There is no kind "{shown(unknown[0])}". There are: {", ".join(KINDS)}.', file=sys.stderr)
        return WRONG_USE
    try:
        fresh = begin(asked.folder, kinds)
    except (NotBegun, CannotKeep) as trouble:
        _refused(trouble)
        return WRONG_USE
    print(*(f"new: {shown(path)}" for path in fresh), sep="\n")
    folder = shown(asked.folder)
    print(f'It plays as it is. Write over it, then look: "gatherround packs check {folder}".')
    print(f'To put it on your shelf: "gatherround packs install {folder}".')
    return FINE


def install(asked: argparse.Namespace) -> int:
    """Shows what a book holds, asks, and puts it on the shelf; 1 where it may not come in, and nothing is written."""
    return in_the_house(asked, _install)


def _install(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.story_books import SAME, Refused, StoryBooks

    books = StoryBooks(house.shelf)
    try:
        with books.arriving(asked.path) as arrival:
            print(*arrival.lines(), sep="\n")
            if arrival.same:
                print(SAME)
                return FINE
            if not agreed(arrival.question, yes=asked.yes):
                return _declined()
            target = books.put(arrival)
    except (Refused, CannotKeep, CannotBe) as trouble:
        return _refused(trouble)
    print(f"It is on your shelf now: {shown(target)}")
    return FINE


def remove(asked: argparse.Namespace) -> int:
    """Takes a book of the family off the shelf, once somebody agrees; evenings keep their titles."""
    return in_the_house(asked, _remove)


def _remove(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.story_books import NoSuchBook, StoryBooks, titled

    books = StoryBooks(house.shelf)
    try:
        own = books.own(asked.id)
        print(*(f"{titled(book)}   {shown(book.path)}" for book in own), sep="\n")
        print("What you played of it stays in your evenings, by its title. Its files will be gone.")
        if not agreed("Take it off your shelf for good?", yes=asked.yes):
            return _declined()
        books.remove(own)
    except (NoSuchBook, CannotKeep, CannotBe) as trouble:
        return _refused(trouble)
    print("It is gone from your shelf.")
    return FINE


def export(asked: argparse.Namespace) -> int:
    """Packs a book of the family, or one story of it, into a zip; says what to know first and asks, and where it lies.

    Another file there stays as it is.
    """
    return in_the_house(asked, _export)


def _export(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.passing_on import NoSuchBook, PassingOn, Refused

    passing_on = PassingOn(house)
    try:
        bundle = passing_on.looked_at(asked.id, asked.story)
        bundle = bundle.by(asked.by) if asked.by is not None else bundle
        print(*map(shown, (*bundle.lines(), *(() if bundle.pack.authors else (_NOT_SAID,)))), sep="\n")
        licence = bundle.under(asked.licence)
        if bundle.asks and not agreed("Pack it as it is?", yes=asked.yes):
            return _declined()
        target = passing_on.pack(bundle, asked.file, licence)
    except (NoSuchBook, Refused, CannotKeep, CannotBe, Unfit) as trouble:
        return _refused(trouble)
    print(f"Packed: {shown(target)}   (licence: {shown(licence)})")
    return FINE


def _refused(trouble: NoSuchBook | Refused | NotBegun | CannotKeep | CannotBe | Unfit) -> int:
    if isinstance(trouble, CannotKeep):
        where = shown(trouble.path) if trouble.path else "This house has no folder: it"
        print(f"{where} cannot be written to just now. {_NOTHING}", file=sys.stderr)
    else:
        print(trouble.sentence, file=sys.stderr)
    return WRONG_USE if isinstance(trouble, CannotBe | Unfit) else NOT_DONE


def _declined() -> int:
    print(_NOTHING)
    return FINE
