"""From what was typed to an activity: everything nobody asked about is derived, and an empty box has a default."""

from __future__ import annotations

import re
from typing import Any, Final, assert_never

from gatherround.domain.activities import OLDEST, OUR_HOUSE, Activity
from gatherround.domain.drafts.draft import Draft, Way
from gatherround.domain.drafts.renaming import called
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.ids import slug
from gatherround.domain.play.pace import timed
from gatherround.domain.play.words import heard
from gatherround.domain.steps import (
    Ask,
    Choose,
    Chorus,
    Door,
    Facts,
    Name,
    Read,
    Seat,
    Seats,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Wording,
)

BOOK: Final = "our-own-stories"
OPENING: Final = "This one comes from our house. Anyone may close it."
ONE_ON: Final = "Everybody moves one chair on."
NOTHING: Final = "Nothing."
GAP: Final = "…"
"""Stands where something is still to be typed."""
_READS: Final = 7
"""From this age a secret card is read by its player alone."""
ALL_HEAR: Final = "The whole table hears this."
ALL_HEAR_SMALL: Final = f"At these ages the whole table hears it. From {_READS} on it is a secret card."
SECRET: Final = "A secret card for each: only its player reads it."
BOTH: Final = "With both filled it is a secret card for each."
_AGES: Final = re.compile(r"(\d{1,2})\s*(?:(?:-|–|—|to|bis)\s*(\d{1,2})|(\+))?")
_NOT_A_SEAT: Final = frozenset({"next", "choose", "pick"})
_SHARED: Final[dict[str, Any]] = {"empathy": ("understand", "respond"), "helps": ("see-another-side",), "depth": 2}
_LOOKS: Final[dict[Way, dict[str, Any]]] = {
    "two-sides": {**_SHARED, "kind": "swap-seats", "fewest": 2, "most": 6},
    "tiny": {
        "kind": "name-mirror",
        "fewest": 1,
        "most": 6,
        "empathy": ("feel-with", "respond"),
        "helps": ("feel-close",),
    },
    "hard-choice": {**_SHARED, "kind": "script", "fewest": 2, "most": 8},
    "happened": {**_SHARED, "kind": "swap-seats", "fewest": 2, "most": 6, "depth": 3, "flags": (OUR_HOUSE,)},
    "questions": {"kind": "script", "fewest": 1, "most": 8, "empathy": ("understand",), "helps": ("be-heard",)},
}


class Unfinished(Exception):  # noqa: N818 (named for what is still to come)
    """Something is still to be typed before this can be told; `fields` are its boxes, in order."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(*fields)
        self.fields = fields


def ages_of(said: str) -> tuple[int, int] | None:
    """Reads "9", "9-11", "9 to 11" or "9+" as whole years from 2 to 99; none for anything else."""
    found = _AGES.fullmatch(said.strip().casefold().removeprefix("age ").strip())
    if found is None:
        return None
    low = int(found[1])
    high = OLDEST if found[3] else int(found[2] or low)
    return (low, high) if 2 <= low <= high <= OLDEST else None


def missing(draft: Draft) -> tuple[str, ...]:
    """Gives the boxes that have to be filled before a story plays, in the order of the pages."""
    empty = [box.field for box in way_in(draft.way).boxes if box.needed and not draft.meant(box.field)]
    if ages_of(told_in(draft, "ages")) is None:
        empty.append("ages")
    return tuple(empty)


def tell(draft: Draft) -> Activity:
    """Gives the activity that a draft tells; raises Unfinished while something it needs is missing."""
    if gaps := missing(draft):
        raise Unfinished(gaps)
    low, high = ages_of(told_in(draft, "ages")) or (2, OLDEST)
    looks = {**_LOOKS[draft.way], **({"kind": "dilemma"} if _is_dilemma(draft) else {})}
    told = Activity(
        pack=BOOK,
        id=draft.story or slug(draft.meant("title")),
        title=_line(draft, "title"),
        youngest=low,
        oldest=high,
        minutes=1,
        steps=_steps(draft, low),
        scene=_wording(draft.meant("scene")),
        chorus=_chorus(draft),
        seats=_seats(draft),
        others=_wording(told_in(draft, "others")) if draft.way != "questions" else None,
        close=_wording(told_in(draft, "close")),
        acts=tuple(Wording(act) for act in (draft.meant("act"),) if act),
        phrase=_line(draft, "phrase") or None,
        rests_until=draft.rests_until,
        **looks,
    )
    return timed(told)


def with_examples(draft: Draft) -> Draft:
    """Gives a draft that can be told: what is still missing is as it stands in grey."""
    way = way_in(draft.way)
    for field in missing(draft):
        draft = draft.saying(field, way.ages if field == "ages" else way.box(field).such_as)
    return draft


def with_gaps(draft: Draft) -> Draft:
    """Gives a draft that can be told, in which what is still missing is a gap and nobody's example."""
    way = way_in(draft.way)
    for field in missing(draft):
        draft = draft.saying(field, way.ages if field == "ages" else GAP)
    return draft


