from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.play.beats import Card, Casting, Pick, Say, Turn
from gatherround.domain.play.make import begin
from gatherround.domain.play.moves import Chose, GoOn, Leave, On, Pass, Pause
from gatherround.domain.play.words import BREATH, breaths, filled, first_sentence, heard
from gatherround.domain.steps import Ask, Name, Read, Seats, Swap, Wording
from rounds import after, ask, begun, laid, plain, reached, read, seats, seen, story
from tables import somebody, table

LINES = st.lists(st.text("abc .,!?;:…\"'’”\n", max_size=200), max_size=6).map("\n".join)


# Breaths


@given(LINES)
def test_a_breath_has_at_most_thirty_words_and_no_word_is_dropped_or_added(text: str) -> None:
    page = breaths(text)
    assert all(0 < len(breath.split()) <= BREATH for breath in page)
    assert " ".join(page).split() == text.split()


def test_a_line_that_its_author_only_wrapped_goes_on() -> None:
    assert breaths("A goose stood at\n  the bus stop.\nIt had a suitcase.") == (
        "A goose stood at the bus stop.\nIt had a suitcase.",
    )


def test_a_line_that_ends_a_sentence_ends_there_even_with_a_blank_after_it() -> None:
    assert breaths("It was Tuesday.  \nNobody knew.") == ("It was Tuesday.\nNobody knew.",)


def test_a_rhyme_keeps_its_lines() -> None:
    rhyme = "Shoe, shoe, where were you?\nUnder the stairs.\nNobody cares!"
    assert breaths(rhyme) == (rhyme,)


def test_a_long_page_is_cut_between_sentences() -> None:
    sentence = "One two three four five six seven eight nine ten eleven."
    assert breaths(" ".join([sentence] * 3)) == (f"{sentence} {sentence}", sentence)


def test_a_sentence_longer_than_a_breath_is_cut_at_its_clauses() -> None:
    clause = " ".join(["la"] * 20)
    assert breaths(f"{clause}, {clause}.") == (f"{clause},", f"{clause}.")


def test_a_sentence_without_clauses_is_cut_at_the_thirtieth_word() -> None:
    assert [len(breath.split()) for breath in breaths(" ".join(["la"] * 70))] == [30, 30, 10]


def test_every_clause_goes_to_the_breath_it_follows() -> None:
    ten = " ".join(["la"] * 10)
    assert breaths(", ".join([ten] * 5) + ".") == (f"{ten}, {ten}, {ten},", f"{ten}, {ten}.")
    assert breaths(f"{' '.join(['la'] * 31)}, {ten}.") == (" ".join(["la"] * 30), f"la, {ten}.")


def test_thirty_words_are_one_breath_and_the_next_sentence_another() -> None:
    thirty = " ".join(["la"] * 29) + " end."
    assert breaths(f"{thirty} One.") == (thirty, "One.")
    assert breaths(f"{thirty[3:]} One.") == (f"{thirty[3:]} One.",)


def test_a_first_sentence_is_found_on_any_line_and_nothing_in_nothing() -> None:
    assert first_sentence("  It\nrained. Then snow.") == "It rained."
    assert first_sentence("no end") == "no end"
    assert first_sentence("  ") == ""


def test_a_chorus_word_is_heard_whole_and_in_any_case() -> None:
    assert heard("rain", "Rain, RAIN!")
    assert heard("a goose", "There was A Goose.")
    assert not heard("rain", "It was a train.")
    assert not heard("rain", "Rainy.")
    assert not heard("r.in", "rain")


def test_a_quotation_mark_stays_with_its_sentence() -> None:
    text = " ".join(["word"] * 25) + '. "Really full," says Uncle Bao. "Really, truly."'
    assert all(breath.count('"') % 2 == 0 for breath in breaths(text))


def test_what_is_said_stays_with_who_says_it() -> None:
    text = " ".join(["word"] * 26) + '. "Wait for me!" calls Mum.'
    assert breaths(text)[1] == '"Wait for me!" calls Mum.'


