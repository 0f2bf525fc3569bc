"""What may be looked at without moving anything, and what may be said of a Round before all of it is known."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.play import sayings
from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Card, Pick, Say, Turn
from gatherround.domain.play.plan import Play
from gatherround.domain.stretching import STRETCH, begins_on_a_page, is_a_stretch

Look: TypeAlias = Literal["easier", "hold", "small-hands", "getting-help", "coach", "read", "note", "put-aside"]
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


def whispered(play: Play) -> str:
    """Gives the one coach line fit for anybody's eyes; none over a card, a ballot, or a story still to be picked."""
    if play.dealt is None or play.paused or isinstance(play.beat, Card | Ballot) or picks_the_story(play):
        return ""
    return play.dealt.activity.whisper or ""


def reminder(play: Play) -> str:
    """Gives what is said before a hard one: on the first page of it that is read, and nowhere else."""
    if play.dealt is None or not isinstance(play.beat, Say) or play.beat.label != "read" or play.beat.said:
        return ""
    activity = play.dealt.activity
    begins = play.step == activity.steps[0] and play.steps == activity.steps[1:]
    return "".join(beat.text for beat in reminded(activity)) if begins else ""


def reminded(activity: Activity) -> tuple[Say, ...]:
    """Gives what is said before a hard one that begins with a page to read; `phases` says it before any other."""
    return (Say(text=STRETCH, label="opening"),) if is_a_stretch(activity) and begins_on_a_page(activity) else ()


def title(play: Play) -> str:
    """Gives the title of the story once it is known which one it is."""
    return play.dealt.activity.title if play.dealt and not picks_the_story(play) else ""


def why(play: Play) -> str:
    """Gives why it is this story, in words for a grown-up, once it is known which one it is; nothing over a card."""
    return play.dealt.why if play.dealt and title(play) and not isinstance(play.beat, Card) else ""


def picks_the_story(play: Play) -> bool:
    """Tells whether the director is still to pick which story it is."""
    return isinstance(play.beat, Pick) and play.beat.use == "deal"


def what_becomes_of_it(play: Play) -> str:
    """Says what becomes of a small act that is on offer: what the game does with it, and what it never asks."""
    if not isinstance(play.beat, Pick) or play.beat.use != "act":
        return ""
    return sayings.ACT_KEPT if play.phase == "close" else sayings.ACT_FOR_NOW
