"""People come and go all evening long, one after another: every key still does what it says."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.deals import reader_of
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.entries import Entry, Sealed, Sewn
from gatherround.domain.people import Person
from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Ballot, Card, Check, Pick, involved
from gatherround.domain.play.casting import deal_of
from gatherround.domain.play.directing import ways
from gatherround.domain.play.looking import lies, looks, said_over, title, whispered
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Another, Chose, Join, Leave, Move, On, Pass, Twist
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import MOST_PEOPLE, Deal, Plan, Play
from gatherround.domain.steps import (
    Choose,
    Door,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Seats,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Write,
)
from gatherround.domain.tonight import Asked
from gatherround.host.written import place_json, plan_json, play_of
from gatherround.storage.journal import OpenRound, Waiting
from proving import tries
from rounds import EARLY_EVENING, WORDS, ask, plain, read, seats, story
from tables import restless, shelf, table, worded

TEXT: Final = "What would <next> say to <me>, if the wind could hear it?"
SAID: Final = plain(TEXT)
VOTE: Final = Vote(question=SAID, options=(plain("yes"), plain("no")))
STEPS: Final[tuple[Step, ...]] = (
    ask(TEXT, who="everyone"),
    Name(cause=SAID, mirror=SAID, who="turn"),
    Choose(prompt=SAID, options=tuple(Door(say=plain(name), then=(read(name),)) for name in ("Left.", "Right."))),
    Guess(about="pick", prompt=SAID, sure=True),
    Guess(about="next", prompt=SAID),
    Guess(about="mo", prompt=SAID),
    Seats(),
    Seats(private=True),
    Swap(to="choose"),
    Swap(to="next"),
    Echo(topic=SAID),
    VOTE,
    VoteAgain(),
    Facts(cards=(SAID, SAID, SAID)),
    Talk(prompt=SAID),
    Write(prompt=SAID),
    Offer(acts=(SAID,)),
)
FIRST: Final[tuple[Step, ...]] = (VOTE, Guess(about="pick", prompt=SAID), Swap(to="choose"), Seats(private=True))
BEFORE: Final[dict[type, Step]] = {VoteAgain: VOTE, Guess: Seats()}
"""What has to come before a step."""


def made_up(name: str, dice: random.Random, **whom: int) -> Activity:
    """Gives a story of a few steps in any order, for some of the ages that may sit there."""
    given = {
        "youngest": dice.choice((2, 2, 2, 8)),
        "oldest": dice.choice((12, 99, 99, 99)),
        "depth": dice.choice((1, 1, 3)),
    }
    return story(
        *(step for step in dice.sample(STEPS, 4) for step in (BEFORE.get(type(step)), step) if step),
        id=name,
        title=name.title(),
        seats=seats("Mo", "Ida", "Bo"),
        twists=("A wind comes.",),
        whisper="Wait.",
        phrase=f"the {name}",
        acts=(plain("Wave."), plain("Sing.")),
        exit=plain("Enough, <me>."),
        series=dice.choice((None, "days")),
        **(given | whom),
    )


def dealt(activity: Activity, people: tuple[Person, ...], dice: random.Random) -> Deal | None:
    """Deals one activity as a hand does, or none where it has no place at this table."""
    parted = eligible(activity, Asked(people=people, minutes=10, wish="surprise", day=1), by_hand=True)
    if parted is None:
        return None
    return Deal(
        activity=activity,
        targets=parted[0],
        players=parted[1],
        listeners=parted[2],
        lead=dice.choice(parted[0]),
        reader=reader_of(people),
        director=dice.choice(people).id,
    )


def evening(stories: Sequence[Activity], people: tuple[Person, ...], seed: int) -> Plan | None:
    """Deals an evening with all that one may have: doors to pick from, a warm-up, a short one, titles to seal."""
    dice = random.Random(seed)
    deals = [deal for one in stories if (deal := dealt(one, people, dice))]
    if not deals:
        return None
    first, *spares = deals
    low, warm_up = (spares.pop() if spares and dice.random() < 0.5 else None for _ in range(2))
    return Plan(
        people=people,
        minutes=dice.choice((5, 10, 15)),
        wish="surprise",
        seed=seed,
        deals=(first,),
        low=low,
        warm_up=warm_up,
        spares=tuple(spares),
        words=WORDS,
        choice=dice.random() < 0.7,
    )


def made_up_evening(seed: int) -> Plan | None:
    dice = random.Random(seed)
    people = table(9, *dice.choices(range(2, 80), k=dice.randrange(2, 7)))
    names = ("hat", "pie", "jug", "owl", "sock", "key")[: dice.randrange(2, 7)]
    return evening([made_up(name, dice) for name in names], people, seed)


def made_up_story(seed: int) -> Plan | None:
    """Deals one story for everybody, which begins with what hangs on who is here."""
    dice = random.Random(seed)
    people = table(9, *dice.choices(range(2, 80), k=dice.randrange(3, 7)))
    one = made_up("hat", dice, youngest=2, oldest=99, depth=1)
    plan = evening([replace(one, others=None, steps=(dice.choice(FIRST), *one.steps[:3]))], people, seed)
    return plan and replace(plan, minutes=5)


def shipped_evening(seed: int) -> Plan | None:
    dice = random.Random(seed)
    people = table(*dice.choices((3, 4, 6, 8, 9, 11, 13, 16, 35, 40, 70), k=dice.randrange(2, 7)))
    return evening(dice.choices(shelf(), k=dice.randrange(2, 7)), people, seed)


@pytest.mark.parametrize("dealing", [made_up_story, made_up_evening, shipped_evening])
def test_whoever_comes_and_goes_every_move_can_be_made_and_every_door_is_what_it_says(
    dealing: Callable[[int], Plan | None],
) -> None:
    for seed in range(tries(50, 20_000)):
        if (plan := dealing(seed)) is None:
            continue
        moves: list[Move] = []
        recorded: list[Entry] = []
        try:
            for _, move, after, entries in restless(plan, seed):
                moves.append(move)
                recorded.extend(entries)
                everybody_is_here(after)
                nothing_is_told_early(after)
                every_move_is_what_it_says(after, random.Random(seed))
                if len(moves) % 8 == 0:
                    goes_on_where_it_was(after)
            assert told_again(plan, moves) == (after, recorded), "law 4"
        except Exception as trouble:
            trouble.add_note(f"seed {seed}, {[deal.activity.full_id for deal in plan.deals]}: {moves}")
            raise


def everybody_is_here(play: Play) -> None:
    """Nobody who has left has a beat, a vote, a seat, a turn or a part in what is dealt."""
    here = {person.id for person in play.plan.people}
    assert 1 <= len(here) == len(play.plan.people) <= MOST_PEOPLE
    assert frozenset().union(*map(involved, play.beats)) <= here
    assert {holder for _, holder in play.seats} <= here
    assert {play.turn} - {""} <= here
    boxes = [beat for beat in play.beats if isinstance(beat, Ballot)]
    assert [who for who, _ in play.votes] == [who for box in boxes for who in box.voters[: len(play.votes)]]
    for box in boxes:
        assert set(box.voters) <= here
        assert len(play.votes) < len(box.voters), "a full box has been told"
    plan = play.plan
    for deal in (*plan.deals[play.deal :], *plan.spares, plan.low, plan.warm_up):
        if deal is not None:
            assert {*deal.targets} <= {*deal.players} <= here
            assert {*deal.players, *deal.listeners} == here, "whoever came has a part in it"
            assert {deal.lead, deal.reader} | ({deal.director} - {None}) <= here


def nothing_is_told_early(play: Play) -> None:
    """What is private, and which story it will be, stays so behind whatever is said over it."""
    below = lies(play)
    if any(isinstance(beat, Pick) and beat.use == "deal" for beat in play.beats):
        assert (title(play), whispered(play)) == ("", "")
        assert not {Another(), Twist()} & {*legal(play)}
    if isinstance(below, Ballot | Card):
        assert not looks(play) & {"coach", "note", "put-aside"}
        assert Twist() not in legal(play)


def every_move_is_what_it_says(play: Play, dice: random.Random) -> None:
    """Every legal move can be made, and every door leads where its words say, also behind what is said over it."""
    for beat in play.beats:
        if isinstance(beat, Pick):
            assert beat.default is None or beat.default < len(beat.options)
    for move in legal(play):
        after, _ = make(play, worded(move, dice, play))
        if isinstance(move, Leave | Join):
            everybody_is_here(after)
            nothing_is_told_early(after)
    below = replace(play, beats=play.beats[len(said_over(play)) :] or play.beats)
    for move in legal(below):
        if isinstance(move, On | Pass | Chose):
            after, entries = make(below, move)
            if isinstance(move, Chose) and isinstance(below.beat, Pick):
                leads_where_it_says(below, below.beat, move.option, after, entries)


def leads_where_it_says(play: Play, pick: Pick, option: int, after: Play, entries: tuple[Entry, ...]) -> None:
    door, last = pick.options[option], option == len(pick.options) - 1
    match pick.use:
        case "person":
            who = next(beat.who for beat in after.beats if isinstance(beat, Check))
            assert after.plan.person(who).name == door
        case "chair":
            seat, who = after.seats[-1]
            assert (deal_of(play).activity.seat(seat).name, who) == (door, pick.who)
        case "deal":
            assert len(pick.options) == len(ways(play.plan))
            assert door in (sayings.TWO_OTHERS, sayings.YOU_CHOOSE) or door.startswith(deal_of(after).activity.title)
        case "battery":
            assert (after.plan.minutes == 3) == (option == 1)
        case "branch":
            assert isinstance(play.step, Choose)
            assert len(pick.options) == len(play.step.options)
        case "feeling" if option < len(pick.faces):
            assert after.feeling == door
        case "stitch":
            assert sayings.STITCHES[play.plan.stitches[option]] == door
            assert after.stitch == play.plan.stitches[option]
        case "word":
            assert [entry.word for entry in entries if isinstance(entry, Sewn)] == [None if last else door]
        case "envelope":
            assert [entry.title for entry in entries if isinstance(entry, Sealed)] in ([], [door])
        case _:
            pass


def goes_on_where_it_was(play: Play) -> None:
    """What is written down of it can be read again, and everything that may be done there can be done."""
    if play.phase == "night":
        return
    hold = OpenRound(1, "", 0)
    waiting = Waiting(hold=hold, plan_json=plan_json(play.plan), place_json=place_json(play), at=EARLY_EVENING)
    again = play_of(waiting)
    assert again == place(play)
    everybody_is_here(again)
    every_move_is_what_it_says(again, random.Random(0))


def told_again(plan: Plan, moves: Sequence[Move]) -> tuple[Play, list[Entry]]:
    """Gives where the same moves lead from the beginning, and what is recorded on the way."""
    play, recorded = begin(plan), list[Entry]()
    for move in moves:
        play, entries = make(play, move)
        recorded.extend(entries)
    return play, recorded
