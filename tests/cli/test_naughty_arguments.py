"""Naughty strings as what is typed behind a command, and as what the shell has set: said back harmlessly, or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from unicodedata import bidirectional, category

import pytest

from gatherround.cli import BROKE, CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from naughty import storable
from parcels import folder
from proving import PROVING

CALM = {FINE, NOT_DONE, WRONG_USE, CANNOT_OPEN}
STEERS = {"Cc", "Cs", "Zl", "Zp"}
TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
SET = ("GATHERROUND_HOME", "HOME", "XDG_DATA_HOME", "LANG", "TERM", "COLUMNS", "NO_COLOR", "EDITOR", "PAGER")


def some(of: int, since: int = 0) -> Iterator[str]:
    """Gives every string when proving, and in the suite one of so many."""
    return islice(storable(), since, None, 1 if PROVING else of)


def ends_calmly(capsys: pytest.CaptureFixture[str], *typed: str) -> int:
    try:
        code = main(typed)
    except SystemExit as left:
        code = int(left.code or 0)
    said = "".join(capsys.readouterr())
    assert code != BROKE, said
    assert code in CALM
    steers = [letter for letter in said if category(letter) in STEERS or bidirectional(letter) in TURNS]
    assert set(steers) <= {"\n"}, ascii(said[:400])
    return code


def test_a_command_ends_calmly_whatever_is_typed_behind_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert home.name == "home"
    for text in some(19):
        ends_calmly(capsys, "people", "add", "--born", "2011-05", "--", text)
        ends_calmly(capsys, "people", "change", "--name", text, "--", text)
    ends_calmly(capsys, "people", "list")
    for text in some(19, 4):
        ends_calmly(capsys, "practices", f"--search={text}")
        ends_calmly(capsys, "packs", "new", f"--kind={text}", "--", "/dev/null/x")
        ends_calmly(capsys, text)
        ends_calmly(capsys, "restore", "--", text)


def test_an_option_that_is_given_two_strokes_says_that_it_wants_more(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.name == "home"
    for typed in (("packs", "new", "--kind=--", "x"), ("--data-dir=--", "where"), ("shelf", "--search=--")):
        with pytest.raises(SystemExit) as left:
            main(typed)
        assert left.value.code == WRONG_USE
        assert "expected one argument" in capsys.readouterr().err


WHERE = ("/dev/null/", "~nobody-of-that-name-", "~nobody/dev/")
"""Beginnings of paths at which little can be written, and nothing outside of here."""
TO = (
    ("packs", "new"),
    ("packs", "install"),
    ("export",),
    ("import",),
    ("restore",),
    ("keepsake",),
    *((("faces", "--svg"), ("packs", "export", "tea-time")) if PROVING else ()),
)


@pytest.mark.parametrize("command", TO, ids=" ".join)
def test_a_command_ends_calmly_wherever_it_is_to_write(
    command: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home.parent)
    folder(home / "packs", "tea-time")
    for text in some(60, 3):
        for beginning in WHERE:
            ends_calmly(capsys, *command, beginning + text)


def test_a_command_ends_calmly_whatever_the_shell_has_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in SET:
        for text in some(70):
            with monkeypatch.context() as shell:
                shell.setenv(name, text)
                ends_calmly(capsys, "where")
