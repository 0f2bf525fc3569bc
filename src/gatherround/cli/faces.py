"""Draws every face as a picture file, from the same numbers that draw it on the table."""

from __future__ import annotations

import argparse
from os.path import lexists
from pathlib import Path
from typing import Final

from gatherround.cli.endings import FINE
from gatherround.cli.saying import shown
from gatherround.disk import private_folder
from gatherround.domain.faces import WORDS, clause, face_of, svg
from gatherround.domain.refusing import Refusal
from gatherround.host.troubles import CannotKeep, Trouble
from gatherround.storage.whole import write_new

THEIRS: Final = "{file} is there already, and is not a face of ours. It stays just as it is; choose another folder."


class NothingDrawn(CannotKeep):
    """A folder takes no pictures."""

    says = "Nothing can be drawn into {path}. Try another folder."


def faces(asked: argparse.Namespace) -> int:
    """Says every face in one clause, or writes an SVG of each into a folder."""
    if asked.svg is None:
        for word in WORDS:
            print(f"{word:<14} {clause(word)}")
        return FINE
    folder: Path = asked.svg
    pictures = {folder / f"{word.replace(' ', '-')}.svg": _picture(word) for word in WORDS}
    try:
        if theirs := [path for path, picture in pictures.items() if lexists(path) and not _is(path, picture)]:
            raise Refusal(THEIRS.format(file=shown(theirs[0])))
        private_folder(folder)
        for path, picture in pictures.items():
            if not lexists(path):
                write_new(path, picture)
    except (OSError, Trouble) as error:
        raise NothingDrawn(folder) from error
    print(f"{len(WORDS)} faces in {shown(folder)}")
    return FINE


def _picture(word: str) -> bytes:
    return svg(face_of(word), title=f"{word}: {clause(word)}").encode()


def _is(path: Path, picture: bytes) -> bool:
    return path.is_file() and path.read_bytes() == picture
