"""A parent who has never seen a file of ours writes a story: every way in, by keys and by mouse, and all is kept."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest
from dining import (
    a_house,
    click,
    everything,
    fitting,
    hurried,
    offered,
    opened,
    over_nothing,
    resize,
    seen,
    settled,
    tap,
    told,
)
from test_hostile_words import HOSTILE, no_link_is_live, refused
from textual import events
from textual.pilot import Pilot

from drafts import a_draft
from gatherround.domain.activities import OUR_HOUSE, Activity
from gatherround.domain.drafts.advice import ODD_AGES
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.resting import COOLS
from gatherround.host.house import House, open_house
from gatherround.host.shelf import Shelf, shipped_shelf
from gatherround.pantry.library import Shelves
from gatherround.ui.kept_soon import KEPT_AFTER
from gatherround.ui.screens.menu import Help
from gatherround.ui.screens.table import Table
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.screens.workshop import WayLine, WorkshopDoor
from gatherround.ui.screens.workshop_file import LOOKS_EVERY, CopyOne, OwnFile
from gatherround.ui.screens.workshop_form import SHOW_AFTER, StoryForm
from gatherround.ui.screens.workshop_names import MadeUpNames
from gatherround.ui.screens.workshop_over import BACK_TO, BY_HAND
from gatherround.ui.screens.workshop_sheets import SeeOurs, TheseTwo, ThisFile
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.typing_box import TypingBox
from host.houses import full_disk
from rounds import SMALL_SHELF

__all__ = ["refused"]
BUS = "The bus has one good seat. Bea runs for it. Kofi has his bag on it. The bag has not paid."
SMALL = (80, 24)
SMALLER = (60, 20)


def a_writing_house(home: Path) -> House:
    """Opens a house with the lists and no story book that ships, so that the shelf holds what was written."""
    return a_house(home, shelf=Shelf(Shelves(SMALL_SHELF, home / "packs"), None))


def one_story_that_ships(home: Path) -> Path:
    """Lays a shelf with the game's own lists and one of its stories."""
    ours, book = shipped_shelf(), home / "shelf" / "packs" / "other-shoes"
    (book / "activities").mkdir(parents=True)
    for name in ("vocabulary.yaml", "practices.yaml", "evidence.yaml"):
        shutil.copy(ours / name, home / "shelf" / name)
    for inside in ("pack.yaml", "activities/four-tickets.yaml"):
        shutil.copy(ours / "packs" / "other-shoes" / inside, book / inside)
    return home / "shelf"


