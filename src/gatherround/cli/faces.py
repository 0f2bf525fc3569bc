"""Draws every face as a picture file, from the same numbers that draw it on the table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gatherround.cli.saying import shown
from gatherround.domain.faces import WORDS, clause, face_of, svg

WRONG_USE = 2


def faces(asked: argparse.Namespace) -> int:
    """Says every face in one clause, or writes an SVG of each into a folder."""
    if asked.svg is None:
        for word in WORDS:
            print(f"{word:<14} {clause(word)}")
        return 0
    folder: Path = asked.svg
    try:
        _draw_into(folder)
    except OSError:
        print(f"Nothing can be drawn into {shown(folder)}. Try another folder.", file=sys.stderr)
        return WRONG_USE
    print(f"{len(WORDS)} faces in {shown(folder)}")
    return 0


def _draw_into(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for word in WORDS:
        name = f"{word.replace(' ', '-')}.svg"
        (folder / name).write_text(svg(face_of(word), title=f"{word}: {clause(word)}"), encoding="utf-8")
