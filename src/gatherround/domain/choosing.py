"""Which activity, of what is offered tonight: fresh, then fitting, then dice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.company import watching
from gatherround.domain.eligible import Choice, Party
from gatherround.domain.offer import next_episode, remembered_as
from gatherround.domain.people import Person, Wish
from gatherround.domain.stages import rank
from gatherround.domain.tonight import Asked, Dice, History

FRESH_DAYS: Final = 70
"""Ten weeks; toddlers want repeats word for word, so nothing is stale for them."""
SLACK: Final = 1.25
"""How far the planned minutes may run over what was promised."""
FRESH_FROM: Final = 5
"""The age from which somebody would notice a repeat."""
FOR_TWO: Final = 0.4
"""What tips the scale for what is made for two, where just two grown-ups sit: less than by what dice still choose."""
WISH_HELPS: Final[Mapping[Wish, str]] = {
    "laugh": "laugh",
    "be-heard": "be-heard",
    "see-another-side": "see-another-side",
    "settle": "settle",
    "mend": "mend",
    "feel-close": "feel-close",
}


def stale_days(activity: Activity, targets: Sequence[str], asked: Asked, history: History) -> int | None:
    """Gives how many days ago a target who would notice last played it; none where nobody has."""
    played = history.last.get(activity.full_id)
    if not played:
        return None
    noticing = [person for person in asked.people if person.age >= FRESH_FROM and person.id in targets]
    days = [asked.day - played[key] for key in remembered_as(noticing) if key in played]
    return min(days) if days else None


Fits: TypeAlias = Callable[[Activity, Party], float]
"""Scores how well an activity fits tonight."""


def fitting(asked: Asked, history: History, room: float) -> Fits:
    """Gives what scores how well an activity fits tonight, by looking up once what is alike; only the order matters."""
    helps, least, apart = WISH_HELPS.get(asked.wish), _least_played(history), far_apart(asked.people)
    two = len(asked.people) == 2 and all(person.grown for person in asked.people)

    def score(activity: Activity, divided: Party) -> float:
        targets, players, listeners = divided
        minutes = minutes_for(activity, len(players))
        score = 4.0 * (helps in activity.helps)
        score += 4.0 * (asked.wish == "easy" and is_easy(activity))
        # A family's own story need not say what it practises; it is not passed over for that.
        score += 2.0 * (not activity.empathy or least in activity.empathy)
        score += max(0.0, 1.0 - abs(room - minutes) / room)
        score += 1.0 * (activity.kind != history.last_kind)
        if activity.episode is not None:
            score += 2.0 * next_episode(activity, history) - 3.0 * _spoils(activity, history)
        # A micro opens an evening or stands in for one; it is nobody's main dish.
        score -= 3.0 * (activity.kind == "micro")
        score += FOR_TWO * (two and activity.for_two)
        score += 1.5 * len(targets) / len(asked.people)
        return score + 6.0 * (apart and not listeners and len(targets) == len(players))

    return score


def remembering(fits: Fits) -> Fits:
    """Gives the same scores, each of them worked out once, for what is chosen from again and again."""
    known: dict[int, float] = {}

    def score(activity: Activity, divided: Party) -> float:
        if (key := id(activity)) not in known:
            known[key] = fits(activity, divided)
        return known[key]

    return score


def is_easy(activity: Activity) -> bool:
    """Tells whether an activity is something easy, done together."""
    return activity.depth == 1 and activity.kind in {"co-op", "three-rungs", "micro"}


def far_apart(people: Sequence[Person]) -> bool:
    """Tells whether stages lie more than two apart, so that a whole-table activity comes first."""
    ranks = [rank(person.stage) for person in people]
    return max(ranks) - min(ranks) > 2


def _least_played(history: History) -> str:
    kinds = ("understand", "feel-with", "respond", "settle")
    return min(kinds, key=lambda kind: history.empathy.get(kind, 0))


def _spoils(activity: Activity, history: History) -> bool:
    """Tells whether an episode would come before the ones it follows."""
    begun = history.begun.get(activity.series or "", 0)
    return activity.episode is not None and activity.episode > begun + 1


def choose(
    offered: Iterable[Choice],
    asked: Asked,
    history: History,
    room: float,
    dice: Dice,
    *,
    without: frozenset[str] = frozenset(),
    fits: Fits | None = None,
) -> Choice | None:
    """Chooses one of what is offered for so many minutes: nobody watches, fresh, fitting, dice; none of nothing.

    Where everything leaves somebody watching, it is as few as can be; where nothing fits the minutes, the shortest of
    those stands in.
    """
    found = [choice for choice in offered if not without or choice[0].full_id not in without]
    if not found:
        return None
    short = [choice for choice in found if minutes_for(choice[0], len(choice[1][1])) <= room * SLACK]
    if not short:
        return min(_busiest(found), key=lambda choice: (minutes_for(choice[0], len(choice[1][1])), choice[0].full_id))
    return _best(_freshest(_busiest(short), asked, history), fits or fitting(asked, history, room), dice)


def busy(offered: Iterable[Choice], most: int) -> list[Choice]:
    """Gives what of it leaves no more people watching than so many."""
    return [choice for choice in offered if watching(choice[0], choice[1][2]) <= most]


def _busiest(found: list[Choice]) -> list[Choice]:
    """Keeps what leaves the fewest watching: nearly always that is nobody."""
    return busy(found, 0) or busy(found, min(len(choice[1][2]) for choice in found))


def _freshest(found: list[Choice], asked: Asked, history: History) -> list[Choice]:
    """Keeps what nobody who would notice has played for ten weeks; else the half that was played longest ago."""
    days = [(stale_days(activity, divided[0], asked, history), (activity, divided)) for activity, divided in found]
    fresh = [pair for ago, pair in days if ago is None or ago >= FRESH_DAYS]
    if fresh:
        return fresh
    oldest = sorted(days, key=lambda aged: -(aged[0] or 0))
    return [pair for _, pair in oldest[: (len(oldest) + 1) // 2]]


def _best(found: list[Choice], score: Fits, dice: Dice) -> Choice:
    scored = [(score(*choice), choice) for choice in found]
    highest = max(fits for fits, _ in scored)
    best = [choice for fits, choice in scored if fits >= highest - 0.5]
    return best[dice.pick(len(best))]
