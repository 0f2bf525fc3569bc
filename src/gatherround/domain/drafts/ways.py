"""Five ways to begin a story, and the pages and boxes of each, in the words a parent reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from gatherround.domain.drafts.draft import Way
from gatherround.domain.resting import COOLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place to type: `rows` high, `most` letters; `such_as` stands in it in grey until somebody types.

    Where it is not `needed`, what stands in grey is what the story has if the box stays empty.
    """

    field: str
    such_as: str = ""
    needed: bool = False
    rows: int = 2
    most: int = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One question and its boxes, at most two, side by side."""

    asks: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a form; `says` is what to know on it, before anything is typed."""

    title: str
    rows: tuple[Row, ...]
    says: str = ""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Its boxes in the order in which they are filled."""
        return tuple(box for row in self.rows for box in row.boxes)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """One way to begin: what it is called, a line about it, the ages it has unless others are typed, and its pages."""

    way: Way
    says: str
    about: str
    ages: str
    pages: tuple[Page, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every box of it."""
        return tuple(box for page in self.pages for box in page.boxes)

    def box(self, field: str) -> Box:
        """Gives the box of a field; raises KeyError for a field that this way does not ask for."""
        for box in self.boxes:
            if box.field == field:
                return box
        raise KeyError(field)

    def page_of(self, field: str) -> int:
        """Gives the page on which a field is asked for, counting from 0; 0 where none is."""
        return next((at for at, page in enumerate(self.pages) if any(box.field == field for box in page.boxes)), 0)


def _box(field: str, such_as: str = "", *, needed: bool = False, rows: int = 2, most: int = 200) -> Box:
    return Box(field=field, such_as=such_as, needed=needed, rows=rows, most=most)


def _named(title: str) -> Page:
    """Gives the first page."""
    called = _box("title", title, needed=True, rows=1, most=60)
    return Page(
        "title and ages",
        (
            Row("What is it called?", (called,)),
            Row("For which ages? 5-9, or 8+. Older people may join in.", (_box("ages", rows=1, most=9),)),
        ),
    )


def _scene(asks: str, such_as: str, *, needed: bool = True, rows: int = 9) -> Page:
    word = _box("word", "a word in it", rows=1, most=40)
    noise = _box("noise", "brrrm", rows=1, most=40)
    return Page(
        "the scene",
        (
            Row(asks, (_box("scene", such_as, needed=needed, rows=rows, most=1_100),)),
            Row("A word in it, and the noise all make at it?", (word, noise)),
        ),
    )


def _pair(asks: str, field: str, one: str, two: str, *, needed: bool = False, rows: int = 2, most: int = 120) -> Row:
    boxes = (
        _box(f"{field}1", one, needed=needed, rows=rows, most=most),
        _box(f"{field}2", two, needed=needed, rows=rows, most=most),
    )
    return Row(asks, boxes)


def _people(who: str = "Who is it?") -> Page:
    return Page(
        "the two people",
        (
            _pair(who, "name", "Bea", "Kofi", needed=True, rows=1, most=40),
            _pair("What does each one want? (both fair)", "wants", "the window", "the quiet", needed=True),
            _pair("What does only this one know?", "knows", "", ""),
            _pair("What is each one afraid of?", "worries", "", ""),
        ),
    )


def _ending(*more: Row, says: str = "") -> Page:
    return Page(
        "how it ends",
        (
            Row("The last words, when all is played", (_box("close", rows=3, most=300),)),
            Row("Something small for tomorrow, for whoever wants", (_box("act", most=90),)),
            Row("A word of it for the quilt", (_box("phrase", rows=1, most=30),)),
            *more,
        ),
        says,
    )


