"""What lies over the table: who comes and goes, when to come back, a line to note, getting help; answers are moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from gatherround.domain.people import Person
from gatherround.domain.play.looking import looks
from gatherround.domain.play.make import legal
from gatherround.domain.play.moves import Later, Leave
from gatherround.domain.play.plan import Play
from gatherround.host.guests import away_from
from gatherround.ui.screens.asking import LaterWhen, WhoJoins, WhoLeaves
from gatherround.ui.screens.cover import Cover
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.menu import CHOICES, KEYS, More
from gatherround.ui.screens.noticing import note_over
from gatherround.ui.screens.rooms import room
from gatherround.ui.screens.table_keys import MOVES

if TYPE_CHECKING:
    from gatherround.ui.screens.table import Table

LAST_ONE: Final = "Whoever is alone at the table does not get up. Goodnight is there for that."
_AT_NIGHT: Final = ("tonight", "quilt", "note", "serious")


def more(table: Table, play: Play) -> None:
    """Opens the few things that need no key of their own."""
    names = _AT_NIGHT if play.phase == "night" else tuple(name for name in CHOICES if _may(play, name))

    def chosen(name: str | None) -> None:
        now = table.play
        if name is not None and now is not None:
            _do(table, now, name)

    said = {**CHOICES, "tonight": table.back_to}
    lay_over(table, More({name: said[name] for name in names}, numbers=KEYS), chosen)


def _may(play: Play, name: str) -> bool:
    """Tells whether something behind *more* may be chosen by day."""
    match name:
        case "join" | "leave":
            return not play.paused
        case "note":
            return "note" in looks(play)
        case "aside":
            return "put-aside" in looks(play)
        case "put-down" | "another":
            return MOVES[name] in legal(play)
        case _:
            return name != "quilt"


def _do(table: Table, play: Play, name: str) -> None:
    match name:
        case "put-down" | "another" | "stop":
            table.ask_for(MOVES[name])
        case "tonight":
            put_away(table)
        case "aside":
            put_aside(table, play)
        case _:
            OVER[name](table, play)


def somebody_sits_down(table: Table, play: Play) -> None:
    """Asks who sits down, and seats them."""

    def seat(person: Person | None) -> None:
        from gatherround.host.dealing import sits_down

        if person is not None and table.play is not None:
            table.ask_for(sits_down(table.house, table.play, person))

    away = away_from(play.plan, table.house.household.members())
    lay_over(table, WhoJoins(play.plan.people, away), seat)


def somebody_gets_up(table: Table, play: Play) -> None:
    """Asks who gets up, by the numbers of their chairs on Tonight; whoever came back has kept theirs."""
    if len(play.plan.people) == 1:
        table.notify(LAST_ONE, markup=False)
        return
    places = {one.id: at for at, one in enumerate(table.house.household.members())}
    people = sorted(play.plan.people, key=lambda one: places.get(one.id, len(places)))

    def let_go(person: str | None) -> None:
        if person is not None:
            table.ask_for(Leave(person))

    lay_over(table, WhoLeaves(people), let_go)


def later(table: Table, play: Play) -> None:
    """Asks when to come back, and promises it."""

    def promise(when: Later | None) -> None:
        if when is not None:
            table.ask_for(when)

    if play.paused:
        lay_over(table, LaterWhen(table.house.clock.now()), promise)


def cover(table: Table, _: Play) -> None:
    """Covers the screen until somebody presses a key."""
    lay_over(table, Cover())


def note(table: Table, _: Play) -> None:
    """Notes what somebody saw."""
    note_over(table, table.house)


def put_aside(table: Table, _: Play) -> None:
    """Puts a second topic aside, for another day."""
    from gatherround.ui.screens.putting_aside import put_aside_over

    put_aside_over(table, table.house)


def getting_help(table: Table, _: Play) -> None:
    """Opens the page that says where to turn."""
    lay_over(table, room("getting-help", table.house))


def serious(table: Table, _: Play) -> None:
    """Opens the calm page for what a game is not enough for."""
    from gatherround.ui.screens.serious import Serious

    lay_over(table, Serious(table.house))


def quilt(table: Table, _: Play) -> None:
    """Opens the quilt."""
    from gatherround.ui.screens.quilt import Quilt

    lay_over(table, Quilt(table.house))


OVER: Final[Mapping[str, Callable[[Table, Play], None]]] = {
    "more": more,
    "later": later,
    "join": somebody_sits_down,
    "leave": somebody_gets_up,
    "cover": cover,
    "note": note,
    "put-aside": put_aside,
    "getting-help": getting_help,
    "serious": serious,
    "quilt": quilt,
}
"""Each by the name of its key, or of its door behind *more*."""
