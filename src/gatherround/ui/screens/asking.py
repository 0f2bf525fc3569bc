"""Short questions over the table: who sits down, who gets up, and when to come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from gatherround.domain import text
from gatherround.domain.people import MOST_PEOPLE, Person
from gatherround.domain.play.make import TOPIC
from gatherround.domain.play.moves import Later
from gatherround.domain.rights import READ_BY
from gatherround.domain.stages import stage_named
from gatherround.host.guests import CHAIR_KEYS, NoChair, guest
from gatherround.host.promises import days_from, dues_from
from gatherround.ui import words
from gatherround.ui.places import CHAIR_DOORS, named
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.typing_line import LineOverDoors

Answer = TypeVar("Answer")
MOST_DOORS: Final = 9
"""As many doors as there are number keys."""


class Question(Over[Answer | None], Generic[Answer]):
    """A question with numbered answers; escape answers nothing, and nothing happens.

    Where there are more answers than number keys, the last key shows the next of them; the last `STAY` of the answers
    stay where they are meanwhile.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "none", "back", id="none", key_display="esc"),
        *(Binding(str(number), f"choose({number - 1})", show=False) for number in range(1, 10)),
    ]
    ASKS: ClassVar[str] = ""
    MORE: ClassVar[str] = "more"
    STAY: ClassVar[int] = 0
    _from = 0

    def __init__(self) -> None:
        super().__init__()
        self._lying = Doors()

    def doors(self) -> tuple[str, ...]:
        """Gives all the answers, in order."""
        raise NotImplementedError

    def answer(self, index: int) -> Answer | None:
        """Gives what an answer means, counted among all of them."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lays the question over its doors."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self.ASKS), classes="sheet-title")
            yield from self.laid_doors()

    def laid_doors(self) -> ComposeResult:
        """Lays the doors, and how to leave without one."""
        self.show()
        yield self._lying
        yield Static(words.plain("esc goes back"), classes="aside")

    def shown(self) -> tuple[str, ...]:
        """Gives what stands on the doors that lie there now."""
        doors = self.doors()
        return tuple(self.MORE if at is None else doors[at] for at in self._there())

    def _there(self) -> tuple[int | None, ...]:
        """Gives which answers lie there now, one for each number key at most; none for the door to the next."""
        turned, room = len(self.doors()) - self.STAY, MOST_DOORS - self.STAY
        page: tuple[int | None, ...] = tuple(range(self._from, turned))
        if len(page) > room:
            page = (*page[: room - 1], None)
        return (*page, *range(turned, turned + self.STAY))

    def show(self) -> None:
        """Shows the doors as they are now."""
        self._lying.options = self.shown()

    def on_doors_picked(self, message: Doors.Picked) -> None:
        """Takes a clicked answer."""
        message.stop()
        self.action_choose(message.index)

    def action_choose(self, number: int) -> None:
        """Takes the answer of a number, or shows the next; one without a door does nothing, nor does a second press."""
        there = self._there()
        if not self.is_active or number >= len(there):
            return
        if (index := there[number]) is None:
            self._turn()
        else:
            self.choose(index)

    def _turn(self) -> None:
        """Shows the next answers; where some stay, the last page is full, so that their numbers stay too."""
        room = MOST_DOORS - self.STAY
        self._from += room - 1
        if self.STAY:
            self._from = min(self._from, len(self.doors()) - MOST_DOORS)
        self.show()

    def choose(self, index: int) -> None:
        """Answers with what was chosen."""
        put_away(self, self.answer(index))

    def action_none(self) -> None:
        """Answers nothing."""
        put_away(self)


class WhoJoins(Question[Person]):
    """Somebody sits down: one whose chair stands empty, or a guest, of whom only the age is asked and no name."""

    ASKS = "Who sits down?"
    MORE = "somebody else"
    STAY = len(CHAIR_DOORS)

    def __init__(self, sitting: Sequence[Person], away: Sequence[Person] = ()) -> None:
        super().__init__()
        self._sitting = sitting
        self._away = tuple(away)

    def doors(self) -> tuple[str, ...]:
        """Gives those who are away, by name, and then the six chairs."""
        return (*map(named, self._away), *CHAIR_DOORS)

    def answer(self, index: int) -> Person | None:
        """Seats somebody on their own chair, or a guest on the next free one; at a full table, nobody."""
        if index < len(self._away) and len(self._sitting) < MOST_PEOPLE:
            return self._away[index]
        try:
            stage = stage_named(CHAIR_KEYS[max(0, index - len(self._away))])
            return guest(stage, self._sitting, away=self._away)
        except NoChair as no:
            self.app.notify(no.sentence, markup=False)
            return None


class WhichOfThem(Question[Answer], Generic[Answer]):
    """Names to choose from."""

    MORE = "somebody else"

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__()
        self._people = tuple(people)

    def doors(self) -> tuple[str, ...]:
        """Gives the names."""
        return tuple(person.name for person in self._people)


class WhoLeaves(WhichOfThem[str]):
    """Somebody gets up, with a kind line and no reason."""

    ASKS = "Who gets up?"

    def answer(self, index: int) -> str | None:
        """Gives who it is."""
        return self._people[index].id


class WhoComesBack(WhichOfThem[tuple[Person, Person]]):
    """Which two come back to it: one, and then the other."""

    ASKS = "Which two come back to it?"

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__(people)
        self._one: Person | None = None

    def doors(self) -> tuple[str, ...]:
        """Gives the names, and marks who was taken first."""
        return tuple(f"{one.name}, and ..." if one is self._one else one.name for one in self._people)

    def choose(self, index: int) -> None:
        """Takes the first and then the second; the first chosen again is no longer chosen."""
        person = self._people[index]
        if self._one in {None, person}:
            self._one = person if self._one is None else None
            self.show()
        else:
            super().choose(index)

    def answer(self, index: int) -> tuple[Person, Person] | None:
        """Gives the two."""
        return (self._one, self._people[index]) if self._one is not None else None


class LaterWhen(Question[Later]):
    """When to come back, and on what; the topic may stay empty and is shown to nobody until then.

    Letters go into the line at once. A number promises only while the line is empty or has been left, so that no
    figure in somebody's words does. Where the topic is known already, only the time is asked, and the answer carries
    no topic.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "leave_or_enter", show=False),
        *(Binding(str(number), f"choose({number - 1})", show=False, priority=True) for number in range(1, 10)),
    ]
    ASKS = "When do you come back to it?"
    BORING: ClassVar = "Do something boring until then."
    EMPTY: ClassVar = "A number picks a time. esc goes back."
    TYPED: ClassVar = "enter, then a number picks a time. esc goes back."
    LEFT: ClassVar = "A number picks a time. tab types on. esc goes back."

    def __init__(self, now: datetime, *, knows_topic: bool = False) -> None:
        super().__init__()
        self._dues = dues_from(now)
        self._days = days_from(now)
        self._line = None if knows_topic else LineOverDoors(such_as="about what? (may stay empty)", most=TOPIC)
        self._on_days = False
        self._keys = Static(words.plain(self.EMPTY), classes="aside -keys")

    def doors(self) -> tuple[str, ...]:
        """Gives three times and a door to the days after tomorrow."""
        if self._on_days:
            return tuple(f"{day:%A} at {day:%H:%M}" for day in self._days)
        _, tonight, tomorrow = self._dues
        return ("in 20 minutes", f"tonight at {tonight:%H:%M}", f"tomorrow at {tomorrow:%H:%M}", "another day")

    def compose(self) -> ComposeResult:
        """Lays the topic over the times."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self.ASKS), classes="sheet-title")
            if self._line is not None:
                yield self._line
            self.show()
            yield self._lying
            if self._line is not None:
                yield Static(words.plain(READ_BY), classes="aside")
            yield Static(words.plain(self.BORING), classes="aside -boring")
            yield self._keys

    @on(Input.Changed)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def say_what_keys_do(self) -> None:
        """Says what a number and enter do from where one is."""
        line = self._line
        if line is not None:
            says = self.LEFT if not line.has_focus else self.TYPED if line.value.strip() else self.EMPTY
            self._keys.update(words.plain(says))

    def action_leave_or_enter(self) -> None:
        """Leaves the line, or goes back into it."""
        self.set_focus(None if self.focused is not None else self._line)

    def choose(self, index: int) -> None:
        """Takes a time, or shows the days."""
        if index == len(self._dues) and not self._on_days:
            self._on_days = True
            self.show()
        else:
            super().choose(index)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Leaves the line, so that a number is an answer again."""
        message.stop()
        self.set_focus(None)

    def answer(self, index: int) -> Later | None:
        """Gives the promise; words that do not fit are left out rather than refused in a hard moment."""
        try:
            topic = text.line(self._line.value, TOPIC) if self._line is not None else ""
        except text.Unfit:
            topic = ""
        return Later(topic, (self._days if self._on_days else self._dues)[index])


class Becomes(Question[str]):
    """What becomes of a promise; all three are good."""

    ASKS = "You promised to come back to something."
    ANSWERS: ClassVar = (("now", "come back to it now"), ("another-time", "another time"), ("let-go", "let it go"))

    def doors(self) -> tuple[str, ...]:
        """Gives the three ways, the same size."""
        return tuple(said for _, said in self.ANSWERS)

    def answer(self, index: int) -> str | None:
        """Gives which it is."""
        return self.ANSWERS[index][0]
