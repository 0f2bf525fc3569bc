"""What was found, leafed through: a few at a time, one of them open, and never a place where nothing is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.finding import Found
from gatherround.domain.leafing import Leafing
from rounds import story

FOUND = tuple(
    Found(activity=story(id=f"s-{at}", title=f"S {at}"), minutes=5, title=f"s {at}", letters="") for at in range(23)
)
WAYS = st.sampled_from(["next", "before", "more", 0, 3, 8, "fewer", "room"])


def test_more_shows_each_story_once_and_then_the_first_again() -> None:
    leaf, met = Leafing(FOUND), list[Found]()
    for _ in range(5):
        met += leaf.page
        assert leaf.rest == len(FOUND) - len(leaf.page)
        leaf = leaf.turned("more")
    assert met == [*FOUND]
    assert leaf.place == 0


def test_next_and_before_go_round_and_round() -> None:
    assert Leafing(FOUND).turned("before").open_one is FOUND[-1]
    assert Leafing(FOUND, 22).turned("next").open_one is FOUND[0]


def test_a_number_opens_one_of_those_that_are_listed_and_no_other() -> None:
    leaf = Leafing(FOUND, 21)
    assert (leaf.page, leaf.on_page) == (FOUND[20:], 1)
    assert leaf.opened(2).open_one is FOUND[22]
    assert leaf.opened(3) == leaf
    assert leaf.opened(-1) == leaf


def test_where_nothing_was_found_nothing_is_open_and_no_key_leads_anywhere() -> None:
    leaf = Leafing(FOUND, 7).among(())
    assert (leaf.open_one, leaf.page, leaf.rest) == (None, (), 0)
    assert [leaf.turned(way) for way in ("next", "before", "more")] == [leaf] * 3  # type: ignore[arg-type]
    assert leaf.opened(0) == leaf


@given(st.integers(0, 23), st.lists(WAYS, max_size=12))
def test_whatever_is_pressed_what_lies_open_is_listed(count: int, ways: list[str | int]) -> None:
    leaf = Leafing(FOUND[:count])
    for way in ways:
        match way:
            case int():
                leaf = leaf.opened(way)
            case "fewer":
                leaf = leaf.among(leaf.found[: len(leaf.found) // 2])
            case "room":
                leaf = replace(leaf, room=14 - leaf.room)
            case _:
                leaf = leaf.turned(way)  # type: ignore[arg-type]
        assert (leaf.open_one is None) == (not leaf.found)
        assert leaf.open_one is None or leaf.page[leaf.on_page] is leaf.open_one
        assert len(leaf.page) <= leaf.room
