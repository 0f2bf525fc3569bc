"""Last words, the close, the night and a pause: what each lays on the table and what is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from gatherround.domain.entries import (
    DoorTaken,
    Played,
    Promised,
    RoundEnded,
    Sealed,
    Sewn,
    WordMet,
)
from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Pick, Say, Turn
from gatherround.domain.play.make import NotNow, begin, legal, make
from gatherround.domain.play.moves import Chose, GoOn, Later, Leave, Lit, On, Pass, Pause, PutDown, Stop
from gatherround.domain.play.plan import Play, TakenDoor
from gatherround.domain.steps import (
    Choose,
    Chorus,
    Door,
    Name,
    Offer,
    Seats,
    SmallHands,
    Talk,
    Vote,
    VoteAgain,
    Wording,
)
from rounds import after, ask, begun, deal, evening, kept, laid, plain, reached, read, seats, story
from tables import table

DUE = datetime(2031, 6, 4, 18, 0, tzinfo=UTC)


# Ends


def test_the_last_words_are_the_storys_own_and_a_plan_is_stamped_first() -> None:
    long = f"{' '.join(['Dry.'] * 30)} Then rain."
    play = after(begun(story(read("A."), close=plain(long), kind="co-op"), 9, 40), On())
    stamp = Say(text=sayings.STAMP, label="stamp", small_hands=SmallHands(effect="crash", word="STAMP"))
    dry = " ".join(["Dry."] * 30)
    last = (Say(text=dry, label="close"), Say(text="Then rain.", label="close", said=(dry,)))
    assert play.beats == (stamp, *last)


def test_only_members_who_played_are_recorded_with_what_was_played() -> None:
    people = (*table(9, 3), replace(table(9, 9, 40)[2], member=False))
    play = begun(story(read("A."), youngest=5), people=people)
    entry = Played(activity="test/the-hat", kind="script", empathy=story().empathy, title="The Hat", players=("m0",))
    assert kept(play, On(), On()) == [entry]
    assert after(play, On(), On()).played == ("test/the-hat",)


def test_a_close_of_five_minutes_asks_for_no_thanks_and_no_title() -> None:
    told = story(read("A."), acts=(plain("Wave."),))
    for minutes, uses in ((5, ["stitch"]), (10, ["act", "stitch", "envelope"])):
        play = evening(activity=told, minutes=minutes, spares=(deal("owl"),))
        play = reached(play, Say, label="close")
        beats = after(play, On()).beats
        assert [beat.use for beat in beats if isinstance(beat, Pick)] == uses
        assert [beat.label for beat in beats if isinstance(beat, Turn)] == (["thanks"] if minutes == 10 else [])


def closing(*ages: int, **more: Any) -> Play:
    told = story(read("A."), **more)
    spares = tuple(deal(name, *ages) for name in ("owl", "sock", "jug", "pie"))
    return after(reached(evening(*ages, activity=told, minutes=10, spares=spares), Say, label="close"), On())


def test_a_grown_up_begins_the_thanks_and_acts_are_worded_for_the_youngest() -> None:
    acts = tuple(Wording(toddler=f"Small {at}.", adult=f"Big {at}.") for at in range(4))
    play = closing(15, 40, 3, acts=acts)
    assert play.beat == Turn(who="", text=sayings.THANKS.format(name="Lemon"), label="thanks")
    options = ("Small 0.", "Small 1.", "Small 2.", sayings.OUR_OWN_SAID, sayings.NOTHING_TODAY)
    act = Pick(who="", prompt=sayings.ACT_PROMPT, options=options, use="act", default=4)
    assert play.beats[1] == act
    assert closing(15, 16).beat == Turn(who="", text=sayings.THANKS.format(name="Spoon"), label="thanks")


def test_the_youngest_sews_with_a_word_the_story_lent_and_three_titles_may_be_sealed() -> None:
    chorus = tuple(Chorus(word=word, noise="-") for word in ("rain", "goose", "rain", "hat", "pie"))
    play = closing(40, 9, phrase="goat card", chorus=chorus)
    stitch, word, envelope = (beat for beat in play.beats if isinstance(beat, Pick))
    assert stitch == Pick(
        who="m1",
        prompt=sayings.STITCH_PROMPT.format(name="Lemon"),
        options=tuple(sayings.STITCHES[:3]),
        use="stitch",
        default=0,
        thread=1,
    )
    words = ("goat card", "rain", "goose", sayings.NO_WORD)
    assert word == Pick(who="", prompt=sayings.WORD_PROMPT, options=words, use="word", default=0, thread=1)
    titles = ("Owl", "Sock", "Jug", sayings.NOT_TONIGHT)
    assert envelope == Pick(who="", prompt=sayings.ENVELOPE_PROMPT, options=titles, use="envelope", default=3)


def test_a_sealed_title_is_recorded_and_not_tonight_is_what_going_on_gives() -> None:
    play = reached(closing(9, 40), Pick, use="envelope")
    assert kept(play, Chose(1))[0] == Sealed(activity="test/sock", title="Sock", member=None)
    for move in (On(), Pass(), Chose(3)):
        assert kept(play, move) == [RoundEnded("closed")]
    assert after(play, Chose(0)).phase == "night"


def test_a_title_that_two_stories_share_is_sealed_once() -> None:
    twins = tuple(replace(deal("owl"), activity=replace(deal("owl").activity, id=name)) for name in ("owl", "fowl"))
    play = reached(evening(activity=story(read("A.")), minutes=10, spares=twins), Pick, use="envelope")
    assert kept(play, Chose(1)) == [Sealed(activity="test/owl", title="Owl", member=None), RoundEnded("closed")]


def test_passing_the_stitch_takes_its_word_along() -> None:
    play = reached(closing(9, 40, phrase="goat card"), Pick, use="stitch")
    assert isinstance(after(play, Pass()).beat, Pick)
    assert after(play, Pass()).beat.use == "envelope"
    assert kept(after(play, Chose(2)), Chose(0)) == [Sewn(2, "goat card", ("Lemon", "Spoon"))]


def test_after_an_act_is_taken_going_on_takes_no_other() -> None:
    play = reached(closing(9, 40, acts=(plain("Wave."), plain("Hum."))), Pick, use="act")
    again = after(play, Chose(0)).beat
    options = ("Hum.", sayings.OUR_OWN_SAID, sayings.NOTHING_TODAY)
    assert again == replace(play.beat, prompt=sayings.ACT_MORE, options=options, default=2)


def test_the_night_says_the_next_line_of_the_last_story_that_was_played() -> None:
    first, last = deal("hat", next="Tomorrow snow."), deal("pie", next="Tomorrow sun.")
    play = begin(replace(laid(story(), table(9, 40)), deals=(first, last)))
    assert after(play, Stop()).beats == (Say(text=sayings.GOODNIGHT, label="night"),)
    both = after(play, *[On()] * 4)
    assert (both.phase, after(both, Stop()).beat.text) == ("close", "Tomorrow sun.")
    one = after(play, On(), On(), Stop())
    assert one.beat == Say(text="Tomorrow snow.", label="night")


def test_nothing_secret_is_left_at_night_or_in_the_next_story() -> None:
    step = Name(cause=plain("Rain."), mirror=plain("<feeling>."), options=("sad", "mad"))
    told = story(step, Talk(prompt=plain("?")), read("Last."))
    play = begin(replace(laid(told, table(9, 40)), deals=(laid(told, table(9, 40)).deals[0], deal("pie"))))
    lit = after(play, Chose(0), On(), Lit(1))
    assert (lit.feeling, lit.lanterns) == ("sad", (1,))
    for ended in (after(lit, Stop()), after(lit, PutDown()), after(lit, Pause(), Stop())):
        assert (ended.feeling, ended.lanterns, ended.paused, ended.step) == (None, (), False, None)


def test_nothing_of_a_box_is_left_when_the_story_is_put_down_or_the_evening_ends() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    box = after(begun(story(vote, VoteAgain()), 9, 15, 40), *[Chose(0)] * 3, On(), Chose(1))
    assert box.votes
    assert box.first_votes
    for ended in (after(box, Stop()), after(box, PutDown())):
        assert (ended.votes, ended.first_votes, ended.steps, ended.seats, ended.step) == ((), (), (), (), None)


def test_seats_and_words_are_those_of_one_story() -> None:
    told = story(Seats(), ask("<seat>?"), seats=seats("Mo", "Ida"), youngest=5, oldest=10, phrase="goat card")
    play = begun(told, 9, 40)
    assert play.seats
    assert after(play, Leave("m0")).seats == ()
    assert after(begun(story(read("A."), read("B.")), 9, 40), Stop()).steps == ()
    assert after(play, Stop()).seats == ()
    second = begin(replace(play.plan, deals=(deal("pie", phrase="pie card"), play.plan.deals[0])))
    word = reached(after(second, PutDown(), On()), Pick, use="word").beat
    assert isinstance(word, Pick)
    assert word.options == ("goat card", sayings.NO_WORD), "what was put down lends nothing"
    word = reached(after(second, PutDown(), On(), PutDown(), On()), Pick, use="word").beat
    assert isinstance(word, Pick)
    assert word.options == ("goat card", sayings.NO_WORD), "with nothing played the last one does"


def test_an_offer_looks_only_at_whom_its_own_story_is_meant_for() -> None:
    people = table(4, 15, 40)
    offer = story(Offer(acts=(plain("Wave."),)), read("Last."), youngest=2, oldest=4)
    big = laid(story(read("A."), youngest=5), people).deals[0]
    play = begin(replace(laid(offer, people), deals=(big, laid(offer, people).deals[0])))
    assert reached(play, Say, text="Last.").phase == "main"
    play = reached(play, Say, label="close")
    assert after(play, On()).beat.text == "Last."


def test_later_is_promised_with_its_topic_and_only_with_a_time_that_is_one() -> None:
    play = after(begun(story(), 9, 40), Pause())
    assert kept(play, Later("the dishes", DUE)) == [Promised("the dishes", DUE), RoundEnded("later")]
    assert kept(play, Later("x" * 60, DUE))[0] == Promised("x" * 60, DUE)
    assert kept(play, Stop()) == [RoundEnded("stopped")]
    for untrue in (Later("x" * 61, DUE), Later("the dishes", None), Later("the dishes", DUE.replace(tzinfo=None))):
        with pytest.raises(NotNow):
            make(play, untrue)
    assert legal(play) == (GoOn(), Later("", None), Stop())
    assert not after(play, GoOn()).paused


def test_a_word_met_is_a_storys_word_and_never_ones_own() -> None:
    step = Name(cause=plain("Rain."), mirror=plain("-"), about="Mo", options=("sad", "mad"))
    play = begun(story(step), 9, 40)
    assert kept(play, Chose(1)) == [WordMet("mad")]
    assert kept(play, Chose(2)) == kept(play, Pass()) == []
    assert kept(begun(story(replace(step, about=None)), 9, 40), Chose(1)) == []


def test_a_door_is_remembered_in_a_series_and_what_lies_behind_it_comes_next() -> None:
    doors = (Door(say=plain("a"), then=(read("A."),)), Door(say=plain("b"), then=(read("B."),)))
    step = Choose(prompt=plain("?"), options=doors, id="key")
    play = begun(story(step, read("Last."), series="zoo"), 9, 40)
    taken = after(play, Chose(1))
    assert (taken.beat.text, after(taken, On()).beat.text) == ("B.", "Last.")
    assert kept(play, Chose(1)) == [DoorTaken(source="test/the-hat/key", door=2)]
    assert taken.doors == (TakenDoor("test/the-hat/key", 2),)
    for forgotten in (story(step, read("Last.")), story(replace(step, id=None), read("Last."), series="zoo")):
        assert kept(begun(forgotten, 9, 40), Chose(1)) == []
    assert after(play, Pass()).beat.text == "Last."
