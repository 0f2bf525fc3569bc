"""Tonight: the table before the Round. A family that has played before presses one key."""

from __future__ import annotations

from asyncio import to_thread
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import work
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Static

from gatherround.host.house import House
from gatherround.ui import sweeping, words
from gatherround.ui.screens.hallway import Hallway
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.widgets.table_map import TableMap

if TYPE_CHECKING:
    from gatherround.domain.play import Plan

NOBODY: Final = "Nobody is sitting yet. One key for each person, in the order you sit."
NOTHING: Final = "No story here is for just these people yet. Try another table, or add a story book."
STAYS_SEALED: Final = "What is in it is not for just these people. It stays sealed until it is."
OPEN: Final = "A Round is still open.{gap}[b]space[/b] go on   [b]l[/b] let it go"
OPEN_LONG: Final = "A Round is still open.{gap}[b]l[/b] let it go   [b]space[/b] go on"
WIDE: Final = 60
"""Columns from which both of them stand on one line."""


class Tonight(Hallway):
    """Starts a Round, goes on with one that is open, or lets it go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "find", "find one", id="find", tooltip="Choose one yourself, and see it first"),
        Binding("l", "let_go", "let it go", id="let-go", tooltip="Let the open Round go"),
        Binding("k", "quilt", "look back", id="quilt", tooltip="The quilt, and what else there is to look back on"),
        Binding("n", "note", "note it", show=False, id="note", tooltip="Note what you saw somebody do for somebody"),
        Binding(
            "s", "books", "story books", show=False, id="books", tooltip="The story books, and what to mend in them"
        ),
        Binding("o", "on_paper", "print", show=False, id="print", tooltip="Tonight on paper, without the screen"),
        Binding("w", "workshop", "workshop", id="workshop", tooltip="Write a story of your own"),
        Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
        Binding("escape", "more", "more", id="more", key_display="esc", tooltip="For the grown-ups, and the rest"),
        Binding("q", "leave", "leave", id="leave", show=False, tooltip="Close the game"),
    ]

    waiting: var[bool] = var(default=False, toggle_class="-waiting")

    def __init__(self, house: House, *, patience: float) -> None:
        super().__init__(house, patience=patience)
        self._home_since = -patience
        self._open_says = ""
        self._set_as_last_time()
        self.set_class(self.first, "-first", update=False)

    def on_mount(self) -> None:
        """Opens the story books, and looks for an open Round, once there is a picture to look at."""
        for notice in self._house.notices:
            self.notify(notice, markup=False, timeout=10)
        # The app shows nothing before it is mounted itself, so it is the app that is asked, and not this screen.
        self.app.call_after_refresh(self.call_later, self._behind_the_picture)

    def _behind_the_picture(self) -> None:
        sweeping.from_now_on()
        self.make_room()
        self._look_for_open_round()
        self.keep_looking()
        self._open_shelf()
        self._look_after()

    def _look_after(self) -> None:
        """Finishes an erasing that a closed lid has interrupted, and has today's copy made where nobody waits."""
        if self._house.household.owes_erasing:
            from gatherround.host.care import NOT_DELETED

            if left := self._house.family.care.finish_erasing():
                self.notify("\n".join((NOT_DELETED, *map(str, left))), markup=False, timeout=20)
        if self._house.database is not None:
            self._copy_today()

    @work(thread=True)
    def _copy_today(self) -> None:
        self._house.family.care.copy_today()

    @work
    async def _open_shelf(self) -> None:
        """Fetches what a Round needs where nobody waits for it."""
        await to_thread(self._fetch)
        self._read.set()

    def _fetch(self) -> None:
        """Fetches the screen of the table, and the story books."""
        import gatherround.ui.screens.quilt
        import gatherround.ui.screens.table  # noqa: F401 (so that the first Round opens at once)

        cell_len("…")  # loads the widths of all letters, for which the first page of a Round would wait
        _ = self._house.shelf.activities
        sweeping.set_apart()

    def _welcome(self) -> None:
        self._set_as_last_time()
        self.watch_setting(self.setting)
        self._look_for_open_round()
        self.look_at_the_clock()

    def _set_as_last_time(self) -> None:
        self.clock_says = f"{self._house.clock.now():%A, %H:%M}"
        last = self._house.household.last_table()
        self.first = last is None
        if last is not None:
            self.setting = last

    def _look_for_open_round(self) -> None:
        waiting = self._evening.waiting() if self._house.round_is_open() else None
        self.waiting = waiting is not None
        self._open_says = "" if waiting is None else OPEN_LONG if self._evening.let_go_first(waiting) else OPEN
        self.query_one(TableMap).waiting = self.waiting
        self._say_what_is_open()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Says it anew, for a window of another width."""
        self._say_what_is_open()

    def _say_what_is_open(self) -> None:
        """Says that a Round is open on one line, or on two where a key would part from its word."""
        for place in self.query(".open-round").results(Static):
            wide = place.has_class("below") and self.app.size.width >= WIDE
            place.update(words.phrase(self._open_says.format(gap="  " if wide else "\n")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        match action:
            case "go_on" | "let_go":
                return self.waiting
            case "start":
                return not self.waiting
            case "take_up":
                return bool(self.aside)
            case "come_back":
                return self.promised
            case "open_envelope":
                return self.sealed
            case "take_away":
                return bool(self.setting.guests)
            case "add":
                return not self.first
            case _:
                return True

    def action_start(self) -> None:
        """Deals, and lays the table; a press that was still meant for the night starts nothing."""
        if monotonic() - self._home_since < self._patience:
            return
        if self.round_is_open():
            self.action_go_on()
            return
        self.setting = self._house.household.as_today(self.setting)
        if not self.setting.here:
            self.notify(NOBODY, markup=False)
            return
        self.once_read(self._deal)

    def _deal(self) -> None:
        """Begins what is dealt to whoever sits here; who got up while the books were read is not dealt to."""
        from gatherround.domain.dealing import NothingFits

        if not self.setting.here:
            return
        try:
            plan = self._house.deal(self.setting.here, self.setting.minutes, self.setting.wish)
        except NothingFits:
            self.notify(NOTHING, markup=False)
            return
        self._begin(plan)

    def action_find(self) -> None:
        """Opens the shelf for who is here, so that a parent may choose."""
        self.setting = self._house.household.as_today(self.setting)
        if not self.setting.here:
            self.notify(NOBODY, markup=False)
            return
        from gatherround.ui.screens.find_one import FindOne

        lay_over(self, FindOne(self._house, self.setting, self._read, is_held=self.round_is_open), self._begin)

    def action_open_envelope(self) -> None:
        """Opens the envelope into a Round, once the story books are read."""
        if not self.is_held():
            self.once_read(self._deal_sealed)

    def _deal_sealed(self) -> None:
        """Begins what was sealed; where it is not for these people it stays sealed, and that is said."""
        from gatherround.domain.dealing import NothingFits
        from gatherround.host.envelopes import Envelopes

        self.setting = self._house.household.as_today(self.setting)
        envelopes = Envelopes(self._house)
        sealed = envelopes.lying()
        if sealed is None:
            return
        if not self.setting.here:
            self.notify(NOBODY, markup=False)
            return
        try:
            plan = envelopes.deal(sealed, self.setting.here, self.setting.minutes, self.setting.wish)
        except NothingFits:
            self.notify(STAYS_SEALED, markup=False)
            return
        self._begin(plan)

    def _begin(self, plan: Plan | None) -> None:
        """Begins the evening of a plan, if there is one."""
        if plan is not None:
            self._house.household.remember(self.setting)
            self._evening.start(plan)
            self.lay_table()

    def lay_table(self) -> None:
        """Lays the table over this one."""
        from gatherround.ui.screens.table import Table

        lay_over(self, Table(self._house, self._evening, patience=self._patience), self._home_again)

    def _home_again(self, _: None) -> None:
        """Comes back from the table: it is set as it was, a Round may still be open, and guests may want a card."""
        self._home_since = monotonic()
        self.call_after_refresh(sweeping.sweep)
        guests = tuple(person for person in self._evening.play.plan.people if not person.member)
        self._welcome()
        if self._house.family.places.asked_of(guests):
            from gatherround.ui.screens.keep_places import keep_places_over

            keep_places_over(self, self._house, guests, self._welcome, patience=self._patience)

    def action_go_on(self) -> None:
        """Goes on with the open Round where it was left; where another window was quicker, it says so."""
        self.app.clear_notifications()
        from gatherround.host.evening import OnlyLooking

        waiting = self._evening.waiting() if self.is_active else None
        try:
            if waiting is not None and self._evening.go_on(waiting) is not None:
                self.lay_table()
                return
        except OnlyLooking as looking:
            self.notify(looking.sentence, markup=False)
        self._welcome()

    def action_let_go(self) -> None:
        """Lets the open Round go; nothing that was kept is lost."""
        self.app.clear_notifications()
        if (waiting := self._evening.waiting()) is not None:
            self._evening.let_go(waiting)
        self._welcome()

    def _from_the_study(self, _: None) -> None:
        """Comes back from a page of the study: the table stays set, with the cards as they are now."""
        household = self._house.household
        self.setting = household.as_today(self.setting)
        self.first = household.last_table() is None
        self._look_for_open_round()
        self.look_at_the_clock()
