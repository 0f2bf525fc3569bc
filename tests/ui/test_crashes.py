"""When something breaks: one kind sentence, the terminal given back, and a log without a word of anybody's."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

import pytest
from dining import a_house
from textual import work
from textual.app import App, ComposeResult, RenderResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from gatherround.ui.app import BROKE, GatherRound
from terminals import GIVEN_BACK, PseudoTerminal

SECRET = "Mia, 4"
STORY = "she told me about the dark"


class Breaks(Screen[None]):
    """Breaks at `where`, with a child's name in the message and her words in a local."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where

    def compose(self) -> ComposeResult:
        if self.where == "compose":
            self.stumble()
        yield Slips(self.where)

    def on_mount(self) -> None:
        match self.where:
            case "handler":
                self.stumble()
            case "timer":
                self.set_timer(0.01, self.stumble)
            case "callback":
                self.call_after_refresh(self.stumble)
            case "worker":
                self.behind()
            case "thread":
                self.far_behind()

    @work
    async def behind(self) -> None:
        self.stumble()

    @work(thread=True)
    def far_behind(self) -> None:
        self.stumble()

    def stumble(self) -> None:
        told = STORY
        raise Sorry(f"{SECRET}: {told}") from KeyError(SECRET)


class Slips(Static):
    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where

    def render(self) -> RenderResult:
        if self.where == "render":
            raise Sorry(SECRET)
        return ""


class Sorry(ValueError):  # noqa: N818 (named for what the family hears)
    def __rich__(self) -> str:
        """Would be printed as it is: errors that can draw themselves go past Textual's own crash screen."""
        return f"{SECRET} {STORY}"


def broken(home: Path, where: str) -> GatherRound:
    """Runs the game into a screen that breaks, and gives what is left of it."""

    async def lay(pilot: Pilot[int]) -> None:
        await pilot.app.push_screen(Breaks(where))

    app = GatherRound(a_house(home))
    app.run(headless=True, size=(80, 24), auto_pilot=lay)
    return app


@pytest.mark.parametrize("where", ["compose", "handler", "timer", "callback", "worker", "thread", "render"])
def test_whatever_breaks_says_one_kind_sentence_and_none_of_our_words(
    tmp_path: Path, where: str, capfd: pytest.CaptureFixture[str]
) -> None:
    app = broken(tmp_path, where)
    assert app.return_code == BROKE
    assert app.farewell.startswith("Sorry, something broke (Sorry).")
    assert "\n" not in app.farewell
    log = (tmp_path / "crash.log").read_text()
    assert "Sorry" in log
    assert "test_crashes.py:" in log
    assert ("render" if where == "render" else "stumble") in log
    everything = "".join((*capfd.readouterr(), app.farewell, log))
    for word in (SECRET, "Mia", STORY, "the dark", "raise ", str(tmp_path.parent.parent / "src")):
        assert word not in everything.replace(str(tmp_path), "home")


def test_what_lay_behind_the_trouble_is_named_too(tmp_path: Path) -> None:
    broken(tmp_path, "handler")
    lines = (tmp_path / "crash.log").read_text().splitlines()
    assert lines[0].startswith("gatherround ")
    assert "test_crashes.Sorry" in lines
    assert "builtins.KeyError" in lines
    assert all(re.fullmatch(r"  [^ /]+/[^ /]+\.py:\d+ \S+", line) for line in lines if line.startswith(" "))


def test_where_no_log_can_be_kept_the_sentence_is_said_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "crash.log").mkdir()
    app = broken(tmp_path, "handler")
    assert app.return_code == BROKE
    assert app.farewell == "Sorry, something broke (Sorry). What was kept is kept."


def test_textual_still_calls_its_crash_screen_what_we_call_ours() -> None:
    handled = inspect.getsource(App._handle_exception)
    for ours in ("_fatal_error", "panic"):
        assert ours in vars(App), f"{ours} has another name now: override that one in GatherRound"
        assert f"self.{ours}(" in handled, f"{ours} is no longer called: look for what is, in App._handle_exception"
    assert hasattr(App, "_close_messages_no_wait")
    assert "self._return_code" in handled


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_real_terminal_the_sentence_stands_on_a_screen_that_is_given_back(tmp_path: Path) -> None:
    stumbles = (
        "import sys\n"
        "from gatherround.cli import main\n"
        "from gatherround.ui.screens.tonight import Tonight\n"
        f"def stumble(self, step): name = {STORY!r}; raise KeyError({SECRET!r})\n"
        "Tonight.action_minutes = stumble\n"
        "sys.exit(main())\n"
    )
    with PseudoTerminal(tmp_path, program=(sys.executable, "-c", stumbles)) as terminal:
        terminal.see("1 2 to 4")
        terminal.press("+")
        assert terminal.ended() == BROKE
        assert all(code in terminal.drawn for code in GIVEN_BACK)
        assert terminal.modes == terminal.before
        said = terminal.farewell
        assert said.startswith("Sorry, something broke (KeyError). What was kept is kept.")
        assert said.count("\n") == 0
    log = tmp_path / "crash.log"
    assert log.stat().st_mode & 0o077 == 0
    assert "stumble" in log.read_text()
    for word in ("Mia", "the dark"):
        assert word not in said + log.read_text()
