"""Writes the quilt, the house's own words and what was noticed as one page to print, or the quilt as a picture."""

from __future__ import annotations

import argparse
import sys

from gatherround.cli import FINE, NOT_DONE, WRONG_USE
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import shown
from gatherround.host.house import House
from gatherround.host.pages import NotAPage, NothingToKeep, keep_page
from gatherround.host.troubles import CannotKeep


def keepsake(asked: argparse.Namespace) -> int:
    """Writes the page and says where it lies; 1 where there is nothing to keep yet, 2 where it cannot go there."""
    return in_the_house(asked, _kept)


def _kept(house: House, asked: argparse.Namespace) -> int:
    try:
        page = keep_page(house, asked.file)
    except NothingToKeep as nothing:
        print(nothing.sentence, file=sys.stderr)
        return NOT_DONE
    except (NotAPage, CannotKeep) as trouble:
        print(trouble.sentence, file=sys.stderr)
        return WRONG_USE
    print(f"Your quilt lies in {shown(page)}. Open it in a browser, and print it from there.")
    return FINE
