"""Scenes of the Workshop: five ways in, the five pages of a story, ours, the file, and the names."""

from __future__ import annotations

from textual.pilot import Pilot

from drafts import a_draft
from gatherround.domain.drafts.draft import Draft, Way
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.workshop import WorkshopDoor
from gatherround.ui.screens.workshop_form import StoryForm
from gatherround.ui.screens.workshop_sheets import TheseTwo
from gatherround.ui.widgets.typing_box import TypingBox
from scenes import Arrange, Scene

BUS = a_draft(
    title="The Window Seat",
    ages="8-11",
    scene="The bus has one good seat. Bea runs for it. Kofi has his bag on it. The bag has not paid. “It is resting,”"
    " says Kofi. “It has had a long day.”",
    name1="Bea",
    name2="Kofi",
    wants1="Ines to herself, as it was before",
    wants2="to be asked, just once",
    knows1="she cried on Monday",
    knows2="he gave Ines his coat",
    word="bag",
    noise="pfff",
)
PANCAKE = a_draft(
    "happened",
    title="Theo's Pancake",
    scene="There was one pancake left. Theo had counted. Mia had not. Biscuit, the dog, had an opinion.",
    name1="Theo, Teddy",
    name2="Mia",
    wants1="what was his",
    wants2="to be asked",
)


def in_the_form(draft: Draft, *keys: str, page: int = 0) -> Arrange:
    """Opens a story on one of its pages, and presses keys there."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        await pilot.pause()
        await app.workers.wait_for_complete()
        opened = type(draft)(way=draft.way, number=1, words=draft.words, page=page)
        form = StoryForm(app.house, app.house.workshop(), opened)
        await app.push_screen(form)
        await pilot.pause()
        await pilot.press(*keys)
        await settled(pilot, form)

    return arrange


async def settled(pilot: Pilot[int], form: StoryForm) -> None:
    """Has the table beside the form follow at once, and nothing left to wait for."""
    await pilot.pause()
    form.rest()
    await form.show()
    await pilot.pause()
    for box in form.query(TypingBox):
        box.refresh()
    await pilot.pause()


def begun(way: Way) -> Draft:
    """Gives a draft in which nothing was typed yet."""
    return Draft(way=way)


async def _door(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, GatherRound)
    await pilot.pause()
    await app.workers.wait_for_complete()
    workshop = app.house.workshop()
    workshop.drafts.keep(type(PANCAKE)(way="happened", number=1, words=PANCAKE.words, page=2))
    workshop.shelve(BUS)
    await app.push_screen(WorkshopDoor(app.house))
    await pilot.pause()


async def _these_two(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.app.push_screen(TheseTwo(("Hanna", "Opa Jo")))
    await pilot.pause()


WRITING: tuple[Scene, ...] = (
    Scene("workshop", "Five ways to begin, and what was begun.", _door),
    Scene("workshop-60x20", "Five ways on a small screen.", _door, size=(60, 20)),
    *(
        Scene(
            f"write-{number}", f"Page {number} of a story, with its table beside it.", in_the_form(BUS, page=number - 1)
        )
        for number in range(1, 6)
    ),
    *(
        Scene(f"write-{number}-60x20", f"Page {number} on a small screen.", in_the_form(BUS, page=number - 1), (60, 20))
        for number in range(1, 6)
    ),
    Scene("write-look-60x20", "The table in place of the page.", in_the_form(BUS, "f3", page=2), (60, 20)),
    Scene("write-empty", "Nothing typed yet: examples in grey.", in_the_form(begun("tiny"), page=1)),
    Scene("write-begun", "The first page, before a letter.", in_the_form(begun("happened"))),
    Scene(
        "write-gaps-60x20",
        "What is still to come is a gap at the table.",
        in_the_form(begun("happened"), "f3", page=2),
        (60, 20),
    ),
    Scene("write-rests", "That it rests, and why.", in_the_form(PANCAKE, page=4)),
    Scene("write-3-40x12", "Page 3 on the smallest screen.", in_the_form(BUS, page=2), (40, 12)),
    Scene("write-help", "What the keys do while one writes.", in_the_form(BUS, "f9", page=2)),
    Scene("write-120x40", "A generous screen.", in_the_form(BUS, page=2), (120, 40)),
    Scene("write-daylight", "Writing by day.", in_the_form(BUS, page=3), theme="daylight"),
    Scene("write-these-two", "Who it is about, and who is first.", _these_two),
    Scene("write-these-two-40x12", "The same on the smallest screen.", _these_two, (40, 12)),
    Scene("write-ours", "A finished story at the same box.", in_the_form(BUS, "f1", page=1)),
    Scene("write-file", "The file that it comes to.", in_the_form(BUS, "f2", page=1)),
    Scene("write-names", "Nobody keeps their own name.", in_the_form(PANCAKE, "f8", page=4)),
    Scene(
        "write-keep-a-name",
        "Another made-up name, or in so many words the real one.",
        in_the_form(PANCAKE, "f8", "3", page=4),
    ),
    Scene("write-asked", "Is it over?", in_the_form(PANCAKE, "f8", "enter", page=4)),
)
