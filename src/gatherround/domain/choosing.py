"""Which activity: eligible for these people, then fresh, then fitting, then dice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol, TypeAlias

from gatherround.domain.activities import AMBER, Activity, minutes_for
from gatherround.domain.play.plan import Person, TakenDoor, Wish
from gatherround.domain.stages import rank, stage_of, suits
from gatherround.domain.steps import Echo, Guess, Vote, all_steps
from gatherround.domain.topics import left_alone

FRESH_DAYS: Final = 70
"""Ten weeks; toddlers want repeats word for word, so nothing is stale for them."""
SHORT: Final = 5
"""Minutes up to which people without a part can simply sit by."""
SLACK: Final = 1.25
"""How far the planned minutes may run over what was promised."""
PEBBLES_FIRST: Final = 5
"""How many small ones come before anything heavier is dealt: listening is practised on easy topics first."""
FIRST_FOR_TWO: Final = "good-news"
"""The kind that two grown-ups meet first: how good news is heard told more of a couple than bad news (Gable 2006)."""
FRESH_FROM: Final = 5
"""The age from which somebody would notice a repeat."""
WISH_HELPS: Final[Mapping[Wish, str]] = {
    "laugh": "laugh",
    "be-heard": "be-heard",
    "see-another-side": "see-another-side",
    "settle": "settle",
    "mend": "mend",
    "feel-close": "feel-close",
}


class Dice(Protocol):
    """What the host fills with chance."""

    def pick(self, count: int) -> int:
        """Gives a whole number from 0 to `count` - 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What earlier Rounds mean for tonight; days are ordinals.

    `last` tells for each activity when each member last played it, "" standing for the house. `begun` is the furthest
    episode of each series. `left_out` are members who had no part of their own last time.
    """

    last: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    empathy: Mapping[str, int] = field(default_factory=dict)
    last_kind: str | None = None
    begun: Mapping[str, int] = field(default_factory=dict)
    doors: tuple[TakenDoor, ...] = ()
    left_out: frozenset[str] = frozenset()
    rounds: int = 0
    rounds_this_week: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a table asks of tonight; `day` is an ordinal, `avoid` are flags and words somebody leaves alone.

    `waited` are people who had no part of their own last time: where not everybody fits, they fit first.
    """

    people: tuple[Person, ...]
    minutes: int
    wish: Wish
    day: int
    avoid: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    waited: frozenset[str] = frozenset()


Party: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Targets, players and listeners, by id."""


def party(activity: Activity, people: Sequence[Person], waited: frozenset[str] = frozenset()) -> Party | None:
    """Divides a table for an activity, or gives none where it has no place for these people.

    Targets come first, then everybody older who wants; who is left listens. Among each, whoever waited comes first.
    """
    served = sorted(people, key=lambda person: person.id not in waited)
    targets = [person for person in served if activity.youngest <= person.age <= activity.oldest]
    older = [person for person in served if person.age > activity.oldest]
    players = (targets + older)[: activity.most]
    meant = [person for person in people if person in players and person in targets]
    if not meant or len(players) < activity.fewest:
        return None
    chosen = {person.id for person in players}
    listeners = tuple(person.id for person in people if person.id not in chosen)
    return tuple(person.id for person in meant), tuple(p.id for p in people if p.id in chosen), listeners


def eligible(activity: Activity, asked: Asked, *, by_hand: bool = False) -> Party | None:
    """Gives the party of an activity that may be dealt to this table, or none.

    A parent's own choice waives depth and amber flags; what somebody leaves alone, what is hidden and what is for
    grown-ups among themselves it does not.
    """
    divided = party(activity, asked.people, asked.waited)
    if divided is None or activity.retired or activity.full_id in asked.hidden or _rests(activity, asked.day):
        return None
    if private(activity, asked.people):
        return None
    if not by_hand and only_by_hand(activity):
        return None
    targets, players, listeners = divided
    if len(players) == 1 and _needs_company(activity):
        return None
    if listeners and not _may_listen(activity):
        return None
    if not _understood(activity, [person for person in asked.people if person.id in targets]):
        return None
    return None if left_alone(activity, asked.avoid) else divided


def only_by_hand(activity: Activity) -> bool:
    """Tells whether an activity is never dealt at random: it goes deep, has something to know first, or is barred."""
    return activity.barred or activity.depth > 2 or bool(AMBER & set(activity.flags))


def private(activity: Activity, people: Iterable[Person]) -> bool:
    """Tells whether an activity stays away from this table: a couple's own, or a boulder, while a child sits there."""
    grown_ups_own = activity.size == "boulder" or (activity.size is not None and activity.youngest >= 18)
    return grown_ups_own and any(not person.grown for person in people)


def _rests(activity: Activity, day: int) -> bool:
    """Tells whether what happened is still too near to be played on this day."""
    return activity.rests_until is not None and day < date.fromisoformat(activity.rests_until).toordinal()


def _needs_company(activity: Activity) -> bool:
    return any(
        isinstance(step, Vote | Echo) or (isinstance(step, Guess) and step.about in {"next", "pick"})
        for step in all_steps(activity.steps)
    )


def _may_listen(activity: Activity) -> bool:
    if activity.youngest >= 18 or activity.depth >= 3:
        return False
    return activity.others is not None or activity.minutes <= SHORT


def _understood(activity: Activity, targets: Iterable[Person]) -> bool:
    """Holds the emotion-understanding gate: at most one component above each target (Pons et al. 2004)."""
    component = activity.component
    return component is None or all(suits(component, stage_of(person.age) or person.stage) for person in targets)


