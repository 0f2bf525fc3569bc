"""What the checker thinks of a story while it is written: at its box, in words that need no file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.drafts.advice import Advice, Opinion
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.placing import field_of
from gatherround.domain.drafts.telling import heard_by, tell, with_examples
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.readability import sentences
from gatherround.pantry.checks.every_rule import advised, stopped
from gatherround.pantry.checks.reading import ENOUGH, GRADES, by_stage
from gatherround.pantry.checks.story import Story
from gatherround.pantry.lists import Lists
from gatherround.pantry.sentences import Finding

EASY: Final = "Reads like age {age}: easy for yours."
ALOUD: Final = "Reads like age {age}. Aloud it is fine from {youngest}."
TOO_HARD: Final = "It reads like age {age}, and the youngest it is for are {youngest}."
HARD: Final = "hard-to-read"
SCENE: Final = "scene"
STARTS_SCHOOL: Final = 5
"""The age at which school year nought is; year 3 is read at eight."""
BEGINS: Final = 4
"""Words by which a sentence is found again."""
_ONE_OF_SEVERAL: Final = frozenset({"long-sentence", "toddler-line"})
_PLAINLY: Final = {
    "no-laugh": "A word and its noise would do it. It plays without, too.",
    "toddler-line": "Cut it in two.",
    "small-too-long": "Sixty words in all are enough.",
    HARD: "Shorter words help, and one idea a sentence.",
}
"""What to do, where the checker would speak of fields."""


def opinion(draft: Draft, lists: Lists) -> Opinion:
    """Gives what the checker thinks of a draft, told with its examples where something is missing."""
    laid = Story(tell(with_examples(draft)), lists)
    found = [*stopped(laid), *advised(laid, "family")]
    return Opinion(tuple(_advice(draft, laid, found)), tuple(_quiet(draft, laid, found)))


def _quiet(draft: Draft, laid: Story, found: list[Finding]) -> Iterator[tuple[str, str]]:
    if draft.meant(SCENE) and not any(one.code == HARD for one in found) and (reads := _reads(laid)):
        yield SCENE, reads
    if heard := heard_by(draft):
        yield "knows1", heard


def _advice(draft: Draft, laid: Story, found: list[Finding]) -> Iterator[Advice]:
    typed = {box.field for box in way_in(draft.way).boxes if draft.meant(box.field)}
    # Where to laugh is asked once there is something to laugh at, and never of what happened in this house.
    typed |= {"ages"}
    typed |= {"word"} if draft.meant(SCENE) and draft.way != "happened" else set()
    for one in found:
        field = field_of(draft.way, laid.activity, one.path, one.code)
        if field in typed:
            yield Advice(field, f"{_message(laid, one)} {_plainly(one)}", heavy=one.code == "red-topic")


def _message(laid: Story, one: Finding) -> str:
    """Gives what was found; where one sentence of several is meant, it says how that one begins."""
    if one.code == HARD:
        return _too_hard(laid)
    if one.code not in _ONE_OF_SEVERAL:
        return one.message
    text = next((text.text for text in laid.texts if text.path == one.path), "")
    longest = max(sentences(text), key=lambda sentence: len(sentence.split()), default="")
    begins = " ".join(longest.split()[:BEGINS])
    return f"{one.message} It begins “{begins}”." if len(sentences(text)) > 1 else one.message


def _plainly(one: Finding) -> str:
    """Gives what to do in words that need no file."""
    return _PLAINLY.get(one.code) or one.advice.partition(" Is it meant just so?")[0]


def _age(story: Story) -> int | None:
    """Gives the age of a reader who could read all that is heard; none where the formula is weak or nobody is graded.

    The age is the school year by Kincaid et al. (1975) and the five years before school.
    """
    graded = (held for stage, held in by_stage(story).items() if stage.key in GRADES and held.words >= ENOUGH)
    hardest = max((measure.grade for measure in graded), default=None)
    return max(STARTS_SCHOOL, round(hardest) + STARTS_SCHOOL) if hardest is not None else None


def _reads(story: Story) -> str:
    age, youngest = _age(story), story.activity.youngest
    if age is None:
        return ""
    return (EASY if age <= youngest else ALOUD).format(age=age, youngest=youngest)


def _too_hard(story: Story) -> str:
    return TOO_HARD.format(age=_age(story), youngest=story.activity.youngest)
