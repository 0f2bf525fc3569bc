"""Under an umask that closes nothing: whatever the game writes, at home or elsewhere, is its owner's alone."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commands import every_command
from families import the_family
from gatherround.cli import main
from gatherround.domain.entries import Noticed, Sewn
from gatherround.host import shelf
from gatherround.host.house import open_house
from gatherround.host.pages import keep_page
from gatherround.pantry.library import Shelves
from gatherround.paper.keepsake import keepsake
from gatherround.ui.crash import sentence
from host.houses import journal_of
from parcels import folder
from proving import told
from rounds import SMALL_SHELF


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(*places: Path) -> list[str]:
    """Gives everything in these places that somebody else could open."""
    found = (path for place in places for path in (place, *place.rglob("*")))
    return [str(path) for path in found if stat.S_IMODE(path.lstat().st_mode) & 0o077]


def test_no_command_writes_anything_that_others_can_open(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "shipped_shelf", lambda: SMALL_SHELF)
    written = tmp_path / "written"
    written.mkdir(mode=0o700)
    seen: set[str] = set()
    for words in every_command(written):
        monkeypatch.setattr("sys.stdin", io.StringIO("word\n"))
        os.umask(0)
        main(words)
        assert open_to_others(home, written) == [], words
        seen |= {path.name for place in (home, written) for path in place.iterdir()}
    assert {"out.json", "cards.html", "kitchen-tales.zip", "faces", "tonight.html", "first-talk.html"} <= seen


def test_nothing_that_lies_in_a_home_can_be_opened_by_others_whoever_has_let_the_house_be_opened(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    folder(home / "packs")
    for path in (home, *home.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    with closing(open_house(home, {}, shelves=Shelves(SMALL_SHELF, home / "packs"))) as house:
        the_family(house)
        journal_of(house).between_rounds([Sewn(3, "calm", ("spoon",)), Noticed("I saw Ana carry the soup")])
        house.printer = keepsake
        keep_page(house)
        house.family.care.copy_today()
        house.family.moving.export(home / "out.json")
        assert house.shelf.activities
        sentence(KeyError("Ana"), home / "crash.log")
    assert {"crash.log", "keepsake.html", "backups", "cache", "out.json"} <= {path.name for path in home.iterdir()}
    assert open_to_others(home) == []
    told("open-umask", "under umask 000: 0 files and folders that others can open")
