"""The words of `gatherround people`."""

from __future__ import annotations

import argparse

from gatherround.cli.grammar import Grammar, number, run
from gatherround.domain.stages import ADULT, STAGES, stage_by_words

BY_ITSELF = "by-itself"
STAGE_WORDS = (*(stage.key for stage in STAGES if stage is not ADULT), ADULT.said, BY_ITSELF)
"""Each stage in one word, for a shell completes words."""
_CHAIRS = ("spoon", "lemon", "pepper", "bread", "teapot", "plum", "cup", "onion", "egg", "pear", "mint", "salt")


_STAGES = ", ".join(f'"{stage.said}"' if " " in stage.said else stage.said for stage in STAGES)


def teach(people: Grammar) -> None:
    """Teaches `people` its ways; alone it lists."""
    people.add_argument("--json", action="store_true", help="as JSON")
    people.set_defaults(run=run("people", "list_people"))
    ways = people.add_subparsers(title="ways", metavar="WAY", dest="way")
    people.other_words |= dict.fromkeys(("remove", "delete", "erase"), ' It is called "goodbye" here.')
    people.other_words |= dict.fromkeys(("rename", "edit", "set"), ' It is called "change" here.')
    listing = ways.add_parser("list", help="everybody, in the order of their chairs")
    said = argparse.SUPPRESS  # what was said before the way stays said
    listing.add_argument("--json", action="store_true", default=said, help="as JSON")
    listing.set_defaults(run=run("people", "list_people"))
    add = ways.add_parser("add", help="a card for somebody; a birthday or a stage is enough")
    add.add_argument("name", metavar="NAME", help="what they are called")
    _add_lines(add)
    add.set_defaults(run=run("people", "add_person"))
    change = ways.add_parser("change", help="change what is said, and leave the rest")
    change.add_argument("name", metavar="NAME")
    change.add_argument("--name", dest="new_name", metavar="NAME", help="what they are called from now on")
    _add_lines(change)
    change.set_defaults(run=run("people", "change_person"))
    move = ways.add_parser("move", help="move somebody to another chair round the table")
    move.add_argument("name", metavar="NAME")
    move.add_argument("place", type=number, metavar="CHAIR", help="counting from 1")
    move.set_defaults(run=run("people", "move_person"))
    goodbye = ways.add_parser("goodbye", help="erase somebody, with everything that names them; asked twice")
    goodbye.add_argument("name", metavar="NAME")
    goodbye.add_argument("--also", action="append", default=[], metavar="NAME", help="what else they were called")
    goodbye.add_argument("--yes", action="count", default=0, help="answers one of the two questions; twice, both")
    goodbye.set_defaults(run=run("goodbye", "erase"), everything=False)
    lock = ways.add_parser("lock", help="lock somebody's card with a word, from twelve years on")
    lock.add_argument("name", metavar="NAME")
    lock.set_defaults(run=run("people", "lock_person"))
    unlock = ways.add_parser("unlock", help="take the lock off again, with its word")
    unlock.add_argument("name", metavar="NAME")
    unlock.add_argument("--forgotten", action="store_true", help="without it: what the lock hides is emptied first")
    unlock.set_defaults(run=run("people", "unlock_person"))


def _add_lines(parser: argparse.ArgumentParser) -> None:
    """Adds what a card may say; a list is said line by line, and empty with nothing behind its word."""
    parser.add_argument("--born", metavar="YEAR-MONTH", help="such as 2017-05, of a grown-up 1980; empty takes it off")
    parser.add_argument(
        "--stage", type=_stage, metavar="AGES", help=f"instead of what the birthday says: {_STAGES}; or {BY_ITSELF}"
    )
    for part, said in (
        ("object", f"the thing on their place card: {', '.join(_CHAIRS)}"),
        ("colour", "whose colour it has: that of one of these things"),
        ("pattern", "whose pattern it has, likewise"),
    ):
        parser.add_argument(f"--{part}", choices=_CHAIRS, metavar="THING", help=said)
    parser.add_argument("--face", metavar="WORD", help="the face on their card, such as calm")
    guess = parser.add_mutually_exclusive_group()
    guess.add_argument("--guess", action="store_true", default=None, help="may be guessed about")
    guess.add_argument("--no-guess", dest="guess", action="store_false", default=None, help="don't guess me")
    parser.add_argument("--helps", dest="comfort", nargs="*", metavar="LINE", help="what helps on a hard day")
    parser.add_argument("--avoid", nargs="*", metavar="TOPIC", help="topics left alone, such as death, or dogs")
    parser.add_argument("--my-two", nargs="*", metavar="LINE", help="at most three short practices")
    parser.add_argument("--words", nargs="*", metavar="WORD", help="feelings only they have a word for")


def _stage(said: str) -> str:
    """Reads a stage as it is said, and gives what is written for it."""
    if said == BY_ITSELF:
        return BY_ITSELF
    stage = stage_by_words(said)
    if stage is None:
        raise argparse.ArgumentTypeError(f"one of: {_STAGES}, {BY_ITSELF}")
    return stage.key
