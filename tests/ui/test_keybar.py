"""The bottom line: what may be pressed now, clickable, never wider than the screen."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

import pytest
from hosting import awaited, drawn, fills_its_cells, hosted
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.pilot import Pilot
from textual.screen import Screen

from gatherround.ui.widgets.key_hints import fitted
from gatherround.ui.widgets.keybar import KEPT, KeyBar


class Table(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right,pagedown", "did('on')", "on", id="on"),
        Binding("b,left", "did('back')", "back", id="back"),
        Binding("s", "pass_it", "pass", id="pass"),
        Binding("p", "did('pause')", "pause", id="pause"),
        Binding("r", "did('read')", "read", id="read"),
        Binding("c", "did('coach')", "coach", id="coach"),
        Binding("escape", "leave", "more", id="more"),
        Binding("1", "did('one')", "one", id="one", show=False),
        Binding("x", "did('x')", "unnamed"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.may_pass: bool | None = True

    def compose(self) -> ComposeResult:
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.may_pass if action == "pass_it" else True

    def action_did(self, what: str) -> None:
        self.done.append(what)

    def action_pass_it(self) -> None:
        self.done.append("pass")

    def action_leave(self) -> None:
        self.app.pop_screen()


async def laid(pilot: Pilot[None]) -> tuple[Table, KeyBar]:
    table = Table()
    await pilot.app.push_screen(table)
    await pilot.pause()
    return table, table.query_one(KeyBar)


def line(bar: KeyBar) -> str:
    return " ".join(drawn(bar)[0].split())


@awaited
async def test_keys_come_from_the_screens_own_bindings_each_once_with_its_first_key() -> None:
    async with hosted() as pilot:
        _, bar = await laid(pilot)
        assert line(bar) == "space on b back s pass p pause r read c coach esc more"


@pytest.mark.parametrize("may", [False, None])
@awaited
async def test_a_key_that_may_not_be_pressed_now_is_not_offered(may: bool | None) -> None:
    async with hosted() as pilot:
        table, bar = await laid(pilot)
        table.may_pass = may
        table.refresh_bindings()
        await pilot.pause()
        assert "pass" not in line(bar)


@awaited
async def test_each_key_is_a_place_to_click() -> None:
    async with hosted() as pilot:
        table, bar = await laid(pilot)
        shown = drawn(bar)[0]
        for label in ("on", "back", "pass", "pause", "coach"):
            await pilot.click(bar, offset=(shown.index(f" {label} ") + 1, 1))
        await pilot.click(bar, offset=(79, 1))
        await pilot.pause()
        assert table.done == ["on", "back", "pass", "pause", "coach"]


@awaited
async def test_a_click_on_a_page_that_is_left_in_the_same_moment_does_nothing_there() -> None:
    async with hosted() as pilot:
        table, bar = await laid(pilot)
        for x in (drawn(bar)[0].index("esc"), 2):
            at = (bar.region.x + x, bar.region.y + 1)
            bar.post_message(events.Click(bar, x, 1, 0, 0, 1, False, False, False, *at))
        await pilot.pause()
        assert pilot.app.screen is not table
        assert table.done == []


@awaited
async def test_a_click_may_close_the_screen_it_was_on() -> None:
    async with hosted() as pilot:
        table, bar = await laid(pilot)
        await pilot.click(bar, offset=(drawn(bar)[0].index("esc"), 1))
        await pilot.pause()
        assert pilot.app.screen is not table


@awaited
async def test_at_forty_cells_on_pass_pause_and_more_keep_their_words() -> None:
    async with hosted(size=(40, 12)) as pilot:
        _, bar = await laid(pilot)
        assert line(bar) == "space on s pass p pause esc more"


@awaited
async def test_the_line_never_wraps_and_gives_way_in_order() -> None:
    async with hosted() as pilot:
        _, bar = await laid(pilot)
        keys = []
        for width in range(80, 0, -1):
            placed = fitted(bar.hints, width, KEPT)
            assert all(start + hint.wide <= width for start, hint in placed)
            keys.append(tuple(hint.id for _, hint in placed))
        assert keys[0] == ("on", "back", "pass", "pause", "read", "coach", "more")
        shortest = [ids for ids in dict.fromkeys(keys) if ids]
        assert shortest[-1] == ("on",)
        assert all(set(fewer) <= set(more) for more, fewer in pairwise(shortest))


@pytest.mark.parametrize("width", [80, 61, 44, 40, 20, 7, 1])
@awaited
async def test_the_line_fills_exactly_its_cells(width: int) -> None:
    async with hosted(size=(width, 6)) as pilot:
        _, bar = await laid(pilot)
        assert fills_its_cells(bar)


def test_no_hints_need_no_room() -> None:
    assert fitted((), 10, KEPT) == ()
