"""The table: one thing at a time, large; whose turn it is above, the keys below, and every rule elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.looking import is_calm, whispered
from gatherround.domain.play.make import NotNow
from gatherround.domain.play.moves import GoOn, Move, On, TakeBack
from gatherround.domain.play.plan import Play
from gatherround.host.evening import Evening, OnlyLooking
from gatherround.host.house import House
from gatherround.ui.moving import CALM
from gatherround.ui.panels.choice import panel_for
from gatherround.ui.panels.panel import Moved
from gatherround.ui.panels.stage import Stage
from gatherround.ui.patience import Patience
from gatherround.ui.pops_up import tell
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import put_away
from gatherround.ui.screens.menu import CHOICES
from gatherround.ui.screens.over_the_table import OVER
from gatherround.ui.screens.playing import Playing
from gatherround.ui.screens.reading_aloud import ReadingAloud
from gatherround.ui.screens.table_keys import BACK_KEYS, KEPT, KEYS, MOVES, SERIOUS_KEYS, STEADY
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.table_top import LOW, TableTop, WhyThisOne


class Table(Explained[None]):
    """One Round, from its first beat to goodnight: asks the host for each move, and shows the page it leads to."""

    CSS_PATH: ClassVar = looks("panels", "quilt", "small")
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    SAYS = "Numbers are answers; enter goes on"
    now: var[Playing | None] = var(None, init=False)
    """The page that lies on the table, or is being laid."""

    def __init__(self, house: House, evening: Evening, *, patience: float, back_to: str = CHOICES["tonight"]) -> None:
        super().__init__()
        self.house = house
        self.back_to = back_to
        """Where one is when the table is left, as *more* says it."""
        self._evening = evening
        self._page = Patience(patience)
        self._voice = ReadingAloud(self)
        self.stage = Stage(self._page)
        self._top = TableTop()
        self._why = WhyThisOne()

    @property
    def play(self) -> Play | None:
        """The play on the table; none before the first."""
        return self.now.play if self.now is not None else None

    def compose(self) -> ComposeResult:
        """Lays the table: the top, the one thing, the keys."""
        yield self._top
        yield self._why
        yield self.stage
        yield KeyBar(KEPT, STEADY)

    def on_mount(self) -> None:
        """Puts the Round's beat on the table."""
        self._lay(self._evening.play)

    def ask_for(self, move: Move) -> None:
        """Asks the host to make a move."""
        self._try(lambda: self._evening.make(move), move)

    def _try(self, moved: Callable[[], Play], move: Move | None = None) -> None:
        """Lays what a move leads to; what is not legal now does nothing, and a window that only looks says so."""
        try:
            self._lay(moved(), move)
        except NotNow:
            return
        except OnlyLooking as looking:
            self.notify(looking.sentence, markup=False)

    def _lay(self, play: Play, move: Move | None = None) -> None:
        self.now = Playing.after(self.now, play, move, may_go_back=self._evening.way_back.is_open)

    def watch_now(self, before: Playing | None, now: Playing) -> None:
        """Has what lies on the table swapped; until all of the page lies there, every answer comes too early."""
        if before is None or before.play != now.play:
            self._page.another_comes()
            self.call_next(self._swap, now)

    async def _swap(self, now: Playing) -> None:
        """Swaps what lies on the table, and says whose turn it is."""
        if not (self.is_attached and self._top.is_attached):
            return  # the table has been left, and what lay on it is going or gone
        self._voice.hush()
        panel = panel_for(now.play, sealed=now.sealed)
        if now.is_private or self.stage.panel is not None:
            # What was said over one page of the Round is not said over the next; its first page says what came before.
            self.app.clear_notifications()
        # All in one batch, so that a press is one picture and not two.
        async with self.batch():
            self.set_class(now.is_night, "-night")
            self.set_class(now.is_private, "-private")
            self.set_class(is_calm(now.play), CALM)
            self._top.show(panel.whose, now.headline, now.play.phase)
            self._why.show(now.reason)
            if not await self.stage.swap(panel):
                return
        self._page.it_lies()
        self.refresh_bindings()
        if now.reason and self.app.size.height < LOW:
            tell(self, now.reason, seconds=8)
        for notice in self._evening.notices:
            self.notify(notice, markup=False)
        self._evening.notices.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        return self.now is not None and self.now.offers(action, str(parameters[0]) if parameters else "")

    def on_moved(self, message: Moved) -> None:
        """Makes the answer that somebody clicked."""
        message.stop()
        self.ask_for(message.move)

    def on_key(self, event: events.Key) -> None:
        """Gives every key without a job to small hands, and any key at all to an open card."""
        now = self.now
        if now is None or now.play.paused:
            return
        if now.is_turned_by(event.key):
            event.stop()
            event.prevent_default()
            self.action_on()
            if event.key in SERIOUS_KEYS and not (self.now and self.now.is_open):
                self.action_lay("serious")
        elif event.key in BACK_KEYS and self._evening.way_back.ends:
            tell(self, self._evening.way_back.ends)
        elif not _has_a_job(self, event.key):
            self.action_look("small-hands")

    def on_click(self, event: events.Click) -> None:
        """Opens and closes a card at a click anywhere, leaves the night, and lets small hands click anywhere."""
        if self.now is not None and self.now.is_turned_by_a_click:
            event.stop()
            self.action_on()
        else:
            self.action_look("small-hands")

    def action_on(self) -> None:
        """Goes on, once the page has lain there long enough to be seen."""
        now, panel = self.now, self.stage.panel
        if now is None or self._page.too_early:
            return
        if now.is_night:
            put_away(self)
        elif now.play.paused:
            self.ask_for(GoOn())
        elif panel is None or not panel.go_on():
            self.ask_for(On())

    def action_answer(self, number: int) -> None:
        """Makes the answer of a number key; 0 is an empty vote."""
        panel = self.stage.panel
        if panel is None or self._page.too_early:
            return
        if number < 0:
            if self.now is not None and self.now.is_ballot:
                self.ask_for(On())
        elif (move := panel.answer(number)) is not None:
            self.ask_for(move)

    def action_back(self) -> None:
        """Takes the last vote back out of the box, or goes one step back; two presses at once are one."""
        if not self._page.lies or self.now is None:
            return
        if self.now.is_ballot and self.now.play.votes:
            self.ask_for(TakeBack())
        else:
            self._try(self._evening.back)

    def action_make(self, name: str) -> None:
        """Makes one of the moves that have a key of their own; two presses at once are one."""
        if self._page.lies or name == "pause":
            self.ask_for(MOVES[name])

    def action_look(self, name: str) -> None:
        """Shows something of this page, or says it; nothing of it is a move."""
        match self.play, name:
            case None, _:
                return
            case play, "read":
                self._voice.turn(aloud(play))
            case play, "coach" if line := whispered(play):
                tell(self, line, seconds=8)
            case _ if self.stage.panel is not None:
                self.stage.panel.look(name)

    def action_lay(self, name: str) -> None:
        """Lays something over the table; what lies on it stays as it is."""
        if self.play is not None:
            OVER[name](self, self.play)


def _has_a_job(page: Screen[None], key: str) -> bool:
    """Tells whether a key does something of the house's on this page; no answer has a number where hands play."""
    found = page.active_bindings.get(key)
    return found is not None and found.enabled and found.binding.id is not None