_RESTS: Final = f"On the shelf it rests for two days: {COOLS}. After that it comes only when you pick it yourself."
_CHAIRS: Final = Page(
    "what we do",
    (
        Row("First, each from the chair they have:", (_box("ask1"),)),
        Row("Then all move one chair on, and:", (_box("ask2"),)),
        Row("And at the end, for both of them:", (_box("ask3"),)),
        Row("What are those who have no part?", (_box("others"),)),
    ),
)
_TWO_SIDES: Final = WayIn(
    way="two-sides",
    says="two sides of one thing",
    about="Both of them have a point. Everybody sits on both chairs.",
    ages="5-11",
    pages=(
        _named("The Window Seat"),
        _scene(
            "What happens? As you would tell it.",
            "The bus has one good seat. Bea runs for it. Kofi has his bag on it. The bag has not paid.",
        ),
        _people(),
        _CHAIRS,
        _ending(),
    ),
)
_TINY: Final = WayIn(
    way="tiny",
    says="a tiny story for a little one",
    about="One feeling, one reason, and something that helps. Very short lines.",
    ages="2-4",
    pages=(
        _named("The Red Cup"),
        _scene(
            "What happens? Lines of eight words at most.", "One cup is red. One cup is blue.\nOh! Red is gone.", rows=5
        ),
        Page(
            "who it is about",
            (
                Row("Who is it?", (_box("name1", "Bo", needed=True, rows=1, most=40),)),
                Row("What do they want?", (_box("wants1", "the red cup", needed=True, most=60),)),
                Row(
                    "Somebody else? What do they want?",
                    (_box("name2", rows=1, most=40), _box("wants2", rows=1, most=60)),
                ),
            ),
        ),
        Page(
            "what we do",
            (
                Row("What happened that gave them a feeling?", (_box("cause", most=90),)),
                Row(
                    "What could help? Nothing always may, too.",
                    (_box("door1", rows=1, most=40), _box("door2", rows=1, most=40)),
                ),
                Row("Then a question for your own little one", (_box("ask1", most=90),)),
                Row("What are those who are too big for it?", (_box("others", most=90),)),
            ),
        ),
        _ending(),
    ),
)
_HARD: Final = WayIn(
    way="hard-choice",
    says="a hard choice for big kids",
    about="No easy way out. All vote in secret, talk, and may think again.",
    ages="12-17",
    pages=(
        _named("The Spare Key"),
        _scene(
            "What has happened? Stop before it is decided.",
            "Ana has the spare key to the music room. Jonas would like it for one evening. He will not say what for.",
        ),
        Page(
            "the two people",
            (
                _pair("Who is it?", "name", "Ana", "Jonas", needed=True, rows=1, most=40),
                _pair("What does each one want? (both fair)", "wants", "to be trusted", "one evening", needed=True),
                _pair("What does only this one know?", "knows", "", ""),
                Row(
                    "Whom else does it touch? What do they want?",
                    (_box("name3", rows=1, most=40), _box("wants3", rows=1, most=120)),
                ),
            ),
        ),
        Page(
            "what we do",
            (
                Row("What has to be decided?", (_box("question"),)),
                Row("What could one do?", (_box("door1", most=90), _box("door2", most=90))),
                Row("Or else?", (_box("door3", most=90),)),
                Row("What comes out later, and may move somebody?", (_box("fact1", rows=1, most=120),)),
                Row("And then?", (_box("fact2", rows=1, most=120),)),
                Row("And last?", (_box("fact3", rows=1, most=120),)),
                Row("What do we talk about in between?", (_box("ask1"),)),
                Row("What are those who have no part?", (_box("others"),)),
            ),
        ),
        _ending(),
    ),
)
_HAPPENED: Final = WayIn(
    way="happened",
    says="something that happened here",
    about="Real names are changed before anything goes on the shelf.",
    ages="5+",
    pages=(
        _named("The Last Pancake"),
        _scene(
            "What happened? Real names are fine here: they are changed, and you see it first.",
            "There was one pancake left. Bea had counted. Kofi had not.",
            rows=8,
        ),
        _people("Who was it? Nicknames too: Theo, Teddy"),
        _CHAIRS,
        _ending(says=_RESTS),
    ),
)
_QUESTIONS: Final = WayIn(
    way="questions",
    says="just a few good questions",
    about="No story at all. Two to four questions that are worth an answer.",
    ages="5+",
    pages=(
        _named("Three Things About Socks"),
        _scene("How does it begin? A line or two, or nothing.", "", needed=False, rows=5),
        Page(
            "the questions",
            (
                Row("The first, an easy one:", (_box("ask1", "Which sock would you save?", needed=True),)),
                Row("The second:", (_box("ask2", "What was in your shoe?", needed=True),)),
                Row("A third?", (_box("ask3"),)),
                Row("A fourth?", (_box("ask4"),)),
            ),
        ),
        _ending(),
    ),
)
_ALL: Final = (_TWO_SIDES, _TINY, _HARD, _HAPPENED, _QUESTIONS)


@cache
def way_in(way: Way) -> WayIn:
    """Gives the pages of a way."""
    return next(one for one in _ALL if one.way == way)


def ways_in() -> tuple[WayIn, ...]:
    """Gives the five ways in the order in which they are offered."""
    return _ALL
