"""Whole copies of the family file, each with its SHA-256 beside it, because SQLite does not see a flipped bit."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from gatherround.disk import begin_file, private_folder
from gatherround.storage.home import backups_folder
from gatherround.storage.looking import check_whole, opened_to_read
from gatherround.storage.whole import beside, left_over, name_new, put_new


def back_up_before_migration(path: Path, version: int) -> Path:
    """Makes a copy of a file of schema `version` in the backups folder beside it, and gives its path.

    Raises OSError or sqlite3.Error. The caller holds the write lock, so nothing moves meanwhile: half a copy of this
    sort is a kill's.
    """
    folder = backups_folder(path.parent)
    private_folder(folder)
    for stray in left_over(folder):
        if stray.name.startswith(f".{path.stem}-schema-"):
            stray.unlink(missing_ok=True)
    target = free_name(folder, f"{path.stem}-schema-{version}", path.suffix)
    with closing(opened_to_read(path)) as source:
        copy_whole(source, target)
    return target


def copy_whole(source: sqlite3.Connection, target: Path, *, sealed: bool = True) -> None:
    """Copies a living database to `target`, which appears whole or not at all, after its `.sha256` if it is `sealed`.

    Raises FileExistsError for a target or a `.sha256` that is there, OSError or sqlite3.Error for a disk that will not
    take it. Never by copying the file: more than half of the copies of a file in use were found broken.
    """
    if target.exists():
        raise FileExistsError(target)
    with beside(target) as partial:
        begin_file(partial)
        with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
            source.backup(copy)
            check_whole(copy, target)
        if sealed:
            _seal_and_name(partial, target)
        else:
            name_new(partial, target)


def _seal_and_name(partial: Path, target: Path) -> None:
    """Takes a name by its SHA-256, which is one window's alone, so that no copy ever lies beside another's."""
    seal = digest_file(target)
    put_new(seal, f"{digest(partial)}  {target.name}\n")
    try:
        name_new(partial, target)
    except BaseException:
        with suppress(OSError):
            seal.unlink(missing_ok=True)
        raise


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


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Gives the first name that no copy has, and no SHA-256 of one that a kill has left without it."""
    number = 1
    while (target := folder / f"{stem}-{number}{suffix}").exists() or digest_file(target).exists():
        number += 1
    return target
