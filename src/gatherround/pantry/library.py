"""Every story book of every shelf: the shipped ones first, then the family's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.packs import Origin, Pack
from gatherround.pantry import cache, placing
from gatherround.pantry.cache import KeptBook, Note
from gatherround.pantry.lists import Lists, read_lists
from gatherround.pantry.marks import Problem

_SUFFIXES: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where story books lie: those that ship with the game, and those of this family."""

    shipped: Path
    family: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One story book on a shelf, with what keeps any of it out of play."""

    path: Path
    origin: Origin
    pack: Pack | None
    activities: tuple[Activity, ...]
    notes: tuple[Note, ...]

    @property
    def id(self) -> str:
        """Names it: as its cover says, or as its file is called where the cover cannot be read."""
        return self.pack.id if self.pack else self.path.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All the books, the activities that may be played, and the closed lists."""

    books: tuple[Book, ...]
    lists: Lists

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Every activity that is whole, in the order of the shelves."""
        return tuple(activity for book in self.books for activity in book.activities)


def open_library(shelves: Shelves, cache_folder: Path | None = None) -> Library:
    """Reads every story book, from the cache where nothing about it has changed; a broken one is left out."""
    lists = read_lists(shelves.shipped)
    listed = cache.key_of(shelves.shipped / f"{name}.yaml" for name in ("vocabulary", "practices", "evidence"))
    books = [_book(path, origin, lists, listed, cache_folder) for path, origin in _sources(shelves)]
    return Library(books=tuple(_without_clashes(books)), lists=lists)


def _sources(shelves: Shelves) -> Iterator[tuple[Path, Origin]]:
    yield from ((path, "shipped") for path in _listed(shelves.shipped / "packs"))
    if shelves.family is not None:
        _mend(shelves.family)
        yield from ((path, "family") for path in _listed(shelves.family))


def _mend(folder: Path) -> None:
    """Finishes what a closed lid has interrupted, where there is any such thing."""
    with suppress(OSError):
        if placing.unfinished(folder):
            placing.mend(folder)


def _listed(folder: Path) -> list[Path]:
    """Gives the story books of a folder: folders with a cover, and single files; none where it may not be opened."""
    found = [path for path in _within_folder(folder) if not path.name.startswith(".")]
    return [path for path in found if path.suffix in _SUFFIXES or _has_cover(path)]


def _has_cover(path: Path) -> bool:
    with suppress(OSError):
        return (path / "pack.yaml").exists()
    return False


def _within_folder(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.iterdir())
    return []


def _book(path: Path, origin: Origin, lists: Lists, listed: str, folder: Path | None) -> Book:
    files = _files(path)
    key = cache.key_of(files, listed)
    kept = cache.load(folder, path, key)
    if kept is None:
        kept = _read(path, lists)
        cache.keep(folder, path, key, kept)
    return Book(path=path, origin=origin, pack=kept.pack, activities=kept.activities, notes=kept.notes)


def _files(path: Path) -> list[Path]:
    return [path / "pack.yaml", *_within_folder(path / "activities")] if path.is_dir() else [path]


def _read(path: Path, lists: Lists) -> KeptBook:
    # The schema costs a tenth of a second to import, which a library that has not changed does not pay.
    from gatherround.pantry.reader import CannotRead, read_pack

    try:
        reading = read_pack(path, lists, advise=False)
    except CannotRead as trouble:
        shut = Problem(1, 1, "unreadable-file", trouble.sentence, "Look who may open its folder and its files.")
        return KeptBook(None, (), (Note(path.name, shut),))
    notes = tuple(Note(_within(at.path, path), at.problem) for at in reading.problems)
    return KeptBook(reading.pack, reading.activities, notes)


def _within(path: Path, book: Path) -> str:
    return path.relative_to(book).as_posix() if book.is_dir() else path.name


def _without_clashes(books: list[Book]) -> Iterator[Book]:
    """Leaves out a second story book of the same id, so that nobody's book is shadowed, and says so on it."""
    seen: set[str] = set()
    for book in books:
        if book.id in seen:
            message = f'There is a story book called "{book.id}" already.'
            problem = Problem(1, 1, "id-clash", message, "Give this one another id.")
            name = "pack.yaml" if book.path.is_dir() else book.path.name
            yield Book(
                path=book.path,
                origin=book.origin,
                pack=book.pack,
                activities=(),
                notes=(*book.notes, Note(name, problem)),
            )
        else:
            seen.add(book.id)
            yield book
