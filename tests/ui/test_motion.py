"""What moves at the table: a few pictures, one thing at a time; no key waits for it, and nothing is left running."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from dining import hurried, laid_for, opened, panel, play, press, quiet, seen, settled, table, tap
from textual.pilot import Pilot

from gatherround.domain.people import Wish
from gatherround.domain.play.beats import Card, Pick, Say
from gatherround.domain.play.looking import is_calm
from gatherround.domain.play.make import begin
from gatherround.domain.play.moves import On
from gatherround.domain.play.plan import Plan, Play
from gatherround.ui.moving import CALM, Moving
from gatherround.ui.panels.evening import DIMS_AFTER, QUIET_AFTER, NightPanel
from gatherround.ui.panels.sewing import Swatch
from gatherround.ui.screens.cover import Cover
from gatherround.ui.widgets.curtains import Curtains
from gatherround.ui.widgets.night import Envelope, GoesDim
from gatherround.ui.widgets.turned_over import TurnedOver
from scenes import EVERYBODY, TEENS, Finds, beat, directed, laid

MINE = laid("other-shoes/which-song", 9, 10, 41)
NIGHT: Finds = lambda play: play.phase == "night"  # noqa: E731
MOVING: dict[str, tuple[Plan, Finds, type[Moving], int]] = {
    "a fact turns over": (laid(*TEENS), beat(Say, label="fact"), TurnedOver, 1),
    "curtains close over a card": (MINE, beat(Card), Curtains, 1),
    "three stitches wiggle": (laid(*EVERYBODY), beat(Pick, use="stitch"), Swatch, 3),
}
SCENES = pytest.mark.parametrize("called", MOVING)


def calm(plan: Plan, wish: Wish = "hard-night") -> Plan:
    return replace(plan, wish=wish)


async def played_to(pilot: Pilot[int], plan: Plan, finds: Callable[[Play], bool]) -> None:
    """Lays the table for a plan and plays on until the play has what is looked for; no time has gone by since then."""
    here = await laid_for(pilot, plan)
    for _ in range(200):
        if finds(play(pilot)):
            break
        here.ask_for(On())
        await quiet()


def still_moving(pilot: Pilot[int]) -> list[Moving]:
    return [one for one in pilot.app.screen.query(Moving) if one.picture >= 0]


def ticking(pilot: Pilot[int]) -> list[object]:
    """Gives every timer of what lies on the page that has not come to its end."""
    nodes = pilot.app.screen.walk_children()
    return [timer for node in nodes for timer in node._timers if timer._task and not timer._task.done()]


@SCENES
@hurried
async def test_with_motion_it_comes_in_pictures_and_then_stands_as_it_stands_without(called: str) -> None:
    plan, finds, kind, count = MOVING[called]
    async with opened(size=(80, 24)) as pilot:
        await played_to(pilot, plan, finds)
        await settled(pilot)
        assert still_moving(pilot) == []
        stands = seen(pilot)
    async with opened(size=(80, 24), motion=True) as pilot:
        await played_to(pilot, plan, finds)
        assert len(still_moving(pilot)) == count
        assert all(isinstance(one, kind) for one in still_moving(pilot))
        assert seen(pilot) != stands
        await pilot.pause(5)
        assert seen(pilot) == stands
        assert still_moving(pilot) == []
        assert ticking(pilot) == [], "nothing runs while nobody does anything"


@SCENES
@hurried
async def test_a_key_finishes_it_and_does_what_it_does(called: str) -> None:
    plan, finds, _, _ = MOVING[called]
    async with opened(size=(80, 24), motion=True) as pilot:
        await played_to(pilot, plan, finds)
        before = play(pilot)
        await press(pilot, "escape")
        assert still_moving(pilot) == []
        await press(pilot, "escape")
        assert play(pilot) == before
        await press(pilot, "1" if isinstance(before.beat, Pick) else "enter")
        assert play(pilot) != before


@SCENES
@pytest.mark.parametrize("wish", ["hard-night", "settle"])
@hurried
async def test_a_calm_evening_has_no_motion(called: str, wish: Wish) -> None:
    plan, finds, _, _ = MOVING[called]
    async with opened(size=(80, 24), motion=True) as pilot:
        await played_to(pilot, calm(plan, wish), finds)
        assert table(pilot).has_class(CALM)
        assert still_moving(pilot) == []


@hurried
async def test_stitches_wiggle_one_after_another_by_one_cell() -> None:
    async with opened(size=(80, 24), motion=True) as pilot:
        await played_to(pilot, *MOVING["three stitches wiggle"][:2])
        here = list(pilot.app.screen.query(Swatch))
        lying = [one._rows for one in here]
        asides: list[int] = []
        for number in range(Swatch.PICTURES):
            for one in here:
                one.picture = number
            rows = [tuple(str(one.render()).splitlines()) for one in here]
            asides += [at for at, (now, then) in enumerate(zip(rows, lying, strict=True)) if now != then]
            assert all(
                len(a) == len(b) for one, lay in zip(rows, lying, strict=True) for a, b in zip(one, lay, strict=True)
            )
        assert asides == [0, 0, 1, 1, 2, 2]


@hurried
async def test_a_cover_hides_all_at_once_and_its_curtains_close_over_it() -> None:
    plan, finds, _, _ = MOVING["a fact turns over"]
    async with opened(size=(60, 20), motion=True) as pilot:
        await played_to(pilot, plan, finds)
        await tap(pilot, "full_stop")
        assert isinstance(pilot.app.screen, Cover)
        assert len(still_moving(pilot)) == 1
        drawn = seen(pilot)
        assert not any(sign.isalpha() for sign in drawn), "not a letter of the page is left"
        assert "┃" in drawn
        await pilot.pause(1)
        assert "any key when you are back" in seen(pilot)
        assert "┃" not in seen(pilot)
        await press(pilot, "x")
        assert not isinstance(pilot.app.screen, Cover)


@hurried
async def test_a_key_uncovers_before_the_curtains_have_closed() -> None:
    async with opened(size=(60, 20), motion=True) as pilot:
        await played_to(pilot, *MOVING["a fact turns over"][:2])
        await press(pilot, "full_stop", "space")
        assert not isinstance(pilot.app.screen, Cover)


def lit_rows(pilot: Pilot[int]) -> int:
    """Counts the rows of the night that are not dim yet."""
    lines = [one for one in panel(pilot).children if isinstance(one, GoesDim)]
    return sum(one.size.height - one.dim_rows for one in lines)


@hurried
async def test_goodnight_goes_dim_row_by_row_and_an_ember_stays_for_a_minute() -> None:
    async with opened(size=(80, 24), motion=True) as pilot:
        await played_to(pilot, laid(*EVERYBODY), NIGHT)
        await settled(pilot)
        night = panel(pilot)
        assert isinstance(night, NightPanel)
        before = lit_rows(pilot)
        await pilot.pause(DIMS_AFTER)
        await pilot.pause(1.2)
        assert before - 3 <= lit_rows(pilot) < before
        await pilot.pause(15)
        assert lit_rows(pilot) == 0
        assert "▗██▖" in seen(pilot)
        assert "close the lid" in seen(pilot), "dim, and there"
        await pilot.pause(QUIET_AFTER)
        assert seen(pilot).strip() == ""
        assert ticking(pilot) == []
        await press(pilot, "space")
        assert not pilot.app.screen.query(NightPanel)


@pytest.mark.parametrize("hard", [True, False])
def test_where_nothing_moves_the_night_goes_dim_as_a_whole(hard: bool) -> None:
    @hurried
    async def night() -> None:
        async with opened(size=(80, 24), motion=hard) as pilot:
            plan = laid(*EVERYBODY)
            await played_to(pilot, calm(plan) if hard else plan, NIGHT)
            await settled(pilot)
            before = lit_rows(pilot)
            await pilot.pause(QUIET_AFTER / 2 - 1)
            assert not panel(pilot).has_class("-dim")
            await pilot.pause(2)
            assert panel(pilot).has_class("-dim")
            assert lit_rows(pilot) == before
            await pilot.pause(QUIET_AFTER)
            assert seen(pilot).strip() == ""

    night()


@pytest.mark.parametrize("motion", [True, False])
def test_what_is_sealed_lies_there_under_one_stamp_and_what_is_not_does_not(motion: bool) -> None:
    @hurried
    async def seal() -> None:
        for door, lies in ((0, True), (-1, False)):
            async with opened(size=(80, 24), motion=motion) as pilot:
                await played_to(pilot, directed(), beat(Pick, use="envelope"))
                asked = play(pilot).beat
                assert isinstance(asked, Pick)
                await tap(pilot, str(range(len(asked.options))[door] + 1))
                assert NIGHT(play(pilot))
                assert len(pilot.app.screen.query(Envelope)) == lies
                assert len(still_moving(pilot)) == (lies and motion)
                await pilot.pause(2)
                assert ("╭╮" in seen(pilot)) == lies
                assert still_moving(pilot) == []

    seal()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
def test_nothing_that_moves_asks_for_more_room_than_what_stands(size: tuple[int, int]) -> None:
    @hurried
    async def looked_at() -> None:
        for plan, finds, _, _ in MOVING.values():
            async with opened(size=size) as pilot:
                await played_to(pilot, plan, finds)
                await settled(pilot)
                lies = {one: one.region for one in panel(pilot).query("*") if not isinstance(one, Curtains)}
                for one in pilot.app.screen.query(Moving):
                    one.picture = 0
                await settled(pilot)
                assert {one: one.region for one in lies} == lies

    looked_at()


def test_calm_is_a_hard_evening_one_to_settle_in_and_three_minutes_and_no_other() -> None:
    plan = laid(*EVERYBODY)
    wishes = {wish for wish in get_args(Wish) if is_calm(begin(replace(plan, wish=wish)))}
    assert wishes == {"hard-night", "settle"}
    assert is_calm(begin(replace(plan, minutes=3)))
    assert not is_calm(begin(replace(plan, minutes=5)))
