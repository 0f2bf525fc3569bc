"""Moving house: everything as one readable file, and a new home from it; both whole or not at all."""

from __future__ import annotations

import json
import re
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import gatherround
from gatherround.domain import text
from gatherround.domain.entries import Promised
from gatherround.domain.members import fitted
from gatherround.domain.people import MOST_PEOPLE
from gatherround.domain.plain_values import Plain, Unreadable, from_plain, to_plain
from gatherround.domain.refusing import CannotBe
from gatherround.domain.rights import NOT_THERAPY
from gatherround.host.chance import Clock, day_of
from gatherround.host.unread import if_readable
from gatherround.host.written import seats_nobody
from gatherround.storage.database import Database
from gatherround.storage.dump import Dump, PersonRow, dump, fill, member_in
from gatherround.storage.journal import Journal
from gatherround.storage.troubles import CannotKeep, NotThere
from gatherround.storage.whole import write_new

FORMAT: Final = 1
LARGEST: Final = 64 * 2**20
"""Bytes of the largest file that is brought in; a hundred evenings take less than one of these 64 MiB."""
ABOUT: Final = (
    "Everything that Gather Round keeps of a family, for its own eyes: whoever opens this file can read it, locked "
    f"cards too. {NOT_THERAPY} To bring it in: gatherround --data-dir NEW-FOLDER import FILE"
)
NOT_OURS: Final = "This is not a family that Gather Round has exported, or something in it has been changed."
NEWER: Final = "This was exported by a newer Gather Round. Please update the game first."
TOO_LARGE: Final = "This file is larger than any family's. It stays just as it is."
NO_FILE: Final = "There is no file there that can be read. Say the one that export has written."
IS_THERE: Final = "Something of that name is there already. It stays just as it is; choose another name."
TOO_MANY: Final = "More than twelve cards are in this file. Twelve are a full table."
NAMESAKES: Final = "Two cards in this file have one name. Add a letter to one of them where they live now."
_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")


class Moving:
    """Takes a family's things out of one home and into another; raises CannotBe, HomeIsLivedIn or CannotKeep."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def exported(self) -> str:
        """Gives everything as readable JSON."""
        shape = {
            "gatherround": FORMAT,
            "about": ABOUT,
            "made": self._clock.now().isoformat(timespec="seconds"),
            "version": gatherround.__version__,
            **to_plain(dump(self._database)),
        }
        return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"

    def export(self, target: Path) -> None:
        """Writes everything into a new file, whole or not at all, for its owner alone."""
        written = self.exported()
        try:
            write_new(target, written)
        except FileExistsError:
            raise CannotBe(IS_THERE) from None
        except CannotKeep:
            raise NotThere(target) from None

    def bring_in(self, source: Path) -> Dump:
        """Fills this home, in which nobody lives, from a file; gives what was brought in.

        A Round that was left open and seats nobody is let go at the door: nobody is there to go on with it.
        """
        everything = read_export(_text_of(source))
        for person in everything.people:
            fitted(member_in(person).card, day_of(self._clock))
        try:
            fill(self._database, everything)
        except (sqlite3.IntegrityError, OverflowError):
            raise CannotBe(NOT_OURS) from None
        # All has come in by now, whatever the disk says to this.
        let_go = if_readable(self._let_go_of_nobodys, otherwise=False)
        return replace(everything, open_round=None) if let_go else everything

    def _let_go_of_nobodys(self) -> bool:
        journal = Journal(self._database, self._clock)
        waiting = journal.open_now()
        if waiting is None or not seats_nobody(waiting):
            return False
        journal.let_go(waiting.hold)
        return True


def read_export(written: str) -> Dump:
    """Reads what was exported, every word through the one gate; raises CannotBe for anything else."""
    try:
        shape = json.loads(written, parse_constant=_refuse_constant)
        made = shape.pop("gatherround")
        if isinstance(made, int) and made > FORMAT:
            raise CannotBe(NEWER)
        for told in ("about", "made", "version"):
            shape.pop(told, None)
        everything = _tidied(from_plain(Dump, shape))
        _refuse_strange(everything)
    except (ValueError, TypeError, KeyError, AttributeError, Unreadable, RecursionError, text.Unfit) as trouble:
        if isinstance(trouble, CannotBe):
            raise
        raise CannotBe(NOT_OURS) from None
    return everything


def _text_of(source: Path) -> str:
    """Reads an ordinary file; a pipe of that name would never answer."""
    try:
        found = source.stat()
        if not stat.S_ISREG(found.st_mode):
            raise CannotBe(NO_FILE)
        if found.st_size > LARGEST:
            raise CannotBe(TOO_LARGE)
        return source.read_bytes().decode("utf-8-sig")
    except OSError:
        raise CannotBe(NO_FILE) from None
    except UnicodeDecodeError:
        raise CannotBe(NOT_OURS) from None


def _tidied(everything: Dump) -> Dump:
    """Gives the same with every text tidied; what has been through the gate before is as it was."""
    tidied: Dump = _each_text(everything, text.tidy)
    return replace(tidied, people=tuple(_named(person) for person in tidied.people))


def _named(person: PersonRow) -> PersonRow:
    return replace(person, name=text.name(person.name))


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple | list):
        return type(value)(_each_text(item, change) for item in value)
    if isinstance(value, dict):
        return {change(key): _each_text(held, change) for key, held in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: _each_text(getattr(value, field.name), change) for field in fields(value)}
        return replace(value, **changes)
    return value


def _refuse_strange(everything: Dump) -> None:
    """Raises CannotBe for a table that no house lays, or ValueError for what nobody could read again."""
    if len(everything.people) > MOST_PEOPLE:
        raise CannotBe(TOO_MANY)
    if any(text.same_name(one.name, other.name) for one, other in combinations(everything.people, 2)):
        raise CannotBe(NAMESAKES)
    if not all(_ID.fullmatch(person.id) for person in everything.people):
        raise ValueError("an id")
    for entry in everything.entries:
        datetime.fromisoformat(entry.at)
        if entry.number < 1 or entry.round < 0:
            raise ValueError("a number")
        if entry.kind == Promised.__name__ and isinstance(entry.what, dict) and _reads(due := entry.what.get("due")):
            _refuse_no_moment(due)
    if everything.open_round is not None:
        _refuse_no_moment(everything.open_round.at)


def _refuse_constant(name: str) -> Plain:
    """Raises ValueError for what Python reads and JSON does not know: NaN and what has no end."""
    raise ValueError(name)


def _reads(at: Plain) -> bool:
    """Tells whether something is a moment at all; what a flipped bit has made unreadable goes along."""
    try:
        return bool(datetime.fromisoformat(at))
    except (TypeError, ValueError):
        return False


def _refuse_no_moment(at: Plain) -> None:
    if datetime.fromisoformat(at).tzinfo is None:
        raise ValueError("a moment needs its zone")
