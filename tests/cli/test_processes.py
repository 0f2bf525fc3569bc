from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, INTERRUPTED, NOT_DONE

SHIPPED = Path(__file__).parents[2] / "content" / "packs"


def command(*words: str, home: Path) -> list[str]:
    return [sys.executable, "-m", "gatherround", "--data-dir", str(home), *words]


def test_a_command_that_draws_no_screen_loads_none(tmp_path: Path) -> None:
    drawn = ["people add Ada --stage 18+", "people", "export -", "erase Ada --yes --yes", "where", "restore", "--plain"]
    asking = f"""
import sys
from gatherround.cli import main
for words in (["packs", "check", {str(SHIPPED / "minutes")!r}], ["packs", "list"], *map(str.split, {drawn!r})):
    main(["--data-dir", {str(tmp_path / "home")!r}, *words])
print(sorted(name for name in sys.modules if name.split(".")[0] in ("textual", "rich")))
"""
    ran = subprocess.run([sys.executable, "-c", asking], input=b"", capture_output=True, check=True)
    assert ran.stdout.decode().split("\n")[-2] == "[]"


def test_a_whole_round_through_the_front_door_whatever_the_locale_and_the_bytes(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0"}
    typed = b"\xff\xfe, 9, grown-up\n\n1\n1\n" + b"\xe9\n" + b"\n" * 60
    ran = subprocess.run(command("--plain", home=tmp_path), input=typed, env=environ, capture_output=True, check=False)
    assert ran.stderr == b""
    assert ran.returncode == FINE
    assert "GOODNIGHT" in ran.stdout.decode("utf-8")


def test_an_interrupt_leaves_the_round_open_and_says_goodnight(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("--plain", home=tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as playing:
        assert playing.stdout is not None
        assert playing.stdin is not None
        heard = b""
        while not heard.endswith(b"who> "):
            heard += os.read(playing.stdout.fileno(), 4096)
        playing.send_signal(signal.SIGINT)
        _, err = playing.communicate()
    assert playing.returncode == INTERRUPTED
    assert err == b"\nGoodnight. What was open stays open.\n"


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("packs", "schema", home=tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as telling:
        assert telling.stdout is not None
        telling.stdout.close()
        assert telling.stderr is not None
        assert telling.stderr.read() == b""
    assert telling.returncode == FINE


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("words", [("--plain",), ("erase", "Ada"), ("people", "lock", "Ada"), ("where",)])
def test_a_way_in_or_out_that_was_closed_before_leads_nowhere(words: tuple[str, ...], closed: str, home: Path) -> None:
    ran = through_a_shell(closed, *words, home=home)
    assert ran.returncode in {FINE, NOT_DONE}
    assert b"not meant to happen" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("words", [("where",), ("packs", "schema"), ("people", "--json")])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_cannot_be_written_behind_a_pipe_ends_in_one_sentence(
    words: tuple[str, ...], unbuffered: str, home: Path
) -> None:
    ran = through_a_shell(">/dev/full", *words, home=home, PYTHONUNBUFFERED=unbuffered)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (CANNOT_OPEN, 1)
    assert ran.stderr.startswith(b"What there is to say could not be written")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    subprocess.run(command("people", "add", "Ada", "--stage", "18+", home=tmp_path), capture_output=True, check=True)
    return tmp_path


def through_a_shell(redirected: str, *words: str, home: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        f"exec {shlex.join(command(*words, home=home))} {redirected}",
        shell=True,
        input=b"",
        capture_output=True,
        env={**os.environ, **environ},
        check=False,
    )
