"""The editor that somebody has chosen for themselves, found when first needed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path


def find_editor() -> tuple[str, ...] | None:
    """Gives the command in VISUAL or EDITOR; none where neither names one that is on this computer."""
    for name in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(os.environ.get(name, ""))
        except ValueError:
            continue
        if command and shutil.which(command[0]):
            return tuple(command)
    return None


def edit(editor: tuple[str, ...], path: Path) -> None:
    """Opens a file in an editor that takes the terminal, and waits until it is closed; what it says is its own."""
    try:
        subprocess.run([*editor, str(path)], check=False)
    except OSError:
        return
