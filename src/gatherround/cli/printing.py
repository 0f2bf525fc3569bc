"""Prints stories as cards, or tonight on one sheet, for a dinner without the screen."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from gatherround.cli.endings import FINE
from gatherround.cli.house import in_the_house, somebody
from gatherround.cli.saying import shown
from gatherround.domain.refusing import Unclear
from gatherround.host.dealing import deal
from gatherround.host.guests import guest_by_words
from gatherround.host.house import House
from gatherround.host.household import Setting
from gatherround.host.printing import NothingToPrint, print_cards, print_first_talk, print_tonight

NOBODY: Final = 'Nobody has sat at this table yet. Say who is here: --people "grown-up, 8, 15".'
ALONE: Final = '"{page}" is a page of its own. Print it by itself: gatherround print {page}'
NOTHING: Final = "No story here is for just these people yet. Try other people, or add a story book."


def print_out(asked: argparse.Namespace) -> int:
    """Writes the page and says where it lies."""
    if len(asked.what) > 1 and (alone := next((word for word in asked.what if word in _PAGES), None)):
        raise Unclear(ALONE.format(page=alone))
    return in_the_house(asked, _printed)


def _printed(house: House, asked: argparse.Namespace) -> int:
    print(_PAGES.get(asked.what[0], _cards)(house, asked))
    return FINE


def _tonight(house: House, asked: argparse.Namespace) -> str:
    from gatherround.domain.dealing.deals import NothingFits

    setting = _setting(house, asked)
    try:
        plan = deal(house, setting.here, asked.minutes or setting.minutes, setting.wish)
    except NothingFits:
        raise NothingToPrint(NOTHING) from None
    page = shown(print_tonight(house, plan, asked.to, asked.paper))
    return f"Tonight lies in {page}. Open it in a browser, and print both sides from there."


def _setting(house: House, asked: argparse.Namespace) -> Setting:
    """Gives the table as it was last set, or as it is said here."""
    last = house.household.last_table()
    if asked.people is None:
        if last is None or not last.here:
            raise NothingToPrint(NOBODY)
        return last
    setting = Setting()
    for words in asked.people.split(","):
        setting = setting.seated(guest_by_words(words, setting.people))
    return setting


def _first_talk(house: House, asked: argparse.Namespace) -> str:
    whose = somebody(house, asked.person) if asked.person is not None else None
    page = shown(print_first_talk(house, whose, asked.to, asked.paper))
    return f"Three questions lie in {page}. Open it in a browser, print it, and take it along."


def _cards(house: House, asked: argparse.Namespace) -> str:
    target, count = print_cards(house, asked.what, asked.to, asked.paper)
    stories = "one story" if count == 1 else f"{count} stories"
    return f"Cards of {stories} lie in {shown(target)}. Open it in a browser, and print both sides."


_PAGES: Final[dict[str, Callable[[House, argparse.Namespace], str]]] = {"tonight": _tonight, "first-talk": _first_talk}
"""What is not a story and is printed by its own name."""
