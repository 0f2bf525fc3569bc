"""Plays: lays the table in the terminal, or line by line."""

from __future__ import annotations

import argparse
import sys

from gatherround.cli.endings import FINE, INTERRUPTED
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import shown
from gatherround.domain.meant import did_you_mean
from gatherround.domain.refusing import Refusal, Unclear
from gatherround.host.house import House

NO_STORY = 'There is no story "{story}" that plays. "gatherround shelf" lists all by their ids.{meant}'
NO_TERMINAL = 'This needs a terminal. Try "gatherround --plain", which also plays through a pipe.'


def play(asked: argparse.Namespace) -> int:
    """Plays a Round; without a terminal and without --plain it says so instead."""
    if not asked.plain and not _at_a_terminal():
        raise Unclear(NO_TERMINAL)
    return in_the_house(asked, _plain if asked.plain else _screens)


def _at_a_terminal() -> bool:
    """Tells whether somebody can see and press: Textual reads stdin and draws on stderr, and neither may be closed."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _plain(house: House, asked: argparse.Namespace) -> int:
    from gatherround.plain.room import PlainRoom
    from gatherround.plain.table import PlainTable

    if asked.story:
        known = {name for one in house.shelf.activities for name in (one.id, one.full_id)}
        if asked.story not in known:
            raise Refusal(NO_STORY.format(story=shown(asked.story), meant=did_you_mean(asked.story, known)))
    _look_after(house)
    PlainTable(house, PlainRoom(), asked.story or "").sit_down()
    return FINE


def _look_after(house: House) -> None:
    """Finishes an erasing that was interrupted, and makes today's copy."""
    from gatherround.domain.text import tidy
    from gatherround.host.care import NOT_DELETED

    if house.database is None:
        return
    care = house.family.care
    if house.household.owes_erasing and (left := care.finish_erasing()):
        print(NOT_DELETED, *(tidy(str(path)) for path in left), sep="\n", file=sys.stderr)
    care.copy_today()


def _screens(house: House, asked: argparse.Namespace) -> int:
    from gatherround.ui import sweeping

    sweeping.only_when_asked()
    from gatherround.ui.app import GatherRound

    app = GatherRound(house, lighting=house.lighting.for_tonight(asked.theme, asked.still, asked.ascii))
    app.run()
    if app.farewell:
        print(app.farewell, file=sys.stderr)
    if app.return_code == INTERRUPTED:
        # A raw terminal hands ctrl+c over as a key; here it is again what it is everywhere else.
        raise KeyboardInterrupt
    return app.return_code or 0
