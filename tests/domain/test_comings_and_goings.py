"""Somebody gets up or sits down: what becomes of every deal, seat, vote and beat."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.people import Person
from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Ballot, Card, Casting, Check, Pick, Say, Turn
from gatherround.domain.play.comings import leaves_nothing, may_join
from gatherround.domain.play.looking import title, whispered
from gatherround.domain.play.make import NotNow, begin, legal, make
from gatherround.domain.play.moves import Another, Chose, Join, Leave, On
from gatherround.domain.play.plan import Deal, Play
from gatherround.domain.steps import Echo, Guess, Offer, Seats, Step, Swap, Vote, Write
from rounds import after, ask, begun, laid, plain, reached, read, seats, story
from tables import somebody, table

NEW = somebody(12, 7)


def goodbye(name: str) -> Say:
    return Say(text=sayings.LEFT.format(name=name), label="kind")


def hello(person: Person) -> Say:
    return Say(text=sayings.CAME.format(name=person.name), label="kind")


def waits(*sentences: str) -> Say:
    return Say(text=" ".join(sentences), label="kind")


def playing(*steps: Step, ages: tuple[int, ...] = (9, 15, 40), **more: object) -> Play:
    return begun(story(*steps, **more), *ages)


def parts(deal: Deal) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return deal.targets, deal.players, deal.listeners


# Sitting down


@pytest.mark.parametrize(
    ("age", "dealt"),
    [
        (12, (("m0", "m7"), ("m0", "m1", "m7"), ())),
        (10, (("m0", "m7"), ("m0", "m1", "m7"), ())),
        (13, (("m0",), ("m0", "m1", "m7"), ())),
        (8, (("m0", "m7"), ("m0", "m1", "m7"), ())),
        (7, (("m0",), ("m0", "m1"), ("m7",))),
    ],
)
def test_whoever_sits_down_is_meant_plays_along_or_listens_by_their_age(age: int, dealt: object) -> None:
    play = after(playing(ask(), ages=(9, 40), youngest=8, oldest=12), Join(somebody(age, 7)))
    assert parts(play.plan.deals[0]) == dealt
    assert play.plan.people[-1] == somebody(age, 7)
    assert play.beat == Say(text=sayings.CAME.format(name="Onion"), label="kind")
    assert after(play, On()).beat.text == "What was loud today?"


def test_nobody_is_greeted_after_their_goodbye_or_said_goodbye_to_after_they_are_back() -> None:
    play = playing(ask())
    gone = after(play, Join(NEW), Leave("m0"), Leave(NEW.id))
    assert gone.beats[:2] == (goodbye("Onion"), goodbye("Spoon")), "the one who stays away is still said goodbye to"
    assert hello(NEW) not in gone.beats
    back = after(play, Leave("m1"), Join(play.plan.people[1]))
    assert back.beat == hello(play.plan.people[1])
    assert goodbye(play.plan.people[1].name) not in back.beats


OURS = story(ask("And us?"), id="ours", youngest=18, oldest=99, size="pebble")
FIRST, NEXT, DOG = story(ask("First?"), id="first"), story(ask("Next?"), id="next"), story(ask("A dog?"), id="dog")
CHILD = somebody(6, 7)


def between_two(*stories: Activity, choice: bool = False) -> Play:
    """Begins an evening of two grown-ups with these; where they may choose, all but the first are behind doors."""
    deals = [laid(one, table(40, 41)).deals[0] for one in stories]
    begins, spares = (deals[:1], deals[1:]) if choice else (deals, [])
    directed = [replace(deal, director="m0") for deal in begins]
    plan = replace(laid(stories[0], table(40, 41)), deals=tuple(directed), spares=tuple(spares), choice=choice)
    return begin(plan)


@pytest.mark.parametrize(
    ("stories", "left"),
    [
        ((OURS, NEXT), ["next"]),
        ((FIRST, OURS, NEXT), ["first", "next"]),
        ((replace(FIRST, youngest=18, oldest=99), NEXT), ["next"]),
        ((FIRST, replace(NEXT, minutes=12, youngest=14, others=None)), ["first"]),
        ((replace(FIRST, minutes=12, youngest=14, others=None), NEXT), ["first", "next"]),
    ],
)
def test_what_is_not_for_a_child_to_hear_goes_when_one_sits_down(
    stories: tuple[Activity, ...], left: list[str]
) -> None:
    play = after(between_two(*stories), Join(CHILD))
    assert [deal.activity.id for deal in play.plan.deals] == left
    assert play.dealt is not None
    assert play.dealt.activity.id == left[0]
    assert CHILD.id in play.dealt.players + play.dealt.listeners
    assert play.beat == Say(text=sayings.CAME.format(name="Onion"), label="kind")
    assert after(play, On()).dealt == play.dealt
    assert [deal.activity.id for deal in after(between_two(*stories), Join(somebody(44, 7))).plan.deals] == [
        one.id for one in stories
    ]


@pytest.mark.parametrize(("age", "most", "phase"), [(44, 2, "main"), (12, 2, "close"), (12, 3, "main")])
def test_a_deep_story_goes_on_with_a_grown_up_who_listens_and_with_a_child_who_plays_along(
    age: int, most: int, phase: str
) -> None:
    play = after(playing(ask(), ages=(9, 40), most=most, depth=3), Join(somebody(age, 7)), On())
    assert play.phase == phase


def test_what_is_not_for_whoever_sits_down_during_the_warm_up_is_not_laid_after_it() -> None:
    plan = laid(DOG, table(9, 40), minutes=15, warm_up=laid(FIRST, table(9, 40)).deals[0])
    play = after(begin(plan), On(), Join(NEW, frozenset({"dog"})))
    assert (play.phase, play.plan.deals) == ("warm-up", ())
    assert [play.beats[1], after(play, On(), On()).beat.text] == [waits(sayings.WAITS), "First?"]


def test_what_whoever_sits_down_leaves_alone_goes_and_of_the_doors_too() -> None:
    play = after(between_two(FIRST, DOG, NEXT), Join(NEW, frozenset({"dog"})))
    assert [deal.activity.id for deal in play.plan.deals] == ["first", "next"]
    play = after(between_two(DOG, NEXT), Join(NEW, frozenset({"dog"})))
    assert [deal.activity.id for deal in play.plan.deals] == ["next"]
    play = after(between_two(DOG), Join(NEW, frozenset({"dog"})), On())
    assert play.phase == "close"
    doors = between_two(FIRST, DOG, NEXT, choice=True)
    assert isinstance(doors.beat, Pick)
    play = after(doors, Join(NEW, frozenset({"dog"})), On())
    assert isinstance(play.beat, Pick)
    assert [deal.activity.id for deal in play.plan.spares] == ["next"]
    play = after(between_two(FIRST, DOG, choice=True), Join(NEW, frozenset({"dog"})), On())
    assert (play.beat.text, play.plan.spares) == ("First?", ())


def test_where_no_story_has_begun_a_spare_is_told_instead_of_the_one_that_goes() -> None:
    play = after(between_two(DOG, FIRST, NEXT, choice=True), Join(NEW, frozenset({"dog"})), On())
    assert isinstance(play.beat, Pick), "the director picks anew, between those that are left"
    assert [deal.activity.id for deal in (*play.plan.deals, *play.plan.spares)] == ["first", "next"]
    play = after(between_two(DOG, FIRST, choice=True), Join(NEW, frozenset({"dog"})), On())
    assert (play.beat.text, play.plan.spares) == ("First?", ())
    warm_up = laid(NEXT, table(9, 40)).deals[0]
    for minutes, phase in ((10, "arrive"), (15, "warm-up")):
        plan = laid(DOG, table(9, 40), minutes=minutes, warm_up=warm_up, spares=laid(FIRST, table(9, 40)).deals)
        play = begin(plan) if phase == "arrive" else after(begin(plan), On())
        assert play.phase == phase
        play = after(play, Join(NEW, frozenset({"dog"})))
        assert [deal.activity.id for deal in play.plan.deals] == ["first"]


def test_a_story_that_has_begun_and_goes_makes_room_for_the_close_and_for_no_spare() -> None:
    chosen = after(between_two(DOG, FIRST, choice=True), Chose(0))
    assert chosen.beat.text == "A dog?"
    play = after(chosen, Join(NEW, frozenset({"dog"})), On())
    assert (play.phase, play.plan.deals) == ("close", ())
    assert [deal.activity.id for deal in play.plan.spares] == ["first"], "it may still be sealed for next time"


THUMBS = replace(OURS, most=2, preflight=True)
PLAY_ON = laid(replace(FIRST, whisper="Wait."), (*table(40, 41), CHILD)).deals


def test_a_couple_s_own_at_its_thumbs_is_said_to_wait_and_something_else_is_played() -> None:
    play = between_two(THUMBS)
    assert isinstance(play.beat, Pick)
    assert leaves_nothing(play, CHILD)
    joined = after(play, Join(CHILD, instead=PLAY_ON))
    assert joined.beats == (hello(CHILD), waits(sayings.TWO_WAIT, sayings.INSTEAD))
    assert title(joined) == title(after(joined, On())) == "", "what comes is not told before what goes"
    assert whispered(joined) == ""
    begins = after(joined, On(), On())
    assert (title(begins), begins.beat.text) == ("The Hat", "First?")
    assert CHILD.id in begins.plan.deals[0].players


def test_what_is_told_instead_on_an_evening_of_three_minutes_is_as_small() -> None:
    low = between_two(DOG, FIRST, choice=True).plan
    plan = replace(low, minutes=3, choice=False, small=laid(NEXT, table(40, 41)).deals)
    play = after(begin(replace(plan, deals=laid(THUMBS, table(40, 41)).deals)), Join(CHILD), On(), On())
    assert (play.beat.text, play.plan.small) == ("Next?", ())
    assert [deal.activity.id for deal in play.plan.spares] == ["first"]
    assert Another() not in legal(play)


def test_a_spare_comes_before_what_is_dealt_instead() -> None:
    plan = between_two(THUMBS, choice=True).plan
    play = begin(replace(plan, choice=False, spares=laid(NEXT, table(40, 41)).deals))
    assert not leaves_nothing(play, CHILD)
    assert after(play, Join(CHILD, instead=PLAY_ON), On(), On()).beat.text == "Next?"


def test_where_nothing_else_can_be_dealt_the_story_is_said_to_wait_all_the_same() -> None:
    play = after(between_two(THUMBS), Join(CHILD))
    assert play.beats == (hello(CHILD), waits(sayings.TWO_WAIT), *play.beats[2:])
    assert after(play, On(), On()).phase == "close"
    arrives = begin(replace(laid(DOG, table(9, 40)), minutes=10))
    play = after(arrives, Join(NEW, frozenset({"dog"})))
    assert play.beats == (hello(NEW), waits(sayings.WAITS), *arrives.beats)


@pytest.mark.parametrize(("told", "goes_on"), [(1, True), (2, False), (3, False)])
def test_what_is_put_down_in_its_first_half_leaves_time_for_another(told: int, goes_on: bool) -> None:
    four = replace(OURS, steps=tuple(ask(f"{at}?", who="turn") for at in range(4)))
    play = after(between_two(four), *[On()] * (told - 1))
    assert leaves_nothing(play, CHILD) is goes_on
    play = after(play, Join(CHILD, instead=PLAY_ON), On(), On())
    assert (play.phase, title(play)) == (("main", "The Hat") if goes_on else ("close", ""))


def test_what_has_begun_goes_on_with_whoever_can_only_sit_by_and_nothing_is_said_to_wait() -> None:
    play = playing(ask(), ages=(14, 40), youngest=12, minutes=12, others=None)
    joined = after(play, Join(CHILD, instead=PLAY_ON))
    assert joined.beats == (hello(CHILD), *play.beats)
    assert parts(joined.plan.deals[0])[2] == (CHILD.id,)


def test_whoever_takes_the_story_behind_the_first_door_along_leaves_the_other() -> None:
    doors = between_two(FIRST, NEXT, choice=True)
    theirs = replace(doors.plan.deals[0], targets=("m1",))
    play = after(begin(replace(doors.plan, deals=(theirs,))), Leave("m1"), On())
    assert play.beat.text == "Next?"


def test_a_story_that_is_full_has_a_listener_more() -> None:
    assert parts(after(playing(ask(), ages=(9, 40), most=2), Join(NEW)).plan.deals[0])[2] == ("m7",)
    assert parts(after(playing(ask(), ages=(9, 40), most=3), Join(NEW)).plan.deals[0])[2] == ()


def test_whoever_sits_down_has_their_part_in_all_that_is_still_to_come() -> None:
    other = laid(story(ask("Other?"), id="other"), table(9, 40)).deals[0]
    plan = laid(story(), table(9, 40), spares=(other,), low=other, warm_up=other)
    plan = after(begin(replace(plan, deals=(*plan.deals, other))), Join(NEW)).plan
    assert plan.warm_up
    assert plan.low
    for deal in (*plan.deals, *plan.spares, plan.warm_up, plan.low):
        assert deal.players == ("m0", "m1", "m7")


def test_a_card_is_covered_while_somebody_sits_down_or_gets_up() -> None:
    opened = after(playing(Seats(private=True), seats=seats("Mo"), ages=(9, 12, 40)), On())
    for move in (Join(NEW), Leave("m2")):
        card = after(opened, move, On()).beat
        assert isinstance(card, Card)
        assert not card.open


def test_nobody_sits_down_twice_and_there_are_twelve_chairs() -> None:
    play = playing(ask(), ages=(9, 40))
    with pytest.raises(NotNow):
        make(play, Join(somebody(12, 1)))
    eleven = begun(story(most=12), *[9, 40] * 5, 15)
    twelve = after(eleven, Join(replace(NEW, id="x")))
    assert len(twelve.plan.people) == 12
    with pytest.raises(NotNow):
        make(twelve, Join(replace(NEW, id="y")))
    assert not may_join(twelve, replace(NEW, id="y"))
    assert may_join(eleven, replace(NEW, id="y"))


# Getting up


def test_a_guests_chair_stays_theirs_when_they_get_up_and_a_member_has_theirs_by_their_card() -> None:
    guest = somebody(4, 5, member=False)
    play = begun(story(), people=(*table(9, 40), guest))
    gone = after(play, Leave(guest.id), Leave("m0"))
    assert gone.plan.away == (guest,)
    assert after(gone, Join(guest)).plan.away == ()


def test_whoever_gets_up_is_nowhere_in_the_deal_and_their_places_go_on() -> None:
    deal = replace(
        laid(story(), table(9, 15, 40, 41, 3)).deals[0],
        targets=("m0", "m1"),
        players=("m0", "m1", "m2", "m3"),
        listeners=("m4",),
        lead="m0",
        reader="m2",
        director="m1",
    )
    people = table(9, 15, 40, 41, 3)
    play = begin(replace(laid(story(), people), deals=(deal,)))

    def without(who: str) -> Deal:
        return after(play, Leave(who)).plan.deals[0]

    assert without("m0") == replace(deal, targets=("m1",), players=("m1", "m2", "m3"), lead="m1")
    assert without("m1") == replace(deal, targets=("m0",), players=("m0", "m2", "m3"), director=None)
    assert without("m2") == replace(deal, players=("m0", "m1", "m3"), reader="m3")
    assert without("m4") == replace(deal, listeners=())
    assert [person.id for person in after(play, Leave("m2")).plan.people] == ["m0", "m1", "m3", "m4"]
    assert after(play, Leave("m2")).beat == goodbye("Pepper")


def test_whoever_leads_goes_on_leading_when_another_gets_up() -> None:
    plan = laid(story(), table(9, 15, 40))
    play = begin(replace(plan, deals=(replace(plan.deals[0], lead="m1"),)))
    assert after(play, Leave("m2")).plan.deals[0].lead == "m1"
    assert after(play, Leave("m0")).plan.deals[0].lead == "m1"
    four = laid(story(), table(9, 15, 40, 41))
    reads = begin(replace(four, deals=(replace(four.deals[0], reader="m3"),)))
    assert after(reads, Leave("m0")).plan.deals[0].reader == "m3"


def test_the_youngest_that_is_meant_leads_next_and_without_a_grown_up_the_oldest_reads() -> None:
    play = begun(story(most=4), 9, 12, 11, 16)
    assert after(play, Leave("m0")).plan.deals[0].lead == "m2"
    read_by = after(play, Leave("m3")).plan.deals[0].reader
    assert read_by == "m1"


def test_the_turn_goes_to_the_lead_when_whoever_had_it_gets_up() -> None:
    play = playing(ask("A?", who="next"), ask("B?"), ages=(9, 12, 40))
    assert play.turn == "m1"
    assert after(play, Leave("m1"), On()).beat.who == "m0"
    assert after(play, Leave("m2"), On(), On()).beat.who == "m1"


def a_deal(text: str, **more: object) -> Deal:
    return laid(story(read(text), **more), table(9, 40, 41)).deals[0]


SMALL = a_deal("Small.", id="small", youngest=5, oldest=10)
BIG = a_deal("Big.", id="big")


def evening(*deals: Deal, **more: object) -> Play:
    return begin(replace(laid(story(), table(9, 40, 41)), deals=deals, **more))


def test_the_last_one_a_story_is_meant_for_takes_it_along_and_only_that_one() -> None:
    play = evening(BIG, SMALL, BIG, spares=(SMALL, BIG), low=SMALL)
    left = after(play, Leave("m0"))
    assert [deal.activity.id for deal in left.plan.deals] == ["big", "big"]
    assert [deal.activity.id for deal in left.plan.spares] == ["big"]
    assert left.plan.low is None
    assert left.beats[1:] == play.beats
    second = after(play, On(), On())
    assert second.beat.text == "Small."
    gone = after(second, Leave("m0"))
    assert gone.beats[:2] == (goodbye("Spoon"), waits(sayings.WAITS, sayings.INSTEAD))
    assert after(gone, On(), On()).beats == play.beats
    assert (gone.beat, gone.deal, gone.played) == (goodbye("Spoon"), 1, ("test/big",))


def test_what_has_been_played_stays_dealt_when_its_last_one_gets_up() -> None:
    second = after(evening(SMALL, BIG), On(), On())
    left = after(second, Leave("m0"))
    assert [deal.activity.id for deal in left.plan.deals] == ["small", "big"]
    assert left.beats == (goodbye("Spoon"), *second.beats)
    assert left.deal == 1


def test_a_warm_up_whose_last_one_gets_up_makes_room_for_the_main_thing() -> None:
    play = after(evening(BIG, SMALL, minutes=15, warm_up=SMALL), On())
    assert (play.phase, play.beat.text) == ("warm-up", "Small.")
    left = after(play, Leave("m0"))
    assert (left.phase, left.deal, left.plan.warm_up) == ("main", 0, None)
    assert [left.beat.text, after(left, On()).beat.text] == [goodbye("Spoon").text, "Big."]
    assert [deal.activity.id for deal in left.plan.deals] == ["big"]
    other = after(evening(SMALL, BIG, minutes=15, warm_up=BIG), On(), Leave("m0"))
    assert [deal.activity.id for deal in other.plan.deals] == ["big"], "what is still to come is not played yet"


# Their beats


def test_their_turns_go_and_everybody_elses_stay() -> None:
    play = playing(ask("A?", who="everyone"), ages=(9, 15, 40))
    left = after(play, Leave("m1"))
    assert [beat.who for beat in left.beats if isinstance(beat, Turn)] == ["m0", "m2"]


def test_their_half_of_an_echo_goes_whole_with_the_other_half() -> None:
    play = playing(Echo(topic=plain("A bus.")), read("Enough."), ages=(9, 15, 40))
    assert after(play, Leave("m2")).beats[1:] == play.beats
    assert after(play, Leave("m1")).beats == (goodbye("Lemon"),)
    assert after(play, Leave("m1"), On()).beat.text == "Enough."


def test_a_guess_goes_with_whoever_it_was_about_its_silly_one_too() -> None:
    step = Guess(about="next", prompt=plain("?"))
    play = playing(step, read("Enough."), ages=(9, 15, 40))
    assert after(play, Leave("m2"), On()).beat.text == "Enough."
    assert after(play, Leave("m0"), On()).beat.text == "Enough."
    assert after(play, Leave("m1"), On()).beats == play.beats


WHOM = Guess(about="pick", prompt=plain("What does <next> like?"))


def guessed(play: Play) -> list[tuple[str, str]]:
    """Gives each door that says whom to guess about, with the name of whoever then says how near it was."""
    assert isinstance(play.beat, Pick)
    checks = [reached(after(play, Chose(door)), Check).beat for door in range(len(play.beat.options))]
    names = [play.plan.person(check.who).name for check in checks if isinstance(check, Check)]
    return list(zip(play.beat.options, names, strict=True))


@pytest.mark.parametrize(
    ("moves", "doors"),
    [
        ((), ["Lemon", "Pepper", "Bread"]),
        ((Leave("m1"),), ["Pepper", "Bread"]),
        ((Leave("m3"),), ["Lemon", "Pepper"]),
        ((Join(NEW),), ["Lemon", "Pepper", "Bread", "Onion"]),
        ((Join(somebody(70, 8)),), ["Lemon", "Pepper", "Egg", "Bread"]),
        ((Join(somebody(70, 8)), Leave("m2")), ["Lemon", "Egg", "Bread"]),
    ],
)
def test_whoever_comes_and_goes_while_somebody_picks_whom_to_guess_about_is_a_door_or_none(
    moves: tuple[Leave | Join, ...], doors: list[str]
) -> None:
    play = after(playing(WHOM, ages=(9, 38, 40, 10)), *moves, *[On()] * len(moves))
    assert guessed(play) == [(name, name) for name in doors]


def test_with_one_left_to_guess_about_there_is_nothing_to_pick_and_the_picker_takes_the_guess_along() -> None:
    play = playing(WHOM, read("Enough."), ages=(9, 38, 40))
    one = after(play, Leave("m1"), On())
    assert isinstance(one.beat, Turn)
    assert (one.beat.label, reached(one, Check).beat.who) == ("silly-guess", "m2")  # type: ignore[union-attr]
    assert after(one, Leave("m2"), On()).beat.text == "Enough."  # type: ignore[union-attr]
    assert after(play, Leave("m0"), On()).beat.text == "Enough."  # type: ignore[union-attr]


def test_an_empty_box_is_told_when_the_last_it_waited_for_gets_up() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
    play = after(playing(vote, ages=(9, 15, 40)), Chose(0), Chose(1))
    told = after(play, Leave("m2"))
    assert told.beats == (goodbye("Pepper"), Say(text="In the box: yes · no.", label="reveal"))
    assert (told.votes, told.first_votes) == ((), (("m0", 0), ("m1", 1)))
    waits = after(play, Leave("m0"), On())
    assert isinstance(waits.beat, Ballot)
    assert (waits.beat.voters, waits.votes) == (("m1", "m2"), (("m1", 1),))


def test_a_box_is_told_when_the_last_two_it_waited_for_get_up_one_after_the_other() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
    play = after(playing(vote, read("Enough."), ages=(9, 15, 40, 41)), Chose(0), Chose(1))
    told = after(play, Leave("m2"), Leave("m3"))
    reveal = Say(text="In the box: yes · no.", label="reveal")
    assert told.beats == (goodbye("Bread"), goodbye("Pepper"), reveal)
    assert (told.votes, told.first_votes) == ((), (("m0", 0), ("m1", 1)))
    assert after(told, On(), On()).beat == reveal
    assert after(told, On(), On(), On()).beat.text == "Enough."
    between = after(play, Leave("m2"), Join(NEW), Leave("m3"))
    assert between.beats[-1] == reveal, "whoever has just sat down does not vote in it"


def test_a_box_that_nobody_is_left_to_fill_is_taken_away() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
    play = playing(vote, read("Enough."), ages=(9, 40), youngest=5, oldest=99)
    alone = after(play, Leave("m0"))
    assert isinstance(alone.beats[1], Ballot)
    assert alone.beats[1].voters == ("m1",)


def test_a_box_without_anybody_who_may_vote_in_it_is_taken_away() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
    play = after(playing(vote, read("Enough."), ages=(9, 40)), Join(NEW), On(), Leave("m0"), On(), Leave("m1"))
    assert after(play, On()).beat.text == "Enough."
    assert after(play, On()).votes == ()


def test_a_chair_that_somebody_was_to_choose_is_offered_to_the_next() -> None:
    play = playing(Swap(to="choose", text=plain("Which?")), seats=seats("Mo", "Ida"), ages=(9, 12, 40))
    assert play.beat.who == "m0"
    left = after(play, Leave("m0"), On())
    assert left.beat == Pick(who="m1", prompt="Which?", options=("Mo", "Ida"), use="chair", default=0)
    assert after(play, Leave("m2"), On()).beat == play.beat


def test_a_seat_that_somebody_took_with_them_is_offered_to_whoever_chooses_now() -> None:
    play = playing(Swap(to="choose", text=plain("Which?")), seats=seats("Mo", "Ida", "Bo"), ages=(9, 12, 40))
    left = after(play, Chose(0), Leave("m0"), On())
    assert left.beat == Pick(who="m1", prompt="Which?", options=("Mo", "Ida", "Bo"), use="chair", default=0)
    assert after(left, Chose(1)).seats == (("ida", "m1"),)


def test_the_short_one_is_offered_only_while_there_is_one_for_who_is_here() -> None:
    low = laid(story(read("Small."), id="small", oldest=9), table(9, 40)).deals[0]
    deep = laid(story(read("Deep."), id="deep", depth=3, youngest=8), table(9, 40)).deals[0]
    for one, move in ((low, Leave("m0")), (deep, Join(somebody(4, 7)))):
        arriving = begin(laid(story(), table(9, 40), minutes=10, low=one))
        assert isinstance(arriving.beat, Pick)
        assert arriving.beat.options == sayings.BATTERY
        now = after(arriving, move, On()).beat
        assert isinstance(now, Pick)
        assert now.options == sayings.ON_WE_GO
        assert sayings.TONIGHT not in now.prompt
        stays = after(arriving, Join(somebody(41, 8)), On())
        assert (stays.beat, stays.plan.low) != (now, None)


def test_their_seat_goes_to_the_reader_and_their_card_with_them() -> None:
    play = playing(Seats(private=True), seats=seats("Mo", "Ida"), ages=(9, 12, 40))
    left = after(play, Leave("m1"))
    assert left.seats == (("mo", "m0"),)
    assert [beat.who for beat in left.beats if isinstance(beat, Card)] == ["m0"]
    assert left.beats[-1] == Say(
        text=sayings.ALL_BACK, label="seats", sight=Casting((("Mo", "Spoon"), ("Ida", "Pepper")))
    )


def test_their_page_to_write_goes_and_what_helps_them_is_not_said() -> None:
    people = tuple(replace(person, comfort=("tea",)) for person in table(9, 15, 40))
    play = begun(story(Write(prompt=plain("A.")), Offer(acts=(plain("Wave."),))), people=people)
    assert len(after(play, Leave("m1")).beats) == 3
    offered = reached(play, Pick, use="act")
    left = after(offered, Leave("m1"), On()).beat
    assert isinstance(left, Pick)
    assert left == replace(offered.beat, helps=(offered.beat.helps[0], offered.beat.helps[2]))


def test_the_stitch_is_handed_to_the_youngest_who_is_still_here() -> None:
    play = reached(begun(story(), 9, 15, 40), Pick, use="stitch")
    assert play.beat.who == "m0"
    handed = after(play, Leave("m0"), On()).beat
    assert handed == replace(play.beat, who="m1", prompt=sayings.STITCH_PROMPT.format(name="Lemon"))
    assert after(play, Leave("m2"), On()).beat == play.beat


def test_a_check_goes_with_either_of_the_two_it_is_between() -> None:
    step = Guess(about="next", prompt=plain("?"))
    checked = reached(playing(step, read("Enough."), ages=(9, 15, 40)), Check)
    for who, text in (("m0", "Enough."), ("m2", "Enough."), ("m1", checked.beat.text)):
        assert after(checked, Leave(who), On()).beat.text == text


def test_the_last_but_one_may_get_up_and_the_last_may_not() -> None:
    people: tuple[Person, ...] = table(9, 40)
    alone = after(begun(story(), people=people), Leave("m0"))
    assert alone.plan.people == people[1:]
    with pytest.raises(NotNow):
        make(alone, Leave("m1"))


def test_two_seats_of_one_name_are_still_told_when_somebody_gets_up() -> None:
    fox, owl = seats("Fox", "Owl")
    twins = story(Seats(), seats=(fox, replace(owl, name="Fox")), fewest=2)
    play = after(begin(laid(twins, table(9, 13, 40), minutes=5)), On())
    told = [beat for beat in after(play, Leave(play.plan.people[1].id)).beats if isinstance(beat, Say)]
    assert [beat.sight.parts[0][0] for beat in told if isinstance(beat.sight, Casting)] == ["Fox", "Fox"]
