"""Guess-Ask-Check and the Echo Turn: what one person thinks of another always goes back to that other."""

from __future__ import annotations

from gatherround.domain.play import casting, sayings
from gatherround.domain.play.beats import Beat, Check, Pick, PickUse, Turn
from gatherround.domain.play.plan import Play
from gatherround.domain.play.words import heard
from gatherround.domain.steps import Echo, Guess

TRIES = 2
"""How often an echo may be tried again; then it is close enough."""
YOUNGEST_ECHO = 5


def guess_beats(play: Play, step: Guess) -> tuple[Beat, ...]:
    """Gives a silly guess, a real one, how sure, and the check by the person themselves; nobody is guessed unwillingly.

    Imagining somebody's view does not make us right about it; asking does (Eyal, Steffel and Epley 2018).
    """
    guesser = play.turn
    if step.about == "pick":
        return _pick_beats(play, step, guesser)
    if step.about == "next":
        willing = may_be_guessed(play, guesser)
        return about_person(play, step, guesser, willing[0]) if willing else (_just_ask(play, step, guesser),)
    subject = casting.holders(play, step.about)[0]
    if subject == guesser:
        guesser = casting.after(play, guesser)
    if subject == guesser:
        return (Turn(who=guesser, text=casting.to_person(play, step.prompt, guesser), label="ask"),)
    return about_person(play, step, guesser, subject)


def may_be_guessed(play: Play, guesser: str) -> tuple[str, ...]:
    """Gives who may be guessed about, grown-ups first, then round the table; never who said "don't guess me"."""
    ring = casting.round_the_table(play)
    start = ring.index(guesser) + 1 if guesser in ring else 0
    others = [play.plan.person(person) for person in ring[start:] + ring[:start] if person != guesser]
    willing = [person for person in others if person.guess_me]
    return tuple(person.id for person in sorted(willing, key=lambda person: not person.grown))


def _pick_beats(play: Play, step: Guess, guesser: str) -> tuple[Beat, ...]:
    willing = may_be_guessed(play, guesser)[:9]
    if not willing:
        return (_just_ask(play, step, guesser),)
    if len(willing) == 1:
        return about_person(play, step, guesser, willing[0])
    names = tuple(casting.name_of(play, person) for person in willing)
    return (Pick(who=guesser, prompt=sayings.WHO_TO_GUESS, options=names, use="person", default=0),)


def _just_ask(play: Play, step: Guess, guesser: str) -> Turn:
    text = f"{sayings.ASK_THEM} {casting.to_person(play, step.prompt, guesser)}"
    return Turn(who=guesser, text=text, label="ask")


def about_person(play: Play, step: Guess, guesser: str, subject: str) -> tuple[Beat, ...]:
    """Gives the beats of one guess about one person, who answers for themselves.

    Where it says how sure, it says so again once they have answered: imagining alone makes people surer and no nearer
    (Eyal, Steffel and Epley 2018), and the step from the one answer to the other shows it without a word.
    """
    prompt = casting.to_person(play, step.prompt, guesser, beside=subject)
    name = casting.name_of(play, subject)
    if step.about == "pick" and not heard(name, prompt):
        prompt = f"{sayings.ABOUT.format(name=name)} {prompt}"
    beats: list[Beat] = [
        Turn(who=guesser, text=f"{prompt}\n{sayings.SILLY_GUESS}", label="silly-guess"),
        Turn(who=guesser, text=f"{prompt}\n{sayings.REAL_GUESS}", label="guess", thread=1),
    ]
    if step.sure:
        beats.append(_how_sure(guesser, sayings.HOW_SURE, "sure"))
    check = casting.spoken(play, step.check, subject) if step.check else sayings.CHECK_GUESS
    beats.append(Check(who=subject, of=guesser, text=check, use="guess", thread=1))
    beats.append(Turn(who=subject, text=sayings.TELL, label="tell", thread=1))
    if step.sure:
        beats.append(_how_sure(guesser, sayings.SURE_NOW, "sure-now"))
    return tuple(beats)


