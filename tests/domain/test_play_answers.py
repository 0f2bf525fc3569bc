from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.entries import ActChosen, Played, RoundEnded, Sewn
from gatherround.domain.people import Plate
from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Ballot, Check, Pick, Say, Show, Turn
from gatherround.domain.play.make import NotNow, legal, make
from gatherround.domain.play.moves import Chose, Join, Leave, Move, On, OutLoud, Pass, PutDown, Said, TakeBack
from gatherround.domain.play.plan import Play
from gatherround.domain.steps import Echo, Guess, Offer, Vote, VoteAgain
from rounds import after, ask, begun, kept, plain, reached, read, seen, story
from tables import somebody, table

# Echo and guess


def echoing(*moves: Move) -> Play:
    play = begun(story(Echo(topic=plain("A bus."), swap=False), read("Enough."), fewest=2), 13, 40)
    return after(play, On(), On(), On(), *moves)


def test_two_nearlies_and_it_is_close_enough() -> None:
    play = echoing(Said("nearly"), On(), On())
    assert isinstance(play.beat, Check)
    assert play.beat.left == 1
    play = after(play, Said("nearly"), On())
    assert play.beat == Turn(who="m1", text="Thank you. That's close.", label="echo", thread=1)
    assert after(play, On()).beat.text == "Enough."


def test_yes_ends_the_echo_at_once_and_so_does_going_on() -> None:
    assert echoing(Said("yes")).beat.text == "Enough."
    assert echoing(On()).beat.text == "Enough."


def test_no_is_no_answer_to_an_echo_and_not_yet_none_to_a_guess() -> None:
    with pytest.raises(NotNow):
        after(echoing(), Said("no"))
    guessing = reached(begun(story(Guess(about="next", prompt=plain("What?"))), 9, 40), Check)
    with pytest.raises(NotNow):
        after(guessing, Said("not yet"))


@pytest.mark.parametrize(
    ("ages", "seconds"), [((4, 40), 20), ((9, 40), 60), ((11, 13), 60), ((12, 40), 120), ((38, 40), 120)]
)
def test_both_have_as_long_as_suits_the_younger_of_the_two(ages: tuple[int, int], seconds: int) -> None:
    play = begun(story(Echo(topic=plain("A bus.")), fewest=2), *ages)
    speaking = [beat for beat in play.beats if isinstance(beat, Turn) and beat.label == "speak"]
    assert [beat.seconds for beat in speaking] == [seconds, seconds]
    assert [beat.who for beat in speaking] == ["m0", "m1"]


def test_a_pass_ends_this_half_of_an_echo_and_the_other_half_stays() -> None:
    play = begun(story(Echo(topic=plain("A bus.")), fewest=2), 13, 40)
    passed = after(play, On(), Pass())
    assert passed.beat == play.beats[4]


def test_a_guess_is_about_a_grown_up_where_there_is_one() -> None:
    play = begun(story(Guess(about="next", prompt=plain("<next>?"))), 9, 10, 40)
    assert play.beat.text.startswith("Pepper?")


def test_passing_the_real_guess_takes_its_check_along_and_passing_the_silly_one_does_not() -> None:
    play = begun(story(Guess(about="next", prompt=plain("?")), read("Enough.")), 9, 40)
    assert isinstance(after(play, Pass()).beat, Turn)
    assert after(play, On(), Pass()).beat.text == "Enough."


# Ballots


def voting(*ages: int, again: bool = False) -> Play:
    ballot = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no"), plain("cake")))
    return begun(story(ballot, *((VoteAgain(),) if again else ())), *ages)


def told(play: Play) -> str:
    assert isinstance(play.beat, Say)
    assert play.beat.label == "reveal"
    return play.beat.text


def test_grown_ups_vote_last() -> None:
    play = voting(40, 9, 13)
    assert isinstance(play.beat, Ballot)
    assert play.beat.voters == ("m1", "m2", "m0")


def test_four_voters_hear_counts_and_never_a_name() -> None:
    text = told(after(voting(9, 12, 40, 41), Chose(0), Chose(2), Chose(0), Chose(0)))
    assert text == "3 for: yes\n1 for: cake"
    assert not any(person.name in text for person in table(9, 12, 40, 41))


