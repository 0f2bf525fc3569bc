"""The family's own pages: pacts, house rules, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

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
    rules_fitted,
)
from gatherround.domain.plain_values import Unreadable, from_plain, to_plain
from gatherround.domain.rebasing import rebased
from gatherround.domain.refusing import CannotBe
from gatherround.host.chance import Clock, day_of
from gatherround.host.people import People
from gatherround.storage.database import Database, drawer
from gatherround.storage.pages import add_page, change_page, pages, remove_page

FULL: Final = f"{MOST_PACTS} pacts are many already. Tear one up first."
EVERYBODY: Final = "everybody here"
P = TypeVar("P", bound=Page)


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
        if len(self._read(Pact)) >= MOST_PACTS:
            raise CannotBe(FULL)
        pact = Pact(between=tuple(member.id for member in between))
        page_id = add_page(drawer(self._database), Pact.__name__, to_plain(pact), day_of(self._clock))
        return PactCard(page_id, pact, tuple(member.card.name for member in between))

    def change_pact(self, card: PactCard, pact: Pact) -> PactCard:
        """Keeps what has become of a pact; what another window has changed of it meanwhile stays."""
        now = next((found for page_id, found in self._read(Pact) if page_id == card.id), card.pact)
        kept = rebased(card.pact, pact_fitted(pact), now)
        change_page(drawer(self._database), card.id, to_plain(kept), day_of(self._clock))
        here = {member.id: member.card.name for member in self._people.all()}
        return PactCard(card.id, kept, tuple(here[one] for one in kept.between if one in here))

    def tear_up(self, card: PactCard) -> None:
        """Takes a pact away; nobody asks why."""
        remove_page(drawer(self._database), card.id)

    def rules(self) -> HouseRules:
        """Gives the house rules; none where nobody has written any."""
        return next((page for _, page in self._read(HouseRules)), HouseRules())

    def keep_rules(self, rules: HouseRules) -> None:
        """Keeps the house rules in place of those before."""
        self._keep_only(HouseRules(rules_fitted(rules.lines)))

    def numbers(self) -> Numbers:
        """Gives whom to call; nobody where nothing was typed."""
        return next((page for _, page in self._read(Numbers)), Numbers())

    def keep_numbers(self, numbers: Numbers) -> None:
        """Keeps whom to call in place of those before."""
        self._keep_only(Numbers(numbers_fitted(numbers.numbers)))

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

    def _keep_only(self, page: HouseRules | Numbers) -> None:
        found = self._read(type(page))
        if found:
            change_page(drawer(self._database), found[0][0], to_plain(page), day_of(self._clock))
        else:
            add_page(drawer(self._database), type(page).__name__, to_plain(page), day_of(self._clock))

    def _read(self, kind: type[P]) -> tuple[tuple[str, P], ...]:
        """Gives the pages of a kind that can be read, each with its id."""
        found: list[tuple[str, P]] = []
        for page in pages(self._database, kind.__name__) if self._database is not None else ():
            try:
                found.append((page.id, from_plain(kind, page.what)))
            except Unreadable:
                continue
        return tuple(found)
