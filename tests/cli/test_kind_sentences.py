"""What goes wrong at the front door says what is the matter and what to do next, in one line for each trouble."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.cli.saying import not_done
from gatherround.host import shelf
from gatherround.host.restoring import Restoring
from gatherround.host.troubles import CannotKeep
from gatherround.storage.home import backups_folder
from parcels import folder
from rounds import SMALL_SHELF
from tables import SHELF


@pytest.fixture(autouse=True)
def ground(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with a card and a story book of its own, from which somebody types."""
    monkeypatch.setattr(shelf, "shipped_shelf", lambda: SMALL_SHELF)
    monkeypatch.chdir(tmp_path)
    folder(home / "packs", cup="The Cup")
    (tmp_path / "a-folder").mkdir()
    main(["people", "add", "Ada", "--born", "2015-05"])
    main(["export", "out.json"])
    return tmp_path


def told(words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    try:
        code = main(words.split())
    except SystemExit as left:
        code = int(left.code or 0)
    return code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("shelff", WRONG_USE, 'gatherround: "shelff" is none of: shelf,'),
        ("shelff", WRONG_USE, 'Did you mean "shelf"?'),
        ("play", WRONG_USE, "To play, say it without a command: gatherround."),
        ("people remove Ada", WRONG_USE, 'It is called "goodbye" here.'),
        ("shelf --plain", WRONG_USE, "--plain is not for this command."),
        ("people add Ada --json", WRONG_USE, "--json is not for this command."),
        ("shelf --data-dir x", WRONG_USE, "--data-dir goes before the command."),
        ("packs chek", WRONG_USE, 'Did you mean "check"?'),
        ("shelf --jsn", WRONG_USE, 'not known here: --jsn. Did you mean "--json"?'),
        ("people add --helps tea Ada", WRONG_USE, "NAME is missing. It comes first, before a list such as --helps."),
        ("packs export tea-time a.zip b.zip", WRONG_USE, "not known here: b.zip."),
        ("shelf --kind ecko", WRONG_USE, 'Did you mean "echo"?'),
        ("shelf --book tea-tiem", NOT_DONE, 'Did you mean "tea-time"?'),
        ("print tea-tiem", NOT_DONE, 'Did you mean "tea-time"?'),
        ("packs remove tea-tiem", NOT_DONE, 'Did you mean "tea-time"?'),
        ("--plain --story cupp", NOT_DONE, 'Did you mean "cup"?'),
        ("people change Ada --face clam", WRONG_USE, 'There is no face "clam". "gatherround faces" says them all.'),
        ("print tonight tea-time", WRONG_USE, "gatherround print tonight"),
        ("print first-talk tonight", WRONG_USE, "a page of its own"),
        ("print tea-time --to cards.pdf", WRONG_USE, "ends in .html"),
        ("packs export tea-time tea.txt --yes", WRONG_USE, ".zip"),
        ("packs new our-own-stories", WRONG_USE, "every house has"),
        ("packs check gone", NOT_DONE, "There is nothing at gone."),
        ("import out.json", NOT_DONE, "gatherround --data-dir NEW-FOLDER import FILE"),
        ("import a-folder", NOT_DONE, "the one that export has written"),
        ("export a-folder", NOT_DONE, "choose another name"),
        ("restore a-folder", NOT_DONE, "Name the file."),
        ("keepsake gone/quilt.svg", NOT_DONE, "a square is sewn"),
        ("print tea-time --to gone/cards.html", CANNOT_OPEN, "there is no such folder"),
        ("--data-dir out.json/x people add Ben --stage 2", CANNOT_OPEN, '"gatherround doctor" says why'),
    ],
)
def test_a_trouble_says_what_to_do_next(words: str, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended, err = told(words, capsys)
    assert ended == code
    assert said in err


def test_a_file_to_pack_into_may_be_said_before_or_behind_the_options(ground: Path) -> None:
    assert main(["packs", "export", "tea-time", "--licence", "private", "late.zip", "--yes"]) == FINE
    assert main(["packs", "export", "tea-time", "soon.zip", "--yes"]) == FINE
    assert {path.name for path in ground.glob("*.zip")} == {"late.zip", "soon.zip"}


def test_a_story_of_another_kind_is_how_a_book_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    main(["packs", "new", "kitchen-tales"])
    assert '"--kind" adds one of another kind' in told("packs new kitchen-tales", capsys)[1]


def test_no_book_begins_under_the_name_of_one_that_came_with_the_game_and_one_that_is_begun_goes_on(
    ground: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shelf, "shipped_shelf", lambda: SHELF)
    assert told("packs new whole-table", capsys)[0] == WRONG_USE
    assert not (ground / "whole-table").exists()
    begun = folder(ground, "whole-table", cup="The Cup")
    assert main(["packs", "new", str(begun), "--kind", "echo"]) == FINE


def test_where_nothing_can_be_kept_nobody_is_told_that_there_are_no_cards(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--data-dir", "out.json/x", "people"]) == 0
    assert "There is no folder to keep things in" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EACCES, "may not write there"),
        (errno.EROFS, "may not write there"),
        (errno.ENOENT, "no such folder"),
        (errno.EBADF, "just now. Nothing"),
    ],
)
def test_what_cannot_be_written_says_why_where_the_disk_has_said_so(
    number: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    trouble = CannotKeep(Path("out.html"))
    trouble.__cause__ = OSError(number, "a sentence of the system's")
    capsys.readouterr()
    assert not_done(trouble) == CANNOT_OPEN
    assert said in (err := capsys.readouterr().err)
    assert "the system" not in err


def test_a_home_that_this_account_may_not_look_into_is_said_and_does_not_break(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed(path: Path) -> bool:
        raise PermissionError(errno.EACCES, "closed", str(path))

    backups_folder(home).mkdir(exist_ok=True)
    monkeypatch.setattr(Path, "is_dir", closed)
    assert told("restore", capsys) == (
        CANNOT_OPEN,
        f"{Restoring(home, {}).home} cannot be opened here. It stays just as it is; please look at who may read it.\n",
    )
