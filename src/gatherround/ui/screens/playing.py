"""One page of a Round as the table knows it: what stands over it, what may be done on it, and whose each key is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gatherround.domain.play.beats import Ballot, Card
from gatherround.domain.play.looking import Look, looks, picks_the_story, seals, title, why
from gatherround.domain.play.make import legal
from gatherround.domain.play.moves import Move
from gatherround.domain.play.plan import Play
from gatherround.ui.screens.table_keys import COVERED_KEYS, MOVES, OPEN_KEYS

WHICH: Final = "which one tonight?"
PHASES: Final = {"arrive": "arrive", "close": "close"}
OVER_A_CARD: Final = frozenset({"on", "back", "make"})
"""All that can be done while a card is open; each of it covers the card."""
ALWAYS: Final = frozenset({"more", "cover", "serious"})
"""What may be laid over the table whatever lies on it."""
BY_NIGHT: Final = frozenset({"more", "note", "serious"})


@dataclass(frozen=True)
class Playing:
    """A play on the table, and what of the pages before has to be known there."""

    play: Play
    may_go_back: bool = False
    sealed: bool = False
    """Whether a story was put into the envelope just before."""
    opening: Play | None = None
    """The page on which the story began that is being played."""

    @classmethod
    def after(cls, before: Playing | None, play: Play, move: Move | None = None, *, may_go_back: bool) -> Playing:
        """Gives the page that a move led to from the one before; back is no move, nor is the first page."""
        sealed = before is not None and move is not None and seals(before.play, move)
        opening = before.opening if before is not None else None
        if not play.paused and (opening is None or title(play) != title(opening)):
            opening = play
        return cls(play, may_go_back, sealed, opening)

    @property
    def is_night(self) -> bool:
        """Whether the Round is over."""
        return self.play.phase == "night"

    @property
    def is_private(self) -> bool:
        """Whether a card lies here, covered or open."""
        return isinstance(self.play.beat, Card)

    @property
    def is_open(self) -> bool:
        """Whether a card lies here open."""
        return isinstance(self.play.beat, Card) and self.play.beat.open

    @property
    def is_ballot(self) -> bool:
        """Whether a vote is being put into the box."""
        return isinstance(self.play.beat, Ballot)

    @property
    def headline(self) -> str:
        """What stands above: the story, or which part of the evening this is; nothing over a card."""
        if self.is_private:
            return ""
        return WHICH if picks_the_story(self.play) else title(self.play) or PHASES.get(self.play.phase, "")

    @property
    def reason(self) -> str:
        """Why it is this story, on the page with which it opens; back on it, once more."""
        return why(self.play) if not self.play.paused and self.play == self.opening else ""

    @cached_property
    def _legal(self) -> frozenset[type[Move]]:
        return frozenset(type(move) for move in legal(self.play))

    @cached_property
    def _looks(self) -> frozenset[Look]:
        return looks(self.play)

    def offers(self, action: str, name: str = "") -> bool:
        """Tells whether a key means something here, by what it does: what is legal, and what there is to look at."""
        if self.is_night:
            return action in {"on", "help"} or name in BY_NIGHT
        if self.is_open and action not in OVER_A_CARD:
            return False
        match action:
            case "make":
                return type(MOVES[name]) in self._legal and (self.play.paused or name != "stop")
            case "back":
                return self.may_go_back and not self.play.paused
            case "look" | "lay" if name not in ALWAYS:
                return self.play.paused if name == "later" else name in self._looks
            case _:
                return True

    def is_turned_by(self, key: str) -> bool:
        """Tells whether a key turns a card over: each does that has no job of its own there."""
        if self.play.paused or not self.is_private:
            return False
        return key not in (OPEN_KEYS if self.is_open else COVERED_KEYS)

    @property
    def is_turned_by_a_click(self) -> bool:
        """Whether a click anywhere goes on: it turns a card over, and leaves the night."""
        return self.is_night or (self.is_private and not self.play.paused)
