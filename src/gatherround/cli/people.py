"""Those who live here, from the command line: their cards listed, added, changed, moved, locked."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from gatherround.cli.asking import hidden
from gatherround.cli.endings import FINE
from gatherround.cli.house import in_the_house, somebody
from gatherround.cli.people_words import BY_ITSELF
from gatherround.cli.saying import as_said, shown
from gatherround.domain.card_menus import TOPICS
from gatherround.domain.faces import WORDS
from gatherround.domain.meant import did_you_mean
from gatherround.domain.members import (
    LISTS,
    Card,
    Member,
    age_of,
    born_by_words,
    covered,
    fitted,
    how_old,
    may_lock,
    stage_on,
    written,
)
from gatherround.domain.refusing import CannotBe, Unclear
from gatherround.domain.rights import READ_BY
from gatherround.domain.text import tidy
from gatherround.host.house import House
from gatherround.host.locks import TOO_YOUNG

NOBODY: Final = 'Nobody has a card here, and nobody needs one. The first: gatherround people add "NAME" --born 2017-05'
NOTHING_SAID: Final = 'Say what to change, such as --helps "a hug". All there is: gatherround people change --help'
NO_FACE: Final = 'There is no face "{face}". "gatherround faces" says them all.{meant}'
_PLATE: Final = ("object", "colour", "pattern")


def list_people(asked: argparse.Namespace) -> int:
    """Lists everybody in the order of their chairs; behind a lock only what everybody at the table can see."""
    return in_the_house(asked, _listed)


def add_person(asked: argparse.Namespace) -> int:
    """Adds a card."""
    return in_the_house(asked, _added)


def change_person(asked: argparse.Namespace) -> int:
    """Changes what is said and leaves the rest."""
    return in_the_house(asked, _changed)


def move_person(asked: argparse.Namespace) -> int:
    """Moves somebody to a chair, counting from 1."""
    return in_the_house(asked, _moved)


def lock_person(asked: argparse.Namespace) -> int:
    """Locks a card with a word that is typed unseen."""
    return in_the_house(asked, _locked)


def unlock_person(asked: argparse.Namespace) -> int:
    """Takes a lock away: with its word, or with everything that it hid."""
    return in_the_house(asked, _unlocked)


def _listed(house: House, asked: argparse.Namespace) -> int:
    here = house.family.people.all()
    if asked.json:
        print(json.dumps([_shape(house, one) for one in here], indent=2, ensure_ascii=False))
    elif house.database is None:
        print(*house.notices, sep="\n")
    elif not here:
        print(NOBODY)
    else:
        for place, one in enumerate(here, start=1):
            print(*_lines(house, place, one), sep="\n")
    return FINE


def _lines(house: House, place: int, one: Member) -> Iterator[str]:
    card = one.card
    yield tidy(f"{place:>2}  {card.name}  ({card.plate.object}; {how_old(card, house.today())})")
    if not card.guess_me:
        yield "    don't guess me"
    if one.lock is not None:
        yield "    locked"
        return
    for label, lines in (
        ("what helps", card.comfort),
        ("left alone", tuple(TOPICS.get(topic, topic) for topic in card.avoid)),
        ("my two", card.my_two),
        ("own words", card.words),
    ):
        if lines:
            yield tidy(f"    {label}: {' · '.join(lines)}")


def _shape(house: House, one: Member) -> dict[str, Any]:
    card = one.card if one.lock is None else covered(one.card)
    stage = stage_on(card, house.today())
    shape: dict[str, Any] = {
        "name": card.name,
        "born": written(card.born) if card.born else None,
        "age": age_of(card, house.today()),
        "stage": stage.key if stage else None,
        "stage_chosen": card.stage_key,
        **{part: getattr(card.plate, part) for part in _PLATE},
        "face": card.face,
        "guess_me": card.guess_me,
        "locked": one.lock is not None,
    }
    return shape if one.lock is not None else {**shape, **{name: list(getattr(card, name)) for name in LISTS}}


def _added(house: House, asked: argparse.Namespace) -> int:
    plate = house.family.people.free_plate()
    given = _given(house, asked)
    parts = {"object": plate.object} | _plate_parts(asked)
    thing = parts["object"]
    plate = replace(plate, **({"colour": thing, "pattern": thing} | parts))
    with as_said():
        card = fitted(Card(name=asked.name, plate=plate, **given), house.today())
    house.family.people.add(card)
    print(f"{card.name} has a card.")
    return FINE


def _changed(house: House, asked: argparse.Namespace) -> int:
    one = somebody(house, asked.name)
    given, plate = _given(house, asked), _plate_parts(asked)
    if asked.new_name is not None:
        given["name"] = asked.new_name
    if not given and not plate:
        raise Unclear(NOTHING_SAID)
    with as_said():
        changed = fitted(replace(one.card, plate=replace(one.card.plate, **plate), **given), house.today())
    if one.lock is not None and given.keys() & LISTS.keys():
        house.family.locks.refuse(one, hidden("Their word: "))
    house.family.people.change(one, changed)
    print(f"{changed.name}'s card is {'as it was' if changed == one.card else 'changed'}.")
    return FINE


def _moved(house: House, asked: argparse.Namespace) -> int:
    one = somebody(house, asked.name)
    places = [other.id for other in house.family.people.all()]
    if not 1 <= asked.place <= len(places):
        raise CannotBe(f"The chairs are numbered from 1 to {len(places)}.")
    house.family.people.move(one, asked.place - 1 - places.index(one.id))
    return _listed(house, argparse.Namespace(json=False))


def _locked(house: House, asked: argparse.Namespace) -> int:
    one = somebody(house, asked.name)
    if not may_lock(one, house.today()):
        raise CannotBe(TOO_YOUNG)  # before anybody thinks of a word
    if one.lock is not None:
        house.family.locks.refuse(one, hidden("The word it has now: "))
    house.family.locks.lock(one, hidden("A word for it: "))
    print(f"Locked in this game. The file itself is not. {READ_BY}")
    return FINE


def _unlocked(house: House, asked: argparse.Namespace) -> int:
    one = somebody(house, asked.name)
    if one.lock is None:
        print("No word is asked for: this card is open.")
    elif asked.forgotten:
        house.family.locks.empty(one)
        print("Open again. What the lock hid has been emptied, and nobody has read it.")
    else:
        house.family.locks.unlock(one, hidden("Its word: "))
        print("Open again.")
    return FINE


def _given(house: House, asked: argparse.Namespace) -> dict[str, Any]:
    """Gives what was said of a card; what was not said is not in it."""
    given: dict[str, Any] = {}
    if asked.born is not None:
        with as_said():
            given["born"] = born_by_words(asked.born, house.today())
    if asked.stage is not None:
        given["stage_key"] = None if asked.stage == BY_ITSELF else asked.stage
    if asked.face is not None:
        given["face"] = _face(asked.face)
    if asked.guess is not None:
        given["guess_me"] = asked.guess
    for name in LISTS:
        lines = getattr(asked, name)
        if lines is not None:
            given[name] = tuple(lines)
    return given


def _face(said: str) -> str:
    """Reads the word of a face; raises Unclear for one that nobody has drawn."""
    if (word := said.strip().casefold()) not in WORDS:
        raise Unclear(NO_FACE.format(face=shown(said), meant=did_you_mean(word, WORDS)))
    return word


def _plate_parts(asked: argparse.Namespace) -> dict[str, str]:
    return {part: said for part in _PLATE if (said := getattr(asked, part)) is not None}
