"""What somebody votes, guesses, feels or is sure of makes no difference to what is written down."""

from __future__ import annotations

from collections import Counter

from every_step import every_step
from gatherround.domain.play.beats import Ballot, Check, Pick
from gatherround.domain.play.make import legal, make
from gatherround.domain.play.moves import Chose, Move, On, Said
from gatherround.domain.play.plan import Play
from gatherround.domain.steps import Name
from gatherround.host.written import place_json
from rounds import laid
from tables import lists, table, walk


def asked_in_confidence(play: Play) -> str:
    """Names what is; how somebody in a story feels may be said in the open."""
    match play.beat:
        case Ballot():
            return "a vote"
        case Check(use="guess"):
            return "a guess"
        case Pick(use="sure" | "sure-now" | "battery" as use):
            return use
        case Pick(use="feeling") if not (isinstance(play.step, Name) and play.step.about):
            return "a feeling"
        case _:
            return ""


def written(play: Play, move: Move, *, then: int = 4) -> list[str]:
    """Gives all that is written down when this is answered, and while a few pages are turned after it."""
    lines = []
    for made in (move, *(On() for _ in range(then))):
        if made in legal(play):
            play, entries = make(play, made)
            lines.append(f"{place_json(play)} {entries}")
    return lines


def test_whichever_answer_is_given_in_confidence_the_same_is_written_down() -> None:
    story = every_step("Somebody took the moon out of the soup.", "the moon")
    evening = laid(story, table(3, 9, 15, 40, 42), minutes=10, words=lists().feelings)
    asked = Counter[str]()
    for seed in range(8):
        for play, _, _, _ in walk(evening, seed, rare=0):
            if what := asked_in_confidence(play):
                asked[what] += 1
                answers = [move for move in legal(play) if isinstance(move, Chose | Said)]
                first, *others = [written(play, answer) for answer in answers]
                assert all(other == first for other in others), (what, play.beat)
    assert asked.keys() == {"a vote", "a guess", "a feeling", "sure", "sure-now", "battery"}
