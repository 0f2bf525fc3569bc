"""Says goodbye from the command line: somebody, or everything, is erased, asked twice."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from gatherround.cli.asking import BOTH_ANSWERED, agreed, line
from gatherround.cli.endings import FINE, NOT_DONE
from gatherround.cli.house import in_the_house, somebody
from gatherround.domain.refusing import Unclear
from gatherround.domain.text import same_name, tidy
from gatherround.host.care import NOT_DELETED
from gatherround.host.house import House

WHOM: Final = "Say whom to erase, or --everything."
KEPT: Final = "Nothing has been erased."
EVERYTHING: Final = "everything"
WHAT_GOES: Final = (
    "{name}'s card goes, and what evenings, promises and pages say of them becomes “someone”.",
    "A Round that is still on the table is let go. Every backup is deleted, and a fresh one is made.",
    "Nothing brings it back.",
)
ALSO_CALLED: Final = "Were they called something else, too? Then say so: --also NAME"
ALL_GOES: Final = (
    "Every card, every evening, every page of your own and every backup goes.",
    "Story books of your own stay: they are files of yours, in the packs folder.",
    "Nothing brings it back.",
)


def erase(asked: argparse.Namespace) -> int:
    """Erases somebody by name, or everything; without two answers nothing happens."""
    if (asked.name is None) != asked.everything:
        raise Unclear(WHOM)
    return in_the_house(asked, _erased)


def _erased(house: House, asked: argparse.Namespace) -> int:
    return _everything(house, asked) if asked.everything else _somebody(house, asked)


def _somebody(house: House, asked: argparse.Namespace) -> int:
    member = somebody(house, asked.name)
    name, erasing = tidy(member.card.name), house.family.erasing
    also = erasing.also_called(member, ", ".join(asked.also))
    says = [sentence.format(name=name) for sentence in WHAT_GOES]
    says += [*erasing.to_look_at(member, also), *(() if also else (ALSO_CALLED,))]
    if not _twice(asked, says, member.card.name):
        print(KEPT)
        return NOT_DONE
    books = erasing.story_books_naming(member, also)
    return _done(f"Goodbye, {name}.", lambda: erasing.erase(member, also), books)


def _everything(house: House, asked: argparse.Namespace) -> int:
    if not _twice(asked, ALL_GOES, EVERYTHING):
        print(KEPT)
        return NOT_DONE
    return _done("Everything is erased.", house.family.erasing.erase_everything, ())


def _twice(asked: argparse.Namespace, sentences: Sequence[str], word: str) -> bool:
    """Asks two different questions, the second for the word itself; --yes answers one, and given twice both."""
    print(*sentences, sep="\n")
    if not agreed("Go on?", yes=asked.yes > 0, unless=BOTH_ANSWERED):
        return False
    return asked.yes > 1 or same_name(line(f"To be sure, type {tidy(word)} > ", BOTH_ANSWERED).strip(), word)


def _done(said: str, erasing: Callable[[], tuple[Path, ...]], books: tuple[Path, ...]) -> int:
    left = erasing()
    print(said)
    for sentence, paths in (
        (NOT_DELETED, left),
        ("The name still stands in story books of your own, which are yours to change:", books),
    ):
        if paths:
            print(sentence, *(f"  {tidy(str(path))}" for path in paths), sep="\n")
    return NOT_DONE if left else FINE
