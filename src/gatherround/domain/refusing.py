"""What is not done, and what a card, a pact or a page of the family's own cannot hold: said for a person to read."""

from __future__ import annotations

from typing import Final

NOBODY_CALLED_SO: Final = 'Nobody of that name has a card here. "gatherround people" lists who has one.'


class Refusal(Exception):  # noqa: N818 (named for what a person hears)
    """Something is not done; `sentence` says why, kindly."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class CannotBe(Refusal, ValueError):  # noqa: N818 (named for what a person hears)
    """Something cannot be kept so; `sentence` says why, and repeats nothing that was typed."""


class Unclear(Refusal, ValueError):  # noqa: N818 (named for what a person hears)
    """It cannot be told what is meant, in whichever house it is said; `sentence` says how to say it."""