def told_in(draft: Draft, field: str) -> str:
    """Gives what a box comes to: what was typed, else what the story has in its place."""
    return draft.meant(field) or default(draft, field)


def default(draft: Draft, field: str) -> str:
    """Gives what a story has where this box stays empty; nothing where it can do without."""
    if field == "ages":
        return way_in(draft.way).ages
    one, two = (seat_name(draft, at) or GAP for at in (1, 2))
    wants = draft.meant("wants1") or GAP
    return _DEFAULTS[draft.way].get(field, "").format(one=_safe(one), two=_safe(two), wants=_safe(wants.rstrip(".!?")))


def _safe(name: str) -> str:
    """Keeps a name on one line; `format` puts it in and reads nothing inside it."""
    return " ".join(name.split())


_CHAIRS: Final = {
    "ask1": "From where you sit now: what would you like to say first?",
    "ask2": "You have changed chairs. What looks different from here?",
    "ask3": "What could {one} and {two} try, so that it is all right for both?",
    "others": "You are the weather. Rain when it gets loud, sun when it gets kind.",
    "close": "Out of the chairs. Who here has been {one} once, or {two}? Pass is good.",
}
_DEFAULTS: Final[dict[Way, dict[str, str]]] = {
    "two-sides": _CHAIRS,
    "happened": {**_CHAIRS, "close": "Out of the chairs. Thank you, everybody. What helped, back then? Pass is good."},
    "tiny": {
        "cause": "{one} wanted {wants}.",
        "mirror": "<Feeling>. Because of a big wish.",
        "door1": "A hug.",
        "door2": "Sitting close.",
        "ask1": "Your turn. What do you want?",
        "others": "You are the wind. Blow softly.",
        "close": "Bye-bye, {one}. See you soon.",
    },
    "hard-choice": {
        "question": "What would you do, if it were up to you?",
        "door1": "Say it to {one} today",
        "door2": "Ask {two} first",
        "door3": "Wait, and see what comes",
        "ask1": "Ten minutes on, ten days on, ten months on: who pays for it, and who is glad?",
        "others": "You are the corridor. You have heard something, and not all of it.",
        "close": "Lights on. One sentence that you would really say to one of them? Out loud, if you like.",
    },
    "questions": {"close": "Thank you for telling. Who brings a question of their own next time?"},
}


def _steps(draft: Draft, youngest: int) -> tuple[Step, ...]:
    scene = (Read(),) if draft.meant("scene") else ()
    match draft.way:
        case "two-sides":
            return (*scene, *_on_chairs(draft, youngest))
        case "happened":
            return (Read(text=Wording(OPENING)), *scene, *_on_chairs(draft, youngest))
        case "tiny":
            return (*scene, *_for_little_ones(draft))
        case "hard-choice":
            return (*scene, *_decided(draft))
        case "questions":
            asked = (draft.meant(f"ask{at}") for at in (1, 2, 3, 4))
            return (*scene, *(Ask(text=Wording(text), who="everyone") for text in asked if text))
        case _:
            assert_never(draft.way)


