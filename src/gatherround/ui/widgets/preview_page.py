"""One story before it is played, as a page of any width: flags first, then the scene, who does what, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from textual import events
from textual.reactive import reactive
from textual.widget import Widget

from gatherround.domain.jobs import Voice
from gatherround.domain.people import Person
from gatherround.domain.preview import Preview
from gatherround.domain.text import cells
from gatherround.ui import words
from gatherround.ui.places import chair_of
from gatherround.ui.words import Words

FIRST: Final = "bold $warning"
MORE: Final = "[b]→[/b] read on"
WHEEL: Final = 3
"""Rows that one turn of the wheel moves."""
SCENE_ROWS: Final = 3
"""How much of the scene stands on a low page; the whole of it is read at the table anyway."""
_TOGETHER: Final = "\N{NO-BREAK SPACE}"
_DOT: Final = " · "
_NAMES: Final = 9
"""The most cells of the column of names; what longer ones do follows them in the same row."""


@dataclass(frozen=True, slots=True)
class Page:
    """A preview, the people it is for, and what this family has marked on it."""

    preview: Preview
    people: tuple[Person, ...]
    marks: tuple[str, ...] = ()


class PreviewPage(Widget):
    """Shows as much of a page as there is room for, from its row `top` on, and says so where there is more.

    A `roomy` one has the whole scene, and how each one is asked first. It is drawn anew without laying out the screen
    again, so that leafing and searching stay quick.
    """

    ALLOW_SELECT = False
    page: reactive[Page | None] = reactive(None)
    roomy: reactive[bool] = reactive(default=False)
    top: reactive[int] = reactive(0)

    def show(self, page: Page, *, roomy: bool) -> None:
        """Shows a page, with more of it where there is room."""
        self.roomy, self.page = roomy, page

    def watch_page(self, page: Page | None) -> None:
        """Shows another page from its beginning."""
        self.set_reactive(PreviewPage.top, 0)
        self.border_title = words.plain(page.preview.title if page else "")
        self._say_more()

    def watch_roomy(self) -> None:
        """Shows more, or less, of the same page."""
        self._say_more()

    def on_resize(self) -> None:
        """Has other rows in another width."""
        self.read_on(0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Reads on."""
        event.stop()
        self.read_on(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Goes back up."""
        event.stop()
        self.read_on(-WHEEL)

    def read_on(self, rows: int) -> None:
        """Shows what stands so many rows further down; never beyond the last row."""
        self.top = max(0, min(self.top + rows, len(self._lines()) - self.size.height))
        self._say_more()

    def render(self) -> Words:
        """Gives the rows that there is room for."""
        return words.stacked(*self._lines()[self.top : self.top + self.size.height])

    def _say_more(self) -> None:
        more = len(self._lines()) > self.top + self.size.height
        self.border_subtitle = words.phrase(MORE) if more else None

    def _lines(self) -> tuple[Words, ...]:
        if self.page is None or self.size.width < 1:
            return ()
        return _drawn(self.page, self.size.width, self.roomy)


@lru_cache(maxsize=16)
def _drawn(page: Page, width: int, roomy: bool) -> tuple[Words, ...]:
    return tuple(_page(page, width, roomy=roomy))


def _page(page: Page, width: int, *, roomy: bool) -> Iterator[Words]:
    shown = page.preview
    if shown.first:
        yield from (words.bold(line, FIRST) for line in words.rows(f"! {', '.join(shown.first)}", width))
    for line in (shown.comes, *page.marks):
        if line:
            yield words.dim(words.clipped(line, width))
    yield from _scene(shown.scene, width, None if roomy else SCENE_ROWS)
    yield words.plain("")
    yield from _by_name([(job.who, job.does) for job in shown.jobs], page.people, width)
    yield words.plain("")
    yield from _labelled(f"About {shown.minutes} min:", " · ".join(shown.shape), width)
    if shown.needs:
        yield from _labelled("You need:", ", ".join(shown.needs), width)
    yield from _notes(shown, width)
    if roomy:
        yield from _voices(shown.voices, page.people, width)


def _notes(shown: Preview, width: int) -> Iterator[Words]:
    for label, texts in (("For you:", (shown.coach,)), ("Why:", shown.why), ("Also:", shown.notes)):
        if any(texts):
            yield words.plain("")
            yield from _labelled(label, "; ".join(texts), width)


def _scene(breaths: Sequence[str], width: int, most: int | None) -> Iterator[Words]:
    rows = words.rows(" ".join(" ".join(breath.split()) for breath in breaths), width)
    if most is not None and len(rows) > most:
        rows = (*rows[: most - 1], words.clipped(f"{rows[most - 1]} {rows[most]}", width))
    yield from (words.plain(line) for line in rows)


def _labelled(label: str, text: str, width: int) -> Iterator[Words]:
    """Gives a text behind a label that stands out of it."""
    first, *more = words.rows(f"{label} {text}", width) or ("",)
    shown = first[: len(label)]
    yield words.bold(shown, words.LIT) + words.plain(first[len(shown) :])
    yield from (words.plain(line) for line in more)


def _by_name(said: Sequence[tuple[Sequence[str], str]], people: Sequence[Person], width: int) -> Iterator[Words]:
    """Gives each text beside the names of those it is about, the names in a column as far as they are short."""
    labels = [_names(who, people) for who, _ in said]
    column = max((cells(label) for label in labels if cells(label) <= _NAMES), default=0)
    for (who, text), label in zip(said, labels, strict=True):
        yield from _beside(label, _colour(who, people), " ".join(text.split()), column, width)


def _voices(voices: Sequence[Voice], people: Sequence[Person], width: int) -> Iterator[Words]:
    if voices:
        yield words.plain("")
        yield words.bold("How each one is asked first:", words.LIT)
        yield from _by_name([(voice.who, voice.text) for voice in voices], people, width)


def _beside(label: str, colour: str, text: str, column: int, width: int) -> Iterator[Words]:
    """Gives names in a column with what they do beside them; after longer names it begins later in the row."""
    label = words.clipped(label, width)
    before = max(column, cells(label)) + 2
    hanging = column + 2 if column else 2
    first, rest = _first_row(_kept_together(text, width - hanging), width - before)
    yield words.bold(label + " " * (before - cells(label)), colour) + words.plain(first.replace(_TOGETHER, " "))
    for line in words.rows(rest, width - hanging) if rest else ():
        yield words.plain(" " * hanging + line.replace(_TOGETHER, " "))


def _kept_together(text: str, room: int) -> str:
    """Keeps a name with what is done to it, in each of several things that has room in a row of its own."""
    parts = text.split(_DOT)
    short = len(parts) > 1
    return _DOT.join(part.replace(" ", _TOGETHER) if short and cells(part) + 2 <= room else part for part in parts)


def _first_row(text: str, room: int) -> tuple[str, str]:
    """Gives as many whole words as have room in a row that has begun, and the rest."""
    fitting = [at for at, letter in enumerate(f"{text} ") if letter == " " and cells(text[:at]) <= room]
    at = fitting[-1] if fitting else 0
    return text[:at], text[at:].strip()


def _names(who: Sequence[str], people: Sequence[Person]) -> str:
    if not who:
        return "the others"
    if len(who) == len(people) > 1:
        return "all"
    return ", ".join(" ".join(person.name.split()) for person in people if person.id in who)


def _colour(who: Sequence[str], people: Sequence[Person]) -> str:
    """Gives the colour of somebody alone; several have none, for a colour is one person's."""
    if len(who) != 1:
        return words.LIT
    place = next(at for at, person in enumerate(people) if person.id == who[0])
    return f"$chair-{chair_of(people[place], place).key}"
