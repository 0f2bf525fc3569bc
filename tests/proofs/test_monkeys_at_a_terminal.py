"""Monkeys at a real terminal: whatever comes in, nothing breaks, the terminal is given back, and the home is whole."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from threading import Lock

import pytest

from gatherround.host.house import open_house
from homes import KINDS, a_home
from paws import Done, Sent, Sized, Stopped, doings, seeds
from proving import PROVING, told, tries
from terminals import PseudoTerminal, environment

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc to see who is at rest")

EVENTS = tries(300, 1_000_000)
LIFE = 3_000 if PROVING else 300
"""Events after which a life is ended, if no key of its own has ended it before."""
FIRST = 1
"""The first seed; each life has its own."""
PENNED = (sys.executable, str(Path(__file__).parent.parent / "penned.py"))
SWITCHES = re.compile(rb"\x1b\[(?:\?([\d;]+)([hl])|([<>])[\d;]*u)")
ON_AT_FIRST = frozenset({b"7", b"25"})
"""Line wrap and the cursor; every other mode of a terminal is off before and after."""
NEVER_DRAWN = (b"Traceback", b"\x1b]52;c;aGk=", b"\x1b]0;x", b"Error:", b"was never awaited")
ENDS: dict[str, tuple[Callable[[PseudoTerminal], None], int]] = {
    "SIGTERM": (lambda terminal: terminal.signal(signal.SIGTERM), 143),
    "SIGHUP": (lambda terminal: terminal.signal(signal.SIGHUP), 129),
    "SIGINT": (lambda terminal: terminal.signal(signal.SIGINT), 130),
    "ctrl+c": (lambda terminal: terminal.press("\x1b[201~\x03"), 130),
    "ctrl+q": (lambda terminal: terminal.press("\x1b[201~\x11"), 0),
    "closed": (lambda terminal: terminal.close(), 129),
}
GOODNIGHT = 0
"""How the game ends where a key of the monkey's meant goodnight."""


class Watched(PseudoTerminal):
    """A terminal that knows which of its modes are on, and what was drawn that never should be."""

    def __init__(self, pen: Path, *arguments: str, motion: str) -> None:
        self.on = set(ON_AT_FIRST)
        self.never: list[bytes] = []
        self._end_of_last = b""
        environ = environment(pen / "home", **_in_a_pen(pen), TEXTUAL_ANIMATIONS=motion)
        super().__init__(pen / "home", *arguments, program=PENNED, environ=environ)

    def _look(self, seconds: float) -> bool:
        before = len(self.drawn)
        seen = super()._look(seconds)
        if fresh := self.drawn[before:]:
            self._notice(self._end_of_last + fresh)
            self._end_of_last = fresh[-40:]
        return seen

    def _notice(self, drawn: bytes) -> None:
        for modes, switch, pushed in SWITCHES.findall(drawn):
            names = {b"keys"} if pushed else set(modes.split(b";"))
            self.on = self.on | names if switch == b"h" or pushed == b">" else self.on - names
        self.never += [what for what in NEVER_DRAWN if what in drawn]

    def rest(self) -> None:
        """Looks on until all that was done has been answered: nothing is drawn, and every thread sleeps."""
        asleep = 0
        for _ in range(4_000):
            asleep = 0 if self._look(0.003) or not self.asleep() else asleep + 1
            if asleep >= 2:
                break
        else:
            raise AssertionError("the game never comes to rest")
        self.drawn = b""

    def asleep(self) -> bool:
        """Tells whether the game waits for what comes next; wakes it where a key has sent it to the shell."""
        states = self._states()
        if "T" in states:
            self.signal(signal.SIGCONT)
            return False
        return not states or all(state in "SZX" for state in states)

    def _states(self) -> set[str]:
        states = set()
        with suppress(OSError):
            for thread in Path(f"/proc/{self.child.pid}/task").iterdir():
                states.add((thread / "stat").read_text().rpartition(")")[2].split()[0])
        return states


