"""Who takes part in what: orders round the table, rungs, and who holds which seat."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gatherround.domain.chairs import things_of
from gatherround.domain.play.plan import Deal, Person, Play
from gatherround.domain.play.sayings import THAT_FEELING
from gatherround.domain.play.words import filled
from gatherround.domain.stages import Band
from gatherround.domain.steps import Wording

FOR_A_CROWD: Final = 3
"""As many people as it takes for somebody to have nothing to do while another has a turn."""
STANDING: Final = ""
"""The seat of somebody who chose to stand."""


def deal_of(play: Play) -> Deal:
    """Gives the deal on the table; raises LookupError while nothing is being played."""
    deal = play.dealt
    if deal is None:
        raise LookupError("nothing is dealt in this phase")
    return deal


def players(play: Play) -> tuple[Person, ...]:
    """Gives the players in *everyone* order: youngest first, so grown-ups last."""
    at_play = deal_of(play).players
    return tuple(sorted((person for person in play.plan.people if person.id in at_play), key=lambda person: person.age))


def adults_first(play: Play) -> tuple[Person, ...]:
    """Gives the players with grown-ups first: modelling comes before asking (Gottman, Katz and Hooven 1996)."""
    return tuple(sorted(players(play), key=lambda person: not person.grown))


def things(play: Play) -> tuple[str, ...]:
    """Gives the chairs of everybody here as they sit, beginning somewhere else each evening: that one is the cloth."""
    here = things_of(play.plan.people)
    first = play.plan.seed % len(here)
    return here[first:] + here[:first]


def round_the_table(play: Play) -> tuple[str, ...]:
    """Gives the players' ids in the order they sit."""
    at_play = deal_of(play).players
    return tuple(person.id for person in play.plan.people if person.id in at_play)


def after(play: Play, person_id: str) -> str:
    """Gives the next player round the table; alone, the same person again."""
    ring = round_the_table(play)
    if person_id not in ring:
        return ring[0]
    return ring[(ring.index(person_id) + 1) % len(ring)]


def name_of(play: Play, person_id: str) -> str:
    """Gives somebody's name as they wrote it."""
    return play.plan.person(person_id).name


def table_band(play: Play) -> Band:
    """Gives the wording read to the whole table: the youngest target's."""
    targets = [play.plan.person(target) for target in deal_of(play).targets]
    return min(targets, key=lambda person: person.age).band


def to_table(play: Play, wording: Wording) -> str:
    """Gives a text as the whole table hears it."""
    return _filled(play, wording.said_to(table_band(play)), play.turn or deal_of(play).lead)


def to_listeners(play: Play, wording: Wording) -> str:
    """Gives the job of those without a part as the youngest of them is told it, or the table where all have one."""
    listeners = [play.plan.person(listener) for listener in deal_of(play).listeners]
    if not listeners:
        return to_table(play, wording)
    return to_person(play, wording, min(listeners, key=lambda person: person.age).id)


def meanwhile(play: Play) -> str:
    """Gives the job of everybody whose turn it is not, said with the first turn of each question.

    Where seats are given out, the opening has said it; between two there is nobody else.
    """
    activity = deal_of(play).activity
    alone = activity.others is None or activity.casts or len(play.plan.people) < FOR_A_CROWD
    return "" if alone or activity.others is None else to_table(play, activity.others)


def to_person(play: Play, wording: Wording, person_id: str, beside: str = "") -> str:
    """Gives a text in one person's own rung; `beside` is who "next" means, else whoever sits next."""
    return _filled(play, wording.said_to(play.plan.person(person_id).band), person_id, beside)


def spoken(play: Play, text: str, me: str = "") -> str:
    """Gives a plain text with the names of now in it."""
    return _filled(play, text, me or play.turn or deal_of(play).lead)


def _filled(play: Play, text: str, me: str, beside: str = "") -> str:
    if "<" not in text:
        return text
    feeling = play.feeling or THAT_FEELING
    return filled(
        text,
        {
            "me": name_of(play, me),
            "next": name_of(play, beside or after(play, me)),
            "seat": seat_name(play, me),
            "feeling": feeling,
            "Feeling": feeling[:1].upper() + feeling[1:],
        },
    )


def seat_name(play: Play, person_id: str) -> str:
    """Gives the character somebody plays now, or their own name where they have no seat."""
    held = [seat for seat, holder_ in play.seats if holder_ == person_id and seat != STANDING]
    return deal_of(play).activity.seat(held[0]).name if held else name_of(play, person_id)


def holders(play: Play, seat_id: str) -> tuple[str, ...]:
    """Gives who plays a seat; the reader minds every seat that nobody plays."""
    return tuple(person for seat, person in play.seats if seat == seat_id) or (deal_of(play).reader,)


def cast(play: Play) -> Play:
    """Seats the players, youngest first.

    With more players than seats they share, unless the activity has a job for the others.
    """
    activity = deal_of(play).activity
    seated_ = players(play) if activity.others is None else players(play)[: len(activity.seats)]
    count = len(activity.seats)
    return replace(play, seats=tuple((activity.seats[at % count].id, one.id) for at, one in enumerate(seated_)))


def parts(play: Play) -> tuple[tuple[str, str], ...]:
    """Gives each character's name and the names of whoever plays it."""
    return tuple(
        (seat.name, " and ".join(name_of(play, person) for person in holders(play, seat.id)))
        for seat in deal_of(play).activity.seats
    )


def moved_on(play: Play) -> Play:
    """Moves every seat one player on round the table, whoever had none included; the reader's minded seats stay."""
    ring = round_the_table(play)
    moved = tuple((seat, ring[(ring.index(person) + 1) % len(ring)]) for seat, person in play.seats if person in ring)
    return replace(play, seats=moved)


def seated(play: Play, person_id: str, seat_id: str) -> Play:
    """Puts somebody into a seat; whoever held it gets the seat that is left free, if there is one."""
    free = next((seat for seat, person in play.seats if person == person_id), None)
    pairs: list[tuple[str, str]] = [(seat_id, person_id)]
    for seat, person in play.seats:
        if seat == seat_id and person != person_id:
            pairs.extend([(free, person)] if free is not None else [])
        elif person != person_id:
            pairs.append((seat, person))
    return replace(play, seats=tuple(pairs))


def unseated(play: Play, person_id: str) -> Play:
    """Leaves somebody's seat to the reader."""
    return replace(play, seats=tuple(pair for pair in play.seats if pair[1] != person_id))
