"""Builders of story books to bring in: whole ones, and every trick that a stranger could play with a zip."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

COVER = "format: 1\nid: {id}\ntitle: {title}\n"
STORY = """id: {id}
title: {title}
kind: script
ages: 5+
minutes: 1
players: 2-5
steps:
  - read: {{text: It hums., beat: laugh}}
  - ask: Where does the smallest spoon go at night?
"""


def files(book: str = "tea-time", /, *, title: str = "Tea Time", **stories: str) -> dict[str, str]:
    """Gives the files of a whole book, each story by its id and title."""
    told = stories or {"spoon": "The Spoon"}
    return {"pack.yaml": COVER.format(id=book, title=title)} | {
        f"activities/{name}.yaml": STORY.format(id=name, title=called) for name, called in told.items()
    }


def folder(at: Path, book: str = "tea-time", /, *, title: str = "Tea Time", **stories: str) -> Path:
    """Lays a whole book as a folder."""
    whole = at / book
    for name, text in files(book, title=title, **stories).items():
        (whole / name).parent.mkdir(parents=True, exist_ok=True)
        (whole / name).write_text(text, "utf-8")
    return whole


def zipped(held: Mapping[str, str | bytes], *, above: str = "") -> bytes:
    """Packs files just as they are called."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in held.items():
            out.writestr(above + name, content)
    return made.getvalue()


def entry(name: str, *, mode: int = stat.S_IFREG | 0o644, attributes: int = 0) -> zipfile.ZipInfo:
    """Gives an entry of a zip that says of itself what it likes."""
    made = zipfile.ZipInfo(name)
    made.create_system, made.external_attr = 3, (mode << 16) | attributes
    return made


def holding(*entries: tuple[zipfile.ZipInfo, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Packs a whole book and these entries beside it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, text in files().items():
            out.writestr(name, text)
        for one, content in entries:
            one.compress_type = packed
            out.writestr(one, content)
    return made.getvalue()


def locked(source: bytes) -> bytes:
    """Says of every entry that it is locked, in both places where a zip says so."""
    changed = bytearray(source)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = source.find(mark)
        while found >= 0:
            flags = struct.unpack_from("<H", source, found + at)[0]
            struct.pack_into("<H", changed, found + at, flags | 1)
            found = source.find(mark, found + 1)
    return bytes(changed)


def renamed(source: bytes, old: bytes, new: bytes) -> bytes:
    """Puts a name of the same length in the place of another, wherever it stands."""
    assert len(old) == len(new)
    return source.replace(old, new)
