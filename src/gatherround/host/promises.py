"""The times a pause may promise to come back at."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

TONIGHT: Final = time(20, 0)
TOMORROW: Final = time(18, 0)
LATE: Final = time(19, 0)


def dues_from(now: datetime) -> tuple[datetime, datetime, datetime]:
    """Gives in 20 minutes, tonight at eight (or in an hour once it is past seven), and tomorrow at six."""
    tonight = now.replace(hour=TONIGHT.hour, minute=0, second=0, microsecond=0)
    if now.time() >= LATE:
        tonight = now + timedelta(hours=1)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), TOMORROW, now.tzinfo)
    return now + timedelta(minutes=20), tonight, tomorrow
