"""The family's own story books: looked at before they come in, put on the shelf, taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gatherround.domain.activities import AMBER, OLDEST, OUR_HOUSE, Activity
from gatherround.domain.card_menus import TOPICS
from gatherround.domain.editions import Changes, changes, in_place_of, is_older
from gatherround.domain.finding import REALLY
from gatherround.domain.meant import did_you_mean
from gatherround.domain.packs import Pack
from gatherround.domain.refusing import Refusal
from gatherround.domain.text import named_so, one_line
from gatherround.host.checking import Report
from gatherround.host.shelf import Shelf
from gatherround.pantry import placing
from gatherround.pantry.library import Book
from gatherround.pantry.misnamed import part_of
from gatherround.pantry.opening import opened_parcel
from gatherround.pantry.parcels import Parcel, Refused
from gatherround.pantry.reader import CannotRead, read_pack
from gatherround.pantry.taken import taken
from gatherround.storage.troubles import CannotKeep

__all__ = ["Arrival", "NoSuchBook", "Refused", "StoryBooks", "titled"]

SAME: Final = "This very edition is on your shelf already. Nothing has been changed."
_SHOWN_LEFT: Final = 5
_BY_HAND: Final = (
    " It never comes up by itself, only when you pick it.",
    " They never come up by themselves, only when you pick them.",
)
_LANGUAGES: Final = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""Languages that are called by their name; of another nothing is said, as its short name would tell nobody anything."""


NO_BOOK: Final = 'There is no story book "{book}" of yours. "gatherround packs list" shows all.{meant}'


class NoSuchBook(Refusal):
    """There is no story book of this name that a family may do this with; `sentence` says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A story book that has been looked at and lies beside its place; it takes the place of `before`.

    Where it is the `same` as that to the letter, it takes no place: that would only cost the old copy.
    """

    whole: Path
    pack: Pack
    report: Report
    left: tuple[str, ...]
    before: tuple[Book, ...]
    same: bool = False

    @property
    def older(self) -> bool:
        """Whether an older edition would take the place of a newer one."""
        return any(is_older(book.pack.version, self.pack.version) for book in self.before if book.pack)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What plays of it."""
        return self.report.reading.activities

    @property
    def question(self) -> str:
        """What is asked before it takes its place."""
        if not self.before:
            return "Put it on your shelf?"
        return f"Put {'the older one' if self.older else 'it'} in its place? One old copy is kept."

    def changes(self) -> Changes:
        """Compares it with the book it takes the place of."""
        return changes(self.before[0].activities, self.activities)

    def lines(self) -> Iterator[str]:
        """Says what it holds, what to know about it first, and what it takes the place of."""
        yield from _holding(self.pack, self.activities)
        yield from _flags(self.activities)
        if self.left:
            more = " and more" if len(self.left) > _SHOWN_LEFT else ""
            yield f"Not a part of it, and left behind: {', '.join(map(named_so, self.left[:_SHOWN_LEFT]))}{more}."
        yield from self.report.off(self.whole)
        if self.before and not self.same:
            yield f'Its name, "{self.pack.id}", is taken on your shelf by:'
            yield from (f"  {titled(book)}   {named_so(str(book.path))}" for book in self.before)
            if (cover := self.before[0].pack) is not None:
                yield f"  {in_place_of(cover.version, self.pack.version)}"
            yield from (f"  {line}" for line in self.changes().lines())


class StoryBooks:
    """What may be done with the books of one family; OSError becomes CannotKeep, and nothing is ever half done."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @contextmanager
    def arriving(self, path: Path) -> Iterator[Arrival]:
        """Lends a book that has been looked at, and which nobody has put yet.

        Raises Refused for what may not come in, CannotKeep where there is nowhere to put it.
        """
        self._folder()
        if instead := part_of(path, "install"):
            raise Refused(instead)
        with self.looking_at(opened_parcel(path)) as arrival:
            yield arrival

    @contextmanager
    def looking_at(self, book: Parcel) -> Iterator[Arrival]:
        """Does the same for the files of a book, also for one that is on its way out: it is to come in elsewhere."""
        folder = self._folder()
        with ExitStack() as stack:
            try:
                placing.mend(folder)
                placing.sweep(folder)
                name = self._name_of(book, folder)
                beside = placing.arriving(book, f"{name}.yaml" if book.alone else name, folder)
                arrival = self._looked_at(stack.enter_context(beside), book)
            except OSError as error:
                raise CannotKeep(folder) from error
            yield arrival

    def put(self, arrival: Arrival) -> Path:
        """Puts a book that arrived on the shelf, and says where; raises Refused or CannotKeep."""
        target = self._folder() / arrival.whole.name
        if arrival.same:
            return target
        before = [book.path for book in arrival.before]
        if target.exists() and target not in before:
            raise Refused(f"Something else lies at {named_so(str(target))} already. It stays as it is.")
        try:
            placing.put(arrival.whole, target, before)
        except OSError as error:
            raise CannotKeep(target) from error
        self._shelf.read_again()
        return target

    def _own_ids(self) -> Iterator[str]:
        return (book.id for book in self._shelf.books if book.origin == "family")

    def own(self, book_id: str) -> tuple[Book, ...]:
        """Gives the family's books of this name, the one that plays first; raises NoSuchBook where there is none."""
        if found := tuple(book for book in self._shelf.books if book.id == book_id and book.origin == "family"):
            return found
        if any(book.id == book_id for book in self._shelf.books):
            raise NoSuchBook(f'"{named_so(book_id)}" came with the game and stays with it.')
        raise NoSuchBook(NO_BOOK.format(book=named_so(book_id), meant=did_you_mean(book_id, self._own_ids())))

    def remove(self, books: tuple[Book, ...]) -> None:
        """Takes books of one name off the shelf for good; evenings keep their titles. Raises CannotKeep."""
        try:
            placing.take_away([book.path for book in books], books[0].id)
        except OSError as error:
            raise CannotKeep(books[0].path) from error
        self._shelf.read_again()

    def _folder(self) -> Path:
        if self._shelf.family is None:
            raise CannotKeep
        return self._shelf.family

    def _looked_at(self, whole: Path, book: Parcel) -> Arrival:
        report = Report(read_pack(whole, self._shelf.library.lists))
        pack = report.reading.pack
        if pack is None or not report.reading.activities:
            found = "\n".join(report.off(whole))
            raise Refused(f"Nothing in this story book can be played yet.\n{found}")
        if told := taken(pack.id):
            raise Refused(f"{told[1]} {told[2]}")
        same = [one for one in self._shelf.books if one.id == pack.id]
        if any(one.origin == "shipped" for one in same):
            raise Refused(f'A story book called "{pack.id}" came with the game. Please give this one another id.')
        alike = [one.path.name for one in same] == [whole.name] and _holds(same[0].path, book)
        return Arrival(whole=whole, pack=pack, report=report, left=book.left, before=tuple(same), same=alike)

    def _name_of(self, book: Parcel, folder: Path) -> str:
        """Finds out how a book names itself, so that its folder is called so; else what it was called."""
        with placing.arriving(book, "book.yaml" if book.alone else "book", folder) as whole:
            try:
                pack = read_pack(whole, self._shelf.library.lists, advise=False).pack
            except CannotRead as trouble:
                raise Refused(trouble.sentence) from None
        return pack.id if pack else book.name


