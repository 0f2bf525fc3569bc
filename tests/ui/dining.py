"""A dining room for tests: a house of its own, presses and clicks, and everything that can be seen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import pytest
from rich.segment import Segment
from textual import _time
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from gatherround.domain.people import Person
from gatherround.domain.play.plan import Plan, Play
from gatherround.host.evening import Evening
from gatherround.host.house import House, open_house
from gatherround.host.shelf import Shelf
from gatherround.ui.app import GatherRound
from gatherround.ui.panels.panel import Panel
from gatherround.ui.screens.laying import Laying
from gatherround.ui.screens.table import Table
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.candle import Candle
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.keybar import KeyBar
from rounds import Clock
from tables import SeededDice, shipped

P = ParamSpec("P")


class HurriedLoop(asyncio.SelectorEventLoop):
    """A loop on which nobody waits: with nothing left to do, it is at once as late as the next thing there is to do.

    While a thread is at work it is waited for: hours would pass, with all that is done each half minute.
    """

    def __init__(self) -> None:
        super().__init__()
        self._skipped = 0.0
        self._at_work = 0

    def time(self) -> float:
        return super().time() + self._skipped

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        work = super().run_in_executor(executor, func, *args)
        self._at_work += 1
        work.add_done_callback(self._has_worked)
        return work

    def _has_worked(self, _: object) -> None:
        self._at_work -= 1

    def _run_once(self) -> None:
        times = () if self._ready or self._at_work else [one.when() for one in self._scheduled if not one.cancelled()]
        self._skipped += max(0.0, min(times, default=0.0) - self.time())
        super()._run_once()  # type: ignore[misc]


def hurried(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Lets a test be a coroutine on which hours pass at once; every clock in it goes with it."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=HurriedLoop) as runner, pytest.MonkeyPatch.context() as patched:
            time = runner.get_loop().time
            patched.setattr(_time, "get_time", time)
            for widget in (Breath, Candle):
                patched.setitem(widget.__init__.__kwdefaults__, "clock", time)  # type: ignore[misc]
            runner.run(test(*args, **kwargs))

    return run


SIZES = ((40, 12), (60, 20), (80, 24), (120, 40))


def a_house(home: Path, *, shelf: Shelf | None = None, seed: int = 3) -> House:
    """Opens a house at this home, with a clock that stands and dice that fall alike."""
    house = open_house(home, {}, clock=Clock(), dice=SeededDice(seed))
    house.shelf = shelf or shipped()
    return house


def a_house_of_cards(shelf: Shelf | None = None) -> House:
    """Gives a house in which nothing is kept, for tests in which nothing has to be."""
    return House(shelf=shelf or shipped(), clock=Clock(), dice=SeededDice(3))


def an_app(house: House, *, patience: float = 0, motion: bool = False) -> GatherRound:
    """Gives the app of a house, without waiting and, if not asked for, without motion."""
    app = GatherRound(house, patience=patience)
    app.animation_level = "full" if motion else "none"
    return app


@asynccontextmanager
async def opened(
    house: House | None = None, size: tuple[int, int] = (60, 20), *, motion: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Opens the app of a house at Tonight; without one, that of a house in which nothing is kept."""
    house = house or a_house_of_cards()
    async with an_app(house, motion=motion).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot


async def over_nothing(pilot: Pilot[int]) -> Screen[None]:
    """Puts a bare screen in front, so that what comes next does not lie over Tonight, which is drawn at each change."""
    bare: Screen[None] = Screen()
    await pilot.app.push_screen(bare)
    return bare


async def laid_for(pilot: Pilot[int], plan: Plan, *, patience: float = 0) -> Table:
    """Lays the table for a plan, over whatever there is."""
    house = house_of(pilot)
    evening = house.evening()
    evening.start(plan)
    return await laid_at(pilot, evening, patience=patience)


async def laid_at(pilot: Pilot[int], evening: Evening, *, patience: float = 0) -> Table:
    """Lays the table for an evening that has begun."""
    table = Table(house_of(pilot), evening, patience=patience)
    await pilot.app.push_screen(table)
    await settled(pilot)
    return table


def house_of(pilot: Pilot[int]) -> House:
    assert isinstance(pilot.app, GatherRound)
    return pilot.app.house


@contextmanager
def put_away_for_now(house: House) -> Iterator[None]:
    """Within this the family file lies elsewhere, so that nothing can be read and nothing be kept."""
    database = house.database
    assert database is not None
    elsewhere = database.path.with_name("away")
    database.close()
    database.path.rename(elsewhere)
    try:
        yield
    finally:
        elsewhere.rename(database.path)


def tonight(pilot: Pilot[int]) -> Laying:
    """Gives the screen before the Round, once it is in front."""
    assert isinstance(pilot.app.screen, Laying), f"in front is {pilot.app.screen}"
    return pilot.app.screen


def table(pilot: Pilot[int]) -> Table:
    """Gives the table, wherever it lies."""
    found = [screen for screen in pilot.app.screen_stack if isinstance(screen, Table)]
    assert len(found) == 1, f"there are {len(found)} tables"
    return found[0]


def play(pilot: Pilot[int]) -> Play:
    """Gives the play on the table."""
    now = table(pilot).play
    assert now is not None
    return now


