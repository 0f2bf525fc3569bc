"""Lays the table: who is here, how long, what would help; what a press or a click changes about it."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Static

from gatherround.domain.people import Person
from gatherround.domain.rights import RIGHTS
from gatherround.domain.stages import stage_named
from gatherround.host.guests import CHAIR_KEYS, NoChair, guest
from gatherround.host.household import MINUTES, Setting
from gatherround.host.wishes import WISHES
from gatherround.ui import words
from gatherround.ui.places import CHAIR_DOORS
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, look_its_size
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.table_map import Seating, TableMap

KEPT: Final = (
    *("start", "go-on", "more", "help", "let-go", "come-back", "envelope"),
    *("take-away", "longer", "wish", "find"),
)
"""What has a place in the key line first, as far as there is room for its word; the rest is under help."""
RETURNING: Final = ("start", "go-on", "more", "help", "let-go", "come-back", "envelope", "find", "quilt", "workshop")
"""The same once a family has played: how long and what would help stand on the page then, beside their keys."""
MANY: Final = 6
"""From more people than this on, what can be chosen moves under the table, so that everybody fits round it."""
BIGGER: Final = "First: ctrl and + (or cmd and +) until the person opposite can read this."
INVITE: Final = "One key for each person, in the order you sit. No names needed."


class Laying(Explained[None]):
    """A table to be laid; on the first evening a number adds a chair, later it says who is here and who is away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,pagedown", "start", "START", id="start", key_display="space", tooltip="Start the Round"),
        Binding(
            "space,enter,pagedown,g",
            "go_on",
            "GO ON",
            id="go-on",
            key_display="space",
            tooltip="Go on with the open Round",
        ),
        Binding("backspace", "take_away", "undo", id="take-away", key_display="⌫", tooltip="Take a chair away"),
        Binding("a", "add", "another chair", id="add", tooltip="Somebody else sits down"),
        Binding("plus,equals_sign,right", "minutes(1)", "time", id="longer", key_display="+ -", tooltip="How long"),
        Binding("minus,left", "minutes(-1)", show=False),
        Binding("h,down", "wish(1)", "what helps", id="wish", key_display="h", tooltip="What would help tonight"),
        Binding("up", "wish(-1)", show=False),
        *(Binding(str(number), f"number({number - 1})", show=False) for number in range(1, 10)),
        Binding("0", "number(9)", show=False),
    ]

    @property
    def help_says(self) -> str:
        """What numbers and space do here."""
        return "A number is a chair; space starts" if self.first else "Numbers say who is here; space plays"

    setting: var[Setting] = var(Setting())
    first: var[bool] = var(default=True)
    clock_says: var[str] = var("")
    """The day and the time on the wall."""
    greeting: var[str] = var("")
    """What is said to those who come back after a while."""

    def __init__(self) -> None:
        super().__init__()
        self._welcome = Static("", classes="welcome")
        self._table = TableMap()
        self._beside = Vertical(classes="wishes")
        self._minutes = Static("", classes="minutes")
        self._wish = Static("", classes="wish")
        self._now = Static("", classes="now")

    def compose(self) -> ComposeResult:
        """Lays the question, the table, and what can be chosen beside it."""
        look_its_size(self, self.app)
        self._table.set_reactive(TableMap.seating, _seating(self.setting))
        self._say_welcome()
        self._say_what_is_set()
        yield self._welcome
        yield BigWord("who is here?", classes="headline")
        yield Static(words.plain(INVITE), classes="bigger")
        yield Doors(CHAIR_DOORS, classes="chairs")
        with Horizontal(classes="room"):
            yield self._table
            with self._beside:
                yield self._minutes
                yield self._wish
        yield self._now
        yield KeyBar((), first=KEPT if self.first else RETURNING, words=True)

    def watch_first(self, first: bool) -> None:
        """Tells the stylesheet whether this is the first evening."""
        self.set_class(first, "-first")
        self.refresh_bindings()

    def watch_clock_says(self) -> None:
        """Shows what time it is."""
        if self.is_mounted:
            self._say_welcome()

    def watch_greeting(self) -> None:
        """Shows what is said to those who come back."""
        if self.is_mounted:
            self._say_welcome()

    def _say_welcome(self) -> None:
        self._welcome.update(_welcome(self.clock_says, self.greeting))

    def watch_setting(self, before: Setting, setting: Setting) -> None:
        """Shows who is here, how long and what would help; once somebody is, that nobody was is true no more."""
        self.set_class(len(setting.people) > MANY, "-many")
        if not self.is_mounted:
            return
        self._table.seating = _seating(setting)
        self._say_what_is_set()
        if setting.here and not before.here:
            self.app.clear_notifications()
        self.refresh_bindings()

    def _say_what_is_set(self) -> None:
        for line, says in ((self._minutes, _how_long), (self._wish, _what_would_help), (self._now, _now)):
            line.update(says(self.setting))

    def action_number(self, index: int) -> None:
        """Adds a chair on the first evening; later it says who is here and who is away."""
        if self.first:
            self.sit(index)
        else:
            self.setting = self.setting.toggled(index)

    def sit(self, index: int) -> None:
        """Sits a guest of one of the six ages down; at a full table a kind line says so."""
        if index >= len(CHAIR_KEYS):
            return
        try:
            self.setting = self.setting.seated(guest(stage_named(CHAIR_KEYS[index]), self.setting.people))
        except NoChair as no:
            self.notify(no.sentence, markup=False)

    def on_doors_picked(self, message: Doors.Picked) -> None:
        """Adds a clicked chair."""
        message.stop()
        self.sit(message.index)

    def on_chair_plate_touched(self, message: ChairPlate.Touched) -> None:
        """Says who is here and who is away by a click on their place card."""
        message.stop()
        self.setting = self.setting.toggled(message.plate.number - 1)

    def action_add(self) -> None:
        """Asks how old somebody new is."""
        from gatherround.ui.screens.asking import WhoJoins

        def sit(person: Person | None) -> None:
            if person is not None:
                self.setting = self.setting.seated(person)

        lay_over(self, WhoJoins(self.setting.people), sit)

    def action_take_away(self) -> None:
        """Takes the last chair away."""
        self.setting = self.setting.taken_away()

    def action_minutes(self, step: int) -> None:
        """Makes the evening longer or shorter."""
        self.setting = self.setting.longer(step)

    def action_wish(self, step: int) -> None:
        """Walks through what would help."""
        self.setting = self.setting.wishing(step)