def test_three_or_fewer_hear_only_which_doors_are_in_the_box() -> None:
    assert told(after(voting(9, 12, 40), Chose(2), Chose(0), Chose(2))) == "In the box: yes · cake."


def test_an_empty_vote_counts_as_empty_and_not_as_anybodys_opinion() -> None:
    assert told(after(voting(9, 12, 40, 41), Chose(1), Pass(), On(), Chose(1))) == "2 for: no\n2 empty"
    assert told(after(voting(9, 40), On(), On())) == "The box is empty. That is an answer too."


def test_the_last_vote_can_be_taken_back_until_the_box_is_full() -> None:
    play = after(voting(9, 12, 40), Chose(0), Chose(1), TakeBack(), Chose(2))
    assert play.votes == (("m0", 0), ("m1", 2))
    with pytest.raises(NotNow):
        after(voting(9, 40), TakeBack())


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ((0, 1), (0, 1), "Nothing moved."),
        ((0, 1), (1, 0), "Something moved."),
        ((0, None), (0, 1), "Nothing moved."),
        ((None, None), (0, 1), "The box is full again."),
    ],
)
def test_in_a_second_vote_each_is_compared_with_themselves(
    first: tuple[int | None, ...], second: tuple[int | None, ...], said: str
) -> None:
    votes: list[Move] = [Pass() if vote is None else Chose(vote) for vote in first]
    votes += [On(), *(Pass() if vote is None else Chose(vote) for vote in second)]
    assert told(after(voting(9, 40, again=True), *votes)).startswith(said)


def test_no_vote_outlives_its_reveal() -> None:
    play = after(voting(9, 40), Chose(0), Chose(1))
    assert play.votes == ()
    assert after(play, On()).first_votes == (("m0", 0), ("m1", 1))
    assert reached(play, Pick).first_votes == ()


def test_a_vote_out_loud_is_one_count_on_three_and_nothing_of_it_is_kept() -> None:
    voted = after(voting(9, 12, 40, again=True), Chose(0), Chose(1))
    shown, entries = make(voted, OutLoud())
    assert (shown.votes, shown.first_votes, entries) == ((), (), ())
    assert isinstance(shown.beat, Show)
    assert shown.beat.text.split("\n") == ["Soup?", "1  yes", "2  no", "3  cake", sayings.FINGERS]
    assert after(shown, On()).beat == Say(text=sayings.FINGERS_UP, label="kind", thread=1)
    again = after(shown, On(), On(), Chose(1), OutLoud(), On())
    assert again.beat == Say(text=sayings.FINGERS_AGAIN, label="kind", thread=1), "who moved is nobody's business"
    assert after(shown, Pass()).beat == after(shown, On(), On()).beat, "passing ends the vote and what is said of it"


def test_after_a_vote_out_loud_a_second_one_in_the_box_compares_nobody() -> None:
    play = after(voting(9, 40, again=True), Chose(0), OutLoud(), On(), On(), Chose(0), Chose(1))
    assert told(play) == sayings.SECOND_VOTE


def test_only_a_vote_can_be_out_loud() -> None:
    for play in (after(voting(9, 40), OutLoud()), after(voting(9, 40), Chose(0), Chose(1))):
        with pytest.raises(NotNow):
            make(play, OutLoud())


def test_whoever_joins_has_no_vote_in_a_box_that_is_being_filled() -> None:
    play = after(voting(9, 40), Chose(0), Join(somebody(12, 7)), On())
    assert isinstance(play.beat, Ballot)
    assert play.beat.voters == ("m0", "m1")


# The close


def closing(activity_acts: tuple[str, ...] = ("Wave.", "Whistle."), ages: tuple[int, ...] = (9, 40)) -> Play:
    acts = tuple(plain(act) for act in activity_acts)
    return reached(begun(story(acts=acts), *ages, minutes=10), Pick, use="act")


def test_several_hands_may_each_take_an_act_and_whose_they_are_is_not_said() -> None:
    play = closing()
    assert isinstance(play.beat, Pick)
    assert play.beat.who == ""
    assert play.beat.options == ("Wave.", "Whistle.", "our own idea, said aloud", "nothing today")
    assert kept(play, Chose(1), Chose(0)) == [ActChosen("Whistle."), ActChosen("Wave.")]
    assert kept(play, Chose(1), Chose(2)) == [ActChosen("Whistle.")]


