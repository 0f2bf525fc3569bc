"""What can be done with the story that lies open: play it, seal it for next time, mark it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from gatherround.domain.finding import Found
from gatherround.domain.likings import Mark
from gatherround.host.marking import NowhereToKeep
from gatherround.host.pages import NotAPage
from gatherround.host.printing import NothingToPrint
from gatherround.host.troubles import CannotKeep, Trouble
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.browsing import Browsing
from gatherround.ui.screens.layers import lay_over, put_away

SEALED: Final = "Sealed for next time. It will lie on top here."
PRINTED: Final = "Its cards lie in {path}. Open that in a browser and print it."
HELD: Final = "A Round is still open. Back at the table, g goes on with it and l lets it go."
IN_ALREADY: Final = "That one is in the envelope already."
MARKED: Final[dict[tuple[Mark, bool], str]] = {
    ("favourite", True): "A favourite now. f, then 9, shows them all.",
    ("favourite", False): "Not a favourite any more.",
    ("hidden", True): "Left out from now on. f, then 9 twice, shows what is left out.",
    ("hidden", False): "It may come again.",
}


class Whose(Question[str]):
    """Whose mark it is: everybody's here, or one member's."""

    MORE = "somebody else"
    UNDO: ClassVar[str] = ""

    def __init__(self, owners: tuple[tuple[str, str], ...], marked: tuple[str, ...]) -> None:
        super().__init__()
        self._owners = owners
        self._marked = marked

    def doors(self) -> tuple[str, ...]:
        """Gives everybody here, then each member."""
        return tuple(f"{name}: {self.UNDO}" if name in self._marked else name for _, name in self._owners)

    def answer(self, index: int) -> str:
        """Gives whose it is."""
        return self._owners[index][0]


class WhoseFavourite(Whose):
    """Whose favourite it is, or is no longer."""

    ASKS = "Whose favourite is it?"
    UNDO = "not any more"


class LeftOutFor(Whose):
    """For whom it is left out, or comes again."""

    ASKS = "For whom is it left out?"
    UNDO = "bring it back"


class Choosing(Browsing):
    """Answers with the evening that was chosen, or with none."""

    def action_play(self) -> None:
        """Deals an evening of the story that lies open."""
        if (one := self.open_one) is None or not self.is_active:
            return
        if self._is_held():
            self._tell(HELD)
            return
        put_away(self, self.finding.deal(one, self.wanted.wish))

    def action_seal(self) -> None:
        """Puts it in the envelope."""
        if (one := self.open_one) is None:
            return
        if one.activity.full_id in self.finding.in_envelope:
            self._tell(IN_ALREADY)
            return
        if self._kept(lambda: self.finding.seal(one)):
            self._tell(SEALED)
            self.show()

    def action_on_paper(self) -> None:
        """Has its cards printed and says where they lie; nothing of it is played or recorded."""
        if (one := self.open_one) is None:
            return
        try:
            said = PRINTED.format(path=self.finding.on_paper(one))
        except (NothingToPrint, NotAPage, CannotKeep) as trouble:
            said = trouble.sentence
        self._tell(said)

    def action_make_ours(self) -> None:
        """Makes a copy that is ours, and opens it in the Workshop."""
        from gatherround.ui.screens.workshop_file import OwnFile

        if (one := self.open_one) is None:
            return
        try:
            path = self.house.workshop().copy(one.activity)
        except CannotKeep as trouble:
            self._tell(trouble.sentence)
        else:
            lay_over(self, OwnFile(self.house, path), self._looked_again)

    def action_change_ours(self) -> None:
        """Opens a story of our own in the Workshop, in the form where a form can hold it."""
        from gatherround.ui.screens.workshop import workshop_page

        workshop = self.house.workshop()
        own = next(
            (one for one in workshop.book.stories() if self.open_one and one.id == self.open_one.activity.id), None
        )
        if own is not None:
            lay_over(self, workshop_page(self.house, own), self._looked_again)

    def _looked_again(self, _: object) -> None:
        """Looks along the shelf again, on which something may be new."""
        self.look()

    def action_mark(self, mark: Mark) -> None:
        """Marks it, asking whose mark it is where that is a question; leaving out is always asked."""
        if (one := self.open_one) is None:
            return
        owners = self.finding.marking.owners()
        if mark == "favourite" and len(owners) == 1:
            self._turn(mark, owners[0][0], one)
            return
        marked = self.finding.marking.names(mark, one.activity.full_id)
        question = WhoseFavourite if mark == "favourite" else LeftOutFor
        lay_over(self, question(owners, marked), lambda owner: self._turn(mark, owner, one))

    def _turn(self, mark: Mark, owner: str | None, one: Found) -> None:
        if owner is None:
            return
        marking, full_id = self.finding.marking, one.activity.full_id
        if self._kept(lambda: marking.turn(mark, owner, full_id)):
            now = owner in {own for own, name in marking.owners() if name in marking.names(mark, full_id)}
            self._tell(MARKED[mark, now])
            self.show()

    def _tell(self, sentence: str) -> None:
        """Says one thing at a time; what was said before has been read."""
        self.app.clear_notifications()
        self.notify(sentence, markup=False)

    def _kept(self, keep: Callable[[], object]) -> bool:
        """Tells whether something was kept; where it cannot be, a kind line says so."""
        try:
            keep()
        except (Trouble, NowhereToKeep) as trouble:
            self._tell(trouble.sentence)
            return False
        return True
