"""Builders of evenings that were sewn, and of a drawer in which they are kept already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from gatherround.domain.entries import (
    ActChosen,
    AtTable,
    Entry,
    Noticed,
    Played,
    RoundBegan,
    RoundEnded,
    Sewn,
    WordMet,
)
from gatherround.storage.database import Database
from gatherround.storage.rows import Kept, as_row, moment

FAMILY = ("Spoon", "Lemon", "Pepper", "Teapot")
WORDS = ("balloon?", None, "goat card", "sock soup", None, "moon in the bath", "not now, Kevin")
TITLES = ("The Last Dumpling", "Two Lefts", "Complaint Desk at Skunk Hill Zoo", "Who Moved the Moon?")
LINES = (
    "I saw Mia carry Gran's bag all the way up.",
    "I saw Theo save the last pancake for Ana.",
    "I saw Dad say sorry first, about the shoes.",
)
LAST_EVENING = datetime(2026, 2, 28, 19, tzinfo=UTC)


def an_evening(
    stitch: int = 0,
    word: str | None = None,
    *,
    things: Sequence[str] = FAMILY,
    title: str = TITLES[0],
    act: str | None = "ask quietly",
    met: str = "curious",
    members: Sequence[str | None] = (),
    empathy: tuple[str, ...] = ("understand", "respond"),
) -> tuple[Entry, ...]:
    """Gives what is kept of an evening that was played to its end and sewn."""
    seats = [*members, *[None] * len(things)][: len(things)]
    people = tuple(AtTable(member, "8-11", thing) for member, thing in zip(seats, things, strict=True))
    return (
        RoundBegan(minutes=10, wish="surprise", people=people),
        WordMet(met),
        Played(activity="test/story", kind="script", empathy=empathy, title=title, players=()),
        *((ActChosen(act),) if act else ()),
        Sewn(stitch, word, tuple(things)),
        RoundEnded("closed"),
    )


def evenings(count: int) -> list[tuple[Entry, ...]]:
    """Gives so many evenings, each unlike the one before."""
    return [
        an_evening(
            at * 5 % 9,
            WORDS[at % len(WORDS)],
            things=_sat(at),
            title=TITLES[at % len(TITLES)],
            act=("ask quietly", None, "carry one thing for somebody", "our own idea")[at % 4],
            met=("curious", "mad", "left out", "proud", "relieved")[at % 5],
        )
        for at in range(count)
    ]


def _sat(at: int) -> tuple[str, ...]:
    here = [thing for place, thing in enumerate((*FAMILY, "Plum")) if (at + place) % 5]
    return (*here[at % len(here) :], *here[: at % len(here)])


def as_told(*rounds: Sequence[Entry]) -> list[Kept]:
    """Gives these Rounds as a drawer tells them, one a day up to the last evening."""
    kept: list[Kept] = []
    for number, entries in enumerate(rounds, start=1):
        then = LAST_EVENING - timedelta(days=len(rounds) - number)
        for entry in entries:
            kept.append(Kept(number=len(kept) + 1, round=number, entry=entry, at=then, day=then.date()))
    return kept


def keep(database: Database | None, *rounds: Sequence[Entry], noticed: Sequence[str] = ()) -> None:
    """Puts these Rounds, one a day up to the last evening, and lines of what was noticed into a drawer."""
    assert database is not None
    lines = [Noticed(line) for line in noticed]
    rows = [(at.round, at.entry, at.at) for at in as_told(*rounds)] + [(0, line, LAST_EVENING) for line in lines]
    with database.writing() as connection:
        for number, entry, at in rows:
            now = moment(at)
            connection.execute(
                "INSERT INTO entry (round, kind, body, at, zone, day) VALUES (?, ?, ?, ?, ?, ?)",
                (number, *as_row(entry), now.at, now.zone, now.day),
            )
