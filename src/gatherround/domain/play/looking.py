"""What may be looked at without moving anything, and what may be said of a Round before all of it is known."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.play import sayings
from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Beat, Card, Pick, Say, Show, Turn
from gatherround.domain.play.moves import Chose, Move
from gatherround.domain.play.plan import Deal, Play
from gatherround.domain.stretching import STRETCH, begins_on_a_page, is_a_stretch

Look: TypeAlias = Literal["easier", "hold", "small-hands", "getting-help", "coach", "read", "note", "put-aside"]
_CALM: Final = frozenset({"hard-night", "settle"})
_FEW: Final = 3
"""Minutes of an evening that asks for nothing."""
_BY_NIGHT: Final[frozenset[Look]] = frozenset({"note"})
_SAID_OVER: Final = frozenset({"kind", "exit"})
"""Labels of what is said over the table: somebody comes, goes, or a story is put down; a thread makes it a part."""


def said_over(play: Play) -> tuple[Beat, ...]:
    """Gives the lines that are said over what lies on the table, in the order they are said."""
    lines: list[Beat] = []
    for beat in play.beats:
        if not (isinstance(beat, Say) and beat.label in _SAID_OVER and not beat.thread):
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
    """Gives the one coach line fit for anybody's eyes; none over a card, a ballot, or a story not yet named."""
    if play.dealt is None or play.paused or isinstance(lies(play), Card | Ballot) or not title(play):
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


def at_once(play: Play) -> str:
    """Says that something is shown by everybody at once; whoever is alone only counts to three."""
    return sayings.ALONE if len(play.plan.people) == 1 else f"{sayings.AT_ONCE} {_grown_ups_too(play)}".strip()


def no_reason(play: Play) -> str:
    """Says what is not asked of those who arrive, and that it is for all of them."""
    return f"{_grown_ups_too(play)} {sayings.NO_REASON}".strip()


def _grown_ups_too(play: Play) -> str:
    """Says so where there are grown-ups, and somebody beside them who would like to know."""
    return sayings.GROWN_UPS_TOO if len({person.grown for person in play.plan.people}) == 2 else ""


def title(play: Play) -> str:
    """Gives the title of the story once it is known which one it is, and what is said before it has been heard."""
    if play.dealt is None or picks_the_story(play) or _is_still_to_begin(play, play.dealt):
        return ""
    return play.dealt.activity.title


def _is_still_to_begin(play: Play, deal: Deal) -> bool:
    """Tells whether something is being said over a story of which nobody has heard a word."""
    return bool(said_over(play)) and play.step is None and play.steps == deal.activity.steps


def why(play: Play) -> str:
    """Gives why it is this story, in words for a grown-up, once it is known which one it is; nothing over a card."""
    return play.dealt.why if play.dealt and title(play) and not isinstance(play.beat, Card) else ""


def picks_the_story(play: Play) -> bool:
    """Tells whether the director is still to pick which story it is."""
    beat = lies(play)
    return isinstance(beat, Pick) and beat.use == "deal"


def what_becomes_of_it(play: Play) -> str:
    """Says what becomes of a small act that is on offer: what the game does with it, and what it never asks."""
    if not isinstance(play.beat, Pick) or play.beat.use != "act":
        return ""
    return sayings.ACT_KEPT if play.phase == "close" else sayings.ACT_FOR_NOW
