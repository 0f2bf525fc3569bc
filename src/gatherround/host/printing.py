"""What is printed to be played without a screen: tonight on one sheet, and stories as cards to cut out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from gatherround.domain.meant import did_you_mean
from gatherround.domain.refusing import Refusal, Unclear
from gatherround.domain.text import named_so
from gatherround.host.pages import PAGES, NotAPage, may_take_place
from gatherround.host.paper import CARDS_MARK, FIRST_TALK_MARK, TONIGHT_MARK, Paper
from gatherround.host.paths import is_folder, meant
from gatherround.storage.home import cards_file, first_talk_file, tonight_file
from gatherround.storage.troubles import CannotKeep, NoSuchMember
from gatherround.storage.whole import write_whole

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.domain.members import Member
    from gatherround.domain.play.plan import Plan
    from gatherround.host.house import House
    from gatherround.host.shelf import Shelf

FAVOURITES: Final = "favourites"
NO_SUCH: Final = 'There is no story and no story book "{name}". "gatherround shelf" lists them by their ids.{meant}'
NO_HTML: Final = "What is printed is a page, and ends in .html. Please say another name."


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPack:
    """One story to be printed, with its book's title, what it rests on, and whose face each feeling word borrows."""

    activity: Activity
    book: str
    sources: tuple[str, ...] = ()
    faces: Mapping[str, str | None] = field(default_factory=dict)


class Press(Protocol):
    """Sets pages; the front door brings it, since no room that people see knows another."""

    def tonight(self, plan: Plan, paper: Paper) -> str:
        """Sets a dinner without the screen."""

    def cards(self, packs: Sequence[CardPack], paper: Paper) -> str:
        """Sets cards to cut out."""

    def first_talk(self, practices: Sequence[str], paper: Paper) -> str:
        """Sets the sheet that is taken along to a first talk."""


class NothingToPrint(Refusal):
    """There is no such story, or nobody here who prints; `sentence` says so."""


class NoHtml(NotAPage, Unclear):
    """Its name says that it is something else than a page, and whoever opens it could not."""

    def __init__(self) -> None:
        super().__init__(NO_HTML)


def print_tonight(house: House, plan: Plan, path: Path | None = None, paper: Paper | None = None) -> Path:
    """Writes tonight's sheet and says where it lies: in the home unless told. Raises NotAPage or CannotKeep.

    A plan that may still know somebody who was erased elsewhere is not printed.
    """
    if path is None and house.home is None:
        raise CannotKeep
    if house.database is not None:
        house.database.refuse_erased()
    target = _target(path, tonight_file(house.home or Path()))
    _write(target, _press(house).tonight(plan, paper or house.paper), TONIGHT_MARK)
    return target


def print_first_talk(house: House, whose: Member | None, path: Path | None = None, paper: Paper | None = None) -> Path:
    """Writes three questions to answer on paper, and what somebody keeps up, if they ask for that; says where it lies.

    Their card is read anew: it may have been changed, locked or taken away since. A locked card gives nothing away.
    Raises NothingToPrint, NotAPage, CannotKeep or an UnopenedFile.
    """
    if path is None and house.home is None:
        raise CannotKeep
    target = _target(path, first_talk_file(house.home or Path()))
    _write(target, _press(house).first_talk(_practices(house, whose), paper or house.paper), FIRST_TALK_MARK)
    return target


def _practices(house: House, whose: Member | None) -> tuple[str, ...]:
    if whose is None:
        return ()
    now = house.family.people.member(whose.id)
    if now is None:
        raise NothingToPrint(NoSuchMember().sentence)
    return now.card.my_two if now.lock is None else ()


def print_cards(house: House, asked: Iterable[str], path: Path | None, paper: Paper | None = None) -> tuple[Path, int]:
    """Writes cards of whole books and single stories, and says where they lie and of how many stories they are.

    Raises NothingToPrint for a name that nothing has, NotAPage or CannotKeep.
    """
    packs = gathered(house.shelf, _named(house, asked))
    target = _target(path, cards_file(Path()).absolute())
    _write(target, _press(house).cards(packs, paper or house.paper), CARDS_MARK)
    return target, len(packs)


def gathered(shelf: Shelf, asked: Iterable[str]) -> tuple[CardPack, ...]:
    """Finds stories by a book's id or their own, with or without their book's, each once and in the order asked.

    Raises NothingToPrint for what nothing is called.
    """
    found: dict[str, CardPack] = {}
    named = _by_name(shelf)
    for name in asked:
        if name not in named:
            meant = did_you_mean(name, named)
            raise NothingToPrint(NO_SUCH.format(name=named_so(name), meant=meant))
        found |= {pack.activity.full_id: pack for pack in named[name]}
    return tuple(found.values())


def _by_name(shelf: Shelf) -> Mapping[str, Sequence[CardPack]]:
    """Gives what each name stands for: a book's id for all of it, a story's own for each story that has it."""
    named: dict[str, list[CardPack]] = {}
    sources = {row.id: row.source for row in shelf.library.lists.evidence}
    faces = {word.word: word.face for word in shelf.words}
    books = {book.id for book in shelf.books}
    for book in shelf.books:
        for one in book.activities:
            whence = tuple(dict.fromkeys(sources[row] for row in one.why if row in sources))
            title = book.pack.title if book.pack else book.id
            pack = CardPack(activity=one, book=title, sources=whence, faces=faces)
            for name in {book.id, one.full_id, *({one.id} - books)}:
                named.setdefault(name, []).append(pack)
    return named


def _named(house: House, asked: Iterable[str]) -> list[str]:
    """Puts what this family has marked in the place of the word for it; raises NothingToPrint where nothing is."""
    names: list[str] = []
    for name in asked:
        if name != FAVOURITES:
            names.append(name)
            continue
        marked = frozenset().union(*house.likings().favourite.values())
        names += [one.full_id for one in house.shelf.activities if one.full_id in marked]
        if not names:
            raise NothingToPrint("Nothing is marked as a favourite yet. In Find one, v marks a story.")
    return names


def _press(house: House) -> Press:
    if house.press is None:
        raise NothingToPrint("Nobody prints in this house.")
    return house.press


def _target(path: Path | None, usual: Path) -> Path:
    if path is None:
        return usual
    path = meant(path)
    if is_folder(path):
        return path / usual.name
    if path.suffix.casefold() not in PAGES:
        raise NoHtml
    return path


def _write(target: Path, page: str, mark: str) -> None:
    if not may_take_place(target, mark):
        raise NotAPage
    write_whole(target, page)
