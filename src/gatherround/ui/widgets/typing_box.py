"""A box to type in: a few rows, an example in grey until the first letter, and no more letters than fit.

It is ours because Textual's TextArea (8.2.8) stays in memory, with its words, for every screen that had one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain.text import tidy
from gatherround.ui import words
from gatherround.ui.drawing import Piece, row
from gatherround.ui.widgets.typed import Typed

SEVERAL: Final = 3
"""Rows above which a box holds lines of its own, so that enter begins one."""
GROWS: Final = 3
"""Rows by which a box of few rows grows, so that somebody sees all they have typed."""
EDGE: Final = "┃ "

_MOVES: Final[dict[str, Callable[[Typed, int], Typed]]] = {
    "left": lambda typed, _: typed.left(),
    "right": lambda typed, _: typed.right(),
    "home": Typed.home,
    "end": Typed.end,
}
_CHANGES: Final[dict[str, Callable[[Typed], Typed]]] = {
    "backspace": Typed.rubbed_out,
    "ctrl+h": Typed.rubbed_out,
    "delete": Typed.taken_out,
}


class TypingBox(Widget, can_focus=True):
    """Shows what is typed into it and says so; tab and the function keys are the screen's."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"box--edge", "box--here", "box--grey", "box--cursor"}
    typed: reactive[Typed] = reactive(Typed())
    such_as: reactive[str] = reactive("")

    class Changed(Message):
        """Something else stands in the box now; `pasted` where it came all at once."""

        def __init__(self, box: TypingBox, *, pasted: bool) -> None:
            super().__init__()
            self.box = box
            self.pasted = pasted

    class Done(Message):
        """Somebody goes on from this box; `back` where they go back."""

        def __init__(self, *, back: bool = False) -> None:
            super().__init__()
            self.back = back

    class Moved(Message):
        """The place in this box has moved, or the box was entered."""

        def __init__(self, box: TypingBox) -> None:
            super().__init__()
            self.box = box

    def __init__(self, field: str, *, text: str = "", such_as: str = "", rows: int = 2, most: int = 200) -> None:
        super().__init__()
        self.field = field
        self.first = False
        """Whether somebody types here first, as soon as it lies there."""
        self.most = most
        self.lines = rows
        self.tall = rows
        """How many rows it has now."""
        self.styles.height = rows
        self.set_reactive(TypingBox.typed, Typed(text, len(text)))
        self.set_reactive(TypingBox.such_as, such_as)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.typed.text

    def show(self, text: str) -> None:
        """Puts another text in, the place at its end."""
        if text != self.text:
            self.typed = Typed(text, len(text))

    @property
    def _wide(self) -> int:
        return max(1, self.size.width - len(EDGE) - 1)  # the last cell is the cursor's

    def render_line(self, y: int) -> Strip:
        """Draws one row: an edge, and the words or the example."""
        edge = (EDGE, self.get_component_rich_style("box--here" if self.has_focus else "box--edge"))
        pieces = self._typed_row(y) if self.text else self._grey_row(y)
        return row([edge, *pieces], self.size.width, self.rich_style)

    def _grey_row(self, y: int) -> list[Piece]:
        grey = self.get_component_rich_style("box--grey")
        said = words.rows(self.such_as, self._wide)
        text = said[y] if y < len(said) else ""
        if y + 1 == self.tall < len(said):
            text = words.clipped(f"{text} …", self._wide)
        if y or not self.has_focus:
            return [(text, grey)]
        return [(text[:1] or " ", self.get_component_rich_style("box--cursor")), (text[1:], grey)]

    def _typed_row(self, y: int) -> list[Piece]:
        rows = self.typed.rows(self._wide)
        here = self.typed.row(self._wide)
        index = y + self._scrolled(len(rows), here)
        if index >= len(rows):
            return []
        begin, end = rows[index]
        if not self.has_focus or index != here:
            said = self.text[begin:end].rstrip()
            more = not self.has_focus and y + 1 == self.tall < len(rows)
            return [(words.clipped(f"{said} …", self._wide) if more else said, self.rich_style)]
        after = self.typed.right().at
        under = self.text[self.typed.at : after] if self.typed.at < end else ""
        return [
            (self.text[begin : self.typed.at], self.rich_style),
            (under.strip("\n") or " ", self.get_component_rich_style("box--cursor")),
            (self.text[after:end].rstrip("\n"), self.rich_style),
        ]

    def _scrolled(self, count: int, here: int) -> int:
        """Gives the first row that is shown: where somebody types, the place is always in sight."""
        if not self.has_focus:
            return 0
        return max(0, min(here - self.tall + 1, count - self.tall))

    def watch_typed(self) -> None:
        """Has room for what stands in it now."""
        self._grow()

    def on_resize(self) -> None:
        """Has other rows in another width."""
        self._grow()

    def _grow(self) -> None:
        if self.lines > SEVERAL or self.size.width <= len(EDGE) + 1:
            return
        rows = len(self.typed.rows(self._wide)) if self.text else 0
        tall = max(self.lines, min(rows, self.lines + GROWS))
        if tall != self.tall:
            self.tall = tall
            self.styles.height = tall

    def on_mount(self) -> None:
        """Takes the keys, where it is the first of its page."""
        if self.first:
            self.screen.set_focus(self)

    def on_focus(self) -> None:
        """Shows where the next letter goes."""
        self.refresh()
        self.post_message(self.Moved(self))

    def on_blur(self) -> None:
        """Shows the beginning again."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Puts the place where the click was."""
        event.stop()
        if (offset := event.get_content_offset(self)) is not None and self.text:
            first = self._scrolled(len(self.typed.rows(self._wide)), self.typed.row(self._wide))
            self._go(self.typed.near(offset.y + first, max(0, offset.x - len(EDGE)), self._wide))

    def on_paste(self, event: events.Paste) -> None:
        """Takes what was pasted, as much of it as fits."""
        event.stop()
        event.prevent_default()
        self._put(event.text, pasted=True)

    def on_key(self, event: events.Key) -> None:
        """Takes letters, and the keys that move among them; every other key goes on to the screen."""
        if event.is_printable and event.character:
            self._put(event.character)
        elif not self._steer(event.key):
            return
        event.stop()
        event.prevent_default()

    def _steer(self, key: str) -> bool:
        """Moves, rubs out, or goes on; false for a key that is none of the box's."""
        if (move := _MOVES.get(key)) is not None:
            self._go(move(self.typed, self._wide))
        elif (change := _CHANGES.get(key)) is not None:
            self._become(change(self.typed))
        elif key in {"up", "down"}:
            self._up_or_down(back=key == "up")
        elif key == "enter" and self.lines <= SEVERAL:
            self.post_message(self.Done())
        elif key in {"enter", "space"}:
            self._put("\n" if key == "enter" else " ")
        else:
            return False
        return True

    def _up_or_down(self, *, back: bool) -> None:
        moved = self.typed.moved(-1 if back else 1, self._wide)
        if moved is None:
            self.post_message(self.Done(back=back))
        else:
            self._go(moved)

    def _go(self, typed: Typed) -> None:
        if typed != self.typed:
            self.typed = typed
            self.post_message(self.Moved(self))

    def _put(self, more: str, *, pasted: bool = False) -> None:
        text = tidy(more) if self.lines > SEVERAL else tidy(more).replace("\n", " ")
        room = max(0, self.most - len(self.text))
        self._become(self.typed.put(text[:room]), pasted=pasted)

    def _become(self, typed: Typed, *, pasted: bool = False) -> None:
        if typed.text != self.text:
            self.typed = typed
            self.post_message(self.Changed(self, pasted=pasted))
