"""What each step lays on the table, beat by beat."""

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import (
    Ballot,
    Beat,
    Breathing,
    Expression,
    FactCard,
    Pick,
    Say,
    Show,
    Turn,
    Write,
)
from gatherround.domain.play.moves import Chose, Leave, Lit, On
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Chorus,
    Door,
    Facts,
    Offer,
    Read,
    Rewind,
    Seats,
    SmallHands,
    Step,
    Talk,
    Vote,
    VoteAgain,
    Wording,
)
from gatherround.domain.steps import Write as WriteStep
from rounds import after, ask, begun, plain, reached, read, seats, story
from tables import table

CRASH = SmallHands(effect="crash", word="CRASH")
RAIN = Chorus(word="rain", noise="pssh")
RUNGS = Wording(toddler="Small?", school="Middle, <me>?", adult="Big, <me>?")


def beats(*steps: Step, ages: tuple[int, ...] = (9, 15, 40), **more: object) -> tuple[Beat, ...]:
    """Gives the beats of the first step."""
    return begun(story(*steps, **more), *ages).beats


def test_a_page_has_its_face_its_chorus_where_the_word_is_and_small_hands_at_its_end() -> None:
    text = f"{' '.join(['Dry.'] * 30)} Then rain."
    said = " ".join(["Dry."] * 30)
    step = Read(text=plain(text), face="sad", small_hands=CRASH)
    assert beats(step, chorus=(RAIN,)) == (
        Say(text=said, label="read", sight=Expression("sad")),
        Say(
            text="Then rain.",
            label="read",
            sight=Expression("sad"),
            said=(said,),
            chorus=(RAIN,),
            small_hands=CRASH,
        ),
    )
    assert beats(Read(), scene=plain("It rained.")) == (Say(text="It rained.", label="read"),)


def test_a_page_is_said_with_the_name_of_whoever_has_the_turn() -> None:
    play = reached(begun(story(ask(who="next"), read("<me> waits.")), 9, 40), Say, label="read")
    assert play.beat.text == "Lemon waits."


def test_a_page_without_words_is_no_page() -> None:
    assert begun(story(Read(), read("Enough.")), 9, 40).beat == Say(text="Enough.", label="read")


def test_each_is_asked_in_their_own_wording_with_their_own_helps_and_the_rest_have_a_job_once() -> None:
    step = Ask(text=RUNGS, who="everyone", wait=4, easier=(RUNGS,), if_stuck=(plain("Guess."),), marks=("I saw",))
    asked = {"label": "ask", "wait": 4, "if_stuck": ("Guess.", "Look up."), "marks": ("I saw",)}
    assert beats(step, ages=(9, 3, 40), if_stuck=("Look up.",)) == (
        Turn(who="m1", text="Small?", easier=("Small?",), meanwhile="You are the wind.", **asked),
        Turn(who="m0", text="Middle, Spoon?", easier=("Middle, Spoon?",), **asked),
        Turn(who="m2", text="Big, Pepper?", easier=("Big, Pepper?",), **asked),
    )


def test_eight_words_go_round_once_and_are_asked_in_full_of_whoever_is_next_when_one_leaves() -> None:
    long = "one two three four five six seven eight"
    play = begun(story(ask(long, who="everyone")), 15, 16, 40)
    handed = replace(play.beat, who="m1", text=sayings.HANDED_ON[2].format(name="Lemon"), asked=long, meanwhile="")
    assert play.beats[1] == handed
    left = after(play, Leave("m0"), On()).beat
    assert (left.who, left.text, left.asked) == ("m1", long, "")  # type: ignore[union-attr]
    short = begun(story(ask(long[4:], who="everyone")), 15, 16, 40)
    assert [beat.text for beat in short.beats if isinstance(beat, Turn)] == [long[4:]] * 3


def test_who_has_nothing_to_do_meanwhile_is_told_only_where_there_is_somebody_and_no_seats() -> None:
    told = [
        [beat.meanwhile for beat in beats(ask(), ages=ages, **more) if isinstance(beat, Turn)]
        for ages, more in (((9, 15, 40), {}), ((9, 40), {}), ((9, 15, 40), {"others": None}))
    ]
    assert told == [["You are the wind."], [""], [""]]
    seated = reached(begun(story(Seats(), ask(), seats=seats("Mo")), 9, 15, 40), Turn)
    assert seated.beat == Turn(who="m0", text="What was loud today?", label="ask")


def test_what_is_shown_by_all_is_asked_as_the_table_hears_it() -> None:
    step = Ask(text=RUNGS, show=True, wait=3, easier=(RUNGS,), if_stuck=(plain("Look."),))
    assert beats(step, ages=(3, 40)) == (Show(text="Small?", wait=3, easier=("Small?",), if_stuck=("Look.",)),)


def test_the_next_one_round_the_table_is_asked_next_and_grown_ups_first_where_it_says_so() -> None:
    play = begun(story(ask("A?", who="next"), ask("B?", who="next"), ask("C?", who="turn")), 9, 15, 40)
    assert [play.beat.who, after(play, On()).beat.who, after(play, On(), On()).beat.who] == ["m1", "m2", "m2"]
    first = beats(ask(who="adults-first"), ages=(9, 40, 15))
    assert [beat.who for beat in first if isinstance(beat, Turn)] == ["m1", "m0", "m2"]


