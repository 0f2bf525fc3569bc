"""A story that lies where none is read from is not passed over without a word."""

from pathlib import Path

import pytest

from gatherround.pantry.reader import read_pack
from parcels import STORY, folder
from tables import lists


def told(book: Path) -> list[str]:
    found = [at for at in read_pack(book, lists()).problems if at.problem.code == "not-read"]
    assert all(at.path.is_file() and at.problem.severity == "finding" for at in found)
    return [f"{at.problem.message} {at.problem.advice}" for at in found]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("second.yaml", "second.yaml is not read. Move it into activities/."),
        ("activities/more/third.yaml", "activities/more/third.yaml is not read. Move it into activities/."),
        ("Stories/fourth.yml", "Stories/fourth.yml is not read. Move it into activities/."),
        (
            "activities/fifth.yaml.txt",
            "activities/fifth.yaml.txt is not read. Call it fifth.yaml: it is read where its name ends so.",
        ),
        ("sixth.YAML", "sixth.YAML is not read. Move it into activities/, and call it sixth.yaml."),
        ("cups/pack.yaml", "cups/pack.yaml is not read. A story book does not lie in another: move its folder out."),
    ],
)
def test_a_story_in_another_place_is_said_with_where_it_goes(tmp_path: Path, name: str, said: str) -> None:
    book = folder(tmp_path)
    (book / name).parent.mkdir(exist_ok=True)
    (book / name).write_text(STORY.format(id="second", title="The Second"))
    assert told(book) == [said]


def test_a_folder_in_large_letters_is_said_to_be_so(tmp_path: Path) -> None:
    book = folder(tmp_path)
    (book / "activities").rename(book / "Activities")
    if (book / "activities").is_dir():
        pytest.skip("this disk takes large letters for small ones")
    assert told(book) == ["Activities/spoon.yaml is not read. Call its folder activities, in small letters."]


def test_notes_and_what_an_editor_keeps_beside_a_book_are_no_stories(tmp_path: Path) -> None:
    book = folder(tmp_path)
    for name in ("README.md", "ideas.txt", "story.schema.json", ".draft.yaml", "activities/notes.md"):
        (book / name).write_text("x")
    (book / ".git").mkdir()
    (book / ".git" / "old.yaml").write_text("x")
    assert told(book) == []


def test_a_linked_folder_is_not_followed_and_no_more_is_said_than_fits_a_page(tmp_path: Path) -> None:
    book = folder(tmp_path)
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "away.yaml").write_text("x")
    (book / "linked").symlink_to(tmp_path / "far")
    assert told(book) == []
    for at in range(30):
        (book / f"{at}.yaml").write_text("x")
    assert len(told(book)) == 20
