"""The frame of every page that is printed: one file that needs nothing else, with no script and no way out.

Words are escaped where they enter: only `Html` is taken as it is, and nothing but this module makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final, TypeAlias

from gatherround.domain.faces import face_of, svg
from gatherround.domain.text import tidy

NOTHING_FROM_OUTSIDE: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may fetch for a page: nothing, and run: nothing."""


@dataclass(frozen=True, slots=True)
class Html:
    """Source of ours, with everybody's words in it escaped."""

    source: str


Part: TypeAlias = Html | str
"""A piece of a page; a plain text is somebody's words."""


def element(name: str, *parts: Part, **attributes: str | float) -> Html:
    """Gives an element with its parts; `class_` is written class, and `aria_label` aria-label."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{_safe(str(value))}"' for key, value in attributes.items())
    inside = joined(*parts).source
    return Html(f"<{name}{told}>{inside}</{name}>" if inside or not _is_mark(name) else f"<{name}{told}/>")


def rows(text: str) -> Html:
    """Gives somebody's words with the ends of their lines where they are."""
    return Html("<br>".join(_safe(row) for row in text.split("\n")))


def joined(*parts: Part) -> Html:
    """Gives the parts one after another."""
    return Html("".join(part.source if isinstance(part, Html) else _safe(part) for part in parts))


def face(word: str, nearest: str | None = None) -> Html:
    """Draws the face of a feeling in black on white; where the word has none, that of the nearest."""
    return Html(svg(face_of(word, nearest or "okay"), size=48))


def page(title: str, *parts: Part, mark: str = "", looks: tuple[str, ...] = ()) -> str:
    """Gives a whole page under the looks of all pages and of its own; `mark` is a comment of ours near its top.

    Raises FileNotFoundError for looks that are not in this room.
    """
    head = joined(
        Html('<meta charset="utf-8">\n'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_FROM_OUTSIDE}">\n'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">\n'),
        element("title", title),
        Html("\n<style>\n" + "".join(look(name) for name in ("page", *looks)) + "</style>\n"),
    )
    body = element("body", Html("\n"), *parts, Html("\n"))
    return f'<!doctype html>\n{mark}\n<html lang="en">\n<head>\n{head.source}</head>\n{body.source}\n</html>\n'


@cache
def look(name: str) -> str:
    """Gives one of this room's stylesheets."""
    return files("gatherround.paper").joinpath("looks", f"{name}.css").read_text("utf-8")


def _safe(words: str) -> str:
    """Gives somebody's words as they are read: nothing in them steers a printer or opens a tag."""
    return escape(tidy(words))


def _is_mark(name: str) -> bool:
    """Tells whether an element of a drawing may be closed at once."""
    return name in {"rect", "path", "use"}
