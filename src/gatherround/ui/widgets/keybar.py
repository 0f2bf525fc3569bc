"""The bottom line: what can be pressed now, in order of importance, each of it a place to click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from gatherround.ui.drawing import Piece, place_at, row
from gatherround.ui.widgets.key_hints import Hint, hints_of
from gatherround.ui.widgets.key_line import KeyLine, Placed

KEPT: Final = ("on", "pass", "pause", "more")
"""Ids of bindings that give way last; the others give way from the right."""


class KeyBar(Widget):
    """Shows the keys of the screen's bindings that have an `id`, are shown and may be pressed now.

    It reads them from the screen itself, so a key is declared in one place. What gives way where there is no room for
    all of them is its `line`. Keys that are steady are grey where they may not be pressed; where grey could not be told
    from the rest, their places are left empty.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key", "keybar--label", "keybar--under", "keybar--idle"}
    hints: reactive[tuple[Hint, ...]] = reactive(())
    under: reactive[int | None] = reactive(None)

    def __init__(
        self,
        kept: Sequence[str] = KEPT,
        steady: Sequence[str] = (),
        *,
        first: Sequence[str] = (),
        words: bool = False,
    ) -> None:
        super().__init__()
        self.line = KeyLine(tuple(kept), tuple(first), tuple(steady), words=words)

    def on_mount(self) -> None:
        """Listens to its own screen, which goes when it goes."""
        self.screen.bindings_updated_signal.subscribe(self, self._read)
        self._read(self.screen)

    def on_unmount(self) -> None:
        """Stops listening, for a bar that goes before its screen."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_click(self, event: events.Click) -> None:
        """Does what the key would do, once this message is done: the action may take the screen away."""
        event.stop()
        if (hint := self._at(event)) is not None:
            self.app.call_later(self._do, hint, self.screen)

    async def _do(self, hint: Hint, clicked: Screen[Any]) -> None:
        """Does it, unless the page that was clicked has been left meanwhile, or lies under another."""
        if clicked.is_active:
            await clicked.app.run_action(hint.action, hint.node)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Brightens what is under the mouse."""
        self.under = self._index(event)

    def on_leave(self) -> None:
        """Lets every key be alike again."""
        self.under = None

    def render_line(self, y: int) -> Strip:
        """Draws the keys, bright, with their labels, dim."""
        width = self.size.width
        pieces: list[Piece] = []
        at = 0
        for index, (start, hint) in enumerate(self._placed if y == 0 else ()):
            if hint.idle and not self._tells_grey:
                continue
            alike = "keybar--idle" if hint.idle else "keybar--under" if index == self.under else ""
            key = self.get_component_rich_style(alike or "keybar--key")
            label = self.get_component_rich_style(alike or "keybar--label")
            pieces += [(" " * (start - at), self.rich_style), (hint.key, key)]
            pieces += [(f" {hint.label}", label)] if hint.label else []
            at = start + hint.wide
        return row(pieces, width, self.rich_style)

    @property
    def _tells_grey(self) -> bool:
        """Whether grey can be told from the rest: not without colour, nor surely where a terminal needs plain signs."""
        return not (self.app.no_color or getattr(self.app, "plain_signs", False))

    @property
    def _placed(self) -> Placed:
        return self.line.placed(self.hints, self.size.width)

    def _index(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        places = (Region(start - 1, 0, 0 if hint.idle else hint.wide + 2, 1) for start, hint in self._placed)
        return place_at(places, offset.x, offset.y) if offset is not None else None

    def _at(self, event: events.MouseEvent) -> Hint | None:
        index = self._index(event)
        return None if index is None else self._placed[index][1]

    def _read(self, screen: Screen[object]) -> None:
        self.hints = hints_of(screen, self.line.steady)
