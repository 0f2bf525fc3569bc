"""The card of somebody who lives here, and who they are on a given day: stages move by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from unicodedata import normalize

from gatherround.domain import text
from gatherround.domain.fitting import fitted_line, fitted_lines, passed
from gatherround.domain.people import Person, Plate
from gatherround.domain.rebasing import rebased, rebased_lines
from gatherround.domain.refusing import CannotBe
from gatherround.domain.stages import ADULT, STAGES, Stage, age_on, stage_named, stage_of

FIRST_YEAR: Final = 1900
YEAR_AND_MONTH: Final = "A year and a month, please, such as 2017-05 or May 2017. Of a grown-up the year is enough."
LISTS: Final[Mapping[str, tuple[int, int]]] = {
    "comfort": (6, 40),
    "avoid": (16, 30),
    "my_two": (3, 60),
    "words": (12, 20),
}
"""Each list on a card: how many lines it holds, and how many letters a line. Of practices, more than three are none."""
LONGEST_FACE: Final = 20
LOCKS_FROM: Final = 12
"""The age from which a card may be locked."""
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, order=True)
class Born:
    """A year and a month of birth; nobody is asked for the day, and of a grown-up the year alone is enough."""

    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says: at least a name and either `born` or `stage_key`, which also overrides what `born` gives.

    `avoid` holds topics that stories name and words of one's own; `my_two` are at most three short practices; `words`
    are feelings that only this person has a word for.
    """

    name: str
    plate: Plate
    born: Born | None = None
    stage_key: str | None = None
    guess_me: bool = True
    face: str = "okay"
    comfort: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    my_two: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def nameless(self) -> bool:
        """Whether this is a chair that was kept and has no name of its own yet."""
        return self.plate.gave(self.name)


@dataclass(frozen=True, slots=True)
class Lock:
    """A word that opens a card, as scrypt has made it unreadable: `salt` and `digest` in hexadecimal."""

    salt: str
    digest: str
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who lives here; `id` is random and says nothing, `created` is the day the card was made."""

    id: str
    card: Card
    created: date
    lock: Lock | None = None


def written(born: Born) -> str:
    """Writes a birth as it may be typed again: 2017-05, or the year alone."""
    return f"{born.year}" if born.month is None else f"{born.year}-{born.month:02}"


def age_of(card: Card, day: date) -> int | None:
    """Gives whole years on a day; none where only a stage or a year is known."""
    return None if card.born is None or card.born.month is None else _years(card.born, day)


def _years(born: Born, day: date) -> int:
    """Gives whole years on a day, at the least: of somebody of whom a year alone is known, as if born in December."""
    return age_on(day, born.year, born.month or 12)


def stage_on(card: Card, day: date) -> Stage | None:
    """Gives the stage on a day: the one that was chosen, else that of the age; none below two."""
    if card.stage_key is not None:
        return stage_named(card.stage_key)
    return None if card.born is None else stage_of(_years(card.born, day))


def how_old(card: Card, today: date) -> str:
    """Says how old somebody is: their years where they are known, and the stage they are asked in."""
    age, stage = age_of(card, today), stage_on(card, today)
    if stage is None:
        return "under two: welcome at the table, and asked nothing yet"
    shown = f"a {stage.said}" if stage is ADULT else stage.said
    if age is None:
        return shown if card.born is not None or stage is ADULT else f"{shown}, until there is a birthday here"
    return f"{age}" if card.stage_key is None else f"{age}, asked as {shown}"


def person_on(member: Member, day: date) -> Person | None:
    """Gives somebody as the table knows them on a day; none below two, who is welcome and asked nothing yet.

    Where a stage was chosen, the age is the nearest to it, so that both say the same of what fits.
    """
    card = member.card
    stage = stage_on(card, day)
    if stage is None:
        return None
    age = None if card.born is None else _years(card.born, day)
    open_ = member.lock is None
    return Person(
        id=member.id,
        name=card.name,
        stage_key=stage.key,
        age=stage.typical if age is None else min(max(age, stage.low), stage.high),
        member=True,
        guess_me=card.guess_me,
        plate=card.plate,
        comfort=card.comfort if open_ else (),
        words=card.words if open_ else (),
        roughly=age is None,
    )


def may_lock(member: Member, day: date) -> bool:
    """Tells whether this card may have a lock: from twelve years on."""
    stage = stage_on(member.card, day)
    age = age_of(member.card, day)
    return stage is not None and (stage.low if age is None else age) >= LOCKS_FROM


def covered(card: Card) -> Card:
    """Gives a card without what a lock hides: what helps, topics left alone, practices, words of one's own."""
    return replace(card, comfort=(), avoid=(), my_two=(), words=())


def fitted(card: Card, today: date) -> Card:
    """Gives a card whose every word has been through the one gate; raises CannotBe for what cannot stand on one."""
    name = passed(text.name, card.name)  # first: who has not said even that is asked for it
    if card.born is None and card.stage_key is None:
        raise CannotBe("A card needs a year and month of birth, or only a stage.")
    if card.stage_key is not None and card.stage_key not in {stage.key for stage in STAGES}:
        raise CannotBe(f"A stage is one of: {', '.join(stage.said for stage in STAGES)}.")
    if card.born is not None:
        _refuse_unborn(card.born, today)
    return replace(
        card,
        name=name,
        face=fitted_line(card.face, LONGEST_FACE),
        comfort=checked_lines("comfort", card.comfort),
        avoid=checked_lines("avoid", card.avoid),
        my_two=checked_lines("my_two", card.my_two),
        words=checked_lines("words", card.words),
    )


def card_rebased(before: Card, mine: Card, now: Card) -> Card:
    """Gives the card that is there now with what somebody changed of it: its plate by parts, its lists by lines."""
    return rebased(before, mine, now, plate=rebased, **dict.fromkeys(LISTS, rebased_lines))


def born_by_words(said: str, today: date) -> Born | None:
    """Reads a year and a month ("2017-05", "5/2017", "May 2017"), or a grown-up's year; none for nothing at all.

    A day beside them ("14 May 2017") is not kept. Raises CannotBe for all else, and where a day could be the month.
    """
    said = normalize("NFKC", said).casefold().strip()
    if not said:
        return None
    numbers = [int(number) for number in re.findall(r"\d{1,4}", said)]
    named = [at for at, month in enumerate(_MONTHS, start=1) if month in said]
    years = [number for number in numbers if number > 31]
    small = [number for number in numbers if number <= 31]
    months = named or [number for number in small if number <= 12]
    if "." in said and len(months) == 2:
        months = months[1:]  # 4.5.2017 is a day in May wherever a point stands after it
    days = len(small) - (0 if named else len(months))
    if len(years) != 1 or len(months) > 1 or days > min(len(months), 1):
        raise CannotBe(YEAR_AND_MONTH)
    born = Born(years[0], *months)
    _refuse_unborn(born, today)
    return born


def _refuse_unborn(born: Born, today: date) -> None:
    if born.month is not None and not 1 <= born.month <= 12:
        raise CannotBe("A month is a number from 1 to 12.")
    if not (FIRST_YEAR, 1) <= (born.year, born.month or 1) <= (today.year, today.month):
        raise CannotBe(f"A year of birth lies between {FIRST_YEAR} and today.")
    if born.month is None and _years(born, today) < ADULT.low:
        raise CannotBe(YEAR_AND_MONTH)


def checked_lines(name: str, lines: Iterable[str]) -> tuple[str, ...]:
    """Gives the lines of one of the lists of a card, each once and without empty ones; raises CannotBe."""
    return fitted_lines(lines, *LISTS[name])
