"""Lists that keep calm under any key and at any size, where Textual's own would raise."""

from __future__ import annotations

import pytest
from hosting import HOSTILE, awaited, heard, hosted
from rich.style import Style
from textual.events import Click

from gatherround.ui.lists import CalmList, ListOf, option

KEYS = ("pagedown", "pageup", "down", "up", "home", "end", "enter")
options = tuple(option(text) for text in HOSTILE)


@awaited
async def test_page_keys_before_the_first_layout_do_nothing() -> None:
    calm = CalmList(option("a"), option("b"))
    calm.action_page_down()
    async with hosted(calm) as pilot:
        calm.styles.display = "none"
        calm.add_option(option("c"))
        calm.action_page_down()
        calm.action_page_up()
        await pilot.pause()
        assert pilot.app.is_running


SIZES = ((80, 24), (9, 5), (5, 4), (4, 3), (3, 2), (2, 2), (1, 1))


@pytest.mark.parametrize("width", ["auto", "100%", "0", "1", "5"])
@awaited
async def test_no_size_and_no_key_breaks_a_list_of_hostile_words(width: str) -> None:
    calm = CalmList(*(option(text) for text in HOSTILE))
    async with hosted(calm) as pilot:
        calm.styles.width = width
        calm.focus()
        for size in (*SIZES, *(other for one in SIZES for other in (one, (30, 6), (2, 2)))):
            await pilot.resize_terminal(*size)
            for key in KEYS:
                pilot.app.simulate_key(key)
            await pilot.pause()
            assert pilot.app.is_running, size


@awaited
async def test_a_list_of_disabled_options_and_an_empty_one_stay_as_they_are() -> None:
    calm = CalmList(*(option(text, disabled=True) for text in "abc"))
    async with hosted(calm) as pilot:
        calm.focus()
        await pilot.press(*KEYS)
        assert heard(pilot) == []
        calm.clear_options()
        await pilot.press(*KEYS)
        assert calm.highlighted is None


@awaited
async def test_a_page_is_still_a_page_where_there_is_one() -> None:
    calm = CalmList(*(option(str(number)) for number in range(60)))
    async with hosted(calm, size=(20, 12)) as pilot:
        calm.focus()
        await pilot.press("pagedown")
        assert calm.highlighted is not None
        assert calm.highlighted > 5
        await pilot.press("pageup")
        assert calm.highlighted == 0


@awaited
async def test_a_plain_string_is_never_read_as_markup() -> None:
    calm = CalmList()
    async with hosted(calm) as pilot:
        calm.add_option("[/b] and [@click=app.quit]x[/]")
        await pilot.pause()
        assert "[/b] and [@click=app.quit]x[/]" in calm.render_line(0).text


@awaited
async def test_a_click_on_an_option_that_has_gone_since_it_was_drawn_does_nothing() -> None:
    calm = CalmList(option("a"), option("b"))
    async with hosted(calm) as pilot:
        gone = Click(calm, 1, 1, 0, 0, 1, False, False, False, style=Style(meta={"option": 1}))
        calm.remove_option_at_index(1)
        calm.post_message(gone)
        await pilot.pause()
        assert pilot.app.is_running


@awaited
async def test_a_list_of_values_gives_the_one_that_is_marked_and_stays_at_its_place_where_others_come() -> None:
    names = ListOf[str](str.upper)
    async with hosted(names) as pilot:
        assert (names.marked, names.item(0), names.item(None)) == (None, None, None)
        names.choose_from()
        assert names.marked is None, "where there is nothing, nothing is chosen from"
        names.show(("bea", "kofi", "[b]mia[/b]"))
        assert [str(one.prompt) for one in names.options] == ["BEA", "KOFI", "[B]MIA[/B]"]
        assert names.marked is None, "nothing is marked before somebody is there"
        names.choose_from()
        assert names.marked == "bea"
        await pilot.press("down", "down")
        names.show(("theo", "ines"))
        assert names.marked == "ines", "or at the last there is"
        assert (names.item(0), names.item(2), names.item(-1)) == ("theo", None, None)
        names.choose_from()
        assert names.marked == "ines"
        names.show(())
        assert names.marked is None
