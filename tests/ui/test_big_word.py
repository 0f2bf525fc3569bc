"""The one big thing: as large as there is room for, and never cut off."""

from __future__ import annotations

import pytest
from dining import hurried, laid_for, opened, press, whole
from hosting import HOSTILE, awaited, drawn, fills_its_cells, hosted
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.steps import Chorus, Read
from gatherround.domain.text import cells
from gatherround.ui.panels.say import unrepeated
from gatherround.ui.widgets.big_word import BigWord, written
from rounds import laid, plain, story
from tables import table as people_of


@awaited
async def test_a_short_word_stands_in_four_rows_of_big_letters_in_the_middle() -> None:
    word = BigWord("Crash!")
    async with hosted(word):
        assert word.size.height == 4
        assert drawn(word)[0].strip() == "▄▀▀▀▄ █▀▀▀▄ ▄▀▀▀▄ ▄▀▀▀▀ █   █ █"
        left = len(drawn(word)[0]) - len(drawn(word)[0].lstrip())
        assert left == (80 - 31) // 2


@awaited
async def test_a_longer_word_takes_two_lines_and_a_new_word_takes_its_own_height() -> None:
    word = BigWord("Grandmother is here")
    async with hosted(word) as pilot:
        assert word.size.height == 8
        word.word = "Mia"
        await pilot.pause()
        assert word.size.height == 4


def test_what_cannot_be_drawn_big_is_spaced_out_where_its_letters_can_stand_alone() -> None:
    assert written("Привет", 40, 8).rows == ("П р и в е т",)
    assert written("مرحبا", 40, 8).rows == ("مرحبا",)
    assert written("Привет", 8, 8).rows == ("Привет",)


def test_a_low_place_shows_the_word_in_smaller_letters_and_not_half_a_big_one() -> None:
    small = written("Crash!", 80, 3)
    assert (small.big, len(small.rows)) == (True, 3)
    assert written("Crash!", 80, 2).rows == ("C r a s h !",)
    assert len(written("goodnight", 38, 4).rows) == 3, "a word that is too wide for big letters, too"
    assert not written("Grandmother Élodie", 60, 4).big


def test_words_that_lie_beside_each_other_are_as_large_as_the_longest_can_be() -> None:
    assert len(written("1 sad", 25, 4).rows) == 4
    assert len(written("1 sad", 25, 4, ("2 happy",)).rows) == 3
    assert not written("1 sad", 19, 4, ("2 surprised",)).big
    assert written("1 sad", 19, 4, ("2 mad",)).big


@given(word=st.text(max_size=40), width=st.integers(1, 90), height=st.integers(0, 20))
def test_no_row_is_wider_than_its_place_and_no_letter_is_lost(word: str, width: int, height: int) -> None:
    shown = written(word, width, height)
    assert all(cells(row) <= max(2, width) for row in shown.rows)
    if not shown.big:
        said = "".join(letter for letter in word if letter >= " " and not 127 <= ord(letter) < 160)
        assert "".join("".join(shown.rows).split()) == "".join(said.split())


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (12, 3), (3, 2), (1, 1)])
@awaited
async def test_any_word_fills_exactly_its_cells_at_any_size(size: tuple[int, int]) -> None:
    word = BigWord()
    async with hosted(word, size=size) as pilot:
        for said in HOSTILE:
            word.word = said
            await pilot.pause()
            assert fills_its_cells(word)


@pytest.mark.parametrize(
    ("noise", "big"),
    [
        ("one loud clap", "one loud clap"),
        ("no, thank you", "no, thank you"),
        ("ding, dang, dong", "ding, dang, dong"),
        ("tick, tock, tick, tock", "tick, tock"),
        ("glug-glug-glug", "glug-glug"),
        ("click, click, click", "click"),
        ("BOM, as low as you can", "BOM"),
        ("brrr", "brrr"),
    ],
)
def test_of_a_noise_only_what_it_says_again_and_how_it_is_made_is_not_drawn_big(noise: str, big: str) -> None:
    assert unrepeated(noise) == big


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
@hurried
async def test_a_noise_of_several_words_stands_whole_on_every_screen(size: tuple[int, int]) -> None:
    noisy = story(Read(text=plain("And, action!")), chorus=(Chorus(word="action", noise="one loud clap"),))
    async with opened(size=size) as pilot:
        await laid_for(pilot, laid(noisy, people_of(9, 41)))
        for _ in range(5):
            if pilot.app.screen.query(BigWord):
                break
            await press(pilot, "enter")
        (big,) = pilot.app.screen.query(BigWord)
        assert big.word == "one loud clap"
        assert whole(big)
        assert len(written(big.word, *big.size).rows) <= big.size.height
