"""Red topics, which no story book carries, and flags that are nearly one of those that keep a story from the dice."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from gatherround.domain.activities import AMBER
from gatherround.pantry.checks.phrases import phrases, spots
from gatherround.pantry.checks.rule import ENGLISH, Rule, Spot
from gatherround.pantry.checks.story import Story

SAME_START: Final = 5
_SELF: Final = r"(?:my|your|him|her|them)sel(?:f|ves)"
RED: Final = phrases(
    r"\bsuicid(?:e|es|al)\b|\bself[- ]harm\w*|\boverdos(?:e|es|ed|ing)\b|\b(?:kill|harm|starv)(?:s|e|es|ed|ing)? "
    rf"{_SELF}\b|\b(?:want(?:s|ed)? to die|end(?:s|ed|ing)? (?:my|your|his|her|their) (?:own )?life)\b"
    r"|\babus(?:e|es|ed|er|ers|ing|ive)\b|\bdomestic violence\b|\bmolest\w*|\brap(?:ed|e|es|ist|ists)\b"
    r"|\bincest\w*|\bsexual\w*|\bsexting\b|\bsexts?\b|\bporn\w*|\bnudes\b"
    r"|\banorexi\w*|\bbulimi\w*|\beating disorders?\b|\bbinge[- ]eating\b",
    "suicide suicides suicidal harm harms harmed harming overdose overdoses overdosed overdosing kill kills"
    " killed killing starve starves starved starving die life abuse abuses abused abuser abusers abusing abusive"
    " domestic molest molested molester molesting rape raped rapist rapists incest incestuous sexual sexually"
    " sexuality sexting sext sexts porn porno pornography nudes anorexia anorexic bulimia bulimic eating",
)


def red_topic(story: Story) -> Iterator[Spot]:
    """Violence at home, abuse, self-harm, suicide, eating disorders and sexual content are in no story."""
    return spots(story, RED, lambda text: True, always=True)


def flag_nearly(story: Story) -> Iterator[Spot]:
    """A flag that is nearly one of those that keep a story from the dice does not keep it from them."""
    meant = {phrase.casefold() for phrase in story.activity.meant}
    for at, flag in enumerate(story.activity.flags):
        if flag in AMBER or flag in meant:
            continue
        if known := _likest(flag):
            yield Spot(("flags", at), {"flag": flag, "known": known})


def _likest(flag: str) -> str | None:
    """Gives the flag that was most likely meant: much alike, or with the same first letters."""
    alike = get_close_matches(flag, sorted(AMBER), n=1, cutoff=0.75)
    begun = (known for known in sorted(AMBER) if flag[:SAME_START] == known[:SAME_START])
    return next(iter(alike), None) or next(begun, None)


def barred(story: Story) -> bool:
    """Tells whether a story names a red topic, so that it is never dealt and only ever chosen by hand."""
    return story.english and next(red_topic(story), None) is not None


RULES: Final = (
    Rule(
        "flag-nearly",
        flag_nearly,
        'The flag "{flag}" is only a note, and this story comes up by dice.',
        'Did you mean "{known}"? That one has it picked by hand. Is it a note? Then add it under "meant:".',
    ),
    Rule(
        "red-topic",
        red_topic,
        'It takes courage to write about this. With "{phrase}" in it the story plays when somebody chooses it by hand,'
        " and never comes up by dice.",
        "At a table with children leave it to people who can help; if it is meant otherwise, use another word.",
        ENGLISH,
    ),
)
