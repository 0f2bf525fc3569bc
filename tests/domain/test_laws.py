"""The fourteen laws of a Round, over every shipped activity and tables of one to eight people of two to ninety-nine."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.company import private
from gatherround.domain.dealing.deals import NothingFits, reader_of
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.entries import Directed, Played, PutDownEntry, RoundEnded
from gatherround.domain.plain_values import from_plain, to_plain
from gatherround.domain.play.beats import Ballot, Card, Check, Say, Show, Turn
from gatherround.domain.play.make import NotNow, begin, legal, make
from gatherround.domain.play.moves import Chose, GoOn, Leave, Move, On, Pass, Pause, Said, TakeBack
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import Deal, Plan, Play
from gatherround.domain.tonight import Asked
from proving import tries
from tables import lists, planned, shelf, somebody, table, walk, worded

AGES = st.lists(st.integers(2, 99), min_size=1, max_size=8)
SEEDS = st.integers(0, 10_000)
ROUNDS = settings(max_examples=tries(60, 5_000), deadline=None)


def laid(activity: Activity, ages: list[int], seed: int = 1) -> Plan | None:
    """Lays one activity for a table as a parent's own choice would, or gives none where it has no place there."""
    people = table(*ages)
    parted = eligible(activity, Asked(people=people, minutes=10, wish="surprise", day=1), by_hand=True)
    if parted is None:
        return None
    targets, players, listeners = parted
    deal = Deal(
        activity=activity,
        targets=targets,
        players=players,
        listeners=listeners,
        lead=targets[0],
        reader=reader_of(people),
        director=players[-1],
    )
    return Plan(people=people, minutes=10, wish="surprise", deals=(deal,), seed=seed, words=lists().feelings)


def tables_for(activity: Activity) -> list[list[int]]:
    """Gives tables that an activity may meet: alone, exact, crowded, mixed."""
    low, high = activity.youngest, min(activity.oldest, 70)
    return [
        [low, 40],
        [low] * activity.fewest,
        [high, low, 38, 41],
        [low, high, high, 16, 9, 3, 35, 68],
        [3, 9, 15, 40, 42],
        [40, 41],
    ]


@pytest.mark.parametrize("activity", shelf(), ids=lambda activity: activity.full_id)
def test_every_shipped_activity_reaches_the_night_from_every_table_by_any_road(activity: Activity) -> None:
    met = 0
    for ages in tables_for(activity):
        plan = laid(activity, ages)
        if plan is None:
            continue
        met += 1
        for seed in range(tries(3, 40)):
            last: Play | None = None
            for before, move, after, _ in walk(replace(plan, seed=seed), seed, most=900):
                assert legal(before), "law 1"
                if not before.paused:
                    assert Pause() in legal(before), "law 1"
                last = after
                del move
            assert last is not None
            assert last.phase == "night", "a walk that never ends"
    assert met, "an activity that no table can play"


@given(AGES, SEEDS, st.sampled_from([3, 5, 10, 15, 20]))
@ROUNDS
def test_going_on_alone_reaches_the_night(ages: list[int], seed: int, minutes: int) -> None:
    try:
        play = begin(planned(*ages, minutes=minutes, seed=seed))
    except NothingFits:
        return
    for _ in range(500):
        if play.phase == "night":
            break
        play, _ = make(play, On())
    assert play.phase == "night"


@given(AGES, SEEDS, st.sampled_from([3, 5, 10, 15, 20]))
@ROUNDS
def test_passing_everything_reaches_the_night_and_is_recorded_nowhere(ages: list[int], seed: int, minutes: int) -> None:
    try:
        play = begin(planned(*ages, minutes=minutes, seed=seed))
    except NothingFits:
        return
    kept = []
    while play.phase != "night":
        play, entries = make(play, Pass())
        kept.extend(entries)
    # That doors were offered is kept whichever way they are left, so that it tells of no pass.
    assert {type(entry) for entry in kept} <= {Played, Directed, RoundEnded}
    assert kept[-1] == RoundEnded("closed")


@given(AGES, SEEDS)
@ROUNDS
def test_a_random_round_keeps_the_laws(ages: list[int], seed: int) -> None:
    try:
        plan = planned(*ages, minutes=random.Random(seed).choice([3, 5, 10, 15, 20]), seed=seed)
    except NothingFits:
        return
    dice = random.Random(seed)
    for before, move, after, entries in walk(plan, seed):
        assert make(before, move) == (after, entries), "law 4: the same play and move give the same"
        assert 1 <= len(after.plan.people) <= 12, "law 14"
        illegal = dice.choice([GoOn(), TakeBack(), Chose(42), Said("not yet"), Leave("nobody")])
        if worded(illegal, dice, before) not in legal(before):
            with pytest.raises(NotNow):
                make(before, illegal)
        if after.dealt is not None:
            assert not private(after.dealt.activity, after.plan.people), "what is private waits for another evening"
        kept = place(after)
        no_secret_stays(kept)
        assert from_plain(Play, to_plain(kept)) == kept, "law 10"
        assert place(kept) == kept, "a place is a place"


