"""The hallway: every door that is opened from Tonight, and what lies behind it, loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from gatherround.ui.screens.layers import lay_over

if TYPE_CHECKING:
    from gatherround.ui.screens.tonight import Tonight

MORE: Final = {
    "grown-ups": "for the grown-ups",
    "help": "what the keys do",
    "leave": "close the game",
}
"""What needs no key of its own: the doors behind *more*."""


def enter(door: str | None, tonight: Tonight) -> None:
    """Opens a door of this name; none, where somebody has turned back, opens nothing."""
    if door is not None:
        tonight.looks_anew()
        DOORS[door](tonight)


def _quilt(tonight: Tonight) -> None:
    from gatherround.ui.screens.quilt import Quilt

    lay_over(tonight, Quilt(tonight.house))


def _note(tonight: Tonight) -> None:
    from gatherround.ui.screens.noticing import note_over

    note_over(tonight, tonight.house)


def _story_books(tonight: Tonight) -> None:
    from gatherround.ui.screens.story_books import StoryBooks

    lay_over(tonight, StoryBooks(tonight.house))


def _find_one(tonight: Tonight) -> None:
    from gatherround.ui.screens.starting import find_one

    find_one(tonight)


def _paper(tonight: Tonight) -> None:
    from gatherround.ui.screens.on_paper import tonight_on_paper

    tonight.books.once_read(lambda: tonight_on_paper(tonight, tonight.house, tonight.setting))


def _workshop(tonight: Tonight) -> None:
    def go_in() -> None:
        from gatherround.ui.screens.workshop import WorkshopDoor

        lay_over(tonight, WorkshopDoor(tonight.house))

    tonight.books.once_read(go_in)


def _promise(tonight: Tonight) -> None:
    from gatherround.ui.screens.returning import coming_back_over

    coming_back_over(tonight)


def _aside(tonight: Tonight) -> None:
    from gatherround.ui.screens.returning import taking_up_over

    taking_up_over(tonight)


def _envelope(tonight: Tonight) -> None:
    from gatherround.ui.screens.starting import open_envelope

    if not tonight.rounds.is_held():
        tonight.books.once_read(lambda: open_envelope(tonight))


def _more(tonight: Tonight) -> None:
    from gatherround.ui.screens.menu import More

    lay_over(tonight, More(MORE), lambda door: enter(door, tonight))


def _light(tonight: Tonight) -> None:
    from gatherround.ui.screens.rooms import room

    lay_over(tonight, room("light", tonight.house))


def _grown_ups(tonight: Tonight) -> None:
    from gatherround.ui.screens.rooms import ForTheGrownUps

    lay_over(tonight, ForTheGrownUps(tonight.house, tonight.as_today))


DOORS: Final[dict[str, Callable[[Tonight], None]]] = {
    "find": _find_one,
    "quilt": _quilt,
    "note": _note,
    "story-books": _story_books,
    "paper": _paper,
    "workshop": _workshop,
    "promise": _promise,
    "aside": _aside,
    "envelope": _envelope,
    "more": _more,
    "grown-ups": _grown_ups,
    "light": _light,
    "help": lambda tonight: tonight.action_help(),
    "leave": lambda tonight: tonight.app.exit(0),
}
