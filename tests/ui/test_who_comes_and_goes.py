"""Somebody sits down in the middle: the story goes on with them, or is said to wait and something else is played."""

from __future__ import annotations

from dataclasses import replace

from dining import hurried, laid_for, opened, play, press, seen

from rounds import ask, laid, story
from tables import table as people_of

OWN = story(ask(), youngest=18, fewest=2, most=2, size="pebble", kind="good-news", preflight=True)


@hurried
async def test_a_childs_coming_puts_a_couples_own_off_with_a_sentence_and_another_is_dealt() -> None:
    for size in ((80, 24), (40, 12)):
        async with opened(size=size) as pilot:
            await laid_for(pilot, replace(laid(OWN, people_of(38, 41)), minutes=10, choice=False))
            await press(pilot, "1", "escape", "1", "2")
            assert "Hello" in seen(pilot)
            assert "The Hat" not in seen(pilot)
            await press(pilot, "enter")
            assert "waits for another day. Here is one for everybody." in " ".join(seen(pilot).split())
            await press(pilot, "enter")
            assert play(pilot).phase == "main"
            deal = play(pilot).dealt
            assert deal is not None
            assert deal.activity.title != "The Hat"
            assert "guest-1" in (*deal.players, *deal.listeners)
