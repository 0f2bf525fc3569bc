"""Manners with a real terminal: it is always given back whole, and nothing that comes in ends an evening."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gatherround.domain.play.beats import Turn
from gatherround.domain.play.moves import On
from gatherround.host.house import open_house
from gatherround.ui.incoming import MOST_KEYS
from gatherround.ui.screens.workshop import ASKS
from scenes import EVERYBODY, Finds, beat, laid
from terminals import GATHERROUND, GIVEN_BACK, UNDER_NOHUP, PseudoTerminal, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OPEN = "A Round is still open."
BATTERY = "How much battery is left in you?"
HELP = "Numbers are answers; enter goes on"
F8 = "\x1b[19~"
PAPER = b"48;2;253;249;240"
SOON = 2.0 * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 2.0
"""Seconds: two, on a machine that has nothing else to do."""
LISTENER = ("crossroads/the-worst-listener", 15, 16, 41)


def a_home(folder: Path, *lies: str | int, finds: Finds = lambda play: True) -> Path:
    """Gives a home in which a Round is open where it has what is looked for."""
    house = open_house(folder)
    evening = house.evening()
    name, *ages = lies or EVERYBODY
    play = evening.start(laid(str(name), *map(int, ages)))
    while not finds(play):
        play = evening.make(On())
    assert house.database is not None
    house.database.close()
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Iterator[PseudoTerminal]:
    """Gives a terminal in which a Round lies on the table."""
    with PseudoTerminal(a_home(tmp_path)) as terminal:
        go_on(terminal)
        yield terminal


def go_on(terminal: PseudoTerminal, to: str = BATTERY) -> None:
    terminal.see(OPEN)
    terminal.press("g")
    terminal.see(to)
    terminal.settle()


def alive(terminal: PseudoTerminal) -> None:
    """Sees that the table still answers."""
    terminal.drawn = b""
    terminal.press("?")
    terminal.see(HELP)
    terminal.press("?")
    terminal.settle()


def given_back(terminal: PseudoTerminal) -> bool:
    assert [code for code in GIVEN_BACK if code not in terminal.drawn] == []
    return terminal.modes == terminal.before


# Without a terminal


@pytest.mark.parametrize("missing", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_on_any_side_it_says_so_in_one_line(tmp_path: Path, missing: str) -> None:
    with PseudoTerminal(tmp_path, program=("true",)) as terminal:
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), terminal.slave)
        streams[missing] = subprocess.DEVNULL if missing == "stdin" else subprocess.PIPE
        ended = subprocess.run(GATHERROUND, env=environment(tmp_path), timeout=20, check=False, **streams)
        terminal.quiet(0.05)
        said = (terminal.drawn + (ended.stdout or b"") + (ended.stderr or b"")).decode()
    assert ended.returncode == 2
    assert said.strip().count("\n") == 0
    assert "This needs a terminal." in said
    assert "\x1b" not in said
    assert not list(tmp_path.iterdir()), "nothing has been touched"


def test_a_closed_stdin_is_no_terminal_either(tmp_path: Path) -> None:
    closed = ["/bin/sh", "-c", 'exec "$0" "$@" <&-', *GATHERROUND]
    ended = subprocess.run(closed, env=environment(tmp_path), capture_output=True, timeout=20, check=False)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (2, 1)


# Leaving


ENDS: dict[str, tuple[Callable[[PseudoTerminal], None], int]] = {
    "kill": (lambda terminal: terminal.signal(signal.SIGTERM), 143),
    "a lost line": (lambda terminal: terminal.signal(signal.SIGHUP), 129),
    "an interrupt": (lambda terminal: terminal.signal(signal.SIGINT), 130),
    "ctrl+c": (lambda terminal: terminal.press("\x03"), 130),
    "ctrl+q": (lambda terminal: terminal.press("\x11"), 0),
}


@pytest.mark.parametrize("how", ENDS)
def test_leaving_in_mid_round_gives_the_terminal_back_whole_and_the_round_stays_open(
    tmp_path: Path, table: PseudoTerminal, how: str
) -> None:
    end, code = ENDS[how]
    table.drawn = b""
    end(table)
    assert table.ended() == code
    assert given_back(table)
    assert table.farewell == ("Goodnight. What was open stays open." if code == 130 else "")
    house = open_house(tmp_path)
    waiting = house.evening().waiting()
    assert waiting is not None
    play = house.evening().go_on(waiting)
    assert play is not None
    assert play.phase == "arrive"


def test_a_closed_terminal_ends_the_game_even_under_nohup_which_a_lost_line_does_not(tmp_path: Path) -> None:
    with PseudoTerminal(a_home(tmp_path), program=UNDER_NOHUP) as terminal:
        go_on(terminal)
        terminal.signal(signal.SIGHUP)
        alive(terminal)
        terminal.close()
        assert terminal.ended(SOON) == 129
    assert open_house(tmp_path).round_is_open()


# To the shell and back


def stopped(terminal: PseudoTerminal) -> bool:
    flags = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
    return os.waitid(os.P_PID, terminal.child.pid, flags) is not None


def test_ctrl_z_gives_the_terminal_back_and_the_page_is_there_again_afterwards(table: PseudoTerminal) -> None:
    for stop in (lambda: table.press("\x1a"), lambda: table.signal(signal.SIGTSTP)):
        table.drawn = b""
        stop()
        table.wait(lambda: stopped(table), "the stop")
        table.wait(lambda: all(code in table.drawn for code in GIVEN_BACK), "the terminal")
        assert given_back(table)
        table.drawn = b""
        table.signal(signal.SIGCONT)
        table.see("\x1b[?1049h")
        table.see(BATTERY)
        alive(table)
    # A stop that nobody can catch leaves no time to give anything back, and spoils nothing either.
    table.signal(signal.SIGSTOP)
    table.wait(lambda: stopped(table), "the stop")
    table.drawn = b""
    table.signal(signal.SIGCONT)
    table.see(BATTERY)
    alive(table)
    table.drawn = b""
    table.signal(signal.SIGTERM)
    assert table.ended() == 143
    assert given_back(table), "and not as the last start had found it"


TAKEN = tuple(code[:-1] + (b"h" if code.endswith(b"l") else b"l") for code in GIVEN_BACK)


def still_taken(terminal: PseudoTerminal) -> list[bytes]:
    """Gives what was last switched to the game's way, not the shell's."""
    drawn = terminal.drawn
    return [on for on, off in zip(TAKEN, GIVEN_BACK, strict=True) if drawn.rfind(on) > drawn.rfind(off)]


def test_a_stop_in_the_moment_of_a_return_or_of_another_stop_leaves_the_shell_a_whole_terminal(
    table: PseudoTerminal,
) -> None:
    for nth in range(24):
        table.signal(signal.SIGTSTP)
        if nth % 2:
            table._look(nth / 2_000)
            table.signal(signal.SIGTSTP)
        table.wait(lambda: stopped(table), "the stop")
        table.wait(lambda: not still_taken(table), f"the terminal after stop {nth}")
        assert table.modes == table.before, f"stop {nth}"
        table.signal(signal.SIGCONT)
        # The next stop finds the terminal anywhere between the shell's and the game's.
        table._look(nth / 4_000)
    # The second of two stops may be answered after the last return.
    table.wait(lambda: table.signal(signal.SIGCONT) or not stopped(table), "the return")
    table.settle()
    table.signal(signal.SIGCONT)
    alive(table)


@pytest.mark.parametrize("stops", [False, True])
def test_a_stop_or_a_return_while_the_game_is_being_left_takes_nothing_of_the_terminal_again(
    table: PseudoTerminal, stops: bool
) -> None:
    table.press("\x11")
    table.wait(lambda: GIVEN_BACK[5] in table.drawn, "the first word of goodbye")
    for _ in range(20):
        if stops and table.child.poll() is None:
            table.signal(signal.SIGTSTP)
            table._look(0.02)
        table.signal(signal.SIGCONT)
        table._look(0.02)
    # The last stop may be answered after the last return.
    table.wait(lambda: table.signal(signal.SIGCONT) or table.child.poll() is not None, "the end")
    assert table.ended() == 0
    assert still_taken(table) == []
    assert given_back(table)


# What comes in


SENT = {
    "one latin-1 byte": b"\xe9",
    "a poor mixture": b"caf\xe9 \xff\xfe\x80 \x1b[99999999999;5u \x1b[<9;9;9;9M \x1b]52;c;aGk=\x07 \xc3",
    "a cat on a key": b"\xe4" * 50_000,
    "a letter": b"\x1b[200~" + b"please " * 30_000 + b"\x1b[201~",
}
PRESSED = b"\x1b" * 40 + b"\x1b[5~\x1b[6~" * 200


def test_nothing_that_comes_in_ends_the_game(table: PseudoTerminal) -> None:
    for name, sent in SENT.items():
        table.press(sent)
        table.settle()
        assert table.child.poll() is None, f"{name} has ended it"
    alive(table)
    for seed in range(3):
        table.press(random.Random(seed).randbytes(6_000).translate(None, b"\x03\x11\x1a"))
        table.settle()
        assert table.child.poll() is None, f"the bytes of {seed} have ended it"
    table.press(PRESSED + b"\x03")
    assert table.ended() == 130, "whoever wants to leave leaves, whatever else has been pressed"
    assert given_back(table)


DICTATED = "The bus has one good seat, by the window. Bea runs for it, and Kofi has his bag on it.\r" * 12
"""More than a terminal takes in one part."""


def test_a_text_that_comes_as_a_fast_run_of_keys_is_in_its_box_whole(tmp_path: Path) -> None:
    with PseudoTerminal(a_home(tmp_path)) as terminal:
        terminal.see(OPEN)
        for key, answer in (("w", ASKS), ("1", "What is it called?"), (F8, "What happens?")):
            terminal.press(key)
            terminal.see(answer)
            terminal.settle()
        assert len(DICTATED) > 4 * MOST_KEYS
        terminal.press(DICTATED)
        terminal.see("Is this who it is about?")
        terminal.settle()
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("\x1b")
        terminal.see("go on:")
    (draft,) = open_house(tmp_path).workshop().drafts.all()
    assert draft.said("scene") == DICTATED.replace("\r", "\n")


# What goes out


def test_under_a_poor_locale_every_sign_is_drawn_in_the_light_that_was_asked_for(tmp_path: Path) -> None:
    poor = environment(tmp_path, LANG=None, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    with PseudoTerminal(tmp_path, "--theme", "daylight", environ=poor) as terminal:
        terminal.wait(lambda: PAPER in terminal.drawn, "daylight")
        terminal.see("1 2 to 4")
        terminal.press("1")
        terminal.see("┏ 1 Spoon ━")


def test_sixteen_colours_are_sixteen_colours(tmp_path: Path) -> None:
    with PseudoTerminal(tmp_path, environ=environment(tmp_path, TERM="xterm", COLORTERM=None)) as terminal:
        terminal.wait(lambda: b"1 2 to 4" in terminal.text, "the doors")
        assert b"\x1b[" in terminal.drawn
        assert b"8;2;" not in terminal.drawn
        assert b"8;5;" not in terminal.drawn


@pytest.mark.parametrize("moves", [False, True])
def test_a_flame_moves_unless_motion_is_off_and_then_not_one_cell_changes(tmp_path: Path, moves: bool) -> None:
    home = a_home(tmp_path, *LISTENER, finds=beat(Turn, label="speak"))
    level = "full" if moves else "none"
    with PseudoTerminal(home, environ=environment(home, TEXTUAL_ANIMATIONS=level)) as terminal:
        go_on(terminal, "works badly")
        if moves:
            terminal.wait(lambda: terminal.drawn, "the flame")
        else:
            # Two looks of the candle at its clock: where it moves, the screen never comes to rest for so long.
            terminal.settle(1.2)
