"""Find one: a parent chooses a story for tonight by hand, in four key presses from Tonight."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input

from gatherround.domain.finding import Wanted
from gatherround.host.wishes import WISHES
from gatherround.ui.screens.choosing import Choosing
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.preview_page import PreviewPage
from gatherround.ui.widgets.story_cards import StoryCards
from gatherround.ui.widgets.story_list import SearchLine, StoryList

ON_A_STORY: Final = frozenset({"play", "seal", "mark", "on_paper", "move", "scroll", "make_ours", "change_ours"})
ASKED: Final = frozenset({"as_set", "number", "search", "back", "help"})
TYPING: Final = frozenset({"move", "back"})
"""What the keys of Find one still do while something is asked, and while something is typed."""


class FindOne(Choosing):
    """Asks what would help, and leafs through what there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "as_set", "as on Tonight", id="as-set", tooltip="What was set on Tonight would help"),
        Binding("enter,space", "play", "play", id="play", key_display="enter", tooltip="Play this one now"),
        Binding("e", "seal", "seal it", id="seal", tooltip="Put it in the envelope for next time"),
        Binding("v", "mark('favourite')", "favourite", id="favourite", tooltip="A favourite, or not any more"),
        Binding("x", "mark('hidden')", "hide", id="hide", tooltip="Leave it out for somebody, or bring it back"),
        Binding("o", "on_paper", "print", id="print", tooltip="Its cards on paper, to cut out"),
        Binding("w", "make_ours", "copy", id="make-ours", tooltip="Make a copy of your own, to change"),
        Binding("w", "change_ours", "change", id="change-ours", key_display="w", tooltip="Change it in the Workshop"),
        Binding("slash", "search", "search", id="search", key_display="/", tooltip="Search in titles and stories"),
        Binding("h", "change", "what would help", id="change", show=False, tooltip="Something else would help"),
        Binding(
            "f", "narrow", "narrow", id="narrow", show=False, tooltip="Ages, minutes, sort of game, story book and more"
        ),
        Binding("backspace", "lift", "every story", id="lift", key_display="⌫", tooltip="Ask for nothing special"),
        Binding("0", "more", "more", id="more", show=False, tooltip="More like these"),
        Binding("down", "move(1)", "next", id="next", show=False, key_display="↓", tooltip="The next story"),
        Binding("up", "move(-1)", show=False),
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now: while something is asked, typed, or not to be found."""
        if self.has_class("-slim") or self.has_class("-low"):
            return action == "back"
        if isinstance(self.focused, SearchLine):
            return action in TYPING
        if self.asking:
            return action in ASKED
        if action == "getting_help":
            return self.open_one is not None and self.open_one.activity.for_two
        if action == "lift":
            return self.wanted != Wanted()
        if action == "narrow":
            return bool(self.dials)
        if action in {"make_ours", "change_ours"}:
            return bool(self.found) and self.is_ours == (action == "change_ours")
        return action != "as_set" and (bool(self.found) or action not in ON_A_STORY)

    def action_number(self, index: int) -> None:
        """Answers the question, or opens the story of that number."""
        if self.asking:
            self._wish(index)
        elif index < len(self.query_one(StoryCards).cards):
            self.place = self.place - self.place % self.room + index

    def on_doors_picked(self, message: Doors.Picked) -> None:
        """Answers the question by a click."""
        message.stop()
        self._wish(message.index)

    def on_story_cards_picked(self, message: StoryCards.Picked) -> None:
        """Opens a clicked story."""
        message.stop()
        self.action_number(message.index)

    async def on_story_list_asked(self, message: StoryList.Asked) -> None:
        """Does what a clicked line says."""
        message.stop()
        await self.run_action(message.action)

    def on_mount(self) -> None:
        """Listens to the search line itself: its message comes one picture later than its letter."""
        self.watch(self.query_one(SearchLine), "value", self._search, init=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Leaves the line, so that a number is an answer again."""
        message.stop()
        self.set_focus(None)

    def on_descendant_focus(self) -> None:
        """Shows which keys mean something while somebody types."""
        self.show()

    def on_descendant_blur(self) -> None:
        """Shows the keys again that a line had taken."""
        self.show()

    def action_as_set(self) -> None:
        """Takes what would help from Tonight."""
        self._wish(next(at for at, (wish, _) in enumerate(WISHES) if wish == self.set_wish))

    def action_change(self) -> None:
        """Asks again what would help."""
        self.asking = True

    def action_search(self) -> None:
        """Goes into the search line; where nothing has been asked yet, through the whole shelf."""
        self.asking = False
        self.query_one(SearchLine).focus()

    def action_narrow(self) -> None:
        """Lays every way to narrow down over the list."""
        from gatherround.ui.screens.narrowing import Narrowing

        lay_over(self, Narrowing(self.finding, self.wanted, self.dials), self._narrowed)

    def action_lift(self) -> None:
        """Asks for nothing special again."""
        self._narrowed(Wanted())

    def action_more(self) -> None:
        """Turns to the next few, and after the last to the first."""
        after = self.place - self.place % self.room + self.room
        self.place = after if after < len(self.found) else 0

    def action_move(self, step: int) -> None:
        """Opens the next story or the one before, round and round."""
        if self.found:
            self.place = (self.place + step) % len(self.found)

    def action_scroll(self, step: int) -> None:
        """Shows more of its page."""
        page = self.query_one(PreviewPage)
        page.read_on(step * max(1, page.size.height - 2))

    def action_back(self) -> None:
        """Goes one step back: out of the line, from the question to the list, from the list to Tonight."""
        if isinstance(self.focused, SearchLine):
            self.set_focus(None)
        elif self.asking and self.answered:
            self.asking = False
        else:
            put_away(self)

    def action_getting_help(self) -> None:
        """Opens the page that says where to turn."""
        from gatherround.ui.screens.getting_help import GettingHelp

        lay_over(self, GettingHelp(self.house))

    def _search(self, words: str) -> None:
        self.wanted = replace(self.wanted, words=words)

    def _wish(self, index: int) -> None:
        self._narrowed(replace(self.wanted, wish=WISHES[index][0]))

    def _narrowed(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self.asking = False
            self.wanted = wanted
            self.query_one(SearchLine).value = wanted.words
