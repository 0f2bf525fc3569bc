"""Kills victims one after another and says what was left of what they kept: python -m proofs.killing SEED WHOM=KILLS …

It is a process of its own that has loaded everything once, so that each victim costs a fork and no more.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, perf_counter
from typing import TextIO

from families import the_family
from gatherround.domain.entries import Noticed, Sewn
from gatherround.host.moving import read_export
from gatherround.storage.copies import copies
from gatherround.storage.home import family_file, keepsake_file
from gatherround.storage.migrating import Steps, shipped_steps
from proofs import victims
from proofs.terminal import Keys
from proofs.witness import Heard, Verdict, mark_at, watch
from storage.drawers import TESTS, newer_steps
from tables import planned

MEMORY = Path("/dev/shm")
LIVES = 20
"""How many die in one home before the next is furnished."""
PATIENCE = 5.0
LONGEST = 0.004
"""Seconds that somebody lives at most after what was waited for."""
BROKE = 70
AT_REST = ("family.sqlite3", "backups", "keepsake.html", "cache", "packs")


class Trial:
    """One home in which one victim after another dies."""

    steps: Steps | None = None

    def __init__(self, whom: str, root: Path, dice: random.Random) -> None:
        self.whom = whom
        self.home = root / "home"
        self.dice = dice
        self.acknowledged = 0
        self.longest = LONGEST
        self.half = b""
        self.furnish()

    @property
    def file(self) -> Path:
        return family_file(self.home)

    def furnish(self) -> None:
        """Puts into the home what a victim finds there."""
        if self.whom == "moves":
            self.home.mkdir(mode=0o700)
            return
        house = victims.house_of(self.home, 1)
        if self.whom in {"choosing", "exporting"} or (self.whom == "evenings" and self.dice.random() < 0.5):
            the_family(house)
        if self.whom == "exporting":
            assert house.journal is not None
            house.journal.between_rounds([Sewn(3, "calm", ("spoon",)), Noticed("I saw Ana carry the soup")] * 30)
        if self.whom == "screens":
            house.evening().start(planned(5, 9, 14, 40))
        house.close()

    def dies(self) -> Verdict:
        """Lets one live for a while, kills it, and looks at what is left."""
        heard, self.half = Heard(self.now()), b""
        with self.living() as (pid, said):
            self.wait(heard, said)
            self.linger()
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            self.hear(heard, _rest(said))
        self.acknowledged += heard.count
        verdict, _ = heard.judge(self.file, self.steps)
        return verdict if verdict != "whole" or self.beside() else "partial"

    def now(self) -> str:
        """Gives the mark of the drawer before anybody is let in."""
        return mark_at(self.file, self.steps)

    def wait(self, heard: Heard, said: int) -> None:
        """Waits until a few changes have been kept."""
        wanted, end = heard.count + self.dice.randrange(12), monotonic() + PATIENCE
        while heard.count < wanted and monotonic() < end and (got := self.look(said)):
            self.hear(heard, got)

    def hear(self, heard: Heard, got: bytes) -> None:
        """Hears what has been said; the beginning of a line waits for its end."""
        *lines, self.half = (self.half + got).split(b"\n")
        for line in lines:
            heard.hear(line.decode())

    def look(self, said: int) -> bytes | None:
        """Gives what has been said since; none once nobody can say anything more."""
        return os.read(said, 4096) or None

    def linger(self) -> None:
        """Lets a little time go by."""
        end = perf_counter() + self.dice.random() * self.longest
        while perf_counter() < end:
            pass

    @contextmanager
    def living(self) -> Iterator[tuple[int, int]]:
        """Lends a process that keeps things, and where it says so."""
        hears, says = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(hears)
            with os.fdopen(os.dup(sys.stderr.fileno()), "w") as complaints:
                self.live(says, complaints)
        os.close(says)
        try:
            yield pid, hears
        finally:
            os.close(hears)
            _, status = os.waitpid(pid, 0)
        assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "it broke before it could be killed"

    def live(self, says: int, complaints: TextIO) -> None:
        """Does what this victim does, and never comes back."""
        try:
            watch(lambda line: _said(says, line))
            victims.VICTIMS[self.whom](self.home, self.dice.randrange(10**9))
        except BaseException:
            traceback.print_exc(file=complaints)
            complaints.flush()
            os._exit(BROKE)
        os._exit(0)

    def beside(self) -> bool:
        """Tells whether all that lies beside the drawer is whole too."""
        strays = [item.name for item in self.home.iterdir() if not item.name.endswith(".partial")]
        return all(copy.whole for copy in copies(self.home)) and set(strays) <= {*AT_REST}


class Exports(Trial):
    """A home from which exports and pages are written."""

    def beside(self) -> bool:
        page = keepsake_file(self.home)
        for export in self.home.parent.glob("out-*.json"):
            assert len(read_export(export.read_text("utf-8")).people) == 5
            export.unlink()
        return super().beside() and (not page.exists() or page.read_text("utf-8").endswith("</html>\n"))


class Migrations(Trial):
    """A drawer of a schema that was once released, or of today's, on its way to one that is still to come."""

    steps = newer_steps()

    def furnish(self) -> None:
        self.home.mkdir(mode=0o700)
        version = self.dice.randint(1, len(shipped_steps()))
        if version < len(shipped_steps()):
            shutil.copyfile(TESTS / "old" / f"schema-{version}.sqlite3", self.file)
        else:
            victims.house_of(self.home, 1).close()
        _fill(self.file)
        self.old = self.file.read_bytes()

    def dies(self) -> Verdict:
        before = perf_counter()
        victims.migrating(self.home, 0)
        self.longest = 1.3 * (perf_counter() - before)
        self.whole = super().now()
        shutil.rmtree(self.home / "backups")
        self.file.write_bytes(self.old)
        return super().dies()

    def now(self) -> str:
        return self.whole

    def beside(self) -> bool:
        return super().beside() and not [*self.home.glob("backups/*.partial*")]

    def wait(self, heard: Heard, said: int) -> None:
        """Nothing is witnessed before the drawer is open, so nothing is waited for."""


