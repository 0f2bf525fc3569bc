"""A story in which every sort of step comes to the table."""

from __future__ import annotations

from gatherround.domain.activities import Activity
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Chorus,
    Door,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Read,
    Rewind,
    Seat,
    Seats,
    SmallHands,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Write,
)
from rounds import plain, story


def every_step(text: str, short: str) -> Activity:
    """Gives a story with every sort of step, which says one text, or one shorter text, and nothing else."""
    said = plain(text)
    steps = (
        Read(),
        Read(text=said, face="sad", small_hands=SmallHands("crash", short)),
        Ask(text=said, who="everyone", wait=5, easier=(said,), if_stuck=(said,), marks=("known", "guessed")),
        Ask(text=said, show=True, wait=5, easier=(said,)),
        Name(cause=said, mirror=said, about="me", options=("happy", "sad"), also="mad", who="turn"),
        Name(cause=said, mirror=said, options=("happy", "sad"), who="next"),
        Choose(prompt=said, options=tuple(Door(say=said, then=(Read(text=said),)) for _ in range(4))),
        Seats(private=True),
        Seats(),
        Swap(to="choose", text=said),
        Guess(about="next", prompt=said, check=text, sure=True),
        Echo(topic=said, starters=(said,), seconds=(5, 5, 5)),
        Vote(question=said, options=(said, said, said)),
        Facts(cards=(said, said, said), ask=said),
        Talk(prompt=said),
        VoteAgain(),
        Rewind(start=said, change=said),
        Breathe(pattern="star", times=2),
        Write(prompt=said),
        Offer(acts=(said, said), prompt=said),
    )
    cards = (
        Seat(id="a", name=short, wants=text, knows=text, worries=text, card=text),
        Seat(id="b", name=f"{short}!", wants=text, knows=text, worries=text),
    )
    texts = dict.fromkeys(("scene", "others", "close", "exit"), said) | dict.fromkeys(
        ("whisper", "coach", "next"), text
    )
    more = dict.fromkeys(("props", "if_stuck", "twists"), (text, text))
    noises = (Chorus(word=short.split()[-1], noise=short, hands=text), Chorus(word="x", noise=short))
    given = {"id": "every-step", "title": text, "seats": cards, "chorus": noises, "phrase": short, "acts": (said,)}
    return story(*steps, **given, **texts, **more, most=12, preflight=True, fewest=1)
