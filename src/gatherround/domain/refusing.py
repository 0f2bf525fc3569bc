"""What a card, a pact or a page of the family's own cannot hold, said so that a person may read it."""

from __future__ import annotations


class CannotBe(ValueError):  # noqa: N818 (named for what a person hears)
    """Something cannot be kept so; `sentence` says why, and repeats nothing that was typed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
