"""A house in which every word of somebody else is a trap: markup, a link, orders to the terminal, and a canary.

The words are salted where they are read, behind every door that would have refused them, as though another program had
written the family's file and the story books. What is shown of them is looked at in every form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

import pytest
import rich.console
import rich.style
from dining import everything, segments
from rich.text import Text
from textual import actions, markup, style
from textual.content import Content
from textual.css import parse
from textual.pilot import Pilot
from textual.screen import Screen

from gatherround.host import drafts, memories
from gatherround.host.evening import Evening
from gatherround.host.own_book import OwnBook
from gatherround.host.own_pages import Pages
from gatherround.host.shelf import Shelf
from gatherround.host.story_drafts import StoryDrafts
from gatherround.host.workshop import Workshop
from gatherround.storage import members
from gatherround.storage.journal import Journal
from gatherround.ui.screens.workshop_form import StoryForm

V = TypeVar("V")
_LIBRARIES: dict[int, Any] = {}
"""Libraries that were salted once, by the ones that they were."""

CANARY: Final = "canary"
SALT: Final = f"\x1b[31m\x9b2J\u202e[/][@click=app.bell]{CANARY} "
"""Stands before every text: two orders to a terminal, one that turns the line round, a tag too many, and a link."""
_KEPT: Final = re.compile(r"[a-z0-9][a-z0-9+./:#<>=_-]*|[0-9A-Z][-0-9.]*|")
"""Ids, kinds, ages and other words of ours, which nobody types freely."""
_STEERS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_OURS: Final = re.compile(r"\x1b\[[0-9;]*[mH]")


def salted(value: V) -> V:
    """Gives a value in which every text that somebody may have typed is salted, however deep it lies."""
    return _salted(value)  # type: ignore[no-any-return]


def _salted(value: Any) -> Any:
    match value:
        case str():
            return value if _KEPT.fullmatch(value) or CANARY in value else SALT + value
        case tuple():
            return tuple(map(_salted, value))
        case dict():
            return {key: _salted(held) for key, held in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            held = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
            return replace(value, **{name: _salted(one) for name, one in held.items()})
    return value


def salt_everything(patched: pytest.MonkeyPatch) -> None:
    """Salts all that is read: cards, pages, entries, drafts, typed lines, plans and story books."""
    for owner, name in (
        (members, "members"),
        (drafts, "draft"),
        (memories, "draft"),
        (Journal, "entries"),
        (Pages, "_read"),
        (StoryDrafts, "all"),
        (OwnBook, "stories"),
        (OwnBook, "file"),
        (Workshop, "ours"),
        (Workshop, "page"),
        (Workshop, "pretend"),
        (Workshop, "names"),
    ):
        _salt_answer(patched, owner, name)
    _salt_given(patched, Evening, "start")
    _salt_given(patched, StoryForm, "__init__")
    library = Shelf.library.fget
    assert library is not None

    def salted_library(self: Shelf) -> Any:
        read = library(self)
        if id(read) not in _LIBRARIES:
            _LIBRARIES[id(read)] = (read, replace(read, books=_salted(read.books)))
        return _LIBRARIES[id(read)][1]

    patched.setattr(Shelf, "library", property(salted_library))


def _salt_answer(patched: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    asked = getattr(owner, name)

    def answers(*given: Any, **more: Any) -> Any:
        answer = asked(*given, **more)
        return map(_salted, answer) if isinstance(answer, Iterator) else _salted(answer)

    patched.setattr(owner, name, answers)


def _salt_given(patched: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    done = getattr(owner, name)

    def does(self: Any, *given: Any, **more: Any) -> Any:
        return done(self, *map(_salted, given), **more)

    patched.setattr(owner, name, does)


def refuse_the_canary(patched: pytest.MonkeyPatch) -> list[str]:
    """Lets nothing read the canary as markup, style, selector or action; gives the list of what was tried."""
    heard: list[str] = []

    def guarded(original: Callable[..., Any]) -> Callable[..., Any]:
        def read(*given: Any, **more: Any) -> Any:
            if any(CANARY in one for one in given if isinstance(one, str)):
                heard.append(f"{original.__qualname__}{given}")
                raise AssertionError(heard[-1])
            return original(*given, **more)

        return read

    for owner, name in (
        (Content, "from_markup"),
        (markup, "to_content"),
        (markup, "_to_content"),
        (Text, "from_markup"),
        (rich.console, "render_markup"),
        (style.Style, "parse"),
        (rich.style.Style, "parse"),
        (actions, "parse"),
        (parse, "parse_selectors"),
    ):
        patched.setattr(owner, name, guarded(getattr(owner, name)))
    return heard


def screens() -> set[type[Screen[Any]]]:
    """Gives every page of the dining room that can be laid, as `module.Class` would name it."""
    import importlib
    import pkgutil

    import gatherround.ui as room

    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        importlib.import_module(module.name)
    return {one for one in _below(Screen) if one.__module__.startswith(room.__name__)}


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def leaks(pilot: Pilot[int]) -> list[str]:
    """Gives whatever of the page in front would steer the terminal, be a link, or was cut out of its place."""
    found = [ascii(part.text) for part in segments(pilot) if not part.control and _STEERS.search(part.text)]
    styled = [(part.text, part.style) for part in segments(pilot) if part.style]
    found += [ascii(text) for text, how in styled if how.link or "@click" in how.meta or CANARY in str(how.meta)]
    app = pilot.app
    written = app.screen._compositor.render_update(full=True).render_segments(app.console)
    if left := _STEERS.search(_OURS.sub("", written)):
        found.append(f"written to the terminal: {left[0]!a}")
    return found


def canary_seen(pilot: Pilot[int]) -> bool:
    """Tells whether the page in front shows any word of somebody else's."""
    return CANARY in everything(pilot)
