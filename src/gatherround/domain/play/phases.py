"""The skeleton of a Round: arrive, warm-up, main, close, night; each begins by laying its own beats."""

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.activities import Activity
from gatherround.domain.entries import Entry, Played
from gatherround.domain.play import casting, directing, sayings
from gatherround.domain.play.beats import Beat, Pick, Say, Turn
from gatherround.domain.play.looking import title
from gatherround.domain.play.plan import Deal, Play
from gatherround.domain.play.unfold import may_offer
from gatherround.domain.play.words import breaths, ended
from gatherround.domain.stages import Band
from gatherround.domain.steps import SmallHands
from gatherround.domain.stretching import STRETCH, begins_on_a_page, is_a_stretch

MOST_ACTS = 3
MOST_SEALED = 3
_STAMP = Say(text=sayings.STAMP, label="stamp", small_hands=SmallHands(effect="crash", word="STAMP"))
SMALL_UNTIL = 5
"""Tables where nobody is five yet skip the arriving."""


def arrive(play: Play) -> Play:
    """Lays the arriving: one key, all at once, nothing recorded; short Rounds and very small tables skip it."""
    if play.plan.minutes < 10 or all(person.age < SMALL_UNTIL for person in play.plan.people):
        return warm_up(play)
    return replace(play, beats=(arriving(play),))


def arriving(play: Play) -> Pick:
    """Gives the question all arrive with, and the three-minute one where there is one for who is here.

    Where there will be doors, it says whose they are.
    """
    alone = len(play.plan.people) == 1
    arrivals = sayings.ARRIVALS_ALONE if alone else sayings.ARRIVALS
    text = arrivals[play.plan.seed % len(arrivals)]
    options: tuple[str, ...] = sayings.ON_WE_GO
    if play.plan.low is not None:
        text, options = f"{text} {sayings.TONIGHT_ALONE if alone else sayings.TONIGHT}", sayings.BATTERY
    if director := directing.directs(play.plan):
        text = f"{sayings.DIRECTS.format(name=casting.name_of(play, director))} {text}"
    return Pick(who="", prompt=text, options=options, use="battery", default=0)


def running_low(play: Play) -> Play:
    """Turns the evening into the three-minute one: nothing to disclose, nothing asked at the end."""
    low = play.plan.low
    if low is None:
        return warm_up(play)
    return main(replace(play, plan=replace(play.plan, minutes=3, deals=(low,), warm_up=None, choice=False)), 0)


def warm_up(play: Play) -> Play:
    """Lays the carried thing or a micro, never both; with neither, main begins at once."""
    plan = play.plan
    if plan.minutes >= 10 and plan.carried is not None:
        text = sayings.CARRIED.format(act=ended(plan.carried.text))
        return replace(play, phase="warm-up", beats=(Turn(who="", text=text, label="carried"),))
    if plan.minutes >= 15 and plan.warm_up is not None:
        return lay(replace(play, phase="warm-up"), plan.warm_up)
    return main(play, 0)


def main(play: Play, deal: int) -> Play:
    """Lays the deal of this number, or the close where there is none; the director may first choose a door."""
    play = _cleared(replace(play, phase="main", deal=deal, steps=(), step=None))
    if deal >= len(play.plan.deals):
        return close(play)
    if deal == 0 and (director := directing.directs(play.plan)):
        return replace(play, beats=(directing.doors(play, director),))
    return lay(play, play.plan.deals[deal])


def _cleared(play: Play) -> Play:
    """Takes away what the activity before has left: whose turn it was, who held what, votes, a feeling, lanterns."""
    return replace(play, turn="", seats=(), feeling=None, votes=(), first_votes=(), lanterns=(), twisted=False)


def lay(play: Play, deal: Deal) -> Play:
    """Lays an activity on the table: a fresh turn, empty seats, and what this table did in the last episode.

    Before the first that is a couple's own, whom such a one is not for; then not again.
    """
    play = replace(_cleared(play), step=None, steps=deal.activity.steps, turn=deal.lead)
    beats: list[Beat] = []
    if play.plan.new_two and deal.activity.for_two:
        beats.append(Say(text=sayings.FOR_TWO, label="cover"))
        play = replace(play, plan=replace(play.plan, new_two=False))
    beats += _opening(play, deal)
    beats += [
        Say(text=casting.to_table(play, recall.text), label="read")
        for recall in deal.activity.recall
        if any(door.source == recall.source and door.door == recall.door for door in play.plan.doors + play.doors)
    ]
    if deal.activity.preflight:
        doors = sayings.PREFLIGHT_DOORS
        beats.append(Pick(who="", prompt=sayings.PREFLIGHT, options=doors, use="preflight", default=0))
    return replace(play, beats=tuple(beats))


def _opening(play: Play, deal: Deal) -> list[Beat]:
    """Says what to fetch and who has which job meanwhile; where there is neither, the story begins at once.

    That it is a hard one stands on the first page that is read, and costs no press; without such a page, it is here.
    """
    activity = deal.activity
    lines = [STRETCH] if is_a_stretch(activity) and not begins_on_a_page(activity) else []
    if activity.props:
        lines.append(sayings.YOU_NEED.format(props=", ".join(activity.props)))
    names = " · ".join(casting.name_of(play, person) for person in deal.listeners)
    crowded = activity.casts and len(deal.players) > len(activity.seats)
    if activity.others and (names or crowded):
        lines.append(_job(casting.to_listeners(play, activity.others), names))
    return [Say(text="\n".join(lines), label="opening")] if lines else []


