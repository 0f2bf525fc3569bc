"""Takes somebody out of what a family shares: their name becomes "someone", and their id stands nowhere any more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, Literal, TypeAlias

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.faces import WORDS as FACES
from gatherround.domain.ids import slug
from gatherround.domain.naming import Span, needs_capital, spaceless, stands_in
from gatherround.domain.plain_values import Plain
from gatherround.domain.text import tidy

SOMEONE: Final = "someone"
Forget: TypeAlias = Callable[[str], str]
Whose: TypeAlias = Literal["typed", "book", "game", "unknown"]
"""Who wrote a plain shape: people, a story book, the game itself, or something that this edition does not know."""
_OF_THE_GAME: Final = frozenset(
    {"wish", "stage_key", "thing", "things", "kind", "empathy", "players", "member", "how", "due", "at", "between"}
    | {"is", "stage"}
)
"""Fields of what is kept that the game reads, and a name that looks alike is none; all others hold somebody's words."""
KEEPS_ITS_NAME: Final = "“{name}” keeps that name: it is somebody's own card. Give it another if you like."
A_WORD_TOO: Final = "“{name}” is a word too: it goes only where it has its capital. Look yourselves where it has none."
NO_SPACES: Final = (
    "“{name}” is written without spaces round it: where it could be part of another word it stays. Look yourselves."
)
_OF_STORIES: Final = frozenset({"activity", "source"})


def forgetter(name: str, *, typed: bool) -> Forget:
    """Gives what takes a name out of a text, whatever its case and accents; `typed` says that people wrote the text.

    In what people wrote, a short name is taken out where it stands as a word of its own, with or without an ending. In
    what a story book wrote, a short name is a word like any other, and Joy may go on being a feeling.
    """
    return each_forgetter((name,), typed=typed)


def each_forgetter(names: Iterable[str], *, typed: bool, any_case: bool = False) -> Forget:
    """Gives what takes several names out, the longest first, since one may hold another."""
    longest = sorted({*names}, key=lambda name: (-len(name), name))
    ways = [way for name in longest for way in stands_in(name, typed=typed, any_case=any_case)]
    return partial(_forgotten, ways)


def _forgotten(ways: Collection[Callable[[str], Iterator[Span]]], text: str) -> str:
    """Gives a text without the names; what is left may make one again, so it is looked at until nothing changes."""
    before = None
    while text != before:
        before = text
        for way in ways:
            text = _someone_at(way(text), text)
    return text


def _someone_at(spans: Iterable[Span], text: str) -> str:
    told, at = [], 0
    for begin, end in spans:
        told += [text[at:begin], SOMEONE]
        at = end
    return "".join([*told, text[at:]])


@dataclass(frozen=True)
class Leaving:
    """Somebody who leaves: their id, whatever they are called, and the story books that came with the game."""

    member_id: str
    names: frozenset[str]
    shipped: frozenset[str] = frozenset()

    @cached_property
    def typed(self) -> Forget:
        """What takes them out of the words of people."""
        return each_forgetter(self.names, typed=True)

    @cached_property
    def bookish(self) -> Forget:
        """What takes them out of the words of a story book."""
        return each_forgetter(self.names, typed=False)

    @cached_property
    def _in_ids(self) -> frozenset[str]:
        return self.names | {slug(name, "") for name in self.names}

    @cached_property
    def _slugs(self) -> Forget:
        return each_forgetter(self._in_ids, typed=True, any_case=True)

    @cached_property
    def _book_slugs(self) -> Forget:
        return each_forgetter(self._in_ids, typed=False)

    def story(self, full_id: str) -> str:
        """Gives the id of a story without them, the same everywhere; those that came with the game are theirs."""
        book, slash, rest = full_id.partition("/")
        if not slash or book in self.shipped:
            return full_id
        return f"{book}/{self._slugs(rest)}" if book == BOOK else self._book_slugs(full_id)

    def without(self, plain: Plain, whose: Whose, field: str = "") -> Plain:
        """Gives a plain shape without them: their id goes from lists and keys, and becomes nobody elsewhere.

        Their name goes from whatever the game does not read itself, and from the ids of the family's own stories.
        """
        match plain:
            case str():
                return None if plain == self.member_id else self._text(plain, whose, field)
            case list():
                return [self.without(item, whose, field) for item in plain if item != self.member_id]
            case dict():
                here = whose if whose in {"game", "unknown"} or not _is_ours(plain) else "typed"
                key_of = self.typed if whose == "unknown" else str
                held = ((key, one) for key, one in plain.items() if key != self.member_id)
                return {key_of(key): self.without(one, here, key) for key, one in held}
            case _:
                return plain

    def _text(self, text: str, whose: Whose, field: str) -> str:
        if whose == "unknown":
            return self.typed(self.story(text))
        if whose == "game" or field in _OF_STORIES:
            return self.story(text)
        if field in _OF_THE_GAME or (field == "face" and text in FACES) or (field == "number" and _is_number(text)):
            return text
        return self.typed(text) if whose == "typed" else self.bookish(text)


def _is_ours(shape: dict[str, Plain]) -> bool:
    """Tells whether something is told of a story that the family wrote: then its title is somebody's words."""
    return str(shape.get("activity", "")).startswith(f"{BOOK}/")


def _is_number(text: str) -> bool:
    return not any(map(str.isalpha, text))


def left_to_you(names: Collection[str], others: Iterable[str]) -> tuple[str, ...]:
    """Gives what the family has to look at itself where these names are forgotten, a sentence each."""
    forget = each_forgetter(names, typed=True)
    named = [KEEPS_ITS_NAME.format(name=tidy(other)) for other in others if forget(other) != other]
    asked = ((needs_capital, A_WORD_TOO), (spaceless, NO_SPACES))
    return (*named, *(says.format(name=tidy(one)) for one in sorted(names) for is_so, says in asked if is_so(one)))
