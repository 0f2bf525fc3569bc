"""Light and motion are kept for the house, whoever sits there, and known before the first picture is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.cli.parser import parsed
from gatherround.host.house import House, open_house
from gatherround.host.lighting import Lighting, _lighting, keep_lighting
from gatherround.host.troubles import CannotKeep
from gatherround.storage import opening
from gatherround.storage.opening import LIGHTING
from gatherround.storage.preferences import keep_preference, preference

CHOICES = {"light": "daylight", "still": True, "plain_signs": True, "bell": True}


def reopened(home: Path) -> House:
    return open_house(home, {})


def test_what_is_chosen_is_so_at_the_next_start_and_each_choice_leaves_the_others(tmp_path: Path) -> None:
    for name, choice in CHOICES.items():
        house = reopened(tmp_path)
        keep_lighting(house.database, name, choice)
        house.close()
    assert reopened(tmp_path).lighting == Lighting(light="daylight", still=True, plain_signs=True, bell=True)


def test_a_new_house_is_lit_by_candle_moves_a_little_and_rings_no_bell(tmp_path: Path) -> None:
    assert reopened(tmp_path).lighting == Lighting()
    assert Lighting() == Lighting(light="candle", still=False, plain_signs=False, bell=False)


def test_a_house_that_keeps_nothing_says_so_and_is_lit_by_candle() -> None:
    with pytest.raises(CannotKeep):
        keep_lighting(None, "light", "clear")
    assert _lighting(None) == Lighting()


def test_a_choice_is_seen_from_another_window_and_neither_takes_the_others_back(tmp_path: Path) -> None:
    one, other = reopened(tmp_path), reopened(tmp_path)
    keep_lighting(one.database, "light", "clear")
    keep_lighting(other.database, "bell", choice=True)
    assert reopened(tmp_path).lighting == Lighting(light="clear", bell=True)


def test_it_is_known_without_a_question_more_than_opening_the_drawer_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reopened(tmp_path).close()
    asked: list[str] = []
    connect = opening._connect

    def overheard(path: Path):  # type: ignore[no-untyped-def]
        connection = connect(path)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(opening, "_connect", overheard)
    house = reopened(tmp_path)
    before = len(asked)
    assert house.lighting == Lighting()
    assert len(asked) == before
    assert all(LIGHTING in one for one in asked if "preference" in one), "the count and the light are one question"


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
    | st.dictionaries(st.sampled_from(["light", "still", "plain_signs", "bell"]), st.text() | st.integers() | st.none())
)
def test_whatever_lies_there_from_elsewhere_lights_the_room_somehow(kept: object) -> None:
    assert _lighting(kept) in {Lighting(), *(Lighting(light=one) for one in ("daylight", "clear"))}  # type: ignore[arg-type]


def test_what_lies_there_damaged_is_a_candle_and_can_be_chosen_anew(tmp_path: Path) -> None:
    house = reopened(tmp_path)
    assert house.database is not None
    with house.database.writing() as connection:
        connection.execute("INSERT INTO preference VALUES (?, '{oops')", (LIGHTING,))
    house.close()
    again = reopened(tmp_path)
    assert again.lighting == Lighting()
    keep_lighting(again.database, "still", choice=True)
    assert reopened(tmp_path).lighting == Lighting(still=True)


@pytest.mark.parametrize(
    ("words", "tonight"),
    [
        ((), Lighting(light="daylight", still=True, bell=True)),
        (("--theme", "candle"), Lighting(still=True, bell=True)),
        (("--no-still", "--ascii"), Lighting(light="daylight", plain_signs=True, bell=True)),
    ],
)
def test_a_word_on_the_command_line_wins_for_the_evening_and_keeps_nothing(
    words: tuple[str, ...], tonight: Lighting, tmp_path: Path
) -> None:
    house = reopened(tmp_path)
    assert house.database is not None
    keep_preference(house.database, LIGHTING, {"light": "daylight", "still": True, "bell": True})
    kept = preference(house.database, LIGHTING)
    house.close()
    said = parsed(words)
    again = reopened(tmp_path)
    assert again.lighting.for_tonight(said.theme, said.still, said.ascii) == tonight
    assert again.database is not None
    assert preference(again.database, LIGHTING) == kept
