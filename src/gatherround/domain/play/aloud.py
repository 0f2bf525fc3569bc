"""What a voice may read of the table: the words for everybody, and never a card."""

from __future__ import annotations

from typing import assert_never

from gatherround.domain.play.beats import Ballot, Card, Check, Pick, Say, Show, Turn, Write
from gatherround.domain.play.plan import Play


def aloud(play: Play) -> str:
    """Gives the body text of what lies on the table, or nothing while paused, over a card, and where it is private."""
    if play.paused:
        return ""
    beat = play.beat
    match beat:
        case Card():
            return ""
        case Say() | Show():
            return beat.text
        case Turn():
            return _called(play, beat.who, beat.text)
        case Check():
            return _called(play, beat.who, beat.text)
        case Write():
            return _called(play, beat.who, beat.prompt)
        case Pick():
            return "\n".join(part for part in (beat.cause, beat.prompt, *_numbered(beat.options)) if part)
        case Ballot():
            return "\n".join((beat.question, *_numbered(beat.options)))
        case _:
            assert_never(beat)


def _called(play: Play, who: str, text: str) -> str:
    """Begins with the name of whoever is asked."""
    return f"{play.plan.person(who).name}.\n{text}" if who else text


def _numbered(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{number}: {option}" for number, option in enumerate(options, start=1))
