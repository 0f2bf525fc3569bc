from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from gatherround.storage.home import PRINTED, backups_folder, cache_folder, family_file, find_home
from gatherround.storage.troubles import CannotKeep, NoHome


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def bits(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_on_the_command_line_comes_first(tmp_path: Path) -> None:
    assert find_home(tmp_path / "a", {"GATHERROUND_HOME": str(tmp_path / "b")}) == tmp_path / "a"
    assert not (tmp_path / "b").exists()


def test_the_environment_comes_second(tmp_path: Path) -> None:
    assert find_home(None, {"GATHERROUND_HOME": str(tmp_path / "b")}) == tmp_path / "b"


@pytest.mark.parametrize("environ", [{}, {"GATHERROUND_HOME": ""}])
def test_the_usual_place_comes_last(environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert find_home(None, environ) == tmp_path / "gatherround"


def test_a_home_may_begin_with_a_tilde_and_is_always_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert find_home(Path("~/ours"), {}) == tmp_path / "ours"
    assert find_home(Path("here"), {}) == tmp_path / "here"


def test_the_paths_inside_a_home_lie_inside_it(tmp_path: Path) -> None:
    inside = family_file(tmp_path), backups_folder(tmp_path), cache_folder(tmp_path)
    assert [path.name for path in inside] == ["family.sqlite3", "backups", "cache"]
    assert {path.parent for path in inside} == {tmp_path}


@pytest.mark.usefixtures("open_umask")
def test_a_new_home_and_the_folders_above_it_are_for_the_owner_alone(tmp_path: Path) -> None:
    home = find_home(tmp_path / "share" / "gatherround", {})
    assert (bits(home), bits(home.parent)) == (0o700, 0o700)


@pytest.mark.usefixtures("open_umask")
def test_an_open_home_of_ours_is_closed_to_others(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("family.sqlite3", "keepsake.html", *PRINTED):
        (home / name).touch()
    assert bits(find_home(home, {})) == 0o700


@pytest.mark.usefixtures("open_umask")
def test_a_folder_that_holds_other_things_too_keeps_its_bits(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir(0o755)
    (tmp_path / "documents" / "letter.txt").touch()
    assert bits(find_home(tmp_path / "documents", {})) == 0o755


def test_a_file_where_the_home_goes_means_no_home(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "home"):
        with pytest.raises(NoHome) as trouble:
            find_home(place, {})
        assert str(place) in trouble.value.sentence


def test_no_home_is_one_way_of_not_keeping() -> None:
    assert issubclass(NoHome, CannotKeep)


def test_a_usual_place_without_a_user_makes_no_folder_called_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # A name that nobody has on this computer stays a tilde, as HOME unset does for a user without a name.
    monkeypatch.setattr("gatherround.storage.home.user_data_path", lambda *_, **__: Path("~nobody-at-all/gatherround"))
    with pytest.raises(NoHome):
        find_home(None, {})
    assert not list(tmp_path.iterdir())


def test_a_place_where_no_folder_can_be_made_means_no_home(
    open_ground: Path, unprivileged: Callable[[], AbstractContextManager[None]]
) -> None:
    open_ground.chmod(0o555)
    with unprivileged(), pytest.raises(NoHome):
        find_home(open_ground / "home", {})


def test_an_escape_code_in_a_folder_name_is_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "file\x1b[31m\n").touch()
    with pytest.raises(NoHome) as trouble:
        find_home(tmp_path / "file\x1b[31m\n", {})
    assert trouble.value.sentence.isprintable()
