"""What stands on a card: a story for nobody in particular, every wording of it, in the words of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from gatherround.domain.activities import Activity, ages_said
from gatherround.domain.play import sayings
from gatherround.domain.play.words import breaths, filled, unwrapped
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
    Seat,
    Seats,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Wording,
    Write,
)
from gatherround.host.printing import CardPack

NAMES: Final = {
    "me": "(your name)",
    "next": "(the next one)",
    "seat": "(your part)",
    "feeling": "(that word)",
    "Feeling": "(That word)",
}
"""What stands on a card where at a table a name is said."""
_BANDS: Final = {
    Band.TODDLER: "small ones",
    Band.SCHOOL: "school",
    Band.TEEN: "teens",
    Band.ADULT: "grown-ups",
}
_WHO: Final = {
    "turn": "Ask",
    "next": "Ask the next one",
    "everyone": "Ask everybody",
    "adults-first": "Ask, grown-ups first",
}


@dataclass(frozen=True, slots=True)
class Bit:
    """A few lines on a card: what happens, the words for it, and the faces beside them."""

    call: str
    text: str
    faces: tuple[str, ...] = ()


def about(activity: Activity) -> str:
    """Says for whom a story is and how long it takes."""
    ages = ages_said(activity.youngest, activity.oldest)
    few, many = activity.fewest, activity.most
    people = f"{few} to {many} people" if few < many else "one person" if few == 1 else f"{few} people"
    minutes = "a minute" if activity.minutes == 1 else f"{activity.minutes} minutes"
    return " · ".join((ages, people, minutes, *activity.flags))


def front(activity: Activity) -> tuple[Bit, ...]:
    """Gives what is read and done, in order."""
    bits = [Bit("You need", ", ".join(activity.props))] if activity.props else []
    for noise in activity.chorus:
        hands = f" (or {noise.hands})" if noise.hands else ""
        bits.append(Bit("Everybody", f"at “{noise.word}”: {noise.noise}{hands}"))
    bits += _said("Without a part", activity.others)
    for step in activity.steps:
        bits += _step(activity, step)
    bits += _said("Last words", activity.close or Wording(sayings.CLOSE))
    return tuple(bits)


def back(pack: CardPack) -> tuple[Bit, ...]:
    """Gives the note for a grown-up, help for whoever reads, and what the story rests on."""
    activity = pack.activity
    bits = [Bit("For you", unwrapped(activity.coach))] if activity.coach else []
    bits += [Bit("In a line", activity.whisper)] if activity.whisper else []
    bits += [Bit("If nobody says anything", _plain(line)) for line in activity.if_stuck]
    bits += [Bit("A turn of the story", _plain(line)) for line in activity.twists]
    bits += _said("Something small, or nothing", *activity.acts)
    bits += _said("To put it down", activity.exit or Wording(sayings.EXIT))
    bits += [Bit("Why", "; ".join(pack.sources))] if pack.sources else []
    return tuple(bits)


def slips(activity: Activity) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Gives a slip to cut out for each seat that is given out: who it is, and what that person wants and knows."""
    return tuple((seat.name, _on_slip(seat)) for seat in activity.seats) if activity.casts else ()


def _on_slip(seat: Seat) -> tuple[str, ...]:
    if seat.card:
        return (seat.card,)
    told = zip(sayings.YOU_WANT, (seat.wants, seat.knows, seat.worries), strict=True)
    return tuple(f"{label}: {text}" for label, text in told if text)


def _said(call: str, *wordings: Wording | None) -> list[Bit]:
    """Gives a text as one bit, or a bit for each wording of it that is written."""
    bits: list[Bit] = []
    for wording in wordings:
        if wording is not None and wording.plain is not None:
            bits.append(Bit(call, _plain(wording.plain)))
        elif wording is not None:
            bits += [Bit(f"{call} ({_BANDS[band]})", _plain(text)) for band, text in wording.rungs()]
    return bits


def _plain(text: str) -> str:
    return filled(unwrapped(text), NAMES)


