"""Somebody gets up from the table or sits down at it, at any moment; what is left is re-dealt for who is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from typing import TypeAlias

from gatherround.domain import company
from gatherround.domain.play import directing, phases, sayings, seating
from gatherround.domain.play.balloting import tallied
from gatherround.domain.play.beats import Ballot, Beat, Card, Pick, Say, Turn, involved
from gatherround.domain.play.listening import guess_beats
from gatherround.domain.play.looking import lies, picks_the_story, said_over
from gatherround.domain.play.plan import MOST_PEOPLE, Deal, Person, Plan, Play
from gatherround.domain.steps import Guess

_Redeal: TypeAlias = Callable[[Deal], Deal | None]


def may_join(play: Play, person: Person) -> bool:
    """Tells whether there is a place for somebody new."""
    return len(play.plan.people) < MOST_PEOPLE and all(person.id != other.id for other in play.plan.people)


def joined(play: Play, person: Person, avoid: Set[str] = frozenset(), instead: Sequence[Deal] = ()) -> Play:
    """Sits somebody down at the end of the table; they have their part from the next step on.

    A story goes on with them, or with them sitting by. What is not told in their company, or touches what they leave
    alone, goes, and that is said: the one on the table ends, and the ones to come are not laid. Where none would be
    left and the evening has only begun, a spare is dealt, or `instead`.
    """
    return _unsaid(_sat_down(play, person, avoid, instead), sayings.LEFT.format(name=person.name))


def _sat_down(play: Play, person: Person, avoid: Set[str], instead: Sequence[Deal]) -> Play:
    hello = Say(text=sayings.CAME.format(name=person.name), label="kind")
    before, doors = play, _doors(play)
    redeal = _sitting_down(play, person, avoid)
    away = tuple(one for one in play.plan.away if one.id != person.id)
    play = _redealt(play, replace(play.plan, people=(*play.plan.people, person), away=away), redeal, instead)
    if doors is None and (before.dealt is None or redeal(before.dealt) is not None):
        beats = (now for beat in play.beats for now in _anew(play, beat))
        return replace(play, beats=(hello, *_gone(before, play), *covered(tuple(beats))))
    return _said_over(before, _laid_anew(play, doors), hello)


def leaves_nothing(play: Play, person: Person, avoid: Set[str] = frozenset()) -> bool:
    """Tells whether nothing would be left to play where they sit down, while there would be time for another story."""
    return _time_is_left(play) and not _redealt(play, play.plan, _sitting_down(play, person, avoid)).plan.deals


def _sitting_down(play: Play, person: Person, avoid: Set[str]) -> _Redeal:
    """Gives what becomes of a deal where somebody sits down."""
    people, chosen = (*play.plan.people, person), _doors(play) is None

    def redeal(deal: Deal) -> Deal | None:
        begun = chosen and deal is play.dealt
        return _with(deal, person) if _told_to(deal, person, people, avoid, begun=begun) else None

    return redeal


def _said_over(before: Play, play: Play, line: Say) -> Play:
    """Lays the line of somebody who comes or goes over what is played now, with what becomes of the story before."""
    return replace(play, beats=(line, *said_over(before), *_gone(before, play), *play.beats))


def _gone(before: Play, play: Play) -> tuple[Say, ...]:
    """Says that a story waits for another day: the one on the table, or all there was; nobody hears because of whom."""
    if before.phase == "main" and _doors(before) is None and _ended(before, play):
        was = before.plan.deals[before.deal].activity
        waits = sayings.TWO_WAIT if was.for_two else sayings.WAITS
        return (Say(text=f"{waits} {sayings.INSTEAD}" if play.dealt else waits, label="kind"),)
    return (Say(text=sayings.WAITS, label="kind"),) if before.plan.deals and not play.plan.deals else ()


def _ended(before: Play, play: Play) -> bool:
    """Tells whether the story that lay on the table lies there no more."""
    was, now = before.dealt, play.dealt
    return was is not None and (now is None or now.activity is not was.activity)


def _doors(play: Play) -> Pick | None:
    """Gives the director's doors, where they lie on the table."""
    beat = lies(play)
    return beat if isinstance(beat, Pick) and picks_the_story(play) else None


def _laid_anew(play: Play, doors: Pick | None) -> Play:
    """Lays what is to be played now: behind the director's doors, for whoever picks now, while two stories are left."""
    if doors is None or not (play.plan.deals and play.plan.spares):
        return phases.main(play, play.deal)
    return replace(play, beats=(directing.doors(play, _picks(play, doors.who)),))


