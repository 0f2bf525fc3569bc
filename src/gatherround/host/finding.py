"""Finding one by hand: the shelf for one table, gathered once, and the evening of what a parent chooses from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gatherround.domain import lookback
from gatherround.domain.dealing.evening import plan_by_hand
from gatherround.domain.entries import Entry, Sealed
from gatherround.domain.finding import Found, OnShelf, Wanted, having, narrowed, on_shelf, searched, titled_first
from gatherround.domain.people import Person, Wish
from gatherround.domain.preview import Preview, preview
from gatherround.domain.resting import resting
from gatherround.domain.tonight import Asked, main_of
from gatherround.host.dealing import left_alone_by
from gatherround.host.marking import Marking, NowhereToKeep
from gatherround.host.troubles import CannotKeep
from gatherround.host.unread import if_readable

if TYPE_CHECKING:
    from gatherround.domain.play.plan import Plan
    from gatherround.host.house import House


class Finding:
    """The shelf as one table finds it; `shelf` is empty until it is `ready`, `in_envelope` holds full ids.

    The drawer is read where this is made, the story books in `look`, which may be done where nobody waits.
    """

    def __init__(self, house: House, people: tuple[Person, ...], minutes: int) -> None:
        self._house = house
        self._kept = house.recorded()
        self.marking = Marking(house, people)
        avoid = left_alone_by(house, people)
        self.asked = Asked(people=people, minutes=minutes, wish="surprise", day=house.today().toordinal(), avoid=avoid)
        self.in_envelope = lookback.sealed(self._kept, self._house.today())
        self.shelf = OnShelf()
        self.ready = False
        self._hits: list[tuple[str, Sequence[Found]]] = [("", ())]
        self._shown: dict[str, Preview] = {}
        self._asked_last: tuple[OnShelf, object] = (self.shelf, None)

    def look(self) -> None:
        """Reads the story books and sorts them for this table; it asks the drawer nothing."""
        shelf = self._house.shelf
        self._history = lookback.history(self._kept, self._house.today(), shelf.episodes())
        self.asked = replace(self.asked, waited=self._history.left_out)
        room = main_of(self.asked.minutes)
        self._shown = {}
        self.shelf = on_shelf(shelf.activities, self.asked, self._history, room)
        self.ready = True

    def found(self, wanted: Wanted) -> tuple[Found, ...]:
        """Gives what answers to what is asked, what lies in the envelope first."""
        shelf = self.shelf  # another may be laid meanwhile, where nobody waits
        asked = (replace(wanted, words=""), self.marking.marks(), self.in_envelope)
        of, last = self._asked_last
        if of is not shelf or asked != last:  # at every letter of a search it is the same, and a shelf may be long
            narrow = narrowed(shelf.fits, wanted, self.marking.marks())
            lying = sorted(narrow, key=lambda one: one.activity.full_id not in self.in_envelope)
            self._asked_last = (shelf, asked)
            self._hits = [("", lying)]
        return titled_first(self._hit(wanted.words), wanted.words)

    def named(self, story: str) -> Found | None:
        """Gives the one of this id, with or without its book's, where it is for this table."""
        return next((one for one in self.shelf.fits if story in {one.activity.id, one.activity.full_id}), None)

    def _hit(self, words: str) -> Sequence[Found]:
        """Searches among what the letters before have left, so that each letter looks at less; back, at nothing."""
        while not words.startswith(self._hits[-1][0]):
            self._hits.pop()
        if self._hits[-1][0] != words:
            self._hits.append((words, having(self._hits[-1][1], words)))
        return self._hits[-1][1]

    def elsewhere(self, wanted: Wanted) -> int:
        """Tells how many that have the words asked for are for other tables."""
        return len(searched(self.shelf.others, wanted.words)) if wanted.words.strip() else 0

    def resting(self, wanted: Wanted) -> tuple[str, ...]:
        """Says of each that has the words asked for, and rests, until when."""
        there = searched(self.shelf.resting, wanted.words) if wanted.words.strip() else ()
        return tuple(resting(one.activity, self._house.today()) for one in there)

    def preview(self, found: Found) -> Preview:
        """Shows one as this table would play it, with author and year of what it rests on."""
        full_id, shown = found.activity.full_id, self._shown
        if full_id not in shown:
            shown[full_id] = preview(found, self.asked, self._history, self._cited(found))
        return shown[full_id]

    def _cited(self, found: Found) -> tuple[str, ...]:
        rows = {row.id: row for row in self._house.shelf.evidence}
        # Rows under H say what the game keeps away from, and are no reason why something works.
        rests_on = [rows[one] for one in found.activity.why if one in rows and one.startswith("E")]
        return tuple(f"{row.topic} ({row.source.partition(';')[0]})" for row in rests_on)

    def titles(self) -> dict[str, str]:
        """Gives the titles of the story books, by id."""
        return {book.id: book.pack.title for book in self._house.shelf.books if book.pack}

    def deal(self, found: Found, wish: Wish) -> Plan:
        """Deals an evening of this one; what lies in the envelope is taken out of it where that evening begins."""
        hidden = self.marking.marked("hidden") - {found.activity.full_id}
        return plan_by_hand(
            found.activity,
            self._house.shelf.activities,
            replace(self.asked, wish=wish, hidden=hidden),
            self._history,
            self._house.dice,
            words=self._house.shelf.words,
            carried=lookback.carried(self._kept, self._house.today()),
        )

    def seal(self, found: Found) -> None:
        """Seals a title for next time; raises CannotKeep or NowhereToKeep."""
        activity = found.activity
        self._record(Sealed(activity=activity.full_id, title=activity.title, member=None))

    def on_paper(self, found: Found) -> Path:
        """Has its cards set and says where they lie: in the home. Raises NothingToPrint, NotAPage or CannotKeep."""
        from gatherround.host.printing import print_cards

        if self._house.home is None:
            raise CannotKeep
        return print_cards(self._house, [found.activity.full_id], self._house.home)[0]

    def _record(self, entry: Entry) -> None:
        journal = self._house.journal
        if journal is None:
            raise NowhereToKeep
        journal.between_rounds((entry,))
        self._kept = if_readable(lambda: tuple(journal.entries()), self._kept)
        self.in_envelope = lookback.sealed(self._kept, self._house.today())