def _step(activity: Activity, step: Step) -> list[Bit]:  # noqa: C901 (one line a step of a closed list)
    match step:
        case Read():
            return _read(activity, step)
        case Ask():
            call = "All at once, on three" if step.show else _WHO[step.who]
            return [*_said(call, step.text), *_said("Or", *step.easier), *_said("Stuck?", *step.if_stuck)]
        case Name():
            return _named(step)
        case Choose():
            return [*_said("Choose", step.prompt), *_doors(activity, step)]
        case Seats():
            how = "Hand out the slips. Eyes shut, and everybody hums." if step.private else "Hand out the slips, open."
            return [Bit("Seats", how)]
        case Swap():
            return _said("Swap", step.text or Wording(sayings.SWAP))
        case Guess():
            return _guess(activity, step)
        case Echo():
            return _echo(step)
        case Vote():
            return [*_said("Vote, in secret", step.question), *_said("-", *step.options)]
        case VoteAgain():
            return [Bit("Vote again", "In secret, as before. Moving and staying are both fine.")]
        case Facts():
            ask = step.ask or Wording(sayings.ANOTHER_FACT)
            return [*_said("A new fact", *step.cards), *_said("After each", ask)]
        case Talk():
            return [*_said("Talk, grown-ups last", step.prompt), Bit("Ways to begin", " · ".join(sayings.LANTERNS))]
        case Rewind():
            return [*_said("Rewind", step.start), *_said("Change", step.change), Bit("Then", sayings.PLAY_IT)]
        case Breathe():
            times = "" if step.pattern == "senses" else f" {step.times} times."
            return [Bit("Together", f"{sayings.BREATHINGS[step.pattern]}{times}")]
        case Write():
            return _said(f"Write, {step.words} words", step.prompt)
        case Offer():
            prompt = step.prompt or Wording(sayings.OFFER_PROMPT)
            return [*_said("Offer", prompt), *_said("-", *step.acts, Wording(sayings.NOTHING_TODAY))]
        case _:
            assert_never(step)


def _read(activity: Activity, step: Read) -> list[Bit]:
    """Gives a reading breath by breath, so that a long one may go on on the next card."""
    bits: list[Bit] = []
    for bit in _said("Read aloud", step.text or activity.scene):
        bits += [Bit(bit.call if at == 0 else "", breath) for at, breath in enumerate(breaths(bit.text))]
    if step.face and bits:
        bits.append(Bit("", "", (step.face,)))
    return bits


def _named(step: Name) -> list[Bit]:
    prompt = sayings.FEELS.format(name=step.about) if step.about else sayings.YOU_FEEL
    options = " · ".join((*step.options, "another word", "not sure"))
    faces = [Bit("", "", step.options)] if step.options else []
    also = [Bit("And", _plain(step.also))] if step.also else []
    return [
        *_said("Say", step.cause),
        Bit("Ask", f"{prompt} {options}"),
        *faces,
        *_said("Say it back", step.mirror),
        *also,
    ]


def _doors(activity: Activity, step: Choose) -> Iterator[Bit]:
    for door in step.options:
        yield from _said("→", door.say)
        for then in door.then:
            yield from _step(activity, then)


def _guess(activity: Activity, step: Guess) -> list[Bit]:
    people = {"next": "the next one", "pick": "somebody you pick"}
    about_whom = people.get(step.about) or f"whoever is {activity.seat(step.about).name}"
    check = Wording(step.check or f"{sayings.CHECK_GUESS} {sayings.TELL}")
    sure, now = (
        [Bit(asked, " · ".join(sayings.SURE))] if step.sure else [] for asked in (sayings.HOW_SURE, sayings.SURE_NOW)
    )
    silly = Bit("How", f"{sayings.SILLY_GUESS} {sayings.REAL_GUESS}")
    return [*_said(f"Guess about {about_whom}", step.prompt), silly, *sure, *_said("Then they say", check), *now]


def _echo(step: Echo) -> list[Bit]:
    turn = f"{sayings.ECHOES[0]} {sayings.QUESTIONS[0]} Yes, nearly, or not yet."
    swap = [Bit("Then", "The other way round, with the same time.")] if step.swap else []
    return [*_said("One speaks", step.topic), *_said("Begin", *step.starters), Bit("The other", turn), *swap]
