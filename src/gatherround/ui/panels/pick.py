"""One of a few doors: a feeling, a branch, an act, a seat, the battery, tonight's story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from gatherround.domain.play.beats import Pick
from gatherround.domain.play.directing import behind_the_door
from gatherround.domain.play.looking import no_reason, what_becomes_of_it
from gatherround.domain.play.moves import Chose, Move
from gatherround.domain.play.plan import Play
from gatherround.domain.stages import Band
from gatherround.ui import words
from gatherround.ui.panels.panel import Panel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.face_view import FaceView

_BIG: Final = {"act": "ONE THING", "battery": "SHOW", "envelope": "NEXT TIME", "another": "MORE?"}
_ASIDE: Final = {
    "sure": "Not sure is a whole answer.",
    "sure-now": "The step from then to now is yours. Nobody keeps it.",
}


class PickPanel(Panel[Pick]):
    """A question and its doors, each one click and one number."""

    def __init__(self, play: Play, beat: Pick) -> None:
        super().__init__(play, beat)
        self.add_class(f"-{beat.use}")

    @property
    def whose(self) -> str:
        """Gives the name of whoever picks."""
        return self.name_of(self.beat.who) if self.beat.who else "Everybody"

    def compose(self) -> ComposeResult:
        """Lays the cause over the question, and the doors under both."""
        if self.beat.cause:
            yield Static(words.plain(self.beat.cause), classes="cause")
        if big := self._big():
            yield BigWord(big, classes="again")
        yield Static(words.plain(self.beat.prompt), classes="lit")
        yield Doors(self.beat.options)
        for _, line in self.beat.helps:
            yield Static(words.dim(line), classes="helps")
        if aside := self._aside():
            yield Static(words.plain(aside), classes="aside")

    def _aside(self) -> str:
        if self.beat.use == "battery":
            return no_reason(self.play)
        return what_becomes_of_it(self.play) or _ASIDE.get(self.beat.use, "")

    def _big(self) -> str:
        return _BIG.get(self.beat.use, "")

    def answer(self, number: int) -> Move | None:
        """Gives the door of a number, or none where there is no such door."""
        return Chose(number) if number < len(self.beat.options) else None


class SmallFeelingPanel(PickPanel):
    """Two faces for somebody who cannot read: the cause above, the child points, the reader presses."""

    def compose(self) -> ComposeResult:
        """Lays two large faces side by side, each one door, and the other answers under them."""
        yield Static(words.plain(self.beat.cause), classes="cause")
        named = tuple(f"{number} {word}" for number, word in enumerate(self.beat.faces, start=1))
        with Horizontal(classes="faces"):
            for name, word in zip(named, self.beat.faces, strict=True):
                with Vertical(classes="face-door"):
                    with Center():
                        yield FaceView(word, nearest=self.nearest(word))
                    yield BigWord(name, beside=named)
        yield from self._others()
        yield Static(words.plain("· · · · ·   wait, and say nothing"), classes="wait")

    def _others(self) -> Iterator[Widget]:
        faces = len(self.beat.faces)
        rest = list(enumerate(self.beat.options, start=1))[faces:]
        template = "     ".join(f"[b]{number}[/b] $said{number}" for number, _ in rest)
        yield Static(words.phrase(template, **{f"said{number}": option for number, option in rest}), classes="others")


class DirectorPanel(PickPanel):
    """Tonight's stories behind doors: a title, its minutes and how it begins, and nothing that would lobby."""

    def compose(self) -> ComposeResult:
        """Lays two large doors under the director's name, with their titles alone where there is little room."""
        stories = self._stories()
        yield self.big_name(self.beat.who)
        yield Static(words.plain(self.beat.prompt), classes="lit")
        yield Doors(stories, classes="stories")
        yield Doors(self.beat.options[: len(stories)], classes="titles")
        yield Doors(self.beat.options[len(stories) :], first=len(stories) + 1, classes="rest")

    def _stories(self) -> tuple[str, ...]:
        plan = self.play.plan
        deals = (*plan.deals[:1], *plan.spares[:1])
        return tuple("\n".join(behind_the_door(self.play, deal, self.beat.who)) for deal in deals)


def pick_panel(play: Play, beat: Pick) -> PickPanel:
    """Gives the panel of a pick: faces for the smallest, beginnings for the director, doors for everybody else."""
    if beat.use == "deal":
        return DirectorPanel(play, beat)
    small = beat.use == "feeling" and beat.who and play.plan.person(beat.who).band is Band.TODDLER
    return SmallFeelingPanel(play, beat) if small else PickPanel(play, beat)