def test_a_number_with_a_point_in_it_stays_whole() -> None:
    assert breaths("It cost 3.50 and nobody said a word ... not one.") == (
        "It cost 3.50 and nobody said a word ... not one.",
    )


# Placeholders


def test_a_person_called_like_a_placeholder_stays_so() -> None:
    people = (replace(somebody(9), name="<feeling>"), replace(somebody(40, 1), name="<me>"))
    play = begun(story(ask("<me>, ask <next>.")), people=people)
    assert isinstance(play.beat, Turn)
    assert play.beat.text == "<feeling>, ask <me>."


def test_an_angled_word_that_nothing_fills_is_said_as_typed() -> None:
    assert filled("<b>Hello</b> <me> <you>", {"me": "Ada"}) == "<b>Hello</b> Ada <you>"


def test_a_placeholder_that_nobody_fills_stays_whole() -> None:
    assert filled("<seat>, <me>", {"me": "Ada"}) == "<seat>, Ada"


def test_a_feeling_begins_a_sentence_with_a_capital_and_after_a_pass_is_that_feeling() -> None:
    step = Name(cause=plain("Rain."), mirror=plain("<Feeling>. Yes, <feeling>."), options=("left out", "sad"))
    play = begun(story(step, read("<Feeling> it was.")), 9, 40)
    chosen = after(play, Chose(0))
    assert chosen.beat == Say(text="Left out. Yes, left out.", label="mirror", sight=chosen.beat.sight)
    assert after(chosen, On()).beat.text == "Left out it was."
    assert after(play, Pass()).beat.text == "That feeling it was."


def test_a_feeling_is_forgotten_with_its_activity() -> None:
    step = Name(cause=plain("Rain."), mirror=plain("<feeling>."), options=("sad", "mad"))
    play = reached(after(begun(story(step), 9, 40), Chose(1)), Pick)
    assert play.phase == "close"
    assert play.feeling is None


def test_the_table_hears_the_wording_of_the_youngest_target() -> None:
    rungs = Wording(toddler="Moo.", school="A cow.", teen="Cattle.")
    small_listens = story(Read(text=rungs), youngest=8)
    assert begun(small_listens, 3, 9, 40).beat.text == "A cow."
    assert begun(story(Read(text=rungs)), 3, 9, 40).beat.text == "Moo."


def test_each_is_asked_in_their_own_rung_else_the_nearest_younger_else_the_nearest_older() -> None:
    play = begun(story(Ask(text=Wording(school="A cow?", teen="Cattle?"), who="everyone")), 3, 9, 13, 40)
    asked = [beat.text for beat in seen(play) if isinstance(beat, Turn)]
    assert asked == ["A cow?", "A cow?", "Cattle?", "Cattle?"]


# Casting


def test_the_youngest_are_seated_first_and_with_a_job_for_others_nobody_shares() -> None:
    play = begun(story(Seats(), seats=seats("Mo", "Ida")), 40, 9, 12)
    assert play.seats == (("mo", "m1"), ("ida", "m2"))


def test_who_listens_is_told_the_job_in_their_own_wording() -> None:
    job = Wording(toddler="You are rain. Drip!", school="Whoever has no part is the rain.", adult="Rain, please.")
    for listening, told in ((3, "You are rain. Drip!"), (8, "Whoever has no part is the rain.")):
        older = story(ask(), youngest=9, others=job)
        opening = begin(laid(older, table(12, listening, 40))).beat
        assert isinstance(opening, Say)
        assert told in opening.text


def test_without_a_job_for_others_players_share_seats() -> None:
    play = begun(story(Seats(), seats=seats("Mo", "Ida"), others=None), 40, 9, 12)
    assert play.seats == (("mo", "m1"), ("ida", "m2"), ("mo", "m0"))


def test_the_reader_minds_every_seat_that_is_left() -> None:
    play = begun(story(Seats(), seats=seats("Mo", "Ida", "Bo")), 9, 40)
    assert play.beats[-1].sight == Casting((("Bo", "Lemon"),))


