"""The page to keep: gathered here, printed in the paper room, and written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from gatherround.disk import settle
from gatherround.domain.refusing import Refusal, Unclear
from gatherround.host.paths import is_folder, meant
from gatherround.storage.home import keepsake_file
from gatherround.storage.troubles import CannotKeep
from gatherround.storage.whole import write_whole

if TYPE_CHECKING:
    from gatherround.domain.album import Album
    from gatherround.host.house import House

Printer: TypeAlias = "Callable[[Album], str]"
"""Makes a page, or a picture, of an album; the front door brings it, since no room that people see knows another."""
MARK: Final = "<!-- A keepsake of Gather Round -->"
"""Stands near the top of a page to keep: by it a new one may take the place of an older, and never of another file."""
_LOOKED_AT: Final = 100
PAGES: Final = frozenset({".html", ".htm"})
PICTURE: Final = ".svg"


NOTHING: Final = "There is nothing to keep as a page yet. Play a Round to its end, and a square is sewn."
IS_THERE: Final = "Something else lies there already. It stays as it is; please say another name."
NO_PAGE: Final = "A page ends in .html, and a picture of the quilt in .svg. Please say another name."


class NothingToKeep(Refusal):
    """There is no page to be made yet, or nobody here who prints."""

    def __init__(self) -> None:
        super().__init__(NOTHING)


class NotAPage(Refusal):
    """Something else lies where the page is to go, and stays."""

    def __init__(self, sentence: str = IS_THERE) -> None:
        super().__init__(sentence)


class NoSuchPage(NotAPage, Unclear):
    """Its name asks for something else than a page or a picture."""

    def __init__(self) -> None:
        super().__init__(NO_PAGE)


def keep_page(house: House, path: Path | None = None) -> Path:
    """Writes the page to keep and says where it lies: in the home unless told; in a folder under its usual name.

    Where the name asks for a picture (.svg), the quilt alone. Raises NothingToKeep, NotAPage, CannotKeep or an
    UnopenedFile.
    """
    target = _place(house, path)
    ending = target.suffix.casefold()
    if ending != PICTURE and ending not in PAGES:
        raise NoSuchPage
    album = house.memories().album()
    makes, there = (house.picture, album.squares) if ending == PICTURE else (house.printer, _any(album))
    if makes is None or not there:
        raise NothingToKeep
    if not may_take_place(target):
        raise NotAPage
    write_whole(target, makes(album))
    return target


def _any(album: Album) -> bool:
    return bool(album.squares or album.noticed)


def take_out(house: House, entry: int) -> None:
    """Takes a square or a noticing out for good, also from the page in the home, which is printed anew.

    Raises CannotKeep.
    """
    house.memories().take_out(entry)
    page = keepsake_file(house.home) if house.home else None
    if page is None or not page.exists():
        return
    try:
        keep_page(house)
    except NothingToKeep:
        with suppress(OSError):
            page.unlink()
        settle(page.parent)
    except NotAPage:
        return


def _place(house: House, path: Path | None) -> Path:
    if path is None:
        if house.home is None:
            raise CannotKeep
        return keepsake_file(house.home)
    path = meant(path)
    return keepsake_file(path) if is_folder(path) else path


def may_take_place(target: Path, mark: str = MARK) -> bool:
    """Tells whether nothing lies there but an older page with this mark."""
    try:
        if not target.exists():
            return not target.is_symlink()
        return target.is_file() and bears(target, mark)
    except OSError:
        return False


def bears(page: Path, mark: str) -> bool:
    """Tells whether a page is one that the game has printed, by the mark near its top."""
    try:
        with page.open("rb") as file:
            return mark.encode() in file.read(_LOOKED_AT)
    except OSError:
        return False