def no_secret_stays(kept: Play) -> None:
    assert kept.votes == kept.first_votes == kept.lanterns == ()
    assert kept.feeling is None
    assert not any(isinstance(beat, Card) and beat.open for beat in kept.beats)


@given(AGES, SEEDS)
@ROUNDS
def test_every_guess_about_a_present_person_is_followed_by_their_own_word(ages: list[int], seed: int) -> None:
    try:
        plan = planned(*ages, minutes=20, seed=seed)
    except NothingFits:
        return
    for _, _, after, _ in walk(plan, seed, rare=0.0):
        beat = after.beat
        if isinstance(beat, Turn) and beat.label == "guess":
            checks = [later for later in after.beats if isinstance(later, Check)]
            assert checks
            assert checks[0].of == beat.who
            assert checks[0].who != beat.who
            assert after.plan.person(checks[0].who).guess_me


@given(AGES, SEEDS)
@ROUNDS
def test_grown_ups_speak_last_in_talk_and_when_everyone_is_asked(ages: list[int], seed: int) -> None:
    for activity in shelf():
        plan = laid(activity, ages, seed)
        if plan is None:
            continue
        for _, _, after, _ in walk(plan, seed, rare=0.0, most=80):
            grown = [
                after.plan.person(beat.who).grown
                for beat in after.beats
                if isinstance(beat, Turn) and beat.who and beat.label == "talk"
            ]
            assert grown == sorted(grown)
        break


@given(AGES, SEEDS, st.sampled_from([5, 10, 15, 20]))
@ROUNDS
def test_everybody_is_a_target_a_player_or_has_a_job_and_else_is_named(
    ages: list[int], seed: int, minutes: int
) -> None:
    try:
        plan = planned(*ages, minutes=minutes, seed=seed)
    except NothingFits:
        return
    for deal in plan.deals:
        parts = {*deal.targets, *deal.players, *deal.listeners}
        assert parts == {person.id for person in plan.people}
        assert set(deal.targets) <= set(deal.players)
        for who in deal.listeners:
            assert deal.activity.others is not None or deal.activity.minutes <= 5
            assert plan.person(who).name in deal.why


@given(AGES, SEEDS)
@settings(max_examples=60, deadline=None)
def test_somebody_may_leave_or_sit_down_at_any_beat(ages: list[int], seed: int) -> None:
    try:
        plan = planned(*ages, minutes=15, seed=seed)
    except NothingFits:
        return
    for _, _, after, _ in walk(plan, seed, most=60, rare=0.0):
        for move in legal(after):
            if isinstance(move, Leave) or type(move).__name__ == "Join":
                changed, _ = make(after, worded(move, random.Random(seed), after))
                assert 1 <= len(changed.plan.people) <= 12
                gone_people_have_no_beats(changed)
                assert legal(changed)


def gone_people_have_no_beats(play: Play) -> None:
    here = {person.id for person in play.plan.people}
    for beat in play.beats:
        who = getattr(beat, "who", "")
        assert not who or who in here
        if isinstance(beat, Ballot):
            assert set(beat.voters) <= here
    assert {person for _, person in play.seats} <= here | {""}


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_a_put_down_activity_is_recorded_without_a_person(seed: int) -> None:
    plan = planned(3, 9, 15, 40, 42, minutes=15, seed=seed)
    play = begin(plan)
    put_down: Move | None = None
    for _ in range(20):
        put_down = next((move for move in legal(play) if type(move).__name__ == "PutDown"), None)
        if put_down and play.step is not None:
            break
        play, _ = make(play, On())
    assert put_down is not None
    _, entries = make(play, put_down)
    (entry,) = entries
    assert isinstance(entry, PutDownEntry)
    assert not hasattr(entry, "players")


def test_a_thirteenth_chair_is_not_put_out() -> None:
    plan = planned(*([9, 40] * 6), minutes=10)
    play = begin(plan)
    assert not any(type(move).__name__ == "Join" for move in legal(play))
    assert somebody(9).name


@pytest.mark.parametrize("activity", shelf(), ids=lambda activity: activity.full_id)
def test_the_host_presses_at_most_twelve_times_in_five_minutes(activity: Activity) -> None:
    low = activity.youngest
    plan = laid(activity, [low, *([max(low, 40)] * max(1, min(activity.most, 3) - 1))])
    if plan is None:
        plan = laid(activity, [low] * activity.fewest)
    assert plan is not None
    play, presses = begin(plan), 0
    while play.phase in {"arrive", "warm-up"}:
        play, _ = make(play, On())
    while play.phase == "main":
        # An answer is somebody's own press; what the host presses is going on from what was read or said.
        presses += isinstance(play.beat, Say | Show | Turn)
        play, _ = make(play, On())
    assert presses <= 12 * max(5, minutes_for(activity, len(plan.people))) / 5
