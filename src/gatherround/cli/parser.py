"""The grammar of the front door; each command's words and its module are loaded only when it is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import gatherround
from gatherround.cli.endings import MEANINGS
from gatherround.cli.grammar import SHELLS, Grammar, PrintCompletion, number, path, run, word

_EPILOG = "\n".join(("Exit codes:", *(f"{code:>3}  {meaning}" for code, meaning in MEANINGS.items())))
_FLAG = (
    "with this to know first: bias, death, exclusion, illness, money, moving, our-house, secrecy, separation; "
    "some: any of them; none: nothing"
)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Reads the words on the command line; wrong ones end the program with exit code 2 and a line of help."""
    asked = grammar().parse_args([*arguments])
    if not hasattr(asked, "run"):
        asked.run = run("play", "play")
    return asked


def grammar() -> Grammar:
    """Gives all that may be said at the front door."""
    door = Grammar(prog="gatherround", description=gatherround.__doc__, epilog=_EPILOG)
    door.add_argument(
        "-V",
        "--version",
        action="version",
        version=f"gatherround {gatherround.__version__}",
        help="say which edition this is",
    )
    door.add_argument("--data-dir", type=path, metavar="FOLDER", help="keep the family's things in this folder")
    door.add_argument("--theme", choices=("candle", "daylight", "clear"), help="the light to sit in tonight")
    switch = argparse.BooleanOptionalAction
    door.add_argument("--still", action=switch, help="tonight nothing moves")
    door.add_argument("--ascii", action=switch, help="tonight with plain signs, where blocks come out odd")
    door.add_argument("--plain", action="store_true", help="play line by line, for screen readers and pipes")
    door.add_argument(
        "--story",
        type=word,
        metavar="ID",
        help="with --plain: this story, by its id (shelf lists them); at the table f finds it",
    )
    door.add_argument(
        "--print-completion", action=PrintCompletion, choices=SHELLS, help="what this shell needs to complete all this"
    )
    door.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    door.other_words["play"] = " To play, say it without a command: gatherround"
    door.other_words["help"] = " Behind any command, --help says what it takes"
    door.command("shelf", "the stories there are: all, or those for somebody, some minutes, a wish", _shelf)
    door.command("packs", "story books: begin one, check it, bring one in, pass one on", _packs)
    door.command("faces", "every face in one clause, or as pictures", _faces)
    door.command("keepsake", "your quilt as one page to print, or as a picture", _keepsake)
    door.command("print", "stories as cards, tonight on one sheet, or three questions to take along", _print)
    door.command("practices", "what the game makes real, and which stories and screens carry it", _practices)
    door.command("people", "those who live here: list, add, change, move, lock their cards", _people)
    door.command("export", "everything that is kept, as one readable JSON file", _export)
    door.command("import", "bring into a new home what another has exported", _import)
    door.command("erase", "somebody, or everything, for good; asked twice", _erase)
    door.command("restore", "go back to a copy: list them, or put one in place", _restore)
    door.command("doctor", "look at the file, its copies, the voice and the terminal", _doctor)
    door.command("where", "which files there are, and who can open them", _where)
    return door


def _packs(packs: Grammar) -> None:
    from gatherround.cli.packs_words import teach

    teach(packs)


def _people(people: Grammar) -> None:
    from gatherround.cli.people_words import teach

    teach(people)


def _shelf(shelf: Grammar) -> None:
    shelf.add_argument(
        "--age", type=number, action="append", default=[], metavar="YEARS", help="meant for this age; may be said again"
    )
    shelf.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="NAME",
        help="meant for somebody who has a card here; may be said again",
    )
    shelf.add_argument("--minutes", type=number, metavar="MOST", help="at most so many minutes, for three players")
    shelf.add_argument(
        "--helps", metavar="WISH", help="what would help: laugh, be-heard, see-another-side, settle, mend, feel-close"
    )
    shelf.add_argument("--kind", metavar="KIND", help="what sort of game, by its name in the format")
    shelf.add_argument("--empathy", metavar="SORT", help="what it practises: understand, feel-with, respond, settle")
    shelf.add_argument("--depth", type=number, choices=range(1, 5), metavar="1-4", help="at most so deep; 1 is light")
    shelf.add_argument("--flag", metavar="FLAG", help=_FLAG)
    shelf.add_argument("--book", metavar="ID", help="in this story book; see: gatherround packs list")
    shelf.add_argument(
        "--search", metavar="WORDS", help="with these words in its title, its scene, its names or noises"
    )
    shelf.add_argument("--json", action="store_true", help="as JSON, with every field of the format")
    shelf.set_defaults(run=run("shelf", "shelf"))


def _faces(faces: Grammar) -> None:
    faces.add_argument("--svg", type=path, metavar="FOLDER", help="write an SVG of each into this folder")
    faces.set_defaults(run=run("faces", "faces"))


def _print(printing: Grammar) -> None:
    printing.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="tonight; first-talk; or favourites, story books and stories by their ids",
    )
    printing.add_argument("--to", type=path, metavar="FILE", help="where to write the page")
    printing.add_argument("--paper", choices=("a4", "letter"), help="else what is usual where you live")
    printing.add_argument("--people", metavar="WHO", help='for tonight: who is here, such as "grown-up, 8, 15"')
    printing.add_argument("--minutes", type=number, choices=(5, 10, 15, 20), help="for tonight: how long")
    printing.add_argument("--person", metavar="NAME", help="for first-talk: whose *my two* goes along")
    printing.set_defaults(run=run("printing", "print_out"))


def _keepsake(keepsake: Grammar) -> None:
    keepsake.add_argument(
        "file", nargs="?", type=path, metavar="FILE", help="where to, .html or .svg; else a page in the family's home"
    )
    keepsake.set_defaults(run=run("keepsake", "keepsake"))


def _practices(practices: Grammar) -> None:
    practices.add_argument("--json", action="store_true", help="as JSON")
    practices.set_defaults(run=run("practices", "show_practices"))


def _where(where: Grammar) -> None:
    where.add_argument("--json", action="store_true", help="as JSON")
    where.set_defaults(run=run("where", "where"))


def _export(export: Grammar) -> None:
    export.add_argument("file", type=path, metavar="FILE", help="a new file, or - for the terminal")
    export.set_defaults(run=run("moving", "export"))


def _import(bring_in: Grammar) -> None:
    bring_in.add_argument("file", type=path, metavar="FILE", help="what export has written")
    bring_in.set_defaults(run=run("moving", "bring_in"))


def _erase(erase: Grammar) -> None:
    erase.add_argument("name", nargs="?", metavar="NAME", help="whose card, with all that names them")
    erase.add_argument("--also", action="append", default=[], metavar="NAME", help="what else they are or were called")
    erase.add_argument("--everything", action="store_true", help="every card, every evening and every backup")
    erase.add_argument("--yes", action="count", default=0, help="answers one of the two questions; twice, both")
    erase.set_defaults(run=run("goodbye", "erase"))


def _restore(restore: Grammar) -> None:
    restore.add_argument("copy", nargs="?", metavar="NUMBER", help="as listed, or the path of a copy")
    restore.add_argument("--json", action="store_true", help="the copies there are, as JSON")
    restore.add_argument("--yes", action="store_true", help="answers the question")
    restore.set_defaults(run=run("restore", "restore"))


def _doctor(doctor: Grammar) -> None:
    doctor.add_argument("--json", action="store_true", help="as JSON")
    doctor.set_defaults(run=run("doctor", "doctor"))
