"""The table: one thing at a time, large; whose turn it is above, the keys below, and every rule elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.reactive import var

from gatherround.domain.play import NotNow, Play, legal
from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Card
from gatherround.domain.play.looking import is_calm, picks_the_story, seals, title, whispered, why
from gatherround.domain.play.looking import looks as may_look
from gatherround.domain.play.moves import GoOn, Move, On, TakeBack
from gatherround.host.evening import Evening, OnlyLooking
from gatherround.host.house import House
from gatherround.ui.moving import CALM
from gatherround.ui.panels.choice import panel_for
from gatherround.ui.panels.panel import Moved, Panel
from gatherround.ui.patience import Patience
from gatherround.ui.pops_up import tell
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import put_away
from gatherround.ui.screens.menu import CHOICES
from gatherround.ui.screens.over_the_table import MOVES, OVER
from gatherround.ui.screens.reading_aloud import ReadingAloud
from gatherround.ui.screens.table_keys import BACK_KEYS, COVERED_KEYS, KEPT, KEYS, OPEN_KEYS, SERIOUS_KEYS, STEADY
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.table_top import LOW, TableTop, WhyThisOne

WHICH: Final = "which one tonight?"
PHASES: Final = {"arrive": "arrive", "close": "close"}
OVER_A_CARD: Final = frozenset({"on", "back", "make"})
"""All that can be done while a card is open; each of it covers the card."""
ALWAYS: Final = frozenset({"more", "cover", "serious"})
"""What may be laid over the table whatever lies on it."""


class Table(Explained[None]):
    """One Round, from its first beat to goodnight."""

    CSS_PATH: ClassVar = looks("panels", "quilt", "small")
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    SAYS = "Numbers are answers; enter goes on"
    play: var[Play | None] = var(None)

    def __init__(self, house: House, evening: Evening, *, patience: float, back_to: str = CHOICES["tonight"]) -> None:
        super().__init__()
        self.house = house
        self.back_to = back_to
        """Where one is when the table is left, as *more* says it."""
        self._evening = evening
        self._page = Patience(patience)
        self._voice = ReadingAloud(self)
        self._legal: frozenset[type[Move]] = frozenset()
        self._looks: frozenset[str] = frozenset()
        self._sealed = False
        self._opening: Play | None = None

    @property
    def panel(self) -> Panel[Any] | None:
        """What lies on the table now; nothing while the next panel is still being laid."""
        return next((panel for panel in self.query(Panel) if panel.is_mounted), None)

    def compose(self) -> ComposeResult:
        """Lays the table: the top, the one thing, the keys."""
        yield TableTop()
        yield WhyThisOne()
        yield Container(id="stage")
        yield KeyBar(KEPT, STEADY)

    def on_mount(self) -> None:
        """Puts the Round's beat on the table."""
        self._lay(self._evening.play)

    def watch_play(self, play: Play | None) -> None:
        """Has what lies on the table swapped for what the play says."""
        if play is not None:
            self.call_next(self._swap, play)

    async def _swap(self, play: Play) -> None:
        """Swaps what lies on the table, and says whose turn it is."""
        if not (self.is_attached and self.query(TableTop)):
            return  # the table has been left, and what lay on it is going or gone
        self._voice.hush()
        self._legal, self._looks = frozenset(type(move) for move in legal(play)), may_look(play)
        panel = panel_for(play, sealed=self._sealed)
        private = isinstance(play.beat, Card)
        if private or self.panel is not None:
            # What was said over one page of the Round is not said over the next; its first page says what came before.
            self.app.clear_notifications()
        # All in one batch, so that a press is one picture and not two.
        async with self.batch():
            self.set_class(play.phase == "night", "-night")
            self.set_class(private, "-private")
            self.set_class(is_calm(play), CALM)
            self.query_one(TableTop).show(panel.whose, _title(play), play.phase)
            reason = why(play) if self._opens(play) else ""
            self.query_one(WhyThisOne).show(reason)
            stage = self.query_one("#stage")
            await stage.remove_children()
            if not stage.is_attached:
                # The game is being left, or the table has been, while the page before was being put away.
                return
            await stage.mount(panel)
        self._page.it_lies()
        self.refresh_bindings()
        if reason and self.app.size.height < LOW:
            tell(self, reason, seconds=8)
        for notice in self._evening.notices:
            self.notify(notice, markup=False)
        self._evening.notices.clear()

    def _opens(self, play: Play) -> bool:
        """Tells whether a story opens with this page; back on it, it does again."""
        if play.paused:
            return False
        if self._opening is None or title(play) != title(self._opening):
            self._opening = play
        return play == self._opening

    def ask_for(self, move: Move) -> None:
        """Asks the host to make a move."""
        self._sealed = self.play is not None and seals(self.play, move)
        self._try(lambda: self._evening.make(move))

    def _try(self, move: Callable[[], Play]) -> None:
        """Lays what a move leads to; what is not legal now does nothing, and a window that only looks says so."""
        try:
            self._lay(move())
        except NotNow:
            return
        except OnlyLooking as looking:
            self.notify(looking.sentence, markup=False)

    def _lay(self, play: Play) -> None:
        """Puts a play on the table; until all of it lies there, every answer comes too early."""
        if play != self.play:
            self._page.another_comes()
            self.play = play

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now, by what is legal and what there is to look at."""
        play, name = self.play, str(parameters[0]) if parameters else ""
        if play is None:
            return False
        if play.phase == "night":
            return action in {"on", "help"} or name in {"more", "note", "serious"}
        if self._open and action not in OVER_A_CARD:
            return False
        match action:
            case "make":
                return type(MOVES[name]) in self._legal and (play.paused or name != "stop")
            case "back":
                return self._evening.may_go_back and not play.paused
            case "look" | "lay" if name not in ALWAYS:
                return play.paused if name == "later" else name in self._looks
            case _:
                return True

    def on_moved(self, message: Moved) -> None:
        """Makes the answer that somebody clicked."""
        message.stop()
        if not self._page.too_early:
            self.ask_for(message.move)

    def on_key(self, event: events.Key) -> None:
        """Gives every key without a job to small hands, and any key at all to an open card."""
        play = self.play
        if play is None or play.paused:
            return
        if isinstance(play.beat, Card) and event.key not in (OPEN_KEYS if play.beat.open else COVERED_KEYS):
            event.stop()
            event.prevent_default()
            self.action_on()
            if event.key in SERIOUS_KEYS and not self._open:
                self.action_lay("serious")
        elif event.key in BACK_KEYS and self._evening.no_way_back:
            tell(self, self._evening.no_way_back)
        elif not self._has_a_job(event.key):
            self.action_look("small-hands")

    def _has_a_job(self, key: str) -> bool:
        """Tells whether a key does something of the house's on this page; no answer has a number where hands play."""
        found = self.active_bindings.get(key)
        return found is not None and found.enabled and found.binding.id is not None

    @property
    def _open(self) -> bool:
        """Whether a card lies open."""
        return self.play is not None and isinstance(self.play.beat, Card) and self.play.beat.open

    def on_click(self, event: events.Click) -> None:
        """Opens and closes a card at a click anywhere, leaves the night, and lets small hands click anywhere."""
        play = self.play
        if play is not None and (play.phase == "night" or (isinstance(play.beat, Card) and not play.paused)):
            event.stop()
            self.action_on()
        else:
            self.action_look("small-hands")

    def action_on(self) -> None:
        """Goes on, once the page has lain there long enough to be seen."""
        play = self.play
        if play is None or self._page.too_early:
            return
        if play.phase == "night":
            put_away(self)
            return
        if play.paused:
            self.ask_for(GoOn())
        elif self.panel is None or not self.panel.go_on():
            self.ask_for(On())

    def action_answer(self, number: int) -> None:
        """Makes the answer of a number key; 0 is an empty vote."""
        if self.panel is None or self._page.too_early:
            return
        if number < 0:
            if isinstance(self.play and self.play.beat, Ballot):
                self.ask_for(On())
            return
        if (move := self.panel.answer(number)) is not None:
            self.ask_for(move)

    def action_back(self) -> None:
        """Takes the last vote back out of the box, or goes one step back; two presses at once are one."""
        play = self.play
        if not self._page.lies or play is None:
            return
        if isinstance(play.beat, Ballot) and play.votes:
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
            case _ if self.panel is not None:
                self.panel.look(name)

    def action_lay(self, name: str) -> None:
        """Lays something over the table; what lies on it stays as it is."""
        if self.play is not None:
            OVER[name](self, self.play)


def _title(play: Play) -> str:
    """Gives what stands above the table: the story, or which part of the evening this is; nothing over a card."""
    if isinstance(play.beat, Card):
        return ""
    return WHICH if picks_the_story(play) else title(play) or PHASES.get(play.phase, "")
