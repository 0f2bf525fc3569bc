"""Who usually sits at this table: the last table is set again, so that tonight takes one key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, get_args

from gatherround.domain.people import MOST_PEOPLE, Person, Wish
from gatherround.domain.stages import FIRST_CHAIR
from gatherround.host.guests import OBJECTS, NoChair, guest_by_words
from gatherround.host.wishes import WISHES
from gatherround.storage.database import Database
from gatherround.storage.preferences import TABLE, UNFINISHED_ERASING, keep_preference, preference
from gatherround.storage.seats import page_count
from gatherround.storage.troubles import Trouble

MINUTES: Final = (5, 10, 15, 20)
USUAL_MINUTES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A table as it is set: who sits there in order, how long, and what would help."""

    people: tuple[Person, ...] = ()
    minutes: int = USUAL_MINUTES
    wish: Wish = "surprise"
    away: frozenset[str] = frozenset()
    cards: tuple[str, ...] = ()
    """Whose cards were laid, in their order, so that a card that was moved since is known from a chair that was not."""

    @property
    def here(self) -> tuple[Person, ...]:
        """Who sits at the table tonight."""
        return tuple(person for person in self.people if person.id not in self.away)

    def seated(self, person: Person) -> Setting:
        """Gives the table with one more person at its end."""
        return replace(self, people=(*self.people, person))

    def after_a_round(self, people: Sequence[Person]) -> Setting:
        """Gives the table after a Round of these people: whoever came late has a chair, or is back on theirs.

        A hard evening is one evening, and not what would help the next time.
        """
        chairs = {person.id for person in self.people}
        new = [person for person in people if person.id not in chairs][: MOST_PEOPLE - len(chairs)]
        away = self.away - {person.id for person in people}
        return replace(self, people=(*self.people, *new), away=away, wish=_next_time(self.wish))

    @property
    def guests(self) -> tuple[Person, ...]:
        """Who sits here without a card."""
        return tuple(person for person in self.people if not person.member)

    def taken_away(self) -> Setting:
        """Gives the table without its last guest; whoever lives here keeps their chair."""
        last = self.guests[-1:]
        return replace(self, people=tuple(person for person in self.people if person not in last))

    def with_members(self, members: tuple[Person, ...]) -> Setting:
        """Gives the table with those who live here as they are now; a new card takes over the guest's chair it matches.

        Every chair stays where it is, and what matches none stands last. Where cards were moved, those who live here
        sit in their new order on the chairs that are theirs.
        """
        ids = tuple(person.id for person in members)
        over = _taken_over(self.guests, [one for one in members if one.id not in self.cards])
        chairs = [over.get(person.id, person) for person in self.people if not person.member or person.id in ids]
        sitting = {person.id for person in chairs}
        chairs += [one for one in members if one.id not in sitting]
        by_chair = [person.id for person in chairs if person.id in ids]
        in_turn = iter(members if _were_moved(self.cards, ids) else _in_order(members, by_chair))
        people = tuple(next(in_turn) if person.id in ids else person for person in chairs)
        here = {person.id for person in people}
        away = {over[one].id if one in over else one for one in self.away} & here
        return replace(self, people=_told_apart(people), away=frozenset(away), cards=ids)

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


def _next_time(wish: Wish) -> Wish:
    """Gives what would help the next time."""
    return "surprise" if wish == "hard-night" else wish


