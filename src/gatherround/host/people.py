"""Those who live here: their cards are read and changed here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from gatherround.domain.members import Card, Member, card_rebased, fitted, person_on
from gatherround.domain.people import MOST_PEOPLE, Person, Plate
from gatherround.domain.rebasing import fitted_together
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import same_name
from gatherround.host.chance import Clock, day_of
from gatherround.host.guests import OBJECTS
from gatherround.storage import members as cards
from gatherround.storage.database import Database, drawer

CHAIRS: Final = tuple(thing.lower() for thing in OBJECTS)
"""What a picture, a colour and a pattern are called."""
FULL: Final = "Twelve cards are here already. That is a full table."
ANOTHER_NAME: Final = "Another window has given this chair a name. Go back and look at it first."
NAMESAKE: Final = "Somebody here has that name already. Add a letter, so that both are known."


class People:
    """The cards of a house; without a drawer there are none. What changes a card raises CannotBe or CannotKeep.

    Two cards with one name would be one to a goodbye and to an import, so the drawer is held while names are compared.
    """

    def __init__(self, database: Database | None, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> tuple[Member, ...]:
        """Gives everybody in the order of their chairs; raises an UnopenedFile."""
        return () if self._database is None else cards.members(self._database)

    def today(self) -> tuple[Person, ...]:
        """Gives everybody of two and more, as they are today, in the order of their chairs."""
        return tuple(person for one in self.all() if (person := person_on(one, day_of(self._clock))) is not None)

    def member(self, member_id: str) -> Member | None:
        """Gives the one of this id, or none who is not here any more."""
        return next((one for one in self.all() if one.id == member_id), None)

    def named(self, name: str) -> Member | None:
        """Gives the one of this name, whatever its case and spacing; none where nobody is called so."""
        return next((one for one in self.all() if same_name(one.card.name, name.strip())), None)

    def add(self, card: Card) -> Member:
        """Keeps a new card at the last chair, with a plate of its own where its plate is taken."""
        today = day_of(self._clock)

        def new(here: Sequence[Member]) -> Sequence[Card]:
            if len(here) >= MOST_PEOPLE:
                raise CannotBe(FULL)
            _refuse_namesake(card.name, here)
            return (fitted(card, today),)

        return cards.add_members(drawer(self._database), new, today)[0]

    def change(self, member: Member, card: Card) -> Member:
        """Keeps what has become of a card; what another window has changed of it meanwhile stays.

        Of one thing that both have changed the later change is kept; but a chair is given a name by one of them alone.
        """
        fit = partial(fitted, today=day_of(self._clock))
        mine = fit(card)

        def change(now: Card, others: Sequence[Member]) -> Card:
            _refuse_namesake(mine.name, others)
            # Two windows that name one chair may mean two people: the second would be given the first one's card.
            named = member.card.nameless and mine.name != member.card.name
            if named and not now.nameless and not same_name(mine.name, now.name):
                raise CannotBe(ANOTHER_NAME)
            return fitted_together(fit, card_rebased(member.card, mine, now))

        return replace(member, card=cards.change_member(drawer(self._database), member.id, change))

    def move(self, member: Member, step: int) -> None:
        """Moves somebody so many chairs on round the table; the ends are neighbours."""
        ids = [one.id for one in self.all()]
        if member.id in ids:
            at = ids.index(member.id)
            ids.insert((at + step) % len(ids), ids.pop(at))
            cards.reseat(drawer(self._database), ids)

    def keep_places(self, guests: Sequence[Person]) -> tuple[Member, ...]:
        """Gives each guest a card named after their chair, with a stage alone; raises CannotBe where it is too many."""
        today = day_of(self._clock)

        def new(here: Sequence[Member]) -> Sequence[Card]:
            if len(here) + len(guests) > MOST_PEOPLE:
                raise CannotBe(FULL)
            return [fitted(card, today) for card in _cards_of(guests, here)]

        return cards.add_members(drawer(self._database), new, today)

    def objects_of_others(self, member: Member) -> frozenset[str]:
        """Gives the things on everybody else's place cards."""
        return frozenset(one.card.plate.object for one in self.all() if one.id != member.id)

    def free_plate(self) -> Plate:
        """Gives the first object of the table that nobody has, in its own colour and pattern."""
        return _own("", {one.card.plate.object for one in self.all()})

    def refuse_namesake(self, name: str, but: str = "") -> None:
        """Raises CannotBe where somebody has that name, but for the one of the id `but`."""
        _refuse_namesake(name, [one for one in self.all() if one.id != but])


def _refuse_namesake(name: str, others: Iterable[Member]) -> None:
    if any(same_name(one.card.name, name.strip()) for one in others):
        raise CannotBe(NAMESAKE)


def _cards_of(guests: Iterable[Person], here: Sequence[Member]) -> list[Card]:
    made: list[Card] = []
    for guest in guests:
        plate = _own(guest.name.lower(), {one.plate.object for one in (*(at.card for at in here), *made)})
        made.append(Card(name=_free_name(guest.name, here, made), plate=plate, stage_key=guest.stage_key))
    return made


def _own(wanted: str, taken: set[str]) -> Plate:
    thing = next((one for one in (wanted, *CHAIRS) if one in CHAIRS and one not in taken), CHAIRS[0])
    return Plate(object=thing, colour=thing, pattern=thing)


def _free_name(name: str, here: Sequence[Member], made: Sequence[Card]) -> str:
    """Gives a name that nobody has: a guest's own, else that with a number."""
    taken = [*(one.card.name for one in here), *(card.name for card in made)]
    numbered = (name, *(f"{name} {number}" for number in range(2, 2 * MOST_PEOPLE + 2)))
    return next(one for one in numbered if not any(same_name(one, other) for other in taken))
