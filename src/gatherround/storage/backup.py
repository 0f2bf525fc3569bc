"""Whole copies of the family file, each with its SHA-256 beside it, because SQLite does not see a flipped bit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gatherround.disk import begin_file, settle
from gatherround.storage.home import backups_folder, private_folder
from gatherround.storage.looking import BUSY_SECONDS, check_whole
from gatherround.storage.whole import put_whole


def back_up_before_migration(path: Path, version: int) -> Path:
    """Makes a copy of a file of schema `version` in the backups folder beside it, and gives its path.

    Raises OSError or sqlite3.Error. The caller holds the write lock, so nothing moves meanwhile.
    """
    folder = backups_folder(path.parent)
    private_folder(folder)
    target = _free_name(folder, f"{path.stem}-schema-{version}", path.suffix)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as source:
        copy_whole(source, target)
    return target


def copy_whole(source: sqlite3.Connection, target: Path, *, sealed: bool = True) -> None:
    """Copies a living database to `target`, which appears whole or not at all, after its `.sha256` if it is `sealed`.

    Raises FileExistsError for a target that is there, OSError or sqlite3.Error for a disk that will not take it.
    Never by copying the file: more than half of the copies of a file in use were found broken.
    """
    with _becoming(target) as partial:
        with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
            source.backup(copy)
            check_whole(copy, target)
        if sealed:
            put_whole(digest_file(target), f"{digest(partial)}  {target.name}\n")


def digest_file(copy: Path) -> Path:
    """Says where the SHA-256 of a copy is written, in the form that `sha256sum --check` reads."""
    return copy.with_name(copy.name + ".sha256")


def digest(path: Path) -> str:
    """Gives the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        from hashlib import file_digest

        return file_digest(file, "sha256").hexdigest()


def is_whole(copy: Path) -> bool:
    """Tells whether a copy is still what was written, by its SHA-256; without one it cannot be told, and is not."""
    try:
        return digest_file(copy).read_text("utf-8").split()[:1] == [digest(copy)]
    except (OSError, UnicodeDecodeError):
        return False


@contextmanager
def _becoming(target: Path) -> Iterator[Path]:
    """Lends an empty private file that takes the target's name at the end; nothing of it stays if that is not reached.

    Half a copy that a kill left here once holds somebody's evenings, so it is removed first.
    """
    if target.exists():
        raise FileExistsError(target)
    partial = target.with_name(target.name + ".partial")
    try:
        _discard(partial)
        begin_file(partial)
        yield partial
        partial.rename(target)
        settle(target.parent)
    except BaseException:
        _discard(partial)
        raise


def _discard(partial: Path) -> None:
    for path in (partial, partial.with_name(partial.name + "-journal")):
        path.unlink(missing_ok=True)


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    number = 1
    while (target := folder / f"{stem}-{number}{suffix}").exists():
        number += 1
    return target
