"""Where back leads in a Round: never into a secret or past a reveal, forty pages, and as far as one went on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play.beats import Ballot, Card, Say
from gatherround.domain.play.make import NotNow, make
from gatherround.domain.play.moves import Chose, Later, Leave, Move, On, Stop
from gatherround.domain.play.plan import Play
from gatherround.host.keeper import Earlier
from gatherround.host.way_back import BACK_DEEP, NO_FURTHER, WayBack
from rounds import EARLY_EVENING, begun, story

CARD = Card(who="m0", seat="mo", name="Mo", lines=("Mo hid the hat.",))
BALLOT = Ballot(voters=("m0", "m1"), question="Soup?", options=("yes", "no"))
REVEAL = Say(text="Soup it is.", label="reveal")


def play(*beats: Card | Ballot | Say, **more: object) -> Play:
    return replace(begun(story(), 9, 40), beats=beats, **more)  # type: ignore[arg-type]


HERE = play(Say(text="It rained.", label="read"))
ONE_STEP = WayBack((Earlier(HERE, 1, ()),))


def led(before: Play, after: Play, move: Move | None = None, way: WayBack = ONE_STEP) -> WayBack:
    return way.after(Earlier(before, 2, ()), after, move or On())


def test_back_leads_to_the_page_before_and_from_there_to_the_one_before_that() -> None:
    way = led(play(CARD), play(replace(CARD, open=True)))
    first, way = way.back()
    second, way = way.back()
    assert (first, second, way.is_open) == (Earlier(play(CARD), 2, ()), Earlier(HERE, 1, ()), False)
    with pytest.raises(NotNow):
        way.back()


@pytest.mark.parametrize("secret", [play(replace(CARD, open=True)), play(BALLOT, votes=(("m0", 1),))])
def test_back_never_leads_to_an_open_card_or_a_box_with_votes_in_it(secret: Play) -> None:
    assert led(secret, HERE) == ONE_STEP


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (play(BALLOT), play(REVEAL), Chose(0)),
        (play(BALLOT), play(Say(text="Bye.", label="kind"), REVEAL), Leave("m1")),
        (HERE, make(HERE, Stop())[0], Stop()),
        (HERE, HERE, Later("the shelf", EARLY_EVENING)),
    ],
)
def test_back_never_leads_past_a_reveal_or_the_night(before: Play, after: Play, move: Move) -> None:
    assert led(before, after, move, replace(ONE_STEP, gone_on=True)) == WayBack()


def test_back_goes_forty_pages_deep_and_the_oldest_goes_first() -> None:
    way = WayBack(gone_on=True)
    for mark in range(BACK_DEEP + 1):
        way = way.after(Earlier(HERE, mark, ()), HERE, On())
    assert [one.mark for one in way.earlier] == [*range(1, BACK_DEEP + 1)]
    assert WayBack(gone_on=way.gone_on).ends == "", "it was not so far"


def test_where_one_went_on_with_a_round_back_says_why_it_ends_there() -> None:
    gone_on = WayBack(gone_on=True)
    assert (gone_on.is_open, gone_on.ends) == (False, NO_FURTHER)
    further = led(HERE, HERE, way=gone_on)
    assert (further.is_open, further.ends) == (True, "")
    assert further.back()[1] == gone_on
    assert WayBack().ends == "", "a Round begins with nothing behind it"
