"""How it reads aloud, age by age: lines for toddlers, the longest sentence, and the grade of all that one age hears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.readability import Measure, together
from gatherround.domain.stages import Band, Stage, rank
from gatherround.domain.steps import Ask
from gatherround.pantry.checks.rule import ENGLISH, Rule, Spot
from gatherround.pantry.checks.story import Story

TODDLER_LINE: Final = 8
LONGEST: Final = {"5-7": 14, "8-11": 18, "12-14": 22, "15-17": 22, "18+": 30}
"""The most words of a sentence, by the youngest stage that hears it; the last is one breath."""
GRADES: Final = {"5-7": 3, "8-11": 5, "12-14": 8, "15-17": 8, "18+": 9}
ENOUGH: Final = 100
"""The words from which a reading formula may be believed."""
LAST_YEAR: Final = 13
DOUBT: Final = 1.0
"""How many grades it may be off."""


def toddler_line(story: Story) -> Iterator[Spot]:
    """A line for two to four year olds has at most eight words."""
    for text, measure in story.measured:
        if text.small and measure.longest > TODDLER_LINE:
            yield Spot(text.path, {"words": measure.longest})


def no_wait(story: Story) -> Iterator[Spot]:
    """Whoever is asked at two to four is given time (wait time: Hanen)."""
    yield from (Spot(path, at_key=True) for path, ask in _small_asks(story) if not ask.wait)


def no_easier(story: Story) -> Iterator[Spot]:
    """Every question to a toddler can be asked in an easier way."""
    yield from (Spot(path, at_key=True) for path, ask in _small_asks(story) if not ask.easier)


def _small_asks(story: Story) -> Iterator[tuple[tuple[str | int, ...], Ask]]:
    if story.youngest.band is Band.TODDLER:
        yield from ((path, step) for path, step in story.steps if isinstance(step, Ask))


def long_sentence(story: Story) -> Iterator[Spot]:
    """A sentence is no longer than whoever hears it can hold."""
    for text, measure in story.measured:
        most = LONGEST.get(text.stage.key)
        if most is not None and measure.longest > most:
            yield Spot(text.path, {"words": measure.longest, "most": most})


def by_stage(story: Story) -> dict[Stage, Measure]:
    """Measures all that is said to each stage as one text, the youngest first."""
    heard: dict[Stage, list[Measure]] = {}
    for text, measure in story.measured:
        heard.setdefault(text.stage, []).append(measure)
    return {stage: together(measures) for stage, measures in sorted(heard.items(), key=lambda at: rank(at[0]))}


def hard_to_read(story: Story) -> Iterator[Spot]:
    """All that one age hears reads at most at its grade; a little text is not graded, for formulas are weak there."""
    for stage, measure in by_stage(story).items():
        grade = GRADES.get(stage.key)
        if grade is not None and measure.words >= ENOUGH and measure.grade > grade + DOUBT:
            yield Spot(("title",), {"year": _year(measure.grade), "most": grade, "stage": stage.key.removesuffix("+")})


def _year(grade: float) -> str:
    return f"{grade:.0f}" if grade < LAST_YEAR else f"{LAST_YEAR} and beyond"


RULES: Final = (
    Rule(
        "toddler-line",
        toddler_line,
        "Small ones listen well, as far as eight words; this line has {words}.",
        "Cut it in two, or put it into a wording for older ones.",
    ),
    Rule(
        "no-wait",
        no_wait,
        "A question for small ones, and no time for it yet.",
        'Add "wait: 5": five slow seconds before anybody helps.',
    ),
    Rule(
        "no-easier",
        no_easier,
        "A question for small ones, and only one way to ask it.",
        'Add "easier:" with a this-or-that, or something to copy.',
    ),
    Rule(
        "long-sentence",
        long_sentence,
        "This reads well until a sentence of {words} words.",
        "Make two of it: {most} are as many as this age can hold.",
    ),
    Rule(
        "hard-to-read",
        hard_to_read,
        "What is heard at {stage} reads like school year {year}.",
        "Aim for year {most}: shorter words, and one idea a sentence.",
        ENGLISH,
    ),
)
