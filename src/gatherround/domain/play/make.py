"""The rule of a Round: what may happen now, and what happens when it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias, assert_never

from gatherround.domain.entries import CarriedOffered, Entry, Promised, PutDownEntry, RoundEnded
from gatherround.domain.play import answers, phases
from gatherround.domain.play.balloting import out_loud
from gatherround.domain.play.beats import Ballot, Beat, Card, Check, Pick, Say, Show, Turn, Write
from gatherround.domain.play.casting import deal_of, spoken
from gatherround.domain.play.comings import covered, joined, left, may_join
from gatherround.domain.play.looking import lies, picks_the_story, title
from gatherround.domain.play.moves import (
    Another,
    Chose,
    GoOn,
    Join,
    Later,
    Leave,
    Lit,
    Move,
    On,
    OutLoud,
    Pass,
    Pause,
    PutDown,
    Said,
    Stop,
    TakeBack,
    Twist,
)
from gatherround.domain.play.plan import MOST_PEOPLE, Plan, Play
from gatherround.domain.play.unfold import unfold
from gatherround.domain.promises import TOPIC as TOPIC

Made: TypeAlias = tuple[Play, tuple[Entry, ...]]


class NotNow(Exception):  # noqa: N818 (named for what the table hears, not for what Python calls it)
    """The move is not legal in this play; nothing has changed."""


def begin(plan: Plan) -> Play:
    """Starts the evening of a plan, with its first beat on the table."""
    play, _ = settled(phases.arrive(Play(plan=plan, phase="arrive")), ())
    return play


def legal(play: Play) -> tuple[Move, ...]:
    """Lists every move that may be made now; a move that carries words is listed once, empty."""
    if play.phase == "night":
        return ()
    if play.paused:
        return (GoOn(), Later("", None), Stop())
    return (*_answers(play.beat), *_extras(play), *_always(play))


def _answers(beat: Beat) -> tuple[Move, ...]:
    match beat:
        case Say() | Show() | Card() | Write():
            return (On(), Pass())
        case Turn():
            return (On(), Pass(), *(Lit(lantern) for lantern in range(len(beat.tokens))))
        case Pick():
            return (On(), Pass(), *(Chose(option) for option in range(len(beat.options))))
        case Ballot():
            return (On(), Pass(), OutLoud(), *(Chose(option) for option in range(len(beat.options))))
        case Check(use="guess"):
            return (On(), Pass(), Said("yes"), Said("nearly"), Said("no"))
        case Check():
            return (On(), Pass(), Said("yes"), Said("nearly"), Said("not yet"))
        case _:
            assert_never(beat)


def _extras(play: Play) -> tuple[Move, ...]:
    may: list[Move] = []
    if isinstance(play.beat, Ballot) and play.votes:
        may.append(TakeBack())
    if play.phase in {"warm-up", "main"}:
        may.append(PutDown())
    if play.phase == "main" and play.plan.others and not picks_the_story(play):
        may.append(Another())
    deal = play.dealt
    if deal and deal.director and deal.activity.twists and play.step and not play.twisted and _twistable(lies(play)):
        may.append(Twist())
    return tuple(may)


def _twistable(beat: Beat) -> bool:
    """Tells whether a twist may come in now: never over a ballot, a card, a check, or a chair being chosen."""
    return isinstance(beat, Say | Turn | Show)


def _always(play: Play) -> tuple[Move, ...]:
    leavers = tuple(Leave(person.id) for person in play.plan.people) if len(play.plan.people) > 1 else ()
    joiners = (Join(None),) if len(play.plan.people) < MOST_PEOPLE else ()
    return (Pause(), Stop(), *leavers, *joiners)


def make(play: Play, move: Move) -> Made:
    """Makes a legal move and gives the play after it with what is recorded; raises NotNow for any other."""
    if _bare(move) not in legal(play) or not _sound(play, move):
        raise NotNow(type(move).__name__)
    return settled(*_made(play, move))


def _bare(move: Move) -> Move:
    """Gives a move as the legal list carries it, without its words."""
    match move:
        case Later():
            return Later("", None)
        case Join():
            return Join(None)
        case _:
            return move


def _sound(play: Play, move: Move) -> bool:
    match move:
        case Later():
            return move.due is not None and move.due.tzinfo is not None and len(move.topic) <= TOPIC
        case Join():
            return move.person is not None and may_join(play, move.person)
        case _:
            return True


def _made(play: Play, move: Move) -> Made:  # noqa: C901 (one line a move of a closed list)
    match move:
        case On():
            return answers.on(play)
        case Pass():
            return answers.passed(play)
        case Chose():
            return answers.chose(play, move.option)
        case Said():
            return answers.said(play, move.answer)
        case TakeBack():
            return replace(play, votes=play.votes[:-1]), ()
        case OutLoud():
            return out_loud(play), ()
        case Lit():
            return _lit(play, move.lantern), ()
        case Twist():
            return _twisted(play), ()
        case Another():
            return _another(play)
        case PutDown():
            return _put_down(play)
        case Pause():
            return replace(play, paused=True, beats=covered(play.beats)), ()
        case GoOn():
            return replace(play, paused=False), ()
        case Later() | Stop():
            return _ended(play, move)
        case Leave():
            return left(play, move.who), ()
        case Join():
            return (joined(play, move.person, move.avoid, move.instead) if move.person else play), ()
        case _:
            assert_never(move)


def _lit(play: Play, lantern: int) -> Play:
    lit = set(play.lanterns) ^ {lantern}
    return replace(play, lanterns=tuple(sorted(lit)))


def _twisted(play: Play) -> Play:
    """Plays the director's twist in front of the beat: it changes the story and asks nobody anything."""
    deal = deal_of(play)
    text = deal.activity.twists[deal.twist % len(deal.activity.twists)]
    beat = Say(text=spoken(play, text), label="twist")
    return replace(play, beats=(beat, *play.beats), twisted=True)


