"""What else a family looks back on, on one calm page: lines and words, and nobody's score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from gatherround.domain.album import LookBack
from gatherround.domain.play.sayings import OUR_OWN
from gatherround.host.house import House
from gatherround.host.pages import take_out
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.lists import CalmList, option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.noticing import note_over
from gatherround.ui.screens.one_square import OWN_IDEA
from gatherround.ui.stylesheet import QUILT_LOOKS
from gatherround.ui.widgets.keybar import KeyBar

TITLE: Final = "Looking back"
NOTICED: Final = "What we noticed"
NOTHING_NOTICED: Final = "Nothing yet. n keeps a line, such as: I saw Mia carry the bag for Gran."
WORDS: Final = ("Words this table has met", "Stories bring them. None yet.")
ACTS: Final = ("Small things somebody took", "None lately. Nothing is a good answer too.")
ENVELOPES: Final = ("In the envelope", "Nothing is sealed for next time.")
BALANCE: Final = ("How this table has been playing", "It shows after a story or two.")


class TakeOut(Question[bool]):
    """Whether a line of what was noticed comes out; leaving it stands first."""

    ASKS = "Take this line out? It is gone for good."

    def doors(self) -> tuple[str, ...]:
        """Gives both answers."""
        return ("leave it", "take it out")

    def answer(self, index: int) -> bool:
        """Gives whether it comes out."""
        return index == 1


class LookingBack(Explained[None]):
    """Everything to look back on besides the quilt, for the family as a whole."""

    AUTO_FOCUS = "CalmList"
    CSS_PATH: ClassVar = QUILT_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "note it", id="note", tooltip="Note what you saw somebody do for somebody"),
        Binding("x", "take_out", "take a line out", id="take-out", tooltip="Take this line out for good"),
        Binding("question_mark", "help", "help", id="help", tooltip="What the keys do"),
        Binding("escape,backspace,q,l", "back", "back", id="back", key_display="esc", tooltip="Back to the quilt"),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._memories = house.memories()
        self._back = LookBack()
        # Held, not looked for: a key may still come when the page is going and nothing lies on it any more.
        self._shelf = CalmList()

    def compose(self) -> ComposeResult:
        """Lays what was noticed beside everything else."""
        self._gather()
        yield Static(words.bold(TITLE), classes="title")
        with Horizontal(classes="pages"):
            with Vertical(classes="noticed"):
                yield Static(words.bold(NOTICED), classes="heading")
                yield self._shelf
                yield Static(words.plain(NOTHING_NOTICED), classes="none")
            with VerticalScroll(classes="sections"):
                for heading, body in _sections(self._back):
                    yield Static(words.bold(heading), classes="heading")
                    yield Static(body, classes="body")
        yield KeyBar(kept=("note", "back"))

    def on_mount(self) -> None:
        """Lists what was noticed."""
        self._list()

    def _gather(self) -> None:
        try:
            self._back = self._memories.look_back()
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)

    def _list(self, at: int = 0) -> None:
        lines = self._back.noticed
        self.set_class(not lines, "-none")
        shelf = self._shelf
        shelf.clear_options()
        shelf.add_options([option(one.text) for one in lines])
        shelf.highlighted = min(at, len(lines) - 1) if lines else None
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the key that means nothing while nothing was noticed."""
        return bool(self._back.noticed) or action != "take_out"

    def action_note(self) -> None:
        """Notes what somebody saw."""
        note_over(self, self._house, self._noted)

    def _noted(self, kept: bool | None) -> None:
        if kept:
            self._gather()
            self._list()

    def action_take_out(self) -> None:
        """Asks whether the line that is looked at comes out."""
        if self._shelf.highlighted is not None:
            lay_over(self, TakeOut(), self._taken_out)

    def _taken_out(self, out: bool | None) -> None:
        at = self._shelf.highlighted
        if not out or at is None or at >= len(self._back.noticed):
            return
        attempt(self, lambda: take_out(self._house, self._back.noticed[at].entry))
        self._gather()
        self._list(at)

    def action_back(self) -> None:
        """Goes back to the quilt."""
        put_away(self)


def _sections(back: LookBack) -> Iterator[tuple[str, words.Words]]:
    """Gives each section's heading and what stands under it, which says what to wait for where there is nothing."""
    acts = [OWN_IDEA if act == OUR_OWN else act for act in back.acts]
    for (heading, otherwise), lines, between in (
        (WORDS, back.words, " · "),
        (BALANCE, back.balance, "\n"),
        (ACTS, acts, "\n"),
        (ENVELOPES, back.envelopes, "\n"),
    ):
        yield heading, words.plain(between.join(lines)) if lines else words.dim(otherwise)
