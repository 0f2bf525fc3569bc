"""Words that leave somebody at some table out, each with one that does not; who means one says so under "meant"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from gatherround.pantry.checks.rule import ENGLISH, Rule, Spot
from gatherround.pantry.checks.story import Story

INSTEAD: Final = {
    # homes
    "your mum and dad": "your grown-ups",
    "your mom and dad": "your grown-ups",
    "your mother and father": "your grown-ups",
    "your parents": "your grown-ups",
    "your real mother": "the name you have for her",
    "your real father": "the name you have for him",
    "real parents": "the names they go by",
    "broken home": "two homes",
    "broken family": "a family in two homes",
    "children of their own": "children",
    "normal family": "family",
    # girls and boys
    "boys and girls": "everybody",
    "ladies first": "who would like to begin?",
    "boys don't cry": "nothing: anybody may cry",
    "boys will be boys": "what he did",
    "man up": "take your time",
    "like a girl": "how she really does it",
    "tomboy": "what she likes to do",
    "mankind": "people",
    "man-made": "made by people",
    "fireman": "firefighter",
    "policeman": "police officer",
    "postman": "whoever brings the post",
    "mailman": "whoever brings the mail",
    "chairman": "chair",
    "cleaning lady": "cleaner",
    "male nurse": "nurse",
    "lady doctor": "doctor",
    "housewife": "what she does all day",
    # bodies and minds
    "wheelchair-bound": "who uses a wheelchair",
    "confined to a wheelchair": "who uses a wheelchair",
    "suffers from": "has",
    "handicapped": "disabled",
    "special needs": "what helps",
    "deaf and dumb": "deaf",
    "lame excuse": "thin excuse",
    "retarded": "another word altogether",
    "cripple": "the name of the person",
    "midget": "short",
    "psycho": "what they did",
    "look me in the eye": "turn to me, or not",
    "eye contact": "nothing: ears are enough",
    "sit still": "sit as you like",
    "use your words": "say, point or show",
    "everybody stand up": "everybody up, each in their own way",
    # near and far
    "normal people": "most people",
    "normal children": "most children",
    "broken english": "English as their second or third language",
    "where are you really from": "where did you sleep as a child?",
    "foreign name": "name",
    "hard to pronounce": "how it is said",
    "gypsy": "Roma, if that is who they are",
    "eskimo": "Inuit, if that is who they are",
    "indian style": "cross-legged",
    "third world": "the name of the country",
    "illegal immigrant": "somebody without papers",
    "spirit animal": "the animal I would be",
    # purse, age, food
    "poor people": "people with little money",
    "homeless people": "people without a home",
    "little old lady": "her name",
    "senile": "what he forgets",
    "fat kid": "the name of the child",
    "clean your plate": "eat what you like",
}
"""What the checker asks about, in small letters, and what could stand there instead."""
_COMMON: Final = frozenset({"your", "like", "look", "little", "made", "children", "everybody", "really", "words"})


def _telling(phrase: str) -> str:
    """Gives the word of a phrase that stories use least."""
    words: list[str] = re.findall("[a-z]+", phrase)
    return max(words, key=lambda word: (word not in _COMMON, len(word)))


def _by_telling() -> dict[str, list[str]]:
    """Gives the phrases by their telling word, one or many of it."""
    made: dict[str, list[str]] = {}
    for phrase in INSTEAD:
        for word in (_telling(phrase), f"{_telling(phrase)}s"):
            made.setdefault(word, []).append(phrase)
    return made


_PHRASES: Final = _by_telling()
_TELLING: Final = frozenset(_PHRASES)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}s?(?!\w)")


def leaves_somebody_out(story: Story) -> Iterator[Spot]:
    """Nothing that is read aloud makes somebody's home, body or people the odd one."""
    meant = {phrase.casefold() for phrase in story.activity.meant}
    for text in story.texts:
        for word in sorted(text.words & _TELLING):
            folded = text.text.casefold().replace("’", "'")
            for phrase in _PHRASES[word]:
                found = _pattern(phrase).search(folded)
                if found and not {phrase, found[0]} & meant:
                    yield Spot(text.path, {"phrase": found[0], "instead": INSTEAD[phrase]})


RULES: Final = (
    Rule(
        "leaves-out",
        leaves_somebody_out,
        'This reads easily, and "{phrase}" leaves somebody at some table out.',
        'Try "{instead}". Is it meant just so? Then add it under "meant:".',
        ENGLISH,
    ),
)
