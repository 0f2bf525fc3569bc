"""How long an activity takes at a table: what is read, at the pace of reading aloud, and every turn at its own pace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from statistics import fmean
from typing import Final, assert_never

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.play import phases
from gatherround.domain.play.beats import Ballot, Beat, Breathing, Card, Check, Pick, Say, Show, Turn, Write
from gatherround.domain.play.listening import about_person, may_be_guessed
from gatherround.domain.play.naming import mirrored
from gatherround.domain.play.plan import Deal, Person, Plan, Play
from gatherround.domain.play.unfold import unfold
from gatherround.domain.stages import ADULT, stage_of
from gatherround.domain.steps import Choose, Guess, Name, Step, VoteAgain

WORDS_A_MINUTE: Final = 130
"""How fast a tired adult reads aloud."""
TURN: Final = 40
"""Seconds of one person's turn."""
SMALL_TURNS: Final = {"2": 20, "3-4": 30}
TOGETHER: Final = 15
"""Seconds of something that everybody shows at once."""
KEY: Final = 10
"""Seconds until a door is chosen."""
BALLOT: Final = 8
CARD: Final = 20
CHECK: Final = 5
BREATH: Final = 10
A_WRITTEN_WORD: Final = 2
LONGEST: Final = 30
"""The most minutes that an activity says of itself."""
SLACK: Final = 0.25
HALF_A_MINUTE: Final = 0.5


def tables(activity: Activity) -> tuple[int, ...]:
    """Gives how many people an activity is timed for: two and five, or the nearest that can play."""
    return tuple(dict.fromkeys(min(max(count, activity.fewest), activity.most) for count in (2, 5)))


def believed(activity: Activity, players: int) -> tuple[float, float]:
    """Gives the least and the most minutes with so many players that make the planned ones true within a quarter.

    They are said in whole minutes, so each stands for half a minute to both sides.
    """
    said = minutes_for(activity, players)
    half = HALF_A_MINUTE * said / activity.minutes
    least = (said - half) * (1 - SLACK) if activity.minutes > 1 else 0  # nobody can plan less than a minute
    return least, (said + half) * (1 + SLACK)


def timed(activity: Activity) -> Activity:
    """Gives an activity with the whole minutes, 1 to 30, that are true for two, for five, and nearest to three."""
    three = minutes_told(activity, min(max(3, activity.fewest), activity.most), activity.youngest)
    told = {players: minutes_told(activity, players, activity.youngest) for players in tables(activity)}

    def off(planned: Activity) -> tuple[float, float]:
        bounds = ((told[players], *believed(planned, players)) for players in told)
        return sum(max(0.0, least - at, at - most) for at, least, most in bounds), abs(three - planned.minutes)

    return min((replace(activity, minutes=minutes) for minutes in range(1, LONGEST + 1)), key=off)


def minutes_told(activity: Activity, players: int, age: int) -> float:
    """Gives the minutes an activity takes with so many players: one of `age` (2 or more) and grown-ups with them.

    It is the time of every beat that would lie on the table, the doors of a choice taken at their mean.
    """
    play = _laid(activity, players, age)
    told = _seconds(play, play.beats) + _steps(play, activity.steps) + _seconds(play, phases.ending(play))
    return told / 60


def _laid(activity: Activity, players: int, age: int) -> Play:
    ages = (age, *[max(age, ADULT.typical)] * (players - 1))
    people = tuple(_person(at, one) for at, one in enumerate(ages))
    ids = tuple(person.id for person in people)
    deal = Deal(activity=activity, targets=ids[:1], players=ids, listeners=(), lead=ids[0], reader=ids[-1])
    plan = Plan(people=people, minutes=activity.minutes, wish="surprise", deals=(deal,), seed=0)
    return phases.lay(Play(plan=plan, phase="main"), deal)


def _person(at: int, age: int) -> Person:
    return Person(id=f"guest-{at}", name="Somebody", stage_key=(stage_of(age) or ADULT).key, age=age)


def _steps(play: Play, steps: tuple[Step, ...]) -> float:
    told = 0.0
    for at, step in enumerate(steps):
        if isinstance(step, VoteAgain):  # the only step that looks back at the ones before it
            play = replace(play, steps=steps[at + 1 :])
        play, beats = unfold(play, step)
        told += _seconds(play, beats) + _answered(play, step, beats)
    return told


def _answered(play: Play, step: Step, beats: tuple[Beat, ...]) -> float:
    """Gives the seconds of what comes once somebody has answered: a door, a mirror, a guess about who was picked."""
    picks = [beat for beat in beats if isinstance(beat, Pick)]
    match step:
        case Choose():
            return fmean(_steps(play, door.then) for door in step.options)
        case Name():
            return sum(_seconds(play, mirrored(play, step, pick, 0)[1]) for pick in picks)
        case Guess(about="pick") if picks and picks[0].use == "person":
            subject = may_be_guessed(play, play.turn)[0]
            return _seconds(play, about_person(play, step, play.turn, subject))
        case _:
            return 0.0


def _seconds(play: Play, beats: Iterable[Beat]) -> float:
    """Gives the seconds of beats that come together; a question that goes round the table is read once."""
    told, asked = 0.0, set[str]()
    for beat in beats:
        texts = [text for text in _read(beat) if text not in asked]
        told += sum(len(text.split()) for text in texts) * 60 / WORDS_A_MINUTE + _taken(play, beat)
        if not isinstance(beat, Say):
            asked.update(texts)
    return told


def _read(beat: Beat) -> tuple[str, ...]:
    """Gives what is read aloud for a beat."""
    match beat:
        case Turn():
            return (beat.asked or beat.text,)
        case Say() | Show():
            return (beat.text,)
        case Pick():
            return (beat.cause, beat.prompt, *beat.options)
        case Ballot():
            return () if beat.again else (beat.question, *beat.options)
        case Card() | Check():
            return ()
        case Write():
            return (beat.prompt,)
        case _:
            assert_never(beat)


def _taken(play: Play, beat: Beat) -> float:
    """Gives the seconds that a beat takes beside what is read."""
    match beat:
        case Say(sight=Breathing(times=times)):
            return BREATH * times
        case Say():
            return 0
        case Turn():
            return beat.seconds or _turn(play, beat.who)
        case Show():
            return TOGETHER
        case Pick():
            return KEY
        case Ballot():
            return BALLOT * len(beat.voters)
        case Card():
            return CARD
        case Check():
            return CHECK
        case Write():
            return A_WRITTEN_WORD * beat.words
        case _:
            assert_never(beat)


def _turn(play: Play, who: str) -> int:
    return SMALL_TURNS.get(play.plan.person(who).stage_key, TURN) if who else TURN
