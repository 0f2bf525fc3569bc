"""Arriving, warming up and the main thing: what each lays on the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from gatherround.domain.activities import Recall
from gatherround.domain.entries import (
    CarriedOffered,
    PutDownEntry,
    RoundEnded,
)
from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Pick, Say, Turn
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Another, Chose, GoOn, Lit, On, Pass, PutDown, Twist
from gatherround.domain.play.plan import Carried, Play, TakenDoor
from gatherround.domain.steps import Choose, Door, Seats, Talk, Vote
from rounds import after, ask, begun, deal, evening, kept, laid, plain, read, seats, story
from tables import table

DUE = datetime(2031, 6, 4, 18, 0, tzinfo=UTC)


# Arriving and warming up


def test_arriving_is_one_of_four_questions_and_running_low_is_a_door_where_there_is_a_short_one() -> None:
    for seed, text in enumerate(sayings.ARRIVALS):
        full = Pick(who="", prompt=text, options=sayings.ON_WE_GO, use="battery", default=0)
        assert evening(seed=seed).beats == (full,)
        assert evening(seed=seed, low=deal("soup")).beats == (
            replace(full, prompt=f"{text} {sayings.TONIGHT}", options=sayings.BATTERY),
        ), "what stands over a choice asks for the choice"
    assert evening(seed=4).beat == evening(seed=0).beat


def test_whoever_is_alone_arrives_in_words_for_one() -> None:
    for seed, text in enumerate(sayings.ARRIVALS_ALONE):
        (beat,) = evening(40, seed=seed, low=deal("soup")).beats
        assert isinstance(beat, Pick)
        assert beat.prompt == f"{text} {sayings.TONIGHT_ALONE}"


@pytest.mark.parametrize(
    ("ages", "minutes", "phase"), [((4, 3), 10, "main"), ((4, 5), 10, "arrive"), ((9,), 5, "main")]
)
def test_the_smallest_and_the_shortest_begin_at_once(ages: tuple[int, ...], minutes: int, phase: str) -> None:
    assert evening(*ages, minutes=minutes).phase == phase


def test_running_low_turns_the_evening_into_the_three_minute_one() -> None:
    low, wink = deal("soup"), deal("wink")
    play = evening(low=low, warm_up=wink, choice=True, spares=(wink,))
    tired = after(play, Chose(1))
    assert (tired.phase, tired.beat.text, tired.plan.minutes) == ("main", "The soup.", 3)
    assert (tired.plan.deals, tired.plan.warm_up, tired.plan.choice) == ((low,), None, False)
    assert kept(tired, On(), On())[-1] == RoundEnded("closed")
    for move in (Chose(0), On(), Pass()):
        assert after(play, move).beat.text == "The wink."


def test_a_warm_up_comes_from_fifteen_minutes_on_and_what_was_carried_from_ten() -> None:
    carried = Carried(7, "Wave.")
    said = Turn(who="", text=sayings.CARRIED.format(act="Wave."), label="carried")
    for minutes, more, text in (
        (15, {"warm_up": deal("wink")}, "The wink."),
        (10, {"warm_up": deal("wink")}, "The hat."),
        (10, {"carried": carried}, said.text),
        (5, {"carried": carried}, "The hat."),
    ):
        play = evening(minutes=minutes, **more)
        play = after(play, On()) if play.phase == "arrive" else play
        assert play.beat.text == text
    play = after(evening(carried=carried), On())
    assert (play.phase, play.beats) == ("warm-up", (said,))
    for move in (On(), Pass(), PutDown()):
        offered, entries = make(play, move)
        assert entries == (CarriedOffered(7),)
        assert (offered.phase, offered.beat.text, offered.plan.carried) == ("main", "The hat.", None)


def test_what_was_taken_last_time_is_offered_to_all_and_nobody_is_asked_whether_it_was_done() -> None:
    for text, said in (("Wave.", "Wave."), ("our own idea", "our own idea."), ('Say "Thank you!"', 'Say "Thank you!"')):
        offered = after(evening(minutes=10, carried=Carried(7, text)), On()).beat
        assert isinstance(offered, Turn)
        before, after_it = offered.text.split(said)
        assert (before, offered.who) == ("From last time, for anybody who wants it: ", "")
        assert after_it == " Or one small thing from your week? Passing is good."


def test_a_warm_up_that_is_over_or_put_down_makes_room_for_the_main_thing() -> None:
    play = after(evening(warm_up=deal("wink")), On())
    assert after(play, On()).beat == Say(text=sayings.CLOSE, label="close")
    assert after(play, On(), On()).beat.text == "The hat."
    assert after(play, PutDown()).beat == Say(text=sayings.EXIT, label="exit")
    assert after(play, PutDown(), On()).beat.text == "The hat."
    assert Another() not in legal(play)


# The opening of a story


def opening(*ages: int, given: bool = False, **more: Any) -> Play:
    steps = (Seats(), ask()) if given else (ask(),)
    return begin(laid(story(*steps, **more), table(*ages)))


def test_an_opening_says_what_to_fetch_and_who_has_which_job() -> None:
    fetch = sayings.YOU_NEED.format(props="a hat, a spoon")
    assert opening(9, 40, props=("a hat", "a spoon")).beat == Say(text=fetch, label="opening")
    job = sayings.THEIR_JOB.format(names="Spoon · Lemon", job="You are the wind.")
    assert opening(3, 4, 40, youngest=5).beat == Say(text=job, label="opening")
    both = opening(3, 4, 40, youngest=5, props=("a hat", "a spoon")).beat
    assert both == Say(text=f"{fetch}\n{job}", label="opening")
    crowded = sayings.THEIR_JOB.format(names=sayings.WITHOUT_SEAT, job="You are the wind.")
    assert opening(9, 10, seats=seats("Mo"), given=True).beat == Say(text=crowded, label="opening")
    everybody = plain("Everybody hums.")
    hums = opening(9, 10, seats=seats("Mo"), others=everybody, given=True)
    assert hums.beat == Say(text="Everybody hums.", label="opening")


def test_a_story_with_nothing_to_fetch_and_a_seat_for_each_begins_at_once() -> None:
    for play in (
        opening(9, 40),
        opening(9, 10, seats=seats("Mo"), others=None),
        opening(9, 10, seats=seats("Mo")),
    ):
        assert play.beat.text == "What was loud today?"
    for play in (
        opening(9, 40, seats=seats("Mo", "Ida"), given=True),
        opening(9, 10, seats=seats("Mo"), others=None, given=True),
    ):
        assert play.beat.label == "seats"


def test_where_no_seat_is_given_out_nobody_is_told_to_be_without_one_and_the_job_stands_beside_the_questions() -> None:
    play = opening(9, 10, 11, seats=seats("Mo"))
    assert isinstance(play.beat, Turn)
    assert play.beat.meanwhile == "You are the wind."


def test_a_door_once_taken_is_remembered_in_the_next_episode_and_no_other_is() -> None:
    recall = (
        Recall(source="test/one/key", door=2, text=plain("You kept it.")),
        Recall(source="test/one/key", door=1, text=plain("You gave it away.")),
    )
    taken = (TakenDoor("test/one/key", 2), TakenDoor("test/other/key", 1))
    play = begin(laid(story(read("Now."), recall=recall), table(9, 40), doors=taken))
    assert [play.beat, after(play, On()).beat] == [
        Say(text="You kept it.", label="read"),
        Say(text="Now.", label="read"),
    ]


def test_thumbs_come_first_where_it_is_asked_and_two_noes_are_a_pause() -> None:
    play = begin(laid(story(read("Now."), preflight=True), table(15, 40)))
    options = sayings.PREFLIGHT_DOORS
    assert play.beat == Pick(who="", prompt=sayings.PREFLIGHT, options=options, use="preflight", default=0)
    for move in (On(), Pass(), Chose(0)):
        assert (after(play, move).beat.text, after(play, move).paused) == ("Now.", False)
    waiting = after(play, Chose(1))
    assert waiting.paused
    assert after(waiting, GoOn()).beat.text == "Now."


# Put down, another, twist


def test_what_is_put_down_or_set_aside_is_recorded_and_the_next_one_comes() -> None:
    play = begin(
        replace(laid(story(read("A."), empathy="perspective"), table(9, 40)), deals=(deal("hat"), deal("pie")))
    )
    put_down = PutDownEntry(activity="test/hat", kind="script", empathy=deal("hat").activity.empathy, title="Hat")
    assert kept(play, PutDown()) == [put_down]
    assert after(play, PutDown(), On()).beat.text == "The pie."
    spare = replace(play, plan=replace(play.plan, spares=(deal("owl"), deal("sock"))))
    other, entries = make(spare, Another())
    assert entries == (put_down,)
    assert [one.activity.id for one in other.plan.deals] == ["owl", "pie"]
    assert [one.activity.id for one in other.plan.spares] == ["sock"]
    assert after(other, Another()).plan.deals[0].activity.id == "sock"
    assert Another() not in legal(after(other, Another()))


def test_a_lantern_of_what_was_set_aside_burns_on_nowhere() -> None:
    told = story(Talk(prompt=plain("?")))
    play = begin(laid(told, table(9, 40), spares=(laid(told, table(9, 40)).deals[0],)))
    assert after(play, Lit(1), Another()).lanterns == ()


def test_a_vote_and_a_twist_of_what_was_set_aside_are_those_of_that_story() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    told = story(read("A."), vote, twists=("Rain!",))
    play = begin(laid(told, table(15, 40), spares=(laid(told, table(15, 40)).deals[0],)))
    other = after(play, Twist(), On(), On(), Chose(0), Another())
    assert other.votes == ()
    assert Twist() in legal(other)
    fetched = laid(replace(told, props=("a hat",)), table(15, 40)).deals[0]
    opened = after(begin(laid(told, table(15, 40), spares=(fetched,))), Another())
    assert Twist() not in legal(opened), "its story has not begun"


def test_a_twist_comes_in_front_once_and_never_over_what_somebody_is_choosing() -> None:
    told = story(read("<me> waits."), ask(), twists=("Rain, <me>!", "Snow!"))
    plan = laid(told, table(15, 40))
    play = begin(replace(plan, deals=(replace(plan.deals[0], twist=3),)))
    assert after(play, Twist()).beats == (Say(text="Snow!", label="twist"), *play.beats)
    first = begin(plan)
    assert after(first, Twist()).beat == Say(text="Rain, Spoon!", label="twist")
    assert Twist() not in legal(after(first, Twist(), On()))
    assert Twist() in legal(after(first, On()))
    nobody = begin(replace(plan, deals=(replace(plan.deals[0], director=None),)))
    assert Twist() not in legal(nobody)
    choosing = story(Choose(prompt=plain("?"), options=(Door(say=plain("a"), then=()),)), twists=("Rain!",))
    assert Twist() not in legal(begun(choosing, 15, 40))
    assert Twist() not in legal(begun(story(), 15, 40))