def _on_chairs(draft: Draft, youngest: int) -> tuple[Step, ...]:
    secrets = bool(draft.meant("knows1") and draft.meant("knows2")) and youngest >= _READS
    first, second, last = (Wording(told_in(draft, f"ask{at}")) for at in (1, 2, 3))
    return (
        Seats(private=secrets),
        Ask(text=first, who="everyone"),
        Swap(text=Wording(ONE_ON)),
        Ask(text=second, who="everyone"),
        Ask(text=last, who="next"),
    )


def _for_little_ones(draft: Draft) -> tuple[Step, ...]:
    one = seat_name(draft, 1)
    helps = (*(told_in(draft, field) for field in ("door1", "door2")), NOTHING)
    after = ("Like this. That was soft.", "Like this. That was good.", "Then we sit. Sitting is good.")
    doors = tuple(
        Door(say=Wording(say), then=(Read(text=Wording(then)),)) for say, then in zip(helps, after, strict=True)
    )
    easier = (Wording("This one, or that one?"), Wording("Show me. Point!"))
    return (
        Name(cause=Wording(told_in(draft, "cause")), mirror=Wording(default(draft, "mirror")), about=one),
        Choose(prompt=Wording("What helps?"), options=doors),
        Ask(text=Wording(told_in(draft, "ask1")), wait=5, easier=easier),
    )


def _decided(draft: Draft) -> tuple[Step, ...]:
    doors = tuple(Wording(told_in(draft, f"door{at}")) for at in (1, 2, 3))
    facts = tuple(Wording(text) for at in (1, 2, 3) if (text := draft.meant(f"fact{at}")))
    return (
        Seats(private=False),
        Vote(question=Wording(told_in(draft, "question")), options=doors),
        Talk(prompt=Wording(told_in(draft, "ask1"))),
        *((Facts(cards=facts),) if facts else ()),
        VoteAgain(),
    )


def _is_dilemma(draft: Draft) -> bool:
    """Tells whether a hard choice has all that its kind promises: three people, three facts, and time to look ahead."""
    asked = ("name3", "fact1", "fact2", "fact3")
    return (
        draft.way == "hard-choice"
        and all(draft.meant(field) for field in asked)
        and told_in(draft, "ask1") == (default(draft, "ask1"))
    )


def _seats(draft: Draft) -> tuple[Seat, ...]:
    made: list[Seat] = []
    for at in (1, 2, 3):
        if draft.way == "questions" or not (name := seat_name(draft, at)):
            continue
        told = {key: draft.meant(f"{key}{at}") or None for key in ("wants", "knows", "worries")}
        made.append(Seat(id=_seat_id(name, at, made), name=name, **told))
    return tuple(made)


def seat_name(draft: Draft, at: int) -> str:
    """Gives what somebody is called in the story; of a real name with nicknames beside it, the name."""
    said = _line(draft, f"name{at}")
    return next(iter(called(said)), said) if draft.way == "happened" else said


def heard_by(draft: Draft) -> str:
    """Says who hears what only one of two people knows; nothing until somebody has typed some of it."""
    fields = ("knows1", "knows2")
    known = [bool(draft.meant(field)) for field in fields if field in {box.field for box in way_in(draft.way).boxes}]
    if not any(known):
        return ""
    low, _ = ages_of(told_in(draft, "ages")) or (_READS, OLDEST)
    if draft.way == "hard-choice":
        return ALL_HEAR
    return ALL_HEAR_SMALL if low < _READS else SECRET if all(known) else BOTH


def _seat_id(name: str, at: int, others: list[Seat]) -> str:
    made = slug(name, otherwise="")
    fits = made and made not in _NOT_A_SEAT and made not in {seat.id for seat in others}
    return made if fits else ("one", "two", "three")[at - 1] + "-of-them"


def _chorus(draft: Draft) -> tuple[Chorus, ...]:
    word, noise = _line(draft, "word"), _line(draft, "noise")
    return (Chorus(word, noise),) if word and noise and heard(word, draft.meant("scene")) else ()


def _wording(text: str) -> Wording | None:
    return Wording(text) if text else None


def _line(draft: Draft, field: str) -> str:
    """Gives what a box of one line comes to."""
    return " ".join(draft.meant(field).split())
