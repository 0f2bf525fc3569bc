"""What has to hold for an activity to be playable at all: every finding here keeps it out of play."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.stages import BANDS, stage_of
from gatherround.domain.steps import Choose, Guess, Name, Read, Seats, Step, Swap, Vote, VoteAgain
from gatherround.pantry.checks.rule import Rule, all_wordings, placed_steps
from gatherround.pantry.lists import Lists
from gatherround.pantry.marks import shown
from gatherround.pantry.sentences import Finding, listed, near

_PEOPLE: Final = frozenset({"next", "pick"})
_MOVES: Final = frozenset({"next", "choose"})
_ADD_SEATS: Final = 'Add the people of the story under "seats:".'


def seat_known(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A swap or a guess names a seat of this story."""
    seats = [seat.id for seat in activity.seats]
    for path, step in placed_steps(activity.steps):
        named = step.about if isinstance(step, Guess) else step.to if isinstance(step, Swap) else None
        if named is None or named in (_PEOPLE if isinstance(step, Guess) else _MOVES) or named in seats:
            continue
        field = "about" if isinstance(step, Guess) else "to"
        cure = f'Did you mean "{meant}"?' if (meant := near(named, seats)) else _seats_cure(seats)
        yield Finding("unknown-seat", (*path, field), f'There is no seat "{shown(named)}" in this story.', cure)


def _seats_cure(seats: list[str]) -> str:
    return f"It has {listed(seats)}." if seats else _ADD_SEATS


def seats_cast(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Seats are given out before anybody swaps or is guessed in one, and only where there are seats."""
    cast = False
    for path, step in placed_steps(activity.steps):
        if isinstance(step, Seats):
            cast = True
            if not activity.seats:
                yield Finding("no-seats", path, "There are no seats to give out.", _ADD_SEATS, at_key=True)
        if not cast and activity.seats and _needs_seats(step):
            cast = True  # said once: what comes after it is mended by the same line
            cure = 'Put "- seats: open" or "- seats: private" before it.'
            yield Finding("seat-not-cast", path, "Nobody has a seat yet at this step.", cure, at_key=True)
        elif not activity.seats and isinstance(step, Swap) and step.to in _MOVES:
            yield Finding("no-seats", path, "There are no seats to swap.", _ADD_SEATS, at_key=True)


def _needs_seats(step: Step) -> bool:
    return isinstance(step, Swap) or (isinstance(step, Guess) and step.about not in _PEOPLE)


def vote_before_again(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A second vote follows a first."""
    voted = False
    for path, step in placed_steps(activity.steps):
        if isinstance(step, VoteAgain) and not voted:
            cure = "Put a vote with its question and options before it."
            yield Finding("again-without-vote", path, "There is no vote to take again yet.", cure, at_key=True)
        voted = voted or isinstance(step, Vote)


def rung_for_youngest(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A text with rungs has one that the youngest this activity is for can follow."""
    stage = stage_of(activity.youngest)
    if stage is None:
        return
    known = BANDS[: BANDS.index(stage.band) + 1]
    for path, wording in all_wordings(activity):
        if wording.plain is None and not any(band in known for band, _ in wording.rungs()):
            message = f"No wording here is for age {activity.youngest}."
            yield Finding("no-rung", path, message, f'Add a line "{stage.band}: ..." to it.')


def feeling_before_use(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A text that says the chosen feeling comes with or after a step that asks for one."""
    named = any(isinstance(step, Name) for _, step in placed_steps(activity.steps))
    for path, wording in all_wordings(activity):
        texts = " ".join(wording.texts())
        if not named and ("<feeling>" in texts or "<Feeling>" in texts):
            cure = 'Add a step that begins with "- name:", or write the feeling out.'
            message = "<feeling> stands for nothing here: no step asks for one."
            yield Finding("placeholder-without-source", path, message, cure)
        if "<seat>" in texts and not activity.seats:
            message = "<seat> stands for nobody here: the story has no seats."
            yield Finding(
                "placeholder-without-source", path, message, 'Add them under "seats:", or write the name out.'
            )


def door_ids_once(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Two choices of one activity never share an id, since a series remembers doors by it."""
    seen: set[str] = set()
    for path, step in placed_steps(activity.steps):
        if isinstance(step, Choose) and step.id:
            if step.id in seen:
                cure = "Give one of them another id."
                yield Finding("id-clash", (*path, "id"), f'Two choices are called "{step.id}".', cure)
            seen.add(step.id)


def series_whole(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A part of a series says which series and which part."""
    if (activity.series is None) != (activity.episode is None):
        field = "episode" if activity.series else "series"
        other = "series" if activity.series else "episode"
        cure = "A part of a series says which series it is, and which part of it."
        yield Finding("series-half", (other,), f'"{field}" is missing beside "{other}".', cure, "finding")


def scene_and_read(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A scene that is written is read, and one that is read is written."""
    reads = [path for path, step in placed_steps(activity.steps) if isinstance(step, Read) and step.text is None]
    if activity.scene is None and reads:
        cure = 'Add it, with "scene: |" and the text on the lines below.'
        yield Finding("no-scene", reads[0], "There is no scene to read.", cure)
    if activity.scene is not None and not reads:
        cure = 'Put "- read: scene" among the steps, or take it out.'
        yield Finding("scene-not-read", ("scene",), "No step reads this scene.", cure, "finding", at_key=True)


RULES: Final[tuple[Rule, ...]] = (
    seat_known,
    seats_cast,
    vote_before_again,
    rung_for_youngest,
    feeling_before_use,
    door_ids_once,
    series_whole,
    scene_and_read,
)
