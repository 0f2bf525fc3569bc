"""Three lights to sit in: candle for the evening, daylight for a bright room, clear for eyes that need more.

Only the one big thing on a screen is bright; colour belongs to people, and no feeling ever has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from textual.app import App
from textual.theme import Theme

from gatherround.domain.chairs import CHAIRS, Chair, chair_at

__all__ = ["CHAIRS", "THEMES", "Chair", "chair_at", "register_themes"]

# lit: read now · dim: read already, or for the reader alone (4.5:1) · faint: frames, ornaments, and a greyed key
# glow: warm light on a place or a lantern · face, ink, eye: every feeling is drawn with the same
_CANDLE: Final[Mapping[str, str]] = {
    "lit": "#fff3d9",
    "dim": "#a8977c",
    "faint": "#6b5d48",
    "glow": "#ffb545",
    "flame": "#ffb545",
    "ember": "#d8743a",
    "wax": "#e8dcc2",
    "steam": "#cfc2a8",
    "face": "#efe2c6",
    "ink": "#1e1812",
    "eye": "#fffaf0",
    "tear": "#6fa8d0",
    "blush": "#d99a86",
}
_DAYLIGHT: Final[Mapping[str, str]] = {
    "lit": "#1c140c",
    "dim": "#6b5c46",
    "faint": "#a8997e",
    "glow": "#8a5a00",
    "flame": "#c56a00",
    "ember": "#a5480f",
    "wax": "#cdb98f",
    "steam": "#857660",
    "face": "#f7e3b4",
    "ink": "#2a2118",
    "eye": "#fffdf8",
    "tear": "#3f86b8",
    "blush": "#d48a78",
}
_CLEAR: Final[Mapping[str, str]] = {
    "lit": "#ffffff",
    "dim": "#c8c8c8",
    "faint": "#8c8c8c",
    "glow": "#ffd000",
    "flame": "#ffd000",
    "ember": "#ff9a4d",
    "wax": "#ffffff",
    "steam": "#e6e6e6",
    "face": "#fff6df",
    "ink": "#000000",
    "eye": "#ffffff",
    "tear": "#0070c0",
    "blush": "#c0503c",
}


def _variables(named: Mapping[str, str], chairs: Mapping[str, str]) -> dict[str, str]:
    """Adds the twelve chairs and gives Textual's own parts the same light."""
    return {
        **named,
        **{f"chair-{key}": colour for key, colour in chairs.items()},
        "border": named["glow"],
        "border-blurred": named["faint"],
        "block-cursor-foreground": named["ink"] if named is not _DAYLIGHT else "#fdf9f0",
        "block-cursor-background": named["glow"],
        "block-cursor-text-style": "bold",
        "input-cursor-background": named["lit"],
        "scrollbar": named["faint"],
        "scrollbar-hover": named["dim"],
        "scrollbar-active": named["glow"],
    }


CANDLE: Final = Theme(
    name="candle",
    primary="#ffb545",
    secondary="#a8977c",
    accent="#ffb545",
    warning="#ffb545",
    error="#f0a080",
    success="#e8dcc2",
    foreground="#f3e7cf",
    background="#14100c",
    surface="#1e1812",
    panel="#282018",
    variables=_variables(_CANDLE, {chair.key: chair.candle for chair in CHAIRS}),
)
DAYLIGHT: Final = Theme(
    name="daylight",
    primary="#8a5a00",
    secondary="#6b5c46",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#9a3a1c",
    success="#4a5a2a",
    foreground="#2a2118",
    background="#fdf9f0",
    surface="#f8f2e6",
    panel="#efe6d3",
    dark=False,
    variables=_variables(_DAYLIGHT, {chair.key: chair.daylight for chair in CHAIRS}),
)
CLEAR: Final = Theme(
    name="clear",
    primary="#ffd000",
    secondary="#ffffff",
    accent="#ffd000",
    warning="#ffd000",
    error="#ffb090",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#141414",
    variables=_variables(_CLEAR, {chair.key: chair.clear for chair in CHAIRS}),
)
THEMES: Final[tuple[Theme, ...]] = (CANDLE, DAYLIGHT, CLEAR)


def register_themes(app: App[Any]) -> None:
    """Makes the three themes known to the app; call it before `app.theme` is set, and set it before the first screen.

    The stylesheets need the themes' variables: under a theme of Textual's own they cannot be read.
    """
    for theme in THEMES:
        app.register_theme(theme)
