"""Naughty strings through the doors of the house: as a name, a note, a rule, a story, a search and a printed page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest
from houses import house_at, kept

from authors import block, cover, small
from browsers import harmless
from families import card, live_here
from gatherround.domain.album import Album
from gatherround.domain.entries import Noticed
from gatherround.domain.finding import letters
from gatherround.domain.pages import HouseRules
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import Unfit, forbidden, same_name
from gatherround.host.checking import Report
from gatherround.host.house import House
from gatherround.pantry.reader import read_pack
from gatherround.paper.keepsake import keepsake
from gatherround.paper.pages import element, page
from naughty import every
from proving import PROVING, told
from tables import lists


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_at(tmp_path)


def some(of: int) -> Iterator[str]:
    """Gives every string when proving, and in the suite one of so many, from every kind."""
    return islice(every(), 0, None, 1 if PROVING else of)


def clean(words: str) -> bool:
    return forbidden(words) is None and words == words.strip() != ""


def test_a_naughty_name_is_refused_kindly_or_kept_as_it_is_seen(house: House, tmp_path: Path) -> None:
    (one,) = live_here(house, card("Ada"))
    met = 0
    for text in some(11):
        try:
            one = house.family.people.change(one, card(text))
        except (CannotBe, Unfit):
            continue
        met += 1
        assert house.family.people.all() == (one,)
        assert clean(one.card.name)
        assert same_name(one.card.name, text)
    assert house_at(tmp_path).family.people.all() == (one,)
    assert met > len([*some(11)]) / 3


def test_naughty_notes_rules_and_lists_are_kept_clean_or_refused(house: House) -> None:
    (one,) = live_here(house, card("Ada"))
    for text in some(11):
        with suppress(CannotBe, Unfit):
            house.memories().notice(text)
        with suppress(CannotBe, Unfit):
            house.family.pages.change_rules(house.family.pages.rules(), HouseRules((text,)))
        with suppress(CannotBe, Unfit):
            house.family.people.change(one, card("Ada", words=(text,), comfort=(text,)))
        assert all(map(clean, house.family.pages.rules().lines))
        assert all(map(clean, house.family.people.all()[0].card.words))
    noticed = [entry.text for entry in kept(house) if isinstance(entry, Noticed)]
    assert all(map(clean, noticed))
    album = house.memories().album()
    assert isinstance(album, Album)
    assert harmless(keepsake(album)).text
    told("naughty", f"{len([*every()])} naughty strings at each door, none out of place")


def test_a_story_of_naughty_words_plays_or_is_told_about_in_sentences(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    for text in some(9):
        told_of = small(title=text, coach=text, steps=[{"read": text}, {"ask": {"text": text, "easier": [text]}}])
        source = block(cover("book", summary=text) | {"activities": [told_of, {text: text}]})
        path.write_bytes(source.encode("utf-8", "surrogatepass"))
        reading = read_pack(path, lists())
        assert all(line.isprintable() for line in Report(reading).lines()), ascii(text[:99])
        assert all(clean(one.title) for one in reading.activities), ascii(text[:99])


def test_a_page_of_naughty_words_runs_nothing_and_says_them_all() -> None:
    for text in every():
        shown = harmless(page(text, element("p", text), element("h2", "words")))
        assert "words" in shown.text


def test_looking_for_naughty_words_finds_letters_or_nothing() -> None:
    for text in every():
        assert letters(letters(text)) == letters(text)
