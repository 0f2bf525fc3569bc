"""The front door against `python -c pass`: --help, and checking one file less YAML and the schema: goal 3."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from rows import Row, ratio, tell

from gatherround.host.shelf import shipped_shelf

ROUNDS = 11
STORY = shipped_shelf() / "packs" / "whole-table" / "activities" / "the-last-dumpling.yaml"
BOOK = "format: 1\nid: tea-time\ntitle: Tea Time\nlicence: CC-BY-SA-4.0\nactivities:\n  - "
SCHEMA = """
import sys, yaml
from pathlib import Path
import gatherround.pantry.schema
for event in yaml.parse(Path(sys.argv[1]).read_text("utf-8"), Loader=yaml.CSafeLoader): pass
"""
ENTRY = "import sys; from gatherround.cli import main; sys.exit(main(sys.argv[1:]))"


def once(home: str, *words: str) -> float:
    """Runs Python with these words and gives the milliseconds that it kept a processor busy; all is compiled before."""
    environ = {**os.environ, "GATHERROUND_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    child = subprocess.Popen([sys.executable, *words], env=environ, stdout=subprocess.DEVNULL)
    _, child.returncode, usage = os.wait4(child.pid, 0)
    assert child.returncode == 0, words
    return 1000 * (usage.ru_utime + usage.ru_stime)


def rows() -> Iterator[Row]:
    """Measures all four alternately, so that a busy moment slows each."""
    with tempfile.TemporaryDirectory() as home:
        book = Path(home) / "tea-time.yaml"
        book.write_text(BOOK + indent(STORY.read_text("utf-8"), "    ").lstrip(), encoding="utf-8")
        programs = (
            ("-c", "pass"),
            ("-c", SCHEMA, str(book)),
            ("-c", ENTRY, "--help"),
            ("-c", ENTRY, "packs", "check", str(book)),
        )
        for program in programs:
            once(home, *program)
        times = [[once(home, *program) for program in programs] for _ in range(ROUNDS)]
    least, schema, help_, check = (statistics.median(column) for column in zip(*times, strict=True))
    yield ratio("speed-help", "gatherround --help", least, help_, 3)
    yield ratio("speed-check-one", "packs check of a file, less YAML and schema", least, check - (schema - least), 3)


if __name__ == "__main__":
    tell(rows())
