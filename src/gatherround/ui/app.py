"""The dining room: one app, its themes, its manners with the terminal, and nothing of the game's rules."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import constants, events
from textual.app import App, ScreenStackError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import Notify
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from gatherround.ui.moving import Moving
from gatherround.ui.screens.layers import fits
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.steering import Locked
from gatherround.ui.stylesheet import FIRST_LOOKS, ReadOnce
from gatherround.ui.themes import register_themes

if TYPE_CHECKING:
    from gatherround.host.house import House
    from gatherround.host.lighting import Lighting
    from gatherround.ui.terminal import Terminal

BROKE: Final = 70
PATIENCE: Final = 0.4
"""Seconds after a repaint in which going on is ignored: a second press was meant for the page before."""
GOING: Final = (NoMatches, MountError, NoScreen, ScreenStackError)
"""What a page meets that looks for its things, or has new ones laid, while all pages are put away."""
QUICK: Final = 25
"""Letters a second that somebody reads who reads quickly."""


class GatherRound(App[int]):
    """Gather Round in a terminal; `farewell` is what is left to say once the terminal has been given back.

    Nearly all of it answers what Textual asks an app, each in a few lines: there is no second room behind them.
    """

    TITLE = "Gather Round"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """Pulling the mouse over a page that is being swapped ends a Textual app (8.2.8)."""
    CSS_PATH: ClassVar = FIRST_LOOKS
    DEFAULT_MODE = "tonight"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow"), (78, "-wide"), (110, "-broad")]  # noqa: RUF012 (as Textual declares it)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-short"), (24, "-tall"), (36, "-high")]  # noqa: RUF012 (as Textual declares it)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "leave", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "leave", show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", "to the shell and back", show=False, priority=True, system=True),
    ]

    def __init__(self, house: House, *, lighting: Lighting | None = None, patience: float = PATIENCE) -> None:
        super().__init__()
        self.house = house
        self.lighting = lighting or house.lighting
        """How the room is lit tonight; what is kept of it is the house's."""
        self.farewell = ""
        self._read_by = 0.0
        register_themes(self)
        self.theme = self.lighting.light
        if self.lighting.still:
            self.animation_level = "none"
        self._looks = self.stylesheet = ReadOnce(variables=self.get_css_variables())
        # A mode's screen gets its own styles; one from get_default_screen() does not (Textual 8.2.8).
        opened: Callable[[], Screen[None]] = lambda: Tonight(house, patience=patience)  # noqa: E731
        self.add_mode("tonight", opened)

    @property
    def plain_signs(self) -> bool:
        """Whether everything is drawn with plain signs."""
        return self.lighting.plain_signs

    def light(self, lighting: Lighting) -> None:
        """Lights the room otherwise, at once, on whatever lies there."""
        before, self.lighting = self.lighting, lighting
        self.theme = lighting.light
        if lighting.still != before.still:
            self.animation_level = "none" if lighting.still else constants.TEXTUAL_ANIMATIONS
        if lighting.plain_signs != before.plain_signs:
            for screen in self.screen_stack:
                for widget in screen.walk_children(with_self=True):
                    widget.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Gives what every line is drawn through last: the lock, and plain signs where they were asked for."""
        filters = [*super().get_line_filters(), Locked()]
        if not self.plain_signs:
            return filters
        from gatherround.ui.ascii import Ascii

        return [*filters, Ascii()]

    def get_driver_class(self) -> type[Driver]:
        """Gives the way to this terminal: ours where Textual would take its own for Linux and macOS."""
        chosen = super().get_driver_class()
        if sys.platform == "win32" or chosen.__name__ != "LinuxDriver":
            return chosen
        from gatherround.ui.terminal import Terminal

        return Terminal

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaves ctrl+z to a page that can undo what was typed."""
        return not (action == "suspend_process" and getattr(self.screen, "UNDOES", False))

    async def on_event(self, event: events.Event) -> None:
        """Answers no key and no click any more once the game is being left: the pages behind them are going."""
        if self._exit and isinstance(event, events.InputEvent | events.Paste | events.Resize):
            return
        if isinstance(event, events.Key) and not event.is_forwarded and 0 < self._read_by < monotonic():
            self.clear_notifications()
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack:
            for moving in self.screen.query(Moving):
                moving.stand()
        await super().on_event(event)

    def on_notify(self, message: Notify) -> None:
        """Remembers by when what pops up has been read: from then on any key takes it away, for it lies over a page."""
        self._read_by = max(self._read_by, monotonic()) + len(message.notification.message) / QUICK

    def clear_notifications(self) -> None:
        """Takes away what pops up."""
        self._read_by = 0.0
        super().clear_notifications()

    def on_resize(self, event: events.Resize) -> None:
        """Covers everything with one friendly line while the window is too small to play in."""
        if fits(event.size):
            return
        from gatherround.ui.screens.too_small import TooSmall

        if not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    def on_terminal_ended(self, message: Terminal.Ended) -> None:
        """Leaves as the signal says; a Round that is open has been kept at every move, and stays open."""
        self.exit(return_code=128 + message.number)

    def action_interrupt(self) -> None:
        """Leaves at ctrl+c as any program does, which a raw terminal hands over as a key."""
        self.exit(return_code=128 + signal.SIGINT)

    def on_candle_low(self) -> None:
        """Rings once where a candle has burned down and a bell is wished for."""
        if self.lighting.bell:
            self.bell()

    def on_mount(self) -> None:
        """Brings, once there is a picture to look at, the looks of what lies behind it."""
        self.call_after_refresh(self.call_later, self._bring_later_looks)

    def _bring_later_looks(self) -> None:
        """Reads what the first picture did without, and shows it on whatever has been laid over that already."""
        self._looks.read_later_looks()
        self._looks.parse()
        if len(self.screen_stack) > 1:
            self._looks.update(self)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Shows an address instead of opening it: nothing ever leaves this computer."""
        self.notify(url, markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """Lets pass what a page misses that was being laid when the game was left: Textual (8.2.8) lays no more."""
        met = error.error if isinstance(error, WorkerFailed) else error
        if not (self._exit and isinstance(met, GOING)):
            super()._handle_exception(error)

    def panic(self, *renderables: Any) -> None:
        """Ends as after any crash: what Textual would print here holds messages and lines of source."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Ends in one kind sentence; a second trouble while the first is being tidied up changes nothing."""
        if not self.farewell:
            from gatherround.ui import crash

            self.farewell = crash.sentence(sys.exc_info()[1], self.house.home and self.house.home / "crash.log")
        self._return_code = BROKE
        self._close_messages_no_wait()
