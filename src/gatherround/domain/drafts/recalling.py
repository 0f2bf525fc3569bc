"""From an activity back to the boxes that made it, or nothing where its file says more than a form could."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gatherround.domain.activities import Activity, span
from gatherround.domain.drafts.draft import WAYS, Draft, Way
from gatherround.domain.drafts.telling import OPENING, missing, tell
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.steps import Ask, Choose, Facts, Name, Read, Step, Talk, Vote, Wording


def recall(activity: Activity) -> Draft | None:
    """Gives the draft that tells exactly this activity, with empty boxes where it has what an empty box comes to.

    None where there is no such draft: somebody has said more in the file than a form can hold.
    """
    for way in WAYS:
        draft = Draft(way=way, story=activity.id, words=tuple(_boxes(way, activity)), rests_until=activity.rests_until)
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


def _boxes(way: Way, activity: Activity) -> Iterator[tuple[str, str]]:
    """Gives every text of an activity under the box that would hold it; what fits nowhere is missed by `_tells`."""
    found: dict[str, str | None] = {"title": activity.title, "ages": _ages(activity), "phrase": activity.phrase}
    found |= {name: _plain(getattr(activity, name)) for name in ("scene", "others", "close")}
    found["act"] = _plain(activity.acts[0]) if activity.acts else None
    if activity.chorus:
        found |= {"word": activity.chorus[0].word, "noise": activity.chorus[0].noise}
    for at, seat in enumerate(activity.seats[:3], start=1):
        found |= {f"name{at}": seat.name}
        found |= {f"{key}{at}": getattr(seat, key) for key in ("wants", "knows", "worries")}
    found |= dict(_of_steps(way, _after_the_scene(activity)))
    fields = {box.field for box in way_in(way).boxes}
    yield from ((field, text) for field, text in found.items() if text and field in fields)


def _after_the_scene(activity: Activity) -> tuple[Step, ...]:
    steps = activity.steps
    if steps[:1] == (Read(text=Wording(OPENING)),):
        steps = steps[1:]
    return steps[1:] if steps[:1] == (Read(),) else steps


def _of_steps(way: Way, steps: tuple[Step, ...]) -> Iterator[tuple[str, str | None]]:
    asks = [step.text for step in steps if isinstance(step, Ask)]
    if way != "hard-choice":
        yield from ((f"ask{at}", _plain(text)) for at, text in enumerate(asks[:4], start=1))
    for step in steps:
        match step:
            case Name():
                yield "cause", _plain(step.cause)
            case Choose():
                yield from ((f"door{at}", _plain(door.say)) for at, door in enumerate(step.options[:2], start=1))
            case Vote():
                yield "question", _plain(step.question)
                yield from ((f"door{at}", _plain(option)) for at, option in enumerate(step.options[:3], start=1))
            case Talk():
                yield "ask1", _plain(step.prompt)
            case Facts():
                yield from ((f"fact{at}", _plain(card)) for at, card in enumerate(step.cards[:3], start=1))
            case _:
                pass


def _plain(wording: Wording | None) -> str | None:
    return wording.plain if wording is not None else None


def _ages(activity: Activity) -> str:
    return span(activity.youngest, activity.oldest)
