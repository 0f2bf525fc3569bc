"""Pages that are fuller than a small window: what gives way, and what never does."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import (
    SIZES,
    a_house,
    a_house_of_cards,
    house_of,
    hurried,
    laid_for,
    opened,
    over_nothing,
    play,
    press,
    resize,
    seen,
    table,
    told,
    whole,
)
from hosting import awaited, hosted
from test_sizes import can_be_read, is_whole
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Static

from gatherround.domain.people import MOST_PEOPLE
from gatherround.ui.screens.asking import Becomes, LaterWhen, WhoComesBack, WhoJoins, WhoLeaves
from gatherround.ui.screens.keep_places import KeepPlaces
from gatherround.ui.screens.menu import CHOICES, More
from gatherround.ui.screens.serious import Serious
from gatherround.ui.screens.sheets import OneOf
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.full_page import FullPage
from rounds import ask, laid, read, story
from tables import lists, planned, shelf
from tables import table as people_of

SMALL = ((60, 20), (40, 12))
FULL_STORIES = ("whole-table/the-last-dumpling", "whole-table/here-be-mondays")
CLOSING = (
    'Ask "company, or clear water?" once. Believe the answer you get.',
    "Carry one thing for somebody, and say nothing about it.",
    "our own idea",
    "nothing today",
)
TERMS = (
    "only those I give it to",
    "anybody, if they name me and share alike",
    "anybody, if they name me",
    "anybody, and nobody has to name me",
)
IN_A_STORY = {name: said for name, said in CHOICES.items() if name != "quilt"}


def questions(pilot: Pilot[int]) -> tuple[ModalScreen[object], ...]:
    """Gives what may be asked over a table at which there is no chair left."""
    house, people = house_of(pilot), people_of(*(9,) * (MOST_PEOPLE - 1), 41)
    return (
        KeepPlaces(people, patience=0),
        WhoJoins(people),
        WhoLeaves(people),
        WhoComesBack(people),
        LaterWhen(house.clock.now()),
        Becomes(),
        More(IN_A_STORY),
        OneOf("Who may use it, change it and pass it on?", TERMS, says="The file that goes out says so. " * 3),
    )


@hurried
async def test_every_question_over_the_table_is_whole_and_can_be_answered_at_every_size(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await over_nothing(pilot)
        for question in questions(pilot):
            await pilot.app.push_screen(question)
            for size in SIZES:
                await resize(pilot, *size)
                for words in question.query("Static, Input, Doors"):
                    if words.display and (not isinstance(words, Static) or str(words.visual).strip()):
                        assert whole(words), f"{words} of {question} is cut at {size}"
                assert can_be_read(question.query_one(Doors)), f"an answer to {question} is cut at {size}"
            await pilot.app.pop_screen()


@pytest.mark.parametrize("title", FULL_STORIES)
@hurried
async def test_every_page_of_a_full_story_is_whole_on_small_screens(title: str) -> None:
    async with opened() as pilot:
        await over_nothing(pilot)
        activity = next(one for one in shelf() if one.full_id == title)
        await laid_for(pilot, laid(activity, people_of(4, 9, 14, 41), words=lists().feelings))
        pages = 0
        while play(pilot).phase != "night":
            for size in SMALL:
                await resize(pilot, *size)
                is_whole(pilot)
            await press(pilot, "enter")
            pages += 1
        assert pages > 15


class Page(FullPage):
    """A big word between what was read and what is read now."""

    def compose(self) -> ComposeResult:
        yield Static("It was read before.", classes="said")
        yield Static("It is read now.", classes="lit")
        yield BigWord("WOOF")
        yield Static("EVERYBODY: woof", classes="margin")


@pytest.mark.parametrize(
    ("rows", "big", "earlier"), [(12, 4, True), (7, 4, True), (6, 3, True), (5, 1, True), (4, 1, True), (3, 1, False)]
)
@awaited
async def test_a_big_word_becomes_smaller_then_plain_and_then_what_was_read_goes(
    rows: int, big: int, earlier: bool
) -> None:
    async with hosted(Page(), size=(40, rows)) as pilot:
        there = pilot.app.screen._compositor.full_map
        assert there[pilot.app.screen.query_one(BigWord)].region.height == big
        assert (pilot.app.screen.query_one(".said") in there) == earlier
        assert all(whole(pilot.app.screen.query_one(name)) for name in (".lit", ".margin"))


@pytest.mark.parametrize(("width", "height"), [(56, 10), (38, 10)])
@awaited
async def test_answers_as_long_as_those_of_a_close_are_read_whole_where_there_is_room(width: int, height: int) -> None:
    async with hosted(Doors(CLOSING), size=(width, height)) as pilot:
        assert can_be_read(pilot.app.screen.query_one(Doors))


@hurried
async def test_something_serious_is_one_key_on_every_page_of_a_round_and_says_that_there_is_more() -> None:
    async with opened(a_house_of_cards(), (40, 12)) as pilot:
        await laid_for(pilot, planned(7, 10, 15, 41))
        for keys in ((), ("enter",), ("enter", "enter", "enter"), ("p",), ("x",)):
            await press(pilot, *keys, "escape")
            assert "(key !)" in seen(pilot), "which key it is stands behind more"
            await press(pilot, "0")
            assert isinstance(pilot.app.screen, Serious), keys
            await press(pilot, "escape", "exclamation_mark")
            assert isinstance(pilot.app.screen, Serious), keys
            assert "whom to call" in seen(pilot)
            for _ in range(4):
                await press(pilot, "down")
            assert "whom to call" not in seen(pilot), keys
            await press(pilot, "escape")


@hurried
async def test_what_was_said_over_one_page_is_gone_over_the_next() -> None:
    async with opened() as pilot:
        pilot.app.notify("Said before it began.")
        await laid_for(pilot, laid(story(read("It rained."), ask(), ask()), people_of(9, 41)))
        assert told(pilot) == ("Said before it began.",), "whatever was said last is seen once"
        await press(pilot, "enter")
        assert told(pilot) == ()
        pilot.app.notify("It is on paper.")
        table(pilot)._evening.notices.append("Nothing can be kept.")
        await press(pilot, "enter")
        assert told(pilot) == ("Nothing can be kept.",), "what the evening has to say is said over the page that comes"
