"""Named scenes of the game: what the snapshot tests compare and what `make screenshots` draws."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.deals import reader_of
from gatherround.domain.play.beats import Ballot, Beat, Card, Check, Pick, Say, Show, Turn
from gatherround.domain.play.moves import Chose, Move, On, Pause, Said
from gatherround.domain.play.plan import Deal, Plan, Play
from gatherround.host.house import House, open_house
from gatherround.host.lighting import Light, Lighting
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.table import Table
from tables import SeededDice, lists, shelf, shipped, table

Arrange = Callable[[Pilot[int]], Awaitable[None]]
Finds = Callable[[Play], bool]


class FrozenClock:
    """A Sunday evening that lasts."""

    def now(self) -> datetime:
        """Gives twenty to seven."""
        return datetime(2026, 3, 1, 18, 40, tzinfo=UTC)


@dataclass(frozen=True)
class Scene:
    """One picture: its name, what it shows in a sentence, its size and light, and how to get there."""

    name: str
    says: str
    arrange: Arrange
    size: tuple[int, int] = (80, 24)
    theme: Light = "candle"
    plain_signs: bool = False
    lives: Callable[[House], object] = lambda house: house
    """What has happened in the house before the game is opened."""


HOMES = tempfile.TemporaryDirectory(prefix="gatherround-scenes-")
atexit.register(HOMES.cleanup)
"""Where the homes of all scenes are; it goes with the process."""


def a_house() -> House:
    """Opens an empty house in a folder of its own, with a clock that stands still and dice that fall alike."""
    home = Path(tempfile.mkdtemp(dir=HOMES.name))
    house = open_house(home, {}, clock=FrozenClock(), dice=SeededDice(3))
    house.shelf = shipped()
    return house


def an_app(scene: Scene) -> GatherRound:
    """Gives the app of a scene, without motion and without waiting."""
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    house = a_house()
    scene.lives(house)
    lighting = Lighting(light=scene.theme, plain_signs=scene.plain_signs, still=True)
    app = GatherRound(house, lighting=lighting, patience=0)
    app.animation_level = "none"
    return app


def named(full_id: str) -> Activity:
    """Gives a shipped activity."""
    return next(one for one in shelf() if one.full_id == full_id)


def laid(full_id: str, *ages: int, minutes: int = 10) -> Plan:
    """Lays one activity for people of these ages."""
    activity = named(full_id)
    people = table(*ages)
    targets = tuple(one.id for one in people if activity.youngest <= one.age <= activity.oldest)
    older = tuple(one.id for one in people if one.age > activity.oldest)
    players = (targets + older)[: activity.most]
    others = tuple(one.id for one in people if one.id not in players)
    youngest = min((one for one in people if one.id in targets), key=lambda one: one.age)
    deal = Deal(
        activity=activity,
        targets=targets,
        players=tuple(one.id for one in people if one.id in players),
        listeners=others,
        lead=youngest.id,
        reader=reader_of(people),
        director=players[-1],
    )
    return Plan(people=people, minutes=minutes, wish="surprise", deals=(deal,), seed=4, words=lists().feelings)


def at_table(plan: Plan, finds: Finds, *, then: tuple[Move, ...] = ()) -> Arrange:
    """Plays on until the play has what is looked for, then lays the table there."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        house = app.house
        evening = house.evening()
        play = evening.start(plan)
        for _ in range(200):
            if finds(play) or play.phase == "night":
                break
            play = evening.make(On())
        assert finds(play), "this scene is not to be found in this activity"
        for move in then:
            play = evening.make(move)
        await app.push_screen(Table(house, evening, patience=0))
        await pilot.pause()

    return arrange


def beat(kind: type[Beat], **fields: object) -> Finds:
    """Finds a sort of beat with these fields."""
    return lambda play: isinstance(play.beat, kind) and all(getattr(play.beat, k) == v for k, v in fields.items())


