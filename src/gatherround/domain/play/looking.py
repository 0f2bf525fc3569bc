"""What may be looked at without moving anything, and what may be said of a Round before all of it is known."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Beat, Card, Pick, Say, Show, Turn
from gatherround.domain.play.plan import Deal, Play

Look: TypeAlias = Literal["easier", "hold", "small-hands", "getting-help", "coach", "read", "note", "put-aside"]
_BY_NIGHT: Final[frozenset[Look]] = frozenset({"note"})
_SAID_OVER: Final = frozenset({"kind", "exit"})
"""Labels of what is said over the table: somebody comes, goes, or a story is put down."""


def said_over(play: Play) -> tuple[Beat, ...]:
    """Gives the lines that are said over what lies on the table, in the order they are said."""
    lines: list[Beat] = []
    for beat in play.beats:
        if not (isinstance(beat, Say) and beat.label in _SAID_OVER):
            break
        lines.append(beat)
    return tuple(lines)


def lies(play: Play) -> Beat:
    """Gives what lies on the table, whatever is being said over it; where nothing does yet, the last that is said."""
    return play.beats[min(len(said_over(play)), len(play.beats) - 1)]


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
        case Turn() | Show() as asked:
            shown: dict[Look, bool] = {"easier": bool(asked.easier or asked.if_stuck)}
            shown["hold"] = isinstance(asked, Turn) and bool(asked.seconds)
        case Say() as say:
            shown = {"small-hands": say.small_hands is not None, "getting-help": say.label == "cover"}
        case _:
            shown = {}
    return {name for name, there in shown.items() if there}


def _open_to_all(play: Play) -> bool:
    """Tells whether a line to type would be in nobody's way: no secret lies here, no pause, and no small hands."""
    if play.paused or isinstance(lies(play), Card | Ballot):
        return False
    return not (isinstance(play.beat, Say) and play.beat.small_hands is not None)


def whispered(play: Play) -> str:
    """Gives the one coach line fit for anybody's eyes; none over a card, a ballot, or a story not yet named."""
    if play.dealt is None or play.paused or isinstance(lies(play), Card | Ballot) or not title(play):
        return ""
    return play.dealt.activity.whisper or ""


def title(play: Play) -> str:
    """Gives the title of the story once it is known which one it is, and what is said before it has been heard."""
    if play.dealt is None or picks_the_story(play) or _is_still_to_begin(play, play.dealt):
        return ""
    return play.dealt.activity.title


def _is_still_to_begin(play: Play, deal: Deal) -> bool:
    """Tells whether something is being said over a story of which nobody has heard a word."""
    return bool(said_over(play)) and play.step is None and play.steps == deal.activity.steps


def picks_the_story(play: Play) -> bool:
    """Tells whether the director is still to pick which story it is."""
    beat = lies(play)
    return isinstance(beat, Pick) and beat.use == "deal"