def form(pilot: Pilot[int]) -> StoryForm:
    found = [screen for screen in pilot.app.screen_stack if isinstance(screen, StoryForm)]
    assert len(found) == 1
    return found[0]


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys, and waits until the table beside the form has followed."""
    await tap(pilot, *keys)
    await asyncio.sleep(SHOW_AFTER + 0.1)
    await settled(pilot)


async def paste(pilot: Pilot[int], text: str) -> None:
    box = form(pilot).pages.here
    assert box is not None
    box.post_message(events.Paste(text))
    await settled(pilot)


async def fill(pilot: Pilot[int], *texts: str) -> None:
    """Fills the boxes from the one somebody is in on, one after the other."""
    for text in texts:
        await paste(pilot, text)
        await press(pilot, "tab")


async def begin(pilot: Pilot[int], way: int) -> StoryForm:
    await press(pilot, "w", str(way))
    return form(pilot)


def written(house: House) -> dict[str, Activity]:
    return {one.id: one for one in house.shelf.activities}


@hurried
async def test_two_sides_from_an_empty_form_to_the_shelf(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALL) as pilot:
        await begin(pilot, 1)
        await press(pilot, *"Seat", "f8")
        await paste(pilot, BUS)
        assert isinstance(pilot.app.screen, TheseTwo)
        assert "1  first Bea," in seen(pilot)
        assert "2  first Kofi," in seen(pilot)
        await press(pilot, "1", "f8")
        assert [box.text for box in form(pilot).query(TypingBox)][:2] == ["Bea", "Kofi"]
        await fill(pilot, "the window", "his bag to rest")
        await press(pilot, "f8", "f8")
        assert "Plays now." in seen(pilot)
        await press(pilot, "f8")
        assert isinstance(pilot.app.screen, WorkshopDoor)
        assert "On your shelf: Seat." in told(pilot)
        story = written(house)["seat"]
        assert (story.scene and story.scene.plain) == BUS
        assert [seat.wants for seat in story.seats] == ["the window", "his bag to rest"]
        assert house.workshop().drafts.all() == ()


@hurried
async def test_a_tiny_story_needs_one_small_person(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 2)
        await press(pilot, *"Cup", "f8")
        await fill(pilot, "One cup is red.\nOh! Red is gone.")
        await press(pilot, "f8")
        await fill(pilot, "Bo", "the red cup")
        await press(pilot, "f8")
        assert "Bo wanted the red cup." in seen(pilot)
        await press(pilot, "f8")
        for _ in range(2):
            pilot.app.simulate_key("f8")
        await settled(pilot)
        assert written(house)["cup"].kind == "name-mirror"
        assert len(house.workshop().book.stories()) == 1, "a key pressed twice puts one story on the shelf"


@hurried
async def test_a_hard_choice_with_all_it_may_have_is_a_dilemma(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 3)
        await press(pilot, *"Key", "f8")
        await paste(pilot, "A key is asked for.")
        await press(pilot, "f8")
        await fill(pilot, "Ana", "Jonas", "to be trusted", "one evening", "", "", "The caretaker", "his keys back")
        await press(pilot, "f8")
        await fill(
            pilot, "Give it?", "yes", "no", "for an hour", "He sings.", "The lock is broken.", "It is his birthday."
        )
        await press(pilot, "f8", "f8")
        story = written(house)["key"]
        assert story.kind == "dilemma"
        assert [seat.name for seat in story.seats] == ["Ana", "Jonas", "The caretaker"]


@hurried
async def test_what_happened_here_goes_with_other_names_after_three_questions(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 4)
        await press(pilot, *"Pancake", "f8")
        await paste(pilot, "Theo took Mia's pancake.")
        await press(pilot, "f8")
        await fill(pilot, "Theo, Teddy", "Mia", "a pancake", "to be asked")
        await press(pilot, "f8", "f8")
        assert f"it rests for two days: {COOLS}." in " ".join(seen(pilot).split())
        await press(pilot, "f8")
        assert isinstance(pilot.app.screen, MadeUpNames)
        assert "Theo, Teddy  →" in seen(pilot)
        await press(pilot, "enter", "n")
        assert written(house) == {}
        assert form(pilot).draft.said("scene") == "Theo took Mia's pancake."
        await press(pilot, "f8", "1")
        assert "What is Theo called in the story?" in seen(pilot)
        await press(pilot, "2")
        assert "Theo, Teddy  →  Fenn" not in seen(pilot)
        await press(pilot, "1", "1", "enter", "enter", "enter", "enter")
        story = written(house)["pancake"]
        page = next(tmp_path.glob("packs/our-own-stories/activities/*.yaml")).read_text("utf-8")
        assert not {"Theo", "Teddy", "Mia"} & {*page.replace("'", " ").replace(".", " ").split()}
        assert (story.depth, story.flags) == (3, (OUR_HOUSE,))
        assert story.rests_until is not None
        assert f": {COOLS}." in told(pilot)[-1]
        assert told(pilot)[-1].endswith(BY_HAND)
        assert "This one comes from our house. Anyone may close it." in page
        await press(pilot, "tab", "down", "up", "enter", "f8", "f8", "f8", "f8", "f8")
        assert "No names were found in it." in seen(pilot)


@hurried
async def test_a_few_good_questions_need_no_story(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 5)
        await press(pilot, *"Socks", "f8", "f8")
        await fill(pilot, "Which sock would you save?", "Who taught you socks?")
        await press(pilot, "f8", "f8")
        assert written(house)["socks"].seats == ()


@hurried
async def test_what_is_still_to_come_is_said_where_it_belongs(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        await press(pilot, "f8", "f8", "f8", "f8", "f8")
        assert form(pilot).draft.page == 0
        assert "Still to come: a title, what happens" in " ".join(seen(pilot).split())


@hurried
async def test_ages_are_typed_and_not_typed_behind_others_and_odd_ones_are_said_at_their_box(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALL) as pilot:
        await begin(pilot, 5)
        assert "5+" in seen(pilot), "what it has where nothing is typed stands there in grey"
        await press(pilot, *"Socks", "tab", *"5+5-12")
        assert ODD_AGES.split(".")[0] in " ".join(seen(pilot).split())
        await press(pilot, *["backspace"] * 6, *"5-12")
        assert form(pilot).draft.said("ages") == "5-12"
        assert ODD_AGES.split(".")[0] not in " ".join(seen(pilot).split())
        assert "Ages 5-12" in seen(pilot)
        await press(pilot, "f8", "f8")
        await fill(pilot, "Which sock?", "Whose?")
        await press(pilot, "f8", "f8")
        story = written(house)["socks"]
        assert (story.youngest, story.oldest) == (5, 12)


@hurried
async def test_what_is_still_to_come_is_a_gap_at_the_table_and_nobody_elses_example(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALL) as pilot:
        await begin(pilot, 4)
        await press(pilot, *"Cake", "f8")
        assert "There was one pancake left." in seen(pilot), "in its box an example may stand in grey"
        assert "pancake left" not in "\n".join(line[40:] for line in seen(pilot).splitlines())
        await press(pilot, "f8")
        await fill(pilot, "Hanna")
        await press(pilot, "f8", "tab", "tab")
        assert "Hanna and …" in " ".join(seen(pilot).split())
        assert "Kofi" not in seen(pilot)
        await press(pilot, "f5", "enter")
        assert "pancake" not in seen(pilot)


@hurried
async def test_a_closed_lid_loses_nothing_and_leaving_asks_nothing(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 1)
        await press(pilot, *"Seat")
        await asyncio.sleep(KEPT_AFTER + 0.1)
        assert [one.said("title") for one in house.workshop().drafts.all()] == ["Seat"]
        await press(pilot, "f8")
        await paste(pilot, "Never kept by hand.")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WorkshopDoor)
        assert "go on: Seat   2 of 5" in seen(pilot)
    again = a_writing_house(tmp_path)
    async with opened(again, SMALLER) as pilot:
        await press(pilot, "w", "tab", "enter")
        assert form(pilot).draft.said("scene") == "Never kept by hand."
        assert form(pilot).draft.page == 1


@hurried
async def test_what_was_typed_last_is_kept_though_the_story_cannot_go_on_the_shelf(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    (tmp_path / "packs").write_text("no folder", "utf-8")
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 5)
        await press(pilot, *"Socks", "f8", "f8")
        await fill(pilot, "Which sock would you save?", "Who taught you socks?")
        await press(pilot, "f8")
        await asyncio.sleep(KEPT_AFTER + 0.1)
        await paste(pilot, "Last.")
        await tap(pilot, "f8")
        assert isinstance(pilot.app.screen, StoryForm)
        assert "cannot be written" in told(pilot)[-1]
        await asyncio.sleep(KEPT_AFTER + 0.1)
        assert "Last." in str(house.workshop().drafts.all())


@hurried
async def test_a_box_of_the_page_before_is_nobodys_place_any_more(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        left = TypingBox("title")
        form(pilot).set_reactive(StoryForm.focused, left)
        assert form(pilot).pages.here is None
        form(pilot).post_message(TypingBox.Done())
        await settled(pilot)
        assert form(pilot).draft.page == 0


@hurried
async def test_undo_takes_back_word_by_word_on_whichever_page(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        await press(pilot, *"One", "space", *"two", "f8")
        await press(pilot, *"abc")
        await press(pilot, "ctrl+z")
        assert form(pilot).draft.said("scene") == ""
        await press(pilot, "ctrl+z")
        assert (form(pilot).draft.page, form(pilot).draft.said("title")) == (0, "One")
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+z")
        assert form(pilot).draft.said("title") == ""
        await press(pilot, "ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        assert (form(pilot).draft.said("title"), form(pilot).draft.said("scene")) == ("One two", "abc")
        assert isinstance(pilot.app.screen, StoryForm)


@hurried
async def test_tab_goes_on_to_the_next_box_and_shift_tab_back_again(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 3)
        await press(pilot, *"Key", "f8", *"A key.", "f8")
        boxes = [*form(pilot).query(TypingBox)]
        assert len(boxes) > 2
        await press(pilot, "tab", "tab", "shift+tab")
        assert form(pilot).pages.here is boxes[1]


@hurried
async def test_who_leaves_what_cannot_be_kept_hears_so_first(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        with full_disk():
            await press(pilot, *"One", "escape")
            assert isinstance(pilot.app.screen, StoryForm)
            assert any("esc once more" in sentence for sentence in told(pilot))
            await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WorkshopDoor)


@hurried
async def test_ours_the_file_and_a_trial_lie_over_the_form_and_go_again(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), SMALL) as pilot:
        await begin(pilot, 2)
        await press(pilot, "f8", "f1")
        assert isinstance(pilot.app.screen, SeeOurs)
        assert "Crash Goes the Tower" in seen(pilot)
        await press(pilot, "escape", "f2")
        assert isinstance(pilot.app.screen, ThisFile)
        assert "kind: name-mirror" in seen(pilot)
        await press(pilot, "escape", "f5")
        assert isinstance(pilot.app.screen, Table)
        await press(pilot, "p", "x", "enter")
        assert isinstance(pilot.app.screen, StoryForm)
        journal = form(pilot).house.journal
        assert journal is not None
        assert tuple(journal.entries()) == ()


@hurried
async def test_on_a_small_screen_a_key_shows_the_table_in_place_of_the_page(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), (60, 20)) as pilot:
        await begin(pilot, 3)
        for page in way_in("hard-choice").pages:
            assert page.title in seen(pilot)
            assert page.rows[0].asks[:20] in seen(pilot)
            await press(pilot, "f3")
            assert "AT THE TABLE" in seen(pilot)
            assert page.rows[0].asks[:20] not in seen(pilot)
            await press(pilot, "f3")
            await press(pilot, *(("f8",) if page is not way_in("hard-choice").pages[-1] else ()))


@hurried
async def test_on_every_page_and_at_every_size_the_keys_say_the_way_back_and_the_help(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        for width, height in ((60, 20), (40, 12), (80, 24)):
            await resize(pilot, width, height)
            for number in range(1, 6):
                assert {"help", "leave"} <= fitting(pilot)
                assert ("before" in fitting(pilot)) == (number > 1)
                assert ("f7 back" in seen(pilot)) == (number > 1)
                assert "f9 help" in seen(pilot) or (width, number) == (40, 5)
                await press(pilot, *(("f8",) if number < 5 else ("f7",) * 4))
        await press(pilot, "?")
        assert form(pilot).draft.said("title") == "?"
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, Help)
        assert "Letters go into the box." in seen(pilot)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, StoryForm)


@hurried
async def test_the_preview_says_that_it_is_one_and_how_to_write_on(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        assert "f3 preview" in seen(pilot)
        await press(pilot, "f3")
        assert "f3 write on" in seen(pilot)
        await press(pilot, "f3")
        assert "f3 preview" in seen(pilot)


@hurried
async def test_what_was_begun_is_thrown_away_at_the_door_when_somebody_agrees(tmp_path: Path) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, SMALLER) as pilot:
        await begin(pilot, 1)
        await press(pilot, *"Seat", "escape")
        assert "throw-away" not in offered(pilot), "nothing is marked yet"
        await press(pilot, "tab", "x")
        assert "Throw “Seat” away?" in seen(pilot)
        await press(pilot, "2")
        assert house.workshop().drafts.all() != ()
        await press(pilot, "x", "1")
        assert house.workshop().drafts.all() == ()
        assert "go on: Seat" not in seen(pilot)
        house.workshop().shelve(a_draft(title="Cup"))
        await press(pilot, "escape", "w", "tab")
        assert "throw-away" not in offered(pilot), "what is on the shelf is not thrown away here"


@hurried
async def test_a_trial_says_that_it_leads_back_to_what_is_written(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALL) as pilot:
        await begin(pilot, 1)
        await press(pilot, "f5", "escape")
        assert BACK_TO in " ".join(seen(pilot).split())
        assert "back to Tonight" not in seen(pilot)
        await press(pilot, "5")
        assert isinstance(pilot.app.screen, StoryForm)


@hurried
async def test_the_mouse_is_enough(tmp_path: Path) -> None:
    from dining import click_key

    async with opened(a_writing_house(tmp_path), SMALL) as pilot:
        await press(pilot, "w")
        await click(pilot, [*pilot.app.screen.query(WayLine)][2])
        assert form(pilot).draft.way == "hard-choice"
        ages = [*form(pilot).query(TypingBox)][1]
        ages.post_message(events.Paste("12-16"))
        await settled(pilot)
        await click(pilot, ages, 4, 0)
        assert form(pilot).pages.here is ages
        assert ages.typed.at == 2
        await click_key(pilot, "next")
        assert form(pilot).draft.page == 1
        await click_key(pilot, "leave")
        assert isinstance(pilot.app.screen, WorkshopDoor)
        await click_key(pilot, "leave")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_hostile_words_are_shown_as_they_were_typed(tmp_path: Path, refused: list[str]) -> None:
    house = a_writing_house(tmp_path)
    async with opened(house, (120, 40)) as pilot:
        await begin(pilot, 4)
        for page in way_in("happened").pages:
            for box in [*form(pilot).query(TypingBox)]:
                box.show("")
                form(pilot).set_focus(box)
                await paste(pilot, "5-9" if box.field == "ages" else HOSTILE)
            await asyncio.sleep(SHOW_AFTER + 0.1)
            await settled(pilot)
            assert no_link_is_live(pilot)
            assert "[/b][@click" in seen(pilot)
            await press(pilot, *(("f8",) if page is not way_in("happened").pages[-1] else ()))
        await press(pilot, "f2")
        assert no_link_is_live(pilot)
        await press(pilot, "escape", "f8")
        assert "[/b][@click=app.bell]x" in seen(pilot)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert isinstance(pilot.app.screen, WorkshopDoor)
        assert no_link_is_live(pilot)
        (story,) = house.workshop().book.stories()
        assert story.draft is not None
        assert story.draft.meant("scene") == HOSTILE
    assert not refused


@hurried
async def test_a_copy_of_ours_is_a_file_that_says_where_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "")
    monkeypatch.setenv("VISUAL", "")
    house = a_house(tmp_path, shelf=Shelf(Shelves(one_story_that_ships(tmp_path), tmp_path / "packs"), None))
    async with opened(house, SMALL) as pilot:
        await press(pilot, "w", "c")
        assert isinstance(pilot.app.screen, CopyOne)
        await press(pilot, *"r ticke", "enter")
        assert isinstance(pilot.app.screen, OwnFile)
        assert "four-tickets.yaml" in seen(pilot)
        path = next(tmp_path.glob("packs/our-own-stories/activities/four-tickets.yaml"))
        assert "licence: CC-BY-SA-4.0" in path.read_text("utf-8")
        copied = written(house)["four-tickets"]
        assert copied.adapted_from is not None
        assert copied.adapted_from.story == "other-shoes/four-tickets"
        path.write_text(path.read_text("utf-8").replace("kind: swap-seats", "kind: swap-chairs"), "utf-8")
        os.utime(path, (1, 1))
        await asyncio.sleep(LOOKS_EVERY + 0.1)
        await settled(pilot)
        assert 'line 5: "kind" does not know "swap-chairs".' in " ".join(seen(pilot).split()) or "swap-chairs" in seen(
            pilot
        )
        await press(pilot, "escape", "tab", "down", "up", "enter")
        assert isinstance(pilot.app.screen, OwnFile)


@hurried
async def test_a_file_is_not_read_under_another_page_and_at_once_when_that_has_gone(tmp_path: Path) -> None:
    house = a_house(tmp_path, shelf=Shelf(Shelves(one_story_that_ships(tmp_path), tmp_path / "packs"), None))
    async with opened(house, SMALL) as pilot:
        await press(pilot, "w", "c", "down", "enter")
        page = pilot.app.screen
        assert isinstance(page, OwnFile)
        path = next(tmp_path.glob("packs/our-own-stories/activities/four-tickets.yaml"))
        before = page._plays
        await over_nothing(pilot)
        path.write_text("kind: [", "utf-8")
        os.utime(path, (1, 1))
        await asyncio.sleep(5 * LOOKS_EVERY)
        assert page._plays == before
        pilot.app.pop_screen()
        await settled(pilot)
        assert page._plays == ()


@hurried
async def test_down_goes_to_the_first_title_and_enter_copies_it(tmp_path: Path) -> None:
    house = a_house(tmp_path, shelf=Shelf(Shelves(one_story_that_ships(tmp_path), tmp_path / "packs"), None))
    async with opened(house, SMALL) as pilot:
        await press(pilot, "w", "c", "down", "enter")
        assert isinstance(pilot.app.screen, OwnFile)
        assert "four-tickets" in written(house)


@hurried
async def test_a_copy_that_is_taken_twice_at_once_is_one(tmp_path: Path) -> None:
    house = a_house(tmp_path, shelf=Shelf(Shelves(one_story_that_ships(tmp_path), tmp_path / "packs"), None))
    async with opened(house, SMALL) as pilot:
        await press(pilot, "w", "c")
        for _ in range(2):
            pilot.app.simulate_key("enter")
        await settled(pilot)
        assert len([*tmp_path.glob("packs/our-own-stories/activities/*.yaml")]) == 1


@hurried
async def test_a_story_that_was_found_becomes_our_own_and_says_so_from_then_on(tmp_path: Path) -> None:
    house = a_house(tmp_path, shelf=Shelf(Shelves(one_story_that_ships(tmp_path), tmp_path / "packs"), None))
    async with opened(house, SMALL) as pilot:
        await press(pilot, "3", "3", "6", "f", "1")
        await pilot.app.workers.wait_for_complete()
        await click(pilot, next(iter(pilot.app.screen.query(".copy"))))
        assert isinstance(pilot.app.screen, OwnFile)
        await press(pilot, "escape")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "2")
        assert "ours, made from Four Tickets" in seen(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, OwnFile)
        assert [*written(house)].count("four-tickets") == 1
        assert len([*tmp_path.glob("packs/our-own-stories/activities/*.yaml")]) == 1


@hurried
async def test_where_ours_is_not_on_the_shelf_the_form_says_so_kindly(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 2)
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, SeeOurs)
        assert "is not on this shelf" in seen(pilot)


@hurried
async def test_no_word_of_the_files_is_met_on_the_way(tmp_path: Path) -> None:
    banned = {"rung", "band", "depth", "step", "component", "flags", "pack", "yaml", "should", "wrong", "fail"}
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await press(pilot, "w")
        met = everything(pilot)
        for way in "13":
            await press(pilot, way)
            for _ in way_in(form(pilot).draft.way).pages[1:]:
                await press(pilot, "f8")
                met += everything(pilot)
            await press(pilot, "escape")
    assert not banned & {*"".join(sign if sign.isalpha() else " " for sign in met).split()}


@hurried
async def test_a_form_that_was_left_leaves_nothing_behind(tmp_path: Path) -> None:
    import gc
    import weakref

    house = a_writing_house(tmp_path)
    left: list[weakref.ref[StoryForm]] = []
    async with opened(house, (60, 20)) as pilot:
        await press(pilot, "w")
        await press(pilot, "1", "f8", "escape")
        for _ in range(4):
            await press(pilot, "1")
            left.append(weakref.ref(form(pilot)))
            await press(pilot, "f8", "escape")
        gc.collect()
        assert sum(1 for one in left if one() is not None) <= 1


def test_a_form_opens_only_what_it_can_hold(tmp_path: Path) -> None:
    house = open_house(tmp_path, {}, shelves=Shelves(SMALL_SHELF, tmp_path / "packs"))
    workshop = house.workshop()
    draft = Draft(way="questions", words=(("title", "Socks"), ("ages", "5+"), ("ask1", "Which?"), ("ask2", "Why so?")))
    workshop.shelve(draft)
    (path,) = tmp_path.glob("packs/our-own-stories/activities/*.yaml")
    assert [one.draft is not None for one in workshop.book.stories()] == [True]
    page = path.read_text("utf-8")
    path.write_text(page + "coach: Mine.\n", "utf-8")
    assert [one.draft for one in workshop.book.stories()] == [None]
    path.write_text("\n".join(page.splitlines()[2:]), "utf-8")
    assert [one.draft for one in workshop.book.stories()] == [None]


@hurried
async def test_letters_that_are_still_on_their_way_stay_when_the_page_is_turned(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await begin(pilot, 1)
        for key in (*"Somebody types very fast indeed", "f8"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert form(pilot).draft.said("title") == "Somebody types very fast indeed"
        assert form(pilot).draft.page == 1


@hurried
async def test_the_help_opens_at_the_door_of_the_workshop_as_everywhere(tmp_path: Path) -> None:
    async with opened(a_writing_house(tmp_path), SMALLER) as pilot:
        await press(pilot, "w", "question_mark")
        assert isinstance(pilot.app.screen, Help)
        assert "Begin a story in one of five ways" in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WorkshopDoor)


@hurried
async def test_at_eighty_columns_every_key_of_the_workshop_has_its_word_also_once_something_was_typed(
    tmp_path: Path,
) -> None:
    def words() -> dict[str, str]:
        bar = pilot.app.screen.query_one(KeyBar)
        return {hint.id: hint.label for _, hint in bar.line.placed(bar.hints, bar.size.width)}

    async with opened(a_writing_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "w")
        assert {"begin", "copy", "leave", "help"} <= {*words()}
        assert all(words().values())
        await press(pilot, "1")
        for _ in range(5):
            await press(pilot, "a", "b")
            assert {"play", "undo", "help", "leave"} <= {*words()}
            assert all(words().values())
            await press(pilot, *(("f8",) if "next" in words() else ()))
