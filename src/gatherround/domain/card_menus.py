"""What a card may be filled from: short lists to pick from, each with room for words of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

COMFORTS: Final = (
    "a hug",
    "space",
    "kind words",
    "a snack",
    "company, no talking",
    "somebody who listens",
    "nothing",
)
"""What may help somebody on a hard day: asked, not assumed, and *nothing* is a whole answer."""
PRACTICES: Final = (
    "three slow breaths before I answer",
    "say back one thing before my own",
    "one real question at dinner",
    "phone in the drawer while we eat",
    "notice one kind thing a day",
    "ask: do you want ears or help?",
)
"""Short practices; whoever keeps up two or three keeps them up."""
TOPICS: Final[Mapping[str, str]] = {
    "exclusion": "being left out",
    "money": "money",
    "moving": "moving house",
    "separation": "parents who live apart",
    "illness": "illness",
    "death": "death",
    "bias": "being treated worse for who you are",
    "secrecy": "secrets",
}
"""The topics that stories name by themselves, as a family says them."""
