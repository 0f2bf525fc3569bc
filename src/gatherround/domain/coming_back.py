"""Coming back: the Round that keeps what a pause has promised."""

from __future__ import annotations

from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.deals import reader_of
from gatherround.domain.people import Person
from gatherround.domain.play.plan import Deal, FeelingWord, Plan
from gatherround.domain.steps import Echo, Read, Wording

OPENING: Final = "Here you are again. Hearing somebody out is not agreeing with them."
LOOKED: Final = "How did it look from where you sat? What was in it for you?"
CLOSE: Final = "Thank you for coming back to it. It may be done with, or only easier to carry."
EXIT: Final = "Enough for tonight. You came back, and that was the promise."
WHISPER: Final = "Hear it whole first. Mending can wait."


PROMISED: Final = "You promised each other to come back."
ASIDE: Final = "You put this aside, for another day."


def plan_return(
    pair: tuple[Person, Person], topic: str, seed: int, words: tuple[FeelingWord, ...], why: str = PROMISED
) -> Plan:
    """Deals the Round that keeps a promise: an Echo Turn between these two, each with equal time, and goodnight.

    A pause is no way out where coming back opens with being heard, and nothing is solved before both have been: turns
    at the floor, and a break with a time to return, have some support in programmes for couples.
    """
    people = tuple(pair)
    younger = min(people, key=lambda person: person.age)
    everybody = tuple(person.id for person in people)
    deal = Deal(
        activity=_echo(topic),
        targets=everybody,
        players=everybody,
        listeners=(),
        lead=younger.id,
        reader=reader_of(people),
        why=why,
    )
    return Plan(people=people, minutes=5, wish="mend", deals=(deal,), seed=seed, words=words)


def _echo(topic: str) -> Activity:
    asked = f"{topic}\n{LOOKED}" if topic else LOOKED
    return Activity(
        pack="house",
        id="coming-back",
        title="Coming Back",
        kind="echo",
        youngest=2,
        oldest=99,
        minutes=10,
        fewest=2,
        most=2,
        steps=(Read(text=Wording(OPENING)), Echo(topic=Wording(asked), swap=True)),
        empathy=("understand",),
        helps=("mend", "be-heard"),
        whisper=WHISPER,
        close=Wording(CLOSE),
        exit=Wording(EXIT),
    )
