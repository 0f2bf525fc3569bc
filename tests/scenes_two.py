"""Scenes of what two grown-ups meet, and of what a talk of any table meets: hand-overs, how sure, another day."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from gatherround.domain.play.beats import Pick, Say, Turn
from gatherround.host.house import House
from gatherround.host.household import Setting
from rounds import story
from scenes import Scene, at_table, beat, laid, pressing
from tables import table

TWO = ("two-of-us/best-seat", 38, 40)


def put_aside(house: House) -> None:
    """Lets two play, and put something aside."""
    from rounds import laid as of_one

    people = tuple(replace(one, id=f"guest-{at}", member=False) for at, one in enumerate(table(38, 40), start=1))
    house.household.remember(Setting(people=people))
    evening = house.evening()
    evening.start(of_one(story(), people))
    house.promises().put_aside("whose turn it is on Sundays")
    waiting = evening.waiting()
    assert waiting is not None
    evening.let_go(waiting)


async def _typed(pilot: Pilot[int]) -> None:
    await at_table(laid(*TWO), beat(Turn))(pilot)
    await pilot.press("l", *"whose turn it is on Sundays")
    await pilot.pause()


async def _book(pilot: Pilot[int]) -> None:
    await pilot.press("6", "6", "s")
    await pilot.app.workers.wait_for_complete()
    await pilot.press(*["down"] * 8)
    await pilot.pause()


COUPLES: tuple[Scene, ...] = (
    Scene(
        "for-two",
        "Before a couple's first: whom it is not for, and where to turn.",
        at_table(replace(laid(*TWO), new_two=True), beat(Say, label="cover")),
    ),
    Scene(
        "for-two-small",
        "The same in the smallest window.",
        at_table(replace(laid(*TWO), new_two=True), beat(Say, label="cover")),
        size=(40, 12),
    ),
    Scene(
        "handed-on",
        "A long question is handed on, and stays there to be seen.",
        at_table(laid("whole-table/the-last-dumpling", 9, 40, 42), lambda play: bool(getattr(play.beat, "asked", ""))),
    ),
    Scene(
        "sure-now",
        "How sure, once the person has answered.",
        at_table(laid("whole-table/two-weeks-of-parrot", 9, 15, 40), beat(Pick, use="sure-now")),
    ),
    Scene("for-another-day", "A second topic is put aside in a few words.", _typed),
    Scene("tonight-put-aside", "It waits for just those two, in one line.", pressing(), lives=put_aside),
    Scene("taken-up", "What becomes of it.", pressing("t"), lives=put_aside),
    Scene(
        "find-for-two",
        "Found by hand: whom it is not for comes first, and g is the way to help.",
        pressing("6", "6", "f", "1", "slash", *"best seat", "enter"),
    ),
    Scene("story-book-for-two", "The book says whom it is not for, and g is the way to help.", _book),
)
