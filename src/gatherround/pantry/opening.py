"""Opens a story book that comes from anywhere: a file, a folder or a zip, whatever is really in it.

Nothing is written and nothing is followed. A zip is read entry by entry and never extracted: what it says of its own
sizes is not believed, and links, devices, locks and ways out of the folder are refused.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from gatherround.pantry.marks import Problem
from gatherround.pantry.pages import plain_bytes
from gatherround.pantry.parcels import (
    DEEPEST,
    MOST_BYTES,
    MOST_FILES,
    Parcel,
    Refused,
    is_crumb,
    is_known,
    look_at_names,
    parcel,
)

MOST_RATIO: Final = 100
"""How many bytes one packed byte may become; words shrink to a third, and only tricks to a thousandth."""
_MOST_ZIP: Final = 2 * MOST_BYTES
_MOST_ENTRIES: Final = 2_000
_CHUNK: Final = 65_536
_LOCKED: Final = 0x1 | 0x40 | 0x2000
_REPARSE: Final = 0x400
_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(ValueError, OverflowError, OSError, RuntimeError, NotImplementedError),
)
_TOO_LARGE: Final = "There is more in it than a story book holds: 5 MB is the most."
_TORN: Final = "This zip cannot be read to its end. Please ask for it again."


def opened_parcel(path: Path) -> Parcel:
    """Gives the story book at a path, in memory and nowhere else; raises Refused for whatever is not one."""
    try:
        if path.is_dir():
            return _folder(path)
        return _zip(path) if path.suffix.lower() == ".zip" else _file(path)
    except (OSError, ValueError):
        raise Refused("Nothing can be read there.") from None


def _file(path: Path) -> Parcel:
    content = _plain(path, MOST_BYTES)
    look_at_names([path.name])
    return parcel(path.stem, [(path.name, content)])


def _plain(path: Path, most: int) -> bytes:
    """Reads a regular file and nothing else: no link, no pipe, no device; raises Refused beyond the most."""
    content = plain_bytes(path, most)
    if isinstance(content, Problem):
        raise Refused(f"{content.message} {content.advice}" if os.path.lexists(path) else "There is nothing there.")
    if len(content) > most:
        raise Refused(_TOO_LARGE)
    return content


def _folder(path: Path) -> Parcel:
    taken: list[str] = []
    left: list[str] = []
    for name, fits in _walked(path, ""):
        (taken if fits else left).append(name)
    look_at_names(taken)
    files: list[tuple[str, bytes]] = []
    room = MOST_BYTES
    for name in taken:
        content = _plain(path / name, room)
        room -= len(content)
        files.append((name, content))
    return parcel(Path(os.path.abspath(path)).name, files, left)  # noqa: PTH100 (a linked folder keeps its name)


def _walked(folder: Path, above: str, deeper: int = DEEPEST) -> Iterator[tuple[str, bool]]:
    """Gives every name in a folder, and whether it may belong to a book; a linked folder is refused, not walked.

    What a computer or an editor keeps beside a book stays where it is and is not spoken of.
    """
    with os.scandir(folder) as listed:
        entries = list(islice(listed, _MOST_ENTRIES + 1))
    if len(entries) > _MOST_ENTRIES:
        raise Refused("There are far more files in it than a story book has.")
    for entry in sorted(entries, key=lambda entry: entry.name):
        name = f"{above}{entry.name}"
        if entry.name.startswith(".") or is_crumb(name):
            continue
        if entry.is_symlink():
            raise Refused("There is a link in it, and links are not followed. Put the file itself there.")
        elif entry.is_dir():
            if not deeper:
                raise Refused("There are too many folders in one another in it.")
            yield from _walked(folder / entry.name, f"{name}/", deeper - 1)
        else:
            yield name, is_known(name)


def _zip(path: Path) -> Parcel:
    return unzipped(_plain(path, _MOST_ZIP), path.stem)


def unzipped(source: bytes, name: str = "book") -> Parcel:
    """Gives the story book in a zip, or raises Refused, whatever the bytes are; nothing else is raised."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as held:
            entries = held.infolist()
            if len(entries) > MOST_FILES:
                raise Refused(f"There are more than {MOST_FILES} files in it, and a story book has fewer.")
            files = [entry for entry in entries if not is_crumb(entry.filename) and _is_file(entry)]
            look_at_names([entry.filename for entry in files])
            if sum(entry.compress_size for entry in files) > len(source):  # they lie over one another, or lie
                raise Refused(_TORN)
            return parcel(name, list(_contents(held, files)))
    except _BROKEN:
        raise Refused(_TORN) from None


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """Tells a file from a folder; raises Refused for all else, and for names that say one thing and mean another."""
    mode = stat.S_IFMT(entry.external_attr >> 16)
    folder = entry.filename.endswith("/")
    if mode not in {0, stat.S_IFDIR if folder else stat.S_IFREG} or entry.external_attr & _REPARSE:
        raise Refused("There is a link or a device in it, and those do not come in.")
    if entry.flag_bits & _LOCKED:
        raise Refused("It is locked with a password. Please pack it without one.")
    if entry.compress_type not in _PACKED:
        raise Refused("It is packed in a way that is not known here. Please pack it as a plain zip.")
    if entry.orig_filename != entry.filename:
        raise Refused("There is a name in it that hides another.")
    if folder:
        look_at_names([f"{entry.filename}a.txt"])
    return not folder


def _contents(held: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    room = MOST_BYTES
    for entry in entries:
        content = _content(held, entry, min(room, MOST_RATIO * max(1, entry.compress_size)), room)
        room -= len(content)
        yield entry.filename, content


def _content(held: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, room: int) -> bytes:
    """Unpacks one entry piece by piece, and stops at once where it grows beyond what is believable."""
    grown = bytearray()
    with held.open(entry) as packed:
        while piece := packed.read(_CHUNK):
            grown += piece
            if len(grown) > most:
                raise Refused(_TOO_LARGE if most == room else "Something in it unpacks to far more than words do.")
    if len(grown) != entry.file_size:
        raise Refused(_TORN)
    return bytes(grown)


def zipped(book: Parcel) -> bytes:
    """Packs a story book: the same bytes for the same book, whenever and wherever it is packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in book.files:
            entry = zipfile.ZipInfo(name if book.alone else f"{book.name}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            # What shrinks a hundredfold would be refused where it arrives; it is small enough as it is.
            small = len(zlib.compress(content)) * MOST_RATIO < 2 * len(content)
            entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
            held.writestr(entry, content)
    return made.getvalue()
