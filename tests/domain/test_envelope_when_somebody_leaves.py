from __future__ import annotations

from gatherround.domain.entries import Sealed
from gatherround.domain.play.beats import Pick
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Chose, Leave, On
from tables import planned


def test_every_title_on_the_table_may_still_be_picked_after_whoever_it_was_for_has_left() -> None:
    for seed in range(12):
        play = begin(planned(3, 13, 40, minutes=10, seed=seed))
        while not (isinstance(play.beat, Pick) and play.beat.use == "envelope"):
            play, _ = make(play, On())
        for who in ("m0", "m1"):
            after, _ = make(play, Leave(who))
            after, _ = make(after, On())
            assert isinstance(after.beat, Pick)
            for move in [move for move in legal(after) if isinstance(move, Chose)]:
                _, entries = make(after, move)
                titles = [entry.title for entry in entries if isinstance(entry, Sealed)]
                assert titles in ([], [after.beat.options[move.option]])
