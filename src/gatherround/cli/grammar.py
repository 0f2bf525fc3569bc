"""Python's own grammar of a command line, in which each command learns its words when it is said."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import SupportsWrite

Run: TypeAlias = Callable[[argparse.Namespace], int]
SHELLS: Final = ("bash", "zsh", "tcsh")


class Grammar(argparse.ArgumentParser):
    """A command line or a command of it; what steers a terminal is not said back as it was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._later: Callable[[Grammar], None] | None = None
        self._ways: argparse._SubParsersAction[Grammar] | None = None

    def command(self, name: str, help: str, words: Callable[[Grammar], None]) -> None:  # noqa: A002 (argparse's name)
        """Adds a command, which `words` teaches all that may be said to it once somebody says it."""
        if self._ways is None:
            raise TypeError("call `commands` first")
        self._ways.add_parser(name, help=help)._later = words

    def commands(self, title: str, metavar: str) -> None:
        """Makes room for commands within this one, or on the command line."""
        self._ways = self.add_subparsers(title=title, metavar=metavar)

    def learn(self) -> None:
        """Learns what may be said to this command, once."""
        later, self._later = self._later, None
        if later is not None:
            later(self)

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Reads what is said to this command, which it learns first."""
        self.learn()
        for said in args or ():
            if said == "--":
                break
            if said.startswith("--") and said.endswith("=--"):  # Python (3.11) takes it for no value at all
                self.error(f"argument {said.removesuffix('=--')}: expected one argument")
        return super().parse_known_args(args, namespace)

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


def path(said: str) -> Path:
    """Reads a path; what knows about paths is loaded only where one is said."""
    from pathlib import Path

    return Path(said)