def test_an_idea_of_their_own_is_remembered_as_that_and_no_more() -> None:
    assert kept(closing(), Chose(2)) == [ActChosen("our own idea")]


def test_the_last_act_taken_ends_the_asking() -> None:
    play = after(closing(("Wave.",)), Chose(0), Chose(0))
    assert isinstance(play.beat, Pick)
    assert play.beat.use == "stitch"


def test_nothing_today_is_what_going_on_and_passing_give() -> None:
    for move in (On(), Pass(), Chose(3)):
        assert kept(closing(), move) == []
        assert after(closing(), move).beat.use == "stitch"


def test_one_person_alone_thanks_nobody_and_takes_no_act() -> None:
    beats = seen(begun(story(acts=(plain("Wave."),)), 9, minutes=10))
    assert not any(isinstance(beat, Turn) and beat.label == "thanks" for beat in beats)
    assert not any(isinstance(beat, Pick) and beat.use == "act" for beat in beats)


def test_the_youngest_picks_the_stitch_and_passing_it_sews_nothing() -> None:
    play = reached(begun(story(), 40, 9, 5), Pick, use="stitch")
    assert play.beat.who == "m2"
    assert play.beat.options == ("crumbs", "waves", "bricks")
    assert kept(play, Pass()) == [RoundEnded("closed")]


def test_a_square_without_a_word_to_choose_is_sewn_at_once() -> None:
    play = reached(begun(story(), 9, 40), Pick, use="stitch")
    assert kept(play, Chose(2)) == [Sewn(2, None, ("Lemon", "Spoon")), RoundEnded("closed")]


def test_a_square_is_sewn_in_the_colours_of_their_cards_and_not_of_their_pictures() -> None:
    ada = replace(somebody(9), plate=Plate(object="lemon", colour="plum", pattern="cup"))
    play = reached(begun(story(), people=(ada, somebody(40, 1))), Pick, use="stitch")
    assert kept(play, Chose(0))[0] == Sewn(0, None, ("Lemon", "Plum"))


def test_a_square_with_a_word_to_choose_is_sewn_with_it_or_without() -> None:
    play = after(reached(begun(story(phrase="goat card"), 9, 40), Pick, use="stitch"), Chose(1))
    for move, word in ((On(), "goat card"), (Chose(0), "goat card"), (Chose(1), None), (Pass(), None)):
        assert kept(play, move) == [Sewn(1, word, ("Lemon", "Spoon")), RoundEnded("closed")]


def test_the_square_may_carry_a_phrase_a_chorus_word_or_none() -> None:
    play = reached(begun(story(phrase="goat card"), 9, 40), Pick, use="word")
    assert play.beat.options == ("goat card", "no word")


def test_nothing_is_asked_at_the_end_of_three_minutes() -> None:
    beats = seen(begun(story(acts=(plain("Wave."),), phrase="goat card"), 9, 40, minutes=3))
    assert [type(beat) for beat in beats] == [Turn, Say, Say]


# Offers, put down, leaving


def test_under_fives_are_offered_an_act_in_one_round_of_four() -> None:
    told_ = story(Offer(acts=(plain("Wave."),)))
    offered = [isinstance(begun(told_, 3, 40, seed=seed).beat, Pick) for seed in range(4)]
    assert offered == [True, False, False, False]
    assert all(isinstance(begun(told_, 3, 6, 40, seed=seed).beat, Pick) for seed in range(4))


def test_the_last_target_to_leave_ends_the_activity_kindly() -> None:
    play = after(begun(story(ask(who="everyone"), youngest=5, oldest=10), 9, 40, 41), Leave("m0"))
    assert play.beat.text == "Bye-bye, Spoon. Thank you for sitting with us."
    assert not any(isinstance(entry, Played) for entry in kept(play, On(), On()))


def test_what_is_put_down_has_a_kind_line_of_its_own_or_of_the_house() -> None:
    own = after(begun(story(exit=plain("Enough hat.")), 9, 40), PutDown())
    assert own.beat == Say(text="Enough hat.", label="exit")
    teens = after(begun(story(), 13, 40), PutDown())
    assert "Closer than I'd like." in teens.beat.text
    assert legal(teens)
