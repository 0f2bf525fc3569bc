"""What the game makes real: every practice, the stories that name it, and the screens and rules that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.host.shelf import Shelf
    from gatherround.pantry.lists import Practice


@dataclass(frozen=True, slots=True)
class Carrier:
    """A part of the game that carries a practice: what it is for a family, and where in the code it lies."""

    practice: str
    what: str
    lies: str


PARTS: Final = (
    Carrier("S1", "Looking back says in words what this table has been playing at", "ui.screens.looking_back:BALANCE"),
    Carrier("S6", "Find one narrows to what sees another side, does something, or settles", "host.narrowing:EMPATHIES"),
    Carrier(
        "S10", "Pause (p) covers the table, breathes, and offers go on, later and stop", "ui.panels.evening:PausePanel"
    ),
    Carrier("S16", "Some stories first ask by thumbs: calm? rested? door shut?", "domain.play.sayings:PREFLIGHT"),
    Carrier("S17", "A second topic (l) is put aside, for another day", "host.promises:Promises"),
    Carrier(
        "S20", "An Echo Turn ends with: did I get that right? Two more tries at most", "domain.play.listening:TRIES"
    ),
    Carrier(
        "S26",
        "An agreement may name a day and minutes to check in; Tonight says so, and nags nobody",
        "domain.pages:CheckIn",
    ),
    Carrier("S29", "An agreement may hold one sign for reassurance, and its reply", "domain.pages:Reassurance"),
    Carrier("S30", "A sign for a break always has a time to be back", "domain.pages:TimeOut"),
    Carrier("S31", "Before a couple's first stands whom such a one is not for", "domain.play.sayings:FOR_TWO"),
    Carrier("S32", "Agreements have a card of their own", "domain.pages:Pact"),
    Carrier("S33", "A sign that was agreed on stands on the card", "domain.pages:Reassurance"),
    Carrier("S34", "Deep stories come only by choice, never by dice", "domain.dealing.eligible:eligible"),
    Carrier("S38", "What somebody is dealt fits their stage, and a grown-up may say another", "domain.stages:STAGES"),
    Carrier("S49", "Every Round goes arrive, warm-up, main and close", "domain.play.phases:arrive"),
    Carrier("S55", "Getting help says when to look for more than a game", "domain.helping:WHEN"),
    Carrier(
        "S59",
        "Everybody is asked in turn, the youngest first, with the same time for each",
        "domain.play.casting:players",
    ),
    Carrier(
        "S72",
        "How sure of a guess, before asking and after: the step between is kept nowhere",
        "domain.play.sayings:SURE_NOW",
    ),
    Carrier("S87", "A card holds at most three short practices to keep up: my two", "domain.members:Card"),
    Carrier(
        "S89",
        "An Echo Turn takes 2-2-1 minutes, 1-1-1 with children, 20 seconds with small ones",
        "domain.play.listening:echo_beats",
    ),
    Carrier(
        "S99",
        "A card says what helps: a hug, space, words, a snack, nothing; asked, not assumed",
        "domain.members:Card",
    ),
    Carrier("S100", "Pause (p) takes a topic and a time to come back", "ui.screens.asking:LaterWhen"),
    Carrier("S101", "Tonight is hard: three minutes, light, with nothing to tell", "domain.dealing.small:LOW_MINUTES"),
    Carrier("S104", "A pause may promise a time when both have rested", "host.promises:dues_from"),
    Carrier("S105", "Coming back to what was promised opens with both being heard", "domain.coming_back:plan_return"),
    Carrier("S110", "Not sure is a door wherever a feeling is asked", "domain.play.sayings:FEELING_EXTRAS"),
    Carrier("S111", "A guess may say how sure it is, and again once they have answered", "domain.play.sayings:SURE"),
    Carrier("S114", "What you noticed (n): one line, for the whole family", "ui.screens.noticing:note_over"),
    Carrier(
        "S117", "Three questions on a sheet to print and take along to a first talk", "paper.first_talk:first_talk"
    ),
    Carrier("S118", "Kinds of help stand by what one wishes for", "domain.helping:KINDS"),
    Carrier(
        "S119",
        "My two goes on beside any help, and goes along on the sheet if its owner asks",
        "host.printing:print_first_talk",
    ),
    Carrier("S120", "Kinds of help stand without names and adverts", "domain.helping:KINDS"),
    Carrier("S121", "A first talk says whether a few meetings or more would fit", "domain.helping:KINDS"),
    Carrier("S123", "Getting help says when two who are stuck look for somebody", "domain.helping:WHEN"),
    Carrier("S124", "The first evening asks who sits here, and nothing else", "ui.screens.laying:INVITE"),
    Carrier("S126", "A Round begins with how long, and with what would help tonight", "host.wishes:WISHES"),
)
"""The closed table: only what is really there, each found by a test at the place it names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One practice, with the parts and the stories that carry it."""

    practice: Practice
    parts: tuple[Carrier, ...]
    stories: tuple[Activity, ...]

    @property
    def waits(self) -> bool:
        """Whether it is to be carried, and nothing carries it yet."""
        return self.practice.carried and not self.parts and not self.stories


def practised(shelf: Shelf) -> tuple[Row, ...]:
    """Gives every practice in its order, with what carries it."""
    stories: dict[str, list[Activity]] = {}
    for activity in shelf.activities:
        for practice in activity.practices:
            stories.setdefault(practice, []).append(activity)
    return tuple(
        Row(one, tuple(part for part in PARTS if part.practice == one.id), tuple(stories.get(one.id, ())))
        for one in shelf.library.lists.practices
    )


def lines(rows: tuple[Row, ...]) -> Iterator[str]:
    """Says each practice and what carries it, for a terminal."""
    for row in rows:
        yield f"{row.practice.id:<5}{row.practice.line}"
        if not row.practice.carried:
            yield f"     left out: {row.practice.because}"
        elif row.waits:
            yield "     waits: nothing carries it yet"
        yield from (f"     {part.what}." for part in row.parts)
        if row.stories:
            yield f"     {_counted(len(row.stories))}: {_told(row.stories)}"


def _counted(count: int) -> str:
    return "one story" if count == 1 else f"{count} stories"


def _told(stories: tuple[Activity, ...], most: int = 3) -> str:
    more = f", and {len(stories) - most} more" if len(stories) > most else ""
    return ", ".join(one.title for one in stories[:most]) + more


def shape(rows: tuple[Row, ...]) -> list[dict[str, Any]]:
    """Gives the same as plain values, for a program to read."""
    return [
        {
            "id": row.practice.id,
            "line": row.practice.line,
            "carried": row.practice.carried,
            "parts": [part.what for part in row.parts],
            "stories": [one.full_id for one in row.stories],
            "waits": row.waits,
        }
        for row in rows
    ]


def page(rows: tuple[Row, ...], titles: dict[str, str]) -> str:
    """Gives the page for those who read about the game: which books and parts carry what, without a count.

    `titles` gives a book's title by its id.
    """
    carried, waiting = (
        [row for row in rows if not row.waits and row.practice.carried],
        [row for row in rows if row.waits],
    )
    table = [_line(row, titles) for row in carried]
    wait = [f"| {row.practice.id} | {row.practice.line} |" for row in waiting]
    out = [
        f"| {row.practice.id} | {row.practice.line} | {row.practice.because} |"
        for row in rows
        if not row.practice.carried
    ]
    return "\n".join(
        (
            "# What the game makes real",
            "",
            "This page is written by `make practices`; `gatherround practices` says it story by story.",
            "",
            "| | Practice | Carried by |",
            "|---|---|---|",
            *table,
            "",
            "## What waits",
            "",
            *(("| | Practice |", "|---|---|", *wait) if wait else ("Nothing waits.",)),
            "",
            "## What is left out, and why",
            "",
            "| | Claim | Because |",
            "|---|---|---|",
            *out,
            "",
        )
    )


def _line(row: Row, titles: dict[str, str]) -> str:
    books = ", ".join(dict.fromkeys(titles[one.pack] for one in row.stories if one.pack in titles))
    by = [*(f"{part.what}." for part in row.parts), *([f"Stories in {books}."] if books else [])]
    return f"| {row.practice.id} | {row.practice.line} | {' '.join(by)} |"
