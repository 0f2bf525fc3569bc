"""`r` reads aloud what is for everybody, and never a card; `r` again is quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import hurried, laid_for, offered, opened, panel, play, press, table, told
from hosting import awaited

from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Card
from gatherround.domain.play.make import begin, make
from gatherround.domain.play.moves import On, Pause
from gatherround.host import voice as voices
from gatherround.ui.panels.secret import CardPanel
from scenes import EVERYBODY, laid

CARDS = ("other-shoes/which-song", 9, 10, 41)


def test_what_a_voice_may_read_is_on_the_table_and_never_on_a_card() -> None:
    now, cards = begin(laid(*CARDS)), 0
    while now.phase != "night":
        text = aloud(now)
        if isinstance(now.beat, Card):
            cards += 1
            assert text == ""
        else:
            assert text
        assert aloud(make(now, Pause())[0]) == ""
        now, _ = make(now, On())
    assert cards >= 4, "covered and open, for two at least"


class Spoken:
    """A voice that remembers what it was asked to say, and never ends by itself."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.quiet = 0

    async def say(self, text: str) -> None:
        import asyncio

        self.heard.append(text)
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            self.quiet += 1


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Spoken:
    voice = Spoken()
    monkeypatch.setattr("gatherround.ui.screens.reading_aloud.find_voice", lambda: voice)
    return voice


@awaited
async def reads_and_stops(spoken: Spoken) -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, laid(*EVERYBODY))
        await press(pilot, "1", "r")
        assert spoken.heard == [aloud(play(pilot))]
        await press(pilot, "r")
        assert spoken.quiet == 1
        await press(pilot, "r", "enter")
        assert spoken.quiet == 2, "the next page is not read by the voice of the one before"
        assert len(spoken.heard) == 2


def test_r_reads_and_r_again_is_quiet_and_so_is_the_next_page(spoken: Spoken) -> None:
    reads_and_stops(spoken)


@awaited
async def stays_quiet_over_a_card(spoken: Spoken) -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, laid(*CARDS))
        while not isinstance(play(pilot).beat, Card):
            await press(pilot, "enter")
        assert isinstance(panel(pilot), CardPanel)
        assert "read" not in offered(pilot)
        table(pilot).action_look("read")
        assert spoken.heard == []


def test_nothing_is_read_over_a_card(spoken: Spoken) -> None:
    stays_quiet_over_a_card(spoken)


def test_without_a_voice_the_key_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    @hurried
    async def asks() -> None:
        async with opened(size=(80, 24)) as pilot:
            await laid_for(pilot, laid(*EVERYBODY))
            await press(pilot, "1", "r")
            assert voices.how_to_get_one() in told(pilot)

    asks()
