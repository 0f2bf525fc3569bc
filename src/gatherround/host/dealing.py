"""What a house deals to those who sit at its table: from its shelf, with what happened here and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from gatherround.domain import lookback
from gatherround.domain.coming_back import ASIDE, PROMISED, plan_return
from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.dealing.evening import SEEDS, plan_round
from gatherround.domain.play.comings import leaves_nothing
from gatherround.domain.play.moves import Join
from gatherround.domain.promises import Promise, PutAside
from gatherround.domain.tonight import Asked
from gatherround.storage.troubles import Trouble

if TYPE_CHECKING:
    from gatherround.domain.people import Person, Wish
    from gatherround.domain.play.plan import Deal, Plan, Play
    from gatherround.host.house import House


def deal(house: House, people: Sequence[Person], minutes: int, wish: Wish) -> Plan:
    """Deals tonight's Round for these people; raises NothingFits."""
    asked = Asked(
        people=tuple(people),
        minutes=minutes,
        wish=wish,
        day=house.today().toordinal(),
        avoid=left_alone_by(house, people),
        hidden=house.likings().marked("hidden", people),
    )
    recorded = house.recorded()
    return plan_round(
        house.shelf.activities,
        asked,
        lookback.history(recorded, house.today(), house.shelf.episodes()),
        house.dice,
        words=house.shelf.words,
        carried=lookback.carried(recorded, house.today()),
    )


def come_back(house: House, what: Promise | PutAside, pair: tuple[Person, Person]) -> Plan:
    """Deals the Round in which these two come back to what they promised, or take up what they put aside."""
    why = ASIDE if isinstance(what, PutAside) else PROMISED
    return plan_return(pair, what.topic, house.dice.pick(SEEDS), house.shelf.words, why)


def sits_down(house: House, play: Play, person: Person) -> Join:
    """Gives the move with which somebody sits down; where nothing would be left to play, another is dealt."""
    people = (*play.plan.people, person)
    avoid = left_alone_by(house, people)
    instead: tuple[Deal, ...] = ()
    if leaves_nothing(play, person, avoid):
        with suppress(NothingFits):
            instead = deal(house, people, play.plan.minutes, play.plan.wish).deals
    return Join(person, avoid, instead)


def left_alone_by(house: House, people: Sequence[Person]) -> frozenset[str]:
    """Gives the topics and words that anybody of these leaves alone, or that a pact keeps off their table.

    Where that cannot be read just now, every topic is left alone that anybody could leave alone.
    """
    here = frozenset(person.id for person in people if person.member)
    try:
        alone = frozenset(topic for one in house.family.people.all() if one.id in here for topic in one.card.avoid)
        return alone | house.family.pages.off_the_table(here)
    except Trouble:
        from gatherround.domain.card_menus import TOPICS

        return frozenset(TOPICS)
