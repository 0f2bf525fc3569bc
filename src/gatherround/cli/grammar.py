"""Python's own grammar of a command line, in which each command learns its words when it is said."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, cast

from gatherround.cli.endings import WRONG_USE

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import SupportsWrite

Run: TypeAlias = Callable[[argparse.Namespace], int]
_MISSING: Final = "the following arguments are required: "
_WITH_ANY: Final = frozenset({"--data-dir", "-V", "--version", "--print-completion"})
"""What may stand before any command; the rest of what may stand there is for playing, or for a list."""
SHELLS: Final = ("bash", "zsh", "tcsh")


class Ways(argparse._SubParsersAction):  # type: ignore[type-arg]  # Python (3.11) takes no type here
    """The commands of a command line, or of a command; each says in its help what it is for."""

    around: Grammar

    def add_parser(self, name: str, **kwargs: Any) -> Grammar:
        """Adds one, which knows what it stands in."""
        about = str(kwargs.get("help", ""))
        made: Grammar = super().add_parser(name, description=about and f"{about[0].upper()}{about[1:]}.", **kwargs)
        made.around = self.around
        return made


class Helping(argparse.HelpFormatter):
    """Fills a text line by line, and keeps the column of a list clear."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from textwrap import fill

        hanging = {True: "     ", False: ""}
        return "\n".join(fill(line, width, subsequent_indent=hanging[line[:1] == " "]) for line in text.split("\n"))


class Grammar(argparse.ArgumentParser):
    """A command line or a command of it; what steers a terminal is not said back as it was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "add_help": False, "formatter_class": Helping})
        self.register("action", "parsers", Ways)
        self.add_argument("-h", "--help", action="help", help="say this, and nothing else")
        self._positionals.title = "takes"
        self.around: Grammar | None = None
        self._later: Callable[[Grammar], None] | None = None
        self._ways: Ways | None = None
        self.other_words: dict[str, str] = {}
        """What people say for a way that is called otherwise here, and a sentence that tells them."""

    def add_subparsers(self, **kwargs: Any) -> Ways:
        """Makes room for commands within this one, or on the command line."""
        self._ways = cast("Ways", super().add_subparsers(**kwargs))
        self._ways.around = self
        return self._ways

    def command(self, name: str, help: str, words: Callable[[Grammar], None]) -> None:  # noqa: A002 (argparse's name)
        """Adds a command, which `words` teaches all that may be said to it once somebody says it."""
        if self._ways is None:
            raise TypeError("call `add_subparsers` first")
        self._ways.add_parser(name, help=help)._later = words

    def learn(self) -> None:
        """Learns what may be said to this command, once."""
        later, self._later = self._later, None
        if later is not None:
            later(self)

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Reads what is said to this command, which it learns first; whatever it does not know is wrong."""
        self.learn()
        for said in args or ():
            if said == "--":
                break
            if said.startswith("--") and said.endswith("=--"):  # Python (3.11) takes it for no value at all
                self.error(f"argument {said.removesuffix('=--')}: expected one argument")
        read, unknown = self._with_late(*super().parse_known_args(args, namespace))
        if unknown:
            self.error(self._unknown(unknown))
        return read, unknown

    def _with_late(self, read: Any, unknown: list[str]) -> tuple[Any, list[str]]:
        """Reads what may be left out also where it comes behind an option: argparse has given it up by then."""
        late = [one for one in self._actions if one.nargs == "?" and not one.option_strings]
        if len(unknown) == len(late) == 1 and getattr(read, late[0].dest) is None and unknown[0][:1] != "-":
            try:
                setattr(read, late[0].dest, self._get_value(late[0], unknown[0]))
            except argparse.ArgumentError as wrong:
                self.error(str(wrong))
            return read, []
        return read, unknown

    def knows(self, said: str) -> bool:
        """Tells whether something is an option of this command line, or of the one that this is a command of."""
        here = said.partition("=")[0] in self._option_string_actions
        return here or (self.around is not None and self.around.knows(said))

    def error(self, message: str) -> NoReturn:
        """Says in a line what is wrong with the words, and in another where help is, and ends."""
        wrong = message.removeprefix("argument ").replace(": not allowed with argument", " does not go with")
        if wrong.startswith(_MISSING):
            here = f": {', '.join(self._ways.choices)}" if self._ways is not None else ""
            lists = [one.option_strings[0] for one in self._actions if one.nargs == "*"]
            first = f". It comes first, before a list such as {lists[0]}" if lists else ""
            wrong = f"{wrong.removeprefix(_MISSING)} is missing{here}{first}"
        ends = "" if wrong.endswith((".", "?")) else "."
        self.exit(WRONG_USE, f"{self.prog}: {wrong}{ends}\nAll that may be said: {self.prog} --help\n")

    def _unknown(self, said: Sequence[str]) -> str:
        """Says which words are not known here, and where the first of them goes or what was meant by it."""
        from gatherround.domain.meant import did_you_mean

        option = said[0].partition("=")[0]
        if self.around is not None and self.around.knows(option):
            return f"{said[0]} {'goes before the' if option in _WITH_ANY else 'is not for this'} command"
        meant = did_you_mean(option, self._option_string_actions) if option.startswith("--") else ""
        return f"not known here: {' '.join(said)}.{meant}"

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            from gatherround.domain.meant import did_you_mean

            words = [str(word) for word in action.choices]
            meant = self.other_words.get(str(value)) or did_you_mean(str(value), words)
            wrong = f'"{value}" is none of: {", ".join(words)}.{meant}'
            raise argparse.ArgumentError(None if action is self._ways else action, wrong)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if not (message.isascii() and message.replace("\n", "").isprintable()):
            from gatherround.domain.text import tidy

            message = tidy(message)
        super()._print_message(message, file)


class PrintCompletion(argparse.Action):
    """Prints what a shell needs to complete a command line, and ends there; it was written when the game was made."""

    def __call__(self, parser: argparse.ArgumentParser, _: object, shell: Any, option: str | None = None) -> None:
        """Prints it for the shell that was named."""
        print(completion(shell).read_text("utf-8"), end="")
        parser.exit()


def completion(shell: str) -> Path:
    """Says where the completions for a shell lie."""
    return path(__file__).with_name("completions") / f"gatherround.{shell}"


def run(module: str, name: str) -> Run:
    """Gives what runs a command, whose module is loaded only then."""

    def runs(asked: argparse.Namespace) -> int:
        command: Run = getattr(import_module(f"gatherround.cli.{module}"), name)
        return command(asked)

    return runs


def number(said: str) -> int:
    """Reads a whole number."""
    try:
        return int(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{said}" is no whole number') from None


def word(said: str) -> str:
    """Reads a word that may not be empty: a script that has lost it does not mean whatever stands for none."""
    if not said:
        raise argparse.ArgumentTypeError("nothing is said for it")
    return said


def path(said: str) -> Path:
    """Reads a path, of which an empty one is none; what knows about paths is loaded only where one is said."""
    from pathlib import Path

    return Path(word(said))
