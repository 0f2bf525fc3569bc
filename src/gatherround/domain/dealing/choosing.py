"""Which activity, of what is offered tonight: fresh, then fitting, then dice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Final, TypeAlias, TypeVar

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.company import watching
from gatherround.domain.dealing.eligible import Choice, Party
from gatherround.domain.dealing.offer import next_episode, remembered_as
from gatherround.domain.people import Person, Wish
from gatherround.domain.stages import rank
from gatherround.domain.tonight import Asked, Dice, History

W = TypeVar("W")

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
    without: Set[str] = frozenset(),
) -> Choice | None:
    """Chooses one of what is offered for so many minutes: nobody watches, fresh, fitting, dice; none of nothing.

    Where everything leaves somebody watching, it is as few as can be; where nothing fits the minutes, the shortest of
    those stands in.
    """
    return next(one_by_one(offered, asked, history, room, dice, without=without), None)


def one_by_one(
    offered: Iterable[Choice],
    asked: Asked,
    history: History,
    room: float,
    dice: Dice,
    *,
    without: Set[str] = frozenset(),
) -> Iterator[Choice]:
    """Chooses as `choose` does, again and again of what is left; what is weighed is weighed once."""
    fits, ago = _remembering(fitting(asked, history, room)), _remembering(partial(_ago, asked, history))
    found = [choice for choice in offered if choice[0].full_id not in without]
    while found:
        short = [choice for choice in found if _minutes(choice) <= room * SLACK]
        if short:
            chosen = _best(_freshest(_busiest(short), ago), fits, dice)
        else:
            chosen = min(_busiest(found), key=lambda choice: (_minutes(choice), choice[0].full_id))
        yield chosen
        found = [choice for choice in found if choice[0] is not chosen[0]]


def _remembering(weigh: Callable[[Activity, Party], W]) -> Callable[[Choice], W]:
    """Gives the same of each choice, worked out once."""
    known: dict[int, W] = {}

    def weighed(choice: Choice) -> W:
        if (key := id(choice[0])) not in known:
            known[key] = weigh(*choice)
        return known[key]

    return weighed


def _ago(asked: Asked, history: History, activity: Activity, divided: Party) -> int | None:
    return stale_days(activity, divided[0], asked, history)


def _minutes(choice: Choice) -> float:
    return minutes_for(choice[0], len(choice[1][1]))


def busy(offered: Iterable[Choice], most: int) -> list[Choice]:
    """Gives what of it leaves no more people watching than so many."""
    return [choice for choice in offered if watching(choice[0], choice[1][2]) <= most]


def _busiest(found: list[Choice]) -> list[Choice]:
    """Keeps what leaves the fewest watching: nearly always that is nobody."""
    return busy(found, 0) or busy(found, min(len(choice[1][2]) for choice in found))


def _freshest(found: list[Choice], ago: Callable[[Choice], int | None]) -> list[Choice]:
    """Keeps what nobody who would notice has played for ten weeks; else the half that was played longest ago."""
    days = [(ago(choice), choice) for choice in found]
    fresh = [choice for played, choice in days if played is None or played >= FRESH_DAYS]
    if fresh:
        return fresh
    oldest = sorted(days, key=lambda aged: -(aged[0] or 0))
    return [choice for _, choice in oldest[: (len(oldest) + 1) // 2]]


def _best(found: list[Choice], fits: Callable[[Choice], float], dice: Dice) -> Choice:
    scored = [(fits(choice), choice) for choice in found]
    highest = max(fit for fit, _ in scored)
    best = [choice for fit, choice in scored if fit >= highest - 0.5]
    return best[dice.pick(len(best))]