def _told_to(deal: Deal, person: Person, people: Sequence[Person], avoid: Set[str], *, begun: bool) -> bool:
    """Tells whether an activity may be told with somebody new at the table; one that has `begun` needs less."""
    activity = deal.activity
    if company.kept_from(activity, people, avoid):
        return False
    if person.grown or person.id in _with(deal, person).players:
        return True
    return not company.deep(activity) if begun else company.may_listen(activity)


def _with(deal: Deal, person: Person) -> Deal:
    activity = deal.activity
    full = len(deal.players) >= activity.most
    if full or person.age < activity.youngest:
        return replace(deal, listeners=(*deal.listeners, person.id))
    players = (*deal.players, person.id)
    target = person.age <= activity.oldest and company.understood(activity, (person,))
    return replace(deal, players=players, targets=(*deal.targets, person.id) if target else deal.targets)


def left(play: Play, who: str) -> Play:
    """Lets somebody go with a kind line; their seat goes to the reader and their turns to nobody.

    A guest's chair stays theirs; those who live here have theirs by their card.
    """
    return _unsaid(_got_up(play, who), sayings.CAME.format(name=play.plan.person(who).name))


def _unsaid(play: Play, line: str) -> Play:
    """Takes a line back that has not been heard yet: nobody is greeted after their goodbye, or the other way round."""
    return replace(play, beats=tuple(beat for beat in play.beats if beat != Say(text=line, label="kind")))


def _got_up(play: Play, who: str) -> Play:
    gone = play.plan.person(who)
    goodbye = Say(text=sayings.LEFT.format(name=gone.name), label="kind")
    before, doors = play, _doors(play)
    stays = play.dealt is None or _without(play.plan, play.dealt, who) is not None
    people = tuple(person for person in play.plan.people if person.id != who)
    away = play.plan.away if gone.member else (*play.plan.away, gone)
    plan = replace(play.plan, people=people, away=away)
    play = _redealt(play, plan, lambda deal: _without(plan, deal, who))
    if doors is not None or not stays:
        return _said_over(before, _laid_anew(play, doors), goodbye)
    play = _unturned(play, who)
    play = replace(play, beats=(goodbye, *_gone(before, play), *covered(_remaining(play, who))))
    return _reveal_if_full(seating.recast(play))


def _unturned(play: Play, who: str) -> Play:
    deal = play.dealt
    if deal is None:
        return play
    seats = tuple(pair for pair in play.seats if pair[1] != who)
    votes = tuple(vote for vote in play.votes if vote[0] != who)
    return replace(play, seats=seats, votes=votes, turn=deal.lead if play.turn == who else play.turn)


def _redealt(play: Play, plan: Plan, redeal: _Redeal, instead: Sequence[Deal] = ()) -> Play:
    """Deals all but what has been played again; one that is not for who is there is taken off.

    An evening that has only begun has a story as long as a spare is left, or something is dealt `instead`.
    """
    done, coming = plan.deals[: play.deal], plan.deals[play.deal :]
    deals = tuple(redeal(deal) or deal for deal in done) + _kept(redeal, coming)
    plan = replace(plan, spares=_kept(redeal, plan.spares), small=_kept(redeal, plan.small))
    if not deals and _time_is_left(play):
        deals, plan = plan.others[:1] or tuple(instead), plan.with_others(plan.others[1:])
    plan = replace(
        plan,
        deals=deals,
        warm_up=redeal(plan.warm_up) if plan.warm_up else None,
        low=redeal(plan.low) if plan.low else None,
    )
    return replace(play, plan=plan)


def _kept(redeal: _Redeal, deals: Sequence[Deal]) -> tuple[Deal, ...]:
    return tuple(deal for deal in map(redeal, deals) if deal)


def _time_is_left(play: Play) -> bool:
    """Tells whether an evening has only begun: no story yet, or less than half of one; nothing here knows the time."""
    if play.phase in {"arrive", "warm-up"} or picks_the_story(play):
        return True
    return play.dealt is not None and 2 * len(play.steps) > len(play.dealt.activity.steps)


