"""What a full ballot box may tell: counts, never names, and at a small table not even counts."""

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Ballot, Say, Show
from gatherround.domain.play.plan import Play

COUNTED_FROM = 4
"""With fewer voters than this only the doors in the box are told: a count would be a name."""


def tallied(play: Play, ballot: Ballot) -> Play:
    """Empties a full box into what may be told; a first ballot is kept for the second, and no longer."""
    text = _moved(play) if ballot.again else _told(play, ballot)
    first = () if ballot.again else play.votes
    beats = (Say(text=text, label="reveal"), *play.beats[1:])
    return replace(play, beats=beats, votes=(), first_votes=first)


def out_loud(play: Play) -> Play:
    """Empties the box unseen and has everybody show fingers on three; of what they show, the game knows nothing."""
    ballot = play.beat
    if not isinstance(ballot, Ballot):
        raise TypeError(type(ballot).__name__)
    doors = (f"{number}  {option}" for number, option in enumerate(ballot.options, start=1))
    show = Show(text="\n".join((ballot.question, *doors, sayings.FINGERS)), thread=1)
    seen = Say(text=sayings.FINGERS_AGAIN if ballot.again else sayings.FINGERS_UP, label="kind", thread=1)
    return replace(play, beats=(show, seen, *play.beats[1:]), votes=(), first_votes=())


def _told(play: Play, ballot: Ballot) -> str:
    counts = [sum(1 for _, vote in play.votes if vote == option) for option in range(len(ballot.options))]
    taken = [(count, option) for count, option in zip(counts, ballot.options, strict=True) if count]
    if not taken:
        return sayings.NOBODY_VOTED
    if len(ballot.voters) < COUNTED_FROM:
        return sayings.IN_THE_BOX.format(options=" · ".join(option.rstrip(".?! ") for _, option in taken))
    empty = len(ballot.voters) - sum(counts)
    lines = [sayings.COUNTED.format(count=count, option=option) for count, option in taken]
    return "\n".join((*lines, *([sayings.EMPTY_VOTES.format(count=empty)] if empty else [])))


def _moved(play: Play) -> str:
    """Compares each voter with themselves; an empty vote is not a change of mind."""
    first = dict(play.first_votes)
    pairs = [(first[voter], vote) for voter, vote in play.votes if voter in first]
    both = [(before, now) for before, now in pairs if before >= 0 and now >= 0]
    if not both:
        return sayings.SECOND_VOTE
    return sayings.MOVED if any(before != now for before, now in both) else sayings.NOT_MOVED
