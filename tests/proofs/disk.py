"""A disk that forgets: what was written and not yet brought to it may be there after a power cut, or not, or in part.

It is harsher than the disks there are. What was written since the last fsync of a file is kept or not sector by sector,
in any mixture; a file may have grown without its content; a new name, an unlink or a rename is remembered only after an
fsync of its folder, and until then each of them may have come through without the others.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

SECTOR: Final = 512
How = Literal["nothing", "everything", "some"]
HOWS: Final[tuple[How, ...]] = ("nothing", "everything", "some", "some")


@dataclass
class File:
    """A file: what is on the disk for certain, what was done since, and how it looks to whoever reads it now."""

    sure: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Writes at an offset, and cuts to a length."""

    def sync(self) -> None:
        """Brings everything to the disk."""
        self.sure = self.after(lambda: True)
        self.since.clear()

    def after(self, kept: Callable[[], bool], dice: random.Random | None = None) -> bytes:
        """Gives the content where of what was done since only what is kept has come to the disk."""
        content = bytearray(self.sure)
        for at, written in self.since:
            if written is None:
                if kept():
                    del content[at:]
                    content.extend(bytes(at - len(content)))
                continue
            for begin, piece in _sectors(at, written):
                if kept():
                    content.extend(bytes(max(0, begin - len(content))))
                    content[begin : begin + len(piece)] = piece
                elif dice is not None and dice.random() < 0.3 and begin + len(piece) > len(content):
                    # The length has come to the disk, and the content has not: whatever lay there before is there.
                    content.extend(dice.randbytes(begin + len(piece) - len(content)))
        return bytes(content)


@dataclass
class Folder:
    """The names in a folder: those that are sure, and each change since, whole or not at all."""

    sure: dict[str, File | Folder] = field(default_factory=dict)
    since: list[dict[str, File | Folder | None]] = field(default_factory=list)

    def sync(self) -> None:
        """Brings every name to the disk."""
        self.sure = self.after(lambda: True)
        self.since.clear()

    def change(self, **names: File | Folder | None) -> None:
        """Changes names together, as a rename does."""
        self.since.append(names)

    def after(self, kept: Callable[[], bool]) -> dict[str, File | Folder]:
        """Gives the names where of the changes since only those that are kept have come to the disk."""
        names: dict[str, File | Folder | None] = dict(self.sure)
        for change in self.since:
            if kept():
                names |= change
        return {name: item for name, item in names.items() if item is not None}

    def now(self) -> dict[str, File | Folder]:
        """Gives the names as whoever looks sees them."""
        return self.after(lambda: True)


class Disk:
    """A folder on such a disk, and what a process does in it; paths begin at that folder."""

    def __init__(self, root: Folder | None = None) -> None:
        self.root = root or Folder()

    def at(self, path: str) -> File | Folder | None:
        """Gives what is called so now."""
        item: File | Folder | None = self.root
        for name in filter(None, path.split("/")):
            item = item.now().get(name) if isinstance(item, Folder) else None
        return item

    def folder(self, path: str) -> tuple[Folder, str]:
        """Gives the folder that a path lies in, and the last name of it."""
        above, _, name = path.rpartition("/")
        folder = self.at(above)
        assert isinstance(folder, Folder), path
        return folder, name

    def put(self, path: str, item: File | Folder | None) -> None:
        """Gives something a name, or takes the name away."""
        folder, name = self.folder(path)
        folder.change(**{name: item})

    def rename(self, path: str, target: str) -> None:
        """Gives something another name in its folder or, in two changes, in another one."""
        item = self.at(path)
        (here, old), (there, new) = self.folder(path), self.folder(target)
        if here is there:
            here.change(**{new: item, old: None})
        else:
            there.change(**{new: item})
            here.change(**{old: None})

    def power_cut(self, into: Path, dice: random.Random) -> None:
        """Lays into an empty folder what such a disk may hold when the power comes back."""
        _lay(self.root, into, dice)


def _lay(folder: Folder, into: Path, dice: random.Random) -> None:
    for name, item in folder.after(_keeper(dice, in_order=dice.random() < 0.5)).items():
        if isinstance(item, Folder):
            (into / name).mkdir(mode=0o700)
            _lay(item, into / name, dice)
        else:
            (into / name).write_bytes(item.after(_keeper(dice), dice))


def _keeper(dice: random.Random, *, in_order: bool = False) -> Callable[[], bool]:
    """Decides what has come to the disk; in order means that nothing comes after what did not."""
    how = dice.choice(HOWS)
    if how != "some":
        return lambda: how == "everything"
    if not in_order:
        return lambda: dice.random() < 0.5
    stops_at = iter([True] * dice.randrange(4))
    return lambda: next(stops_at, False)


def _sectors(at: int, written: bytes) -> list[tuple[int, bytes]]:
    """Splits what is written where sectors end."""
    ends = [*range((at // SECTOR + 1) * SECTOR, at + len(written), SECTOR), at + len(written)]
    pieces, begin = [], at
    for end in ends:
        pieces.append((begin, written[begin - at : end - at]))
        begin = end
    return pieces
