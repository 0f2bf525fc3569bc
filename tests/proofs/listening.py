"""Plays, asks every command and writes a story while an ear is laid on every socket: python -m proofs.listening GROUND.

What Python itself opens is told as it is asked for; what it cannot see, strace does.
"""

from __future__ import annotations

import asyncio
import io
import json
import socket
import sys
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS / "ui"))

from dining import a_house, opened, play, press, tap  # noqa: E402

from commands import every_command  # noqa: E402 - the tests of the screens are no package
from gatherround.cli import main as front_door  # noqa: E402
from gatherround.host import shelf  # noqa: E402
from gatherround.host.shelf import Shelf  # noqa: E402
from gatherround.ui.screens.workshop_form import StoryForm  # noqa: E402
from proofs.sitting import play as play_plain  # noqa: E402
from proofs.victims import books, house_of  # noqa: E402
from proving import PROVING  # noqa: E402
from rounds import SMALL_SHELF  # noqa: E402

BEYOND = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "poplib.",
    "nntplib.",
    "telnetlib.",
    "webbrowser.",
)
MOST = 300


class Ear:
    """Hears what Python is asked to open; the pair that an event loop talks to itself through is no way out."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.pairs = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not event.startswith(BEYOND):
            return
        if event == "socket.__new__" and arguments[1] == socket.AF_UNIX:
            self.pairs += 1
        else:
            self.heard.append(f"{event} {arguments[1:]!r}")


def commands(ground: Path) -> None:
    """Asks every command; only under `make prove` each of them reads all the story books that ship."""
    if not PROVING:
        shelf.shipped_shelf = lambda: SMALL_SHELF
    for words in every_command(ground):
        sys.stdin = io.StringIO("5,9,grown-up\n\n1\n1\n" + "\n" * 60)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            front_door(["--data-dir", str(ground / "home"), *words])


async def screens(ground: Path, stories: Shelf) -> None:
    """Plays an evening in the dining room to goodnight, looks back on it, and begins a story in the Workshop."""
    with closing(a_house(ground / "home", shelf=stories)) as house:
        async with opened(house, (80, 24)) as pilot:
            await press(pilot, "2", "3", "5", "space")
            for _ in range(MOST):
                if play(pilot).phase == "night":
                    break
                await tap(pilot, "enter")
            assert play(pilot).phase == "night"
            await press(pilot, "enter", "k", "escape", "w", "1", *"Pan", "enter")
            assert any(isinstance(screen, StoryForm) for screen in pilot.app.screen_stack)
            await press(pilot, "f5", "enter", "escape", "escape", "escape")


def main(ground: Path) -> None:
    """Does all of it, and prints what was heard."""
    ear = Ear()
    stories = books(all_of_them=False)
    sys.addaudithook(ear)
    commands(ground)
    with redirect_stdout(io.StringIO()):
        play_plain(house_of(ground / "home", 1, stories))
    asyncio.run(screens(ground, stories))
    sys.stdout.write(json.dumps({"heard": ear.heard, "pairs": ear.pairs}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
