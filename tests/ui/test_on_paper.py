"""Tonight on paper: one key, one sheet, and a sentence that says where it lies; nothing of it is recorded."""

from __future__ import annotations

from pathlib import Path

from dining import a_house, hurried, opened, press, seen, told

from browsers import harmless
from families import grown_up, live_here
from gatherround.cli.house import PaperRoom
from gatherround.storage.home import first_talk_file, tonight_file


@hurried
async def test_a_key_prints_tonight_says_where_it_lies_and_records_nothing(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    house.press = PaperRoom()
    async with opened(house=house) as pilot:
        await press(pilot, "o")
        assert any("sit at the table first" in sentence for sentence in told(pilot))
        await press(pilot, "3", "6", "o")
        assert any(str(tonight_file(tmp_path)) in sentence.replace("\n", "") for sentence in told(pilot))
        page = harmless(tonight_file(tmp_path).read_text("utf-8"))
        assert "Spoon, Lemon, in the order you sit." in page.text
        assert house.journal is not None
        assert [*house.journal.entries(ended_only=False)] == []
        tonight_file(tmp_path).write_text("somebody's own page")
        await press(pilot, "o")
        assert any("It stays as it is" in sentence for sentence in told(pilot))
        assert tonight_file(tmp_path).read_text("utf-8") == "somebody's own page"
        await press(pilot, "question_mark")
        assert "Tonight on paper" in seen(pilot)


@hurried
async def test_the_sheet_for_a_first_talk_takes_along_the_practices_of_whoever_is_picked(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    house.press = PaperRoom()
    live_here(house, grown_up("Ada [/b]", my_two=("one real question",)))
    async with opened(house=house) as pilot:
        await press(pilot, "escape", "1", "3", "down", "down", "down", "down", "enter")
        assert "Ada [/b]" in seen(pilot)
        await press(pilot, "2")
        assert any(str(first_talk_file(tmp_path)) in sentence.replace("\n", "") for sentence in told(pilot))
        assert "one real question" in harmless(first_talk_file(tmp_path).read_text("utf-8")).text
