"""What is asked over the table without lying on it: who comes and goes, another card, when to come back."""

from __future__ import annotations

from typing import Final

from gatherround.domain.play import Person
from gatherround.domain.play.moves import Another, Join, Later, Leave, Move, Pass, Pause, PutDown, Stop, Twist
from gatherround.host.house import House
from gatherround.ui.screens.asking import LaterWhen, WhoJoins, WhoLeaves
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.looks import Looks
from gatherround.ui.screens.menu import CHOICES, KEYS, More
from gatherround.ui.screens.noticing import note_over
from gatherround.ui.screens.quilt import Quilt

MOVES: Final[dict[str, Move]] = {
    "pass": Pass(),
    "pause": Pause(),
    "put-down": PutDown(),
    "twist": Twist(),
    "another": Another(),
    "stop": Stop(),
}
_NEEDS: Final[dict[str, type[Move]]] = {"put-down": PutDown, "another": Another}
"""What stands there only while it may be done."""
_COMINGS: Final = ("join", "leave")
"""What is not there in a pause."""
LAST_ONE: Final = "Whoever is alone at the table does not get up. Goodnight is there for that."


class Asides(Looks):
    """A table over which a few things may be asked; what is answered becomes a move."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._legal: frozenset[type[Move]] = frozenset()

    def ask_for(self, move: Move) -> None:
        """Asks the host to make a move."""
        raise NotImplementedError

    def action_later(self) -> None:
        """Asks when to come back, and promises it."""
        if self.play is not None and self.play.paused:
            lay_over(self, LaterWhen(self._house.clock.now()), self._promised)

    def _promised(self, later: Later | None) -> None:
        if later is not None:
            self.ask_for(later)

    def action_more(self) -> None:
        """Opens the few things that need no key of their own."""
        if self.play is not None:
            lay_over(self, More(self._more(), numbers=KEYS), self._chosen)

    def _more(self) -> dict[str, str]:
        """Names what may be chosen behind *more* now."""
        if self.play is not None and self.play.phase == "night":
            return {name: CHOICES[name] for name in ("tonight", "quilt", "note", "serious")}
        return {name: said for name, said in CHOICES.items() if self._may(name)}

    def _may(self, name: str) -> bool:
        """Tells whether something behind *more* may be chosen by day."""
        if name in _COMINGS:
            return self.play is not None and not self.play.paused
        if name in {"note", "aside"}:
            return self.can_look(name)
        if name == "quilt":
            return False
        return name not in _NEEDS or _NEEDS[name] in self._legal

    def _chosen(self, choice: str | None) -> None:
        """Does what was chosen behind *more*."""
        play = self.play
        if play is None:
            return
        match choice:
            case "join":
                lay_over(self, WhoJoins(play.plan.people, self._house.household.members()), self._sat_down)
            case "leave" if len(play.plan.people) == 1:
                self.notify(LAST_ONE, markup=False)
            case "leave":
                lay_over(self, WhoLeaves(play.plan.people), self._got_up)
            case "put-down" | "another" | "stop":
                self.ask_for(MOVES[choice])
            case "cover" | "note" | "aside":
                {"cover": self.action_cover, "note": self.action_note, "aside": self.action_put_aside}[choice]()
            case "quilt":
                lay_over(self, Quilt(self._house))
            case "tonight":
                put_away(self)
            case "serious":
                from gatherround.ui.screens.serious import Serious

                lay_over(self, Serious(self._house))
            case _:
                return

    def action_note(self) -> None:
        """Notes what somebody saw."""
        note_over(self, self._house)

    def action_put_aside(self) -> None:
        """Puts a second topic aside, for another day; what lies on the table stays as it is."""
        from gatherround.ui.screens.putting_aside import put_aside_over

        put_aside_over(self, self._house)

    def action_getting_help(self) -> None:
        """Opens the page that says where to turn; what lies on the table stays as it is."""
        from gatherround.ui.screens.getting_help import GettingHelp

        lay_over(self, GettingHelp(self._house))

    def _sat_down(self, person: Person | None) -> None:
        if person is not None and self.play is not None:
            people = (*self.play.plan.people, person)
            self.ask_for(Join(person, self._house.left_alone_by(people)))

    def _got_up(self, person: str | None) -> None:
        if person is not None:
            self.ask_for(Leave(person))