def test_a_branch_is_asked_of_whoever_has_the_turn() -> None:
    step = Choose(who="next", prompt=RUNGS, options=(Door(say=RUNGS, then=()), Door(say=plain("No."), then=())))
    assert beats(step, ages=(9, 40)) == (
        Pick(who="m1", prompt="Big, Lemon?", options=("Big, Lemon?", "No."), use="branch"),
    )


def test_two_new_facts_are_told_and_every_further_one_is_offered() -> None:
    step = Facts(cards=(plain("A."), plain("B."), plain("C.")))
    question = Turn(who="", text=sayings.ANOTHER_FACT, label="fact")
    prompt, options = sayings.ANOTHER_PROMPT, sayings.ANOTHER
    assert beats(step) == (
        Say(text="A.", label="fact", sight=FactCard(1, 3)),
        question,
        Say(text="B.", label="fact", sight=FactCard(2, 3)),
        question,
        Pick(who="", prompt=prompt, options=options, use="another", default=0, thread=1),
        Say(text="C.", label="fact", sight=FactCard(3, 3), thread=1),
        replace(question, thread=1),
    )
    assert beats(replace(step, ask=plain("So?")))[1] == replace(question, text="So?")
    third = after(begun(story(step, read("Enough.")), 9, 15, 40), On(), On(), On(), On())
    assert after(third, Chose(1)).beat.text == "Enough."
    assert after(third, Chose(0)).beat.text == "C."


def test_a_talk_goes_round_with_equal_time_and_then_anybody_may() -> None:
    turn = {"label": "talk", "tokens": sayings.LANTERNS}
    assert beats(Talk(prompt=RUNGS, minutes=4)) == (
        Turn(who="m0", text="Middle, Spoon?", seconds=60, **turn),
        Turn(who="m1", text="Middle, Lemon?", seconds=60, **turn),
        Turn(who="m2", text="Big, Pepper?", seconds=60, **turn),
        Turn(who="", text=sayings.ANYONE, **turn),
    )


def test_a_lantern_is_lit_for_the_whole_talk_and_for_no_other() -> None:
    play = begun(story(Talk(prompt=plain("A?")), Talk(prompt=plain("B?"))), 9, 40)
    lit = after(play, Lit(2), Lit(0), On())
    assert lit.lanterns == (0, 2)
    assert after(lit, Lit(2)).lanterns == (0,)
    second = after(lit, On(), On())
    assert (second.beat.text, second.lanterns) == ("B?", ())
    assert after(second, Lit(1), On(), On(), On(), On()).lanterns == ()


def test_a_change_is_told_made_and_played() -> None:
    assert beats(Rewind(start=RUNGS, change=RUNGS), ages=(9, 3, 40)) == (
        Say(text="Small?", label="rewind"),
        Turn(who="m1", text="Small?", label="change"),
        Turn(who="", text=sayings.PLAY_IT, label="replay"),
    )


def test_a_breath_is_said_shorter_to_a_small_table() -> None:
    big, small = sayings.BREATHINGS["star"], sayings.BREATHINGS_SMALL["star"]
    step = Breathe(pattern="star", times=2)
    assert beats(step) == (Say(text=big, label="breathe", sight=Breathing("star", 2)),)
    assert beats(step, ages=(3, 40)) == (Say(text=small, label="breathe", sight=Breathing("star", 2)),)


def test_everybody_of_five_and_more_may_write() -> None:
    assert beats(WriteStep(prompt=RUNGS, words=7, keep="corner"), ages=(4, 5, 40)) == (
        Write(who="m1", prompt="Middle, Lemon?", words=7),
        Write(who="m2", prompt="Big, Pepper?", words=7),
    )
    assert beats(WriteStep(prompt=plain("A.")), ages=(9,)) == (Write(who="m0", prompt="A.", words=20),)


def test_an_offer_says_what_helps_whoever_has_said_so_and_at_most_three() -> None:
    people = tuple(replace(person, comfort=("tea", "quiet")) for person in table(9, 10, 11, 40, 41)[:4])
    play = begun(story(Offer(acts=(plain("Wave."),))), people=(*people, *table(9, 10, 11, 40, 41)[4:]))
    helps = [
        (f"m{at}", sayings.HELPS.format(name=name, helps="tea · quiet"))
        for at, name in enumerate(("Spoon", "Lemon", "Pepper"))
    ]
    options = ("Wave.", sayings.NOTHING_TODAY)
    asked = Pick(who="", prompt=sayings.OFFER_PROMPT, options=options, use="act", default=1, helps=tuple(helps))
    assert play.beat == asked
    own = begun(story(Offer(acts=(plain("Wave."),), prompt=plain("Well?"))), 9, 40)
    assert own.beat == replace(asked, prompt="Well?", helps=())


def test_a_ballot_and_its_second_ask_the_same() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
    other = Vote(question=plain("Cake?"), options=(plain("a"), plain("b")))
    play = begun(story(vote, other, VoteAgain(), vote), 40, 9)
    first = Ballot(voters=("m1", "m0"), question="Soup?", options=("yes", "no"))
    assert play.beat == first
    second = after(play, *[On()] * 3)
    assert second.beat == replace(first, question="Cake?", options=("a", "b"))
    assert after(second, *[On()] * 3).beat == replace(second.beat, again=True)
