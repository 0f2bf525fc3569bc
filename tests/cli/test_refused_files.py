"""A family file that is not ours to open, or damaged: every command names it, and it stays as it is to the byte."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from commands import every_command
from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.host import shelf
from gatherround.storage.home import backups_folder, family_file
from proving import told
from rounds import SMALL_SHELF

LOOK_ELSEWHERE = ("packs new", "packs check", "packs schema", "faces")
"""These never come near the family file, so that one kind of damage is enough for them."""
LOOK_ONLY = ("restore", "doctor")
KINDS: dict[str, Callable[[Path], None]] = {}


def kind(spoil: Callable[[Path], None]) -> Callable[[Path], None]:
    KINDS[spoil.__name__] = spoil
    return spoil


@kind
def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@kind
def empty(path: Path) -> None:
    path.write_bytes(b"")


@kind
def header_zeroed(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


@kind
def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(5).randbytes(9000))


@kind
def a_letter(path: Path) -> None:
    path.write_text("Dear family, this is no database.\n" * 9)


@kind
def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@kind
def from_the_future(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@kind
def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (soup TEXT)")
    connection.close()


def everything(home: Path) -> dict[str, str]:
    """Gives all that lies in a home, with a fingerprint and the bits of each."""
    return {
        str(path): f"{path.stat().st_mode:o} {sha256(path.read_bytes()).hexdigest() if path.is_file() else ''}"
        for path in (home, *sorted(home.rglob("*")))
    }


@pytest.mark.parametrize("spoil", KINDS)
def test_whatever_has_happened_to_the_family_file_no_command_touches_it(
    spoil: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "shipped_shelf", lambda: SMALL_SHELF)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    main(["people", "add", "Ada", "--stage", "18+"])
    main(["--plain"])
    assert [*backups_folder(home).iterdir()], "there is a copy that might be put in place"
    KINDS[spoil](family_file(home))
    before = everything(home)
    said = every_command(tmp_path)
    for words in said:
        elsewhere = " ".join(words).startswith(LOOK_ELSEWHERE)
        if elsewhere and spoil != next(iter(KINDS)):
            continue
        capsys.readouterr()
        ended = main(words)
        out, err = capsys.readouterr()
        if elsewhere or words[0] in LOOK_ONLY:
            assert ended in (FINE, NOT_DONE, WRONG_USE), (words, err)
        else:
            assert (ended, out) == (CANNOT_OPEN, ""), words
            assert str(family_file(home)) in err
            assert "stays" in err
        assert everything(home) == before, words
    told("damaged-files", f"{len(KINDS)} kinds of damage, {len(said)} commands each: 0 bytes changed")
