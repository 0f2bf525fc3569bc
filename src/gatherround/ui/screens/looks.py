"""What a table can show without moving anything: help, a coach line, a cover, an easier way to ask, a voice."""

from __future__ import annotations

from typing import Final

from textual import work
from textual.reactive import var

from gatherround.domain.play import Play
from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Card, Pick
from gatherround.host.voice import Voice, find_voice, how_to_get_one
from gatherround.ui.panels.panel import Panel
from gatherround.ui.panels.say import SayPanel
from gatherround.ui.panels.turn import TurnPanel
from gatherround.ui.screens.cover import Cover
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over

VOICE: Final = "voice"


class Looks(Explained[None]):
    """Everything at a table that is not a move."""

    play: var[Play | None] = var(None)

    @property
    def panel(self) -> Panel | None:
        """What lies on the table now; nothing while the next panel is still being laid."""
        return next((panel for panel in self.query(Panel) if panel.is_mounted), None)

    def whisper(self) -> str | None:
        """Gives the one coach line fit for anybody's eyes, or none; never over a card or a ballot."""
        play = self.play
        if play is None or play.dealt is None or play.paused or isinstance(play.beat, Card | Ballot):
            return None
        if isinstance(play.beat, Pick) and play.beat.use == "deal":
            return None
        return play.dealt.activity.whisper

    def can_look(self, action: str) -> bool:
        """Tells whether a look has something to show now."""
        panel = self.panel
        match action:
            case "easier":
                return isinstance(panel, TurnPanel) and bool(panel.beat.easier or panel.beat.if_stuck)
            case "getting_help":
                return isinstance(panel, SayPanel) and panel.beat.label == "cover"
            case "hold":
                return isinstance(panel, TurnPanel) and bool(panel.beat.seconds)
            case "coach":
                return self.whisper() is not None
            case "read":
                return bool(self.play and aloud(self.play))
            case "note" | "aside" | "put_aside":
                return self._open_to_all()
            case _:
                return isinstance(panel, SayPanel) and panel.beat.small_hands is not None

    def _open_to_all(self) -> bool:
        """Tells whether a line to type would be in nobody's way: no secret lies here, no pause, and no small hands."""
        play, panel = self.play, self.panel
        if play is None or play.paused or isinstance(play.beat, Card | Ballot):
            return False
        return not (isinstance(panel, SayPanel) and panel.beat.small_hands is not None)

    def action_coach(self) -> None:
        """Shows the coach line for a moment."""
        if (line := self.whisper()) is not None:
            self.notify(line, markup=False, timeout=8)

    def action_easier(self) -> None:
        """Shows an easier way to ask the same."""
        if isinstance(self.panel, TurnPanel):
            self.panel.easier()

    def action_hold(self) -> None:
        """Holds the candle, or lets it burn on."""
        if isinstance(self.panel, TurnPanel):
            self.panel.hold()

    def action_read(self) -> None:
        """Reads aloud what is for everybody; pressed again while it reads, it stops."""
        text = aloud(self.play) if self.play is not None else ""
        if self.hush() or not text:
            return
        if (voice := find_voice()) is None:
            self.notify(how_to_get_one(), markup=False, timeout=8)
        else:
            self._read_aloud(voice, text)

    @work(group=VOICE, exit_on_error=False)
    async def _read_aloud(self, voice: Voice, text: str) -> None:
        await voice.say(text)

    def hush(self) -> bool:
        """Stops the voice; tells whether it was reading."""
        return bool(self.workers.cancel_group(self, VOICE))

    def action_cover(self) -> None:
        """Covers the screen until somebody presses a key."""
        lay_over(self, Cover())
