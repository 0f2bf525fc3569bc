"""Why it is this story stands under its title while it opens, at every size, and on no other page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dining import SIZES, hurried, laid_for, opened, play, press, seen, told, whole
from hosting import awaited
from test_sizes import is_whole
from textual.pilot import Pilot

from gatherround.domain.dealing.evening import FIRST_EVENING
from gatherround.domain.dealing.reasons import A_LITTLE_OVER, FITS
from gatherround.domain.play.looking import title
from gatherround.domain.play.plan import Plan
from gatherround.ui.widgets.table_top import LOW, WhyThisOne
from rounds import ask, laid, read, seats, story
from tables import shelf, table

WHY = "It is one to laugh at together."
LONG = (
    "You asked to see another side, and nothing for that fits fifteen minutes: twenty have room for it, or find one by "
    "hand. Lemon, Pepper and Bread sit by, with a job of their own, and go first next time."
)


def two(why: str = WHY) -> Plan:
    """Lays a story of two pages and another after it."""
    plan = laid(story(read("It rained."), read("It stopped."), title="Rain"), table(9, 40))
    after = laid(story(ask("And you?"), title="Sun", id="sun"), table(9, 40))
    return replace(plan, deals=tuple(replace(one.deals[0], why=why) for one in (plan, after)))


def said(pilot: Pilot[int]) -> str:
    line = pilot.app.screen.query_one(WhyThisOne)
    return str(line.visual) if line.display else ""


@hurried
async def test_why_it_is_this_one_stands_there_while_a_story_opens_and_back_on_that_page() -> None:
    async with opened() as pilot:
        await laid_for(pilot, two())
        assert said(pilot) == WHY
        assert WHY in seen(pilot)
        await press(pilot, "enter")
        assert said(pilot) == ""
        await press(pilot, "b")
        assert said(pilot) == WHY
        await press(pilot, "p")
        assert said(pilot) == "", "a pause is a pause"
        await press(pilot, "enter")
        assert said(pilot) == WHY
        while title(play(pilot)) != "Sun":
            await press(pilot, "enter")
        assert said(pilot) == WHY, "and so does the next one"
        while play(pilot).phase != "close":
            await press(pilot, "enter")
        assert said(pilot) == ""


@hurried
async def test_a_story_that_opens_without_a_reason_takes_no_row_for_one() -> None:
    async with opened() as pilot:
        await laid_for(pilot, two(why=""))
        assert not pilot.app.screen.query_one(WhyThisOne).display


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_the_longest_reason_is_read_whole_with_the_page_under_it(size: tuple[int, int]) -> None:
    words = "Thirty words are as many as are read in one breath, and this is what stands here so that the page is as "
    first = read(words + "full as pages of the shelf become, even so.")
    for activity in (story(first), story(first, props=("a spoon", "a pot"), seats=seats("Mo", "Bo"))):
        plan = laid(activity, table(9, 40, 3))
        async with opened(size=size) as pilot:
            await laid_for(pilot, replace(plan, deals=(replace(plan.deals[0], why=LONG),)))
            is_whole(pilot)
            if size[1] < LOW:
                assert told(pilot) == (LONG,), "where every row is the page's, it pops up over the keys"
            else:
                assert whole(pilot.app.screen.query_one(WhyThisOne))


@hurried
async def test_on_the_first_page_of_a_first_evening_nothing_gives_way_to_the_reason_at_any_size() -> None:
    plan = laid(next(one for one in shelf() if one.full_id == FIRST_EVENING), table(3, 9, 15, 40, 42))
    for size in SIZES:
        async with opened(size=size) as pilot:
            await laid_for(pilot, replace(plan, deals=(replace(plan.deals[0], why=f"{FITS} {A_LITTLE_OVER}"),)))
            is_whole(pilot)
