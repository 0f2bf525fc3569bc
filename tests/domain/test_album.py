"""What a family looks back on: in words, in order, never a figure and nobody's total."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain import album
from gatherround.domain.album import HouseWord, Noticing, balance, day_word, dictionary, looked_up, stories, told
from gatherround.domain.entries import (
    ActChosen,
    AtTable,
    Noticed,
    Opened,
    Played,
    PutDownEntry,
    RoundBegan,
    Sealed,
    Sewn,
    WordMet,
)
from gatherround.domain.lookback import SEALED_DAYS
from sewing import LAST_EVENING, an_evening, as_told

TODAY = LAST_EVENING.date()
COUNTS = st.dictionaries(st.sampled_from(["understand", "feel-with", "respond", "settle", "other"]), st.integers(0, 60))


def sealed(title: str) -> Sealed:
    return Sealed(activity=f"test/{title.casefold()}", title=title, member=None)


# Telling of a square


def test_a_square_tells_its_stories_its_people_and_what_somebody_took() -> None:
    kept = as_told(an_evening(things=("Lemon", "Spoon"), members=("ada",), title="The Hat", act="ask quietly"))
    (square,) = album.squares(kept)
    said = told(square, kept, {"ada": "Ada"}, TODAY)
    assert (said.day, said.stories, said.who, said.acts) == ("Today", ("The Hat",), ("Ada", "Spoon"), ("ask quietly",))


def test_somebody_whose_card_has_gone_is_the_object_they_sat_on() -> None:
    kept = as_told(an_evening(things=("Lemon", "Spoon"), members=("ada",)))
    (square,) = album.squares(kept)
    assert told(square, kept, {}, TODAY).who == ("Lemon", "Spoon")


def test_two_who_share_a_colour_are_both_there() -> None:
    kept = as_told(an_evening(things=("Lemon", "Lemon", "Spoon"), members=("ada", "ben")))
    (square,) = album.squares(kept)
    assert told(square, kept, {"ada": "Ada", "ben": "Ben"}, TODAY).who == ("Ada", "Ben", "Spoon")


def test_somebody_who_came_later_is_the_object_they_sat_on() -> None:
    (began, *rest) = an_evening(things=("Lemon",), members=("ada",))
    kept = as_told((began, *rest[:-2], Sewn(1, None, ("Plum", "Lemon")), rest[-1]))
    assert told(album.squares(kept)[0], kept, {"ada": "Ada"}, TODAY).who == ("Plum", "Ada")


def test_an_evening_from_before_chairs_were_kept_takes_those_that_sat_down_at_its_beginning() -> None:
    people = (AtTable("ada", "8-11"), AtTable(None, "18+"))
    kept = as_told([RoundBegan(minutes=5, wish="laugh", people=people), Sewn(3, None)])
    (square,) = album.squares(kept)
    assert square.things == ("Spoon", "Lemon")
    assert told(square, kept, {"ada": "Ada"}, TODAY).who == ("Ada", "Lemon")


def test_what_was_put_down_stands_on_the_square_only_where_nothing_was_played_to_its_end() -> None:
    down = [PutDownEntry(activity=f"test/{at}", kind="script", empathy=(), title=at) for at in ("A", "B")]
    began, *rest = an_evening(title="The Hat")
    for entries, titles in (
        ((began, *down, *rest), ("The Hat",)),
        ((began, *down, *(one for one in rest if not isinstance(one, Played))), ("B",)),
        ((began, *(one for one in rest if not isinstance(one, Played))), ()),
    ):
        kept = as_told(entries)
        (square,) = album.squares(kept)
        assert told(square, kept, {}, TODAY).stories == titles
        assert stories(kept).get(square.round, ()) == titles


@pytest.mark.parametrize(("ago", "said"), [(0, "Today"), (1, "Friday"), (6, "Sunday"), (7, ""), (3650, ""), (-1, "")])
def test_only_the_last_week_has_days(ago: int, said: str) -> None:
    assert day_word(TODAY - timedelta(days=ago), TODAY) == said


@given(st.dates(), st.dates())
def test_no_day_is_ever_a_date(day: date, today: date) -> None:
    assert not any(letter.isdigit() for letter in day_word(day, today))


# The house's own dictionary


def test_every_word_stands_once_from_a_on_with_its_newest_square() -> None:
    kept = as_told(
        an_evening(word="Sock soup", title="Two Lefts"),
        an_evening(word="balloon?"),
        an_evening(word="sock  soup", title="The Hat"),
        an_evening(),
    )
    squares = album.squares(kept)
    owned = dictionary(squares, stories(kept))
    assert [(one.word, one.stories) for one in owned] == [
        ("balloon?", ("The Last Dumpling",)),
        ("sock soup", ("The Hat",)),
    ]
    assert owned[1].entry == squares[2].entry


def test_words_are_found_by_their_letters_those_that_begin_so_first_else_by_their_story() -> None:
    words = tuple(
        HouseWord(word=word, entry=at, stories=(title,))
        for at, (word, title) in enumerate([("Balloon?", "The Hat"), ("moon in the bath", "Two Lefts"), ("Oh no", "X")])
    )
    assert [one.word for one in looked_up(words, "oo")] == ["Balloon?", "moon in the bath"]
    assert [one.word for one in looked_up(words, " O")] == ["Oh no", "Balloon?", "moon in the bath"]
    assert [one.word for one in looked_up(words, "two  LEFT")] == ["moon in the bath"]
    assert looked_up(words, "zebra") == ()
    assert looked_up(words, "") == words


@given(st.lists(st.none() | st.text(max_size=6), max_size=12), st.text(max_size=3))
def test_whatever_is_typed_only_finds_words_that_the_house_owns(words: list[str | None], typed: str) -> None:
    squares = album.squares(as_told(*[[Sewn(0, word)] for word in words]))
    owned = dictionary(squares, {})
    assert len({one.word.casefold() for one in owned}) == len(owned)
    assert {*looked_up(owned, typed)} <= {*owned}


# Everything else


def test_what_was_noticed_comes_newest_first_and_nothing_is_counted() -> None:
    kept = as_told([Noticed("one"), Noticed("two")], [Noticed("one")])
    assert album.noticed(kept) == (Noticing("one", 3), Noticing("two", 2), Noticing("one", 1))


def test_words_met_stand_once_from_a_on() -> None:
    kept = as_told([WordMet("proud"), WordMet("Curious")], [WordMet("proud")])
    assert album.words_met(kept) == ("Curious", "proud")


def test_acts_come_newest_first_and_once() -> None:
    kept = as_told([ActChosen("wave"), ActChosen("whistle")], [ActChosen("wave")])
    assert album.acts_taken(kept) == ("wave", "whistle")


def test_a_sealed_title_is_spoken_of_until_it_is_opened() -> None:
    kept = as_told([sealed("The Hat"), sealed("Two Lefts")], [Opened("test/the hat")])
    assert album.envelopes(kept, TODAY) == ("Two Lefts",)
    assert album.envelopes(kept, TODAY + timedelta(days=SEALED_DAYS + 1)) == (), "nor after a year"


def test_the_balance_speaks_of_what_is_often_what_is_seldom_and_what_rests() -> None:
    assert balance({"understand": 12, "respond": 10, "settle": 2}) == (
        "Lately: mostly seeing another side and doing something about it.",
        "Now and then: settling down.",
        "Resting a while: feeling with somebody.",
        album.NO_HURRY,
    )


def test_a_table_that_plays_at_everything_alike_is_told_no_more_than_that() -> None:
    (said,) = balance(dict.fromkeys(album.WAYS, 3))
    assert said.endswith("seeing another side, feeling with somebody, doing something about it and settling down.")


@given(COUNTS)
def test_the_balance_is_never_a_figure_and_names_each_way_once(counts: dict[str, int]) -> None:
    said = " ".join(balance(counts))
    assert not any(letter.isdigit() for letter in said)
    assert all(said.count(way) == (1 if said else 0) for way in album.WAYS.values())
    assert bool(said) == any(counts.get(way) for way in album.WAYS)