class Monkey:
    """One life of one seed, from the first picture to the end; `done` counts what it did."""

    def __init__(self, seed: int, homes: Homes) -> None:
        self.seed = seed
        self.dice = random.Random(seed)
        self.done = 0
        self.last: list[Done] = []
        self.ended = "goodnight"
        self._homes = homes

    def live(self, pen: Path) -> None:
        """Does as the seed says; raises AssertionError, with the seed, where something broke."""
        self._homes.copy(self.dice.choice(KINDS), pen / "home")
        lights = ("--theme", self.dice.choice(("candle", "daylight", "clear")))
        signs = ("--ascii",) * (self.dice.random() < 0.2)
        with Watched(
            pen, *lights, *signs, motion=self.dice.choice(("none", "none", "none", "none", "full"))
        ) as terminal:
            try:
                terminal.wait(lambda: b"START" in terminal.text or b"min" in terminal.text, "the first picture")
                terminal.rest()
                self._go_on(terminal)
                self._end(terminal)
                self._look_round(pen, terminal)
            except AssertionError as broke:
                raise AssertionError(
                    f"GATHERROUND_SEED={self.seed} sees it again; after {self.done} events, {self.ended}: {broke}\n"
                    f"{terminal.text[-1500:]!r}\n{self.last}"
                ) from broke

    def _go_on(self, terminal: Watched) -> None:
        does = doings(self.seed)
        while self.done < LIFE and terminal.child.poll() is None:
            for _ in range(self.dice.randrange(1, 100)):
                self._do(terminal, next(does))
            terminal.rest()
            assert not terminal.never, terminal.never

    def _do(self, terminal: Watched, what: Done) -> None:
        self.last = [*self.last, what][-60:]
        self.done += 1
        # The game may be left by any key before.
        with suppress(OSError):
            match what:
                case Sent(said):
                    terminal.press(said)
                case Sized(columns, rows):
                    terminal.resize(columns, rows)
                case Stopped(how):
                    terminal.rest()
                    self._to_the_shell(terminal, how)

    def _to_the_shell(self, terminal: Watched, how: str) -> None:
        """Stops the game and wakes it up again: in between the shell has its terminal, unless nobody could give it."""
        if terminal.child.poll() is not None:
            return
        match how:
            case "key":
                terminal.press("\x1b[201~\x1a")
            case "signal":
                terminal.signal(signal.SIGTSTP)
            case _:
                terminal.signal(signal.SIGSTOP)
        for _ in range(100):
            terminal._look(0.01)
            if "T" in terminal._states():
                terminal._look(0.05)
                assert how == "hard" or given_back(terminal), f"the shell has no terminal: {terminal.on}"
                break
        terminal.signal(signal.SIGCONT)
        terminal.rest()

    def _end(self, terminal: Watched) -> None:
        terminal.rest()
        expected = GOODNIGHT
        if terminal.child.poll() is None:
            self.ended = self.dice.choice(tuple(ENDS))
            end, expected = ENDS[self.ended]
            end(terminal)
        code = terminal.ended()
        was_closed = self.ended == "closed"
        if code == GOODNIGHT:
            self.ended = "goodnight"  # a key of the monkey's was quicker
        # A signal in the very last moment, when the terminal has been given back, does what it does to any program.
        assert code in {expected, GOODNIGHT, 128 - expected}, f"ended with {code}: {terminal.farewell}"
        assert not terminal.never, terminal.never
        assert was_closed or given_back(terminal), f"left on: {terminal.on}"

    def _look_round(self, pen: Path, terminal: Watched) -> None:
        home = pen / "home"
        assert not (pen / "escapes").exists(), (pen / "escapes").read_text()
        assert not (home / "crash.log").exists(), (home / "crash.log").read_text()
        assert not list(home.glob("*-journal")) + list(home.glob("*-wal"))
        is_whole(home)


def given_back(terminal: Watched) -> bool:
    return terminal.on == ON_AT_FIRST and terminal.modes == terminal.before


def is_whole(home: Path) -> None:
    """Makes sure that what the monkey has left of a family's file is a family's file, and that it opens."""
    file = home / "family.sqlite3"
    if file.exists():
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as drawer:
            assert drawer.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert drawer.execute("PRAGMA foreign_key_check").fetchall() == []
    house = open_house(home, {})
    evening = house.evening()
    if (waiting := evening.waiting()) is not None:
        assert evening.go_on(waiting) is not None
    house.close()


def _in_a_pen(pen: Path) -> dict[str, str]:
    """Gives an environment of which nothing leads out: an editor and a voice that do nothing, and no screen."""
    programs = pen / "bin"
    programs.mkdir()
    for name in ("true", "espeak-ng"):
        program = programs / name
        program.write_text("#!/bin/sh\nexit 0\n")
        program.chmod(0o755)
    return {
        "GATHERROUND_PEN": str(pen),
        "PATH": str(programs),
        "EDITOR": "true",
        "TMPDIR": str(pen),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


class Homes:
    """A home of each kind, made when a monkey first asks for one."""

    def __init__(self, at: Path) -> None:
        self._at = at
        self._lock = Lock()

    def copy(self, kind: str, to: Path) -> None:
        with self._lock:
            if not (self._at / kind).exists():
                a_home(self._at / kind, kind)
        shutil.copytree(self._at / kind, to)


def test_no_monkey_at_a_terminal_breaks_the_game_the_terminal_or_the_home(tmp_path: Path) -> None:
    homes = Homes(tmp_path / "homes")
    ends, done = Counter[str](), 0
    asked = iter(seeds(*range(FIRST, FIRST + EVENTS)))
    with ThreadPoolExecutor(os.cpu_count()) as troop:
        living = {troop.submit(a_life, seed, homes, tmp_path) for seed in islice(asked, 1 if EVENTS <= LIFE else 4)}
        while living:
            over, living = wait(living, return_when=FIRST_COMPLETED)
            for life in over:
                monkey = life.result()
                ends[monkey.ended] += 1
                done += monkey.done
            if done < EVENTS:
                living |= {troop.submit(a_life, seed, homes, tmp_path) for seed in islice(asked, len(over))}
    told(
        "monkeys-terminal",
        f"{done:,} keys, clicks, pastes, sizes and stops in {ends.total():,} lives: 0 broke; ended by "
        + ", ".join(f"{how} {often}" for how, often in sorted(ends.items())),
    )


def a_life(seed: int, homes: Homes, beside: Path) -> Monkey:
    pen = beside / f"pen-{seed}"
    pen.mkdir()
    monkey = Monkey(seed, homes)
    monkey.live(pen)
    shutil.rmtree(pen)
    return monkey
