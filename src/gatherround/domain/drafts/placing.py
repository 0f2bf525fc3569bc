"""Which box a place of an activity belongs to, so that what is said of it stands where it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.drafts.draft import Way
from gatherround.domain.steps import Ask, Choose, Facts, Name, Step, Talk, Vote, Wording

Path: TypeAlias = tuple[str | int, ...]
_OWN: Final = {
    "scene": "scene",
    "chorus": "word",
    "others": "others",
    "close": "close",
    "acts": "act",
    "phrase": "phrase",
}
_PARTS: Final = frozenset({"name", "wants", "knows", "worries"})
ABOUT_THE_SCENE: Final = frozenset({"small-too-long", "hard-to-read"})
"""Codes of what is said of a story as a whole and mended in its scene."""
NO_LAUGH: Final = "no-laugh"


def field_of(way: Way, activity: Activity, path: Path, code: str = "") -> str | None:
    """Gives the box that something found at this path is about; none where no box could mend it."""
    match path:
        case ("title", *_) | ():
            return "word" if code == NO_LAUGH else "scene" if code in ABOUT_THE_SCENE else "title"
        case ("seats", str(seat), *rest):
            number = next((at for at, one in enumerate(activity.seats, start=1) if one.id == seat), 1)
            part = rest[0] if rest and rest[0] in _PARTS else "name"
            return f"{part}{number}"
        case ("ages", *_):
            return "ages"
        case ("steps", *_):
            return field_at(way, activity, path)
        case (str(own), *_):
            return _OWN.get(own)
        case _:
            return None


def field_at(way: Way, activity: Activity, path: Path) -> str | None:
    """Gives the box of a text inside the steps; none for the house's own sentences."""
    match path:
        case ("steps", int(at), *rest):
            step = activity.steps[at]
            number = next((part for part in rest if isinstance(part, int)), 0) + 1
        case _:
            return None
    match step:
        case Ask() if way != "hard-choice" and not {"easier", "if-stuck"} & {*rest}:
            return f"ask{sum(1 for one in activity.steps[: at + 1] if isinstance(one, Ask))}"
        case Name():
            return "cause" if "cause" in rest else None
        case Choose():
            return f"door{number}" if "options" in rest and "then" not in rest and number <= 2 else None
        case Vote():
            return f"door{number}" if "options" in rest else "question"
        case Talk():
            return "ask1"
        case Facts():
            return f"fact{number}"
        case _:
            return None


def texts_of(step: Step) -> Iterator[tuple[Path, Wording]]:
    """Gives the texts of a step that a box may hold, each with its path inside the step."""
    match step:
        case Ask():
            yield ("ask", "text"), step.text
        case Name():
            yield ("name", "cause"), step.cause
        case Choose():
            yield from ((("choose", "options", at, "say"), door.say) for at, door in enumerate(step.options))
        case Vote():
            yield ("vote", "question"), step.question
            yield from ((("vote", "options", at), option) for at, option in enumerate(step.options))
        case Talk():
            yield ("talk", "prompt"), step.prompt
        case Facts():
            yield from ((("facts", "cards", at), card) for at, card in enumerate(step.cards))
        case _:
            return
