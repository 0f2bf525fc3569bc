"""What each kind promises about its steps, as far as a machine can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from gatherround.domain.activities import Kind
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
)
from gatherround.pantry.checks.rule import Rule, Spot
from gatherround.pantry.checks.story import Story

Promise: TypeAlias = tuple[Callable[[Story], bool], str]


def _in_order(story: Story, *sorts: type[Step] | tuple[type[Step], ...]) -> bool:
    """Tells whether steps of these sorts come one after another, with anything between."""
    steps = iter(story.every_step)
    return all(any(isinstance(step, sort) for step in steps) for sort in sorts)


def _count(story: Story, sort: type[Step]) -> int:
    return sum(1 for step in story.every_step if isinstance(step, sort))


def _has(story: Story, *sorts: type[Step]) -> bool:
    return any(isinstance(step, sorts) for step in story.every_step)


def words_aloud(story: Story) -> int:
    """Counts the words read aloud: the youngest rung of the scene, reads, asks, causes and mirrors."""
    texts = [wording.texts()[0] for step in story.activity.steps for wording in _aloud(story, step)]
    return sum(len(text.split()) for text in texts)


def _aloud(story: Story, step: Step) -> list[Wording]:
    match step:
        case Read():
            wording = step.text or story.activity.scene
            return [wording] if wording else []
        case Ask():
            return [step.text]
        case Name():
            return [step.cause, step.mirror]
        case _:
            return []


def _says(story: Story, *words: str) -> bool:
    texts = " ".join(text for _, wording in story.wordings for text in wording.texts()).casefold()
    return all(re.search(rf"\b{word}", texts) for word in words)


def _real_guess(story: Story) -> bool:
    return any(isinstance(step, Guess) and step.about in {"next", "pick"} for step in story.every_step)


def _asks_everyone(story: Story) -> bool:
    return any(isinstance(step, Ask) and (step.who == "everyone" or step.show) for step in story.every_step)


def _first_ask_adults(story: Story) -> bool:
    first = next((step for step in story.every_step if isinstance(step, Ask)), None)
    return first is not None and first.who == "adults-first"


def _three_rungs(story: Story) -> bool:
    stepped = [wording for path, wording in story.wordings if path[0] == "steps" or path == ("scene",)]
    return all(wording.toddler and wording.school and wording.teen for wording in stepped)


def _only_small_steps(story: Story) -> bool:
    return all(isinstance(step, Read | Ask | Breathe | Offer) for step in story.activity.steps)


def _makes_sense(story: Story) -> bool:
    return _has(story, Write, Ask) and _says(story, "makes? sense")


def _spoken_aloud(story: Story) -> bool:
    return _has(story, Write, Ask) and (_says(story, "aloud") or _says(story, "out loud") or _says(story, "say"))


def _dilemma(story: Story) -> bool:
    facts = [step for step in story.activity.steps if isinstance(step, Facts)]
    return (
        len(story.activity.seats) >= 3
        and _in_order(story, Vote, Talk, Facts, VoteAgain)
        and any(len(step.cards) >= 3 for step in facts)
        and _says(story, "minute", "day", "month")
    )


def _swap_seats(story: Story) -> bool:
    return len(story.activity.seats) >= 2 and _in_order(story, Seats, Swap, (Ask, Guess), (Rewind, Choose, Ask))


def _last_is_ask(story: Story) -> bool:
    return _has(story, Write) and isinstance(story.activity.steps[-1], Ask)


def _different_likes(story: Story) -> bool:
    return len(story.activity.seats) >= 2 and _has(story, Ask, Guess)


def _circle_or_guess(story: Story) -> bool:
    return _count(story, Ask) >= 3 and _has(story, Guess)


PROMISES: Final[dict[Kind, Promise]] = {
    "name-mirror": (
        lambda it: _in_order(it, Name, (Choose, Offer)) and words_aloud(it) <= 60,
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
        lambda it: it.activity.fewest >= 2 and _asks_everyone(it) and _has(it, Choose),
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
    "echo": (
        lambda it: any(isinstance(step, Echo) and step.swap for step in it.every_step),
        "an echo step with its swap",
    ),
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
        lambda it: it.activity.minutes <= 2 and _only_small_steps(it),
        "at most two minutes, and only read, ask, breathe and offer steps",
    ),
    "script": (lambda it: True, "nothing"),
}


def broken_promise(story: Story) -> Iterator[Spot]:
    """An activity keeps what its kind promises, so that a family finds what they chose."""
    kept, promise = PROMISES[story.activity.kind]
    if not kept(story):
        yield Spot(("kind",), {"kind": story.activity.kind, "promise": promise})


RULES: Final = (
    Rule(
        "kind-promise",
        broken_promise,
        '"{kind}" promises {promise}.',
        "Add what is missing, or choose another kind: script promises nothing.",
    ),
)
