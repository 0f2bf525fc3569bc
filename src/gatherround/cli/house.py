"""Opens the house for a command, or says in one kind line why not."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from gatherround.cli.endings import CANNOT_OPEN
from gatherround.domain.refusing import NOBODY_CALLED_SO, Refusal
from gatherround.host.house import House, open_house
from gatherround.host.troubles import DamagedFile

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from gatherround.domain.album import Album
    from gatherround.domain.members import Member
    from gatherround.domain.play.plan import Plan
    from gatherround.host.paper import Paper
    from gatherround.host.printing import CardPack


def opened(data_dir: Path | None, environ: Mapping[str, str]) -> House | int:
    """Gives the house; raises an UnopenedFile, which names the file that was left untouched.

    Where the file is damaged it says so, and offers a whole copy where one lies there; then the exit code of that.
    """
    try:
        house = open_house(data_dir, environ)
    except DamagedFile as trouble:
        print(trouble.sentence, file=sys.stderr)
        from gatherround.cli.restore import offered

        return opened(data_dir, environ) if offered(data_dir, environ) else CANNOT_OPEN
    house.printer, house.picture = _printed, _drawn
    house.press = PaperRoom()
    return house


def in_the_house(asked: argparse.Namespace, way: Callable[[House, argparse.Namespace], int]) -> int:
    """Goes a way in the opened house and closes it after; gives its exit code, or that of a house that stays shut."""
    house = opened(asked.data_dir, os.environ)
    if isinstance(house, int):
        return house
    with closing(house):
        return way(house, asked)


def somebody(house: House, name: str) -> Member:
    """Gives the one of this name; raises Refusal where nobody is called so."""
    one = house.family.people.named(name)
    if one is None:
        raise Refusal(NOBODY_CALLED_SO)
    return one


def _printed(album: Album) -> str:
    """Has a page printed; the paper room is furnished when somebody first asks for one."""
    from gatherround.paper.keepsake import keepsake

    return keepsake(album)


def _drawn(album: Album) -> str:
    """Has the quilt drawn as a picture."""
    from gatherround.paper.keepsake import keepsake_picture

    return keepsake_picture(album)


class PaperRoom:
    """Has the paper room set a page; it is furnished when somebody first asks for one."""

    def tonight(self, plan: Plan, paper: Paper) -> str:
        """Sets a dinner without the screen."""
        from gatherround.paper.tonight import tonight

        return tonight(plan, paper)

    def cards(self, packs: Sequence[CardPack], paper: Paper) -> str:
        """Sets cards to cut out."""
        from gatherround.paper.cards import cards

        return cards(packs, paper)

    def first_talk(self, practices: Sequence[str], paper: Paper) -> str:
        """Sets the sheet that is taken along to a first talk."""
        from gatherround.paper.first_talk import first_talk

        return first_talk(practices, paper)
