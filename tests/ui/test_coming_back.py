"""What was promised in a pause: Tonight says when, and two people come back to it, another time, or let it go."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from dining import (
    SIZES,
    a_house,
    click_door,
    everything,
    house_of,
    hurried,
    offered,
    opened,
    play,
    press,
    seen,
    settled,
    told,
    tonight,
    whole,
)

from gatherround.domain.entries import Promised
from gatherround.domain.play.beats import Turn
from gatherround.host.house import House
from gatherround.ui.screens.asking import Becomes, LaterWhen, WhoComesBack
from rounds import EARLY_EVENING

TOPIC = "zanzibar"


def promised(home: Path, *, ahead: timedelta = timedelta(hours=2)) -> House:
    """Gives a house in which two people have promised to come back, and five usually sit."""
    from gatherround.host.guests import guest_by_words
    from gatherround.host.household import Setting

    house = a_house(home)
    setting = Setting()
    for age in ("3", "9", "15", "grown-up", "grown-up"):
        setting = setting.seated(guest_by_words(age, setting.people))
    house.household.remember(setting)
    assert house.journal is not None
    house.journal.between_rounds([Promised(TOPIC, EARLY_EVENING + ahead)])
    return house


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
@hurried
async def test_tonight_says_when_and_never_what(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(promised(tmp_path), size) as pilot:
        (line,) = [place for place in pilot.app.screen.query(".promise") if place.region and whole(place)]
        assert str(line.render()).startswith("You two promised to come back at 20:30.")
        assert TOPIC not in everything(pilot)
        assert "come-back" in offered(pilot)


@hurried
async def test_two_come_back_and_both_are_heard(tmp_path: Path) -> None:
    async with opened(promised(tmp_path)) as pilot:
        await press(pilot, "c", "1")
        assert isinstance(pilot.app.screen, WhoComesBack)
        await press(pilot, "2")
        assert "and ..." in seen(pilot)
        await press(pilot, "2", "4", "5")
        assert [person.name for person in play(pilot).plan.people] == ["Bread", "Teapot"]
        await press(pilot, "enter")
        beat = play(pilot).beat
        assert isinstance(beat, Turn)
        assert beat.label == "speak"
        assert TOPIC in everything(pilot)
        await press(pilot, "p", "x", "enter")
        assert "promised" not in seen(pilot)
        assert "come-back" not in offered(pilot)


@hurried
async def test_of_two_at_the_table_nobody_is_asked_who(tmp_path: Path) -> None:
    async with opened(promised(tmp_path)) as pilot:
        await press(pilot, "1", "2", "3", "c", "1")
        assert [person.name for person in play(pilot).plan.people] == ["Bread", "Teapot"]


@hurried
async def test_it_takes_two(tmp_path: Path) -> None:
    async with opened(promised(tmp_path)) as pilot:
        await press(pilot, "1", "2", "3", "4", "c", "1")
        assert any("Two people come back" in sentence for sentence in told(pilot))
        assert tonight(pilot).is_active


@hurried
async def test_another_time_is_asked_without_the_topic_and_said_at_once(tmp_path: Path) -> None:
    async with opened(promised(tmp_path)) as pilot:
        await press(pilot, "c")
        await click_door(pilot, 1)
        assert isinstance(pilot.app.screen, LaterWhen)
        assert TOPIC not in everything(pilot)
        await press(pilot, "4")
        await click_door(pilot, 1)
        assert "promised to come back on Friday at 18:00" in " ".join(seen(pilot).split())


@hurried
async def test_let_it_go_leaves_nothing_to_look_at(tmp_path: Path) -> None:
    async with opened(promised(tmp_path, ahead=timedelta(days=-3))) as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, Becomes)
        await press(pilot, "escape")
        assert "You two promised to come back." in " ".join(seen(pilot).split())
        await press(pilot, "c", "3")
        assert "promised" not in seen(pilot)
        assert house_of(pilot).promises().waiting() is None


@hurried
async def test_what_another_window_has_let_go_meanwhile_is_not_looked_at_any_more_here(tmp_path: Path) -> None:
    async with opened(promised(tmp_path)) as pilot:
        await press(pilot, "c")
        promises = a_house(tmp_path).promises()
        promise = promises.waiting()
        assert promise is not None
        promises.let_go(promise)
        await press(pilot, "1")
        assert tonight(pilot).is_active
        assert "promised" not in seen(pilot)
        assert "come-back" not in offered(pilot)


@hurried
async def test_a_pause_may_promise_a_day_of_the_next_week(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "6", "6", "space", "p", "l", "4")
        await click_door(pilot, 2)
        await press(pilot, "enter")
        assert "promised to come back on Saturday at 18:00" in " ".join(seen(pilot).split())


@pytest.mark.parametrize("size", SIZES)
@hurried
async def test_what_is_typed_as_a_promise_is_asked_for_is_what_it_is_about_figures_too(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(a_house(tmp_path), size) as pilot:
        await press(pilot, "6", "6", "space", "p", "l", " ", *"dishes 2 you")
        assert "dishes 2 you" in seen(pilot)
        assert play(pilot).paused, "a figure in somebody's words promises nothing"
        assert LaterWhen.TYPED in " ".join(seen(pilot).replace("│", " ").split())
        await press(pilot, "enter")
        assert LaterWhen.LEFT in " ".join(seen(pilot).replace("│", " ").split())
        await press(pilot, "tab", "!", "tab", "3")
        journal = house_of(pilot).journal
        assert journal is not None
        assert [one.entry.topic for one in journal.entries() if isinstance(one.entry, Promised)] == ["dishes 2 you!"]


@hurried
async def test_without_a_word_one_number_promises(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "6", "6", "space", "p", "l")
        assert LaterWhen.EMPTY in seen(pilot)
        await press(pilot, "2")
        assert play(pilot).phase == "night"


@hurried
async def test_of_two_keys_pressed_at_once_the_second_answers_what_the_first_has_asked(tmp_path: Path) -> None:
    async with opened(promised(tmp_path)) as pilot:
        before = tonight(pilot).setting
        for key in ("c", "3"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert house_of(pilot).promises().waiting() is None, "it was let go"
        assert tonight(pilot).setting == before, "and the number was nobody's chair"
