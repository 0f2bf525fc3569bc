"""Tonight: the table before the Round. A family that has played before presses one key."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import var

from gatherround.host.house import House
from gatherround.host.household import Setting
from gatherround.host.window import NOTHING, Waits, Window
from gatherround.ui import sweeping
from gatherround.ui.looking_again import LookingAgain
from gatherround.ui.screens.behind_the_picture import BooksAtHand, look_after
from gatherround.ui.screens.laying import Laying
from gatherround.ui.screens.rounds import Rounds

NOBODY: Final = "Nobody is sitting yet. One key for each person, in the order you sit."
LOOKS_EVERY: Final = 30.0
"""Seconds between two looks at the clock, and at what waits, while Tonight is shown."""


PARENTS_NEED: Final = Size(60, 18)
"""The columns and rows that Find one and the pages for the grown-ups ask for."""
NO_ROOM: Final = "Find one (f) and the pages for the grown-ups need 60 columns and 18 rows."


class Tonight(Laying):
    """The table of this house and what waits on it: a Round starts here, and every other room is entered from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "enter('promise')", "come back", id="come-back", tooltip="Come back to what you promised"),
        Binding("t", "enter('aside')", "take it up", id="take-up", show=False, tooltip="Look at what you put aside"),
        Binding(
            "e", "enter('envelope')", "open it", id="envelope", tooltip="Open the envelope: tonight it is that one"
        ),
        Binding("f", "enter('find')", "find one", id="find", tooltip="Choose one yourself, and see it first"),
        Binding("l", "let_go", "let it go", id="let-go", tooltip="Let the open Round go"),
        Binding(
            "k", "enter('quilt')", "look back", id="quilt", tooltip="The quilt, and what else there is to look back on"
        ),
        Binding("n", "enter('note')", "note it", id="note", tooltip="Note what you saw somebody do for somebody"),
        Binding(
            "s",
            "enter('story-books')",
            "story books",
            id="books",
            tooltip="The story books, and what to mend in them",
        ),
        Binding("o", "enter('paper')", "print", id="print", tooltip="Tonight on paper, without the screen"),
        Binding("w", "enter('workshop')", "workshop", id="workshop", tooltip="Write a story of your own"),
        Binding(
            "m",
            "enter('light')",
            "light and motion",
            show=False,
            id="light",
            tooltip="The light, motion, signs and a bell",
        ),
        Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
        Binding(
            "escape", "enter('more')", "more", id="more", key_display="esc", tooltip="For the grown-ups, and the rest"
        ),
        Binding("q", "enter('leave')", "leave", id="leave", show=False, tooltip="Close the game"),
    ]

    waits: var[Waits] = var(NOTHING, init=False)

    def __init__(self, house: House, *, patience: float) -> None:
        super().__init__()
        self.house = house
        self.window = Window(house)
        self.rounds = Rounds(self, self.window, patience=patience)
        self.books = BooksAtHand(self, house)
        self._looking = LookingAgain(self, self.look, LOOKS_EVERY)
        self.welcome()
        self.set_class(self.first, "-first", update=False)

    def on_mount(self) -> None:
        """Opens the story books, and looks for what waits, once there is a picture to look at."""
        for notice in self.house.notices:
            self.notify(notice, markup=False, timeout=10)
        # The app shows nothing before it is mounted itself, so it is the app that is asked, and not this screen.
        self.app.call_after_refresh(self.call_later, self._behind_the_picture)

    def _behind_the_picture(self) -> None:
        from gatherround.ui.widgets.what_waits import WhatWaits

        sweeping.from_now_on()
        self._beside.mount(WhatWaits())
        self.mount(WhatWaits(classes="below"), after=self._now)
        self._looking.begin()
        self.books.begin()
        look_after(self, self.house)

    def welcome(self) -> None:
        """Sets the table as it was last time, and shows what waits on it."""
        last = self.house.household.last_table()
        self.first = last is None
        if last is not None:
            self.setting = last
        self.look()

    def as_today(self) -> None:
        """Leaves the table set as it is, with the cards as they are now, and shows what waits on it."""
        household = self.house.household
        self.setting = household.as_today(self.setting)
        self.first = household.last_table() is None
        self.look()

    def looks_anew(self) -> None:
        """Lets go of what was known here, where another window has erased something since: nothing is typed here."""
        if self.house.looks_again():
            self.as_today()

    def look(self) -> None:
        """Looks at the clock and, behind the first picture, at what waits for those who sit here."""
        self.clock_says = f"{self.house.clock.now():%A, %H:%M}"
        if self.is_mounted:
            self.waits = self.window.what_waits(self.setting.here)

    def watch_setting(self, before: Setting, setting: Setting) -> None:
        """Shows another table, and what waits for just that one."""
        super().watch_setting(before, setting)
        if self.is_mounted and self.house.promises().aside(setting.here) != self.waits.aside:
            self.look()

    def watch_waits(self, waits: Waits) -> None:
        """Shows what waits, on the table and beside it."""
        from gatherround.ui.widgets.what_waits import WhatWaits

        self._table.waiting = waits.round_open
        self.greeting = waits.greeting
        for place in self.query(WhatWaits):
            place.show(waits)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        match (action, *parameters):
            case ("go_on",) | ("let_go",):
                return self.waits.round_open
            case ("start",):
                return not self.waits.round_open
            case ("enter", "find"):
                return self.has_room
            case ("enter", "aside"):
                return bool(self.waits.aside)
            case ("enter", "promise"):
                return bool(self.waits.promised)
            case ("enter", "envelope"):
                return self.waits.sealed
            case ("take_away",):
                return bool(self.setting.guests)
            case ("add",):
                return not self.first
            case _:
                return True

    @property
    def has_room(self) -> bool:
        """Whether the pages behind Tonight that a parent reads have room in this window."""
        return not self.size or (self.size.width >= PARENTS_NEED.width and self.size.height >= PARENTS_NEED.height)

    @property
    def help_ends(self) -> str:
        """What stands at the end of help: in a small window, which doors are missing."""
        return "" if self.has_room else NO_ROOM

    def somebody_sits(self) -> bool:
        """Tells whether somebody is here, by the cards as they are today; where nobody is, that is said."""
        self.looks_anew()
        self.setting = self.house.household.as_today(self.setting)
        if not self.setting.here:
            self.notify(NOBODY, markup=False)
        return bool(self.setting.here)

    def action_start(self) -> None:
        """Has a Round dealt, once the story books are read."""
        if self.rounds.just_left() or self.rounds.is_held() or not self.somebody_sits():
            return
        from gatherround.ui.screens.starting import deal

        self.books.once_read(lambda: deal(self))

    def action_go_on(self) -> None:
        """Goes on with the Round that is open."""
        self.looks_anew()
        self.rounds.go_on()

    def action_let_go(self) -> None:
        """Lets the Round go that is open."""
        self.looks_anew()
        self.rounds.let_go()

    def action_enter(self, door: str) -> None:
        """Opens a door beside the table."""
        from gatherround.ui.screens.hallway import enter

        enter(door, self)
