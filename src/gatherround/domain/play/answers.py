"""What each answer does to the beat on the table: going on, passing, a door, a vote, a nearly."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias, assert_never

from gatherround.domain.entries import ActChosen, Directed, DoorTaken, Entry, Sealed, Sewn, WordMet
from gatherround.domain.play import casting, directing, naming, phases, sayings, seating
from gatherround.domain.play.balloting import tallied
from gatherround.domain.play.beats import Answer, Ballot, Beat, Card, Check, Pick, Turn
from gatherround.domain.play.listening import about_person, again, may_be_guessed
from gatherround.domain.play.plan import Play, TakenDoor
from gatherround.domain.steps import Choose, Guess, Name, Swap

Made: TypeAlias = tuple[Play, tuple[Entry, ...]]


def popped(play: Play, *more: Beat) -> Play:
    """Takes the beat off the table and lays `more` in its place."""
    return replace(play, beats=(*more, *play.beats[1:]))


def dropped(play: Play) -> Play:
    """Takes the beat off the table with all that hangs on it."""
    thread = play.beat.thread
    return replace(play, beats=tuple(beat for beat in play.beats[1:] if not thread or beat.thread != thread))


def on(play: Play) -> Made:
    """Goes on: the kind default where an answer is open."""
    beat = play.beat
    match beat:
        case Pick() if beat.default is not None:
            return chose(play, beat.default)
        case Ballot():
            return voted(play, None), ()
        case Card(open=False):
            return replace(play, beats=(replace(beat, open=True), *play.beats[1:])), ()
        case Card():
            return replace(popped(play), cards=play.cards + 1), ()
        case _:
            return popped(play), ()


def passed(play: Play) -> Made:
    """Passes this and what hangs on it; nothing is recorded of it."""
    beat = play.beat
    match beat:
        case Pick(use="chair"):
            return _chair(play, beat, None), ()
        case Pick(use="deal"):
            return chose(play, 0)
        case Pick(use="sure") | Turn(who="") | Turn(label="tell"):
            return popped(play), ()
        case Pick(use="word"):
            return popped(play), (_sewn(play, None),)
        case Pick(use="feeling"):
            return replace(popped(play), feeling=None), ()
        case Ballot():
            return voted(play, None), ()
        case Card():
            return seating.recast(casting.unseated(popped(play), beat.who)), ()
        case _:
            return dropped(play), ()


def voted(play: Play, option: int | None) -> Play:
    """Puts one vote into the box; when the box is full, it is told what may be told."""
    ballot = play.beat
    if not isinstance(ballot, Ballot):
        raise TypeError(type(ballot).__name__)
    voter = ballot.voters[len(play.votes)]
    play = replace(play, votes=(*play.votes, (voter, -1 if option is None else option)))
    return tallied(play, ballot) if len(play.votes) >= len(ballot.voters) else play


def chose(play: Play, option: int) -> Made:
    """Takes a door, or puts a vote into the box."""
    beat = play.beat
    match beat:
        case Ballot():
            return voted(play, option), ()
        case Pick(use="stitch"):
            return _stitched(replace(popped(play), stitch=play.plan.stitches[option]))
        case Pick(use="word" | "envelope" | "act"):
            return _kept(play, beat, option)
        case Pick(use="feeling" | "branch" | "chair" | "person"):
            return _story(play, beat, option)
        case Pick(use="deal"):
            return _directed(play, beat, option)
        case Pick():
            return _evening(play, beat, option), ()
        case _:
            raise TypeError(type(beat).__name__)


def _evening(play: Play, pick: Pick, option: int) -> Play:
    """Takes a door of the evening itself: battery, a preflight, another card."""
    match pick.use, option:
        case "battery", 1:
            return phases.running_low(play)
        case "preflight", 1:
            return replace(popped(play), paused=True)
        case "another", 1:
            return dropped(play)
        case _:
            return popped(play)


def _directed(play: Play, pick: Pick, option: int) -> Made:
    """Takes one of the director's doors; that they lay there is kept whichever way they are left."""
    way = directing.ways(play.plan)[option]
    play = replace(play, plan=directing.taken(play.plan, way))
    if way == "two-others":
        return popped(play, directing.doors(play, pick.who)), ()
    return phases.lay(play, play.plan.deals[0]), (Directed(),)


