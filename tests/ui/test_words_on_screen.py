"""Words on the screen: as they were typed, never markup, never a command to the terminal."""

from __future__ import annotations

from unicodedata import category

import pytest
from hosting import HOSTILE, awaited, hosted
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from gatherround.domain.text import cells
from gatherround.ui import words

TURNS = {*"\u061c\u200b\u200e\u200f\u2028\u2029\ufeff", *map(chr, (*range(0x202A, 0x202F), *range(0x2060, 0x2070)))}


def harmless(text: str) -> str:
    """Gives what is to be seen of a text: Unicode's own kinds say what steers."""
    steers = {"Cc", "Cs"}
    tags = range(0xE0000, 0xE0080)
    return "".join(
        letter
        for letter in text
        if letter == "\n" or not (category(letter) in steers or letter in TURNS or ord(letter) in tags)
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_read_as_they_were_typed(text: str) -> None:
    for shown in (words.plain(text), words.bold(text), words.dim(text), words.lit(text)):
        assert shown.plain == harmless(text)
        assert all("@" not in str(span.style) for span in shown.spans)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_inside_a_sentence_of_ours_is_only_a_name(text: str) -> None:
    said = words.phrase("Turn to [b]$name[/b]. $other", name=text, other="$name")
    assert said.plain == f"Turn to {harmless(text)}. $name"


@given(text=st.text(max_size=40))
def test_no_words_at_all_can_break_a_sentence(text: str) -> None:
    assert words.phrase("[b]$said[/b]!", said=text).plain == f"{harmless(text)}!"


def test_a_name_that_was_forgotten_is_noticed_before_a_family_sees_it() -> None:
    with pytest.raises(KeyError):
        words.phrase("Hello, $name.")


def test_a_colour_of_ours_in_a_template_is_not_taken_for_a_name() -> None:
    assert words.phrase("[$dim]for $who[/]", who="Mia").plain == "for Mia"


def test_the_noise_word_is_underlined_wherever_it_is_read() -> None:
    lit = words.lit("Balloon? The balloon!", ("balloon",))
    assert [(span.start, span.end) for span in lit.spans if str(span.style) == "underline"] == [(0, 7), (13, 20)]


@given(text=st.text(max_size=60), width=st.integers(-3, 40))
def test_rows_are_never_wider_than_asked(text: str, width: int) -> None:
    assert all(cells(row) <= max(2, width) for row in words.rows(text, width))
    assert cells(words.clipped(text, width)) <= max(0, width)


@pytest.mark.parametrize("text", HOSTILE[::2])
@awaited
async def test_a_screen_of_hostile_words_stays_open_and_still(text: str) -> None:
    shown = words.stacked(words.plain(text), words.phrase("[b]$name[/b]", name=text), words.dim(text))
    async with hosted(Static(shown), size=(40, 12)) as pilot:
        await pilot.click(offset=(0, 0))
        assert pilot.app.is_running
        assert all(
            "\x1b" not in strip.text for strip in pilot.app.query_one(Static).render_lines(pilot.app.size.region)
        )
