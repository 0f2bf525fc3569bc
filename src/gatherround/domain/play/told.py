"""A whole evening told beforehand, every door of it, for a dinner without a screen: each in their own wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never

from gatherround.domain.play import casting, phases, sayings
from gatherround.domain.play.beats import Ballot, Beat, Breathing, Card, Check, Expression, Pick, Say, Show, Turn, Write
from gatherround.domain.play.listening import about_person, may_be_guessed
from gatherround.domain.play.looking import reminded
from gatherround.domain.play.make import begin
from gatherround.domain.play.plan import Deal, Plan, Play
from gatherround.domain.play.unfold import unfold
from gatherround.domain.steps import Choose, Guess, Name, Seats, Step, Swap, VoteAgain

OPEN: Final = "…"
"""Stands for the feeling word that somebody will have chosen by then."""
_SAYS: Final = {
    "cover": "Read this first",
    "opening": "Before you begin",
    "read": "Read aloud",
    "cause": "Read aloud",
    "mirror": "Say it back",
    "seats": "Who is who",
    "swap": "Swap",
    "fact": "A new fact",
    "reveal": "Read aloud",
    "rewind": "Rewind",
    "breathe": "Together",
    "twist": "A turn of the story",
    "exit": "To put it down",
    "close": "Last words",
    "stamp": "All hands",
    "kind": "Read aloud",
    "night": "Goodnight",
}
_TURNS: Final = {
    "ask": "Ask",
    "silly-guess": "Guess",
    "guess": "Guess",
    "tell": "Then",
    "speak": "Speaks",
    "echo": "Says it back",
    "question": "Asks",
    "nearly": "Adds",
    "add": "Adds",
    "fact": "Ask",
    "talk": "Talk",
    "change": "Ask",
    "replay": "Together",
    "thanks": "Thanks",
    "carried": "From last time",
}

_GO_ON: Final = frozenset({"Read aloud", "Last words", "Guess"})
"""What is said in several breaths by the same voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing to say or do: a word for what it is, whose it is (nobody named: the table), and the words for it.

    `lines` are breaths, `options` what may be chosen, `faces` feeling words to draw, `doors` each answer and its rest.
    """

    call: str
    lines: tuple[str, ...]
    who: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()
    doors: tuple[tuple[str, tuple[Piece, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """A private card to cut off: who holds it, which character it is, and what it says."""

    who: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One part of the evening; a story has its noises and its slips, the rest has neither."""

    title: str
    pieces: tuple[Piece, ...]
    noises: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()


def told(plan: Plan) -> tuple[Chapter, ...]:
    """Tells an evening from the first question to the goodnight; nothing in it has been chosen beforehand."""
    play = begin(plan)
    chapters: list[Chapter] = []
    if play.phase == "arrive":
        chapters.append(Chapter(title="To begin", pieces=(Piece(call="Everybody", lines=(_prompt(play.beat),)),)))
        play = phases.warm_up(play)
    if play.phase == "warm-up":
        chapters.append(_warm_up(play))
    new_two = plan.new_two
    for at, deal in enumerate(plan.deals):
        ours = replace(play.plan, new_two=new_two)
        chapters.append(_chapter(replace(play, plan=ours, phase="main", deal=at), deal))
        new_two = new_two and not deal.activity.for_two
    played = tuple(deal.activity.full_id for deal in plan.deals)
    return (*chapters, *_close(replace(play, played=played)))


def _prompt(beat: Beat) -> str:
    return beat.prompt if isinstance(beat, Pick) else ""


def _warm_up(play: Play) -> Chapter:
    if play.plan.warm_up is not None and play.plan.carried is None:
        return _chapter(play, play.plan.warm_up)
    return Chapter(title="From last time", pieces=tuple(_pieces(play, play.beats)))


def _chapter(play: Play, deal: Deal) -> Chapter:
    """Tells one activity: what to fetch, every step, and its last words."""
    play = phases.lay(play, deal)
    pieces = [*_pieces(play, (*reminded(deal.activity), *play.beats))]
    slips: list[Slip] = []
    for at, step in enumerate(deal.activity.steps):
        play, beats = unfold(replace(play, steps=deal.activity.steps[at + 1 :], feeling=OPEN), step)
        slips += [Slip(casting.name_of(play, one.who), one.name, one.lines) for one in beats if isinstance(one, Card)]
        pieces += _step(play, step, beats)
    pieces += _pieces(play, phases.ending(play))
    return Chapter(title=deal.activity.title, pieces=tuple(pieces), noises=_noises(deal), slips=tuple(slips))


def _noises(deal: Deal) -> tuple[str, ...]:
    return tuple(
        f"“{one.word}”: {one.noise}" + (f" (or {one.hands})" if one.hands else "") for one in deal.activity.chorus
    )


def _step(play: Play, step: Step, beats: Sequence[Beat]) -> tuple[Piece, ...]:
    """Gives the pieces of a step; what would be laid only after an answer is told here for every answer."""
    match step:
        case Choose():
            return _doors(play, step, beats)
        case Name():
            return tuple(_feelings(play, step, beats))
        case Guess(about="pick"):
            willing = may_be_guessed(play, play.turn)
            return tuple(_pieces(play, about_person(play, step, play.turn, willing[0]) if willing else beats))
        case Swap(to="choose"):
            return (Piece(call="Swap", lines=(_asked(beats),), options=tuple(part for part, _ in casting.parts(play))),)
        case VoteAgain():
            again = next((beat for beat in beats if isinstance(beat, Ballot)), None)
            return (Piece(call="Vote again", lines=("In secret, as before.",), options=again.options if again else ()),)
        case Seats(private=True):
            kept = [beat for beat in beats if not isinstance(beat, Card)]
            hand = Piece(call="Who is who", lines=("Hand out the slips. Eyes shut, everybody hums.",))
            return (hand, *_pieces(play, kept))
        case _:
            return tuple(_pieces(play, beats))


