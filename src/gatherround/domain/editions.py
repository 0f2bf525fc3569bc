"""Two editions of one story book: what a newer one brings, takes away and tells differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gatherround.domain.activities import Activity


@dataclass(frozen=True, slots=True)
class Changes:
    """Titles of stories that are new, that are gone, and that are told differently."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Says in words what is different; one line where nothing is."""
        for heading, titles in (("New", self.added), ("Gone", self.gone), ("Told differently", self.changed)):
            if titles:
                yield f"{heading}: {', '.join(titles)}."
        if not (self.added or self.gone or self.changed):
            yield "Every story in it is told as before."


def changes(before: Iterable[Activity], after: Iterable[Activity]) -> Changes:
    """Compares two editions by the ids of their stories; one that is called otherwise now is named by both titles."""
    old = {one.id: one for one in before}
    new = {one.id: one for one in after}
    return Changes(
        added=tuple(one.title for key, one in new.items() if key not in old),
        gone=tuple(one.title for key, one in old.items() if key not in new),
        changed=tuple(_called(old[key], one) for key, one in new.items() if key in old and not _alike(old[key], one)),
    )


def in_place_of(old: str, new: str) -> str:
    """Says which version comes in place of which, and whether it is the older one; 1.0 and 1.0.0 are the same."""
    if _numbers(old) == _numbers(new):
        return f"Both are version {new}."
    older = " That is an older one." if is_older(old, new) else ""
    return f"Version {new} comes in place of version {old}.{older}"


def is_older(old: str, new: str) -> bool:
    """Tells whether the version that comes is older than the one that is there."""
    return _numbers(new) < _numbers(old)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(number) for number in version.split(".")]
    while numbers[-1:] == [0]:
        numbers.pop()
    return tuple(numbers)


def _alike(old: Activity, new: Activity) -> bool:
    """Tells whether a story is the same; under which book it stands is not a part of it."""
    return replace(old, pack=new.pack) == new


def _called(old: Activity, new: Activity) -> str:
    return new.title if old.title == new.title else f"{new.title} (until now {old.title})"
