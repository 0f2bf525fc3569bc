"""What seats, guesses, echoes and feelings lay on the table, beat by beat."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import (
    Beat,
    Card,
    Casting,
    Check,
    Expression,
    Pick,
    Say,
    Turn,
)
from gatherround.domain.play.make import begin
from gatherround.domain.play.moves import Chose, Leave, On
from gatherround.domain.play.plan import Play
from gatherround.domain.steps import (
    Echo,
    Guess,
    Name,
    Seat,
    Seats,
    Step,
    Swap,
    Wording,
)
from rounds import after, ask, begun, laid, plain, reached, read, seats, story
from tables import table

RUNGS = Wording(toddler="Small?", school="Middle, <me>?", adult="Big, <me>?")
SHY = tuple(replace(person, guess_me=False) for person in table(9, 40))


def beats(*steps: Step, ages: tuple[int, ...] = (9, 15, 40), **more: object) -> tuple[Beat, ...]:
    """Gives the beats of the first step."""
    return begun(story(*steps, **more), *ages).beats


# Seats


def test_an_open_seat_is_told_with_its_wish_what_it_knows_and_what_worries_it() -> None:
    mo = Seat(id="mo", name="Mo", wants="a hat", knows="where it is", worries="about rain")
    wants, knows, worries = (label.format(name="Mo") for label in sayings.WANTS)
    text = f"{sayings.PLAYED_BY.format(part='Mo', who='Spoon')}\n{wants}: a hat\n{knows}: where it is"
    assert beats(Seats(), seats=(mo,)) == (
        Say(text=f"{text}\n{worries}: about rain", label="seats", sight=Casting((("Mo", "Spoon"),))),
    )


def test_a_private_card_says_what_its_seat_wants_where_it_has_no_words_of_its_own() -> None:
    mo = Seat(id="mo", name="Mo", wants="a hat", worries="about rain")
    play = begun(story(Seats(private=True), seats=(mo,)), 6, 40)
    wants, _, worries = sayings.YOU_WANT
    card = Card(who="m0", seat="mo", name="Mo", lines=(f"{wants}: a hat", f"{worries}: about rain"), whisper=True)
    assert play.beats == (card, Say(text=sayings.ALL_BACK, label="seats", sight=Casting((("Mo", "Spoon"),))))


def test_a_swap_says_who_is_who_now() -> None:
    play = begun(story(Seats(), Swap(), Swap(to="mo", text=plain("Up!")), seats=seats("Mo", "Ida")), 9, 12)
    play = reached(play, Say, label="swap")
    moved = Casting((("Mo", "Lemon"), ("Ida", "Spoon")))
    assert play.beat == Say(text=sayings.SWAP, label="swap", sight=moved)
    taken = Casting((("Mo", "Spoon"), ("Ida", "Lemon")))
    assert after(play, On()).beat == Say(text="Up!", label="swap", sight=taken)


def test_a_chair_is_asked_for_and_the_last_one_says_who_is_who() -> None:
    play = begun(story(Swap(to="choose"), read("Enough."), seats=seats("Mo", "Ida")), 9, 12)
    asked = Pick(who="m0", prompt=sayings.SWAP, options=("Mo", "Ida"), use="chair", default=0)
    assert play.beats == (asked,)
    play = after(play, Chose(1))
    assert play.beats == (replace(asked, who="m1", options=("Mo",)),)
    play = after(play, On())
    parts = Casting((("Mo", "Lemon"), ("Ida", "Spoon")))
    assert play.beats == (Say(text=sayings.CASTING, label="swap", sight=parts),)


def test_a_seat_is_taken_from_whoever_has_it_and_nobody_else_moves() -> None:
    cast = seats("Mo", "Ida", "Bo")
    three = begun(story(Seats(), Swap(to="ida"), seats=cast), 9, 12, 40)
    assert dict(reached(three, Say, label="swap").seats) == {"ida": "m0", "mo": "m1", "bo": "m2"}
    turns = (ask("A?", who="next"), ask("B?", who="next"))
    crowd = begun(story(Seats(), *turns, Swap(to="mo"), seats=cast[:2]), 9, 12, 40)
    assert dict(reached(crowd, Say, label="swap").seats) == {"mo": "m2", "ida": "m1"}
    own = begun(story(Seats(), Swap(to="mo"), seats=cast[:2]), 9, 12)
    assert dict(reached(own, Say, label="swap").seats) == {"mo": "m0", "ida": "m1"}


# Guesses and echoes


def guess(subject: str, guesser: str, prompt: str) -> tuple[Beat, ...]:
    return (
        Turn(who=guesser, text=f"{prompt}\n{sayings.SILLY_GUESS}", label="silly-guess"),
        Turn(who=guesser, text=f"{prompt}\n{sayings.REAL_GUESS}", label="guess", thread=1),
        Check(who=subject, of=guesser, text=sayings.CHECK_GUESS, use="guess", thread=1),
        Turn(who=subject, text=sayings.TELL, label="tell", thread=1),
    )


def test_a_guess_about_the_next_is_about_the_first_grown_up_round_the_table() -> None:
    assert beats(Guess(about="next", prompt=plain("<next>?"))) == guess("m2", "m0", "Pepper?")
    assert beats(Guess(about="next", prompt=plain("<next>?")), ages=(9, 15)) == guess("m1", "m0", "Lemon?")


def test_how_sure_a_guess_is_stands_before_its_answer() -> None:
    laid_ = beats(Guess(about="next", prompt=plain("?"), sure=True, check="Near, <me>?"), ages=(9, 40))
    sure = Pick(who="m0", prompt=sayings.HOW_SURE, options=sayings.SURE, use="sure", default=1, thread=1)
    assert laid_[2] == sure
    assert laid_[3] == Check(who="m1", of="m0", text="Near, Lemon?", use="guess", thread=1)


def test_a_picked_person_is_named_in_the_guess_and_with_one_choice_nobody_picks() -> None:
    step = Guess(about="pick", prompt=plain("Fears?"))
    named = sayings.ABOUT.format(name="Lemon")
    assert beats(step, ages=(9, 40)) == guess("m1", "m0", f"{named} Fears?")
    assert beats(replace(step, prompt=plain("Does <next> fear?")), ages=(9, 40)) == guess(
        "m1", "m0", "Does Lemon fear?"
    )
    play = begun(story(step), 9, 15, 40)
    names = ("Pepper", "Lemon")
    assert play.beats == (Pick(who="m0", prompt=sayings.WHO_TO_GUESS, options=names, use="person", default=0),)
    assert after(play, Chose(1)).beats == guess("m1", "m0", f"{named} Fears?")
    assert after(play, On()).beats[2].who == "m2"


@pytest.mark.parametrize("about", ["pick", "next"])
def test_whoever_will_not_be_guessed_about_is_asked(about: str) -> None:
    play = begun(story(Guess(about=about, prompt=plain("Rain?"))), people=SHY)
    assert play.beats == (Turn(who="m0", text=f"{sayings.ASK_THEM} Rain?", label="ask"),)


def test_a_guess_about_a_character_goes_to_whoever_plays_it_and_nobody_guesses_themselves() -> None:
    step = Guess(about="ida", prompt=plain("Why?"))
    cast = seats("Mo", "Ida")
    play = reached(begun(story(Seats(), step, seats=cast), 9, 12, 40), Turn)
    assert play.beats == guess("m1", "m0", "Why?")
    own = reached(begun(story(Seats(), replace(step, about="mo"), seats=cast), 9, 12, 40), Turn)
    assert own.beats == guess("m0", "m1", "Why?")
    alone = reached(begun(story(Seats(), replace(step, about="mo"), seats=cast), 9), Turn)
    assert alone.beats == (Turn(who="m0", text="Why?", label="ask"),)


def test_whoever_minds_a_seat_and_plays_nothing_answers_for_it() -> None:
    step = Guess(about="bo", prompt=plain("Why?"), check="<me>, beside <next>?")
    play = reached(begun(story(Seats(), step, seats=seats("Mo", "Ida", "Bo"), most=2), 9, 10, 40), Turn)
    assert play.beats[2] == Check(who="m2", of="m0", text="Pepper, beside Spoon?", use="guess", thread=1)


def half(speaker: str, listener: str, seconds: tuple[int, int, int], thread: int) -> tuple[Beat, ...]:
    speaks, echoes, asks = seconds
    return (
        Turn(who=speaker, text="A bus.", label="speak", seconds=speaks, easier=("It was",), thread=thread),
        Turn(who=listener, text=sayings.ECHOES[(1 + thread) % 4], label="echo", seconds=echoes, thread=thread),
        Turn(who=listener, text=sayings.QUESTIONS[(1 + thread) % 3], label="question", seconds=asks, thread=thread),
        Check(who=speaker, of=listener, text=sayings.DID_I, use="echo", left=2, thread=thread),
    )


@pytest.mark.parametrize(
    ("ages", "seconds"),
    [((4, 40), (20, 20, 20)), ((5, 40), (60, 60, 60)), ((11, 40), (60, 60, 60)), ((12, 40), (120, 120, 60))],
)
def test_both_halves_of_an_echo_are_alike(ages: tuple[int, ...], seconds: tuple[int, int, int]) -> None:
    step = Echo(topic=plain("A bus."), starters=(plain("It was"),))
    assert beats(step, ages=ages) == (*half("m0", "m1", seconds, 1), *half("m1", "m0", seconds, 2))
    own = replace(step, seconds=(50, 40, 30), swap=False)
    assert beats(own, ages=ages) == half("m0", "m1", (50, 40, 30), 1)


def test_what_is_asked_of_a_listener_goes_on_with_the_steps_that_are_left() -> None:
    play = begun(story(Echo(topic=plain("A bus.")), read("Enough.")), 15, 40)
    assert [beat.text for beat in play.beats[1:3] if isinstance(beat, Turn)] == [
        sayings.ECHOES[3],
        sayings.QUESTIONS[0],
    ]


def test_whoever_is_too_small_to_listen_so_is_passed_over_where_somebody_else_can() -> None:
    def heard(*ages: int) -> list[str]:
        plan = laid(story(Echo(topic=plain("A bus."), swap=False)), table(*ages))
        play = begin(replace(plan, deals=(replace(plan.deals[0], lead="m0"),)))
        return [beat.who for beat in play.beats if isinstance(beat, Turn) and beat.label == "echo"]

    assert heard(9, 4, 40) == ["m2"]
    assert heard(9, 5, 40) == ["m1"]
    last = laid(story(Echo(topic=plain("A bus."), swap=False)), table(9, 15, 40))
    round_ = begin(replace(last, deals=(replace(last.deals[0], lead="m2"),)))
    assert round_.beats[1].who == "m0"  # type: ignore[union-attr]
    assert heard(40, 4, 3) == ["m1"], "small ones listen where there is nobody else"


def test_an_echo_with_nobody_left_to_listen_is_only_said() -> None:
    play = begun(story(ask("First?"), Echo(topic=plain("A bus."))), 9, 40)
    alone = reached(after(play, Leave("m1")), Turn, label="speak")
    assert alone.beats == (Turn(who="m0", text="A bus.", label="speak"),)


# Feelings


def test_a_feeling_is_asked_for_with_its_cause_and_said_back() -> None:
    step = Name(cause=RUNGS, mirror=plain("<Feeling>."), about="Mo", options=("sad", "mad"), also="And <me>.")
    play = begun(story(step), 9, 40)
    asked = Pick(
        who="m0",
        prompt=sayings.FEELS.format(name="Mo"),
        cause="Middle, Spoon?",
        options=("sad", "mad", *sayings.FEELING_EXTRAS),
        faces=("sad", "mad"),
        use="feeling",
        default=len(sayings.FEELING_EXTRAS) + 1,
    )
    assert play.beat == asked
    assert begun(story(replace(step, about=None)), 9, 40).beat == replace(asked, prompt=sayings.YOU_FEEL)
    also = Say(text="And Spoon.", label="mirror")
    assert after(play, Chose(1)).beats == (Say(text="Mad.", label="mirror", sight=Expression("mad")), also)
    reply = sayings.REPLIES[sayings.FEELING_EXTRAS[0]]
    assert after(play, Chose(2)).beats == (Say(text=reply, label="mirror"), also)


def test_the_next_one_names_it_where_it_says_so() -> None:
    play = begun(story(Name(cause=plain("Rain."), mirror=plain("-"), who="next")), 9, 15, 40)
    assert (play.turn, [beat.who for beat in play.beats if isinstance(beat, Pick)]) == ("m1", ["m1"])


def test_each_bears_the_words_of_their_age() -> None:
    step = Name(cause=plain("Rain."), mirror=plain("-"), options=tuple("abcdefgh"), who="everyone")
    assert [len(beat.faces) for beat in beats(step, ages=(4, 5, 40)) if isinstance(beat, Pick)] == [2, 6, 6]
    assert [beat.faces for beat in beats(replace(step, options=()), ages=(4,)) if isinstance(beat, Pick)] == [
        ("sad", "mad")
    ]


def named_words(play: Play) -> tuple[str, ...]:
    assert isinstance(play.beat, Pick)
    return play.beat.faces


def test_a_word_of_ones_own_takes_the_last_door_another_one_each_evening() -> None:
    ada = replace(table(15)[0], words=("zig", "sad"))
    step = Name(cause=plain("Rain."), mirror=plain("-"))
    met = [named_words(begun(story(step), people=(ada, *table(9, 40)[1:]), seed=seed)) for seed in (0, 1)]
    assert [words[-1] for words in met] == ["zig", "sad"]
    assert set(met[0][:-1]) == {"happy", "sad", "mad", "scared"}
    assert set(met[1][:-1]) == {"happy", "mad", "scared"}
