"""Says one activity aloud as a table would hear it, beat by beat, for whoever writes or reviews it."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.deals import reader_of
from gatherround.domain.dealing.directors import director_of
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.people import Person
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Chose, Lit, Move, On, OutLoud, Said, TakeBack
from gatherround.domain.play.plan import Deal, Plan, Play
from gatherround.domain.stages import stage_of
from gatherround.domain.tonight import Asked, History
from gatherround.host.shelf import shipped_shelf
from gatherround.pantry.lists import Lists, read_lists
from gatherround.pantry.reader import read_pack
from gatherround.plain.speaking import spoken

NAMES = ("Spoon", "Lemon", "Pepper", "Bread", "Teapot", "Plum", "Cup", "Onion")
MOST = 400


def people(ages: str) -> tuple[Person, ...]:
    """Gives a table of these ages, in the order they sit; raises SystemExit for an age nobody is dealt at."""
    seated = []
    for at, said in enumerate(ages.split(",")):
        stage = stage_of(int(said))
        if stage is None:
            raise SystemExit(f"{said} is no age that is dealt to.")
        seated.append(Person(id=f"g{at}", name=NAMES[at % len(NAMES)], stage_key=stage.key, age=int(said)))
    return tuple(seated)


def plan(activity: Activity, table: tuple[Person, ...], lists: Lists) -> Plan:
    """Deals just this activity; raises SystemExit where it has no place for these people."""
    divided = eligible(activity, Asked(people=table, minutes=10, wish="surprise", day=0), by_hand=True)
    if divided is None:
        raise SystemExit(f"{activity.full_id} is not for this table.")
    targets, players, listeners = divided
    deal = Deal(
        activity=activity,
        targets=targets,
        players=players,
        listeners=listeners,
        lead=min(targets, key=lambda who: next(person.age for person in table if person.id == who)),
        reader=reader_of(table),
        director=director_of(table, History()),
    )
    return Plan(people=table, minutes=10, wish="surprise", deals=(deal,), seed=1, words=lists.feelings)


def chosen(play: Play, dice: random.Random) -> Move:
    """Gives what the table does next: an answer where one is wanted, else on."""
    answers = [move for move in legal(play) if isinstance(move, Chose | Said)]
    return dice.choice(answers) if answers else On()


def said(move: Move) -> str:
    """Gives a move in a word or two."""
    match move:
        case Chose(option):
            return f"[door {option + 1}]"
        case Said(answer):
            return f"[{answer}]"
        case Lit() | OutLoud() | TakeBack():
            return ""
        case _:
            return ""


def main() -> None:
    """Plays one activity of a book with random answers and prints what is said."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("activity", help="book/activity, as in whole-table/soup-face")
    words.add_argument("--table", default="3,9,15,38,40", help="ages in the order they sit")
    words.add_argument("--seed", type=int, default=1, help="which answers are given")
    asked = words.parse_args()
    book, _, name = asked.activity.partition("/")
    lists = read_lists(shipped_shelf())
    reading = read_pack(shipped_shelf() / "packs" / Path(book), lists)
    found = next((one for one in reading.activities if one.id == name), None)
    if found is None:
        raise SystemExit(f"{asked.activity} is not there, or has errors: gatherround packs check content/packs/{book}")
    play, dice = begin(plan(found, people(asked.table), lists)), random.Random(asked.seed)
    for _ in range(MOST):
        if play.phase in {"main", "close", "night"}:
            print("\n".join(spoken(play)), end="\n\n")
        if play.phase == "night":
            return
        move = chosen(play, dice)
        if answer := said(move):
            print(answer)
        play, _ = make(play, move)


if __name__ == "__main__":
    main()
