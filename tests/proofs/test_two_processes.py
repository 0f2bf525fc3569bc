"""Two windows on one home, each playing Round after Round: nothing is lost, nothing is there twice, nothing fails."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from gatherround.domain.entries import Noticed, Played, RoundBegan, RoundEnded
from host.houses import house_at, journal_of
from proving import told, tries
from storage.drawers import TESTS


def test_two_windows_that_play_at_once_lose_no_move_and_keep_none_twice(home: Path) -> None:
    rounds, names = tries(8, 200), ("plum", "cup")
    house_at(home).close()
    windows = [
        subprocess.Popen(
            [sys.executable, "-m", "proofs.window", str(home), name, str(rounds)],
            cwd=TESTS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("go\n")
        window.stdin.flush()
    heard = [json.loads(window.communicate()[0]) for window in windows]
    assert [one["notices"] for one in heard] == [[], []], "neither was ever told that something is not kept"
    journal = journal_of(house_at(home))
    kept = [*journal.entries(ended_only=False)]
    titles = Counter(at.entry.title for at in kept if isinstance(at.entry, Played))
    acknowledged = Counter(title for one in heard for title in one["acknowledged"])
    assert titles == acknowledged
    assert set(titles.values()) == {1}
    assert sum(isinstance(at.entry, Noticed) for at in kept) == len(names) * rounds
    begun = [at.round for at in kept if isinstance(at.entry, RoundBegan)]
    assert len(begun) == len(set(begun)) == len(names) * rounds
    assert sorted(at.round for at in kept if isinstance(at.entry, RoundEnded)) == sorted(begun)
    assert journal.open_now() is None
    told("two-windows", f"two windows, {rounds} Rounds each: 0 moves lost, 0 kept twice, 0 errors")
