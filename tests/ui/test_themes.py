"""Three lights, twelve chairs: told apart by everybody, with colour and without it."""

from __future__ import annotations

from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from hosting import awaited, drawn, hosted
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme
from wcwidth import wcswidth

from gatherround.domain.chairs import CHAIRS, chair_at
from gatherround.domain.faces import WORDS
from gatherround.ui.stylesheet import FIRST_LOOKS
from gatherround.ui.themes import THEMES
from gatherround.ui.widgets.chair_plate import ChairPlate

# Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
SEEN_BY = {
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
EYES = pytest.mark.parametrize("eyes", SEEN_BY)
LIGHTS = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def linear(colour: str) -> tuple[float, ...]:
    parts = (part / 255 for part in Color.parse(colour).rgb)
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SEEN_BY[eyes]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(one: str, other: str) -> float:
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(linear, (one, other)))
    return (high + 0.05) / (low + 0.05)


def colours(theme: Theme) -> list[str]:
    return [theme.variables[f"chair-{chair.key}"] for chair in CHAIRS]


def grounds(theme: Theme) -> tuple[str, str]:
    assert theme.background
    assert theme.surface
    return theme.background, theme.surface


@LIGHTS
@EYES
def test_no_two_of_the_first_six_chairs_are_mistaken_by_their_colour(theme: Theme, eyes: str) -> None:
    looks = [seen(colour, eyes) for colour in colours(theme)[:6]]
    assert min(dist(one, other) for one, other in combinations(looks, 2)) >= 18


@LIGHTS
@EYES
def test_all_twelve_chairs_keep_a_smaller_distance_from_each_other(theme: Theme, eyes: str) -> None:
    looks = [seen(colour, eyes) for colour in colours(theme)]
    assert min(dist(one, other) for one, other in combinations(looks, 2)) >= 12


@LIGHTS
def test_every_chair_and_every_word_can_be_read_on_both_grounds(theme: Theme) -> None:
    least = 7 if theme.name == "clear" else 4.5
    told = [*colours(theme), *(theme.variables[name] for name in ("lit", "dim", "glow")), theme.foreground or ""]
    assert min(contrast(colour, ground) for colour in told for ground in grounds(theme)) >= least


def test_without_any_colour_no_two_chairs_look_alike() -> None:
    assert len({chair.pattern for chair in CHAIRS}) == len(CHAIRS) == 12
    assert len({chair.picture for chair in CHAIRS}) == len(CHAIRS)
    assert len({chair.thing for chair in CHAIRS}) == len(CHAIRS)


@pytest.mark.parametrize("chair", CHAIRS, ids=lambda chair: chair.key)
def test_a_picture_is_nine_cells_wide_and_a_pattern_two_in_single_cells(chair: object) -> None:
    found = next(one for one in CHAIRS if one is chair)
    assert [wcswidth(row) for row in found.picture] == [9, 9, 9]
    assert wcswidth(found.pattern) == len(found.pattern) == 2
    assert all(wcswidth(letter) == 1 for row in found.picture for letter in row)
    assert [len(found.band(cells)) for cells in (0, 1, 2, 7)] == [0, 1, 2, 7]


@LIGHTS
def test_in_sixteen_colours_no_chair_and_no_word_sinks_into_its_ground(theme: Theme) -> None:
    def plain(colour: str) -> int | None:
        return RichColor.parse(Color.parse(colour).hex6).downgrade(ColorSystem.STANDARD).number

    told = [*colours(theme), *(theme.variables[name] for name in ("lit", "dim", "glow"))]
    sunk = [colour for colour in told if plain(colour) in {plain(ground) for ground in grounds(theme)}]
    assert sunk == []


def test_the_thirteenth_person_shares_the_first_chair() -> None:
    assert chair_at(12) is chair_at(0)


def test_no_feeling_has_a_colour_in_any_light_or_stylesheet() -> None:
    looks = "".join(file.read_text(encoding="utf-8") for file in Path(FIRST_LOOKS[0]).parent.glob("*.tcss"))
    assert "chair-spoon" in looks
    for word in WORDS:
        assert f"-{word}" not in looks
        assert all(word not in name.split("-") for theme in THEMES for name in theme.variables)


def test_the_three_lights_name_the_same_colours() -> None:
    first, *others = (set(theme.variables) for theme in THEMES)
    assert all(other == first for other in others)


@LIGHTS
@awaited
async def test_every_light_can_be_switched_on_while_the_table_is_laid(theme: Theme) -> None:
    plate = ChairPlate(CHAIRS[0], "Mia")
    async with hosted(plate) as pilot:
        pilot.app.theme = theme.name
        await pilot.pause()
        assert plate.styles.color == Color.parse(colours(theme)[0])


@awaited
async def test_under_no_color_places_differ_by_picture_pattern_and_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    spoon, lemon = ChairPlate(CHAIRS[0], "Mia", number=1), ChairPlate(CHAIRS[1], "Mia", number=1)
    async with hosted(spoon, lemon) as pilot:
        assert pilot.app.no_color
        different = [one != other for one, other in zip(drawn(spoon), drawn(lemon), strict=True)]
        assert different == [True, True, True, True, False, True, False]
