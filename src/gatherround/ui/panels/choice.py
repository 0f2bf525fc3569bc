"""Which panel lies on the table for a play: one for each sort of beat."""

from __future__ import annotations

from typing import Any, assert_never

from gatherround.domain.play.beats import Ballot, Card, Check, Pick, Say, Show, Turn, Write
from gatherround.domain.play.plan import Play
from gatherround.ui.panels.evening import NightPanel, PausePanel
from gatherround.ui.panels.near import CheckPanel, WritePanel
from gatherround.ui.panels.panel import Panel
from gatherround.ui.panels.pick import pick_panel
from gatherround.ui.panels.say import SayPanel
from gatherround.ui.panels.secret import BallotPanel, CardPanel
from gatherround.ui.panels.sewing import StitchPanel, WordPanel
from gatherround.ui.panels.turn import ShowPanel, TurnPanel


def panel_for(play: Play, *, sealed: bool = False) -> Panel[Any]:  # noqa: C901 (one line a sort of beat)
    """Gives a fresh panel for what lies on the table; `sealed` where a story was put into the envelope just before."""
    beat = play.beat
    if play.paused:
        return PausePanel(play, beat)
    match beat:
        case Say(label="night"):
            return NightPanel(play, beat, sealed=sealed)
        case Say():
            return SayPanel(play, beat)
        case Turn():
            return TurnPanel(play, beat)
        case Show():
            return ShowPanel(play, beat)
        case Pick(use="stitch"):
            return StitchPanel(play, beat)
        case Pick(use="word"):
            return WordPanel(play, beat)
        case Pick():
            return pick_panel(play, beat)
        case Ballot():
            return BallotPanel(play, beat)
        case Card():
            return CardPanel(play, beat)
        case Check():
            return CheckPanel(play, beat)
        case Write():
            return WritePanel(play, beat)
        case _:
            assert_never(beat)
