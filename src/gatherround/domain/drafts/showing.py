"""What a box will look like at the table: three pretend people, and the page that its words are on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.deals import reader_of
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.telling import seat_name, tell, told_in, with_gaps
from gatherround.domain.people import Person
from gatherround.domain.play import phases, sayings
from gatherround.domain.play.beats import Beat, Card, Pick, Say
from gatherround.domain.play.plan import Deal, FeelingWord, Plan, Play
from gatherround.domain.play.seating import seat_beats
from gatherround.domain.play.unfold import unfold
from gatherround.domain.stages import ADULT, stage_of
from gatherround.domain.steps import Ask, Choose, Facts, Name, Read, Seats, Step, Talk, Vote

_NAMES: Final = ("Spoon", "Lemon", "Teapot")
_PARTS: Final = ("name", "wants", "knows", "worries")
_STEPS: Final[dict[str, tuple[type[Step], ...]]] = {
    "cause": (Name,),
    "question": (Vote,),
    "door": (Choose, Vote),
    "fact": (Facts,),
}


def pretend_plan(activity: Activity, words: tuple[FeelingWord, ...]) -> Plan:
    """Lays a story for three people who are not there: two of the youngest it is for, and a grown-up who reads."""
    people = (_somebody(0, activity.youngest), _somebody(1, activity.youngest), _somebody(2, 40))
    players = tuple(person.id for person in people)[: activity.most]
    targets = tuple(one.id for one in people if activity.youngest <= one.age <= activity.oldest and one.id in players)
    deal = Deal(
        activity=activity,
        targets=targets,
        players=players,
        listeners=tuple(person.id for person in people if person.id not in players),
        lead=targets[0],
        reader=reader_of(people),
    )
    return Plan(people=people, minutes=5, wish="surprise", deals=(deal,), seed=0, words=words)


def _somebody(at: int, age: int) -> Person:
    return Person(id=f"guest-{at + 1}", name=_NAMES[at], stage_key=(stage_of(age) or ADULT).key, age=age)


def shown(draft: Draft, field: str, words: tuple[FeelingWord, ...] = (), at: int = 0) -> Play:
    """Gives the page of the table that holds a box; of the scene the breath in which letter `at` stands.

    What is still missing is a gap there too.
    """
    draft = with_gaps(draft)
    play = phases.main(Play(plan=pretend_plan(tell(draft), words), phase="main"), 0)
    if field[:-1] in _PARTS and field[-1:].isdigit():
        return _card(play, draft, field)
    match field:
        case "scene" | "word" | "noise":
            return _scene(play, draft, at)
        case "close":
            return _with(play, Say(text=told_in(draft, "close"), label="close"))
        case "act" if act := draft.meant("act"):
            return _with(
                play,
                Pick(who="", prompt=sayings.ACT_PROMPT, options=(act, sayings.NOTHING_TODAY), use="act", default=1),
            )
        case "phrase" if phrase := draft.meant("phrase"):
            return _with(
                play, Pick(who="", prompt=sayings.WORD_PROMPT, options=(phrase, sayings.NO_WORD), use="word", default=1)
            )
        case "others":
            return _with(
                play,
                Say(
                    text=sayings.THEIR_JOB.format(names=sayings.WITHOUT_SEAT, job=told_in(draft, "others")),
                    label="opening",
                ),
            )
        case "title" | "ages":
            return _with(play, _door(play))
        case "act" | "phrase":
            return _with(play, Say(text=told_in(draft, "close"), label="close"))
        case _:
            return _step(play, field)


def _door(play: Play) -> Pick:
    """Gives the title as it is met: behind a door, for whoever picks tonight's story."""
    deal = play.plan.deals[0]
    name = play.plan.person(deal.lead).name
    prompt = sayings.DIRECTOR_PROMPT.format(name=name)
    return Pick(who=deal.lead, prompt=prompt, options=(deal.activity.title, sayings.YOU_CHOOSE), use="deal", default=0)


def _with(play: Play, *beats: Beat) -> Play:
    return replace(play, beats=beats)


def _scene(play: Play, draft: Draft, at: int) -> Play:
    """Lays the breath of the scene in which the letter stands; without a scene, what comes first."""
    read = next((step for step in play.steps if isinstance(step, Read) and step.text is None), None)
    if read is None:
        return _step(play, "ask1")
    _, beats = unfold(play, read)
    told, text = 0, draft.meant("scene")
    for beat in beats:
        told = text.find(beat.text[-12:].strip().split("\n")[-1], told) if isinstance(beat, Say) else told
        if isinstance(beat, Say) and (at <= told + 12 or beat is beats[-1]):
            return _with(play, beat)
    return _with(play, *beats[:1])


def _card(play: Play, draft: Draft, field: str) -> Play:
    """Lays the person whose box it is as the table meets them: as a secret card, read to all, or by what they feel."""
    at = int(field[-1])
    activity = play.plan.deals[0].activity
    there = [number for number in (1, 2, 3) if seat_name(draft, number)]
    seat = activity.seats[there.index(at)] if at in there else None
    given = next((step for step in play.steps if isinstance(step, Seats)), None)
    if given is None:
        return _step(play, "cause")
    if seat is None:
        return _with(play, Say(text=draft.meant("title"), label="opening"))
    seats = tuple((one.id, play.plan.people[min(number, 2)].id) for number, one in enumerate(activity.seats))
    beats = seat_beats(replace(play, seats=seats), private=given.private)
    beat = beats[activity.seats.index(seat)]
    return _with(replace(play, seats=seats), replace(beat, open=True) if isinstance(beat, Card) else beat)


def _step(play: Play, field: str) -> Play:
    """Lays the first page of the step that a box is in; facts and questions go by their number."""
    sort, number = field.rstrip("0123456789"), int(field[-1]) if field[-1:].isdigit() else 1
    sorts = _STEPS.get(sort, (Ask, Talk))
    left = number if sort == "ask" else 1
    for at, step in enumerate(play.steps):
        left -= isinstance(step, sorts)
        if isinstance(step, Seats) or left == 0:
            play, beats = unfold(replace(play, steps=play.steps), step)
        if left == 0:
            return _with(replace(play, step=step, steps=play.steps[at + 1 :]), *_of_number(beats, sort, number))
    return _with(play, *(play.beats or (Say(text="…", label="opening"),)))


def _of_number(beats: tuple[Beat, ...], sort: str, number: int) -> tuple[Beat, ...]:
    cards = [beat for beat in beats if isinstance(beat, Say)] if sort == "fact" else []
    return tuple(cards[number - 1 : number]) or beats[:1]
