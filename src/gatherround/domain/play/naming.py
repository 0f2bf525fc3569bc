"""The name step: a cause, a word chosen for it, and the mirror that says both back."""

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.play import casting, sayings
from gatherround.domain.play.beats import Beat, Expression, Pick, Say
from gatherround.domain.play.plan import Person, Play
from gatherround.domain.stages import Band, rank, stage_named
from gatherround.domain.steps import Name

DOORS_SMALL = 2
DOORS = 6
FIRST_WORDS = ("sad", "mad")


def name_beats(play: Play, step: Name, people: tuple[str, ...]) -> tuple[Beat, ...]:
    """Gives a pick for each person; the mirror is unfolded once a word has been chosen."""
    return tuple(_pick(play, step, play.plan.person(person)) for person in people)


def _pick(play: Play, step: Name, person: Person) -> Pick:
    words = _words(play, step, person)
    small = person.band is Band.TODDLER
    extras = sayings.FEELING_EXTRAS_SMALL if small else sayings.FEELING_EXTRAS
    return Pick(
        who=person.id,
        prompt=sayings.FEELS.format(name=step.about) if step.about else sayings.YOU_FEEL,
        cause=casting.to_person(play, step.cause, person.id),
        options=(*words, *extras),
        faces=words,
        use="feeling",
        default=len(words) + len(extras) - 1,
    )


def _words(play: Play, step: Name, person: Person) -> tuple[str, ...]:
    """Gives two words to somebody small and six to everybody else, none beyond their own shelf where it can be."""
    most = DOORS_SMALL if person.band is Band.TODDLER else DOORS
    if step.options:
        return step.options[:most]
    if person.band is Band.TODDLER:
        return FIRST_WORDS
    shelf = [word.word for word in play.plan.words if rank(stage_named(word.stage_key)) <= rank(person.stage)]
    if not shelf:
        return _with_own(FIRST_WORDS, person, play.plan.seed)
    spread = max(1, len(shelf) // most)
    words = dict.fromkeys(shelf[(play.plan.seed + spread * at) % len(shelf)] for at in range(most))
    return _with_own(tuple(words), person, play.plan.seed)


def _with_own(words: tuple[str, ...], person: Person, seed: int) -> tuple[str, ...]:
    """Gives the last door to one of the person's own words, another one each evening, where they have any."""
    if not person.words:
        return words
    own = person.words[seed % len(person.words)]
    return (*[word for word in words if word != own][: DOORS - 1], own)


def mirrored(play: Play, step: Name, pick: Pick, option: int) -> tuple[Play, tuple[Beat, ...]]:
    """Takes a chosen word: remembers it for this activity and gives the mirror and what may also be true."""
    if option >= len(pick.faces):
        reply = sayings.REPLIES[pick.options[option]]
        return replace(play, feeling=None), (Say(text=reply, label="mirror"), *_also(play, step))
    word = pick.options[option]
    play = replace(play, feeling=word)
    mirror = Say(text=casting.to_person(play, step.mirror, pick.who), label="mirror", sight=Expression(word))
    return play, (mirror, *_also(play, step))


def _also(play: Play, step: Name) -> tuple[Beat, ...]:
    return (Say(text=casting.spoken(play, step.also), label="mirror"),) if step.also else ()
