from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from gatherround.domain.entries import Played, RoundBegan, RoundEnded
from gatherround.domain.steps import Name, Vote, VoteAgain, Write
from gatherround.host.way_back import NO_FURTHER
from gatherround.plain.speaking import spoken
from gatherround.plain.table import NOT_NOW
from gatherround.storage.database import open_database
from host.houses import family_file_of, house_at, journal_of, kept, open_play

TESTS = Path(__file__).parent.parent
KILLS = 12
ANSWERS = ("", "", "", "", "1", "1", "2", "3", "s", "b", "p")


class Sitter:
    """A plain Round in a process of its own."""

    def __init__(self, home: Path, seed: int) -> None:
        command = [sys.executable, "-m", "host.sitter", str(home), str(seed)]
        self.process = subprocess.Popen(command, cwd=TESTS, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def hear(self) -> str:
        """Reads up to the next prompt, or to the end."""
        heard = b""
        assert self.process.stdout is not None
        while not heard.endswith(b"> "):
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                break
            heard += more
        return heard.decode()

    def tell(self, *lines: str) -> str:
        """Answers these lines, one at a prompt, and gives what is said after the last."""
        heard = ""
        for line in lines:
            self.whisper(line)
            heard = self.hear()
        return heard

    def whisper(self, line: str) -> None:
        """Answers without waiting for what follows; after goodnight nobody is there to hear it."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            self.process.stdin.write(f"{line}\n".encode())
            self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def test_a_kill_at_any_line_leaves_a_round_that_goes_on_at_the_open_beat(home: Path) -> None:
    dice = random.Random(20310603)
    for kill in range(KILLS):
        sitter = Sitter(home, kill)
        sitter.hear()
        shown = sitter.tell("5,9,14,grown-up", "", "3", "1") if kill == 0 or is_night(home) else gone_on(sitter, home)
        for _ in range(dice.randrange(1, 12)):
            heard = sitter.tell(dice.choice(ANSWERS))
            shown = shown if NOT_NOW in heard or NO_FURTHER in heard else heard
        whispered = dice.random() < 0.5
        if whispered and sitter.process.poll() is None:
            sitter.whisper("")
        sitter.kill()
        whole_after_a_kill(home)
        if not whispered and not is_night(home):
            assert on_the_table(home) in shown, "what was shown had been kept"


def gone_on(sitter: Sitter, home: Path) -> str:
    left_at = on_the_table(home)
    shown = sitter.tell("1")
    assert left_at in shown
    return shown


def on_the_table(home: Path) -> str:
    """Gives the open beat as it is said; after a secret only the lines that it begins with again are known."""
    play = open_play(house_at(home))
    if play.paused:
        return "PAUSE."
    return "" if isinstance(play.step, Name | Vote | VoteAgain | Write) else "\n".join(spoken(play))


def is_night(home: Path) -> bool:
    return journal_of(house_at(home)).open_now() is None


def whole_after_a_kill(home: Path) -> None:
    house = house_at(home)
    with open_database(family_file_of(house)) as database:
        assert database.read("PRAGMA integrity_check") == [("ok",)]
    entries = kept(house)
    begun = sum(isinstance(entry, RoundBegan) for entry in entries)
    ended = sum(isinstance(entry, RoundEnded) for entry in entries)
    assert begun == ended + (0 if is_night(home) else 1)
    played = [entry.activity for entry in entries if isinstance(entry, Played)]
    assert begun > 1 or len(played) == len(set(played)), "an activity was kept twice"
