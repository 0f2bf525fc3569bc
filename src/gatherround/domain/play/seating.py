"""Seats given out openly or under the kettle, and seats chosen anew."""

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.play import casting, sayings
from gatherround.domain.play.beats import Beat, Card, Casting, Pick, Say
from gatherround.domain.play.plan import Play
from gatherround.domain.steps import Seat

MOST_CARDS = 3
"""How many private cards one Round bears; further seats are told openly."""
YOUNGEST_READER = 7


def seat_beats(play: Play, *, private: bool) -> tuple[Beat, ...]:
    """Gives each seat to its player: openly, or as a card for one pair of eyes at most three times a Round."""
    seats = casting.deal_of(play).activity.seats
    if not private:
        return tuple(_told(play, seat) for seat in seats)
    made: list[Beat] = []
    held = [(seat, person) for seat in seats for kept, person in play.seats if kept == seat.id]
    left = max(0, MOST_CARDS - play.cards)
    made.extend(_card(play, seat, person) for seat, person in held[:left])
    made.extend(_told(play, seat) for seat, _ in held[left:])
    parts = Casting(casting.parts(play))
    return (*made, Say(text=sayings.ALL_BACK, label="seats", sight=parts))


def _card(play: Play, seat: Seat, person: str) -> Card:
    lines = (seat.card,) if seat.card else _wishes(seat, sayings.YOU_WANT)
    return Card(
        who=person,
        seat=seat.id,
        name=seat.name,
        lines=lines,
        whisper=play.plan.person(person).age < YOUNGEST_READER,
    )


def _told(play: Play, seat: Seat) -> Say:
    seats = casting.deal_of(play).activity.seats
    part = casting.parts(play)[seats.index(seat)]
    labels = tuple(label.format(name=seat.name) for label in sayings.WANTS)
    who = sayings.PLAYED_BY.format(part=seat.name, who=part[1])
    return Say(text="\n".join((who, *_wishes(seat, labels))), label="seats", sight=Casting((part,)))


def _wishes(seat: Seat, labels: tuple[str, ...]) -> tuple[str, ...]:
    told = zip(labels, (seat.wants, seat.knows, seat.worries), strict=True)
    return tuple(f"{label}: {text}" for label, text in told if text)


def recast(play: Play) -> Play:
    """Says anew who is who wherever it is still to be said, after somebody has given a seat back."""
    return replace(play, beats=tuple(_recast(play, beat) for beat in play.beats))


def _recast(play: Play, beat: Beat) -> Beat:
    if not isinstance(beat, Say) or not isinstance(beat.sight, Casting):
        return beat
    if beat.label == "swap" or beat.text == sayings.ALL_BACK:
        return replace(beat, sight=Casting(casting.parts(play)))
    # Two seats may have one name, as in a story that is tried before anybody has said who is in it.
    name, _ = beat.sight.parts[0]
    return _told(play, next(seat for seat in casting.deal_of(play).activity.seats if seat.name == name))


def chair_beats(play: Play, text: str) -> tuple[Beat, ...]:
    """Asks the next person for a seat from what is left, those without one first, then the youngest.

    It is asked again after each answer, so every seat that was taken is off the list.
    """
    deal = casting.deal_of(play)
    taken = {seat for seat, _ in play.seats}
    seated = {person for _, person in play.seats}
    left = [seat for seat in deal.activity.seats if seat.id not in taken]
    waiting = [person.id for person in casting.players(play) if person.id not in seated]
    if not left or not waiting:
        return (Say(text=sayings.CASTING, label="swap", sight=Casting(casting.parts(play))),)
    return (
        Pick(
            who=waiting[0],
            prompt=text,
            options=tuple(seat.name for seat in left),
            use="chair",
            default=0,
        ),
    )


def take_chair(play: Play, pick: Pick, option: int | None) -> Play:
    """Gives the picked seat to the picker; who passes stands, and the reader minds what nobody took."""
    taken = {seat for seat, _ in play.seats}
    left = [seat.id for seat in casting.deal_of(play).activity.seats if seat.id not in taken]
    return replace(play, seats=(*play.seats, (casting.STANDING if option is None else left[option], pick.who)))
