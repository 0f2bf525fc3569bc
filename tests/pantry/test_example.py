"""The example activity that authors start from is a real one."""

from pathlib import Path
from shutil import copy
from typing import Final

import pytest

from authors import write_folder
from gatherround.domain.steps import Ask, Guess, Read, Rewind, Seats, Swap, Wording
from gatherround.pantry.known import fields_of
from gatherround.pantry.marks import Pairs
from gatherround.pantry.reader import PackReading, read_pack
from gatherround.pantry.schema import ActivityFile
from gatherround.pantry.strict_yaml import read
from tables import lists

EXAMPLE: Final = Path(__file__).with_name("example.yaml")


@pytest.fixture
def reading(tmp_path: Path) -> PackReading:
    book = write_folder(tmp_path, "other-shoes")
    copy(EXAMPLE, book / "activities" / "four-tickets.yaml")
    return read_pack(book, lists())


def test_the_example_reads_as_an_activity_of_a_story_book(reading: PackReading) -> None:
    assert reading.whole
    assert [activity.full_id for activity in reading.activities] == ["other-shoes/four-tickets"]


def test_the_example_has_two_findings_and_no_others(reading: PackReading) -> None:
    found = [(at.problem.severity, at.problem.code, at.problem.line, at.problem.column) for at in reading.problems]
    assert sorted(found, key=lambda at: at[2]) == [
        ("finding", "series-half", 17, 9),
        ("finding", "chorus-not-heard", 22, 5),
    ]


def test_the_example_means_what_it_says(reading: PackReading) -> None:
    (activity,) = reading.activities
    assert (activity.kind, activity.youngest, activity.oldest, activity.minutes) == ("swap-seats", 9, 11, 6)
    assert (activity.fewest, activity.most, activity.depth, activity.preflight) == (2, 5, 2, False)
    assert activity.steps == (
        Read(),
        Seats(private=True),
        Ask(text=Wording("Name two feelings that you have at once.")),
        Swap(to="choose", text=Wording("Take the seat that you would least like.")),
        Guess(about="bea", prompt=Wording("What does Bea think will happen next month?")),
        Rewind(start=Wording("Friday. Bea says it."), change=Wording("Somebody asks one question first. Which one?")),
    )
    assert activity.seat("bea").card == "You cried on Monday and told nobody. You want Ines to yourself."
    assert activity.acts == (Wording("A goat card for somebody."),)
    assert activity.exit == Wording("This one is a bit close. Let's put it down.")


def test_the_example_shows_every_field_that_an_activity_of_one_evening_may_have() -> None:
    root = read(EXAMPLE.read_bytes()).root
    assert isinstance(root, Pairs)
    written = {key.text for key, _ in root.pairs}
    assert {*fields_of(ActivityFile)} - written == {"episode", "recall", "retired", "rests-until", "adapted-from"}