def _how_sure(guesser: str, prompt: str, use: PickUse) -> Pick:
    return Pick(who=guesser, prompt=prompt, options=sayings.SURE, use=use, default=1, thread=1)


def echo_beats(play: Play, step: Echo) -> tuple[Beat, ...]:
    """Gives both halves of an Echo Turn with equal time; each half hangs together, so that a pass ends it whole."""
    speaker = play.turn
    listener = _listener(play, speaker)
    if listener is None:
        return (Turn(who=speaker, text=casting.to_person(play, step.topic, speaker), label="speak"),)
    seconds = step.seconds or _seconds(play, speaker, listener)
    first = _half(play, step, (speaker, listener), seconds, thread=1)
    second = _half(play, step, (listener, speaker), seconds, thread=2) if step.swap else ()
    return first + second


def _listener(play: Play, speaker: str) -> str | None:
    ring = casting.round_the_table(play)
    start = ring.index(speaker) if speaker in ring else 0
    others = [
        person for person in (*ring[start + 1 :], *ring[:start], casting.deal_of(play).reader) if person != speaker
    ]
    old_enough = [person for person in others if play.plan.person(person).age >= YOUNGEST_ECHO]
    return next(iter(old_enough or others), None)


def _seconds(play: Play, one: str, other: str) -> tuple[int, ...]:
    """Gives the seconds for speaking, for saying it back and for the question; a couple that is new to it has less."""
    younger = min(play.plan.person(one).age, play.plan.person(other).age)
    if younger < YOUNGEST_ECHO:
        return (20, 20, 20)
    if younger < 12:
        return (60, 60, 60)
    return (60, 60, 30) if play.plan.short_echo and younger >= 18 else (120, 120, 60)


def _half(play: Play, step: Echo, pair: tuple[str, str], seconds: tuple[int, ...], thread: int) -> tuple[Beat, ...]:
    speaker, listener = pair
    starters = tuple(casting.to_person(play, starter, speaker) for starter in step.starters)
    topic = casting.to_person(play, step.topic, speaker)
    return (
        Turn(who=speaker, text=topic, label="speak", seconds=seconds[0], easier=starters, thread=thread),
        Turn(who=listener, text=_dealt(play, sayings.ECHOES, thread), label="echo", seconds=seconds[1], thread=thread),
        Turn(
            who=listener,
            text=_dealt(play, sayings.QUESTIONS, thread),
            label="question",
            seconds=seconds[2],
            thread=thread,
        ),
        Check(who=speaker, of=listener, text=sayings.DID_I, use="echo", left=TRIES, thread=thread),
    )


def _dealt(play: Play, prompts: tuple[str, ...], after: int) -> str:
    """Gives one of a few prompts by the dice of the plan: neighbours differ, and every echo is the same job.

    Each asks for the feeling and for words of one's own: a paraphrase alone does not make anybody feel understood
    (Weger 2010), and whoever hears the same sentence each time recites it.
    """
    return prompts[(play.plan.seed + len(play.steps) + after) % len(prompts)]


def again(play: Play, check: Check, *, nearly: bool) -> tuple[Beat, ...]:
    """Gives what follows *nearly* and *not yet*: the missing bit, one more try, then it is close enough."""
    add = Turn(
        who=check.who,
        text=sayings.ADD if nearly else sayings.ONCE_MORE,
        label="nearly" if nearly else "add",
        thread=check.thread,
    )
    if check.left <= 1:
        return (add, Turn(who=check.of, text=sayings.THATS_CLOSE, label="echo", thread=check.thread))
    prompt = _dealt(play, sayings.ECHOES, check.thread + check.left)
    retry = Turn(who=check.of, text=prompt, label="echo", thread=check.thread)
    last = Check(
        who=check.who,
        of=check.of,
        text=sayings.DID_I,
        use="echo",
        left=check.left - 1,
        thread=check.thread,
    )
    return (add, retry, last)
