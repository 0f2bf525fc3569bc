"""What can be done with the story that lies open in Find one: seal it, print it, mark it, make it ours, play it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from gatherround.domain.finding import Found
from gatherround.domain.likings import Mark
from gatherround.host.pages import NotAPage
from gatherround.host.printing import NothingToPrint
from gatherround.host.troubles import CannotKeep
from gatherround.ui.pops_up import attempt, tell
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import lay_over, put_away

if TYPE_CHECKING:
    from gatherround.ui.screens.find_one import FindOne

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


def play(page: FindOne, one: Found) -> None:
    """Answers with an evening of this story; while a Round is open, no other begins."""
    if not page.is_active:
        return
    if page.is_held():
        tell(page, HELD)
    else:
        put_away(page, page.finding.deal(one, page.at.wanted.wish))


def seal(page: FindOne, one: Found) -> None:
    """Puts it in the envelope."""
    if one.activity.full_id in page.finding.in_envelope:
        tell(page, IN_ALREADY)
    elif attempt(page, lambda: page.finding.seal(one)):
        tell(page, SEALED)
        page.show()


def on_paper(page: FindOne, one: Found) -> None:
    """Has its cards printed and says where they lie; nothing of it is played or recorded."""
    try:
        said = PRINTED.format(path=page.finding.on_paper(one))
    except (NothingToPrint, NotAPage, CannotKeep) as trouble:
        said = trouble.sentence
    tell(page, said)


def make_ours(page: FindOne, one: Found) -> None:
    """Makes a copy that is ours, and opens it in the Workshop."""
    from gatherround.ui.screens.workshop_file import OwnFile

    try:
        path = page.house.workshop().copy(one.activity)
    except CannotKeep as trouble:
        tell(page, trouble.sentence)
    else:
        lay_over(page, OwnFile(page.house, path), partial(_look_again, page))


def change_ours(page: FindOne, one: Found) -> None:
    """Opens a story of our own in the Workshop, in the form where a form can hold it."""
    from gatherround.ui.screens.workshop import workshop_page

    stories = page.house.workshop().book.stories()
    own = next((own for own in stories if own.id == one.activity.id), None)
    if own is not None:
        lay_over(page, workshop_page(page.house, own), partial(_look_again, page))


def _look_again(page: FindOne, _: None) -> None:
    """Looks along the shelf again, on which something may be new."""
    page.look_again()


def mark(kind: Mark, page: FindOne, one: Found) -> None:
    """Marks it, asking whose mark it is where that is a question; leaving out is always asked."""
    owners = page.finding.marking.owners()
    if kind == "favourite" and len(owners) == 1:
        _turn(page, one, kind, owners[0][0])
        return
    marked = page.finding.marking.names(kind, one.activity.full_id)
    question = WhoseFavourite if kind == "favourite" else LeftOutFor
    lay_over(page, question(owners, marked), partial(_turn, page, one, kind))


def _turn(page: FindOne, one: Found, kind: Mark, owner: str | None) -> None:
    if owner is None:
        return
    marking, full_id = page.finding.marking, one.activity.full_id
    if attempt(page, lambda: marking.turn(kind, owner, full_id)):
        now = owner in {own for own, name in marking.owners() if name in marking.names(kind, full_id)}
        tell(page, MARKED[kind, now])
        page.show()


WITH_IT: Final[Mapping[str, Callable[[FindOne, Found], None]]] = {
    "play": play,
    "seal": seal,
    "favourite": partial(mark, "favourite"),
    "hide": partial(mark, "hidden"),
    "print": on_paper,
    "make-ours": make_ours,
    "change-ours": change_ours,
}
"""Each by the name of its key."""
