"""Pages that a family writes for itself: pacts, house rules, whom to call. Nothing on them is preset for anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial
from typing import Final, TypeAlias
from unicodedata import normalize

from gatherround.domain.fitting import fitted_line, fitted_lines
from gatherround.domain.rebasing import both_said, rebased, rebased_lines, rebased_part
from gatherround.domain.refusing import CannotBe

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_PACTS: Final = 8
MOST_RULES: Final = 7
MOST_NUMBERS: Final = 8
MOST_TOPICS: Final = 12
LONGEST_RULE: Final = 80
LONGEST_SIGN: Final = 60
LONGEST_LABEL: Final = 30
LONGEST_NUMBER: Final = 40
LONGEST_TOPIC: Final = 30
CHECK_IN_MINUTES: Final = (5, 60)
BACK_IN: Final = (20, 30, 60, 120)
"""Minutes after which a break may end; twenty is about what a body takes to settle, by an estimate from a lab."""
RULES: Final = (
    "one talks, the others listen to the end",
    "ask first: ears, company, or help?",
    "nobody finishes anybody's sentence",
    "anybody may pass, and nobody asks why",
    "phones sleep in a drawer while we eat",
    "we come back to it when we said we would",
)
"""House rules to begin from."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """When two or more sit down together: a day of the week (0 is Monday), a time on the wall, and how many minutes."""

    day: int
    at: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Reassurance:
    """One word or gesture that asks "are we okay?", and the reply that was agreed on."""

    sign: str
    reply: str


@dataclass(frozen=True, slots=True)
class TimeOut:
    """One word or gesture that says "I need a break", and the minutes after which whoever said it is back.

    A break without a return is not a break: the one who stays would read it as not caring.
    """

    sign: str
    back_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """An agreement on one card, between members by id, or everybody in the house where it names nobody."""

    between: tuple[str, ...] = ()
    check_in: CheckIn | None = None
    reassurance: Reassurance | None = None
    time_out: TimeOut | None = None
    off_the_table: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What everybody in this house goes by, in their own words."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """Somebody to call: who it is, and the number as it was typed."""

    who: str
    number: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whom to call, in order."""

    numbers: tuple[PhoneNumber, ...] = ()


Page: TypeAlias = Pact | HouseRules | Numbers


def due_on(pact: Pact, day: date) -> CheckIn | None:
    """Gives the check-in of a pact on a day, or none."""
    return pact.check_in if pact.check_in is not None and pact.check_in.day == day.weekday() else None


def concerns(pact: Pact, here: Set[str]) -> bool:
    """Tells whether a pact holds at a table: two or more of those it is between sit there, or it is everybody's."""
    return not pact.between or len(here & set(pact.between)) > 1


def check_in_by_words(day: int, said: str) -> CheckIn:
    """Reads a time and minutes ("20:30, 15", "8.30 pm 15"); raises CannotBe."""
    said = normalize("NFKC", said).casefold()
    found = re.search(r"(\d{1,2})[:.h](\d\d)\s*(am|pm)?", said)
    rest = re.findall(r"\d+", said.replace(found[0], " ", 1)) if found else []
    if found is None or len(rest) != 1:
        raise CannotBe("A time and how many minutes, please, such as 20:30, 15.")
    hour = int(found[1]) % 12 + 12 * (found[3] == "pm") if found[3] else int(found[1])
    if hour > 23 or int(found[2]) > 59:
        raise CannotBe("That is no time of the day.")
    least, most = CHECK_IN_MINUTES
    if not least <= int(rest[0]) <= most:
        raise CannotBe(f"Between {least} and {most} minutes.")
    return CheckIn(day, f"{time(hour, int(found[2])):%H:%M}", int(rest[0]))


def rules_fitted(lines: Iterable[str]) -> tuple[str, ...]:
    """Gives house rules as they may stand on their page; raises CannotBe."""
    return fitted_lines(lines, MOST_RULES, LONGEST_RULE)


def topics_fitted(lines: Iterable[str]) -> tuple[str, ...]:
    """Gives topics as they may stand on a pact; raises CannotBe."""
    return fitted_lines(lines, MOST_TOPICS, LONGEST_TOPIC)


def sign_fitted(said: str) -> str:
    """Gives a sign or a reply as it may stand on a pact; raises CannotBe for none at all."""
    if not (line := fitted_line(said, LONGEST_SIGN)):
        raise CannotBe("A word or a gesture, please.")
    return line


def number_fitted(who: str, number: str) -> PhoneNumber:
    """Gives somebody to call; raises CannotBe without a name or without a number."""
    made = PhoneNumber(fitted_line(who, LONGEST_LABEL), fitted_line(number, LONGEST_NUMBER))
    if not made.who or not made.number:
        raise CannotBe("Who it is, and the number, please.")
    return made


def numbers_fitted(numbers: Iterable[PhoneNumber]) -> tuple[PhoneNumber, ...]:
    """Gives whom to call as it may stand on its page; raises CannotBe."""
    made = tuple(number_fitted(one.who, one.number) for one in numbers)
    if len(made) > MOST_NUMBERS:
        raise CannotBe(f"Up to {MOST_NUMBERS} fit here.")
    return made


def pact_fitted(pact: Pact) -> Pact:
    """Gives a pact whose every word has been through the one gate; raises CannotBe for what cannot stand on one."""
    if pact.check_in is not None:
        check = pact.check_in
        pact = replace(pact, check_in=check_in_by_words(check.day % 7, f"{check.at} {check.minutes}"))
    if pact.reassurance is not None:
        signs = sign_fitted(pact.reassurance.sign), sign_fitted(pact.reassurance.reply)
        pact = replace(pact, reassurance=Reassurance(*signs))
    if pact.time_out is not None:
        if not 1 <= pact.time_out.back_in <= 24 * 60:
            raise CannotBe("A break names when it ends, within a day.")
        pact = replace(pact, time_out=TimeOut(sign_fitted(pact.time_out.sign), pact.time_out.back_in))
    return replace(pact, off_the_table=topics_fitted(pact.off_the_table))


def pact_rebased(before: Pact, mine: Pact, now: Pact) -> Pact:
    """Gives the pact that is there now with what somebody changed of it; no word of either window is lost."""
    return rebased(
        before,
        mine,
        now,
        check_in=rebased_part,
        reassurance=partial(rebased_part, sign=both_said, reply=both_said),
        time_out=partial(rebased_part, sign=both_said),
        off_the_table=rebased_lines,
    )
