"""What may be looked at without moving anything, and what may be said of a Round before all of it is known."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Card, Pick, Say, Turn
from gatherround.domain.play.moves import Chose, Move
from gatherround.domain.play.plan import Play

Look: TypeAlias = Literal["easier", "hold", "small-hands", "getting-help", "coach", "read", "note", "put-aside"]
_CALM: Final = frozenset({"hard-night", "settle"})
_FEW: Final = 3
"""Minutes of an evening that asks for nothing."""
_BY_NIGHT: Final[frozenset[Look]] = frozenset({"note"})


def looks(play: Play) -> frozenset[Look]:
    """Gives what may be looked at now."""
    if play.phase == "night":
        return _BY_NIGHT
    found: set[Look] = set() if play.paused else _on_the_page(play)
    if whispered(play):
        found.add("coach")
    if aloud(play):
        found.add("read")
    if _open_to_all(play):
        found |= {"note", "put-aside"}
    return frozenset(found)


def _on_the_page(play: Play) -> set[Look]:
    """Gives what the page itself has to show."""
    match play.beat:
        case Turn() as turn:
            shown: dict[Look, bool] = {"easier": bool(turn.easier or turn.if_stuck), "hold": bool(turn.seconds)}
        case Say() as say:
            shown = {"small-hands": say.small_hands is not None, "getting-help": say.label == "cover"}
        case _:
            shown = {}
    return {name for name, there in shown.items() if there}


def _open_to_all(play: Play) -> bool:
    """Tells whether a line to type would be in nobody's way: no secret lies here, no pause, and no small hands."""
    if play.paused or isinstance(play.beat, Card | Ballot):
        return False
    return not (isinstance(play.beat, Say) and play.beat.small_hands is not None)


def is_calm(play: Play) -> bool:
    """Tells whether this evening is for calm: a hard one, one to settle in, or a tired table's three minutes."""
    return play.plan.wish in _CALM or play.plan.minutes <= _FEW


def seals(play: Play, move: Move) -> bool:
    """Tells whether a move puts a story into the envelope."""
    beat = play.beat
    if not (isinstance(beat, Pick) and beat.use == "envelope" and isinstance(move, Chose)):
        return False
    return not play.paused and move.option != beat.default


def whispered(play: Play) -> str:
    """Gives the one coach line fit for anybody's eyes; none over a card, a ballot, or a story still to be picked."""
    if play.dealt is None or play.paused or isinstance(play.beat, Card | Ballot) or picks_the_story(play):
        return ""
    return play.dealt.activity.whisper or ""


def title(play: Play) -> str:
    """Gives the title of the story once it is known which one it is."""
    return play.dealt.activity.title if play.dealt and not picks_the_story(play) else ""


def picks_the_story(play: Play) -> bool:
    """Tells whether the director is still to pick which story it is."""
    return isinstance(play.beat, Pick) and play.beat.use == "deal"
