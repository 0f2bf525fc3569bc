"""What each row of a card asks; the answers are kept at once, and escape leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from gatherround.domain import text
from gatherround.domain.card_menus import COMFORTS, PRACTICES, TOPICS
from gatherround.domain.chairs import chair_at
from gatherround.domain.faces import WORDS
from gatherround.domain.members import born_by_words, checked_lines, written
from gatherround.domain.refusing import CannotBe
from gatherround.domain.rights import READ_BY
from gatherround.domain.stages import STAGES
from gatherround.host.drafts import Draft
from gatherround.host.people import CHAIRS
from gatherround.ui import words
from gatherround.ui.lists import Option, option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.goodbye import ask_goodbye
from gatherround.ui.screens.layers import asked, in_turn, lay_over
from gatherround.ui.screens.sheets import FromList, Line, OneOf
from gatherround.ui.screens.some_of import SomeOf

if TYPE_CHECKING:
    from gatherround.ui.screens.person import PersonCard

NAME_ASKED: Final = "What are they called at the table?"
BORN_ASKED: Final = "When were they born?"
BORN_HINT: Final = (
    "A year and a month, such as 2017-05; of a grown-up the year. Or nothing: then only how old, roughly, "
    "and so it stays."
)
STAGE_ASKED: Final = "How old, roughly?"
BY_ITSELF: Final = "by itself, from the birthday"
SEVERAL: Final = {
    "comfort": ("What helps on a hard day?", "Asked, not assumed. Nothing is an answer too.", COMFORTS),
    "avoid": ("What is left alone?", "No story that touches it is dealt while they sit here.", tuple(TOPICS)),
    "my_two": ("My two", "Two or three short practices are kept up. Three fit here.", PRACTICES),
    "words": ("Words of their own", "Feelings only they have a word for; one comes among the doors.", ()),
}
"""What each row of several asks, what it says, and what it offers."""
LOCK_ASKED: Final = "A word that opens this card"
LOCK_SAYS: Final = (
    f"It hides here what helps, what is left alone, my two and own words. The file is not locked. {READ_BY}"
)
OPEN_ASKED: Final = "The word, please"
FORGOTTEN: Final = "The word is forgotten?"
FORGOTTEN_SAYS: Final = "What the lock hides is emptied, so that nobody reads it. Then the card is open."


def _ask_name(page: PersonCard) -> None:
    def gate(said: str) -> None:
        page.house.family.people.refuse_namesake(text.name(said), page.member.id)

    def keep(said: str) -> None:
        page.keep(name=said)

    draft = Draft(page.house.database, page.house.clock, f"person.{page.member.id}")
    lay_over(page, Line(NAME_ASKED, value=page.member.card.name, gate=gate, keep=keep, draft=draft))


def _ask_born(page: PersonCard) -> None:
    card = page.member.card
    read = partial(born_by_words, today=page.house.today())

    def gate(said: str) -> None:
        if read(said) is None and card.stage_key is None:
            raise CannotBe("Without a birthday, choose how old first.")

    def keep(said: str) -> None:
        page.keep(born=read(said))

    value = "" if card.born is None else written(card.born)
    lay_over(page, Line(BORN_ASKED, value=value, hint=BORN_HINT, gate=gate, keep=keep))


def _ask_stage(page: PersonCard) -> None:
    keys: tuple[str | None, ...] = tuple(stage.key for stage in STAGES)
    doors = tuple(stage.said for stage in STAGES)
    if page.member.card.born is not None:
        keys, doors = (None, *keys), (BY_ITSELF, *doors)
    lay_over(page, OneOf(STAGE_ASKED, doors, keep=lambda index: page.keep(stage_key=keys[index])))


@in_turn
async def _ask_plate(page: PersonCard) -> None:
    door = await asked(page, OneOf("What of the place card?", ("the thing on it", "its colour", "its pattern")))
    if door is None:
        return
    part = ("object", "colour", "pattern")[door]
    plate = page.member.card.plate
    taken: set[str] = set()
    if part == "object" and not attempt(
        page, lambda: taken.update(page.house.family.people.objects_of_others(page.member))
    ):
        return
    keys = tuple(key for key in CHAIRS if key not in taken)
    now = getattr(plate, part)
    at = keys.index(now) if now in keys else 0
    index = await asked(page, FromList("Which one?", [_swatch(part, key) for key in keys], at))
    if index is not None:
        page.change(plate=plate.with_part(part, keys[index]))


def _swatch(part: str, key: str) -> Option:
    """Shows a thing, a colour or a pattern as it will look."""
    chair = chair_at(CHAIRS.index(key))
    match part:
        case "object":
            return option(chair.thing)
        case "colour":
            return Option(words.bold(f"██████  {chair.thing}", f"$chair-{chair.key}"))
        case _:
            return option(f"{chair.band(12)}  {chair.thing}")


def _ask_face(page: PersonCard) -> None:
    def keep(index: int | None) -> None:
        if index is not None:
            page.change(face=WORDS[index])

    at = WORDS.index(page.member.card.face) if page.member.card.face in WORDS else 0
    lay_over(page, FromList("Which face?", [option(word) for word in WORDS], at), keep)


def _turn_guessing(page: PersonCard) -> None:
    page.change(guess_me=not page.member.card.guess_me)


def _ask_several(page: PersonCard, name: str) -> None:
    asks, hint, offered = SEVERAL[name]
    before: tuple[str, ...] = getattr(page.member.card, name)
    gate, keep = partial(checked_lines, name), lambda ticked: page.keep(**{name: ticked})
    said = TOPICS if name == "avoid" else {}
    lay_over(page, SomeOf(asks, offered, before, hint=hint, said=said, gate=gate, keep=keep))


def _ask_lock(page: PersonCard) -> None:
    keep = lambda word: page.take(lambda: page.house.family.locks.lock(page.member, word))  # noqa: E731
    lay_over(page, Line(LOCK_ASKED, hint=LOCK_SAYS, hidden=True, gate=_a_word, keep=keep))


def _a_word(said: str) -> None:
    if not said.strip():
        raise CannotBe("A lock needs a word.")


def _ask_unlock(page: PersonCard) -> None:
    keep = lambda word: page.take(lambda: page.house.family.locks.unlock(page.member, word))  # noqa: E731
    lay_over(page, Line(OPEN_ASKED, hint="Then the card has no lock.", hidden=True, keep=keep))


def _ask_open(page: PersonCard) -> None:
    def keep(said: str) -> None:
        page.house.family.locks.refuse(page.member, said)
        page.open()

    lay_over(page, Line(OPEN_ASKED, hidden=True, keep=keep))


def _ask_forgotten(page: PersonCard) -> None:
    def keep(door: int) -> None:
        if door == 1:
            page.take(lambda: page.house.family.locks.empty(page.member))

    doors = ("leave it shut", "empty it and open it")
    lay_over(page, OneOf(FORGOTTEN, doors, says=FORGOTTEN_SAYS, keep=keep))


def _ask_goodbye(page: PersonCard) -> None:
    ask_goodbye(page, page.house, page.member, page.action_back)


QUESTIONS: Final[Mapping[str, Callable[[PersonCard], None]]] = {
    "name": _ask_name,
    "born": _ask_born,
    "stage": _ask_stage,
    "plate": _ask_plate,
    "face": _ask_face,
    "guess": _turn_guessing,
    "lock": _ask_lock,
    "unlock": _ask_unlock,
    "open": _ask_open,
    "forgotten": _ask_forgotten,
    "goodbye": _ask_goodbye,
    **{name: partial(_ask_several, name=name) for name in SEVERAL},
}
"""What is asked by each row, by its name."""
