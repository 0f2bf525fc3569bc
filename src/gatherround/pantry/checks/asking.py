"""What is said to somebody: questions that corner, answers that please, praise, and comfort that takes itself back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gatherround.domain.readability import sentences
from gatherround.domain.stages import Band
from gatherround.domain.steps import Name
from gatherround.pantry.checks.phrases import phrases, spots
from gatherround.pantry.checks.rule import ENGLISH, Rule, Spot
from gatherround.pantry.checks.story import Story, Text

_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”")
_MENTIONED: Final = re.compile(r"[\"“'‘](?:but|at least|you should)[,.]?[\"”'’]", re.IGNORECASE)
_SENSE: Final = re.compile(r"\bmakes? sense\b", re.IGNORECASE)
_CHILDREN: Final = frozenset({Band.TODDLER, Band.SCHOOL})

WHY: Final = phrases(r"\bwhy did(?:n['’]t)? you\b", "why")
ONE_ANSWER: Final = phrases(
    r"(?<!\bno )(?<!n['’]t a )\bright answers?\b|\bcorrect\b|\bwho(?:['’]s| is| was) (?:right|wrong)\b|\bwhat should\b",
    "right correct wrong should",
)
SHOULD: Final = phrases(r"\bshould(?:n['’]t)?\b", "should shouldn")
_GOOD: Final = (
    "kind|good|nice|clever|smart|brave|sweet|thoughtful|wonderful|lovely|great|amazing|special|generous|polite"
)
PRAISE: Final = phrases(
    rf"\byou(?:['’]re| are) (?:so|such a|a very|very|really|always so|such) (?:{_GOOD})\b"
    rf"|\b(?:good|clever|brave|big) (?:girl|boy)\b(?!s)|\bwell done\b|\bgood job\b|\bproud of you\b"
    rf"|\bwhat an? (?:{_GOOD}) (?:girl|boy|child|kid|person)\b",
    f"{_GOOD.replace('|', ' ')} girl boy done proud",
)
TAKEN_BACK: Final = phrases(r"\bbut\b|\bat least\b|\byou should\b", "but least should")
FROM_ABOVE: Final = phrases(r"\bat (?:this|that|their) age\b|\bthey will\b|\blet them think\b", "age will let")


def _said(text: Text) -> bool:
    """Tells whether a text is for the table, and not a note to whoever reads it."""
    return text.path[0] not in {"coach", "whisper"}


def why_did_you(story: Story) -> Iterator[Spot]:
    """Nobody is asked for a defence."""
    return spots(story, WHY, _said)


def one_right_answer(story: Story) -> Iterator[Spot]:
    """No question has one right answer."""
    return spots(story, ONE_ANSWER, lambda text: text.role == "aloud")


def child_told_should(story: Story) -> Iterator[Spot]:
    """Nothing tells somebody under twelve what they should; a character may say so to another."""
    return spots(
        story,
        SHOULD,
        lambda text: text.role != "reader" and text.stage.band in _CHILDREN,
        lambda text: _QUOTED.sub('""', text),
    )


def praise(story: Story) -> Iterator[Spot]:
    """What somebody did may be told back to them; what they are is not graded (Mueller and Dweck 1998)."""
    return spots(story, PRAISE, _said)


def comfort_taken_back(story: Story) -> Iterator[Spot]:
    """A mirror, and a sentence that says what makes sense, are not followed by their own withdrawal."""
    mirrors = {(*path, key) for path, step in story.steps if isinstance(step, Name) for key in ("mirror", "also")}
    return spots(
        story,
        TAKEN_BACK,
        lambda text: text.role == "aloud" and (text.path in mirrors or text.path[:-1] in mirrors or _sense(text)),
        lambda text: _MENTIONED.sub("", text if not _SENSE.search(text) else _comfort(text)),
    )


def _sense(text: Text) -> bool:
    return _SENSE.search(text.text) is not None


def _comfort(text: str) -> str:
    """Gives the sentences that say what makes sense, each with the one after it."""
    said = sentences(text)
    kept = [at for at, sentence in enumerate(said) if _SENSE.search(sentence)]
    return " ".join(said[at] for first in kept for at in (first, first + 1) if at < len(said))


def teens_from_above(story: Story) -> Iterator[Spot]:
    """A note about teenagers could be read by one over a shoulder."""
    teens = story.youngest.band is Band.TEEN
    return spots(story, FROM_ABOVE, lambda text: teens and text.path == ("coach",))


RULES: Final = (
    Rule(
        "why-did-you",
        why_did_you,
        'A question is a good door, and "{phrase}" makes it a narrow one: it asks for a defence.',
        "Ask what happened, what they wanted, or what came next.",
        ENGLISH,
    ),
    Rule(
        "one-right-answer",
        one_right_answer,
        'With "{phrase}" there is one answer that pleases, and children find it fast.',
        "Ask what each of them wants, knows or worries about, or what it is like from over there.",
        ENGLISH,
    ),
    Rule(
        "child-should",
        child_told_should,
        'Children hear "{phrase}" all day, and hear it here once more.',
        "Say what could be done, or ask what they would do.",
        ENGLISH,
    ),
    Rule(
        "praise",
        praise,
        'It is kindly meant, and "{phrase}" still grades a person.',
        "Say what somebody did and what it changed, or leave it out.",
        ENGLISH,
    ),
    Rule(
        "taken-back",
        comfort_taken_back,
        'The comfort comes first, and "{phrase}" takes it back.',
        'End with a full stop, or go on with "and".',
        ENGLISH,
    ),
    Rule(
        "teens-from-above",
        teens_from_above,
        'A note for a grown-up may be read over a shoulder, and "{phrase}" talks about teenagers from above.',
        "Say what a grown-up does tonight, and leave out what teenagers are like.",
        ENGLISH,
    ),
)
