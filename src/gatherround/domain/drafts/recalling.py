"""From an activity back to the boxes that made it, or nothing where its file says more than a form could."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from gatherround.domain.activities import Activity, span
from gatherround.domain.drafts.draft import WAYS, Draft, Way
from gatherround.domain.drafts.placing import field_at, texts_of
from gatherround.domain.drafts.telling import missing, tell
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.steps import Wording

Say: TypeAlias = Callable[[Wording | None], str | None]


def recall(activity: Activity) -> Draft | None:
    """Gives the draft that tells exactly this activity, with empty boxes where it has what an empty box comes to.

    None where there is no such draft: somebody has said more in the file than a form can hold.
    """
    for way in WAYS:
        boxes = tuple(boxes_of(way, activity, _plain))
        draft = Draft(way=way, story=activity.id, words=boxes, rests_until=activity.rests_until)
        if _tells(draft, activity):
            return _with_empty_boxes(draft, activity)
    return None


def _tells(draft: Draft, activity: Activity) -> bool:
    """Tells whether a draft comes to this activity; minutes are timed anew by every edition of the game."""
    if missing(draft):
        return False
    told = replace(tell(draft), minutes=activity.minutes, barred=activity.barred, pack=activity.pack)
    return told == activity


def _with_empty_boxes(draft: Draft, activity: Activity) -> Draft:
    for box in way_in(draft.way).boxes:
        emptied = draft.saying(box.field, "")
        if not box.needed and _tells(emptied, activity):
            draft = emptied
    return draft


def heard_first(wording: Wording | None) -> str | None:
    """Gives a text as the youngest hear it."""
    return wording.texts()[0] if wording is not None else None


def _plain(wording: Wording | None) -> str | None:
    return wording.plain if wording is not None else None


def boxes_of(way: Way, activity: Activity, say: Say = heard_first) -> Iterator[tuple[str, str]]:
    """Gives the texts of an activity under the boxes that would hold them; `say` chooses among rungs.

    What has no box is left out.
    """
    ages = span(activity.youngest, activity.oldest)
    found: dict[str, str | None] = {"title": activity.title, "ages": ages, "phrase": activity.phrase}
    found |= {name: say(getattr(activity, name)) for name in ("scene", "others", "close")}
    found["act"] = say(activity.acts[0]) if activity.acts else None
    if activity.chorus:
        found |= {"word": activity.chorus[0].word, "noise": activity.chorus[0].noise}
    for at, seat in enumerate(activity.seats[:3], start=1):
        found |= {f"{key}{at}": getattr(seat, key) for key in ("name", "wants", "knows", "worries")}
    for at, step in enumerate(activity.steps):
        for path, wording in texts_of(step):
            if field := field_at(way, activity, ("steps", at, *path)):
                found[field] = say(wording)
    fields = {box.field for box in way_in(way).boxes}
    yield from ((field, text) for field, text in found.items() if text and field in fields)
