"""The faces from the command line: in one clause each, and as pictures."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.cli.parser import parsed
from gatherround.domain.faces import WORDS, clause
from gatherround.ui.themes import THEMES


def test_every_face_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["faces"]) == FINE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0].strip() for line in lines] == list(WORDS)
    assert all(clause(word) in line for word, line in zip(WORDS, lines, strict=True))


def test_every_face_is_a_picture_that_says_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "faces"
    assert main(["faces", "--svg", str(folder)]) == FINE
    assert capsys.readouterr().out == f"{len(WORDS)} faces in {folder}\n"
    drawn = {path.stem: path for path in folder.iterdir()}
    assert set(drawn) == {word.replace(" ", "-") for word in WORDS}
    for word in WORDS:
        picture = ElementTree.parse(drawn[word.replace(" ", "-")]).getroot()
        assert picture.tag.endswith("svg")
        assert clause(word) in picture.attrib["aria-label"], f"{word} can be read aloud"
    assert len({path.read_bytes() for path in drawn.values()}) == len(WORDS), "no two faces are one picture"


def test_drawing_again_draws_the_same(tmp_path: Path) -> None:
    main(["faces", "--svg", str(tmp_path)])
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    main(["faces", "--svg", str(tmp_path)])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == once


@pytest.mark.parametrize("sort", ["drawing", "folder", "link"])
def test_somebodys_own_file_stays_and_nothing_is_drawn_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sort: str
) -> None:
    theirs = tmp_path / f"{WORDS[-1].replace(' ', '-')}.svg"
    if sort == "drawing":
        theirs.write_text("mine, with a moustache")
    elif sort == "folder":
        theirs.mkdir()
    else:
        theirs.symlink_to(tmp_path / "nowhere")
    assert main(["faces", "--svg", str(tmp_path)]) == NOT_DONE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert str(theirs) in err
    assert [*tmp_path.iterdir()] == [theirs]
    assert sort != "drawing" or theirs.read_text() == "mine, with a moustache"


def test_a_face_that_was_thrown_away_is_drawn_again_and_no_half_of_one_stays(tmp_path: Path) -> None:
    main(["faces", "--svg", str(tmp_path)])
    lost = tmp_path / "mad.svg"
    once = lost.read_bytes()
    lost.unlink()
    assert main(["faces", "--svg", str(tmp_path)]) == FINE
    assert lost.read_bytes() == once
    assert len([*tmp_path.iterdir()]) == len(WORDS)


def test_where_nothing_can_be_drawn_one_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken\x1b[2J"
    taken.write_text("a shopping list")
    assert main(["faces", "--svg", str(taken)]) == CANNOT_OPEN
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "\x1b" not in err
    assert taken.read_text() == "a shopping list"


def test_a_light_is_one_of_the_three_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--theme", "soup", "faces"])
    assert ended.value.code == WRONG_USE
    said = capsys.readouterr().err
    assert all(theme.name in said for theme in THEMES)
    for theme in THEMES:
        assert parsed(["--theme", theme.name]).theme == theme.name