def test_who_is_who_is_said_anew_when_a_card_goes_back_to_the_reader() -> None:
    play = begun(story(Seats(private=True), seats=seats("Mo", "Ida")), 9, 12, 40)
    play = reached(after(play, Pass()), Say)
    assert play.beat.sight == Casting((("Mo", "Pepper"), ("Ida", "Lemon")))


def test_who_is_who_is_said_anew_when_somebody_has_left() -> None:
    play = begun(story(Seats(), seats=seats("Mo", "Ida")), 9, 12, 40)
    after_bye = after(play, Leave("m1"), On(), On())
    assert "Ida is played by Pepper." in after_bye.beat.text


def test_each_seat_goes_one_player_on_round_the_table() -> None:
    play = begun(story(Seats(), Swap(to="next"), seats=seats("Mo", "Ida", "Bo")), 9, 40, 12)
    moved = reached(play, Say, label="swap")
    assert dict(play.seats) == {"mo": "m0", "ida": "m2", "bo": "m1"}
    assert dict(moved.seats) == {"mo": "m1", "ida": "m0", "bo": "m2"}


def test_seats_are_chosen_anew_by_the_youngest_first_from_what_is_left() -> None:
    step = Swap(to="choose", text=plain("Which?"))
    play = reached(begun(story(Seats(), step, seats=seats("Mo", "Ida", "Bo")), 40, 9, 12), Pick)
    picks = []
    while isinstance(play.beat, Pick) and play.beat.use == "chair":
        picks.append((play.beat.who, play.beat.options))
        play = after(play, Chose(len(play.beat.options) - 1))
    assert picks == [("m1", ("Mo", "Ida", "Bo")), ("m2", ("Mo", "Ida")), ("m0", ("Mo",))]
    assert dict(play.seats) == {"bo": "m1", "ida": "m2", "mo": "m0"}


def test_who_passes_a_chair_stands_and_is_called_by_their_own_name() -> None:
    told = story(Seats(), Swap(to="choose"), ask("<seat>?", who="everyone"), seats=seats("Mo", "Ida"))
    play = reached(begun(told, 9, 40), Pick)
    play = reached(after(play, Pass(), Chose(0)), Turn)
    assert play.beat.text == "Spoon?"
    assert after(play, On()).beat.text == "Mo?"


def test_the_turn_person_takes_a_named_seat_and_whoever_held_it_gets_theirs() -> None:
    told = story(Seats(), Swap(to="ida"), seats=seats("Mo", "Ida"))
    play = reached(begun(told, 9, 12), Say, label="swap")
    assert dict(play.seats) == {"ida": "m0", "mo": "m1"}


# Private cards


def test_a_round_bears_three_private_cards_and_further_seats_are_told_openly() -> None:
    play = begun(story(Seats(private=True), seats=seats("Mo", "Ida", "Bo", "Lu")), 9, 10, 11, 12)
    assert [type(beat) for beat in play.beats] == [Card, Card, Card, Say, Say]
    again = story(Seats(private=True), Seats(private=True), seats=seats("Mo", "Ida"))
    assert len([beat for beat in seen(begun(again, 9, 12)) if isinstance(beat, Card) and beat.open]) == 3


def test_a_card_is_covered_then_open_then_covered() -> None:
    play = begun(story(Seats(private=True), seats=seats("Mo")), 9, 40)
    assert isinstance(play.beat, Card)
    assert not play.beat.open
    assert after(play, On()).beat == replace(play.beat, open=True)
    assert isinstance(after(play, On(), On()).beat, Say)


def test_a_card_is_whispered_to_whoever_cannot_read_yet() -> None:
    play = begun(story(Seats(private=True), seats=seats("Mo", "Ida")), 6, 7)
    assert [beat.whisper for beat in play.beats if isinstance(beat, Card)] == [True, False]


def test_a_pause_covers_an_open_card() -> None:
    opened = after(begun(story(Seats(private=True), seats=seats("Mo")), 9, 40), On())
    gone_on = after(opened, Pause(), GoOn())
    assert isinstance(gone_on.beat, Card)
    assert not gone_on.beat.open
