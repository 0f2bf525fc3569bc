"""Where a Round may be picked up again: the play with every secret blanked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from gatherround.domain.play.beats import Card
from gatherround.domain.play.plan import Play
from gatherround.domain.play.unfold import beats_of
from gatherround.domain.steps import Name, Step, Vote, VoteAgain, Write

_FEELING = ("<feeling>", "<Feeling>")


def place(play: Play) -> Play:
    """Gives the play as it may be written down: no vote, no open card, no chosen feeling, no lantern.

    A step with a secret goes back to its first beat.
    """
    blank = replace(play, feeling=None, votes=(), first_votes=(), lanterns=())
    if play.phase == "night":
        return blank
    if play.step is not None and _secret(play, play.step):
        blank = replace(blank, beats=beats_of(blank, play.step))
    covered = tuple(replace(beat, open=False) if isinstance(beat, Card) else beat for beat in blank.beats)
    return replace(blank, beats=covered)


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
