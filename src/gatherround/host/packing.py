"""The files of a story book as they go out: as they are where nothing about them changes, else made for the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gatherround.domain.packs import Pack
from gatherround.pantry.opening import opened_parcel
from gatherround.pantry.parcels import COVER, Parcel

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.host.passing_on import Bundle

_LONGEST: Final = 59
"""Letters of an id that make a file's name with its ending."""
_ROOMY: Final = 50
"""Letters of an id that leave room for a mark."""


def parcel_of(bundle: Bundle, cover: Pack) -> Parcel:
    """Gives the files that go out: as they are where nothing about them changes, else under a cover of their own."""
    from gatherround.pantry.block import cover_page

    parcel = opened_parcel(bundle.book.path)
    rest = any(one.rests_until for one in bundle.stories)
    if bundle.mended and not (bundle.alone or bundle.here or rest) and cover == bundle.book.pack:
        return parcel
    stories = _written_anew(bundle) if parcel.alone else _as_they_are(bundle, parcel)
    return Parcel(name=cover.id, files=((COVER, cover_page(cover).encode()), *stories))


def _as_they_are(bundle: Bundle, parcel: Parcel) -> Iterator[tuple[str, bytes]]:
    """Gives the files of the stories that go, and what else lies beside all of them.

    What rests here need not rest elsewhere, where nobody was there when it happened: such a day stays here.
    """
    going = {one.id: one for one in bundle.stories}
    for name, content in parcel.files:
        story = going.get(_id_in(bundle.book.path / name)) if Path(name).suffix in {".yaml", ".yml"} else None
        if story is not None and story.rests_until:
            yield name, _rested(story, content)
        elif story is not None or not (bundle.alone or Path(name).suffix in {".yaml", ".yml"}):
            yield name, content


def _rested(story: Activity, content: bytes) -> bytes:
    from gatherround.pantry.block import activity_page, is_by_form

    return activity_page(replace(story, rests_until=None), by_form=is_by_form(content)).encode()


def _id_in(path: Path) -> str:
    from gatherround.pantry.pages import opened

    held = (opened(path).written or {}).get("id") if path.name != COVER else None
    return held if isinstance(held, str) else ""


def _written_anew(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """Gives the stories of a book that is one file as files of their own."""
    from gatherround.pantry.block import activity_page

    for number, story in enumerate(bundle.stories, start=1):
        name = story.id if len(story.id) <= _LONGEST else f"{cut(story.id)}-{number}"
        yield f"activities/{name}.yaml", activity_page(replace(story, rests_until=None)).encode()


def cut(name: str) -> str:
    """Leaves room at the end of an id; one that ends in a dash would be refused with one more."""
    return name[:_ROOMY].rstrip("-")
