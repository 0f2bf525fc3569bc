"""The grammar of the front door; each command's own module is loaded only when it is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import gatherround
from gatherround.cli.packs_words import add_packs
from gatherround.cli.people_words import add_people

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_EPILOG = (
    "Exit codes: 0 fine, 1 the check found errors or there is nothing of the sort, 2 wrong use or no terminal, "
    "3 the family file, 70 it broke."
)


class _Grammar(argparse.ArgumentParser):
    """The grammar of Python's own, which says back what was typed, and here without what would steer a terminal."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if not (message.isascii() and message.replace("\n", "").isprintable()):
            from gatherround.domain.text import tidy

            message = tidy(message)
        super()._print_message(message, file)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Reads the words on the command line; wrong ones end the program with exit code 2 and a line of help."""
    asked = _parser().parse_args([*arguments])
    if not hasattr(asked, "run"):
        asked.run = _command("play", "play")
    return asked


def _command(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    def run(asked: argparse.Namespace) -> int:
        command: Callable[[argparse.Namespace], int] = getattr(import_module(f"gatherround.cli.{module}"), name)
        return command(asked)

    return run


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Grammar(prog="gatherround", description=gatherround.__doc__, epilog=_EPILOG)
    parser.add_argument("-V", "--version", action="version", version=f"gatherround {gatherround.__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="FOLDER", help="keep the family's things in this folder")
    parser.add_argument(
        "--theme", choices=("candle", "daylight", "clear"), default="candle", help="the light to sit in"
    )
    parser.add_argument("--still", action="store_true", help="nothing moves")
    parser.add_argument("--ascii", action="store_true", help="draw with plain signs, where blocks come out odd")
    parser.add_argument("--plain", action="store_true", help="play line by line, for screen readers and pipes")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_shelf(commands)
    add_packs(commands, _command)
    _add_faces(commands)
    _add_keepsake(commands)
    _add_print(commands)
    _add_practices(commands)
    add_people(commands, _command)
    _add_moving(commands)
    _add_care(commands)
    _add_where(commands)
    return parser


def _add_shelf(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    shelf = commands.add_parser("shelf", help="the stories there are: all, or those for somebody, some minutes, a wish")
    shelf.add_argument(
        "--age", type=int, action="append", default=[], metavar="YEARS", help="meant for this age; may be said again"
    )
    shelf.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="NAME",
        help="meant for somebody who has a card here; may be said again",
    )
    shelf.add_argument("--minutes", type=int, metavar="MOST", help="at most so many minutes, for three players")
    shelf.add_argument(
        "--helps", metavar="WISH", help="what would help: laugh, be-heard, see-another-side, settle, mend, feel-close"
    )
    shelf.add_argument("--kind", metavar="KIND", help="what sort of game, by its name in the format")
    shelf.add_argument("--empathy", metavar="SORT", help="what it practises: understand, feel-with, respond, settle")
    shelf.add_argument("--depth", type=int, choices=range(1, 5), metavar="1-4", help="at most so deep; 1 is light")
    shelf.add_argument("--flag", metavar="FLAG", help="with this to know first; none: nothing, some: anything")
    shelf.add_argument("--book", metavar="ID", help="in this story book; see: gatherround packs list")
    shelf.add_argument(
        "--search", metavar="WORDS", help="with these words in its title, its scene, its names or noises"
    )
    shelf.add_argument("--json", action="store_true", help="as JSON, with every field of the format")
    shelf.set_defaults(run=_command("shelf", "shelf"))


def _add_faces(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    faces = commands.add_parser("faces", help="every face in one clause, or as pictures")
    faces.add_argument("--svg", type=Path, metavar="FOLDER", help="write an SVG of each into this folder")
    faces.set_defaults(run=_command("faces", "faces"))


def _add_print(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    printing = commands.add_parser(
        "print", help="stories as cards, tonight on one sheet, or three questions to take along"
    )
    printing.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="tonight; first-talk; or favourites, story books and stories by their ids",
    )
    printing.add_argument("--to", type=Path, metavar="FILE", help="where to write the page")
    printing.add_argument("--paper", choices=("a4", "letter"), help="else what is usual where you live")
    printing.add_argument("--people", metavar="WHO", help='for tonight: who is here, such as "grown-up, 8, 15"')
    printing.add_argument("--minutes", type=int, choices=(5, 10, 15, 20), help="for tonight: how long")
    printing.add_argument("--person", metavar="NAME", help="for first-talk: whose *my two* goes along")
    printing.set_defaults(run=_command("printing", "print_out"))


def _add_keepsake(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    keepsake = commands.add_parser("keepsake", help="your quilt as one page to print")
    keepsake.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to; else into the family's home")
    keepsake.set_defaults(run=_command("keepsake", "keepsake"))


def _add_practices(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    practices = commands.add_parser(
        "practices", help="what the game makes real, and which stories and screens carry it"
    )
    practices.add_argument("--json", action="store_true", help="as JSON")
    practices.set_defaults(run=_command("practices", "show_practices"))


def _add_where(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    where = commands.add_parser("where", help="which files there are, and who can open them")
    where.set_defaults(run=_command("where", "where"))


def _add_moving(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser("export", help="everything that is kept, as one readable JSON file")
    export.add_argument("file", type=Path, metavar="FILE", help="a new file, or - for the terminal")
    export.set_defaults(run=_command("moving", "export"))
    bring_in = commands.add_parser("import", help="into a new home, what another has exported")
    bring_in.add_argument("file", type=Path, metavar="FILE")
    bring_in.set_defaults(run=_command("moving", "bring_in"))
    erase = commands.add_parser("erase", help="somebody, or everything, for good; asked twice")
    erase.add_argument("name", nargs="?", metavar="NAME")
    erase.add_argument("--everything", action="store_true", help="every card, every evening and every backup")
    erase.add_argument("--yes", action="count", default=0, help="answers one of the two questions; twice, both")
    erase.set_defaults(run=_command("goodbye", "erase"))


def _add_care(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    restore = commands.add_parser("restore", help="go back to a copy: list them, or put one in place")
    restore.add_argument("copy", nargs="?", metavar="NUMBER", help="as listed, or the path of a copy")
    restore.add_argument("--yes", action="store_true", help="answers the question")
    restore.set_defaults(run=_command("restore", "restore"))
    doctor = commands.add_parser("doctor", help="look at the file, its copies, the voice and the terminal")
    doctor.add_argument("--json", action="store_true", help="as JSON")
    doctor.set_defaults(run=_command("doctor", "doctor"))
