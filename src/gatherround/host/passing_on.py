"""Passing on a story book of one's own, or one story of it: what to know first, under which licence, as which file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gatherround.domain.activities import OUR_HOUSE, Activity, Adapted
from gatherround.domain.drafts.names import FAMILY, names_in
from gatherround.domain.drafts.persons import forms, persons
from gatherround.domain.drafts.renaming import PEOPLE, called, met
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.packs import Pack
from gatherround.domain.text import named_so, one_line
from gatherround.host.packing import cut, parcel_of
from gatherround.host.paths import is_folder, meant
from gatherround.host.story_books import NoSuchBook, Refused, StoryBooks
from gatherround.host.who_wrote import keep_authors, wrote
from gatherround.pantry.opening import unzipped, zipped
from gatherround.pantry.writing import written
from gatherround.storage.preferences import PASSED_ON_AS, keep_preference, preference
from gatherround.storage.troubles import CannotKeep
from gatherround.storage.whole import write_new

if TYPE_CHECKING:
    from gatherround.host.house import House
    from gatherround.pantry.library import Book

__all__ = ["Bundle", "NoSuchBook", "PassingOn", "Refused", "Terms"]

PRIVATE: Final = "private"
OPEN: Final = {
    "CC-BY-SA-4.0": "anybody, if they name me and share alike",
    "CC-BY-4.0": "anybody, if they name me",
    "CC0-1.0": "anybody, and nobody has to name me",
}
"""Licences that are offered, by their SPDX names, in plain words."""
NAMED: Final = frozenset({OPEN["CC-BY-SA-4.0"], OPEN["CC-BY-4.0"]})
FOR_THEM: Final = "only those I give it to"
AS_IT_SAYS: Final = "as it says now: {licence}"
ALIKE: Final = "as the one it was made from: {licence}"
REAL: Final = "! A real name is in it: {name}, in {where}. Would you like to change it first?"
OTHERS: Final = "Names in it: {names}. Is one of them somebody you know?"
WROTE: Final = "It says who wrote it: {authors}."
NAME_FIRST: Final = "Whoever passes it on is to name you, so it has to say a name. A first name or a nickname will do."
MADE_FROM: Final = "{title} was made from “{first}” by {authors}: the licence of that one goes along, {licence}."
HERE: Final = "{titles} stays here: it happened in your house. It can go by itself, once everybody in it agrees."
HAPPENED: Final = "! It happened in your house. Does everybody in it agree that it goes out?"
ALL_HERE: Final = "All of it happened in your house, and stays here. One story can go by itself."
NO_STORY: Final = 'There is no story "{story}" that plays in it.'
TO_MEND: Final = "Something in it is still to be mended, and stays here."
NO_COVER: Final = "Its cover is still to be mended: the story books page says at which line."
TWO_LICENCES: Final = "Its stories were made from others with different licences. Please pass them on one by one."
NOT_THIS: Final = 'It cannot go under "{licence}". There is: {licences}.'
IS_THERE: Final = "Something lies at {path} already. It stays as it is; please say another name."
_PEOPLED: Final = ("seats", "scene", "steps")
"""Where people are spoken of; elsewhere a capital is mostly the beginning of a sentence."""
_MARKS: Final = 16**6


@dataclass(frozen=True, slots=True)
class Terms:
    """What others may do with it: an SPDX name or `private`, and the same in plain words."""

    licence: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What would go out; `pack` is its cover. The first of `terms` is taken where nobody chooses.

    `real` are names of this house with the titles they are met in, `others` what else looks like a name; `here` are
    titles that stay. Unless `mended`, something does not play and stays too. `alone` is whether it is one story.
    """

    book: Book
    pack: Pack
    stories: tuple[Activity, ...]
    name: str
    terms: tuple[Terms, ...]
    real: tuple[tuple[str, tuple[str, ...]], ...] = ()
    others: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    mended: bool = True
    alone: bool = False

    @property
    def asks(self) -> bool:
        """Whether something of what is said first is a question, so that it waits for somebody's answer."""
        return bool(self.real or self.others) or self._happened

    @property
    def _happened(self) -> bool:
        return self.alone and OUR_HOUSE in self.stories[0].flags

    def by(self, said: str) -> Bundle:
        """Gives it with who wrote it, as it was typed; raises CannotBe or Unfit."""
        return replace(self, pack=replace(self.pack, authors=wrote(said)))

    def names_me(self, licence: str) -> bool:
        """Tells whether whoever chose this asks to be named, so that it has to say who wrote it."""
        return any(one.licence == licence and one.says in NAMED for one in self.terms)

    def under(self, licence: str) -> str:
        """Gives the licence it goes under: this one, or where nobody has chosen the first; raises Refused.

        Who asks to be named and is not is told so.
        """
        allowed = [one.licence for one in self.terms]
        if licence and licence not in allowed:
            raise Refused(NOT_THIS.format(licence=one_line(licence), licences=", ".join(map(one_line, allowed))))
        if self.names_me(licence) and not self.pack.authors:
            raise Refused(NAME_FIRST)
        return licence or allowed[0]

    def lines(self) -> Iterator[str]:
        """Says what is to be known before it goes, a sentence each; without names of this house it may be little."""
        for name, titles in self.real:
            yield REAL.format(name=one_line(name), where=_listed(titles))
        if self._happened:
            yield HAPPENED
        if self.others:
            yield OTHERS.format(names=_listed(self.others))
        if self.pack.authors:
            yield WROTE.format(authors=_listed(self.pack.authors))
        for story, origin in _origins(self.stories):
            told = {
                "title": one_line(story.title),
                "first": one_line(origin.title),
                "licence": one_line(origin.licence),
            }
            yield MADE_FROM.format(authors=_listed(origin.authors) or "somebody", **told)
        if self.here:
            yield HERE.format(titles=_listed(self.here))
        if not self.mended:
            yield TO_MEND


