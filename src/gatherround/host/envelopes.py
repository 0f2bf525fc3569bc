"""The envelope on Tonight's table: what was sealed for next time, and the evening it opens into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gatherround.domain.entries import Opened, Sealed
from gatherround.host.unread import each_if_readable

if TYPE_CHECKING:
    from gatherround.domain.people import Person, Wish
    from gatherround.domain.play.plan import Plan
    from gatherround.host.house import House


class Envelopes:
    """What lies sealed in a house."""

    def __init__(self, house: House) -> None:
        self._house = house

    def lying(self) -> Sealed | None:
        """Gives what lies on the table, if anything does."""
        journal = self._house.journal
        kept = (
            each_if_readable(lambda: journal.entries(Sealed, Opened, ended_only=False)) if journal is not None else ()
        )
        if not kept:
            return None
        from gatherround.domain import lookback

        return lookback.envelope(kept, self._house.today())

    def deal(self, sealed: Sealed, people: Sequence[Person], minutes: int, wish: Wish) -> Plan:
        """Deals the evening that was sealed; raises NothingFits where its story is gone or not for these people."""
        from gatherround.domain.dealing.deals import NothingFits
        from gatherround.host.finding import Finding

        finding = Finding(self._house, tuple(people), minutes)
        finding.look()
        found = next((one for one in finding.shelf.fits if one.activity.full_id == sealed.activity), None)
        if found is None:
            raise NothingFits
        return finding.deal(found, wish)