def _job(job: str, names: str) -> str:
    """Says whose job it is, where the story does not say so itself."""
    if not names and job.startswith(sayings.SAYS_WHOSE):
        return job
    return sayings.THEIR_JOB.format(names=names or sayings.WITHOUT_SEAT, job=job)


def ending(play: Play) -> tuple[Beat, ...]:
    """Gives the last words of the activity on the table; a default stands in where its author wrote none.

    A plan that was made together gets one huge stamp first, with all hands on the table; it scores nothing.
    """
    activity = casting.deal_of(play).activity
    text = casting.to_table(play, activity.close) if activity.close else sayings.CLOSE
    page = breaths(text)
    last = tuple(Say(text=breath, label="close", said=page[:at]) for at, breath in enumerate(page))
    return (_STAMP, *last) if activity.kind == "co-op" else last


def put_down_line(play: Play) -> Say:
    """Gives the kind line that puts an activity down: its own once it has begun, else the house's.

    No chosen feeling is said in it.
    """
    deal = casting.deal_of(play)
    # The line stays on the table after the feeling has been forgotten, where `place` could no longer tell it.
    play = replace(play, feeling=None)
    if deal.activity.exit and title(play):
        return Say(text=casting.to_table(play, deal.activity.exit), label="exit")
    teens = casting.table_band(play) is Band.TEEN
    return Say(text=sayings.EXIT_TEENS if teens else sayings.EXIT, label="exit")


def played(play: Play) -> Entry:
    """Gives the entry of an activity played to its last beat."""
    deal = casting.deal_of(play)
    members = tuple(person.id for person in play.plan.people if person.member and person.id in deal.players)
    activity = deal.activity
    return Played(
        activity=activity.full_id,
        kind=activity.kind,
        empathy=activity.empathy,
        title=activity.title,
        players=members,
    )


def after_deal(play: Play) -> Play:
    """Goes on to what follows the deal that has just ended."""
    return main(play, 0) if play.phase == "warm-up" else main(play, play.deal + 1)


def close(play: Play) -> Play:
    """Lays the close: a thanks, an act or nothing, the stitch, its word, the envelope; three minutes ask nothing."""
    play = replace(play, phase="close")
    if play.plan.minutes <= 3:
        return replace(play, beats=())
    beats = (*(_farewells(play) if play.plan.minutes > 5 else ()), *_sewing(play))
    return replace(play, beats=beats)


def _farewells(play: Play) -> tuple[Beat, ...]:
    grown = next((person for person in play.plan.people if person.grown), play.plan.people[0])
    thanks = Turn(who="", text=sayings.THANKS.format(name=grown.name), label="thanks")
    if len(play.plan.people) == 1:
        return ()
    acts = [act for activity in _tonight(play) for act in activity.acts][:MOST_ACTS]
    if not acts or not may_offer(play):
        return (thanks,)
    youngest = min(play.plan.people, key=lambda person: person.age)
    options = (*(act.said_to(youngest.band) for act in acts), sayings.OUR_OWN_SAID, sayings.NOTHING_TODAY)
    return (thanks, Pick(who="", prompt=sayings.ACT_PROMPT, options=options, use="act", default=len(options) - 1))


def _sewing(play: Play) -> tuple[Beat, ...]:
    youngest = min(play.plan.people, key=lambda person: person.age)
    stitches = tuple(sayings.STITCHES[stitch] for stitch in play.plan.stitches)
    prompt = sayings.STITCH_PROMPT.format(name=youngest.name)
    beats: list[Beat] = [Pick(who=youngest.id, prompt=prompt, options=stitches, use="stitch", default=0, thread=1)]
    if len(words := house_words(play)) > 1:
        beats.append(Pick(who="", prompt=sayings.WORD_PROMPT, options=words, use="word", default=0, thread=1))
    if play.plan.spares and play.plan.minutes > 5:
        titles = tuple(spare.activity.title for spare in play.plan.spares[:MOST_SEALED])
        options = (*titles, sayings.NOT_TONIGHT)
        beats.append(
            Pick(who="", prompt=sayings.ENVELOPE_PROMPT, options=options, use="envelope", default=len(options) - 1)
        )
    return tuple(beats)


def house_words(play: Play) -> tuple[str, ...]:
    """Gives the words tonight's square may carry: phrases and chorus words of what was played, and none at all."""
    lent = [word for activity in _tonight(play) for word in _lent(activity)]
    return (*dict.fromkeys(lent[:4]), sayings.NO_WORD)


def _lent(activity: Activity) -> tuple[str, ...]:
    return (*((activity.phrase,) if activity.phrase else ()), *(noise.word for noise in activity.chorus))


def _tonight(play: Play) -> tuple[Activity, ...]:
    dealt = [deal.activity for deal in play.plan.deals]
    done = tuple(activity for activity in dealt if activity.full_id in play.played)
    return done or tuple(dealt[-1:])


def night(play: Play) -> Play:
    """Says goodnight with the story's own last line and lays nothing more."""
    lines = [activity.next for activity in _tonight(play) if activity.next and activity.full_id in play.played]
    text = lines[-1] if lines else sayings.GOODNIGHT
    beats = (Say(text=text, label="night"),)
    return replace(
        play,
        phase="night",
        beats=beats,
        step=None,
        steps=(),
        seats=(),
        feeling=None,
        votes=(),
        first_votes=(),
        lanterns=(),
        paused=False,
    )
