"""The last lock before the terminal: whatever steers it stays here, whoever drew it, wherever the words came from."""

from __future__ import annotations

import re
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# Control codes, halves of characters, marks and overrides of direction, what shows nothing, and tags; never a newline.
_STEERING: Final = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    r"\U000e0000-\U000e007f]+"
)


def harmless(text: str) -> str:
    """Gives the words without what would steer a terminal; all of that takes no cell, so no row changes its width."""
    return text if text.isprintable() else _STEERING.sub("", text)


class Locked(LineFilter):
    """Looks at every row at the very end, since Textual's own widgets draw what was pasted or kept just as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Gives the same cells without what steers; what Textual itself says to the terminal is left alone."""
        # One look at the whole row: nearly every row is harmless, and every one of them comes this way.
        if "".join([text for text, _, control in segments if not control]).isprintable():
            return segments
        return [
            one if one.control else Segment(_STEERING.sub("", one.text).replace("\n", ""), one.style)
            for one in segments
        ]