class PassingOn:
    """Packs what a family wrote; nothing on the shelf is changed by it."""

    def __init__(self, house: House) -> None:
        self._house = house

    def looked_at(self, book_id: str, story: str = "") -> Bundle:
        """Gives what would go out of a book, or of one story of it by its id or full id; raises NoSuchBook or Refused.

        What happened in this house goes only by itself. Our own book goes under a name of its own: every house has one
        that is called like it, and none may take another's place.
        """
        book = StoryBooks(self._house.shelf).own(book_id)[0]
        story = story.removeprefix(f"{book_id}/")
        stories = tuple(one for one in book.activities if (one.id == story if story else OUR_HOUSE not in one.flags))
        if not stories and (story or book.activities):
            raise Refused(NO_STORY.format(story=named_so(story)) if story else ALL_HERE)
        here = tuple(one.title for one in book.activities if one not in stories) if not story else ()
        if (cover := book.pack) is None:
            raise Refused(NO_COVER)
        return Bundle(
            book=book,
            pack=replace(cover, id=story, title=stories[0].title, summary="", replaces=()) if story else cover,
            stories=stories,
            name=f"{story or book_id}.zip",
            terms=_terms(cover.licence, stories),
            real=_real(stories, cover, self._known()),
            others=_others(stories, self._known()),
            here=here,
            mended=bool(story) or not any(note.problem.severity == "error" for note in book.notes),
            alone=bool(story),
        )

    def pack(self, bundle: Bundle, target: Path | None = None, licence: str = "") -> Path:
        """Writes it into a new zip, whole or not at all, and says where; raises Refused or CannotKeep.

        Who wrote it is kept on the book's cover for the next time.
        """
        licence = bundle.under(licence)
        target = meant(target or Path(bundle.name))
        if is_folder(target):
            target /= bundle.name
        content = zipped(parcel_of(bundle, replace(bundle.pack, id=self._called(bundle), licence=licence)))
        with StoryBooks(self._house.shelf).looking_at(unzipped(content)):
            pass  # what goes out comes in elsewhere
        try:
            write_new(target, content)
        except FileExistsError:
            raise Refused(IS_THERE.format(path=named_so(str(target)))) from None
        if bundle.book.pack is not None and bundle.pack.authors != bundle.book.pack.authors:
            with suppress(CannotKeep):  # it is on its way as it was meant to be; the next time it is asked again
                keep_authors(bundle.book, bundle.pack.authors, self._house.shelf)
        return target

    def _called(self, bundle: Bundle) -> str:
        """Gives the id under which it goes: none that another house may have already."""
        own = bundle.alone or bundle.pack.id == BOOK
        return f"{cut(bundle.pack.id)}-{self._mark()}" if own else bundle.pack.id

    def _mark(self) -> str:
        """Gives six letters by which books of this house are told from others', the same for ever; they say nothing."""
        database = self._house.database
        kept = preference(database, PASSED_ON_AS) if database is not None else None
        if isinstance(kept, str) and kept:
            return kept
        mark = f"{self._house.dice.pick(_MARKS):06x}"
        if database is not None:
            keep_preference(database, PASSED_ON_AS, mark)
        return mark

    def _known(self) -> tuple[str, ...]:
        """Gives every real name this house knows: on cards, and of whom a story that is being written is about."""
        drafts = [one for one in self._house.workshop().drafts.all() if one.way == "happened"]
        about = [
            form for one in drafts for field in PEOPLE for name in called(one.meant(field)) for form in forms(name)
        ]
        return tuple(dict.fromkeys((*self._house.names(), *about)))


def _terms(now: str, stories: tuple[Activity, ...]) -> tuple[Terms, ...]:
    """Gives the licences to choose from: what was made from a story that is passed on alike has one, raises Refused."""
    alike = {origin.licence for _, origin in _origins(stories) if "-SA" in origin.licence}
    if len(alike) > 1:
        raise Refused(TWO_LICENCES)
    if alike:
        (licence,) = alike
        return (Terms(licence, ALIKE.format(licence=one_line(licence))),)
    kept = FOR_THEM if now == PRIVATE else AS_IT_SAYS.format(licence=one_line(now))
    return (Terms(now, kept), *(Terms(licence, says) for licence, says in OPEN.items() if licence != now))


def _origins(stories: tuple[Activity, ...]) -> Iterator[tuple[Activity, Adapted]]:
    yield from ((one, one.adapted_from) for one in stories if one.adapted_from is not None)


def _real(
    stories: tuple[Activity, ...], cover: Pack, known: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    places = [(one.title, [*_texts(written(one))]) for one in stories]
    places.append((cover.title, [cover.title, cover.summary]))
    found = ((name, tuple(dict.fromkeys(title for title, texts in places if met(texts, (name,))))) for name in known)
    return tuple((name, titles) for name, titles in found if titles)


def _others(stories: tuple[Activity, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    told = (text for one in stories for text in _texts([written(one).get(part) for part in _PEOPLED]))
    people = persons((), (name for text in told for name in names_in(text)))
    return tuple(names[0] for names in people if names[0] not in FAMILY and not {*names} & {*known})


def _texts(shape: Any) -> Iterator[str]:
    """Gives every text of a story's fields, the names its people are filed under included."""
    match shape:
        case str():
            yield shape
        case list():
            for item in shape:
                yield from _texts(item)
        case dict():
            for key, held in shape.items():
                yield key
                yield from _texts(held)
        case _:
            return


def _listed(said: tuple[str, ...]) -> str:
    return ", ".join(map(one_line, said))
