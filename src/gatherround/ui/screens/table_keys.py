"""The keys of the table, each declared once: the key line, the help and whatever may be pressed are read from here."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

from gatherround.domain.play.moves import Another, Move, OutLoud, Pass, Pause, PutDown, Stop, Twist

MOVES: Final[dict[str, Move]] = {
    "pass": Pass(),
    "pause": Pause(),
    "put-down": PutDown(),
    "out-loud": OutLoud(),
    "twist": Twist(),
    "another": Another(),
    "stop": Stop(),
}
"""The moves that have a key of their own, or a door behind *more*."""
KEYS: Final[tuple[Binding, ...]] = (
    Binding("space", "look('small-hands')", "small hands", id="space", tooltip="Small hands make it happen"),
    Binding("enter,space,right,pagedown", "on", "on", id="on", key_display="enter", tooltip="Go on"),
    Binding("b,left,pageup", "back", "back", id="back", key_display="b", tooltip="One step back"),
    Binding("s", "make('pass')", "pass", id="pass", tooltip="Pass: no reason, and nobody counts"),
    Binding("p", "make('pause')", "pause", id="pause", tooltip="Cover the table and breathe"),
    Binding("o", "make('out-loud')", "out loud", id="out-loud", tooltip="Vote out loud instead: fingers on three"),
    Binding("t", "make('twist')", "twist", id="twist", tooltip="The director plays the twist"),
    Binding("h", "lay('getting-help')", "getting help", id="getting-help", tooltip="When a game is not enough"),
    Binding("h", "look('hold')", "hold", id="hold", tooltip="Hold the candle, or let it burn on"),
    Binding("down", "look('easier')", "easier", id="easier", key_display="↓", tooltip="An easier way to ask it"),
    Binding("l", "lay('later')", "later", id="later", tooltip="Promise a time to come back"),
    Binding("x", "make('stop')", "goodnight", id="stop", tooltip="Stop here: goodnight"),
    Binding(
        "escape",
        "lay('more')",
        "more",
        id="more",
        key_display="esc",
        tooltip="Who comes and goes, cover, goodnight",
    ),
    Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
    Binding(
        "exclamation_mark",
        "lay('serious')",
        "serious",
        show=False,
        id="serious",
        key_display="!",
        tooltip="Something serious comes up: what to do, and whom to call",
    ),
    Binding("r", "look('read')", "read", id="read", tooltip="Read aloud, or stop reading"),
    Binding("c", "look('coach')", "coach", id="coach", tooltip="One line for whoever reads"),
    Binding("d", "make('put-down')", "put it down", id="put-down", tooltip="Put this one down, kindly"),
    Binding("full_stop", "lay('cover')", "cover", id="cover", key_display=".", tooltip="Cover the screen"),
    Binding("n", "lay('note')", "note it", show=False, id="note", tooltip="Note what you saw somebody do for somebody"),
    Binding(
        "l",
        "lay('put-aside')",
        "for another day",
        show=False,
        id="aside",
        tooltip="Something else came up: put it aside for another day",
    ),
    *(Binding(str(number), f"answer({number - 1})", show=False) for number in range(1, 10)),
    Binding("0", "answer(-1)", show=False),
)
"""In the order in which they stand in the key line, as far as there is room."""
STEADY: Final = ("on", "back", "pass", "pause", "more")
"""The keys that never move."""
KEPT: Final = ("on", "pass", "pause", "more", "later", "stop")
"""The keys of a page, and of a pause, that give way last."""


def _keys(*names: str) -> frozenset[str]:
    """Gives every key by which something of these names is done, the second and third ones too."""
    return frozenset(key for one in KEYS if one.id in names for key in one.key.split(","))


BACK_KEYS: Final = _keys("back")
SERIOUS_KEYS: Final = _keys("serious")
OPEN_KEYS: Final = _keys("pass", "pause", "back")
COVERED_KEYS: Final = OPEN_KEYS | _keys("more", "cover", "serious")
"""The keys that keep their job over a card; any other key turns it over."""
