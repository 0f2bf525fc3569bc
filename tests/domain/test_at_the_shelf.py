"""Somebody at the shelf: asked first, leafing then, and one step back at a time."""

from __future__ import annotations

from gatherround.domain.at_the_shelf import AtTheShelf
from gatherround.domain.finding import Found, Wanted
from rounds import story

FOUND = tuple(
    Found(activity=story(id=f"s-{at}", title=f"S {at}"), minutes=5, title=f"s {at}", letters="") for at in range(12)
)


def test_at_first_it_is_asked_what_would_help_and_the_way_back_leads_away() -> None:
    assert AtTheShelf().asking
    assert AtTheShelf().back() is None


def test_once_it_was_answered_the_way_back_from_the_question_leads_to_the_list_and_only_then_away() -> None:
    at = AtTheShelf().helped("laugh").among(FOUND)
    assert (at.asking, at.wanted) == (False, Wanted(wish="laugh"))
    assert at.back() is None
    assert at.asked().asking
    assert at.asked().back() == at


def test_whoever_searches_before_anything_was_asked_has_answered_too() -> None:
    assert AtTheShelf().leafing().asked().back() == AtTheShelf().leafing()


def test_what_would_help_and_what_is_searched_narrow_each_other_down() -> None:
    at = AtTheShelf().named("owl").helped("mend")
    assert at.wanted == Wanted(wish="mend", words="owl")
    assert at.helped("settle").wanted == Wanted(wish="settle", words="owl")
    assert at.wanting(Wanted()).wanted == Wanted()


def test_something_else_that_is_wanted_is_shown_from_its_best_and_the_same_again_where_it_was() -> None:
    at = AtTheShelf().helped("laugh").among(FOUND).turned("more").opened(1)
    assert at.leaf.open_one is FOUND[6]
    assert at.asked().helped("laugh").leaf.open_one is FOUND[6]
    assert at.named("s").among(FOUND).leaf.open_one is FOUND[0]


def test_what_lies_open_stays_open_in_a_longer_list_and_while_it_is_asked_again() -> None:
    at = AtTheShelf().leafing().among(FOUND).turned("more").turned("next")
    assert at.roomy(9).leaf.open_one is at.leaf.open_one is at.asked().leaf.open_one
    assert len(at.roomy(9).leaf.page) == 9
    assert at.among(FOUND[:2]).leaf.open_one is FOUND[1]
