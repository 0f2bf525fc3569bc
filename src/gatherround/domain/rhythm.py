"""How often a family plays is its own affair: a gap is met with a warm line and never measured out to anybody.

A streak that is shown to be broken keeps people from coming back (Silverman and Barasch 2023). A habit took from 18 to
254 days to form, and a day that was missed did no harm (Lally and others 2010). So nothing here is counted, no line
says how long it has been, and what is enough is said as a relief, where a grown-up looks.
"""

from __future__ import annotations

from datetime import date
from typing import Final

GAP_DAYS: Final = 14
"""So many days without a Round are a gap; less is how weeks are."""
AFTER_A_GAP: Final = "Good to see you. Same table, new card."
PLENTY: Final = "Two or three evenings a week is plenty."


def welcome_back(last: date | None, today: date) -> str:
    """Gives a warm line to those who have not played for a while; nothing on other evenings, and on the first."""
    if last is None or (today - last).days < GAP_DAYS:
        return ""
    return AFTER_A_GAP