def _holds(path: Path, book: Parcel) -> bool:
    """Tells whether the files at a path are those of this book, byte by byte."""
    try:
        return opened_parcel(path).files == book.files
    except Refused:
        return False


def _holding(pack: Pack, activities: tuple[Activity, ...]) -> Iterator[str]:
    count = len(activities)
    by = f", by {', '.join(map(one_line, pack.authors))}" if pack.authors else ""
    yield f"{one_line(pack.title)}{by}: {count} {'story' if count == 1 else 'stories'} to play."
    if pack.summary:
        yield one_line(pack.summary)
    youngest, oldest = min(one.youngest for one in activities), max(one.oldest for one in activities)
    short, long = min(one.minutes for one in activities), max(one.minutes for one in activities)
    minutes = f"{short} to {long} minutes" if short < long else f"{short} minutes" if short > 1 else "a minute"
    ages = (
        f"from {youngest}"
        if oldest >= OLDEST
        else f"from {youngest} to {oldest}"
        if youngest < oldest
        else f"of {oldest}"
    )
    each = "" if count == 1 else " each"
    tongue = _LANGUAGES.get(pack.language.split("-")[0].casefold(), "")
    written = f" Written in {tongue}." if tongue else ""
    yield f"For people {ages}, {minutes}{each}.{written} Licence: {one_line(pack.licence)}."


def _flags(activities: tuple[Activity, ...]) -> Iterator[str]:
    for flag, count in sorted(Counter(flag for one in activities for flag in one.flags).items()):
        rare = _BY_HAND[count > 1] if flag in AMBER else ""
        called = REALLY if flag == OUR_HOUSE else TOPICS.get(flag, flag)
        yield f"! {called}: {count} {'story' if count == 1 else 'stories'}.{rare}"
    if barred := [one_line(one.title) for one in activities if one.barred]:
        yield f"! Words that no shipped story has are in: {', '.join(barred)}. {_BY_HAND[len(barred) > 1].strip()}"


def titled(book: Book) -> str:
    """Names a book by its title, and says how much of it plays."""
    title = book.pack.title if book.pack else "(its cover cannot be read)"
    count = len(book.activities)
    return f"{one_line(title)}, {count} {'story' if count == 1 else 'stories'}"