def pressing(*keys: str) -> Arrange:
    """Presses keys on Tonight."""

    async def arrange(pilot: Pilot[int]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return arrange


async def _returning(pilot: Pilot[int]) -> None:
    """Plays a first evening at once, and comes back to Tonight."""
    await pilot.press("1", "3", "5", "6", "6", "space")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("p", "x", "enter")
    await pilot.pause()


async def _promised(pilot: Pilot[int]) -> None:
    """Lets two promise to come back, and comes back to Tonight."""
    await pilot.press("1", "3", "5", "6", "6", "space")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("p", "l", "2", "enter")
    await pilot.pause()


def directed() -> Plan:
    """Lays three stories more behind the director's doors."""
    stories = ("the-last-dumpling", "two-lefts", "table-four", "soup-face")
    plans = [laid(f"whole-table/{name}", 3, 9, 15, 40, 42) for name in stories]
    deals = tuple(replace(plan.deals[0], director="m2") for plan in plans)
    return replace(plans[0], deals=deals[:1], spares=deals[1:], choice=True)


def face(play: Play) -> bool:
    """Finds something said with a face beside it."""
    return isinstance(play.beat, Say) and type(play.beat.sight).__name__ == "Expression"


def _night(play: Play) -> bool:
    return play.phase == "night"


TODDLERS = ("first-feelings/crash-goes-the-tower", 3, 40)
TEENS = ("crossroads/waltz-at-seven", 14, 15, 41, 43)
EVERYBODY = ("whole-table/the-last-dumpling", 3, 9, 15, 40, 42)
FEELING = at_table(laid(*TODDLERS), beat(Pick, use="feeling"))
READ = at_table(laid(*EVERYBODY), beat(Say, label="read"))

SCENES: tuple[Scene, ...] = (
    Scene("first-launch", "The very first evening: one key for each person.", pressing("1", "3", "5", "6", "6")),
    Scene("first-launch-empty", "Nobody is sitting yet.", pressing()),
    Scene("tonight", "A family that has played before presses one key.", _returning),
    Scene(
        "arrive", "Everybody at once; nothing is written down.", at_table(laid(*EVERYBODY), beat(Pick, use="battery"))
    ),
    Scene("read", "Read aloud; the whole table makes the noise.", READ),
    Scene(
        "read-on",
        "The breath that is read now is marked; what was read is dim.",
        at_table(
            laid("whole-table/the-last-dumpling", 9, 15, 40), lambda play: len(getattr(play.beat, "said", ())) == 1
        ),
    ),
    Scene(
        "small-hands",
        "Small hands make it fall.",
        at_table(laid(*TODDLERS), lambda play: bool(getattr(play.beat, "small_hands", None))),
    ),
    Scene("turn", "One person speaks; the reader has the words.", at_table(laid(*EVERYBODY), beat(Turn, label="ask"))),
    Scene("name", "A cause, then two faces to point at.", FEELING),
    Scene(
        "mirror", "The mirror says both back.", at_table(laid(*TODDLERS), beat(Pick, use="feeling"), then=(Chose(1),))
    ),
    Scene(
        "choose",
        "Doors; one of them ridiculous, and followed just as seriously.",
        at_table(laid(*EVERYBODY), beat(Pick, use="branch")),
    ),
    Scene("guess", "A silly guess first.", at_table(laid(*EVERYBODY), beat(Turn, label="silly-guess"))),
    Scene("check", "The person themselves says how near it was.", at_table(laid(*EVERYBODY), beat(Check))),
    Scene("card-covered", "Curtains, and a kettle.", at_table(laid("other-shoes/which-song", 9, 10, 41), beat(Card))),
    Scene(
        "card-open",
        "One card, one pair of eyes.",
        at_table(laid("other-shoes/which-song", 9, 10, 41), beat(Card), then=(On(),)),
    ),
    Scene(
        "ballot",
        "One key each on a screen that does not change.",
        at_table(laid(*TEENS), beat(Ballot), then=(Chose(0),)),
    ),
    Scene("lanterns", "Four ways to begin, for whoever wants one.", at_table(laid(*TEENS), beat(Turn, label="talk"))),
    Scene("fact", "A new fact.", at_table(laid(*TEENS), beat(Say, label="fact"))),
    Scene(
        "echo",
        "The candle keeps the time, and nobody counts.",
        at_table(laid("crossroads/the-worst-listener", 15, 16, 41), beat(Turn, label="speak")),
    ),
    Scene(
        "nearly",
        "Nearly is the good one.",
        at_table(laid("crossroads/the-worst-listener", 15, 16, 41), beat(Check, use="echo"), then=(Said("nearly"),)),
    ),
    Scene("director", "Tonight's story is the director's to pick.", at_table(directed(), beat(Pick, use="deal"))),
    Scene(
        "stamp",
        "All hands on the table.",
        at_table(laid("other-shoes/one-umbrella", 6, 7, 40), beat(Say, label="stamp")),
    ),
    Scene("show", "Everybody at once, on three.", at_table(laid("whole-table/two-lefts", 3, 9, 15, 40), beat(Show))),
    Scene(
        "breathe",
        "Smell the soup, cool the soup.",
        at_table(laid("first-feelings/soup-breath", 3, 9, 40), beat(Say, label="breathe")),
    ),
    Scene(
        "act", "Something small, or nothing: the doors are one size.", at_table(laid(*EVERYBODY), beat(Pick, use="act"))
    ),
    Scene("stitch", "The youngest picks the stitch.", at_table(laid(*EVERYBODY), beat(Pick, use="stitch"))),
    Scene(
        "square",
        "Tonight's square, in the colours of those who are here.",
        at_table(laid(*EVERYBODY), beat(Pick, use="word")),
    ),
    Scene(
        "pause",
        "The table is covered, and everybody breathes.",
        at_table(laid(*EVERYBODY), beat(Turn, label="ask"), then=(Pause(),)),
    ),
    Scene(
        "opening",
        "What to fetch, and who has which job.",
        at_table(laid("crossroads/waltz-at-seven", 9, 14, 15, 41), beat(Say, label="opening")),
    ),
    Scene("goodnight", "The screen goes quiet.", at_table(laid(*EVERYBODY), _night)),
    Scene("read-40x12", "The same page on the smallest screen.", READ, size=(40, 12)),
    Scene("read-60x20", "The same page on a small screen.", READ, size=(60, 20)),
    Scene("read-120x40", "The same page on a generous screen.", READ, size=(120, 40)),
    Scene(
        "name-40x12",
        "Two faces on the smallest screen.",
        FEELING,
        size=(40, 12),
    ),
    Scene("ballot-40x12", "The box on the smallest screen.", at_table(laid(*TEENS), beat(Ballot)), size=(40, 12)),
    Scene("name-daylight", "Daylight.", FEELING, theme="daylight"),
    Scene(
        "name-clear",
        "Clear, for eyes that need more.",
        FEELING,
        theme="clear",
    ),
    Scene(
        "name-ascii",
        "Two faces in plain signs.",
        FEELING,
        plain_signs=True,
    ),
    Scene("tonight-ascii", "Tonight in plain signs.", _returning, plain_signs=True),
    Scene("tonight-promised", "Two have promised to come back: when, and never what.", _promised),
    Scene(
        "director-40x12", "The director on the smallest screen.", at_table(directed(), beat(Pick, use="deal")), (40, 12)
    ),
    Scene("tonight-daylight", "Tonight by day.", _returning, theme="daylight"),
)
