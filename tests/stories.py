"""Strategies for activities that any family could have written, and the files that they would have written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Final, get_args

from hypothesis import strategies as st

from gatherround.domain.activities import Activity, Empathy, Help, Kind, Recall
from gatherround.domain.stages import ADULT, BANDS, COMPONENTS, Band, stage_of
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Chorus,
    Door,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Read,
    Rewind,
    Seat,
    Seats,
    SmallHands,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Wording,
    Write,
)
from tables import lists

PACK: Final = "made-up"
Texts = st.SearchStrategy[str]
Wordings = st.SearchStrategy[Wording]
Draw = Callable[[st.SearchStrategy[Any]], Any]

_LETTERS: Final = "abc xyz ABC 019 .,:;?!'\"-–—…’“”#&*@%|>{}[]<>()=~`/\\_éßñ日本語🦆\n"
_TRAPS: Final = ("yes", "No", "null", "~", "12:30", "1.10", "2024-13-45", "- a", "? b", "a: b", "# c", "<me>, <next>?")
_SPECIAL: Final = {"scene", "again", ""}
_WHO: Final = ("turn", "next", "everyone", "adults-first")


@cache
def texts(most: int = 60) -> Texts:
    """Gives texts as people write them, and many that YAML could take for something else."""
    made = st.text(_LETTERS, min_size=1, max_size=most).map(str.strip)
    return (made | st.sampled_from(_TRAPS)).filter(lambda text: text not in _SPECIAL and len(text) <= most)


@cache
def ids() -> Texts:
    """Gives names that never change."""
    return st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)


@cache
def wordings(band: Band) -> Wordings:
    """Gives texts for everybody, and rungs of which one is for the band of the youngest."""
    fitting = st.sampled_from(BANDS[: BANDS.index(band) + 1])
    rungs = st.tuples(st.dictionaries(st.sampled_from(BANDS), texts(), max_size=3), fitting, texts())
    laddered = rungs.map(lambda made: Wording(**{**made[0], made[1].value: made[2]}))
    return texts().map(Wording) | laddered


def _some(each: st.SearchStrategy[Any], least: int, most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each, min_size=least, max_size=most).map(tuple)


def _maybe(each: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | each


def _feelings() -> Texts:
    return st.sampled_from([feeling.word for feeling in lists().feelings])


@cache
def following(band: Band, *, scene: bool) -> dict[type, st.SearchStrategy[Any]]:
    """Gives a strategy for each step that may stand behind a door."""
    said = wordings(band)
    hands = st.builds(SmallHands, st.sampled_from(("crash", "splash", "sneeze", "dark")), texts(12))
    return {
        Read: st.builds(
            Read,
            text=_maybe(said) if scene else said,
            face=_maybe(_feelings()),
            beat=st.sampled_from((None, "laugh", "hush")),
            small_hands=_maybe(hands),
        ),
        Ask: st.builds(
            Ask,
            text=said,
            who=st.sampled_from(_WHO),
            wait=st.integers(0, 15),
            easier=_some(said, 0, 2),
            if_stuck=_some(said, 0, 2),
            show=st.booleans(),
            marks=_some(st.sampled_from(("known", "guessed", "?")), 0, 3),
        ),
        Name: st.builds(
            Name,
            cause=said,
            mirror=said,
            about=_maybe(texts()),
            who=st.sampled_from(_WHO[:3]),
            options=st.just(()) | _some(_feelings(), 2, 6),
            also=_maybe(texts()),
        ),
        Breathe: st.builds(Breathe, pattern=st.sampled_from(("soup", "star", "senses")), times=st.integers(1, 6)),
        Offer: st.builds(Offer, acts=_some(said, 1, 3), prompt=_maybe(said)),
    }


@cache
def every_step(band: Band, seats: tuple[str, ...], *, scene: bool) -> dict[type, st.SearchStrategy[Any]]:
    """Gives a strategy for each step that may stand anywhere once seats are given out and a vote is taken."""
    said, behind = wordings(band), following(band, scene=scene)
    doors = st.builds(Door, say=said, then=_some(st.one_of(*behind.values()), 1, 2))
    made = {
        **behind,
        Choose: st.builds(Choose, prompt=said, options=_some(doors, 2, 4), who=st.sampled_from(_WHO[:2])),
        Guess: st.builds(
            Guess,
            about=st.sampled_from(("next", "pick", *seats)),
            prompt=said,
            check=_maybe(texts()),
            sure=st.booleans(),
        ),
        Echo: st.builds(
            Echo,
            topic=said,
            swap=st.booleans(),
            starters=_some(said, 0, 2),
            seconds=st.just(()) | _some(st.integers(5, 600), 3, 3),
        ),
        Vote: st.builds(Vote, question=said, options=_some(said, 2, 4)),
        VoteAgain: st.just(VoteAgain()),
        Facts: st.builds(Facts, cards=_some(said, 1, 6), ask=_maybe(said)),
        Talk: st.builds(Talk, prompt=said, minutes=st.integers(1, 5)),
        Rewind: st.builds(Rewind, start=said, change=said),
        Write: st.builds(Write, prompt=said, words=st.integers(1, 60), keep=st.sampled_from(("no", "corner"))),
    }
    if seats:
        made[Seats] = st.builds(Seats, private=st.booleans())
        made[Swap] = st.builds(Swap, to=st.sampled_from(("next", "choose", *seats)), text=_maybe(said))
    return made


@st.composite
def activities(draw: Draw) -> Activity:
    """Gives whole activities: every step, every field, rungs and doors; errors none, findings as they come."""
    youngest = draw(st.integers(2, 99))
    band = (stage_of(youngest) or ADULT).band
    said = wordings(band)
    seats = draw(_seats())
    scene = draw(_maybe(said))
    choices = every_step(band, tuple(seat.id for seat in seats), scene=scene is not None)
    first: list[Step] = [draw(choices[Vote]), *([draw(choices[Seats])] if seats else [])]
    drawn = [_numbered(step, at) for at, step in enumerate(draw(st.lists(st.one_of(*choices.values()), max_size=5)))]
    return Activity(
        pack=PACK,
        id=draw(ids()),
        title=draw(texts()),
        kind=draw(st.sampled_from(get_args(Kind))),
        youngest=youngest,
        oldest=draw(st.integers(youngest, 99)),
        minutes=draw(st.integers(1, 30)),
        fewest=(fewest := draw(st.integers(1, 12))),
        most=draw(st.integers(fewest, 12)),
        steps=(*first, *drawn),
        scene=scene,
        seats=seats,
        depth=draw(st.integers(1, 4)),
        size=draw(st.sampled_from((None, "pebble", "brick", "boulder"))),
        component=draw(_maybe(st.sampled_from(COMPONENTS))),
        preflight=draw(st.booleans()),
        series=draw(_maybe(ids())),
        episode=draw(_maybe(st.integers(1, 99))),
        whisper=draw(_maybe(texts())),
        coach=draw(_maybe(texts())),
        phrase=draw(_maybe(texts(30))),
        next=draw(_maybe(texts())),
        retired=draw(st.booleans()),
        **_lists(draw),
        **{name: draw(_maybe(said)) for name in ("others", "close", "exit")},
        acts=draw(_some(said, 0, 3)),
        chorus=draw(_some(st.builds(Chorus, texts(40), texts(40), _maybe(texts())), 0, 2)),
        recall=draw(_some(st.builds(Recall, source=_sources(), door=st.integers(1, 4), text=said), 0, 2)),
    )


def _numbered(step: Step, at: int) -> Step:
    """Gives every other choice an id, none of them twice."""
    return replace(step, id=f"door-{at}") if isinstance(step, Choose) and at % 2 else step


def _lists(draw: Draw) -> dict[str, Any]:
    practices = [practice.id for practice in lists().practices if practice.carried]
    return {
        "empathy": draw(_some(st.sampled_from(get_args(Empathy)), 0, 2)),
        "helps": draw(_some(st.sampled_from(get_args(Help)), 0, 2)),
        "flags": draw(_some(ids(), 0, 2)),
        "practices": draw(_some(st.sampled_from(practices), 0, 3)),
        "why": draw(_some(st.sampled_from([row.id for row in lists().evidence]), 0, 3)),
        "props": draw(_some(texts(), 0, 2)),
        "if_stuck": draw(_some(texts(), 0, 2)),
        "twists": draw(_some(texts(), 0, 2)),
        "meant": draw(_some(texts(), 0, 2)),
    }


@cache
def _seats() -> st.SearchStrategy[tuple[Seat, ...]]:
    more = {name: _maybe(texts()) for name in ("wants", "knows", "worries", "card")}
    seats = [st.builds(Seat, id=st.just(name), name=texts(40), **more) for name in ("ines", "bea-2", "3")]
    return st.one_of(*(st.tuples(*seats[:count]) for count in range(4)))


def _sources() -> Texts:
    return st.tuples(ids(), ids()).map(lambda both: f"{PACK}/{both[0]}/{both[1]}")
