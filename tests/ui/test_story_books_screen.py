"""The story books for the grown-ups: every problem at its line, and a changed file seen at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import SIZES, a_house, fitting, hurried, offered, opened, press, resize, seen, settled, told
from textual.containers import VerticalScroll
from textual.widgets import Input

from gatherround.pantry.opening import opened_parcel, zipped
from gatherround.ui.screens.beforehand import Beforehand
from gatherround.ui.screens.sheets import FromList, Line
from gatherround.ui.screens.story_books import StoryBooks
from gatherround.ui.screens.tonight import Tonight
from parcels import COVER, STORY, folder
from scenes_books import a_shelf

HOSTILE = "[/b][@click=app.quit]x $name <b> \\["


@hurried
async def test_a_problem_stands_at_its_line_and_is_gone_once_the_file_is_mended(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=True)), size=(100, 40)) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert isinstance(pilot.app.screen, StoryBooks)
        said = seen(pilot)
        assert "! Kitchen Tales" in said
        assert "activities/plum.yaml, line 4" in said
        assert 'Did you mean "ask"?' in said
        assert "line 4  to mend" in said
        assert "line 10  advice" in said
        for name in ("plum", "boot"):
            (tmp_path / "packs" / "kitchen-tales" / "activities" / f"{name}.yaml").write_text(
                STORY.format(id=name, title=f"The {name}")
            )
        await press(pilot, "r")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert "Nothing to mend." in seen(pilot)
        assert "3 stories to play" in seen(pilot)
        assert len(pilot.app.house.shelf.activities) == 6  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_what_somebody_gave_is_brought_in_by_its_path_and_shown_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    given = folder(tmp_path / "given", "other-tea", title="Vera's Tea", pot="The Teapot")
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=True)), size=(80, 24)) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, Line)
        line = pilot.app.screen.query_one(Input)
        line.value = "~/nowhere.zip"
        await press(pilot, "enter")
        assert "There is nothing there." in seen(pilot)
        line.value = f"file://{given}"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Beforehand)
        assert "Vera's Tea: 1 story to play." in seen(pilot)
        assert "Put it on your shelf?" in seen(pilot)
        await press(pilot, "escape")
        assert not (tmp_path / "packs" / "other-tea").exists(), "nothing comes in unless somebody agrees"
        await press(pilot, "i")
        pilot.app.screen.query_one(Input).value = f'"{given}"'
        await press(pilot, "enter", "enter")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert isinstance(pilot.app.screen, StoryBooks)
        assert "On your shelf now: Vera's Tea." in told(pilot)
        assert (tmp_path / "packs" / "other-tea" / "pack.yaml").exists()
        assert "Vera's Tea" in seen(pilot)
        await press(pilot, "i")
        pilot.app.screen.query_one(Input).value = str(given)
        await press(pilot, "enter", "pagedown", "pageup")
        assert "This very edition is on your shelf already." in " ".join(seen(pilot).split())
        await press(pilot, "enter", "escape", "i")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "packs")
        await press(pilot, "enter")
        assert "It does not come in" in seen(pilot)
    assert [path.name for path in (tmp_path / "packs").iterdir() if path.name.startswith(".")] in ([], [".earlier"])


@hurried
async def test_what_lies_among_the_downloads_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    (downloads / "photos.zip").write_text("no zip")
    book = folder(tmp_path / "given", "other-tea", title="Vera's Tea", pot="The Teapot")
    (downloads / "tea.zip").write_bytes(zipped(opened_parcel(book)))
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=False)), size=(60, 20)) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, FromList)
        assert "tea.zip" in seen(pilot)
        assert "photos.zip" not in seen(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, Line)
        await press(pilot, "escape", "i", "enter", "enter")
        assert "On your shelf now: Vera's Tea." in told(pilot)


@hurried
async def test_the_page_says_the_folder_of_a_book_itself(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=True)), size=(200, 40)) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert f"It lies in {tmp_path / 'packs' / 'kitchen-tales'}" in seen(pilot)


@hurried
async def test_hostile_words_of_a_book_are_shown_as_they_are_at_every_size(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, own=True)
    mine = tmp_path / "packs" / "kitchen-tales"
    (mine / "pack.yaml").write_text(
        COVER.format(id="kitchen-tales", title=f"'{HOSTILE}'") + f"summary: '{HOSTILE}'\nauthors: ['{HOSTILE}']\n"
    )
    (mine / "activities" / "[red].yaml").write_text(STORY.format(id="x", title="X") + f"'{HOSTILE}': 1\n")
    async with opened(a_house(tmp_path, shelf=shelf), size=(120, 40)) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert HOSTILE in seen(pilot)
        assert "activities/[red].yaml" in seen(pilot)
        for size in SIZES:
            await resize(pilot, *size)
            await press(pilot, "pagedown", "pageup", "end", "home", "down", "up", "question_mark", "escape")
            assert isinstance(pilot.app.screen, StoryBooks)


@hurried
async def test_the_books_can_be_walked_by_keys_and_left_while_they_are_being_read(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=False))) as pilot:
        await press(pilot, "s", "r", "escape")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert isinstance(pilot.app.screen, Tonight)
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert "packs new kitchen-tales" in seen(pilot).replace("\n", " ")
        assert "Rain" in seen(pilot)
        await press(pilot, "down")
        assert "2 stories to play" in seen(pilot)


@hurried
async def test_books_that_come_in_while_the_page_is_going_are_let_go(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=True))) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        page = pilot.app.screen
        assert isinstance(page, StoryBooks)
        books = page.books
        assert books
        await page.remove_children()
        page.books = books[:1]
        page.action_page(1)
        await settled(pilot)
        assert pilot.app._exception is None


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
@hurried
async def test_the_line_says_that_one_can_move_and_every_row_of_a_page_is_whole(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(a_house(tmp_path), size) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert {"next", "back"} <= fitting(pilot)
        assert {"next", "page"} <= offered(pilot)
        book = pilot.app.screen.query_one(".book")
        page = book.parent
        assert isinstance(page, VerticalScroll)
        assert book.region.right <= page.scrollable_content_region.right
        before = seen(pilot)
        await press(pilot, "down")
        assert seen(pilot) != before
