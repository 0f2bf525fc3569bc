"""One window of a house: its evening, and all that waits on Tonight's table, never with a word of what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gatherround.domain.people import Person
    from gatherround.domain.promises import PutAside
    from gatherround.host.evening import Evening
    from gatherround.host.house import House
    from gatherround.storage.journal import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """An open Round, a promise (when two come back to it), an envelope, what was agreed for today, what was put aside.

    The open Round may have lain there for so long that letting it go is offered first, or go on in another window. The
    `greeting` is for those who come back after a while.
    """

    round_open: bool = False
    let_go_first: bool = False
    elsewhere: bool = False
    promised: str = ""
    sealed: bool = False
    check_ins: tuple[str, ...] = ()
    aside: tuple[PutAside, ...] = ()
    greeting: str = ""


NOTHING: Final = Waits()


class Window:
    """What one window plays, and what it knows of what waits; the rules are loaded once there is a Round."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._since = house.clock.now()

    @cached_property
    def evening(self) -> Evening:
        """The evening of this window."""
        return self._house.evening()

    def open_round(self) -> Waiting | None:
        """Gives the Round that may be gone on with or let go, as the drawer knows it at this moment."""
        return self.evening.waiting() if self._house.round_is_open() else None

    def what_waits(self, here: Sequence[Person]) -> Waits:
        """Gives what waits for those who sit there."""
        from gatherround.host.envelopes import Envelopes

        house, open_round = self._house, self.open_round()
        promises = house.promises()
        promise = promises.waiting()
        return Waits(
            round_open=open_round is not None,
            let_go_first=open_round is not None and self.evening.let_go_first(open_round),
            elsewhere=open_round is not None and self.evening.is_elsewhere(open_round, self._since),
            promised=promises.line(promise) if promise is not None else "",
            sealed=Envelopes(house).lying() is not None,
            check_ins=house.household.check_ins_today(),
            aside=promises.aside(here),
            greeting=greeting(house),
        )


def greeting(house: House) -> str:
    """Gives a warm line where no Round has begun here for a while; what cannot be read just now says nothing."""
    from gatherround.domain.entries import RoundBegan
    from gatherround.domain.rhythm import welcome_back
    from gatherround.host.unread import each_if_readable

    if (journal := house.journal) is None:
        return ""
    last = each_if_readable(lambda: journal.entries(RoundBegan, ended_only=False, latest=1))
    return welcome_back(last[0].day if last else None, house.today())