def _story(play: Play, pick: Pick, option: int) -> Made:
    """Takes a door of the story: a word, a branch, a chair, somebody to guess about."""
    step = play.step
    if isinstance(step, Name):
        met = (WordMet(pick.options[option]),) if step.about and option < len(pick.faces) else ()
        after, beats = naming.mirrored(play, step, pick, option)
        return popped(after, *beats), met
    if isinstance(step, Choose):
        return _branched(play, step, option)
    if isinstance(step, Swap):
        return _chair(play, pick, option), ()
    if isinstance(step, Guess):
        subject = may_be_guessed(play, pick.who)[option]
        return popped(play, *about_person(play, step, pick.who, subject)), ()
    raise TypeError(type(step).__name__)


def _branched(play: Play, step: Choose, option: int) -> Made:
    """Puts what follows the door in front; a series remembers the door, by the table and not by the person."""
    activity = casting.deal_of(play).activity
    play = popped(replace(play, steps=(*step.options[option].then, *play.steps)))
    if activity.series is None or step.id is None:
        return play, ()
    source = f"{activity.full_id}/{step.id}"
    doors = (*play.doors, TakenDoor(source, option + 1))
    return replace(play, doors=doors), (DoorTaken(source=source, door=option + 1),)


def _chair(play: Play, pick: Pick, option: int | None) -> Play:
    play = seating.take_chair(play, pick, option)
    return popped(play, *seating.chair_beats(play, pick.prompt))


def _kept(play: Play, pick: Pick, option: int) -> Made:
    """Takes a door that is recorded: an act at the close, the square's word, a title for next time."""
    last = option == len(pick.options) - 1
    if pick.use == "word":
        return popped(play), (_sewn(play, None if last else pick.options[option]),)
    if last or (pick.use == "act" and play.phase != "close"):
        return popped(play), ()
    if pick.use == "envelope":
        return popped(play), _sealed(play, pick.options[option])
    act = pick.options[option]
    return _act(play, pick, option), (ActChosen(sayings.OUR_OWN if act == sayings.OUR_OWN_SAID else act),)


def _sealed(play: Play, title: str) -> tuple[Entry, ...]:
    """Seals the story of a title; where whoever it was for has just got up, there is nothing to seal."""
    stories = [spare.activity for spare in play.plan.spares if spare.activity.title == title]
    return tuple(Sealed(activity=one.full_id, title=one.title, member=None) for one in stories[:1])


def _act(play: Play, pick: Pick, option: int) -> Play:
    """Leaves the doors open for the next hand, without the one that was taken; the last one left is *nothing*."""
    left = (*pick.options[:option], *pick.options[option + 1 :])
    if len(left) < 2:
        return popped(play)
    return popped(play, replace(pick, prompt=sayings.ACT_MORE, options=left, default=len(left) - 1))


def _stitched(play: Play) -> Made:
    """Waits for the square's word, or sews it at once where no story has lent one."""
    waits = any(isinstance(beat, Pick) and beat.use == "word" for beat in play.beats)
    return play, () if waits else (_sewn(play, None),)


def _sewn(play: Play, word: str | None) -> Sewn:
    stitch = play.plan.stitches[0] if play.stitch is None else play.stitch
    return Sewn(stitch, word, casting.things(play))


def said(play: Play, answer: Answer) -> Made:
    """Takes a person's own word for how near it was; *nearly* and *not yet* give the echo one more try."""
    check = play.beat
    if not isinstance(check, Check):
        raise TypeError(type(check).__name__)
    match answer:
        case "nearly" | "not yet" if check.use == "echo":
            return popped(play, *again(play, check, nearly=answer == "nearly")), ()
        case "yes" | "nearly" | "no" | "not yet":
            return popped(play), ()
        case _:
            assert_never(answer)
