"""What has to hold for an activity to be playable at all: every finding here keeps it out of play."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.meant import near
from gatherround.domain.stages import BANDS
from gatherround.domain.steps import Choose, Guess, Name, Read, Seats, Step, Swap, Vote, VoteAgain
from gatherround.pantry.checks.rule import Gate
from gatherround.pantry.checks.story import Story
from gatherround.pantry.marks import shown
from gatherround.pantry.sentences import Finding
from gatherround.pantry.taken import kept
from gatherround.pantry.unknown import listed

_PEOPLE: Final = frozenset({"next", "pick"})
_MOVES: Final = frozenset({"next", "choose"})
_ADD_SEATS: Final = 'Add the people of the story under "seats:".'


def file_can_be_called_so(story: Story) -> Iterator[Finding]:
    """An activity's file is called after its id, which every computer lets it be."""
    if told := kept(story.activity.id):
        code, message, cure = told
        yield Finding(code, ("id",), message, cure)


def seat_known(story: Story) -> Iterator[Finding]:
    """A swap or a guess names a seat of this story."""
    seats = [seat.id for seat in story.activity.seats]
    for path, step in story.steps:
        named = step.about if isinstance(step, Guess) else step.to if isinstance(step, Swap) else None
        if named is None or named in (_PEOPLE if isinstance(step, Guess) else _MOVES) or named in seats:
            continue
        field = "about" if isinstance(step, Guess) else "to"
        cure = f'Did you mean "{meant}"?' if (meant := near(named, seats)) else _seats_cure(seats)
        yield Finding("unknown-seat", (*path, field), f'There is no seat "{shown(named)}" in this story.', cure)


def _seats_cure(seats: list[str]) -> str:
    return f"It has {listed(seats)}." if seats else _ADD_SEATS


def seats_cast(story: Story) -> Iterator[Finding]:
    """Seats are given out before anybody swaps or is guessed in one, and only where there are seats."""
    cast = False
    for path, step in story.steps:
        if isinstance(step, Seats):
            cast = True
            if not story.activity.seats:
                yield Finding("no-seats", path, "There are no seats to give out.", _ADD_SEATS, at_key=True)
        if not cast and story.activity.seats and _needs_seats(step):
            cast = True  # said once: what comes after it is mended by the same line
            cure = 'Put "- seats: open" or "- seats: private" before it.'
            yield Finding("seat-not-cast", path, "Nobody has a seat yet at this step.", cure, at_key=True)
        elif not story.activity.seats and isinstance(step, Swap) and step.to in _MOVES:
            yield Finding("no-seats", path, "There are no seats to swap.", _ADD_SEATS, at_key=True)


def _needs_seats(step: Step) -> bool:
    return isinstance(step, Swap) or (isinstance(step, Guess) and step.about not in _PEOPLE)


def vote_before_again(story: Story) -> Iterator[Finding]:
    """A second vote follows a first."""
    voted = False
    for path, step in story.steps:
        if isinstance(step, VoteAgain) and not voted:
            cure = "Put a vote with its question and options before it."
            yield Finding("again-without-vote", path, "There is no vote to take again yet.", cure, at_key=True)
        voted = voted or isinstance(step, Vote)


def rung_for_youngest(story: Story) -> Iterator[Finding]:
    """A text with rungs has one that the youngest this activity is for can follow."""
    known = BANDS[: BANDS.index(story.youngest.band) + 1]
    for path, wording in story.wordings:
        if wording.plain is None and not any(band in known for band, _ in wording.rungs()):
            message = f"No wording here is for age {story.activity.youngest}."
            yield Finding("no-rung", path, message, f'Add a line "{story.youngest.band}: ..." to it.')


def feeling_before_use(story: Story) -> Iterator[Finding]:
    """A text that says the chosen feeling comes with or after a step that asks for one."""
    named = any(isinstance(step, Name) for _, step in story.steps)
    for path, wording in story.wordings:
        texts = " ".join(wording.texts())
        if not named and ("<feeling>" in texts or "<Feeling>" in texts):
            cure = 'Add a step that begins with "- name:", or write the feeling out.'
            message = "<feeling> stands for nothing here: no step asks for one."
            yield Finding("placeholder-without-source", path, message, cure)
        if "<seat>" in texts and not story.activity.seats:
            message = "<seat> stands for nobody here: the story has no seats."
            yield Finding(
                "placeholder-without-source", path, message, 'Add them under "seats:", or write the name out.'
            )


def door_ids_once(story: Story) -> Iterator[Finding]:
    """Two choices of one activity never share an id, since a series remembers doors by it."""
    seen: set[str] = set()
    for path, step in story.steps:
        if isinstance(step, Choose) and step.id:
            if step.id in seen:
                cure = "Give one of them another id."
                yield Finding("id-clash", (*path, "id"), f'Two choices are called "{step.id}".', cure)
            seen.add(step.id)


def scene_written(story: Story) -> Iterator[Finding]:
    """A scene that is read is written."""
    read = next((path for path, step in story.steps if isinstance(step, Read) and step.text is None), None)
    if story.activity.scene is None and read is not None:
        cure = 'Add it, with "scene: |" and the text on the lines below.'
        yield Finding("no-scene", read, "There is no scene to read.", cure)


GATES: Final[tuple[Gate, ...]] = (
    file_can_be_called_so,
    seat_known,
    seats_cast,
    vote_before_again,
    rung_for_youngest,
    feeling_before_use,
    door_ids_once,
    scene_written,
)
