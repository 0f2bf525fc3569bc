"""One page of a Round as the table knows it: what stands over it, what each key means on it, and whose key it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gatherround.domain.play.beats import Ballot, Card, Pick, Say, Turn
from gatherround.domain.play.make import make
from gatherround.domain.play.moves import Chose, Pause, Stop
from gatherround.domain.play.plan import Play
from gatherround.ui.screens.playing import WHICH, Playing
from gatherround.ui.screens.table_keys import KEYS
from rounds import begun, story

CARD = Card(who="m0", seat="mo", name="Mo", lines=("Mo hid the hat.",))
OPEN = replace(CARD, open=True)
BALLOT = Ballot(voters=("m0",), question="Soup?", options=("yes", "no"))
READ = Say(text="It rained.", label="read")


def play(beat: Any = READ, **more: Any) -> Play:
    begins = replace(begun(story(title="The Hat", whisper="Wait."), 9, 40), phase="main")
    dealt = replace(begins.plan.deals[0], why="It fits.")
    return replace(begins, plan=replace(begins.plan, deals=(dealt,)), beats=(beat,), **more)


def page(beat: Any = READ, **more: Any) -> Playing:
    return Playing.after(None, play(beat, **more), may_go_back=True)


def keys(page: Playing) -> set[str]:
    """Gives the names of the keys that mean something."""
    found: set[str] = set()
    for key in KEYS:
        action, _, name = key.action.removesuffix(")").partition("(")
        if key.id and page.offers(action, name.strip("'")):
            found.add(key.id)
    return found


def test_a_page_that_is_read_offers_what_is_legal_and_what_there_is_to_look_at() -> None:
    offered = keys(page())
    assert {"on", "back", "pass", "pause", "coach", "read", "note", "aside", "more", "serious", "help"} <= offered
    assert not {"later", "stop", "out-loud", "twist", "easier", "hold", "getting-help", "space"} & offered
    assert "easier" in keys(page(Turn(who="m1", text="And?", label="ask", easier=("Point.",))))
    assert "out-loud" in keys(page(BALLOT))


def test_nothing_leads_back_from_where_nothing_lies_behind() -> None:
    assert "back" not in keys(Playing.after(None, play(), may_go_back=False))


def test_a_pause_offers_a_time_to_come_back_and_goodnight_and_no_way_back() -> None:
    assert keys(page(paused=True)) == {"on", "later", "stop", "more", "help", "serious", "cover"}


def test_by_night_there_is_a_line_to_note_and_the_way_home() -> None:
    night = Playing.after(None, make(play(), Stop())[0], may_go_back=True)
    assert keys(night) == {"on", "more", "help", "serious", "note"}
    assert night.is_turned_by_a_click


def test_an_open_card_offers_only_what_covers_it() -> None:
    assert keys(page(OPEN)) == {"on", "back", "pass", "pause", "put-down"}
    assert {"more", "cover", "serious"} <= keys(page(CARD))


@pytest.mark.parametrize(
    ("beat", "turned", "left_alone"),
    [
        (READ, (), ("x", "enter", "escape")),
        (CARD, ("x", "enter", "1", "question_mark"), ("escape", "full_stop", "exclamation_mark", "s", "p", "b")),
        (OPEN, ("x", "enter", "escape", "full_stop", "exclamation_mark"), ("s", "p", "b", "left")),
    ],
)
def test_a_card_is_turned_by_every_key_without_a_job_of_its_own_there(
    beat: Any, turned: tuple[str, ...], left_alone: tuple[str, ...]
) -> None:
    shown = page(beat)
    assert [key for key in (*turned, *left_alone) if shown.is_turned_by(key)] == [*turned]
    assert shown.is_turned_by_a_click is (beat is not READ)
    paused = page(beat, paused=True)
    assert not any(paused.is_turned_by(key) for key in turned)
    assert not paused.is_turned_by_a_click


def test_over_a_page_stands_its_story_and_over_a_card_nothing() -> None:
    assert page().headline == "The Hat"
    assert page(CARD).headline == ""
    assert page(Pick(who="m0", use="deal", prompt="?", options=("hat", "owl"))).headline == WHICH
    arriving = replace(play(), phase="arrive")
    assert Playing.after(None, arriving, may_go_back=False).headline == "arrive"


def test_why_it_is_this_story_stands_on_its_first_page_also_when_somebody_has_come_back_to_it() -> None:
    first, second = play(), play(replace(READ, text="It poured."))
    opens = Playing.after(None, first, may_go_back=False)
    goes_on = Playing.after(opens, second, may_go_back=True)
    back = Playing.after(goes_on, first, may_go_back=False)
    assert [one.reason for one in (opens, goes_on, back)] == ["It fits.", "", "It fits."]


def test_a_pause_on_the_first_page_says_no_reason_and_takes_none_away() -> None:
    opens = page()
    paused = Playing.after(opens, make(opens.play, Pause())[0], Pause(), may_go_back=True)
    assert (paused.reason, Playing.after(paused, opens.play, may_go_back=True).reason) == ("", "It fits.")


def test_what_was_sealed_is_known_on_the_next_page_only() -> None:
    door = play(Pick(who="", use="envelope", prompt="?", options=("none", "The Owl"), default=0))
    asked = Playing.after(None, door, may_go_back=True)
    night = Playing.after(asked, play(), Chose(1), may_go_back=False)
    assert night.sealed
    assert not Playing.after(asked, play(), Chose(0), may_go_back=False).sealed, "none was chosen"
    assert not Playing.after(asked, play(), may_go_back=True).sealed, "back seals nothing"
    assert not Playing.after(night, play(), Chose(1), may_go_back=True).sealed
