"""The voice of this computer, which reads aloud for whoever cannot: its own, offline, and found when first needed."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

_WINDOWS: Final = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_COMMANDS: Final[tuple[tuple[str, ...], ...]] = (
    ("espeak-ng", "--stdin", "-s", "145"),
    ("espeak", "--stdin", "-s", "145"),
    ("spd-say", "--pipe-mode", "--wait"),
)
"""Programs that read what comes in and end when they have read it; no word of a story is ever part of a command."""
_MAC: Final = (("say", "-r", "165", "-f", "-"),)
_POWERSHELL: Final = (("powershell", "-NoProfile", "-NonInteractive", "-Command", _WINDOWS),)
NO_VOICE: Final = {
    "linux": "No voice here yet. One is a command away: sudo apt install espeak-ng",
    "darwin": "No voice was found. System Settings, Accessibility, Spoken Content has them.",
    "win32": "No voice was found. Settings, Time and language, Speech has them.",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks what it is given on its standard input, without a shell."""

    command: tuple[str, ...]

    async def say(self, text: str) -> None:
        """Reads a text to its end; whoever cancels this stops the voice at once."""
        try:
            spoken = await asyncio.create_subprocess_exec(
                *self.command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError:
            return
        try:
            await spoken.communicate(text.encode("utf-8"))
        finally:
            if spoken.returncode is None:
                with suppress(ProcessLookupError):
                    spoken.kill()
                await spoken.wait()


def find_voice(platform: str = sys.platform) -> Voice | None:
    """Gives the voice of this computer, or none where there is none to be found."""
    for command in _candidates(platform):
        if (program := shutil.which(command[0])) is not None:
            return Voice((program, *command[1:]))
    return None


def how_to_get_one(platform: str = sys.platform) -> str:
    """Says in one line how a voice can be had here."""
    return NO_VOICE.get(platform, NO_VOICE["linux"])


def _candidates(platform: str) -> Sequence[tuple[str, ...]]:
    return {"darwin": _MAC, "win32": _POWERSHELL}.get(platform, _COMMANDS)
