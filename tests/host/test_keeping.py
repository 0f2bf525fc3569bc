"""What lies in the home is said in plain words, whatever it is."""

from __future__ import annotations

from pathlib import Path

from gatherround.host.keeping import kept_files, kept_groups


def test_every_file_of_the_game_is_named_for_what_it_is_and_others_come_last(tmp_path: Path) -> None:
    for name in ("family.sqlite3", "tonight.html", "cards.html", "first-talk.html", "keepsake.html", "holiday.jpg"):
        (tmp_path / name).write_bytes(b"x")
    found = {group.called: [file.name for file in group.files] for group in kept_groups(tmp_path)}
    assert list(found) == ["the family file", "the page to keep", "printed pages", "other things"]
    assert found["printed pages"] == ["cards.html", "first-talk.html", "tonight.html"]
    assert found["other things"] == ["holiday.jpg"]


def test_a_file_that_goes_while_it_is_looked_at_is_no_file(tmp_path: Path) -> None:
    for name in ("cards.html", "family.sqlite3", "family.sqlite3-journal"):
        (tmp_path / name).write_bytes(b"x")
    files = kept_files(tmp_path)
    assert next(files).name == "cards.html"
    (tmp_path / "family.sqlite3-journal").unlink()
    assert [file.name for file in files] == ["family.sqlite3"]