def stale_days(activity: Activity, targets: Sequence[str], asked: Asked, history: History) -> int | None:
    """Gives how many days ago a target who would notice last played it; none where nobody has."""
    played = history.last.get(activity.full_id)
    if not played:
        return None
    ages = {person.id: person for person in asked.people}
    noticing = [ages[target] for target in targets if ages[target].age >= FRESH_FROM]
    days = [asked.day - played[key] for key in _keys(noticing) if key in played]
    return min(days) if days else None


def _keys(people: Iterable[Person]) -> list[str]:
    """Gives the names under which a play is remembered: members by their own, guests by the house."""
    return [person.id if person.member else "" for person in people]


def fit(activity: Activity, divided: Party, asked: Asked, history: History, room: float) -> float:
    """Scores how well an activity fits tonight; only the order matters."""
    targets, players, listeners = divided
    minutes = minutes_for(activity, len(players))
    score = 4.0 * (WISH_HELPS.get(asked.wish) in activity.helps)
    score += 4.0 * (asked.wish == "easy" and is_easy(activity))
    # A family's own story need not say what it practises; it is not passed over for that.
    score += 2.0 * (not activity.empathy or _least_played(history) in activity.empathy)
    score += max(0.0, 1.0 - abs(room - minutes) / room)
    score += 1.0 * (activity.kind != history.last_kind)
    score += 2.0 * _next_episode(activity, history)
    score -= 3.0 * _spoils(activity, history)
    # A micro opens an evening or stands in for one; it is nobody's main dish.
    score -= 3.0 * (activity.kind == "micro")
    score += 1.5 * len(targets) / len(asked.people)
    return score + 6.0 * (far_apart(asked.people) and not listeners and len(targets) == len(players))


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


def _next_episode(activity: Activity, history: History) -> bool:
    begun = history.begun.get(activity.series or "", 0)
    return bool(begun) and activity.episode == begun + 1


def _spoils(activity: Activity, history: History) -> bool:
    """Tells whether an episode would come before the ones it follows."""
    begun = history.begun.get(activity.series or "", 0)
    return activity.episode is not None and activity.episode > begun + 1


def choose(
    shelf: Iterable[Activity],
    asked: Asked,
    history: History,
    room: float,
    dice: Dice,
    *,
    without: frozenset[str] = frozenset(),
) -> tuple[Activity, Party] | None:
    """Chooses one activity for so many minutes: eligible, fresh, fitting, dice; none where nothing is eligible.

    Where nothing fits the minutes, the shortest that is eligible stands in.
    """
    shelf = tuple(shelf)
    early = too_early(shelf, asked.people, history)
    found = [
        (activity, divided)
        for activity in shelf
        if activity.full_id not in without | early and (divided := eligible(activity, asked)) is not None
    ]
    if not found:
        return None
    fitting = [pair for pair in found if minutes_for(pair[0], len(pair[1][1])) <= room * SLACK]
    if not fitting:
        return min(found, key=lambda pair: (minutes_for(pair[0], len(pair[1][1])), pair[0].full_id))
    return _best(_freshest(fitting, asked, history), asked, history, room, dice)


def too_early(shelf: Sequence[Activity], people: Sequence[Person], history: History) -> frozenset[str]:
    """Gives by full id what this table is not dealt yet: heavier ones, and for a new two all but good news."""
    only_pebbles = pebbles_played(shelf, history) < PEBBLES_FIRST
    only_good_news = first_for_two(shelf, people, history)
    return frozenset(
        activity.full_id
        for activity in shelf
        if (only_pebbles and activity.size in {"brick", "boulder"})
        or (only_good_news and for_two(activity) and activity.kind != FIRST_FOR_TWO)
    )


def for_two(activity: Activity) -> bool:
    """Tells whether an activity is a couple's own: it has a size, and two grown-ups are alone with it."""
    return activity.size is not None and activity.youngest >= 18 and activity.most == 2


def first_for_two(shelf: Iterable[Activity], people: Sequence[Person], history: History) -> bool:
    """Tells whether these people have not yet played anything together that is a couple's own."""
    keys = set(_keys(people))
    return not any(for_two(activity) and keys <= history.last.get(activity.full_id, {}).keys() for activity in shelf)


def pebbles_played(shelf: Iterable[Activity], history: History) -> int:
    """Counts the different ones with a size that this house has played."""
    return sum(activity.size is not None and activity.full_id in history.last for activity in shelf)


def _freshest(found: list[tuple[Activity, Party]], asked: Asked, history: History) -> list[tuple[Activity, Party]]:
    """Keeps what nobody who would notice has played for ten weeks; else the half that was played longest ago."""
    days = [(stale_days(activity, divided[0], asked, history), (activity, divided)) for activity, divided in found]
    fresh = [pair for ago, pair in days if ago is None or ago >= FRESH_DAYS]
    if fresh:
        return fresh
    oldest = sorted(days, key=lambda aged: -(aged[0] or 0))
    return [pair for _, pair in oldest[: (len(oldest) + 1) // 2]]


def _best(
    found: list[tuple[Activity, Party]], asked: Asked, history: History, room: float, dice: Dice
) -> tuple[Activity, Party]:
    scored = [(fit(activity, divided, asked, history, room), activity, divided) for activity, divided in found]
    highest = max(score for score, _, _ in scored)
    best = [(activity, divided) for score, activity, divided in scored if score >= highest - 0.5]
    return best[dice.pick(len(best))]
