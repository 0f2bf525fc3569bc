"""What passing and going on leave behind, where it is not the same as answering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Card, Check, Pick, Say, Turn, involved
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Chose, Leave, Lit, On, OutLoud, Pass, Pause, PutDown, Said, Stop, TakeBack
from gatherround.domain.play.plan import FeelingWord, Play
from gatherround.domain.steps import Ask, Choose, Door, Echo, Facts, Guess, Name, Seats, Talk, Vote, VoteAgain
from rounds import after, ask, begun, laid, plain, reached, read, seats, story
from tables import table

NAMED = Name(cause=plain("Rain."), mirror=plain("<feeling>."), options=("sad", "mad"))
TWELVE = tuple(FeelingWord(word, "2") for word in "abcdefghijkl")


def texts(play: Play) -> list[str]:
    return [getattr(beat, "text", getattr(beat, "prompt", "")) for beat in play.beats]


def test_passing_the_question_of_a_fact_still_offers_the_next_fact() -> None:
    cards = tuple(plain(letter) for letter in "ABCD")
    play = begun(story(Facts(cards=cards), read("Last.")), 9, 40)
    third = after(play, *[On()] * 5, On())
    assert isinstance(third.beat, Turn)
    assert after(third, Pass()).beat == after(third, On()).beat
    assert isinstance(after(third, Pass()).beat, Pick)
    assert after(third, Pass(), Chose(1)).beat.text == "Last."


def test_passing_how_sure_still_asks_whether_it_is_so() -> None:
    play = begun(story(Guess(about="next", prompt=plain("?"), sure=True)), 9, 40)
    sure = after(play, On(), On())
    assert isinstance(sure.beat, Pick)
    assert isinstance(after(sure, Pass()).beat, Check)


def test_the_last_vote_of_several_is_the_one_that_is_taken_back() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    play = after(begun(story(vote), 9, 15, 16, 40), Chose(0), Chose(1), Chose(1), TakeBack())
    assert play.votes == (("m0", 0), ("m1", 1))


def test_what_may_also_be_true_is_said_with_the_name_of_whoever_has_the_turn() -> None:
    play = begun(story(replace(NAMED, who="next", also="And <me>.")), 9, 40)
    assert texts(after(play, Chose(0)))[-1] == "And Lemon."


def test_three_cards_are_all_that_a_round_bears() -> None:
    cards = (Seats(private=True), Seats(private=True))
    play = begun(story(*cards, seats=seats("Mo", "Ida", "Bo")), 9, 10, 11)
    beats, met = play, 0
    while beats.phase == "main":
        met += isinstance(beats.beat, Card) and beats.beat.open
        beats = after(beats, On())
    assert met == 3


def test_a_first_vote_is_remembered_for_the_second_and_no_longer() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    play = begun(story(vote, VoteAgain()), 9, 40)
    assert after(play, Chose(0), Chose(1)).first_votes
    assert after(play, Chose(0), Chose(1), On(), Chose(0), Chose(1)).first_votes == ()


def test_what_belongs_to_the_whole_table_is_nobodys() -> None:
    assert involved(Turn(who="", text="?", label="talk")) == frozenset()
    assert involved(Check(who="m0", of="m1", text="?", use="guess")) == {"m0", "m1"}


def test_nothing_of_one_story_is_left_in_the_next() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    told = story(Seats(), NAMED, vote, Talk(prompt=plain("?")), seats=seats("Mo"))
    plan = laid(told, table(9, 40))
    play = reached(begin(replace(plan, deals=(plan.deals[0], laid(story(), table(9, 40)).deals[0]))), Pick)
    play = after(reached(after(play, Chose(0)), Turn), Lit(1))
    assert play.seats
    assert play.feeling
    assert play.first_votes
    fresh = reached(play, Turn, label="ask")
    assert (fresh.seats, fresh.feeling, fresh.first_votes, fresh.lanterns) == ((), None, (), ())


def test_a_word_that_is_passed_is_nobodys_word() -> None:
    play = after(begun(story(NAMED, NAMED, read("It was <feeling>.")), 9, 40), Chose(0), On())
    assert play.feeling == "sad"
    passed = after(play, Pass())
    assert (passed.feeling, passed.beat.text) == (None, "It was that feeling.")
    other = after(play, Chose(2), On())
    assert (other.feeling, other.beat.text) == (None, "It was that feeling.")


def test_the_words_of_a_shelf_are_spread_over_it_and_begin_somewhere_else_each_evening() -> None:
    step = replace(NAMED, options=())

    def words(seed: int, shelf: tuple[FeelingWord, ...] = TWELVE, age: int = 15) -> str:
        play = begin(laid(story(step), table(age, 40), seed=seed, words=shelf))
        return " ".join(play.beat.faces) if isinstance(play.beat, Pick) else ""

    assert [words(seed) for seed in (0, 1, 11, 12)] == [
        "a c e g i k",
        "b d f h j l",
        "l b d f h j",
        "a c e g i k",
    ]
    assert words(0, TWELVE[:3]) == "a b c"
    assert words(0, ()) == "sad mad"
    grown = (*TWELVE[:2], FeelingWord("wistful", "15-17"))
    assert (words(0, grown), words(0, grown, age=9)) == ("a b wistful", "a b")
    assert words(0, grown, age=3) == "sad mad"


def test_a_chosen_word_does_not_outlive_its_story_whoever_gets_up() -> None:
    play = begun(story(NAMED, read("Then."), youngest=5, oldest=10), 9, 40)
    left = after(play, Chose(0), Leave("m0"))
    assert (left.phase, left.feeling) == ("close", None)


def test_a_title_is_sealed_only_where_one_waits_and_in_more_than_five_minutes() -> None:
    spare = laid(story(id="owl"), table(9, 40)).deals[0]

    def uses(minutes: int, *spares: object) -> list[str]:
        play = begin(laid(story(read("A.")), table(9, 40), minutes=minutes, spares=spares))
        close = after(reached(play, Say, label="close"), On())
        return [beat.use if isinstance(beat, Pick) else type(beat).__name__ for beat in close.beats]

    assert uses(6, spare) == ["Turn", "stitch", "envelope"]
    assert uses(6) == ["Turn", "stitch"]
    assert uses(5, spare) == ["stitch"]
    assert uses(4) == ["stitch"]


def test_doors_in_a_box_are_told_in_a_row_without_their_stops() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("Yes!"), plain("No."), plain("Size XX?")))
    play = after(begun(story(vote), 9, 15, 40), Chose(0), Chose(1), Chose(2))
    assert texts(play) == [sayings.IN_THE_BOX.format(options="Yes · No · Size XX")]


def test_nothing_is_sewn_or_asked_after_three_minutes() -> None:
    play = begin(laid(story(read("A."), acts=(plain("Wave."),)), table(9, 40), minutes=3))
    assert texts(after(play, On(), On())) == [sayings.GOODNIGHT]


def test_an_act_is_offered_to_big_children_and_to_small_ones_one_evening_in_four() -> None:
    def offered(*ages: int, seed: int = 1) -> bool:
        play = begin(laid(story(read("A."), acts=(plain("Wave."),)), table(*ages), minutes=10, seed=seed))
        close = after(reached(play, Say, label="close"), On())
        return any(isinstance(beat, Pick) and beat.use == "act" for beat in close.beats)

    assert [offered(4, 40, seed=seed) for seed in range(5)] == [True, False, False, False, True]
    assert offered(5, 40)
    assert offered(40, 41)
    assert offered(4, 6)


def test_what_was_acted_on_in_the_story_is_passed_without_a_trace() -> None:
    doors = (Door(say=plain("a"), then=(read("A."),)), Door(say=plain("b"), then=()))
    play = begun(story(Choose(prompt=plain("?"), options=doors), read("Last.")), 9, 40)
    for move in (On(), Pass()):
        assert make(play, move) == (after(play, move), ())
        assert after(play, move).beat.text == "Last."


@pytest.mark.parametrize("answer", ["nearly", "not yet"])
def test_an_echo_is_tried_again_in_the_words_that_suit_the_answer(answer: str) -> None:
    play = reached(begun(story(Echo(topic=plain("A bus."), swap=False)), 15, 40), Turn, label="question")
    check = after(play, On())
    tried = after(check, Said(answer)).beats  # type: ignore[arg-type]
    text, label = (sayings.ADD, "nearly") if answer == "nearly" else (sayings.ONCE_MORE, "add")
    assert tried == (
        Turn(who="m0", text=text, label=label, thread=1),  # type: ignore[arg-type]
        Turn(who="m1", text=sayings.ECHOES[0], label="echo", thread=1),
        replace(check.beat, left=1),
    )
    last = after(check, Said("nearly"), On(), On(), Said("not yet")).beats
    assert last == (
        Turn(who="m0", text=sayings.ONCE_MORE, label="add", thread=1),
        Turn(who="m1", text=sayings.THATS_CLOSE, label="echo", thread=1),
    )


def test_what_may_be_done_with_each_beat_is_all_that_is_listed() -> None:
    def first(play: Play) -> list[str]:
        return [repr(move) for move in legal(play)[:6]]

    always = [repr(Pause()), repr(Stop())]
    talk = begun(story(Talk(prompt=plain("?"))), 9, 40)
    assert first(talk) == [repr(On()), repr(Pass()), *(repr(Lit(at)) for at in range(4))]
    vote = begun(story(Vote(question=plain("?"), options=(plain("a"), plain("b")))), 9, 40)
    assert first(vote) == [repr(one) for one in (On(), Pass(), OutLoud(), Chose(0), Chose(1), PutDown())]
    asked = begun(story(), 9, 40)
    assert first(asked)[:5] == [repr(On()), repr(Pass()), repr(PutDown()), *always]
    closing = reached(asked, Pick, use="stitch")
    assert PutDown() not in legal(closing)
    assert Leave("m0") in legal(closing)
    assert legal(after(closing, Stop())) == ()


def test_only_nine_may_be_picked_from_and_they_sit_round_the_table() -> None:
    step = Guess(about="pick", prompt=plain("?"))
    play = begun(story(step, most=12), 9, *[10] * 5, 40, *[11] * 5)
    assert isinstance(play.beat, Pick)
    assert len(play.beat.options) == 9
    assert play.beat.options[:3] == ("Cup", "Lemon", "Pepper")
    second = begun(story(ask(who="next"), step), 9, 15, 16)
    assert isinstance(after(second, On()).beat, Pick)
    assert after(second, On()).beat.options == ("Pepper", "Spoon")


def test_a_question_is_said_as_now_with_the_seat_of_whoever_is_asked() -> None:
    step = Ask(text=plain("<seat>, ask <next>. <me>?"), who="everyone")
    play = reached(begun(story(read("A."), step, seats=seats("Mo")), 9, 40), Turn)
    assert texts(play) == ["Spoon, ask Lemon. Spoon?", "Lemon, ask Spoon. Lemon?"]


def test_a_person_who_is_not_here_has_no_name() -> None:
    with pytest.raises(KeyError, match="nobody"):
        begun(story(), 9, 40).plan.person("nobody")
