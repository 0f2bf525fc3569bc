"""What a family played stays readable, whatever becomes of the story book."""

from __future__ import annotations

from pathlib import Path

from gatherround.domain.entries import Played
from gatherround.domain.play.moves import On
from gatherround.host.dealing import deal
from gatherround.host.house import open_house
from gatherround.host.story_books import StoryBooks
from gatherround.pantry.library import Shelves
from host.houses import journal_of
from parcels import folder
from rounds import SMALL_SHELF, Clock
from tables import SeededDice, table


def test_evenings_keep_their_titles_when_a_book_is_gone_or_tells_otherwise(home: Path, tmp_path: Path) -> None:
    shelves = Shelves(SMALL_SHELF, home / "packs")
    house = open_house(home, {}, shelves=shelves, clock=Clock(), dice=SeededDice(1))
    books = StoryBooks(house.shelf)
    with books.arriving(folder(tmp_path / "1", spoon="The Spoon")) as arrival:
        books.put(arrival)
    evening = house.evening()
    play = evening.start(deal(house, table(6, 9), 5, "surprise"))
    while play.phase != "night":
        play = evening.make(On())
    with books.arriving(folder(tmp_path / "2", fork="The Fork")) as arrival:
        books.put(arrival)
    played = [at.entry for at in journal_of(house).entries(Played)]
    assert [(one.activity, one.title) for one in played if isinstance(one, Played)] == [("tea-time/spoon", "The Spoon")]
    books.remove(books.own("tea-time"))
    assert [at.entry for at in journal_of(house).entries(Played)] == played
    assert house.history() is not None
    house.close()
