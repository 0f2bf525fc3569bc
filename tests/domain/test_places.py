"""Where a Round may be picked up again: what is kept, what is blanked, and where a step begins anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Ballot, Pick, Say, Write
from gatherround.domain.play.moves import Chose, Leave, Lit, On, OutLoud, PutDown, Stop, Twist
from gatherround.domain.play.place import place
from gatherround.domain.steps import Ask, Choose, Door, Name, Read, Seats, Talk, Vote, VoteAgain
from gatherround.domain.steps import Write as WriteStep
from rounds import after, ask, begun, plain, reached, read, seats, story

VOTE = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
NAMED = Name(cause=plain("Rain."), mirror=plain("<feeling>."), options=("sad", "mad"))


def test_a_step_without_a_secret_goes_on_where_it_was() -> None:
    play = after(begun(story(read("A."), ask(who="everyone"), ask("Last?")), 9, 15, 40), On(), On())
    assert place(play) == play


def test_a_box_is_emptied_and_the_vote_begins_anew() -> None:
    play = after(begun(story(VOTE, VoteAgain()), 9, 15, 40), Chose(0), Chose(1))
    assert place(play) == replace(play, votes=())
    revealed = after(play, Chose(1))
    assert isinstance(revealed.beat, Say)
    assert revealed.first_votes
    kept = place(revealed)
    assert isinstance(kept.beat, Ballot)
    assert kept.first_votes == ()
    again = after(revealed, On(), Chose(1))
    assert (place(again).votes, place(again).first_votes, place(again).beats) == ((), (), again.beats)


def test_fingers_on_three_leave_nothing_behind_and_the_vote_begins_anew() -> None:
    play = after(begun(story(VOTE, VoteAgain()), 9, 15, 40), Chose(0), OutLoud())
    for shown in (play, after(play, On())):
        kept = place(shown)
        assert isinstance(kept.beat, Ballot)
        assert (kept.votes, kept.first_votes) == ((), ())


def test_a_chosen_word_is_forgotten_and_asked_for_again() -> None:
    play = after(begun(story(NAMED), 9, 40), Chose(0))
    kept = place(play)
    assert kept.feeling is None
    assert isinstance(kept.beat, Pick)
    assert kept.beat.use == "feeling"


@pytest.mark.parametrize("text", ["It was <feeling>.", "<Feeling>, then."])
def test_words_that_carry_the_feeling_are_said_without_it(text: str) -> None:
    steps = (
        Read(text=plain(text)),
        Ask(text=plain("So?"), easier=(plain(text),)),
        Choose(prompt=plain("?"), options=(Door(say=plain("a"), then=(read(text),)),)),
    )
    for step in steps:
        play = after(begun(story(NAMED, step, read("Last.")), 9, 40), Chose(0), On())
        assert play.feeling == "sad"
        kept = place(play)
        assert kept.feeling is None
        assert "sad" not in repr(kept.beats).casefold()
    page = after(begun(story(NAMED, steps[0]), 9, 40), Chose(0), On())
    assert place(page).beat.text == text.replace("<feeling>", "that feeling").replace("<Feeling>", "That feeling")


def test_where_nobody_has_chosen_a_word_a_step_about_it_goes_on_where_it_was() -> None:
    long = " ".join(["Dry."] * 40)
    play = after(begun(story(read(f"{long} <feeling>.")), 9, 40), On())
    assert place(play) == play
    other = after(begun(story(NAMED, read(f"{long} Wet.")), 9, 40), Chose(0), On(), On())
    assert place(other) == replace(other, feeling=None)


def test_what_is_written_begins_anew_and_a_card_is_covered() -> None:
    writing = after(begun(story(WriteStep(prompt=plain("A."))), 9, 40), On())
    assert [beat.who for beat in place(writing).beats if isinstance(beat, Write)] == ["m0", "m1"]
    opened = after(begun(story(Seats(private=True), seats=seats("Mo", "Ida")), 9, 40), On())
    assert place(opened) == replace(opened, beats=(replace(opened.beat, open=False), *opened.beats[1:]))


def test_a_step_that_has_nothing_for_who_is_still_here_makes_room_for_the_next() -> None:
    steps = (WriteStep(prompt=plain("A word.")), read("Last."))
    for story_steps, last in ((steps, "Last."), (steps[:1], sayings.CLOSE)):
        left = after(begun(story(*story_steps), 3, 40), Leave("m1"))
        assert [beat.label for beat in left.beats if isinstance(beat, Say)] == ["kind"], "nobody is left who writes"
        kept = place(left)
        assert kept.beats == after(left, On()).beats
        assert isinstance(kept.beat, Say)
        assert kept.beat.text == last
        assert place(kept) == kept


def test_a_lantern_goes_out_and_at_night_only_what_is_secret_goes() -> None:
    lit = after(begun(story(Talk(prompt=plain("?"))), 9, 40), Lit(1))
    assert place(lit) == replace(lit, lanterns=())
    night = after(begun(story(NAMED), 9, 40), Stop())
    assert place(night) == night
    assert reached(night, Say).phase == "night"


WITH_IT = plain("Goodnight, <feeling> and all. <Feeling> sleeps too.")


@pytest.mark.parametrize("field", ["close", "exit", "twists"])
def test_what_a_story_says_beyond_its_steps_keeps_no_chosen_word_either(field: str) -> None:
    said = WITH_IT.plain if field == "twists" else WITH_IT
    play = begun(story(NAMED, read("Sad was the cat."), **{field: (said,) if field == "twists" else said}), 9, 40)
    play = after(play, Chose(0), On())
    assert "Sad was the cat." in repr(place(play).beats), "a word of the story's own stays"
    moves = {"close": On(), "exit": PutDown(), "twists": Twist()}
    play = after(play, moves[field])
    assert ("sad and all" in repr(play.beats)) is (field != "exit")
    kept = repr(place(play).beats)
    assert "that feeling and all. That feeling sleeps" in kept
    assert "sad and all" not in kept


def test_the_breath_before_on_the_same_page_keeps_no_chosen_word_either() -> None:
    close = plain(f"<Feeling> sleeps. {' '.join(['Dry.'] * 30)}")
    play = after(begun(story(NAMED, read("Wet."), close=close), 9, 40), Chose(0), On(), On(), On())
    assert isinstance(play.beat, Say)
    assert play.beat.said
    assert "Sad sleeps." in play.beat.said[0]
    assert "sad" not in repr(place(play).beats).casefold()