def _welcome(now: str, greeting: str) -> words.Words:
    """Says where one is and what time it is; in a narrow window a greeting takes the place of both."""
    said = "[$lit]$greeting[/]   Gather Round   $now" if greeting else "Gather Round   $now"
    return words.phrase(said, greeting=greeting, now=now)


def _seating(setting: Setting) -> Seating:
    return tuple((person, person.id not in setting.away) for person in setting.people)


def _how_long(setting: Setting) -> words.Words:
    chosen = None if setting.wish == "hard-night" else setting.minutes  # which says how long it is
    times = "   ".join(f"[b]\\[{m}][/b]" if m == chosen else str(m) for m in MINUTES)
    return words.phrase(f"HOW LONG   [b]+ -[/b]\n{times} min")


def _what_would_help(setting: Setting) -> words.Words:
    lines = [f"[b]▸ {line}[/b]" if wish == setting.wish else f"  {line}" for wish, line in WISHES]
    return words.phrase("WHAT WOULD HELP   [b]h[/b]\n" + "\n".join(lines))


def _now(setting: Setting) -> words.Words:
    if not setting.people:
        return words.stacked(words.plain(BIGGER), words.plain(RIGHTS))
    now = "$wish" if setting.wish == "hard-night" else "$minutes minutes   ·   $wish"
    return words.phrase(now, minutes=str(setting.minutes), wish=dict(WISHES)[setting.wish])
