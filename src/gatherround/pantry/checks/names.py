"""Rules about a story book as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.packs import Origin, Pack
from gatherround.pantry.marks import shown
from gatherround.pantry.sentences import Finding, Path

MOST_OF_A_NAME: Final = 3
_CAPITAL: Final = re.compile(r"(?<![.!?:\"“”…] )(?<!^)(?<![\w'’\"“])([A-Z][a-zà-ÿ]+)\b(?![:])", re.MULTILINE)
NOT_NAMES: Final = re.compile(
    r"I|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Mr|Mrs|Ms|Mx|Dr|Aunt|Auntie|Uncle|Gran|Granny|Grandma|Grandpa|Grandad|Grandmother"
    r"|Grandfather|Mum|Mom|Dad|Nana|English|Christmas|Easter|Eid|Diwali|The|A|An"
)


def names_in(activity: Activity) -> dict[str, Path]:
    """Gives the names in a story with where each is met: its seats, and what else looks like one in its scene."""
    found: dict[str, Path] = {}
    for seat in activity.seats:
        for word in seat.name.split()[:2]:
            if len(word) > 1 and word[:1].isupper() and not NOT_NAMES.fullmatch(word):
                found.setdefault(word, ("seats", seat.id, "name"))
    for text in activity.scene.texts() if activity.scene else ():
        for word in _CAPITAL.findall(text):
            if not NOT_NAMES.fullmatch(word):
                found.setdefault(word, ("scene",))
    return found


def often_named(activities: Sequence[Activity]) -> Iterator[tuple[Activity, Finding]]:
    """A first name is met in at most three stories of a book; a series counts as one."""
    met: dict[str, set[str]] = {}
    for activity in activities:
        for name, path in names_in(activity).items():
            stories = met.setdefault(name, set())
            story = activity.series or activity.id
            if story in stories:
                continue
            stories.add(story)
            if len(stories) == MOST_OF_A_NAME + 1:
                message = f'"{shown(name)}" has been in {MOST_OF_A_NAME} stories of this book already.'
                yield activity, Finding("name-again", path, message, "Give this one another name.", "finding")


def no_licence(pack: Pack, origin: Origin) -> Iterator[Finding]:
    """A story book that ships says under which licence; a family's own is never asked."""
    if origin == "shipped" and pack.licence == "private":
        cure = "Write the licence that the other shipped ones have."
        yield Finding("no-licence", ("id",), "This story book ships, and its licence is private.", cure, "finding")


def origin_licence(pack: Pack, activities: Sequence[Activity]) -> Iterator[tuple[Activity, Finding]]:
    """What was made from somebody's story under a licence that is passed on stays under it; at home nobody is asked."""
    for activity in activities:
        origin = activity.adapted_from
        if origin is None or "-SA" not in origin.licence or pack.licence in {"private", origin.licence}:
            continue
        message = f'This was made from "{shown(origin.title)}", which is under {shown(origin.licence)}.'
        cure = f'Give the story book the same licence, "licence: {shown(origin.licence)}", or leave this story out.'
        yield activity, Finding("origin-licence", ("adapted-from", "licence"), message, cure, "finding")
