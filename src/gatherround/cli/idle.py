"""An option that would do nothing is refused: whoever says it waits for what it does.

`--data-dir` is no wish but an address: whoever has a house elsewhere says it before every command.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Final

from gatherround.domain.refusing import Unclear

NO_PLAY: Final = '"{option}" is for playing, and "gatherround {command}" plays nothing. Leave one of the two out.'
ON_A_SCREEN: Final = (
    '"{option}" is for the game on the screen, and "--plain" goes line by line without one. Leave one of the two out.'
)
WITH_PLAIN: Final = '"--story" goes with "--plain". At the table, the key f finds a story by its name.'
TONIGHT_ALONE: Final = (
    '"{option}" says {what} tonight, and {page} is the same every evening. It goes with "gatherround print tonight".'
)
TALK_ALONE: Final = (
    '"--person" takes somebody\'s "my two" along, so it goes with "gatherround print first-talk" alone. '
    'Who is here tonight is said with "--people".'
)
LISTS: Final = '"--json" lists those who live here, and "gatherround people {way}" does something else. Leave it out.'
ALL_KINDS: Final = '"--all-kinds" begins a story of every kind, so "--kind" adds none to it. Leave one of the two out.'
ALSO: Final = (
    '"--also" is another name of somebody who goes, and "--everything" asks for no name. Leave one of them out.'
)
COPIES: Final = '"--json" lists the copies, and a NUMBER puts one in place. Leave one of the two out.'
NO_COPY: Final = (
    '"--yes" agrees that a copy is put in place, and it is not said which. "gatherround restore" lists them by numbers.'
)


def refuse_idle(asked: argparse.Namespace) -> None:
    """Raises Unclear, which names the option and says why, where one does nothing beside all else that was said."""
    behind = _BEHIND_IT.get(asked.command, _none)
    for sentence in chain(_at_the_door(asked), behind(asked)):
        raise Unclear(sentence)


def _at_the_door(asked: argparse.Namespace) -> Iterator[str]:
    """Says what stands before a command and is not for it."""
    command = " ".join(word for word in (asked.command, getattr(asked, "way", None)) if word)
    on_a_screen = [*_said(asked, "theme", "still", "ascii")]
    for option in (*on_a_screen, *_said(asked, "plain", "story")):
        if command:
            yield NO_PLAY.format(option=option, command=command)
    for option in on_a_screen:
        if asked.plain:
            yield ON_A_SCREEN.format(option=option)
    if asked.story is not None and not asked.plain:
        yield WITH_PLAIN


def _said(asked: argparse.Namespace, *names: str) -> Iterator[str]:
    """Gives those of some options that were said, as they were: the other side of a switch with its no."""
    for name in names:
        said = getattr(asked, name)
        if said is False and name != "plain":
            yield f"--no-{name}"
        elif said is not None and said is not False:
            yield f"--{name}"


def _print(asked: argparse.Namespace) -> Iterator[str]:
    page = "that sheet" if asked.what == ["first-talk"] else "a card"
    if asked.what != ["tonight"]:
        for option, said, what in (
            ("--people", asked.people, "who is here"),
            ("--minutes", asked.minutes, "how long it is"),
        ):
            if said is not None:
                yield TONIGHT_ALONE.format(option=option, what=what, page=page)
    if asked.what != ["first-talk"] and asked.person is not None:
        yield TALK_ALONE


def _people(asked: argparse.Namespace) -> Iterator[str]:
    if asked.json and asked.way not in (None, "list"):
        yield LISTS.format(way=asked.way)


def _packs(asked: argparse.Namespace) -> Iterator[str]:
    if asked.way == "new" and asked.all_kinds and asked.kinds:
        yield ALL_KINDS


def _erase(asked: argparse.Namespace) -> Iterator[str]:
    if asked.everything and asked.also:
        yield ALSO


def _restore(asked: argparse.Namespace) -> Iterator[str]:
    if asked.copy is not None and asked.json:
        yield COPIES
    if asked.copy is None and asked.yes:
        yield NO_COPY


def _none(_: argparse.Namespace) -> Iterator[str]:
    yield from ()


_BEHIND_IT: Final[Mapping[str | None, Callable[[argparse.Namespace], Iterator[str]]]] = {
    "print": _print,
    "people": _people,
    "packs": _packs,
    "erase": _erase,
    "restore": _restore,
}