def _put_down(play: Play) -> Made:
    """Puts the activity down with its kind line; a carried thing that is put down was offered, and that is all."""
    if _carrying(play):
        return _phase_over(play)
    line = phases.put_down_line(play)
    after = phases.after_deal(play)
    return replace(after, beats=(line, *after.beats)), _set_aside(play)


def _set_aside(play: Play) -> tuple[Entry, ...]:
    """Records what was put down or set aside; of a story that nobody has heard a word of, there is nothing to keep."""
    activity = deal_of(play).activity
    if not title(play):
        return ()
    entry = PutDownEntry(
        activity=activity.full_id,
        kind=activity.kind,
        empathy=activity.empathy,
        title=activity.title,
    )
    return (entry,)


def _another(play: Play) -> Made:
    """Lays another in the place of what lies there; what was set aside does not come again tonight."""
    spare, *rest = play.plan.others
    deals = play.plan.deals
    plan = replace(play.plan, deals=(*deals[: play.deal], spare, *deals[play.deal + 1 :])).with_others(tuple(rest))
    return phases.lay(replace(play, plan=plan), spare), _set_aside(play)


def _ended(play: Play, move: Later | Stop) -> Made:
    night = phases.night(play)
    if isinstance(move, Later) and move.due is not None:
        return night, (Promised(move.topic, move.due), RoundEnded("later"))
    return night, (RoundEnded("stopped"),)


def settled(play: Play, entries: tuple[Entry, ...]) -> Made:
    """Goes on by itself while the table is empty: the next step, the end of the activity, the next phase."""
    while not play.beats:
        play, more = _next_beats(play)
        entries += more
    return play, entries


def _next_beats(play: Play) -> Made:
    if play.steps:
        step, *rest = play.steps
        play, beats = unfold(replace(play, step=step, steps=tuple(rest)), step)
        return replace(play, beats=beats), ()
    if play.dealt is not None and play.step is not None:
        return replace(play, beats=phases.ending(play), step=None), ()
    return _phase_over(play)


def _carrying(play: Play) -> bool:
    return play.phase == "warm-up" and play.plan.carried is not None


def _phase_over(play: Play) -> Made:
    """Ends what has run out of beats: a deal is recorded as played, the close becomes night."""
    if _carrying(play) and play.plan.carried:
        carried = (CarriedOffered(play.plan.carried.entry),)
        return phases.main(replace(play, plan=replace(play.plan, carried=None)), 0), carried
    if play.dealt is not None:
        entry = phases.played(play)
        done = (*play.played, deal_of(play).activity.full_id)
        return phases.after_deal(replace(play, played=done)), (entry,)
    if play.phase == "arrive":
        return phases.warm_up(play), ()
    return phases.night(play), (RoundEnded("closed"),)
