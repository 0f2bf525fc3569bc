"""Find one: a parent chooses a story for tonight by hand, in four key presses from Tonight."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Static
from textual.worker import WorkerCancelled

from gatherround.domain.at_the_shelf import AtTheShelf
from gatherround.domain.finding import Wanted
from gatherround.domain.leafing import FEW, Way
from gatherround.domain.play.plan import Plan
from gatherround.host.finding import Finding
from gatherround.host.narrowing import Dial, dials
from gatherround.host.wishes import WISHES
from gatherround.ui import words
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.rooms import room
from gatherround.ui.screens.with_a_story import WITH_IT
from gatherround.ui.stories import heading, is_ours, laid
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.story_cards import StoryCards
from gatherround.ui.widgets.story_list import SearchLine, StoryList
from gatherround.ui.widgets.story_shelf import StoryShelf

if TYPE_CHECKING:
    from gatherround.host.house import House
    from gatherround.host.household import Setting

MANY: Final = 9
"""How many stories a list has on a high screen, never more than there are number keys; else it has a few."""
HIGH: Final = 36
SMALL: Final = "This page needs a little more room: a larger window, or smaller letters. esc goes back."
ON_A_STORY: Final = frozenset({"with_it", "turn", "scroll"})
ASKED: Final = frozenset({"as_set", "number", "search", "back", "help"})
TYPING: Final = frozenset({"turn", "back"})
"""What the keys of Find one still do while something is asked, and while something is typed."""


class FindOne(Explained[Plan]):
    """Asks what would help, and leafs through what there is; answers with the evening that was chosen, or with none."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = looks("finding")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "as_set", "as on Tonight", id="as-set", tooltip="What was set on Tonight would help"),
        Binding("enter,space", "with_it('play')", "play", id="play", key_display="enter", tooltip="Play this one now"),
        Binding("e", "with_it('seal')", "seal it", id="seal", tooltip="Put it in the envelope for next time"),
        Binding("v", "with_it('favourite')", "favourite", id="favourite", tooltip="A favourite, or not any more"),
        Binding("x", "with_it('hide')", "hide", id="hide", tooltip="Leave it out for somebody, or bring it back"),
        Binding("o", "with_it('print')", "print", id="print", tooltip="Its cards on paper, to cut out"),
        Binding("w", "with_it('make-ours')", "copy", id="make-ours", tooltip="Make a copy of your own, to change"),
        Binding("w", "with_it('change-ours')", "change", id="change-ours", tooltip="Change it in the Workshop"),
        Binding("slash", "search", "search", id="search", key_display="/", tooltip="Search in titles and stories"),
        Binding("h", "ask", "what would help", id="change", show=False, tooltip="Something else would help"),
        Binding(
            "f", "narrow", "narrow", id="narrow", show=False, tooltip="Ages, minutes, sort of game, story book and more"
        ),
        Binding("backspace", "lift", "every story", id="lift", key_display="⌫", tooltip="Ask for nothing special"),
        Binding("0", "turn('more')", "more", id="more", show=False, tooltip="More like these"),
        Binding("down", "turn('next')", "next", id="next", show=False, key_display="↓", tooltip="The next story"),
        Binding("up", "turn('before')", show=False),
        Binding(
            "right,pagedown",
            "scroll(1)",
            "read on",
            id="read-on",
            show=False,
            key_display="→",
            tooltip="Further down its page",
        ),
        Binding("left,pageup", "scroll(-1)", show=False),
        Binding("g", "getting_help", "getting help", id="getting-help", tooltip="When a game is not enough"),
        Binding("escape", "back", "back", id="back", key_display="esc", tooltip="Back to Tonight"),
        Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
        *(Binding(str(number), f"number({number - 1})", show=False) for number in range(1, 10)),
    ]

    SAYS = "A number is a story; enter plays it"
    at: var[AtTheShelf] = var(AtTheShelf(), init=False, always_update=True)
    """What is wanted, and what is found; shown anew too where only what is said of it has changed."""

    def __init__(
        self,
        house: House,
        setting: Setting,
        opened: Event | None = None,
        *,
        is_held: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(classes="-asking -nothing")
        self.house = house
        self.is_held = is_held
        self.finding = Finding(house, setting.here, setting.minutes)
        self._opened = opened
        self._set_wish = setting.wish
        self._dials: tuple[Dial, ...] = ()
        self._shelf = StoryShelf()
        self._line = self._shelf.stories.search

    def compose(self) -> ComposeResult:
        """Lays the question, and the shelf in its place once it is answered."""
        asked = self.finding.asked
        yield Static(
            words.phrase("[b]Find one[/b]   $whom", whom=heading(asked.people, asked.minutes)), classes="heading"
        )
        with Vertical(classes="question"):
            yield Static(words.bold("What would help?"), classes="asked")
            yield Doors(tuple(line for _, line in WISHES))
        yield self._shelf
        yield Static(words.plain(SMALL), classes="small")
        yield KeyBar(kept=("play", "getting-help", "back"))

    def on_mount(self) -> None:
        """Looks along the shelf while the question is being read; listens to the search line itself."""
        # Its message would come one picture later than its letter.
        self.watch(self._line, "value", self._search, init=False)
        self.look_again()

    @work
    async def look_again(self) -> None:
        """Waits for the story books, and has them sorted where nobody waits for it."""
        try:
            if self._opened is not None:
                await self._opened.wait()
            await self.run_worker(self.finding.look, thread=True).wait()
        except WorkerCancelled:
            return  # the page, or the game, has been left meanwhile
        self._dials = dials(self.finding.shelf.fits, self.finding.asked.people, self.finding.titles())
        self.show()

    @property
    def there(self) -> bool:
        """Whether the page lies somewhere: not before it is laid, nor while it or the game is being left."""
        return self.is_mounted and self._shelf.is_attached and self in self.app.screen_stack

    @property
    def typing(self) -> bool:
        """Whether somebody types into the search line."""
        return isinstance(self.focused, SearchLine)

    def want(self, at: AtTheShelf) -> None:
        """Looks for what is wanted now, and shows it."""
        if self.there:
            self.at = at.among(self.finding.found(at.wanted))
            self._line.value = at.wanted.words

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def show(self) -> None:
        """Looks again for what is wanted, and shows it, and which keys mean something while somebody types."""
        self.want(self.at)

    def watch_at(self, at: AtTheShelf) -> None:
        """Shows the question, or the list and the page of the one that lies open."""
        self.set_class(at.asking, "-asking")
        if self.there and self.finding.ready:
            self.set_class(at.leaf.open_one is None, "-nothing")
            shelf = laid(self.finding, at, self._dials, typing=self.typing)
            self._shelf.show(shelf, roomy=at.leaf.room == MANY)
        self.refresh_bindings()

    def _search(self, typed: str) -> None:
        if typed != self.at.wanted.words:
            self.want(self.at.named(typed))

    def on_resize(self) -> None:
        """Has as many stories in the list, and as much on the page, as the window has room for."""
        self.call_after_refresh(self._make_room)

    def _make_room(self) -> None:
        self.at = self.at.roomy(MANY if self.size.height >= HIGH else FEW)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now: while something is asked, typed, or not to be found."""
        if self.has_class("-slim") or self.has_class("-low"):
            return action == "back"
        if self.typing:
            return action in TYPING
        if self.at.asking:
            return action in ASKED
        one = self.at.leaf.open_one
        match action, parameters:
            case "getting_help", _:
                return one is not None and one.activity.for_two
            case "lift", _:
                return self.at.wanted != Wanted()
            case "narrow", _:
                return bool(self._dials)
            case "with_it", ("make-ours" | "change-ours" as whose,):
                return one is not None and is_ours(one) == (whose == "change-ours")
            case _:
                return action != "as_set" and (one is not None or action not in ON_A_STORY)

    @on(Doors.Picked)
    @on(StoryCards.Picked)
    def _clicked(self, message: Doors.Picked | StoryCards.Picked) -> None:
        """Does what the number of a clicked door or story does."""
        message.stop()
        self.action_number(message.index)

    async def on_story_list_asked(self, message: StoryList.Asked) -> None:
        """Does what a clicked line says."""
        message.stop()
        await self.run_action(message.action)

    def action_number(self, index: int) -> None:
        """Answers the question, or opens the story of that number."""
        if self.at.asking:
            self.want(self.at.helped(WISHES[index][0]))
        else:
            self.at = self.at.opened(index)

    def action_as_set(self) -> None:
        """Takes what would help from Tonight."""
        self.want(self.at.helped(self._set_wish))

    def action_ask(self) -> None:
        """Asks again what would help."""
        self.at = self.at.asked()

    def action_search(self) -> None:
        """Goes into the search line; where nothing has been asked yet, through the whole shelf."""
        self.at = self.at.leafing()
        self._line.focus()

    def action_narrow(self) -> None:
        """Lays every way to narrow down over the list."""
        from gatherround.ui.screens.narrowing import Narrowing

        def narrowed(wanted: Wanted | None) -> None:
            if wanted is not None:
                self.want(self.at.wanting(wanted))

        lay_over(self, Narrowing(self.finding, self.at.wanted, self._dials), narrowed)

    def action_lift(self) -> None:
        """Asks for nothing special again."""
        self.want(self.at.wanting(Wanted()))

    def action_turn(self, way: Way) -> None:
        """Opens the next story or the one before, or turns to the next few."""
        self.at = self.at.turned(way)

    def action_scroll(self, step: int) -> None:
        """Shows more of its page."""
        self._shelf.read_on(step)

    def action_with_it(self, what: str) -> None:
        """Does something with the story that lies open."""
        if (one := self.at.leaf.open_one) is not None:
            WITH_IT[what](self, one)

    def action_back(self) -> None:
        """Goes one step back: out of the line, from the question to the list, from the list to Tonight."""
        if self.typing:
            self.set_focus(None)
        elif (before := self.at.back()) is not None:
            self.at = before
        else:
            put_away(self)

    def action_getting_help(self) -> None:
        """Opens the page that says where to turn."""
        lay_over(self, room("getting-help", self.house))
