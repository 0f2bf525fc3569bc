"""Tonight on paper: what would be dealt to this table, on one sheet, and where it lies."""

from __future__ import annotations

from typing import Any, Final

from textual.screen import Screen

from gatherround.host.dealing import deal
from gatherround.host.house import House
from gatherround.host.household import Setting
from gatherround.host.pages import NotAPage
from gatherround.host.printing import NothingToPrint, print_tonight
from gatherround.host.troubles import CannotKeep

NOBODY: Final = "Somebody has to sit at the table first. One key for each person."
NOTHING: Final = "No story here is for just these people yet. Try another table, or add a story book."
LIES: Final = "Tonight lies on one sheet: {path}. Open it in a browser and print both sides."


def tonight_on_paper(screen: Screen[Any], house: House, setting: Setting) -> None:
    """Deals to this table, has it printed and says where; nothing of it is played or recorded."""
    from gatherround.domain.dealing.deals import NothingFits

    if not screen.is_active:
        return
    try:
        if not setting.here:
            said = NOBODY
        else:
            plan = deal(house, setting.here, setting.minutes, setting.wish)
            said = LIES.format(path=print_tonight(house, plan))
    except NothingFits:
        said = NOTHING
    except (NothingToPrint, NotAPage, CannotKeep) as trouble:
        said = trouble.sentence
    screen.notify(said, markup=False, timeout=20)
