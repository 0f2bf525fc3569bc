"""What a shell and `man` know of the front door is what its grammar says now. After a change: `make man`."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from gatherround.cli import FINE, WRONG_USE, main
from gatherround.cli.grammar import SHELLS, completion
from write_front_door import MAN, completed, every, manual, taught

WORDS = sorted(
    {option for _, parser in every(taught()) for action in parser._actions for option in action.option_strings}
    | {word for name, _ in every(taught()) for word in name.split()}
)


def test_the_man_page_says_every_command_as_it_is_now() -> None:
    assert MAN.read_text("utf-8") == manual()


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
def test_man_reads_the_page_without_a_complaint() -> None:
    ran = subprocess.run(["man", "--warnings", "-l", str(MAN)], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    assert "go back to a copy" in " ".join(ran.stdout.casefold().split())


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_are_as_the_grammar_would_have_them_now(shell: str) -> None:
    pytest.importorskip("shtab")
    assert completion(shell).read_text("utf-8") == completed(shell)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_every_command_and_every_option_can_be_completed(shell: str) -> None:
    told = completion(shell).read_text("utf-8")
    assert [word for word in WORDS if word not in told] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_they_are_printed_for_a_shell_to_read(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--print-completion", shell])
    assert left.value.code == FINE
    assert capsys.readouterr().out == completion(shell).read_text("utf-8")


def test_another_shell_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--print-completion", "fish"])
    assert left.value.code == WRONG_USE
    assert "bash" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes_a_command_of_a_command() -> None:
    asks = "COMP_WORDS=(gatherround packs ex); COMP_CWORD=2; _shtab_gatherround; echo ${COMPREPLY[@]}"
    ran = subprocess.run(
        ["bash", "-c", f"source '{completion('bash')}'; {asks}"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "export"
