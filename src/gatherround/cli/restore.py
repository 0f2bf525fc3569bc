"""Goes back to a copy from the command line, with a look at it first; and offers to where the file cannot be read."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from gatherround.cli.asking import agreed
from gatherround.cli.endings import FINE, NOT_DONE
from gatherround.cli.saying import UNCHANGED, columns, not_done, shown
from gatherround.domain.counting import counted
from gatherround.domain.refusing import CannotBe, Refusal
from gatherround.domain.text import tidy
from gatherround.host.paths import is_folder, is_there, meant
from gatherround.host.restoring import Choice, Inside, Restoring
from gatherround.host.troubles import CannotKeep

NONE: Final = "There is no copy here that is whole. One is made on each day that you play."
NONE_YET: Final = "There are no copies here yet. One is made on each day that you play."
NO_COPY: Final = 'There is no copy "{copy}". "gatherround restore" lists those there are.'
A_FOLDER: Final = "{folder} is a folder, and a copy is one file. Name the file."
OFFER: Final = "There is a whole copy {when}: {holds}."
TO_GO_ON: Final = "Set the file that cannot be read aside, and go on with this copy?"
MOST_NAMES: Final = 6


def restore(asked: argparse.Namespace) -> int:
    """Lists the copies, or puts one in place after it has been looked at and a question answered."""
    restoring = Restoring(asked.data_dir, os.environ)
    choices = restoring.choices()
    if asked.copy is None and asked.json:
        print(json.dumps(_shapes(choices), indent=2, ensure_ascii=False))
        return FINE
    if asked.copy is None:
        return _listed(choices, NONE if restoring.has_any() else NONE_YET)
    choice = _chosen(restoring, choices, asked.copy)
    if choice is None:
        raise Refusal(NO_COPY.format(copy=shown(asked.copy)))
    return _restored(restoring, choice, sure=asked.yes)


def offered(data_dir: Path | None, environ: Mapping[str, str]) -> bool:
    """Offers the newest whole copy where the family file cannot be read, and tells whether it is in place now.

    Where nobody can answer, it only says how.
    """
    restoring = Restoring(data_dir, environ)
    choice = restoring.newest()
    if choice is None:
        return False
    print(OFFER.format(when=_when(choice), holds=holds(choice.inside)), file=sys.stderr)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        print("To put it in place: gatherround restore 1", file=sys.stderr)
        return False
    try:
        return agreed(TO_GO_ON, on=sys.stderr) and _put(restoring, choice) == FINE
    except (CannotBe, CannotKeep) as no:
        not_done(no)
        return False


def holds(inside: Inside) -> str:
    """Says what a drawer holds: how many cards, whose, how many evenings, and when the last was."""
    names = ", ".join(tidy(name) for name in inside.names[:MOST_NAMES])
    more = ", and others" if len(inside.names) > MOST_NAMES else ""
    cards = f"{counted(len(inside.names), 'card')}{f' ({names}{more})' if names else ''}"
    last = f", the last on {inside.last}" if inside.last else ""
    return f"{cards}, {counted(inside.evenings, 'evening')}{last}"


def _listed(choices: tuple[Choice, ...], none: str) -> int:
    if not choices:
        print(none)
    rows = [(f"{number:>3}", _when(choice), holds(choice.inside)) for number, choice in enumerate(choices, start=1)]
    print(*columns(rows), sep="\n", end="\n" if rows else "")
    if choices:
        print("To go back to one: gatherround restore NUMBER")
    return FINE


def _shapes(choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Gives the copies as a program reads them: the number to go back to one by, where it lies, and what is in it."""
    return [
        {
            "number": number,
            "file": str(choice.copy.path),
            "day": None if choice.copy.day is None else choice.copy.day.isoformat(),
            "names": list(choice.inside.names),
            "evenings": choice.inside.evenings,
            "last": choice.inside.last,
        }
        for number, choice in enumerate(choices, start=1)
    ]


def _chosen(restoring: Restoring, choices: tuple[Choice, ...], said: str) -> Choice | None:
    if said.isdecimal():
        return next((choice for number, choice in enumerate(choices, start=1) if str(number) == said), None)
    path = meant(Path(said))
    if is_folder(path):
        raise Refusal(A_FOLDER.format(folder=shown(said)))
    return restoring.chosen(path) if is_there(path) else None


def _restored(restoring: Restoring, choice: Choice, *, sure: bool) -> int:
    now = restoring.now()
    print(f"The copy {_when(choice)}: {holds(choice.inside)}.")
    print(f"There now: {holds(now) if now else 'nothing that can be read'}.")
    print("What is there now is kept.")
    if not agreed("Put the copy in its place?", yes=sure):
        print(UNCHANGED)
        return NOT_DONE
    return _put(restoring, choice)


def _put(restoring: Restoring, choice: Choice) -> int:
    kept = restoring.restore(choice)
    print("The copy is in its place.")
    if kept is not None:
        print(f"What was there is kept as {shown(kept)}.")
    return FINE


def _when(choice: Choice) -> str:
    if choice.copy.day is not None:
        return f"of {choice.copy.day:%a} {choice.copy.day.isoformat()}"
    return shown(choice.copy.path.stem.removeprefix("family-"))
