"""Every promise of speed in one run: one table with its goals and the machine that it was measured on.

`--keep` writes the figures down for docs/trust.md.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from rows import ROWS, Row

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from proving import keep

HERE = Path(__file__).parent
BENCHES = ("start", "keys", "deal", "find", "check", "cli", "lookback")


def machine() -> str:
    """Says what this was measured on."""
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    return f"{system}, {os.cpu_count()} processors, Python {platform.python_version()}"


def measured() -> list[Row]:
    """Runs each benchmark in a process of its own, which prints as it goes, and gives all the rows."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as lines:
        for bench in BENCHES:
            subprocess.run([sys.executable, HERE / f"{bench}.py"], env={**os.environ, ROWS: lines.name}, check=True)
        return [Row(**json.loads(line)) for line in lines.read().splitlines()]


def keep_all(rows: list[Row]) -> None:
    """Writes the figures down beside those of the long trials."""
    for row in rows:
        keep(row.key, row.figure)
    keep("machine", machine())


def main() -> int:
    """Prints the table, and says with its exit code whether every goal was kept."""
    print(machine())
    rows = measured()
    over = [row for row in rows if not row.kept]
    print(f"{len(rows) - len(over)} of {len(rows)} goals kept." + "".join(f"\n  over: {row.what}" for row in over))
    if "--keep" in sys.argv:
        keep_all(rows)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
