"""Records into a drawer until it is killed or has done its share, and says aloud what was acknowledged.

python -m storage.recorder PATH together NAME COUNT | python -m storage.recorder PATH half-way
| python -m storage.recorder PATH small-disk
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from gatherround.domain.entries import WordMet
from gatherround.storage.database import Database, open_database
from gatherround.storage.journal import Journal
from gatherround.storage.troubles import CannotKeep
from storage.drawers import OnTheHour


def main(path: Path, task: str, *rest: str) -> None:
    with open_database(path) as database:
        match task:
            case "together":
                together(database, *rest)
            case "half-way":
                half_way(database)
            case "small-disk":
                small_disk(database)


def together(database: Database, name: str, count: str) -> None:
    journal = Journal(database, OnTheHour())
    waiting = journal.open_now()
    assert waiting is not None
    for number in range(int(count)):
        journal.record(waiting.hold, name, [WordMet(f"{name} {number}")])
        with database.writing() as connection:
            connection.execute("UPDATE preference SET value = value + 1 WHERE key = 'counted'")


def half_way(database: Database) -> None:
    """Stops in the middle of a transaction that has already spilled into the file."""
    with database.writing() as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("UPDATE entry SET body = body || body")
        say("half way")
        sys.stdin.read()


def small_disk(database: Database) -> None:
    journal = Journal(database, OnTheHour())
    kept = 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (database.path.stat().st_size + 8192, resource.RLIM_INFINITY))
    try:
        while True:
            journal.between_rounds([WordMet(f"{kept} {'calm' * 50}")])
            kept += 1
    except CannotKeep:
        say(f"kept {kept}")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    journal.between_rounds([WordMet("room again")])
    say("resumed")


def say(word: str) -> None:
    os.write(1, f"{word}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
