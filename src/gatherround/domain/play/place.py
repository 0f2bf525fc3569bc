"""Where a Round may be picked up again: the play with every secret blanked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Final

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Beat, Card, Say
from gatherround.domain.play.make import settled
from gatherround.domain.play.plan import Play
from gatherround.domain.play.unfold import beats_of
from gatherround.domain.steps import Name, Step, Vote, VoteAgain, Write

_FEELING = ("<feeling>", "<Feeling>")
_BEYOND_STEPS: Final = frozenset({"close", "exit", "twist"})
"""Labels of what an activity says outside its steps, where the chosen feeling may stand too."""


def place(play: Play) -> Play:
    """Gives the play as it may be written down: no vote, no open card, no chosen feeling, no lantern.

    A step with a secret goes back to its first beat; where it has none any more for who is here, the next one begins.
    """
    blank = replace(play, feeling=None, votes=(), first_votes=(), lanterns=())
    if play.phase == "night":
        return blank
    if play.step is not None and _secret(play, play.step):
        blank, _ = settled(replace(blank, beats=beats_of(blank, play.step)), ())
    return replace(blank, beats=tuple(_covered(beat, play.feeling) for beat in blank.beats))


def _covered(beat: Beat, feeling: str | None) -> Beat:
    match beat:
        case Card():
            return replace(beat, open=False)
        case Say() if feeling and beat.label in _BEYOND_STEPS:
            return replace(beat, text=_unsaid(beat.text, feeling), said=tuple(_unsaid(at, feeling) for at in beat.said))
        case _:
            return beat


def _unsaid(text: str, feeling: str) -> str:
    """Puts the house's words for any feeling where the chosen one may stand."""
    any_feeling = sayings.THAT_FEELING
    capital = any_feeling[:1].upper() + any_feeling[1:]
    found = re.compile(rf"(?<!\w){re.escape(feeling)}(?!\w)", re.IGNORECASE)
    return found.sub(lambda word: capital if word[0][0].isupper() else any_feeling, text)


def _secret(play: Play, step: Step) -> bool:
    """Tells whether a step's beats could carry somebody's secret."""
    if isinstance(step, Name | Vote | VoteAgain | Write):
        return True
    return play.feeling is not None and any(mark in text for text in _texts(step) for mark in _FEELING)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
