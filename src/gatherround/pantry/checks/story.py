"""An activity laid open for the rules: every step and every text of it at its place, walked once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from typing import Final, Literal, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.readability import Measure, measured
from gatherround.domain.stages import ADULT, Band, Stage, stage_of
from gatherround.domain.steps import Choose, Guess, Name, Read, Seat, SmallHands, Step, Wording
from gatherround.pantry.lists import Lists
from gatherround.pantry.sentences import Path

Role: TypeAlias = Literal["aloud", "told", "reader"]
"""Read or asked aloud; told of a seat, or named; for the grown-up who reads."""
Placed: TypeAlias = tuple[Path, str, Role]

STEP_KEYS: Final = {"VoteAgain": "vote"}
_FIELD_KEYS: Final = {"start": "from", "if_stuck": "if-stuck", "small_hands": "small-hands"}
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Text:
    """One text as somebody hears it; `stage` is the youngest who do."""

    path: Path
    text: str
    role: Role
    stage: Stage

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters, so that a rule sees at once whether it has anything to look for."""
        return frozenset(_WORD.findall(self.text.casefold()))

    @property
    def small(self) -> bool:
        """Whether toddlers hear it."""
        return self.stage.band is Band.TODDLER


class Story:
    """What a rule is given; `language` is the story book's, a BCP 47 tag."""

    def __init__(self, activity: Activity, lists: Lists, language: str = "en") -> None:
        self.activity = activity
        self.lists = lists
        self.english = language.casefold().split("-")[0] == "en"
        self.steps = tuple(placed_steps(activity.steps))
        self.wordings = tuple(_wordings(activity, self.steps))

    @property
    def every_step(self) -> tuple[Step, ...]:
        """Every step, those behind doors included, in the order they could be met."""
        return tuple(step for _, step in self.steps)

    @cached_property
    def youngest(self) -> Stage:
        """The stage of the youngest this is meant for."""
        return stage_of(self.activity.youngest) or ADULT

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text, those with rungs once for each."""
        return tuple(_texts(self))

    @cached_property
    def measured(self) -> tuple[tuple[Text, Measure], ...]:
        """Every text that is said aloud, measured."""
        return tuple((text, measured(text.text)) for text in self.texts if text.role == "aloud")


def key_of(step: Step) -> str:
    """Gives the key that a step is written with."""
    name = type(step).__name__
    return STEP_KEYS.get(name, name.lower())


def placed_steps(steps: tuple[Step, ...], path: Path = ("steps",)) -> Iterator[tuple[Path, Step]]:
    """Gives every step with its path, those behind doors after their choice."""
    for index, step in enumerate(steps):
        here = (*path, index, key_of(step))
        yield here, step
        if isinstance(step, Choose):
            for door_at, door in enumerate(step.options):
                yield from placed_steps(door.then, (*here, "options", door_at, "then"))


def _wordings(activity: Activity, steps: tuple[tuple[Path, Step], ...]) -> Iterator[tuple[Path, Wording]]:
    """Gives every text that may have rungs, the activity's own and its steps', with its path."""
    yield from _held(activity, ())
    for path, step in steps:
        yield from _held(step, path)
        if isinstance(step, Choose):
            for at, door in enumerate(step.options):
                yield (*path, "options", at, "say"), door.say


def _held(value: object, path: Path) -> Iterator[tuple[Path, Wording]]:
    if isinstance(value, Wording):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _held(item, (*path, index))
    elif is_dataclass(value) and not isinstance(value, type):
        for name, key in _parts(type(value)):
            held = getattr(value, name)
            if held and not isinstance(held, str):
                yield from _held(held, (*path, key))


@cache
def _parts(kind: type) -> tuple[tuple[str, str], ...]:
    """Gives the fields of a type that are declared to hold texts with rungs, and how each is written."""
    return tuple(
        (field.name, _FIELD_KEYS.get(field.name, field.name))
        for field in fields(kind)
        if "Wording" in str(field.type) or "Recall" in str(field.type)
    )


def _texts(story: Story) -> Iterator[Text]:
    for path, wording in story.wordings:
        if wording.plain is not None:
            yield Text(path, wording.plain, "aloud", story.youngest)
        for band, text in wording.rungs():
            yield Text((*path, band.value), text, "aloud", _hearers(band, story))
    laddered = any(wording.plain is None for _, wording in story.wordings)
    # Lines that cannot have rungs are not held to the youngest where all the others have them.
    everybody = (stage_of(story.activity.oldest) or ADULT) if laddered else story.youngest
    for path, text, role in (*_own(story.activity), *_of_seats(story.activity.seats), *_of_steps(story)):
        yield Text(path, text, role, everybody)


def _hearers(band: Band, story: Story) -> Stage:
    """Gives the stage that a rung is measured by; a wording for all of school by its older half."""
    if band is Band.TODDLER:
        return story.youngest
    ages = {Band.SCHOOL: 5 if story.activity.oldest <= 7 else 8, Band.TEEN: 12}
    return stage_of(ages.get(band, ADULT.low)) or ADULT


def _own(activity: Activity) -> Iterator[Placed]:
    lines: tuple[tuple[str, str | None, Role], ...] = (
        ("title", activity.title, "told"),
        ("whisper", activity.whisper, "reader"),
        ("coach", activity.coach, "reader"),
        ("phrase", activity.phrase, "told"),
        ("next", activity.next, "aloud"),
    )
    yield from (((key,), text, role) for key, text, role in lines if text is not None)
    yield from ((("if-stuck", at), text, "reader") for at, text in enumerate(activity.if_stuck))
    yield from ((("twists", at), text, "aloud") for at, text in enumerate(activity.twists))
    yield from ((("props", at), text, "told") for at, text in enumerate(activity.props))
    for at, chorus in enumerate(activity.chorus):
        yield from _named(chorus, ("chorus", at), ("word", "noise", "hands"))


def _of_seats(seats: tuple[Seat, ...]) -> Iterator[Placed]:
    for seat in seats:
        yield from _named(seat, ("seats", seat.id), ("name", "wants", "knows", "worries", "card"))


def _named(value: object, path: Path, names: tuple[str, ...]) -> Iterator[Placed]:
    for name in names:
        if (text := getattr(value, name)) is not None:
            yield (*path, name), text, "told"


def _of_steps(story: Story) -> Iterator[Placed]:
    for path, step in story.steps:
        match step:
            case Name():
                yield from _named(step, path, ("about",))
                if step.also is not None:
                    yield (*path, "also"), step.also, "aloud"
            case Guess(check=str(check)):
                yield (*path, "check"), check, "aloud"
            case Read(small_hands=SmallHands(word=word)):
                yield (*path, "small-hands", "word"), word, "told"
            case _:
                pass
