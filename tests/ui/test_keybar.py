"""The bottom line: what may be pressed now, clickable, never wider than the screen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

import pytest
from hosting import awaited, drawn, fills_its_cells, hosted
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.screen import Screen

from gatherround.ui.widgets.key_hints import Hint
from gatherround.ui.widgets.key_line import KeyLine
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


class Round(Table):
    """A table whose first keys never move."""

    def compose(self) -> ComposeResult:
        yield KeyBar(("on", "pass", "pause", "more", "one"), ("on", "back", "pass", "pause", "more"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return parameters[0] not in self.idle if parameters else super().check_action(action, parameters)

    idle: frozenset[str] = frozenset()

    async def turn(self, pilot: Pilot[None], *idle: str) -> str:
        """Lays a page on which these mean nothing, and gives the line as it is drawn."""
        self.idle, self.may_pass = frozenset(idle), "pass" not in idle
        self.refresh_bindings()
        await pilot.pause()
        return drawn(self.query_one(KeyBar))[0]


async def a_round(pilot: Pilot[None]) -> Round:
    table = Round()
    await pilot.app.push_screen(table)
    await pilot.pause()
    return table


PAGES = ((), ("back",), ("pass", "read"), ("back", "pass", "pause", "coach"), ("read", "coach"))


@pytest.mark.parametrize("width", [120, 80, 60, 40])
@awaited
async def test_steady_keys_stand_at_one_place_on_every_page_and_the_others_follow(width: int) -> None:
    async with hosted(size=(width, 6)) as pilot:
        table = await a_round(pilot)
        lines = [await table.turn(pilot, *idle) for idle in PAGES]
        steady = ("space on", "s pass", "p pause", "esc more") + (("b back",) if width > 40 else ())
        for key in steady:
            assert len({line.index(key) for line in lines}) == 1, f"{key} moves: {lines}"
        for line, idle in zip(lines, PAGES, strict=True):
            last = line.index("esc more")
            assert all(line.index(key) > last for key in ("r read", "c coach") if key in line)
            assert ("r read" in line) <= ("read" not in idle)
            assert not set(line.split()) & {"r", "c", "b", "s", "p"} - {
                word for key in (*steady, "r read", "c coach") if key in line for word in key.split()
            }, f"a key without its word: {line}"


@awaited
async def test_a_steady_key_that_may_not_be_pressed_is_grey_and_does_nothing_at_a_click() -> None:
    async with hosted() as pilot:
        table = await a_round(pilot)
        bar = table.query_one(KeyBar)
        lit = await table.turn(pilot)
        grey = await table.turn(pilot, "back", "pass")
        assert grey == lit
        style = {part.text: part.style for part in bar.render_line(0)}
        idle = bar.get_component_rich_style("keybar--idle")
        assert style["s"] == idle != style["p"]
        for label in (" back", " pass"):
            await pilot.click(bar, offset=(grey.index(label) + 1, 1))
        await pilot.click(bar, offset=(grey.index(" pause") + 1, 1))
        await pilot.pause()
        assert table.done == ["pause"]


@pytest.mark.parametrize("plainly", ["no_color", "plain_signs"])
@awaited
async def test_where_grey_cannot_be_told_its_place_is_left_empty(plainly: str) -> None:
    async with hosted() as pilot:
        table = await a_round(pilot)
        lit = await table.turn(pilot)
        setattr(pilot.app, plainly, True)
        grey = await table.turn(pilot, "back", "pass")
        assert grey == lit.replace("b back", "      ").replace("s pass", "      ")


@awaited
async def test_idle_keys_give_way_where_something_that_must_be_there_has_no_room() -> None:
    async with hosted() as pilot:
        table = await a_round(pilot)
        await table.turn(pilot, "back", "pass", "pause")
        bar = table.query_one(KeyBar)
        on = next(hint for hint in bar.hints if hint.id == "on")
        must = replace(on, id="one", key="1", label="must be there")
        for width, there in ((80, {"on", "back", "pass", "pause", "more", "one"}), (60, {"on", "more", "one", "read"})):
            placed = bar.line.placed((*bar.hints, must), width)
            assert {hint.id for _, hint in placed} >= there
            assert all(start + hint.wide <= width - 2 for start, hint in placed)


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
            placed = KeyLine(KEPT).placed(bar.hints, width)
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
    assert KeyLine(KEPT).placed((), 10) == ()


def keys(*labels: str) -> tuple[Hint, ...]:
    """Gives the keys a, b, c ... with these words."""
    nowhere = DOMNode()
    return tuple(
        Hint(id=key, key=key, label=word, action=key, node=nowhere) for key, word in zip("abcdef", labels, strict=False)
    )


def said(line: KeyLine, hints: tuple[Hint, ...], width: int) -> str:
    return "  ".join(f"{hint.key} {hint.label}".strip() for _, hint in line.placed(hints, width))


def test_with_words_only_what_is_kept_stands_there_bare_and_what_comes_first_goes_last() -> None:
    line = KeyLine(kept=("f", "a"), first=("d", "c"), words=True)
    hints = keys("apple", "bread", "cake", "dates", "eggs", "figs")
    assert [said(line, hints, width) for width in (80, 48, 40, 30, 20, 15, 10, 5)] == [
        "a apple  b bread  c cake  d dates  e eggs  f figs",
        "a apple  b bread  c cake  d dates  f figs",
        "a apple  c cake  d dates  f figs",
        "a apple  d dates  f figs",
        "a apple  f figs",
        "a  f figs",
        "a  f",
        "f",
    ]


@given(
    st.lists(st.text("xyz", max_size=12), max_size=6),
    st.permutations("abcdef"),
    st.integers(0, 6),
    st.integers(0, 6),
    st.booleans(),
    st.integers(0, 90),
)
def test_a_line_is_never_wider_than_its_room_and_its_keys_never_change_places(
    labels: list[str], order: list[str], steady: int, kept: int, words: bool, width: int
) -> None:
    hints = keys(*labels)
    line = KeyLine(tuple(order[:kept]), tuple(order[kept:]), tuple("abcdef"[:steady]), words=words)
    placed = line.placed(hints, width)
    assert all(start >= 2 and start + hint.wide <= width - 2 for start, hint in placed)
    assert all(start + hint.wide + 2 <= later for (start, hint), (later, _) in pairwise(placed))
    ids = [hint.id for _, hint in placed]
    assert ids == sorted(ids)
    if words and not steady:
        bare = {hint.id for _, hint in placed if not hint.label} - {hint.id for hint in hints if not hint.label}
        assert bare <= {*line.kept}
