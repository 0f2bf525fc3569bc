"""Finding one by hand in a house with a real drawer: what is found, marked, sealed, and dealt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.entries import Opened, RoundBegan, Sealed
from gatherround.domain.finding import Wanted
from gatherround.domain.likings import HOUSE
from gatherround.domain.play.moves import Stop
from gatherround.host.dealing import deal
from gatherround.host.envelopes import Envelopes
from gatherround.host.finding import Finding
from gatherround.host.house import House
from gatherround.host.marking import NowhereToKeep
from gatherround.host.narrowing import dials
from gatherround.host.shelf import Shelf
from gatherround.host.troubles import CannotKeep
from gatherround.pantry.library import Book, Library
from gatherround.storage.preferences import preference
from host.houses import full_disk, house_at, kept
from rounds import Clock, named, plain, story
from tables import SeededDice, lists, somebody, table

NINE_AND_FORTY = tuple(somebody(age, at, member=False) for at, age in enumerate((9, 40)))


def with_stories(house: House, *stories: Activity) -> House:
    """Puts these stories on the shelf of a house, and nothing else."""
    book = Book(path=Path("test"), origin="family", pack=None, activities=stories, notes=())
    house.shelf._library = Library(books=(book,), lists=lists())
    return house


def at_shelf(house: House, minutes: int = 10) -> Finding:
    finding = Finding(house, NINE_AND_FORTY, minutes)
    finding.look()
    return finding


def ids(finding: Finding, **wanted: object) -> list[str]:
    return [one.activity.id for one in finding.found(Wanted(**wanted))]  # type: ignore[arg-type]


def test_before_it_has_looked_there_is_nothing_and_it_says_so(home: Path) -> None:
    finding = Finding(with_stories(house_at(home), *named("a")), NINE_AND_FORTY, 10)
    assert not finding.ready
    assert finding.found(Wanted()) == ()
    finding.look()
    assert ids(finding) == ["a"]


def test_a_search_gives_the_same_whichever_way_it_was_typed(home: Path) -> None:
    stories = (story(id="a", title="The Hat", scene=plain("an owl")), story(id="b", title="The Owl"), *named("c"))
    house = with_stories(house_at(home), *stories)
    finding = at_shelf(house)
    for words in ("", "o", "ow", "owl", "owl ", "owl h", "owl", "o", "x", "xy", "", "hat", "owl"):
        assert ids(finding, words=words) == ids(at_shelf(house), words=words), words
    assert ids(finding, words="owl") == ["b", "a"]


def test_what_other_tables_have_is_counted_and_not_what_is_for_grown_ups_alone(home: Path) -> None:
    stories = (story(title="Owl", youngest=12, oldest=17), story(title="Owl", youngest=18, size="pebble"))
    finding = at_shelf(with_stories(house_at(home), *stories))
    assert (ids(finding, words="owl"), finding.elsewhere(Wanted(words="owl"))) == ([], 1)
    assert finding.elsewhere(Wanted(words=" ")) == 0


def test_why_it_works_is_told_with_author_and_year_and_harms_are_no_reason(home: Path) -> None:
    finding = at_shelf(with_stories(house_at(home), story(why=("E8", "H1", "E1"))))
    assert finding.preview(finding.found(Wanted())[0]).why == (
        "asking beats imagining (Eyal, Steffel and Epley 2018)",
        "order of emotion words (Widen and Russell 2003)",
    )


def test_a_favourite_of_the_house_is_kept_and_shown_again(home: Path) -> None:
    house = with_stories(house_at(home), *named("a", "b"))
    finding = at_shelf(house)
    assert finding.marking.owners() == ((HOUSE, "everybody here"),)
    assert finding.marking.turn("favourite", HOUSE, "test/b")
    assert ids(finding, marked="favourite") == ["b"]
    assert ids(at_shelf(with_stories(house_at(home), *named("a", "b"))), marked="favourite") == ["b"]
    assert finding.marking.names("favourite", "test/b") == ("everybody here",)


def test_what_is_left_out_is_neither_found_nor_ever_dealt_until_it_is_brought_back(home: Path) -> None:
    house = with_stories(house_at(home), *named("a", "b"))
    finding = at_shelf(house)
    finding.marking.turn("hidden", HOUSE, "test/a")
    assert (ids(finding), ids(finding, marked="hidden")) == (["b"], ["a"])
    plan = deal(house, NINE_AND_FORTY, 10, "surprise")
    assert {deal.activity.id for deal in (*plan.deals, *plan.spares)} == {"b"}
    (left_out,) = finding.found(Wanted(marked="hidden"))
    assert finding.deal(left_out, "surprise").deals[0].activity.id == "a", "by hand, a parent may still play it"
    finding.marking.turn("hidden", HOUSE, "test/a")
    assert sorted(ids(finding)) == ["a", "b"]


def test_a_sealed_title_lies_on_top_until_its_round_begins(home: Path) -> None:
    house = with_stories(house_at(home), *named("a", "b"))
    finding = at_shelf(house)
    finding.seal(next(one for one in finding.found(Wanted()) if one.activity.id == "b"))
    assert kept(house) == [Sealed(activity="test/b", title="B", member=None)]
    assert ids(finding) == ["b", "a"]
    again = at_shelf(with_stories(house_at(home), *named("a", "b")))
    plan = again.deal(again.found(Wanted())[0], "laugh")
    assert (plan.deals[0].activity.id, plan.wish, plan.minutes) == ("b", "laugh", 10)
    assert again.in_envelope == ("test/b",), "a lid that closes now loses nothing of it"
    evening = house.evening()
    evening.start(plan)
    assert [type(entry) for entry in kept(house)] == [Sealed, RoundBegan, Opened]
    assert Envelopes(house).lying() is None
    evening.make(Stop())
    assert ids(at_shelf(house)) == ["a", "b"]
    house.evening().start(replace(plan, choice=True))
    assert [type(entry) for entry in kept(house)].count(Opened) == 1


def test_an_evening_chosen_by_hand_is_kept_like_any_other(home: Path) -> None:
    house = with_stories(house_at(home), *named("a", "b"))
    finding = at_shelf(house)
    evening = house.evening()
    evening.start(finding.deal(finding.found(Wanted())[1], "surprise"))
    evening.make(Stop())
    assert [type(entry).__name__ for entry in kept(house)] == ["RoundBegan", "RoundEnded"]


def test_without_a_drawer_everything_can_be_found_and_played_and_nothing_marked() -> None:
    house = with_stories(House(shelf=Shelf(None, None), clock=Clock(), dice=SeededDice(1)), *named("a"))
    finding = at_shelf(house)
    (one,) = finding.found(Wanted())
    with pytest.raises(NowhereToKeep):
        finding.seal(one)
    with pytest.raises(NowhereToKeep):
        finding.marking.turn("favourite", HOUSE, "test/a")
    assert finding.deal(one, "surprise").deals[0].activity.id == "a"


def test_on_a_full_disk_nothing_is_marked_and_what_was_sealed_is_played_all_the_same(home: Path) -> None:
    house = with_stories(house_at(home), *named("a"))
    finding = at_shelf(house)
    (one,) = finding.found(Wanted())
    finding.seal(one)
    with full_disk():
        with pytest.raises(CannotKeep):
            finding.marking.turn("favourite", HOUSE, "test/a")
        assert finding.deal(one, "surprise").deals[0].activity.id == "a"
    assert house.database is not None
    assert preference(house.database, "favourites") is None
    assert finding.in_envelope == ("test/a",)


def test_every_way_to_narrow_turns_round_and_the_first_answer_asks_nothing(home: Path) -> None:
    stories = (story(id="a", flags=("death",), kind="echo"), story(id="b", empathy=("settle",), pack="ours"))
    finding = at_shelf(with_stories(house_at(home), *stories))
    for dial in dials(finding.shelf.fits, table(9, 40), {"ours": "Our Own"}):
        wanted = Wanted(words="x")
        assert dial.lifted(wanted), dial.label
        seen = []
        for _ in dial.choices:
            seen.append(dial.said(wanted))
            wanted = dial.turned(wanted, 1)
        assert (len(set(seen)), wanted) == (len(dial.choices), Wanted(words="x")), dial.label
        assert dial.turned(dial.turned(wanted, -1), 1) == wanted
    said = [[words for _, words in dial.choices] for dial in dials(finding.shelf.fits, table(9), {"ours": "Our Own"})]
    assert ["any", "Our Own", "test"] in said
    assert ["any", "nothing", "! something", "! death"] in said
    assert ["any", "settle down"] in said
