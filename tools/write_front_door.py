"""Writes what a shell and `man` know of the front door, from its grammar: completions (by shtab) and a man page."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from gatherround.cli.endings import MEANINGS
from gatherround.cli.grammar import SHELLS, Grammar, completion, path
from gatherround.cli.parser import grammar
from gatherround.cli.people_words import STAGE_WORDS

ROOT = Path(__file__).parent.parent
MAN = ROOT / "docs" / "gatherround.1"
HEAD = '.TH GATHERROUND 1 "" "" "Games"'


def taught() -> Grammar:
    """Gives the whole grammar, every command of which has learnt its words."""
    door = grammar()
    for _ in every(door):
        pass
    return door


def every(parser: Grammar, name: str = "gatherround") -> Iterator[tuple[str, Grammar]]:
    """Gives a parser and all its commands, with what each is called by."""
    parser.learn()
    yield name, parser
    for way in ways(parser):
        for word, inner in way.choices.items():
            yield from every(inner, f"{name} {word}")


def ways(parser: Grammar) -> list[argparse._SubParsersAction[Grammar]]:
    """Gives the places where a parser has commands: one or none."""
    return [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]


def completed(shell: str) -> str:
    """Gives the completions for a shell; wherever a path is asked for, what lies there is offered."""
    import shtab

    door = taught()
    for _, parser in every(door):
        for action in parser._actions:
            if action.type is path:
                action.complete = shtab.DIRECTORY if action.metavar == "FOLDER" else shtab.FILE  # type: ignore[attr-defined]
            if action.dest == "stage":
                action.choices = STAGE_WORDS
    return "\n".join(line.rstrip() for line in shtab.complete(door, shell=shell).splitlines()) + "\n"


def manual() -> str:
    """Gives the man page."""
    door = taught()
    lines = [
        HEAD,
        ".SH NAME",
        r"gatherround \- " + _roff(_first(door.description).rstrip(".")),
        *(".SH SYNOPSIS", ".B gatherround", r"[\fIoptions\fR] [\fICOMMAND\fR]"),
        *(".SH DESCRIPTION", _roff(" ".join((door.description or "").split()))),
        *(".SH OPTIONS", *_options(door)),
        ".SH COMMANDS",
    ]
    for name, parser in [*every(door)][1:]:
        lines += [".SS " + _roff(_called(name, parser)), _roff(_about(door, name)), *_options(parser)]
    lines.append(".SH EXIT STATUS")
    for code, meaning in MEANINGS.items():
        lines += [".TP", rf"\fB{code}\fR", _roff(meaning)]
    return "\n".join(line for line in lines if line) + "\n"


def _first(text: str | None) -> str:
    return (text or "").strip().split("\n", 1)[0]


def _called(name: str, parser: Grammar) -> str:
    """Says how a command is called, with what it takes."""
    takes = [
        str(action.metavar or action.dest)
        for action in parser._actions
        if not action.option_strings and not isinstance(action, argparse._SubParsersAction)
    ]
    return " ".join((name.removeprefix("gatherround "), *takes))


def _about(door: Grammar, name: str) -> str:
    """Says in a line what a command is for, in the words of its help."""
    parser = door
    says = ""
    for word in name.split()[1:]:
        (way,) = ways(parser)
        says = next((str(one.help) for one in way._choices_actions if one.dest == word), "")
        parser = way.choices[word]
    return says[:1].upper() + says[1:] + ("" if says.endswith(".") else ".")


def _options(parser: Grammar) -> Iterator[str]:
    """Gives every option, and whatever else may be said and has a word about it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction) or not action.help:
            continue
        yield ".TP"
        yield (
            r"\fB"
            + _roff(", ".join(action.option_strings) or str(action.metavar or action.dest))
            + r"\fR"
            + _value(action)
        )
        yield _roff(action.help)


def _value(action: argparse.Action) -> str:
    if not action.option_strings or action.nargs == 0:
        return ""
    said = action.metavar or "{" + "|".join(str(one) for one in action.choices or ()) + "}"
    return r" \fI" + _roff(str(said)) + r"\fR"


def _roff(text: str) -> str:
    """Writes a text so that nothing in it is a command of roff."""
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", r"\e").replace("-", r"\-"))


def main() -> None:
    """Writes all of it where the wheel finds it."""
    MAN.write_text(manual(), encoding="utf-8")
    for shell in SHELLS:
        completion(shell).write_text(completed(shell), encoding="utf-8")
    print(f"Written: {MAN.name}, and completions for {', '.join(SHELLS)}.")


if __name__ == "__main__":
    main()