def _without(plan: Plan, deal: Deal, who: str) -> Deal | None:
    targets = tuple(person for person in deal.targets if person != who)
    if not targets:
        return None
    people = [person for person in plan.people if person.id != who]
    ages = {person.id: person.age for person in people}
    grown = next((person.id for person in people if person.grown), max(people, key=lambda person: person.age).id)
    return replace(
        deal,
        targets=targets,
        players=tuple(person for person in deal.players if person != who),
        listeners=tuple(person for person in deal.listeners if person != who),
        lead=deal.lead if deal.lead != who else min(targets, key=lambda person: ages[person]),
        reader=deal.reader if deal.reader != who else grown,
        director=deal.director if deal.director != who else None,
    )


def _remaining(play: Play, who: str) -> tuple[Beat, ...]:
    """Gives the beats that still have somebody: those of who left go, with all that hung on them."""
    gone = {beat.thread for beat in play.beats if who in involved(beat) and beat.thread and not _for_anyone(beat)}
    kept: list[Beat] = []
    for beat in play.beats:
        if isinstance(beat, Pick) and beat.use == "chair":
            # A seat that whoever left had taken is free again.
            kept.extend(seating.chair_beats(play, beat.prompt))
        elif _for_anyone(beat) and who in involved(beat):
            kept.append(_handed_on(play, beat))
        elif isinstance(beat, Ballot):
            voters = tuple(voter for voter in beat.voters if voter != who)
            kept.extend((replace(beat, voters=voters),) if voters else ())
        elif who not in involved(beat) and not _goes_with(beat, gone):
            kept.extend(_unhelped(now, who) for now in _anew(play, beat))
    return _asked_in_full(play.beats, kept)


def _anew(play: Play, beat: Beat) -> tuple[Beat, ...]:
    """Gives a beat as it is now, where its doors are whoever is here, or the short one that is for who is here."""
    match beat:
        case Pick(use="person") if isinstance(play.step, Guess):
            return guess_beats(play, play.step)
        case Pick(use="battery"):
            return (phases.arriving(play),)
        case _:
            return (beat,)


def _asked_in_full(before: Sequence[Beat], kept: Sequence[Beat]) -> tuple[Beat, ...]:
    """Asks a question in full of the next one, where whoever it was to be handed on from has left."""
    still = {beat.text for beat in kept if isinstance(beat, Turn)}
    lost = {beat.text for beat in before if isinstance(beat, Turn)} - still
    made: list[Beat] = []
    for beat in kept:
        if isinstance(beat, Turn) and beat.asked in lost:
            lost.discard(beat.asked)
            made.append(replace(beat, text=beat.asked, asked=""))
        else:
            made.append(beat)
    return tuple(made)


def _unhelped(beat: Beat, who: str) -> Beat:
    """Takes what helps somebody who has left off a beat; it was theirs."""
    if not isinstance(beat, Pick) or not beat.helps:
        return beat
    return replace(beat, helps=tuple(pair for pair in beat.helps if pair[0] != who))


def _goes_with(beat: Beat, gone: set[int]) -> bool:
    """Tells whether a beat hangs on threads that are gone; a silly guess stands free, but not without its real one."""
    return beat.thread in gone or (bool(gone) and isinstance(beat, Turn) and beat.label == "silly-guess")


def _for_anyone(beat: Beat) -> bool:
    """Tells whether a pick can be handed to somebody else: the stitch."""
    return isinstance(beat, Pick) and beat.use == "stitch"


def _picks(play: Play, director: str) -> str:
    """Gives the director, or the youngest where the director has left."""
    here = [person.id for person in play.plan.people]
    return director if director in here else min(play.plan.people, key=lambda person: person.age).id


def _handed_on(play: Play, beat: Beat) -> Beat:
    if not isinstance(beat, Pick):
        return beat
    youngest = min(play.plan.people, key=lambda person: person.age)
    return replace(beat, who=youngest.id, prompt=sayings.STITCH_PROMPT.format(name=youngest.name))


def covered(beats: tuple[Beat, ...]) -> tuple[Beat, ...]:
    """Turns every open card over again."""
    return tuple(replace(beat, open=False) if isinstance(beat, Card) else beat for beat in beats)


def _reveal_if_full(play: Play) -> Play:
    """Empties the box behind the kind lines when the last voter it waited for has left."""
    over, ballot = said_over(play), lies(play)
    if not isinstance(ballot, Ballot) or len(play.votes) < len(ballot.voters):
        return play
    told = tallied(replace(play, beats=play.beats[len(over) :]), ballot)
    return replace(told, beats=(*over, *told.beats))
