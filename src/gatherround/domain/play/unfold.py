"""Unfolds a step into a short row of beats when it is reached; the only place that knows all fifteen steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from gatherround.domain.play import beats as on_table
from gatherround.domain.play import casting, sayings
from gatherround.domain.play.beats import Beat, Breathing, Casting, Expression, FactCard, Pick, Say, Show, Turn
from gatherround.domain.play.listening import echo_beats, guess_beats
from gatherround.domain.play.naming import name_beats
from gatherround.domain.play.plan import Play
from gatherround.domain.play.seating import chair_beats, seat_beats
from gatherround.domain.play.words import breaths, heard
from gatherround.domain.stages import Band
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Read,
    Rewind,
    Seats,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Who,
    Write,
)

YOUNGEST_WRITER = 5
YOUNGEST_HANDED = 12
"""From this age on, nobody needs to hear again word for word what the one before was asked."""
LONG_QUESTION = 8
"""So many words are long to hear twice; fewer are said again."""
MOST_HELPS = 3
"""As many comfort menus as are read at a glance."""


def unfold(play: Play, step: Step) -> tuple[Play, tuple[Beat, ...]]:
    """Reaches a step: moves the turn or the seats where it says so, and gives its beats."""
    play = _reached(play, step)
    return play, beats_of(play, step)


def _reached(play: Play, step: Step) -> Play:
    match step:
        case Ask(who="next") | Name(who="next") | Choose(who="next"):
            return replace(play, turn=casting.after(play, play.turn))
        case Seats():
            return casting.cast(play)
        case Swap(to="next"):
            return casting.moved_on(play)
        case Swap(to="choose"):
            return replace(play, seats=())
        case Swap():
            return casting.seated(play, play.turn, step.to)
        case Talk():
            return replace(play, lanterns=())
        case _:
            return play


def beats_of(play: Play, step: Step) -> tuple[Beat, ...]:  # noqa: C901 (one line a step of a closed list)
    """Gives the beats of a step that has been reached; asking twice gives the same beats."""
    match step:
        case Read():
            return read_beats(play, step)
        case Ask():
            return _ask_beats(play, step)
        case Name():
            return name_beats(play, step, asked(play, step.who))
        case Choose():
            return (_branch_pick(play, step),)
        case Seats():
            return seat_beats(play, private=step.private)
        case Swap():
            return _swap_beats(play, step)
        case Guess():
            return guess_beats(play, step)
        case Echo():
            return echo_beats(play, step)
        case Vote():
            return (_ballot(play, step, again=False),)
        case VoteAgain():
            return (_ballot(play, last_vote(play), again=True),)
        case Facts():
            return _fact_beats(play, step)
        case Talk():
            return _talk_beats(play, step)
        case Rewind():
            return _rewind_beats(play, step)
        case Breathe():
            return (Say(text=_breath_text(play, step), label="breathe", sight=Breathing(step.pattern, step.times)),)
        case Write():
            return _write_beats(play, step)
        case Offer():
            return _offer_beats(play, step)
        case _:
            assert_never(step)


def asked(play: Play, who: Who) -> tuple[str, ...]:
    """Gives the ids of those a step asks, in the order they are asked."""
    match who:
        case "turn" | "next":
            return (play.turn,)
        case "everyone":
            return tuple(person.id for person in casting.players(play))
        case "adults-first":
            return tuple(person.id for person in casting.adults_first(play))
        case _:
            assert_never(who)


def read_beats(play: Play, step: Read) -> tuple[Beat, ...]:
    """Gives a Say for each breath; the chorus rides on the breath that has its word, small hands on the last."""
    activity = casting.deal_of(play).activity
    wording = step.text or activity.scene
    if wording is None:
        return ()
    page = breaths(casting.to_table(play, wording))
    sight = Expression(step.face) if step.face else None
    return tuple(
        Say(
            text=breath,
            label="read",
            sight=sight,
            said=page[:index],
            chorus=tuple(noise for noise in activity.chorus if heard(noise.word, breath)),
            small_hands=step.small_hands if index == len(page) - 1 else None,
        )
        for index, breath in enumerate(page)
    )


def _ask_beats(play: Play, step: Ask) -> tuple[Beat, ...]:
    stuck = (*(casting.to_table(play, hint) for hint in step.if_stuck), *casting.deal_of(play).activity.if_stuck)
    if step.show:
        easier = tuple(casting.to_table(play, hint) for hint in step.easier)
        return (Show(text=casting.to_table(play, step.text), wait=step.wait, easier=easier, if_stuck=stuck),)
    turns = (
        Turn(
            who=person,
            text=casting.to_person(play, step.text, person),
            label="ask",
            wait=step.wait,
            easier=tuple(casting.to_person(play, hint, person) for hint in step.easier),
            if_stuck=stuck,
            marks=step.marks,
            meanwhile=casting.meanwhile(play) if at == 0 else "",
        )
        for at, person in enumerate(asked(play, step.who))
    )
    return tuple(_handed_on(play, turns))


def _handed_on(play: Play, turns: Iterable[Turn]) -> Iterator[Turn]:
    """Gives the turns of one question; whoever would hear the words of the one before again is handed it instead."""
    before = ""
    for at, turn in enumerate(turns):
        long = len(turn.text.split()) >= LONG_QUESTION
        if long and turn.text == before and play.plan.person(turn.who).age >= YOUNGEST_HANDED:
            line = sayings.HANDED_ON[(play.plan.seed + at) % len(sayings.HANDED_ON)]
            yield replace(turn, text=line.format(name=casting.name_of(play, turn.who)), asked=turn.text)
        else:
            yield turn
        before = turn.text


def _branch_pick(play: Play, step: Choose) -> Beat:
    options = tuple(casting.to_person(play, door.say, play.turn) for door in step.options)
    prompt = casting.to_person(play, step.prompt, play.turn)
    return Pick(who=play.turn, prompt=prompt, options=options, use="branch")


def _swap_beats(play: Play, step: Swap) -> tuple[Beat, ...]:
    text = casting.to_table(play, step.text) if step.text else sayings.SWAP
    if step.to == "choose":
        return chair_beats(play, text)
    return (Say(text=text, label="swap", sight=Casting(casting.parts(play))),)


def _ballot(play: Play, step: Vote, *, again: bool) -> Beat:
    return on_table.Ballot(
        voters=asked(play, "everyone"),
        question=casting.to_table(play, step.question),
        options=tuple(casting.to_table(play, option) for option in step.options),
        again=again,
    )


def last_vote(play: Play) -> Vote:
    """Gives the ballot that a second vote repeats; the checker has made sure there is one."""
    steps = casting.deal_of(play).activity.steps
    so_far = steps[: len(steps) - len(play.steps)]
    return next(step for step in reversed(so_far) if isinstance(step, Vote))


def _fact_beats(play: Play, step: Facts) -> tuple[Beat, ...]:
    question = casting.to_table(play, step.ask) if step.ask else sayings.ANOTHER_FACT
    made: list[Beat] = []
    for number, card in enumerate(step.cards, start=1):
        thread = 1 if number > 2 else 0
        if number > 2:
            another = Pick(
                who="",
                prompt=sayings.ANOTHER_PROMPT,
                options=sayings.ANOTHER,
                use="another",
                default=0,
                thread=thread,
            )
            made.append(another)
        sight = FactCard(number, len(step.cards))
        made.append(Say(text=casting.to_table(play, card), label="fact", sight=sight, thread=thread))
        made.append(Turn(who="", text=question, label="fact", thread=thread))
    return tuple(made)


def _talk_beats(play: Play, step: Talk) -> tuple[Beat, ...]:
    speakers = asked(play, "everyone")
    seconds = step.minutes * 60 // (len(speakers) + 1)
    turns = (
        Turn(
            who=person,
            text=casting.to_person(play, step.prompt, person),
            label="talk",
            seconds=seconds,
            tokens=sayings.LANTERNS,
        )
        for person in speakers
    )
    return (*_handed_on(play, turns), Turn(who="", text=sayings.ANYONE, label="talk", tokens=sayings.LANTERNS))


def _rewind_beats(play: Play, step: Rewind) -> tuple[Beat, ...]:
    return (
        Say(text=casting.to_table(play, step.start), label="rewind"),
        Turn(who=play.turn, text=casting.to_person(play, step.change, play.turn), label="change"),
        Turn(who="", text=sayings.PLAY_IT, label="replay"),
    )


def _breath_text(play: Play, step: Breathe) -> str:
    small = casting.table_band(play) is Band.TODDLER
    return sayings.BREATHINGS_SMALL[step.pattern] if small else sayings.BREATHINGS[step.pattern]


def _write_beats(play: Play, step: Write) -> tuple[Beat, ...]:
    return tuple(
        on_table.Write(
            who=person.id,
            prompt=casting.to_person(play, step.prompt, person.id),
            words=step.words,
        )
        for person in casting.players(play)
        if person.age >= YOUNGEST_WRITER
    )


def _offer_beats(play: Play, step: Offer) -> tuple[Beat, ...]:
    if not may_offer(play):
        return ()
    acts = (*(casting.to_table(play, act) for act in step.acts), sayings.NOTHING_TODAY)
    prompt = casting.to_table(play, step.prompt) if step.prompt else sayings.OFFER_PROMPT
    helps = tuple(
        (person.id, sayings.HELPS.format(name=person.name, helps=" · ".join(person.comfort)))
        for person in casting.players(play)
        if person.comfort
    )
    return (Pick(who="", prompt=prompt, options=acts, use="act", default=len(acts) - 1, helps=helps[:MOST_HELPS]),)


def may_offer(play: Play) -> bool:
    """Tells whether a caring act is offered: to under-fives only in one Round of four (Warneken and Tomasello 2008)."""
    deals = [deal for deal in (play.dealt, *play.plan.deals) if deal is not None]
    targets = [play.plan.person(target) for deal in deals[:1] for target in deal.targets]
    children = [person.age for person in targets if not person.grown]
    return not children or max(children) >= YOUNGEST_WRITER or play.plan.seed % 4 == 0
