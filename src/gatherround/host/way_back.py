"""The way back in a Round: which steps may be taken back, and why it goes no further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gatherround.domain.play.beats import Ballot, Card, Say
from gatherround.domain.play.looking import lies
from gatherround.domain.play.make import NotNow
from gatherround.domain.play.moves import Later, Move, Stop
from gatherround.domain.play.plan import Play
from gatherround.host.keeper import Earlier

BACK_DEEP: Final = 40
NO_FURTHER: Final = "Back goes as far as where you went on with this Round, and no further."


@dataclass(frozen=True, slots=True)
class WayBack:
    """The pages that *back* leads to, the latest last; they begin where the Round was `gone_on` with, or do not."""

    earlier: tuple[Earlier, ...] = ()
    gone_on: bool = False

    @property
    def is_open(self) -> bool:
        """Whether *back* has somewhere to go."""
        return bool(self.earlier)

    @property
    def ends(self) -> str:
        """Why *back* goes no further, in a sentence for the table; empty where it does, and where none is needed."""
        return NO_FURTHER if self.gone_on and not self.earlier else ""

    def after(self, earlier: Earlier, play: Play, move: Move) -> WayBack:
        """Gives the way back once a move has led on: to a covered card and an empty box only.

        It never leads past a reveal or the night.
        """
        if _revealed(earlier.play, play) or play.phase == "night" or isinstance(move, Later | Stop):
            return WayBack()
        if _secret(earlier.play):
            return self
        return WayBack((*self.earlier, earlier)[-BACK_DEEP:], self.gone_on and len(self.earlier) < BACK_DEEP)

    def back(self) -> tuple[Earlier, WayBack]:
        """Gives the page that *back* leads to, and the way from there; raises NotNow where there is none."""
        if not self.earlier:
            raise NotNow("there is nothing to go back to")
        return self.earlier[-1], WayBack(self.earlier[:-1], self.gone_on)


def _revealed(before: Play, after: Play) -> bool:
    """Tells whether the box has just been told, with its last vote or because somebody left who had none in it yet."""
    told = lies(after)
    return isinstance(lies(before), Ballot) and isinstance(told, Say) and told.label == "reveal"


def _secret(play: Play) -> bool:
    """Tells whether going back here would show an open card or find votes in the box."""
    return bool(play.votes) or (isinstance(play.beat, Card) and play.beat.open)
