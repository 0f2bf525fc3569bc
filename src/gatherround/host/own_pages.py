"""The family's own pages: pacts, house rules, whom to call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from gatherround.domain.members import Member
from gatherround.domain.pages import (
    DAYS,
    MOST_PACTS,
    HouseRules,
    Numbers,
    Pact,
    Page,
    concerns,
    due_on,
    numbers_fitted,
    pact_fitted,
    pact_rebased,
    rules_fitted,
)
from gatherround.domain.plain_values import Unreadable, from_plain, to_plain
from gatherround.domain.rebasing import fitted_together, rebased_lines
from gatherround.domain.refusing import CannotBe
from gatherround.host.chance import Clock, day_of
from gatherround.host.people import People
from gatherround.storage.database import Database, drawer
from gatherround.storage.pages import KeptPage, change_pages, pages, remove_page

FULL: Final = f"{MOST_PACTS} pacts are many already. Tear one up first."
EVERYBODY: Final = "everybody here"
TORN_UP: Final = "This pact is not there any more. Another window may have torn it up."
P = TypeVar("P", bound=Page)
Kept: TypeAlias = tuple[str, P]
"""A page with its id, which a new one has not yet."""
Found: TypeAlias = tuple[Kept[P], ...]


@dataclass(frozen=True, slots=True)
class PactCard:
    """A pact with its id, and the names of those it is between, where they still live here."""

    id: str
    pact: Pact
    names: tuple[str, ...]

    @property
    def whose(self) -> str:
        """Says who it is between."""
        if not self.pact.between:
            return EVERYBODY
        *first, last = self.names or ("nobody any more",)
        return f"{', '.join(first)} and {last}" if first else last


class Pages:
    """What a family has written for itself; what changes a page raises CannotBe or CannotKeep."""

    def __init__(self, database: Database | None, people: People, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._clock = clock

    def pacts(self) -> tuple[PactCard, ...]:
        """Gives every pact that can be read, in the order they were made; raises an UnopenedFile."""
        here = {member.id: member for member in self._people.all()}
        return tuple(
            PactCard(page_id, pact, tuple(here[one].card.name for one in pact.between if one in here))
            for page_id, pact in self._read(Pact)
        )

    def add_pact(self, between: tuple[Member, ...]) -> PactCard:
        """Makes a new and empty pact, between these or everybody; raises CannotBe where there are many already."""
        pact = Pact(between=tuple(member.id for member in between))

        def one_more(there: Found[Pact]) -> Kept[Pact]:
            if len(there) >= MOST_PACTS:
                raise CannotBe(FULL)
            return "", pact

        page_id, _ = self._change(Pact, one_more)
        return PactCard(page_id, pact, tuple(member.card.name for member in between))

    def change_pact(self, found: PactCard, pact: Pact) -> PactCard:
        """Keeps what has become of a pact that was found; what another window has changed of it meanwhile stays."""
        mine = pact_fitted(pact)

        def change(there: Found[Pact]) -> Kept[Pact]:
            if (now := dict(there).get(found.id)) is None:
                raise CannotBe(TORN_UP)
            return found.id, fitted_together(pact_fitted, pact_rebased(found.pact, mine, now))

        page_id, kept = self._change(Pact, change)
        here = {member.id: member.card.name for member in self._people.all()}
        return PactCard(page_id, kept, tuple(here[one] for one in kept.between if one in here))

    def tear_up(self, card: PactCard) -> None:
        """Takes a pact away; nobody asks why."""
        remove_page(drawer(self._database), card.id)

    def let_go_if_empty(self, card: PactCard) -> None:
        """Takes away a pact on which nothing stands: one that was begun and left makes no line on the page."""
        if any(one.id == card.id and one.pact == Pact(between=one.pact.between) for one in self.pacts()):
            self.tear_up(card)

    def rules(self) -> HouseRules:
        """Gives the house rules; none where nobody has written any."""
        return next((page for _, page in self._read(HouseRules)), HouseRules())

    def change_rules(self, found: HouseRules, rules: HouseRules) -> HouseRules:
        """Keeps what has become of the house rules that were found; lines that another window changed stay so."""
        mine = rules_fitted(rules.lines)

        def change(now: HouseRules) -> HouseRules:
            return HouseRules(fitted_together(rules_fitted, rebased_lines(found.lines, mine, now.lines)))

        return self._change_only(HouseRules, change)

    def numbers(self) -> Numbers:
        """Gives whom to call; nobody where nothing was typed."""
        return next((page for _, page in self._read(Numbers)), Numbers())

    def change_numbers(self, found: Numbers, numbers: Numbers) -> Numbers:
        """Keeps what has become of the numbers that were found; those that another window changed stay so."""
        mine = numbers_fitted(numbers.numbers)

        def change(now: Numbers) -> Numbers:
            return Numbers(fitted_together(numbers_fitted, rebased_lines(found.numbers, mine, now.numbers)))

        return self._change_only(Numbers, change)

    def check_ins_today(self) -> tuple[str, ...]:
        """Says which check-ins are agreed on for today, and when; nothing counts whether they happen."""
        day = day_of(self._clock)
        return tuple(
            f"{DAYS[check.day]} check-in, {card.whose}: {check.at}, {check.minutes} minutes."
            for card in self.pacts()
            if (check := due_on(card.pact, day)) is not None
        )

    def off_the_table(self, here: frozenset[str]) -> frozenset[str]:
        """Gives the topics that pacts keep off a table at which these sit."""
        return frozenset(topic for _, pact in self._read(Pact) if concerns(pact, here) for topic in pact.off_the_table)

    def _change_only(self, kind: type[P], change: Callable[[P], P]) -> P:
        """Keeps what becomes of the one page of a kind, and gives it."""

        def changed(there: Found[P]) -> Kept[P]:
            page_id, now = next(iter(there), ("", kind()))
            return page_id, change(now)

        return self._change(kind, changed)[1]

    def _change(self, kind: type[P], change: Callable[[Found[P]], Kept[P]]) -> Kept[P]:
        """Keeps the page that becomes of those of a kind, read and written in one go, and gives it."""
        kept: list[P] = []

        def changed(there: tuple[KeptPage, ...]) -> KeptPage:
            page_id, page = change(_readable(kind, there))
            kept.append(page)
            return KeptPage(page_id, to_plain(page))

        page = change_pages(drawer(self._database), kind.__name__, changed, day_of(self._clock))
        return page.id, kept[0]

    def _read(self, kind: type[P]) -> Found[P]:
        return _readable(kind, pages(self._database, kind.__name__)) if self._database is not None else ()


def _readable(kind: type[P], there: Iterable[KeptPage]) -> Found[P]:
    """Gives the pages of a kind that can be read, each with its id."""
    found: list[Kept[P]] = []
    for page in there:
        try:
            found.append((page.id, from_plain(kind, page.what)))
        except Unreadable:
            continue
    return tuple(found)
