"""Builders that the storage tests and their child processes share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from gatherround.domain.entries import AtTable, Played, RoundBegan
from gatherround.storage.migrating import Step, Steps, shipped_steps

TESTS = Path(__file__).parent.parent
SUMMER = timezone(timedelta(hours=2))
LATE_EVENING = datetime(2031, 6, 30, 0, 30, tzinfo=SUMMER)
PLAN = '{"minutes":10}'


@dataclass
class Clock:
    time: datetime = LATE_EVENING

    def now(self) -> datetime:
        return self.time


class OnTheHour:
    """A clock for child processes, which have nobody to set it."""

    def now(self) -> datetime:
        return datetime(2031, 6, 30, 18, tzinfo=UTC)


def began(*members: str) -> RoundBegan:
    return RoundBegan(minutes=10, wish="laugh", people=tuple(AtTable(member, "8-11") for member in members))


def played(title: str = "The last pancake") -> Played:
    return Played(activity="first/pancake", kind="micro", empathy=("understand",), title=title, players=("ada",))


def newer_steps() -> Steps:
    """One more schema that does not exist yet, to migrate a drawer of today to."""
    another = Step(
        len(shipped_steps()) + 1,
        (
            "ALTER TABLE entry ADD COLUMN weather TEXT",
            "UPDATE entry SET weather = 'sunny; mostly', body = body || ' '",
            "CREATE INDEX entry_by_weather ON entry (weather, body)",
        ),
    )
    return (*shipped_steps(), another)


def fingerprint(path: Path) -> tuple[object, ...]:
    """All that must stay the same about a file that is refused, and about the folder it lies in."""
    content = sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"
    return content, path.stat().st_mtime_ns, path.stat().st_mode, sorted(item.name for item in path.parent.iterdir())
