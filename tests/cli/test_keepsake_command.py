"""The quilt as a page, from the front door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.host.house import open_house
from sewing import LINES, evenings, keep


@pytest.fixture
def sewn(home: Path) -> Path:
    house = open_house(home, {})
    keep(house.database, *evenings(5), noticed=LINES)
    house.close()
    return home


def test_it_writes_the_page_into_the_home_and_says_where(sewn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keepsake"]) == FINE
    page = sewn / "keepsake.html"
    assert capsys.readouterr().out.startswith(f"Your quilt lies in {page}.")
    assert LINES[1] in page.read_text("utf-8")
    assert page.stat().st_mode & 0o077 == 0
    assert main(["where"]) == FINE
    assert "keepsake.html" in capsys.readouterr().out


def test_it_writes_where_it_is_told_and_over_nothing_that_is_not_its_own(
    sewn: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keepsake", str(tmp_path / "ours.html")]) == FINE
    letter = tmp_path / "letter.html"
    letter.write_text("Dear Gran")
    assert main(["keepsake", str(letter)]) == NOT_DONE
    assert main(["keepsake", str(tmp_path / "no" / "folder.html")]) == CANNOT_OPEN
    assert letter.read_text() == "Dear Gran"
    assert not (sewn / "keepsake.html").exists()
    assert capsys.readouterr().err.count("\n") == 2


def test_a_name_that_ends_in_svg_gets_a_picture_and_may_be_drawn_again(sewn: Path, tmp_path: Path) -> None:
    picture = tmp_path / "quilt.SVG"
    for _ in range(2):
        assert main(["keepsake", str(picture)]) == FINE
    assert ElementTree.fromstring(picture.read_text("utf-8")).tag.endswith("svg")
    assert LINES[1] not in picture.read_text("utf-8")
    assert picture.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["quilt.png", "quilt.pdf", "quilt"])
def test_any_other_ending_gets_a_sentence_and_nothing_is_written(
    name: str, sewn: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keepsake", str(tmp_path / name)]) == WRONG_USE
    assert (
        capsys.readouterr().err
        == "A page ends in .html, and a picture of the quilt in .svg. Please say another name.\n"
    )
    assert not (tmp_path / name).exists()


def test_before_the_first_square_there_is_no_picture_though_there_may_be_a_page(home: Path, tmp_path: Path) -> None:
    house = open_house(home, {})
    keep(house.database, noticed=LINES)
    house.close()
    assert main(["keepsake"]) == FINE
    assert main(["keepsake", str(tmp_path / "quilt.svg")]) == NOT_DONE


def test_before_the_first_evening_it_says_what_to_do(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keepsake"]) == NOT_DONE
    assert "Play a Round" in capsys.readouterr().err
    assert not (home / "keepsake.html").exists()


def test_it_draws_no_screen_and_loads_none(sewn: Path) -> None:
    asked = (
        "import sys; from gatherround.cli import main; main(['keepsake']);"
        " print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich', 'yaml', 'pydantic')])"
    )
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert (sewn / "keepsake.html").exists()
