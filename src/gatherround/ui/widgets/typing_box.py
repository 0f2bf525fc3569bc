"""A box to type in: a few rows, an example in grey until the first letter, and no more letters than fit.

It is ours because Textual's TextArea (8.2.8) stays in memory, with its words, for every screen that had one.
"""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain.fitting import full, left_out, parted
from gatherround.domain.text import tidy
from gatherround.ui.drawing import row
from gatherround.ui.widgets.full import Full
from gatherround.ui.widgets.typed import Typed, steered
from gatherround.ui.widgets.typed_rows import first_row, grey_row, typed_row

SEVERAL: Final = 3
"""Rows above which a box holds lines of its own, so that enter begins one."""
GROWS: Final = 3
"""Rows by which a box of few rows grows, so that somebody sees all they have typed."""
EDGE: Final = "┃ "


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
        self.most = most
        self._full = Full(self, most)
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
        here = self.has_focus
        where = {"y": y, "width": self._wide, "tall": self.tall}
        parts = typed_row(self.typed, **where, here=here) if self.text else grey_row(self.such_as, **where, here=here)
        looks = {name: self.get_component_rich_style(f"box--{name}") for name in ("grey", "cursor")}
        edge = (EDGE, self.get_component_rich_style("box--here" if here else "box--edge"))
        pieces = [(text, looks.get(part, self.rich_style)) for text, part in parts]
        return row([edge, *pieces], self.size.width, self.rich_style)

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

    def on_focus(self) -> None:
        """Says that somebody types here now."""
        self.post_message(self.Moved(self))

    def on_click(self, event: events.Click) -> None:
        """Puts the place where the click was."""
        event.stop()
        if (offset := event.get_content_offset(self)) is not None and self.text:
            first = first_row(self.typed, self._wide, self.tall, here=self.has_focus)
            self._become(self.typed.near(offset.y + first, max(0, offset.x - len(EDGE)), self._wide))

    def on_paste(self, event: events.Paste) -> None:
        """Takes what was pasted, as much of it as fits, and says what did not."""
        event.stop()
        event.prevent_default()
        self._put(event.text, pasted=True)

    def on_key(self, event: events.Key) -> None:
        """Takes letters, and the keys that move among them; every other key goes on to the screen."""
        if event.is_printable and event.character:
            self._put(event.character)
        elif (typed := steered(self.typed, event.key, self._wide)) is not None:
            self._become(typed)
        elif event.key == "space" or (event.key == "enter" and self.lines > SEVERAL):
            self._put(" " if event.key == "space" else "\n")
        elif event.key in {"enter", "up", "down"}:
            self.post_message(self.Done(back=event.key == "up"))
        else:
            return
        event.stop()
        event.prevent_default()

    def _put(self, more: str, *, pasted: bool = False) -> None:
        text = tidy(more) if self.lines > SEVERAL else tidy(more).replace("\n", " ")
        taken, rest = parted(text, self.most - len(self.text))
        self._become(self.typed.put(taken), pasted=pasted)
        if rest.strip():
            self._full.say(left_out(rest, self.most) if pasted else full(self.most))

    def _become(self, typed: Typed, *, pasted: bool = False) -> None:
        before, self.typed = self.typed, typed
        if typed.text != before.text:
            self._full.holds(len(typed.text))
            self.post_message(self.Changed(self, pasted=pasted))
        elif typed != before:
            self.post_message(self.Moved(self))