class Screens(Trial):
    """The dining room, in a terminal of its own, with somebody who presses whatever there is."""

    def live(self, says: int, complaints: TextIO) -> None:
        self.keys.sit_down()
        super().live(says, complaints)

    def look(self, said: int) -> bytes | None:
        return self.keys.press_until(said)

    def dies(self) -> Verdict:
        self.keys = Keys(self.dice)
        try:
            return super().dies()
        finally:
            self.keys.close()


TRIALS: dict[str, type[Trial]] = {"migrating": Migrations, "screens": Screens, "exporting": Exports}


def _fill(file: Path) -> None:
    """Writes so much into a drawer that bringing it up to date takes its time; its schema stays what it was."""
    import sqlite3

    connection = sqlite3.connect(file)
    with connection:
        connection.executemany(
            "INSERT INTO entry (round, kind, body, at, zone, day) VALUES (0, 'WordMet', ?, ?, 'x', '2031-06-03')",
            [(f'{{"word":"calm {number}"}}', "2031-06-03T18:30:00+00:00") for number in range(600)],
        )
    connection.close()


def _said(says: int, line: str) -> None:
    os.write(says, f"{line}\n".encode())


def _rest(said: int) -> bytes:
    with os.fdopen(os.dup(said), "rb") as rest:
        return rest.read()


def killed(whom: str, kills: int, dice: random.Random) -> dict[str, int]:
    """Kills so many of a sort, and gives how often what they kept was whole, lost, partial or corrupt."""
    told, acknowledged = Counter[str](), 0
    while kills > 0:
        root = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        try:
            trial = TRIALS.get(whom, Trial)(whom, root, dice)
            for _ in range(min(1 if whom == "migrating" else LIVES, kills)):
                told[trial.dies()] += 1
                kills -= 1
            acknowledged += trial.acknowledged
        finally:
            shutil.rmtree(root)
    return {**told, "acknowledged": acknowledged}


def main(seed: int, *sorts: str) -> None:
    """Kills so many of each sort, such as `moves=20`, and prints what has become of what they kept."""
    victims.books()
    # What is loaded stays where it is, so that whoever is forked copies little of it.
    gc.collect()
    gc.freeze()
    dice = random.Random(seed)
    parts = [sort.split("=") for sort in sorts]
    sys.stdout.write(json.dumps({whom: killed(whom, int(kills), dice) for whom, kills in parts}) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
