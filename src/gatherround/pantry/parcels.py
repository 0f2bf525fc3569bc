"""A story book on its way in: its files in memory, nothing written anywhere, and every rule about their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from gatherround.domain.ids import is_kept
from gatherround.domain.refusing import Refusal
from gatherround.pantry.marks import shown

MOST_FILES: Final = 200
MOST_BYTES: Final = 5_000_000
"""Bytes of all files together, counted while they are read: what a parcel says of itself is not believed."""
DEEPEST: Final = 4
COVER: Final = "pack.yaml"
STORY_SCHEMA: Final = "story.schema.json"
COVER_SCHEMA: Final = "cover.schema.json"
SCHEMAS: Final = frozenset({STORY_SCHEMA, COVER_SCHEMA})
"""What `packs new` lays beside a book for an editor; it is made anew wherever it is needed, and travels with none."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?<!\.)")
_STORIES: Final = frozenset({".yaml", ".yml"})
_KNOWN: Final = _STORIES | {".md", ".txt"}
_CRUMBS: Final = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}) | SCHEMAS


class Refused(Refusal):
    """A parcel is not opened, and nothing of it has been written; `sentence` says why, kindly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The files of one story book by their names within it, in order; `alone` where the whole book is one file.

    `name` is what its folder or file was called, and `left` names what lay beside the book and does not come along.
    """

    name: str
    files: tuple[tuple[str, bytes], ...]
    alone: bool = False
    left: tuple[str, ...] = ()


def is_crumb(name: str) -> bool:
    """Tells whether a computer or an editor dropped this beside a book; it is never opened and never comes along."""
    return any(part in _CRUMBS for part in name.split("/"))


def is_known(name: str) -> bool:
    """Tells whether a file is of a sort that a story book is made of."""
    return PurePosixPath(name).suffix in _KNOWN


def look_at_names(names: Sequence[str]) -> None:
    """Looks at every name before a single file is opened; raises Refused for the first that may not come in."""
    if len(names) > MOST_FILES:
        raise Refused(f"There are more than {MOST_FILES} files in it, and a story book has fewer.")
    for name in names:
        _look_at(name)
    _without_twins(names)


def _look_at(name: str) -> None:
    parts = name.split("/")
    if not all(_NAME.fullmatch(part) for part in parts) or any(map(is_kept, parts)):
        raise Refused(f"{_said(name)}: such a name does not come in. Letters, digits, dashes, dots, and no way out.")
    if len(parts) > DEEPEST:
        raise Refused(f"{_said(name)} lies too many folders deep; {DEEPEST} is the most.")
    if not is_known(name):
        raise Refused(f"{_said(name)} is no part of a story book. Only .yaml, .yml, .md and .txt come in.")


def _without_twins(names: Sequence[str]) -> None:
    """Refuses two names that one disk or another would take for the same, and a file that is a folder too."""
    spelt: dict[str, str] = {}
    whole: set[str] = set()
    for name in names:
        for path in (name, *(str(parent) for parent in PurePosixPath(name).parents)):
            if spelt.setdefault(path.casefold(), path) != path:
                raise Refused(f"{_said(path)} is in it twice, in small letters and in large ones.")
        if name in whole:
            raise Refused(f"{_said(name)} is in it twice.")
        whole.add(name)
    folders = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    if both := whole & folders:
        raise Refused(f"{_said(min(both))} is a file and a folder at once.")


def parcel(name: str, files: Iterable[tuple[str, bytes]], left: Iterable[str] = ()) -> Parcel:
    """Finds the one story book among files: a folder with a cover, or a single file; raises Refused otherwise."""
    held = sorted(files)
    covers = [path for path, _ in held if PurePosixPath(path).name == COVER and path.count("/") <= 1]
    if len(covers) > 1:
        raise Refused("There are several story books in it. Please give them one by one.")
    if not covers:
        return _alone(name, held, left)
    root = covers[0].removesuffix(COVER)
    inside = [(path.removeprefix(root), content) for path, content in held if path.startswith(root)]
    outside = [path for path, _ in held if not path.startswith(root)]
    return Parcel(name=root.rstrip("/") or name, files=tuple(inside), left=(*left, *outside))


def _alone(name: str, held: list[tuple[str, bytes]], left: Iterable[str]) -> Parcel:
    stories = [one for one in held if PurePosixPath(one[0]).suffix in _STORIES]
    if len(stories) != 1:
        raise Refused("There is no story book in it: that is a pack.yaml with activities, or one .yaml file.")
    ((path, content),) = stories
    others = (other for other, _ in held if other != path)
    only = PurePosixPath(path)
    return Parcel(name=only.stem or name, files=((only.name, content),), alone=True, left=(*left, *others))


def _said(name: str) -> str:
    """Gives a name from outside so that it steers no terminal and fills no page."""
    return f'"{shown(name, most=60)}"'
