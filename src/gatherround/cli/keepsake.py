"""Writes the quilt, the house's own words and what was noticed as one page to print, or the quilt as a picture."""

from __future__ import annotations

import argparse

from gatherround.cli.endings import FINE
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import shown
from gatherround.host.house import House
from gatherround.host.pages import keep_page


def keepsake(asked: argparse.Namespace) -> int:
    """Writes the page and says where it lies."""
    return in_the_house(asked, _kept)


def _kept(house: House, asked: argparse.Namespace) -> int:
    page = keep_page(house, asked.file)
    print(f"Your quilt lies in {shown(page)}. Open it in a browser, and print it from there.")
    return FINE