def _asked(beats: Sequence[Beat]) -> str:
    beat = beats[0]
    return beat.prompt if isinstance(beat, Pick) else beat.text if isinstance(beat, Say) else sayings.SWAP


def _doors(play: Play, step: Choose, beats: Sequence[Beat]) -> tuple[Piece, ...]:
    picks = [beat for beat in beats if isinstance(beat, Pick)]
    doors = []
    for door, said in zip(step.options, picks[0].options, strict=True):
        inside = play
        then: list[Piece] = []
        for one in door.then:
            inside, further = unfold(inside, one)
            then += _step(inside, one, further)
        doors.append((said, tuple(then)))
    who = (casting.name_of(play, picks[0].who),)
    return (Piece(call="Choose", who=who, lines=(picks[0].prompt,), doors=tuple(doors)),)


def _feelings(play: Play, step: Name, beats: Sequence[Beat]) -> Iterator[Piece]:
    """Gives the cause and the words for each wording, and the mirror with a gap for the word."""
    picks = [beat for beat in beats if isinstance(beat, Pick)]
    groups: dict[tuple[str, tuple[str, ...]], list[Pick]] = {}
    for pick in picks:
        groups.setdefault((pick.cause, pick.faces), []).append(pick)
    for (cause, words), those in groups.items():
        who = tuple(casting.name_of(play, pick.who) for pick in those)
        yield Piece(call="Name it", who=who, lines=(cause, those[0].prompt), faces=words, options=those[0].options)
        yield Piece(call="Say it back", lines=(casting.to_person(play, step.mirror, those[0].who),))
    if step.also:
        yield Piece(call="Say it back", lines=(casting.spoken(play, step.also),))


def _pieces(play: Play, beats: Sequence[Beat]) -> Iterator[Piece]:
    """Gives a piece for each beat; what comes one after another in the same words is one piece for all of them."""
    held: Piece | None = None
    for beat in beats:
        piece = _piece(play, beat)
        if piece is None:
            continue
        if held is not None and _goes_on(held, piece):
            held = _joined(held, piece)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _goes_on(held: Piece, piece: Piece) -> bool:
    if held.call != piece.call or held.options != piece.options:
        return False
    if held.call in _GO_ON:
        return held.who == piece.who
    return bool(held.who) and bool(piece.who) and held.lines == piece.lines


def _joined(held: Piece, piece: Piece) -> Piece:
    """Asks one more person the same, or goes on for the same person."""
    if held.who and held.lines == piece.lines:
        return replace(held, who=(*held.who, *piece.who))
    return replace(held, lines=(*held.lines, *piece.lines))


def _piece(play: Play, beat: Beat) -> Piece | None:  # noqa: C901 (one line a beat of a closed list)
    match beat:
        case Say():
            return _said(beat)
        case Turn():
            return _turn(play, beat)
        case Show():
            return Piece(call="On three" if len(play.plan.people) == 1 else "All at once, on three", lines=(beat.text,))
        case Pick(use="preflight"):
            return Piece(call="First, thumbs", lines=(beat.prompt,))
        case Pick(use="act"):
            return Piece(call="Offer", lines=(beat.prompt,), options=beat.options)
        case Pick(use="sure" | "sure-now"):
            return Piece(call="Ask", who=_names(play, beat.who), lines=(beat.prompt,), options=beat.options)
        case Pick() | Card():
            return None
        case Ballot():
            return Piece(call="Vote, in secret", lines=(beat.question,), options=beat.options)
        case Check():
            return Piece(call="Says", who=_names(play, beat.who), lines=(_checked(beat),))
        case Write():
            return Piece(call="Write", who=_names(play, beat.who), lines=(f"{beat.prompt} Up to {beat.words} words.",))
        case _:
            assert_never(beat)


def _said(beat: Say) -> Piece:
    text = beat.text
    if isinstance(beat.sight, Breathing):
        text = f"{text} {beat.sight.times} times." if beat.sight.pattern != "senses" else text
    faces = (beat.sight.word,) if isinstance(beat.sight, Expression) else ()
    return Piece(call=_SAYS[beat.label], lines=(text,), faces=faces)


def _turn(play: Play, beat: Turn) -> Piece:
    minutes = f" ({_long(beat.seconds)})" if beat.seconds and beat.label in {"speak", "echo", "question"} else ""
    # The silly guess has said already what is guessed.
    text = sayings.REAL_GUESS if beat.label == "guess" else beat.asked or beat.text
    return Piece(call=_TURNS[beat.label], who=_names(play, beat.who), lines=(f"{text}{minutes}",), options=beat.tokens)


def _long(seconds: int) -> str:
    return f"{seconds} seconds" if seconds < 60 or seconds % 60 else f"{seconds // 60} min"


def _checked(beat: Check) -> str:
    answers = "yes, nearly, or not yet" if beat.use == "echo" else "yes, nearly, or no"
    return beat.text if all(word in beat.text.casefold() for word in ("yes", "nearly")) else f"{beat.text} ({answers})"


def _names(play: Play, who: str) -> tuple[str, ...]:
    return (casting.name_of(play, who),) if who else ()


def _close(play: Play) -> tuple[Chapter, ...]:
    """Tells the close without what only a screen can keep: a thanks, something small or nothing, and goodnight."""
    beats = [
        beat
        for beat in phases.close(play).beats
        if isinstance(beat, Turn) or (isinstance(beat, Pick) and beat.use == "act")
    ]
    night = phases.night(play).beats
    return (Chapter(title="To close", pieces=tuple(_pieces(play, [*beats, *night]))),)
