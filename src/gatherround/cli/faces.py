"""Draws every face as a picture file, from the same numbers that draw it on the table."""

from __future__ import annotations

import argparse
import sys
from os.path import lexists
from pathlib import Path
from typing import Final

from gatherround.cli.saying import NOT_DONE, shown
from gatherround.domain.faces import WORDS, clause, face_of, svg
from gatherround.host.troubles import Trouble
from gatherround.storage.home import private_folder
from gatherround.storage.whole import write_new

WRONG_USE = 2
THEIRS: Final = "{file} is there already, and is not a face of ours. It stays just as it is; choose another folder."


def faces(asked: argparse.Namespace) -> int:
    """Says every face in one clause, or writes an SVG of each into a folder."""
    if asked.svg is None:
        for word in WORDS:
            print(f"{word:<14} {clause(word)}")
        return 0
    folder: Path = asked.svg
    pictures = {folder / f"{word.replace(' ', '-')}.svg": _picture(word) for word in WORDS}
    try:
        if theirs := [path for path, picture in pictures.items() if lexists(path) and not _is(path, picture)]:
            print(THEIRS.format(file=shown(theirs[0])), file=sys.stderr)
            return NOT_DONE
        private_folder(folder)
        for path, picture in pictures.items():
            if not lexists(path):
                write_new(path, picture)
    except (OSError, Trouble):
        print(f"Nothing can be drawn into {shown(folder)}. Try another folder.", file=sys.stderr)
        return WRONG_USE
    print(f"{len(WORDS)} faces in {shown(folder)}")
    return 0


def _picture(word: str) -> bytes:
    return svg(face_of(word), title=f"{word}: {clause(word)}").encode()


def _is(path: Path, picture: bytes) -> bool:
    return path.is_file() and path.read_bytes() == picture
