"""What is kept and who can open it, said in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_OTHERS: Final = 0o077


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of the family: its name within the home, its size in bytes, and who can open it."""

    name: str
    size: int
    who: str


def kept_files(home: Path) -> Iterator[KeptFile]:
    """Gives every file in the home, in order of their names."""
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        stat = path.stat()
        open_to_others = os.name == "posix" and stat.st_mode & _OTHERS
        who = "others on this computer can open it" if open_to_others else "only you, with this account"
        yield KeptFile(path.relative_to(home).as_posix(), stat.st_size, who)