async def quiet() -> None:
    """Waits until nothing is left to do but what waits for its time."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:  # type: ignore[attr-defined]
        await asyncio.sleep(0)


async def settled(pilot: Pilot[int]) -> None:
    """Waits until what was pressed has been done and drawn."""
    for _ in range(2):
        await quiet()
        await pilot.pause(0)
    drawn(pilot)


def drawn(pilot: Pilot[int]) -> None:
    """Draws what has changed on the page in front, as a terminal would see it."""
    app = pilot.app
    app.screen._compositor.render_update(screen_stack=app._background_screens)


async def moved(pilot: Pilot[int], scrolled: Widget, before: float) -> None:
    """Waits until what was scrolled is drawn at another place: Textual (8.2.8) takes its time over that."""
    for _ in range(100):
        if scrolled.scroll_y != before:
            break
        await settled(pilot)
    assert scrolled.scroll_y != before, f"{scrolled} stayed at {before}"
    await settled(pilot)


async def resize(pilot: Pilot[int], width: int, height: int) -> None:
    """Makes the window another size, and waits until everything has found its new place."""
    await pilot.resize_terminal(width, height)
    await quiet()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys one after another, each once the one before has been done, and looks at the screen."""
    await tap(pilot, *keys)
    await settled(pilot)


async def tap(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys as `press` does, without looking at the screen, which is what takes time."""
    for key in keys:
        pilot.app.simulate_key(key)
        await quiet()


async def click(pilot: Pilot[int], widget: Widget, x: int | None = None, y: int | None = None) -> None:
    """Clicks into a widget, into its middle if not told where."""
    width, height = widget.outer_size
    offset = (width // 2 if x is None else x, height // 2 if y is None else y)
    assert await pilot.click(widget, offset=offset), f"{widget} lies under something"
    await settled(pilot)


async def click_at(pilot: Pilot[int], x: int, y: int) -> None:
    """Clicks a cell of the screen, whatever lies there."""
    await pilot.click(offset=(x, y))
    await settled(pilot)


async def click_door(pilot: Pilot[int], index: int, selector: str = "Doors") -> None:
    """Clicks into a door, counting from 0."""
    doors = pilot.app.screen.query_one(selector, Doors)
    place = doors._plan.places[index]
    await click(pilot, doors, place.x + place.width // 2, place.y + place.height // 2)


async def click_key(pilot: Pilot[int], name: str) -> None:
    """Clicks a key of the bottom line."""
    bar = pilot.app.screen.query_one(KeyBar)
    start = next(start for start, hint in bar._placed if hint.id == name)
    await click(pilot, bar, start, bar.gutter.top)


def offered(pilot: Pilot[int]) -> set[str]:
    """Gives the names of the keys that mean something now, whether or not the bottom line has room for them."""
    return {hint.id for hint in pilot.app.screen.query_one(KeyBar).hints if not hint.idle}


def fitting(pilot: Pilot[int]) -> set[str]:
    """Gives the names of the keys that stand in the bottom line and may be pressed."""
    return {hint.id for _, hint in pilot.app.screen.query_one(KeyBar)._placed if not hint.idle}


def segments(pilot: Pilot[int]) -> list[Segment]:
    """Gives everything that is drawn, what lies under a thin cover and what pops up included."""
    app = pilot.app
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return [segment for line in app.console.render_lines(update, pad=False) for segment in line]


def seen(pilot: Pilot[int]) -> str:
    """Gives all the words on the screen, row by row."""
    app = pilot.app
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    rows = app.console.render_lines(update, app.console.options.update(width=app.size.width), pad=False)
    return "\n".join("".join(part.text for part in line if not part.control).rstrip() for line in rows)


def told(pilot: Pilot[int]) -> tuple[str, ...]:
    """Gives what pops up on the screen now."""
    return tuple(notice.message for notice in pilot.app._notifications)


def panel(pilot: Pilot[int]) -> Panel:
    """Gives what lies on the table."""
    found = table(pilot).stage.panel
    assert found is not None
    return found


def whole(widget: Widget) -> bool:
    """Tells whether a widget can be seen whole."""
    place = widget.screen.find_widget(widget)
    return place.region.area > 0 and place.clip.contains_region(place.region)


def called(*names: str, ages: Sequence[int] = (9, 41)) -> tuple[Person, ...]:
    """Gives people of these names, of the last of these ages where there are more names."""
    from gatherround.domain.stages import stage_of

    people = []
    for at, name in enumerate(names):
        age = ages[min(at, len(ages) - 1)]
        stage = stage_of(age)
        assert stage is not None
        people.append(Person(id=f"m{at}", name=name, stage_key=stage.key, age=age, member=True))
    return tuple(people)


def everything(pilot: Pilot[int]) -> str:
    """Gives every word that can be met now, in small letters: drawn, popped up, in titles and in tooltips."""
    app = pilot.app
    widgets = [widget for screen in app.screen_stack for widget in screen.walk_children()]
    big = [widget.word for widget in widgets if isinstance(widget, BigWord)]
    titles = [app.title, app.sub_title, *(f"{screen.title} {screen.sub_title}" for screen in app.screen_stack)]
    tips = [f"{widget.tooltip} {widget.border_title} {widget.border_subtitle}" for widget in widgets]
    return "\n".join((seen(pilot), *big, *told(pilot), *titles, *tips)).casefold()
