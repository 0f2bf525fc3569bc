"""What a parent sees of an activity before it is played: flags first, then who does what at this very table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from gatherround.domain.activities import AMBER, Activity
from gatherround.domain.dealing.deals import deal_by_hand
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.finding import Found, warnings
from gatherround.domain.jobs import Job, Voice, jobs, voices, walked
from gatherround.domain.play import casting
from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Say
from gatherround.domain.play.plan import Plan, Play
from gatherround.domain.play.words import breaths
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Read,
    Rewind,
    Seats,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Write,
)
from gatherround.domain.text import one_line
from gatherround.domain.tonight import Asked, History

CLOSE: Final = "close"
OURS: Final = "from our house"
OURS_FROM: Final = "ours, made from {title}"
FROM: Final = "made from {title}"
NOT_FOR_EVERY_TWO: Final = "not for anybody who is afraid of the other"
_MADE: Final = "made from {title}, by {authors} ({licence})"
_SOMEBODY: Final = "somebody"
_PART: Final = "part {episode} of a story that goes on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One activity for one table, in words; `minutes` are those planned for its players, `why` is author and year.

    `first` is what a parent knows before anything else, `notes` are quieter. `comes` says where it is from where that
    is worth a line. `scene` is in breaths.
    """

    title: str
    first: tuple[str, ...]
    comes: str
    notes: tuple[str, ...]
    scene: tuple[str, ...]
    jobs: tuple[Job, ...]
    voices: tuple[Voice, ...]
    shape: tuple[str, ...]
    minutes: int
    needs: tuple[str, ...]
    coach: str
    why: tuple[str, ...]


def preview(found: Found, asked: Asked, history: History, why: Sequence[str] = ()) -> Preview:
    """Shows an activity as this table would play it; raises NothingFits where it is not for these people."""
    activity = found.activity
    deal = deal_by_hand(activity, asked, history)
    plan = Plan(people=asked.people, minutes=3, wish=asked.wish, deals=(deal,), seed=0)
    walk = walked(plan)
    return Preview(
        title=activity.title,
        first=warnings(activity) + ((NOT_FOR_EVERY_TWO,) if activity.for_two else ()),
        comes=comes_from(activity),
        notes=_notes(activity),
        scene=_scene(activity, walk),
        jobs=jobs(plan, walk),
        voices=voices(plan, walk),
        shape=shape(activity.steps),
        minutes=max(1, round(found.minutes)),
        needs=activity.props,
        coach=one_line(activity.coach or ""),
        why=tuple(why),
    )


def comes_from(activity: Activity) -> str:
    """Says in a few words that a story is from our house, or what it was made from; of most there is nothing to say."""
    own, origin = activity.pack == BOOK, activity.adapted_from
    if origin is None:
        return OURS if own else ""
    return (OURS_FROM if own else FROM).format(title=origin.title)


def _notes(activity: Activity) -> tuple[str, ...]:
    flags = tuple(flag for flag in activity.flags if flag not in AMBER)
    part = (_PART.format(episode=activity.episode),) if activity.series and activity.episode else ()
    return (*flags, *part, *_thanks(activity))


def _thanks(activity: Activity) -> tuple[str, ...]:
    """Names whom a story was made from, and under which licence: that travels with it."""
    if (origin := activity.adapted_from) is None:
        return ()
    return (_MADE.format(title=origin.title, authors=", ".join(origin.authors) or _SOMEBODY, licence=origin.licence),)


def _scene(activity: Activity, walk: Sequence[Play]) -> tuple[str, ...]:
    """Gives what the table hears first: the scene, or where there is none, the words of the first step."""
    if not walk:
        return ()
    if activity.scene is not None:
        return breaths(casting.to_table(walk[0], activity.scene))
    begun = [play for play in walk if play.step is activity.steps[0]]
    said = tuple(play.beat.text for play in begun if isinstance(play.beat, Say))
    return said or tuple(filter(None, map(aloud, begun)))[:1]


def shape(steps: Sequence[Step]) -> tuple[str, ...]:
    """Says what an activity is made of, in the order it is first met: 1 read, 3 asks, 1 swap, close."""
    count: dict[tuple[str, str], int] = {}
    for step in steps:
        name = _name(step)
        count[name] = count.get(name, 0) + (len(step.cards) if isinstance(step, Facts) else 1)
    return (*(_counted(*name, times) for name, times in count.items()), CLOSE)


def _counted(one: str, several: str, times: int) -> str:
    """Says how many; seats and cards are given out once, and their number is that of the players."""
    return one if one == several else f"{times} {one if times == 1 else several}"


def _name(step: Step) -> tuple[str, str]:  # noqa: C901 (one line a step of a closed list)
    """Names a step in plain words, one of it and several."""
    match step:
        case Read():
            return "read", "reads"
        case Ask():
            return "ask", "asks"
        case Name():
            return "feeling", "feelings"
        case Choose():
            return "choice", "choices"
        case Seats(private=True):
            return "secret cards", "secret cards"
        case Seats():
            return "seats", "seats"
        case Swap():
            return "swap", "swaps"
        case Guess():
            return "guess", "guesses"
        case Echo():
            return "echo", "echoes"
        case Vote() | VoteAgain():
            return "vote", "votes"
        case Facts():
            return "new fact", "new facts"
        case Talk():
            return "talk", "talks"
        case Rewind():
            return "rewind", "rewinds"
        case Breathe():
            return "breathing", "breathings"
        case Write():
            return "writing", "writings"
        case Offer():
            return "offer", "offers"
        case _:
            assert_never(step)
