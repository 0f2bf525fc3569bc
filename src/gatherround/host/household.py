"""Who usually sits at this table: the last table is set again, so that tonight takes one key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, get_args

from gatherround.domain.people import Person, Wish
from gatherround.host.guests import NoChair, guest_by_words
from gatherround.host.wishes import WISHES
from gatherround.storage.database import Database
from gatherround.storage.preferences import keep_preference, preference
from gatherround.storage.troubles import Trouble

MINUTES: Final = (5, 10, 15, 20)
USUAL_MINUTES: Final = 10
_KEY: Final = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A table as it is set: who sits there in order, how long, and what would help."""

    people: tuple[Person, ...] = ()
    minutes: int = USUAL_MINUTES
    wish: Wish = "surprise"
    away: frozenset[str] = frozenset()

    @property
    def here(self) -> tuple[Person, ...]:
        """Who sits at the table tonight."""
        return tuple(person for person in self.people if person.id not in self.away)

    def seated(self, person: Person) -> Setting:
        """Gives the table with one more person at its end."""
        return replace(self, people=(*self.people, person))

    def taken_away(self) -> Setting:
        """Gives the table without its last chair."""
        return replace(self, people=self.people[:-1])

    def toggled(self, place: int) -> Setting:
        """Gives the table with whoever sits at a place, counting from 0, away or back; without a chair, as it is."""
        if not 0 <= place < len(self.people):
            return self
        return replace(self, away=self.away ^ {self.people[place].id})

    def longer(self, step: int) -> Setting:
        """Gives the table with the next longer or shorter evening, round and round: one place to click is enough."""
        return replace(self, minutes=MINUTES[(MINUTES.index(self.minutes) + step) % len(MINUTES)])

    def wishing(self, step: int) -> Setting:
        """Gives the table with the next of what would help, round and round."""
        wishes = [wish for wish, _ in WISHES]
        return replace(self, wish=wishes[(wishes.index(self.wish) + step) % len(wishes)])


class Household:
    """What a house remembers of its table; without a drawer it remembers nothing."""

    def __init__(self, database: Database | None) -> None:
        self.database = database

    def last_table(self) -> Setting | None:
        """Gives the table as it was last set, or none where there was none or it cannot be read."""
        if self.database is None:
            return None
        try:
            kept = preference(self.database, _KEY)
        except Trouble:
            return None
        return _setting(kept)

    def remember(self, setting: Setting) -> None:
        """Keeps who sat where by age or stage alone; where nothing can be written, it is not remembered."""
        if self.database is None:
            return
        people = [str(person.age) for person in setting.people]
        try:
            keep_preference(self.database, _KEY, {"people": people, "minutes": setting.minutes, "wish": setting.wish})
        except Trouble:
            return


def _setting(kept: Any) -> Setting | None:
    if not isinstance(kept, dict) or not isinstance(kept.get("people"), list):
        return None
    sitting: list[Person] = []
    try:
        for said in kept["people"]:
            sitting.append(guest_by_words(str(said), sitting))
    except NoChair:
        return None
    minutes = kept.get("minutes")
    wish: Wish = next((one for one in get_args(Wish) if one == kept.get("wish")), "surprise")
    return Setting(people=tuple(sitting), minutes=minutes if minutes in MINUTES else USUAL_MINUTES, wish=wish)
