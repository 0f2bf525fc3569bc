"""What each kind promises about its steps, as far as a machine can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from gatherround.domain.activities import Activity, Kind
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
    Wording,
    Write,
    all_steps,
)
from gatherround.pantry.checks.rule import Rule, all_wordings
from gatherround.pantry.lists import Lists
from gatherround.pantry.sentences import Finding

Promise: TypeAlias = tuple[Callable[[Activity], bool], str]


def _in_order(activity: Activity, *sorts: type[Step] | tuple[type[Step], ...]) -> bool:
    """Tells whether steps of these sorts come one after another, with anything between."""
    steps = iter(all_steps(activity.steps))
    return all(any(isinstance(step, sort) for step in steps) for sort in sorts)


def _count(activity: Activity, sort: type[Step]) -> int:
    return sum(1 for step in all_steps(activity.steps) if isinstance(step, sort))


def _has(activity: Activity, *sorts: type[Step]) -> bool:
    return any(isinstance(step, sorts) for step in all_steps(activity.steps))


def _words(activity: Activity) -> int:
    """Counts the words read aloud: the youngest rung of the scene, reads, asks, causes and mirrors."""
    texts = [wording.texts()[0] for step in activity.steps for wording in _aloud(activity, step)]
    return sum(len(text.split()) for text in texts)


def _aloud(activity: Activity, step: Step) -> list[Wording]:
    match step:
        case Read():
            wording = step.text or activity.scene
            return [wording] if wording else []
        case Ask():
            return [step.text]
        case Name():
            return [step.cause, step.mirror]
        case _:
            return []


def _says(activity: Activity, *words: str) -> bool:
    texts = " ".join(text for _, wording in all_wordings(activity) for text in wording.texts()).casefold()
    return all(re.search(rf"\b{word}", texts) for word in words)


def _real_guess(activity: Activity) -> bool:
    return any(isinstance(step, Guess) and step.about in {"next", "pick"} for step in all_steps(activity.steps))


def _asks_everyone(activity: Activity) -> bool:
    return any(isinstance(step, Ask) and (step.who == "everyone" or step.show) for step in all_steps(activity.steps))


def _first_ask_adults(activity: Activity) -> bool:
    first = next((step for step in all_steps(activity.steps) if isinstance(step, Ask)), None)
    return first is not None and first.who == "adults-first"


def _three_rungs(activity: Activity) -> bool:
    stepped = [wording for path, wording in all_wordings(activity) if path[0] == "steps" or path == ("scene",)]
    return all(wording.toddler and wording.school and wording.teen for wording in stepped)


def _only_small_steps(activity: Activity) -> bool:
    return all(isinstance(step, Read | Ask | Breathe | Offer) for step in activity.steps)


def _makes_sense(activity: Activity) -> bool:
    return _has(activity, Write, Ask) and _says(activity, "makes? sense")


def _spoken_aloud(activity: Activity) -> bool:
    return _has(activity, Write, Ask) and (
        _says(activity, "aloud") or _says(activity, "out loud") or _says(activity, "say")
    )


def _dilemma(activity: Activity) -> bool:
    facts = [step for step in activity.steps if isinstance(step, Facts)]
    return (
        len(activity.seats) >= 3
        and _in_order(activity, Vote, Talk, Facts, VoteAgain)
        and any(len(step.cards) >= 3 for step in facts)
        and _says(activity, "minute", "day", "month")
    )


def _swap_seats(activity: Activity) -> bool:
    return len(activity.seats) >= 2 and _in_order(activity, Seats, Swap, (Ask, Guess), (Rewind, Choose, Ask))


def _last_is_ask(activity: Activity) -> bool:
    return _has(activity, Write) and isinstance(activity.steps[-1], Ask)


def _different_likes(activity: Activity) -> bool:
    return len(activity.seats) >= 2 and _has(activity, Ask, Guess)


def _circle_or_guess(activity: Activity) -> bool:
    return _count(activity, Ask) >= 3 and _has(activity, Guess)


PROMISES: Final[dict[Kind, Promise]] = {
    "name-mirror": (
        lambda it: _in_order(it, Name, (Choose, Offer)) and _words(it) <= 60,
        "a name step with its mirror, then a choose or offer step, and at most 60 words read aloud",
    ),
    "different-likes": (_different_likes, "two seats or more, and an ask or guess step to a real person"),
    "remember-when": (lambda it: _count(it, Ask) >= 4, "four ask steps or more"),
    "grown-ups-turn": (_first_ask_adults, 'that the first ask step has "who: adults-first"'),
    "swap-seats": (
        _swap_seats,
        "two seats or more, and these steps in turn: seats, swap, ask or guess, then rewind, choose or ask",
    ),
    "co-op": (
        lambda it: it.fewest >= 2 and _asks_everyone(it) and _has(it, Choose),
        "two players or more, an ask step for everyone, and a choose step",
    ),
    "circular": (_real_guess, "a guess step about next or pick"),
    "dilemma": (
        _dilemma,
        "three seats, these steps in turn: vote, talk, three facts, vote again; and minutes, days, months in its texts",
    ),
    "loop": (lambda it: _in_order(it, (Write, Choose), Ask), "a write or choose step, then an ask step"),
    "three-rungs": (
        _three_rungs,
        "a toddler, a school and a teen wording for the scene and for every text of the steps",
    ),
    "echo": (lambda it: any(isinstance(step, Echo) and step.swap for step in it.steps), "an echo step with its swap"),
    "validate": (_makes_sense, 'a write or ask step, and the words "makes sense"'),
    "other-side": (_last_is_ask, "a write step, and an ask step at the very end"),
    "story-told": (_circle_or_guess, "three ask steps or more, and a guess step"),
    "good-news": (
        lambda it: _count(it, Ask) >= 3 and not _has(it, Choose),
        "three ask steps or more, and no choose step",
    ),
    "rehearse": (_spoken_aloud, "a write or ask step that is said out loud"),
    "settle": (lambda it: _has(it, Breathe), "a breathe step"),
    "repair": (lambda it: _in_order(it, (Guess, Echo), Offer), "a guess or echo step before its offer step"),
    "micro": (
        lambda it: it.minutes <= 2 and _only_small_steps(it),
        "at most two minutes, and only read, ask, breathe and offer steps",
    ),
    "script": (lambda it: True, "nothing"),
}


def kind_promise(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """An activity keeps what its kind promises, so that a family finds what they chose."""
    kept, promise = PROMISES[activity.kind]
    if not kept(activity):
        message = f'"{activity.kind}" promises {promise}.'
        cure = "Add what is missing, or choose another kind: script promises nothing."
        yield Finding("kind-promise", ("kind",), message, cure, "finding")


RULES: Final[tuple[Rule, ...]] = (kind_promise,)