class Household:
    """What a house remembers of its table; without a drawer it remembers nothing."""

    def __init__(
        self,
        database: Database | None,
        members: Callable[[], tuple[Person, ...]] = tuple,
        check_ins: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self.database = database
        self._read_members = members
        self._read_check_ins = check_ins

    def last_table(self) -> Setting | None:
        """Gives the table as it was last set, with all who live here; none where nobody does and nothing was kept."""
        if self.database is None:
            return None
        try:
            kept = preference(self.database, TABLE)
            members = self._read_members()
        except Trouble:
            return None
        setting = _setting(kept)
        if not members:
            return setting
        # Whoever comes to visit is not set a place again for the next evening.
        usual = replace(setting, people=()) if setting is not None else Setting()
        return replace(usual, away=_away(kept)).with_members(members)

    @property
    def owes_erasing(self) -> bool:
        """Whether an erasing was interrupted before every copy was gone."""
        try:
            return self.database is not None and bool(preference(self.database, UNFINISHED_ERASING))
        except Trouble:
            return False

    def members(self) -> tuple[Person, ...]:
        """Gives all who live here as they are today; nobody where the drawer cannot be read."""
        try:
            return self._read_members()
        except Trouble:
            return ()

    def check_ins_today(self) -> tuple[str, ...]:
        """Gives what was agreed on for today, in a line each; a house without pages does not load what reads one."""
        try:
            return self._read_check_ins() if self.database is not None and page_count(self.database) else ()
        except Trouble:
            return ()

    def as_today(self, setting: Setting) -> Setting:
        """Gives a table with the cards as they are at this moment: birthdays, changes, and whoever has gone."""
        try:
            return setting.with_members(self._read_members())
        except Trouble:
            return setting

    def remember(self, setting: Setting) -> None:
        """Keeps who sat where, guests by their age alone, and who is away; without a drawer it is not remembered."""
        if self.database is None:
            return
        guests = [str(person.age) for person in setting.guests]
        kept: dict[str, Any] = {"people": guests, "minutes": setting.minutes, "wish": _next_time(setting.wish)}
        if away := [person.id for person in setting.people if person.member and person.id in setting.away]:
            kept["away"] = away
        if empty := [at for at, one in enumerate(setting.guests) if one.id in setting.away]:
            kept["empty"] = empty
        try:
            keep_preference(self.database, TABLE, kept)
        except Trouble:
            return


def _taken_over(guests: Sequence[Person], new: Sequence[Person]) -> dict[str, Person]:
    """Gives who takes over the chair of which guest: of those of the same stage, the one with the same thing first.

    The thing alone says nothing: a new card has the first that is free, whoever it is for.
    """
    over: dict[str, Person] = {}
    for same in (lambda one, guest: _thing(one) == guest.name and _alike(one, guest), _alike):
        for one in new:
            free = [guest for guest in guests if guest.id not in over and same(one, guest)]
            if free and one not in over.values():
                over[free[0].id] = one
    return over


def _alike(one: Person, guest: Person) -> bool:
    """Tells whether two are of the same stage; the first chair a guest can have stands for two to four."""
    return one.stage_key == guest.stage_key or {one.stage_key, guest.stage_key} == FIRST_CHAIR


def _thing(person: Person) -> str:
    return person.plate.object.title() if person.plate is not None else ""


def _were_moved(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    return [one for one in before if one in now] != [one for one in now if one in before]


def _in_order(members: Iterable[Person], ids: Iterable[str]) -> list[Person]:
    by_id = {one.id: one for one in members}
    return [by_id[one] for one in ids]


def _told_apart(people: Sequence[Person]) -> tuple[Person, ...]:
    """Gives a guest whose thing is on somebody's card now the next that nobody has, while there are others."""
    taken = {person.name for person in people if not person.member} | {_thing(person) for person in people}
    apart: list[Person] = []
    for person in people:
        if not person.member and any(_thing(one) == person.name for one in people):
            name = next((thing for thing in OBJECTS if thing not in taken), person.name)
            person = replace(person, name=name)
            taken.add(name)
        apart.append(person)
    return tuple(apart)


def _away(kept: Any) -> frozenset[str]:
    away = kept.get("away") if isinstance(kept, dict) else None
    return frozenset(one for one in away if isinstance(one, str)) if isinstance(away, list) else frozenset()


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
    wish = _next_time(next((one for one in get_args(Wish) if one == kept.get("wish")), "surprise"))
    return Setting(
        people=tuple(sitting),
        minutes=minutes if minutes in MINUTES else USUAL_MINUTES,
        wish=wish,
        away=_empty(kept, sitting),
    )


def _empty(kept: dict[str, Any], guests: Sequence[Person]) -> frozenset[str]:
    """Gives which guests were away: nothing is kept of them but the numbers of their chairs."""
    numbers = kept.get("empty")
    return frozenset(one.id for at, one in enumerate(guests) if isinstance(numbers, list) and at in numbers)
