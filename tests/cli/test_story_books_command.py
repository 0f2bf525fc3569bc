"""Story books from the command line: what is said, what is asked, what is written, and the code at the end."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.host import shelf
from parcels import STORY, entry, folder, holding, zipped
from rounds import SMALL_SHELF
from tables import SHELF

OTHER = """format: 1
id: tea-time
title: The Other
activities:
  - id: hat
    title: The Hat
    kind: script
    ages: 5+
    minutes: 1
    players: 1-6
    steps:
      - ask: Whose hat?
"""

pytestmark = pytest.mark.usefixtures("books_read_before")


@pytest.fixture
def few_books(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house in which few books came with the game: reading all of them takes a second that says nothing here."""
    monkeypatch.setattr(shelf, "shipped_shelf", lambda: SMALL_SHELF)


class Terminal(io.StringIO):
    """Somebody who sits at a terminal and has typed their answers."""

    def isatty(self) -> bool:
        """Says that somebody can be asked."""
        return True


def answering(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(said))


def whole(home: Path) -> dict[str, str]:
    """Gives every file on the family's shelf with a fingerprint of it."""
    packs = home / "packs"
    found = sorted(path for path in packs.rglob("*") if path.is_file())
    return {path.relative_to(packs).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


@pytest.mark.usefixtures("few_books")
def test_a_book_is_shown_asked_about_and_put_on_the_shelf(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path, "tea-time", title="Tea Time", spoon="The Spoon", cup="The Cup")
    cover = source / "pack.yaml"
    cover.write_text(cover.read_text() + "authors: [Robin]\nlicence: CC-BY-4.0\nsummary: For rain.\n")
    (source / "activities" / "cup.yaml").write_text(STORY.format(id="cup", title="The Cup") + "flags: [illness]\n")
    (source / "activities" / "odd.yaml").write_text(STORY.format(id="odd", title="Odd").replace("5+", "old"))
    answering(monkeypatch, "no\n")
    assert main(["packs", "install", str(source)]) == NOT_DONE
    out = capsys.readouterr().out
    assert out.splitlines()[:4] == [
        "Tea Time, by Robin: 2 stories to play.",
        "For rain.",
        "For people from 5, a minute each. Written in English. Licence: CC-BY-4.0.",
        "! illness: 1 story. It never comes up by itself, only when you pick it.",
    ]
    assert "activities/odd.yaml, line 4:" in out
    assert "Put it on your shelf? [y/N] Nothing has been changed." in out
    assert whole(home) == {}
    answering(monkeypatch, "yes\n")
    assert main(["packs", "install", str(source)]) == FINE
    assert set(whole(home)) == {
        f"tea-time/{name}.yaml" for name in ("pack", *(f"activities/{one}" for one in ("cup", "odd", "spoon")))
    }


@pytest.mark.usefixtures("few_books", "home")
def test_what_to_know_first_is_said_in_the_words_of_a_family(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path, cup="The Cup")
    flagged = STORY.format(id="cup", title="The Cup") + "flags: [our-house, exclusion]\n"
    (source / "activities" / "cup.yaml").write_text(flagged)
    answering(monkeypatch, "no\n")
    assert main(["packs", "install", str(source)]) == NOT_DONE
    out = capsys.readouterr().out
    assert "! it really happened: 1 story. It never comes up by itself, only when you pick it." in out
    assert "! being left out: 1 story." in out
    assert "our-house" not in out
    assert "by dice" not in out


@pytest.mark.usefixtures("few_books", "home")
def test_a_book_for_one_age_is_not_called_from_it_to_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = folder(tmp_path, spoon="The Spoon")
    story = source / "activities" / "spoon.yaml"
    story.write_text(story.read_text().replace("ages: 5+", "ages: 9"))
    main(["packs", "install", "--yes", str(source)])
    assert "For people of 9, a minute." in capsys.readouterr().out


@pytest.mark.usefixtures("few_books", "home")
@pytest.mark.parametrize(
    ("tongue", "said"), [("pt-BR", " Written in Portuguese."), ("tlh", ""), ("en", " Written in English.")]
)
def test_a_book_of_one_story_says_its_language_by_its_name_or_not_at_all(
    tongue: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder(tmp_path, spoon="The Spoon")
    cover = source / "pack.yaml"
    cover.write_text(cover.read_text() + f"language: {tongue}\n")
    main(["packs", "install", "--yes", str(source)])
    assert f"For people from 5, a minute.{said} Licence: " in capsys.readouterr().out


@pytest.mark.usefixtures("few_books")
def test_where_nobody_can_be_asked_nothing_is_done(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["packs", "install", str(source)]) == NOT_DONE
    assert "--yes" in capsys.readouterr().err
    assert whole(home) == {}
    assert main(["packs", "install", str(source), "--yes"]) == FINE
    before = whole(home)
    assert main(["packs", "remove", "tea-time"]) == NOT_DONE
    assert whole(home) == before


@pytest.mark.usefixtures("few_books")
def test_a_newer_edition_says_what_changed_and_keeps_one_old_copy(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["packs", "install", "--yes", str(folder(tmp_path / "1", spoon="The Spoon", cup="The Cup", fork="The Fork"))])
    old = whole(home)
    capsys.readouterr()
    newer = folder(tmp_path / "2", title="Tea Time Again", spoon="The Spoon", cup="The Mug", pan="The Pan")
    (tmp_path / "tea.zip").write_bytes(
        zipped({path.relative_to(newer).as_posix(): path.read_text() for path in newer.rglob("*.yaml")})
    )
    answering(monkeypatch, "y\n")
    assert main(["packs", "install", str(tmp_path / "tea.zip")]) == FINE
    out = capsys.readouterr().out
    assert 'Its name, "tea-time", is taken on your shelf by:' in out
    assert "  Tea Time, 3 stories" in out
    for line in ("New: The Pan.", "Gone: The Fork.", "Told differently: The Mug (until now The Cup)."):
        assert f"  {line}" in out.splitlines()
    assert out.count("[y/N]") == 1
    assert {f".earlier/tea-time/{name}": mark for name, mark in old.items()}.items() <= whole(home).items()


def edition(at: Path, version: str, **stories: str) -> Path:
    """Lays a book as a folder that says which edition it is."""
    book = folder(at, **stories)
    (book / "pack.yaml").write_text((book / "pack.yaml").read_text() + f'version: "{version}"\n')
    return book


@pytest.mark.usefixtures("few_books")
def test_the_same_edition_again_changes_nothing_and_the_old_copy_stays(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["packs", "install", "--yes", str(edition(tmp_path / "1", "1.0", spoon="The Spoon"))])
    newer = edition(tmp_path / "2", "2.0", spoon="The Fork")
    main(["packs", "install", "--yes", str(newer)])
    before = whole(home)
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    for more in ([], ["--yes"]):
        assert main(["packs", "install", str(newer), *more]) == FINE
        said = capsys.readouterr().out
        assert said.endswith("This very edition is on your shelf already. Nothing has been changed.\n")
    assert whole(home) == before
    assert ".earlier/tea-time/tea-time/activities/spoon.yaml" in before


@pytest.mark.usefixtures("few_books")
@pytest.mark.parametrize(
    ("there", "comes", "said", "asked"),
    [
        ("1.9", "1.10", "Version 1.10 comes in place of version 1.9.", "Put it in its place?"),
        (
            "2.0.0",
            "1.10",
            "Version 1.10 comes in place of version 2.0.0. That is an older one.",
            "Put the older one in its place?",
        ),
        ("1.0.0", "1.0", "Both are version 1.0.", "Put it in its place?"),
    ],
)
def test_an_edition_says_which_version_it_is_and_an_older_one_that_it_is_older(
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    there: str,
    comes: str,
    said: str,
    asked: str,
) -> None:
    main(["packs", "install", "--yes", str(edition(tmp_path / "1", there, spoon="The Spoon"))])
    before = whole(home)
    answering(monkeypatch, "n\n")
    assert main(["packs", "install", str(edition(tmp_path / "2", comes, spoon="The Fork"))]) == NOT_DONE
    out = capsys.readouterr().out
    assert f"  {said}" in out.splitlines()
    assert asked in out
    assert whole(home) == before


@pytest.mark.usefixtures("few_books")
def test_two_of_one_name_are_both_named_and_asked_about_once(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(home / "packs", spoon="First")
    (home / "packs" / "z.yaml").write_text(OTHER)
    answering(monkeypatch, "y\n")
    assert main(["packs", "install", str(folder(tmp_path, spoon="Third"))]) == FINE
    out = capsys.readouterr().out
    assert str(home / "packs" / "tea-time") in out
    assert str(home / "packs" / "z.yaml") in out
    assert out.count("[y/N]") == 1
    assert set(whole(home)) == {
        ".earlier/tea-time/z.yaml",
        *(
            f"{at}tea-time/{name}"
            for at in ("", ".earlier/tea-time/")
            for name in ("pack.yaml", "activities/spoon.yaml")
        ),
    }


@pytest.mark.usefixtures("few_books")
@pytest.mark.parametrize(
    ("book", "why"), [("our-own-stories", "stories of each house are written"), ("con", "on some computers")]
)
def test_no_book_comes_in_under_a_name_that_is_kept_for_something_else(
    book: str, why: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "install", "--yes", str(folder(tmp_path, book))]) == NOT_DONE
    refused = capsys.readouterr().err.strip()
    assert why in refused
    assert whole(home) == {}
    assert main(["packs", "check", str(tmp_path / book)]) == NOT_DONE
    assert f"error [id-taken] {refused.removeprefix('gatherround: ')}" in capsys.readouterr().out, "it says so before"


def test_the_book_of_our_own_stories_is_called_as_it_should_be_on_our_shelf_alone(home: Path) -> None:
    book = folder(home / "packs", "our-own-stories")
    assert main(["packs", "check", str(book)]) == NOT_DONE, "nobody lives there yet"
    assert main(["people", "add", "Mum", "--stage", "18+"]) == FINE
    assert main(["packs", "check", str(book)]) == FINE


def test_no_book_takes_the_place_of_one_that_came_with_the_game(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = hashlib.sha256((SHELF / "packs" / "whole-table" / "pack.yaml").read_bytes()).digest()
    assert main(["packs", "install", "--yes", str(folder(tmp_path, "whole-table"))]) == NOT_DONE
    assert "came with the game" in capsys.readouterr().err
    for way in ("remove", "export"):
        assert main(["packs", way, "whole-table", *(["--yes"] if way == "remove" else [])]) == NOT_DONE
        assert "stays with it" in capsys.readouterr().err
    assert whole(home) == {}
    assert hashlib.sha256((SHELF / "packs" / "whole-table" / "pack.yaml").read_bytes()).digest() == before


@pytest.mark.usefixtures("few_books")
def test_what_does_not_come_in_is_said_in_a_line_and_leaves_nothing(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.zip").write_bytes(holding((entry("../../../.profile.txt"), b"x")))
    (tmp_path / "x.yaml").write_text("soup: [\n")
    for path in ("odd.zip", "x.yaml", "not-there", "a\x1b[2J.zip"):
        assert main(["packs", "install", "--yes", str(tmp_path / path)]) == NOT_DONE
        out, err = capsys.readouterr()
        assert err
        assert "\x1b" not in out + err
    assert [*(home / "packs").iterdir()] == []


@pytest.mark.usefixtures("few_books")
def test_something_else_in_its_place_stays_as_it_is(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "packs" / "tea-time").mkdir(parents=True)
    (home / "packs" / "tea-time" / "recipes.txt").write_text("scones")
    assert main(["packs", "install", "--yes", str(folder(tmp_path))]) == NOT_DONE
    assert "stays as it is" in capsys.readouterr().err
    assert set(whole(home)) == {"tea-time/recipes.txt"}


@pytest.mark.usefixtures("few_books")
def test_a_book_is_passed_on_and_comes_in_elsewhere(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["packs", "install", "--yes", str(folder(tmp_path))])
    monkeypatch.chdir(tmp_path)
    assert main(["packs", "export", "tea-time"]) == FINE
    assert (tmp_path / "tea-time.zip").stat().st_mode & 0o077 == 0
    assert main(["packs", "export", "tea-time"]) == NOT_DONE, "the one that lies there stays"
    assert main(["packs", "export", "no-such-book"]) == NOT_DONE
    before = whole(home)
    assert main(["packs", "remove", "--yes", "tea-time"]) == FINE
    assert whole(home) == {}
    assert main(["packs", "install", "--yes", "tea-time.zip"]) == FINE
    assert whole(home) == before


@pytest.mark.usefixtures("few_books")
def test_one_story_is_passed_on_with_what_to_know_first_and_a_licence(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = folder(home / "packs", cup="The Cup", spoon="Fenn's Spoon")
    (book / "activities" / "cup.yaml").write_text(STORY.format(id="cup", title="The Cup") + "flags: [our-house]\n")
    monkeypatch.chdir(tmp_path)
    assert main(["people", "add", "Fenn", "--born", "2020-01"]) == FINE
    capsys.readouterr()
    answering(monkeypatch, "\n")
    assert main(["packs", "export", "tea-time", "--story", "spoon", "--licence", "CC0-1.0"]) == NOT_DONE
    assert capsys.readouterr().out.endswith("Pack it as it is? [y/N] Nothing has been changed.\n")
    assert [*tmp_path.glob("*.zip")] == [], "a real name is in it, and nobody has agreed"
    answering(monkeypatch, "y\n")
    assert main(["packs", "export", "tea-time", "--story", "spoon", "--licence", "CC0-1.0"]) == FINE
    out = capsys.readouterr().out
    assert "! A real name is in it: Fenn, in Fenn's Spoon." in out
    assert f"Packed: {tmp_path / 'spoon.zip'}   (licence: CC0-1.0)" in out
    assert main(["packs", "export", "tea-time", "again.zip", "--yes", "--story", "tea-time/spoon"]) == FINE
    assert "again.zip" in capsys.readouterr().out
    assert "--by NAME" in out
    assert main(["packs", "export", "tea-time", "no.zip", "--yes", "--licence", "CC-BY-4.0"]) == NOT_DONE
    assert "has to say a name" in capsys.readouterr().err
    assert main(["packs", "export", "tea-time", "by.zip", "--yes", "--licence", "CC-BY-4.0", "--by", "Ada"]) == FINE
    assert "It says who wrote it: Ada." in capsys.readouterr().out
    assert main(["packs", "export", "tea-time", "no.zip", "--yes", "--by", "a" * 99]) == WRONG_USE
    capsys.readouterr()
    assert main(["packs", "export", "tea-time", "--licence", "soup"]) == NOT_DONE
    assert 'It cannot go under "soup"' in capsys.readouterr().err
    assert "Pack it" not in capsys.readouterr().out, "what cannot be is said before it is asked"
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["packs", "export", "tea-time"]) == NOT_DONE
    assert "--yes" in capsys.readouterr().err
    assert main(["packs", "export", "tea-time", "--yes"]) == FINE
    assert "The Cup stays here: it happened in your house." in capsys.readouterr().out


@pytest.mark.usefixtures("few_books")
def test_what_cannot_be_written_is_said_and_changes_nothing(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder(tmp_path)
    home.mkdir()
    (home / "packs").write_text("a file where the shelf goes")
    assert main(["packs", "install", "--yes", str(source)]) == CANNOT_OPEN
    assert "Nothing has been changed." in capsys.readouterr().err
    assert main(["--data-dir", str(source / "pack.yaml"), "packs", "install", "--yes", str(source)]) == CANNOT_OPEN


def test_a_new_book_says_what_to_do_with_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "kitchen-tales"
    assert main(["packs", "new", str(book), "--kind", "echo", "--kind", "settle"]) == FINE
    assert "packs install" in capsys.readouterr().out
    assert main(["packs", "check", "--strict", str(book)]) == FINE
    capsys.readouterr()
    assert main(["packs", "new", str(book), "--kind", "soup"]) == WRONG_USE
    assert "three-rungs" in capsys.readouterr().err
    assert main(["packs", "new", str(tmp_path / "Big Name")]) == WRONG_USE
