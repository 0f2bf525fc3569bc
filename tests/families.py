"""Builders of cards and of families, with a default for everything."""

from __future__ import annotations

from datetime import date
from typing import Any

from gatherround.domain.members import Born, Card, Member
from gatherround.domain.people import Plate
from gatherround.host.house import House
from gatherround.storage.database import Database
from gatherround.storage.members import add_members

TODAY = date(2031, 6, 3)
"""The day on which the houses of the tests stand still."""


def plate(thing: str = "teapot") -> Plate:
    return Plate(object=thing, colour=thing, pattern=thing)


def card(name: str = "Ada", **more: Any) -> Card:
    """Gives the card of somebody of nine, unless told otherwise."""
    given: dict[str, Any] = {"plate": plate(), "born": Born(2022, 5)}
    return Card(name=name, **(given | more))


def grown_up(name: str, **more: Any) -> Card:
    return card(name, born=None, stage_key="18+", **more)


def add_member(database: Database, card: Card, created: date) -> Member:
    """Keeps a new card at the last chair, whoever is here."""
    return add_members(database, lambda _: (card,), created)[0]


def member(name: str = "Ada", **more: Any) -> Member:
    return Member(id=f"id-of-{name.casefold()}", card=card(name, **more), created=TODAY)


def aged(age: int, today: date, month: int = 1) -> Born:
    """Gives when somebody was born who has been so old since the first of a month of this year."""
    return Born(today.year - age, month)


def live_here(house: House, *cards: Card) -> tuple[Member, ...]:
    """Lets people move in."""
    return tuple(house.family.people.add(one) for one in cards)


def the_family(house: House) -> tuple[Member, ...]:
    """Lets Mia of three, Theo of nine, Ana of fifteen and two grown-ups move in."""
    today = house.today()
    return live_here(
        house,
        card("Mia", plate=plate("spoon"), born=aged(3, today), comfort=("a hug",)),
        card("Theo", plate=plate("lemon"), born=aged(9, today), words=("fizzy",)),
        card("Ana", plate=plate("pepper"), born=aged(15, today), guess_me=False, my_two=("one real question",)),
        grown_up("Mum", plate=plate("bread"), comfort=("space", "tea"), avoid=("death",)),
        grown_up("Dad", plate=plate("teapot")),
    )


def the_twelve(house: House) -> tuple[Member, ...]:
    """Lets a full table move in, with names of many scripts and lengths."""
    names = ("Mia", "Théo", "王小明", "مريم", "Wilhelmina Rosalinde Zoë von und zu Moos", "Юля", "はなこ", "Σωκράτης")
    more = ("🦆", "O'Neill [b]", "अनन्या", "Gran")
    things = ("spoon", "lemon", "pepper", "bread", "teapot", "plum", "cup", "onion", "egg", "pear", "mint", "salt")
    pairs = zip(names + more, things, strict=True)
    return live_here(house, *(grown_up(name, plate=plate(thing)) for name, thing in pairs))
