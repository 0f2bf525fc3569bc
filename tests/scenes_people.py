"""Scenes of the study: people and their cards, with nobody, with one, and with twelve."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from families import aged, card, live_here, plate, the_family, the_twelve
from gatherround.domain.members import Card
from gatherround.domain.pages import CheckIn, HouseRules, Numbers, Pact, PhoneNumber, Reassurance, TimeOut
from gatherround.domain.play.beats import Turn
from gatherround.host.house import House
from gatherround.host.keeping import ONLY_YOU, OTHERS, KeptFile, KeptGroup
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.keep_places import KeepPlaces
from gatherround.ui.screens.kept import Kept
from gatherround.ui.screens.menu import KEYS, More
from gatherround.ui.screens.serious import Serious
from scenes import Arrange, Scene, at_table, beat, laid, pressing

STUDY = ("escape", "1")


def one(house: House) -> None:
    """Lets Ana of fifteen move in, with a full card."""
    live_here(house, ana(house.today()))


def ana(today: date) -> Card:
    """Gives a card with something on every row."""
    return card(
        "Ana",
        plate=plate("pepper"),
        born=aged(15, today),
        guess_me=False,
        face="silly",
        comfort=("company, no talking", "a snack"),
        avoid=("death", "hospitals"),
        my_two=("say back one thing before my own", "phone in the drawer while we eat"),
        words=("meh", "fizzy"),
    )


def agreed(house: House) -> None:
    """Lets a family move in that has written pages of its own."""
    *_, mum, dad = the_family(house)
    pages = house.family.pages
    pact = Pact(
        between=(mum.id, dad.id),
        check_in=CheckIn(6, "20:30", 15),
        reassurance=Reassurance("two squeezes of the hand", "two back"),
        time_out=TimeOut("tea?", 20),
        off_the_table=("money",),
    )
    pages.change_pact(pages.add_pact((mum, dad)), pact)
    pages.change_rules(pages.rules(), HouseRules(("one talks, the others listen to the end", "shoes at the door")))
    pages.change_numbers(
        pages.numbers(), Numbers((PhoneNumber("Dr. Okafor", "0123 456"), PhoneNumber("Aunt Rosa", "0177 99 88")))
    )


def locked(house: House) -> None:
    """Lets Ana move in, and lock her card."""
    house.family.locks.lock(*live_here(house, ana(house.today())), "rainy tuesday")


def asked_for_places() -> Arrange:
    """Lays the question that comes after the first goodnight of guests."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        await pressing("1", "3", "6", "6")(pilot)
        guests = app.screen.setting.people  # type: ignore[attr-defined]
        await app.push_screen(KeepPlaces(guests, patience=0))
        await pilot.pause()

    return arrange


def in_a_round() -> Arrange:
    """Lays the calm page over a Round."""

    async def arrange(pilot: Pilot[int]) -> None:
        await at_table(laid("whole-table/the-last-dumpling", 9, 40), beat(Turn, label="ask"))(pilot)
        await pilot.press("escape")
        more = pilot.app.screen
        assert isinstance(more, More)
        await pilot.press(str(KEYS["serious"]))
        await pilot.pause()
        assert isinstance(pilot.app.screen, Serious)

    return arrange


def at_kept() -> Arrange:
    """Lays the page about what is kept, for a home whose path and files are always the same."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        await pilot.pause()
        await app.workers.wait_for_complete()
        home = Path("/home/robin/.local/share/gatherround")
        groups = (
            KeptGroup("the family file", "cards, evenings, and pages of your own", (KeptFile("f", 57344, ONLY_YOU),)),
            KeptGroup(
                "backups",
                "whole copies, one a day; gatherround restore goes back to one",
                (KeptFile("b", 401408, ONLY_YOU),),
            ),
            KeptGroup("story books", "your own, as you put them there", (KeptFile("p", 9120, OTHERS),)),
        )
        page = Kept(app.house, home=home, look=lambda _: groups)
        await app.push_screen(page)
        await pilot.pause()

    return arrange


PEOPLE: tuple[Scene, ...] = (
    Scene("tonight-family", "Chairs with names, and whose they are.", pressing("5"), lives=the_family),
    Scene("tonight-twelve", "Twelve who live here.", pressing(), lives=the_twelve),
    Scene("tonight-twelve-60x20", "Twelve on a small screen.", pressing(), size=(60, 20), lives=the_twelve),
    Scene("more-at-home", "What needs no key of its own.", pressing("escape")),
    Scene("light-and-motion", "The light, motion, signs and a bell, seen at once.", pressing("m", "down", "down")),
    Scene("light-and-motion-lights", "Three lights to look at.", pressing("m", "enter", "down"), size=(60, 20)),
    Scene("for-the-grown-ups", "The doors to the study.", pressing("escape", "1")),
    Scene("keep-places", "One calm question, which may be answered for good.", asked_for_places()),
    Scene("people-empty", "Nobody has a card, and nobody needs one.", pressing(*STUDY, "1")),
    Scene("people-one", "One card.", pressing(*STUDY, "1"), lives=one),
    Scene("people-twelve", "A full table of cards.", pressing(*STUDY, "1", "right", "down"), lives=the_twelve),
    Scene("people-family-60x20", "On a small screen.", pressing(*STUDY, "1"), size=(60, 20), lives=the_family),
    Scene("card", "What the table knows of Ana; each row is hers to change.", pressing(*STUDY, "1", "1"), lives=one),
    Scene("card-60x20", "A card on a small screen.", pressing(*STUDY, "1", "1"), size=(60, 20), lives=one),
    Scene("card-locked", "A locked card says how it is opened.", pressing(*STUDY, "1", "1"), lives=locked),
    Scene(
        "card-several",
        "Several of a list, and words of one's own.",
        pressing(*STUDY, "1", "1", *("down",) * 6, "enter"),
        lives=one,
    ),
    Scene("goodbye", "Asked twice.", pressing(*STUDY, "1", "1", "end", "enter"), lives=one),
    Scene("kept", "Which files there are, who can open them, what never is.", at_kept(), lives=the_family),
    Scene("tonight-check-in", "A check-in stands here on its day, and nobody is reminded.", pressing(), lives=agreed),
    Scene("agreements-empty", "What two of you, or all of you, may agree on.", pressing(*STUDY, "2")),
    Scene("agreements", "A pact and the house rules.", pressing(*STUDY, "2"), lives=agreed),
    Scene("pact", "A day, a sign, a break that ends.", pressing(*STUDY, "2", "enter"), lives=agreed),
    Scene("getting-help", "When a game is not enough.", pressing(*STUDY, "3"), lives=agreed),
    Scene("getting-help-empty", "Nothing is preset.", pressing(*STUDY, "3")),
    Scene("kinds-of-help", "Kinds of help, by what you wish for.", pressing(*STUDY, "3", "down", "down", "enter")),
    Scene("serious", "If something serious comes up.", pressing(*STUDY, "3", "enter"), lives=agreed),
    Scene("serious-40x12", "The same on the smallest screen, in a Round.", in_a_round(), size=(40, 12), lives=agreed),
    Scene("card-daylight", "A card by day.", pressing(*STUDY, "1", "1"), theme="daylight", lives=one),
    Scene(
        "study-40x12", "The study asks for a larger window, kindly.", pressing(*STUDY, "1"), size=(40, 12), lives=one
    ),
)
