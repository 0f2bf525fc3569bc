"""Whether an activity touches what somebody leaves alone: a topic it names, or a word that stands anywhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from unicodedata import normalize

from gatherround.domain.activities import AMBER, Activity


def left_alone(activity: Activity, avoid: Set[str]) -> bool:
    """Tells whether this activity is one that somebody at the table leaves alone.

    Topics are matched with what the story says of itself. A word of one's own is looked for in all its texts, whatever
    its case and at the beginning of words, so that "dog" also finds "dogs" and never "hotdog".
    """
    if not avoid:
        return False
    own = [_folded(topic) for topic in avoid - AMBER if topic.strip()]
    if avoid & set(activity.flags):
        return True
    if not own:
        return False
    said = _folded("\n".join(_texts(activity)))
    return any(_stands(topic, said) for topic in own)


def _stands(topic: str, said: str) -> bool:
    # Scripts without capitals join words, or write no spaces between them: there a beginning cannot be told.
    beginning = r"(?<!\w)" if topic[0].isascii() or topic[0].upper() != topic[0] else ""
    return topic in said and re.search(beginning + re.escape(topic), said) is not None


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()


def _texts(value: object) -> Iterator[str]:
    match value:
        case Enum():
            return
        case str():
            yield value
        case tuple() | list():
            for item in value:
                yield from _texts(item)
        case dict():
            for item in value.values():
                yield from _texts(item)
        case _ if is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))
        case _:
            return
