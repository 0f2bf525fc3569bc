"""What is for one pair of eyes, and what is in the box, can be met nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dining import (
    a_house,
    called,
    click_at,
    click_key,
    everything,
    house_of,
    hurried,
    laid_at,
    laid_for,
    offered,
    opened,
    play,
    press,
    seen,
    settled,
    table,
    tap,
    told,
)
from textual.pilot import Pilot

from gatherround.domain.play.beats import Ballot, Card, Say, Show
from gatherround.domain.play.plan import Plan
from gatherround.domain.steps import Seat, Seats, Vote, VoteAgain
from gatherround.ui.screens.cover import Cover
from gatherround.ui.screens.menu import Help, More
from gatherround.ui.screens.serious import Serious
from rounds import ask, laid, plain, read, story

CARDS = {
    "Quartermaster": ("You buried the treasure under the swing.",),
    "Grandmother": ("You want: ice cream", "Only you know: the password", "You worry: about storms"),
}
WHISPER = "Let the youngest go first."
FAMILY = called("Ida", "Nuri", "Bea", "Walter", ages=(6, 10, 15, 41))
ONLY_MINE = ("escape", "space", "x", "7", "question_mark", "full_stop", "c", "d", "f5", "tab", "b", "s", "p")
"""Keys that close an open card: with a job elsewhere, with one here, and with none anywhere."""


def cards() -> Plan:
    seats = (
        Seat(id="one", name="Quartermaster", wants="a hat", card=CARDS["Quartermaster"][0]),
        Seat(id="two", name="Grandmother", wants="ice cream", knows="the password", worries="about storms"),
    )
    steps = (read("It rained."), Seats(private=True), ask("What now?"))
    return laid(story(*steps, seats=seats, whisper=WHISPER, twists=("A goose comes in.",)), FAMILY)


def ballots() -> Plan:
    vote = Vote(question=plain("Whose boat is it?"), options=(plain("the goose's"), plain("the rain's"), plain("ours")))
    return laid(story(read("It rained."), vote, ask("Why?"), VoteAgain(), whisper=WHISPER), FAMILY)


async def up_to(pilot: Pilot[int], sort: type[Card | Ballot]) -> None:
    while not isinstance(play(pilot).beat, sort):
        await tap(pilot, "enter")
    await settled(pilot)


def leaked(pilot: Pilot[int]) -> set[str]:
    """Gives the words of the cards that can be met now."""
    told_words = {word for name, lines in CARDS.items() for word in re.findall(r"\w{5,}", " ".join((name, *lines)))}
    return {word for word in told_words if word.casefold() in everything(pilot)}


@hurried
async def test_a_covered_card_gives_nothing_of_itself_away() -> None:
    async with opened(None, (120, 40)) as pilot:
        await laid_for(pilot, cards())
        await press(pilot, "enter")
        await click_key(pilot, "coach")
        assert told(pilot) == (WHISPER,)
        await up_to(pilot, Card)
        assert told(pilot) == (), "nothing lies over a card"
        assert not leaked(pilot)
        for name, screen in (("help", Help), ("more", More), ("cover", Cover)):
            await click_key(pilot, name)
            assert isinstance(pilot.app.screen, screen)
            assert not leaked(pilot)
            await press(pilot, "escape")
        for action in ("coach", "easier", "twist", "hold", "long_key", "make('twist')"):
            await pilot.app.run_action(action, table(pilot))
            await settled(pilot)
            assert not leaked(pilot)
            assert told(pilot) == ()
        await press(pilot, "p")
        assert not leaked(pilot)
        await press(pilot, "enter", "escape", "1", "6", "enter")
        assert not leaked(pilot), "somebody sat down"
        assert isinstance(play(pilot).beat, Card)
        assert not {"coach", "easier", "twist"} & offered(pilot)


@hurried
async def test_an_open_card_shows_only_itself_and_closes_at_any_key() -> None:
    async with opened() as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        covered = play(pilot)
        for key in ONLY_MINE:
            await press(pilot, "enter")
            assert leaked(pilot) == {"Quartermaster", "buried", "treasure", "under", "swing"}
            assert not {"more", "help", "cover", "coach"} & offered(pilot)
            assert "the hat" not in everything(pilot), "its story is not there either"
            await press(pilot, key)
            assert pilot.app.screen is table(pilot), f"{key} laid something over an open card"
            assert not leaked(pilot), f"{key} left the card open"
            while play(pilot).beat != covered.beat:
                await tap(pilot, "enter" if play(pilot).paused else "b")
        assert isinstance(covered.beat, Card)


@hurried
async def test_something_serious_is_one_key_over_a_card_too_and_none_lies_open_under_it() -> None:
    async with opened() as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        for keys in ((), ("enter",)):
            await press(pilot, *keys, "exclamation_mark")
            assert isinstance(pilot.app.screen, Serious)
            assert not leaked(pilot)
            await press(pilot, "escape")
            assert not leaked(pilot)


@hurried
async def test_a_card_opens_and_closes_at_a_click_anywhere() -> None:
    async with opened(None, (40, 12)) as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        for place in ((3, 0), (20, 4), (39, 10)):
            await click_at(pilot, *place)
            assert "buried the treasure" in seen(pilot)
            await click_at(pilot, *place)
            assert not leaked(pilot)
            await press(pilot, "b")
        await press(pilot, "enter", "enter", "enter")
        assert leaked(pilot) == {"Grandmother", "cream", "password", "about", "worry", "storms"}


@pytest.mark.parametrize("key", ["b", "left", "pageup"])
@hurried
async def test_every_key_that_goes_back_leaves_a_card_covered(key: str) -> None:
    async with opened() as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        covered = play(pilot).beat
        await press(pilot, "enter", key)
        assert play(pilot).beat == covered
        assert not leaked(pilot)
        await press(pilot, key)
        assert not isinstance(play(pilot).beat, Card), f"{key} did not go back"


@hurried
async def test_a_full_stop_covers_the_screen_over_a_covered_card_and_the_card_where_it_lies_open() -> None:
    async with opened() as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        await press(pilot, "full_stop")
        assert isinstance(pilot.app.screen, Cover)
        await press(pilot, "full_stop")
        assert pilot.app.screen is table(pilot)
        assert not leaked(pilot)
        await press(pilot, "enter", "full_stop")
        assert not leaked(pilot)


@hurried
async def test_back_lands_on_a_covered_card() -> None:
    async with opened() as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert not isinstance(play(pilot).beat, Card)
        for _ in range(2):
            await press(pilot, "b")
            beat = play(pilot).beat
            assert isinstance(beat, Card)
            assert not beat.open
            assert not leaked(pilot)


@hurried
async def test_a_window_that_is_closed_over_an_open_card_opens_on_a_covered_one(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        await press(pilot, "enter")
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "g")
        assert isinstance(play(pilot).beat, Card)
        assert not leaked(pilot)


def changed_rows(before: str, after: str) -> set[int]:
    rows = zip(before.split("\n"), after.split("\n"), strict=True)
    return {at for at, (old, new) in enumerate(rows) if old != new}


def rows_of(pilot: Pilot[int], *selectors: str) -> set[int]:
    regions = [one.region for selector in selectors for one in pilot.app.screen.query(selector)]
    return {row for region in regions for row in range(region.y, region.bottom)}


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@hurried
async def test_after_a_vote_only_the_name_and_the_box_have_changed_whatever_the_key(size: tuple[int, int]) -> None:
    async with opened(None, size) as pilot:
        await laid_for(pilot, ballots())
        await up_to(pilot, Ballot)
        for _ in range(2):
            before = seen(pilot)
            pages = set()
            for key in ("1", "3", "0", "enter"):
                await press(pilot, key)
                pages.add(seen(pilot))
                assert told(pilot) == ()
                assert changed_rows(before, seen(pilot)) <= rows_of(pilot, ".name", ".box", "TableTop", "KeyBar")
                await press(pilot, "b")
                assert seen(pilot) == before, "what was taken back left a trace"
            assert len(pages) == 1, "the screen tells one vote from another"
            await press(pilot, "2")


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@hurried
async def test_a_vote_out_loud_is_fingers_on_three_and_back_is_an_empty_box(size: tuple[int, int]) -> None:
    async with opened(None, size) as pilot:
        await laid_for(pilot, ballots())
        assert "out-loud" not in offered(pilot)
        await up_to(pilot, Ballot)
        await press(pilot, "2", "o")
        assert isinstance(play(pilot).beat, Show)
        assert all(said in seen(pilot) for said in ("Whose boat is it?", "1  the goose's", "3  ours"))
        assert not {person.name for person in FAMILY} & set(re.findall(r"\w+", seen(pilot)))
        await press(pilot, "b")
        assert isinstance(play(pilot).beat, Ballot)
        assert play(pilot).votes == ()
        await press(pilot, "o", "enter")
        assert isinstance(play(pilot).beat, Show), "three, two, one"
        await press(pilot, "enter")
        assert "Fingers stay up" in seen(pilot)
        await press(pilot, "enter")
        assert not isinstance(play(pilot).beat, Ballot)


@hurried
async def test_a_vote_is_out_loud_at_a_click() -> None:
    async with opened(None, (80, 24)) as pilot:
        await laid_for(pilot, ballots())
        await up_to(pilot, Ballot)
        await click_key(pilot, "out-loud")
        assert isinstance(play(pilot).beat, Show)


@hurried
async def test_a_full_box_tells_counts_and_no_names_and_stays_shut() -> None:
    async with opened() as pilot:
        await laid_for(pilot, ballots())
        await up_to(pilot, Ballot)
        await press(pilot, "1", "1", "2", "0")
        assert isinstance(play(pilot).beat, Say)
        assert "2 for: the goose's" in seen(pilot)
        assert not {person.name for person in FAMILY} & set(re.findall(r"\w+", seen(pilot)))
        for key in ("b", "left", "pageup"):
            await press(pilot, key)
            assert isinstance(play(pilot).beat, Say), "the way back does not lead into the box"
        assert "back" not in offered(pilot)
        await up_to(pilot, Ballot)
        await press(pilot, "3", "b")
        assert play(pilot).votes == ()
        assert "▣" not in seen(pilot)
        await press(pilot, "b", "b")
        assert not isinstance(play(pilot).beat, Ballot), "an empty box goes back like any page"


@hurried
async def test_nothing_can_be_asked_of_the_box() -> None:
    async with opened(None, (80, 24)) as pilot:
        await laid_for(pilot, ballots())
        await up_to(pilot, Ballot)
        await press(pilot, "1")
        before = seen(pilot)
        await press(pilot, "c", "t", "h", "down", "7", "9", "z")
        assert (seen(pilot), told(pilot)) == (before, ())
        for name in ("help", "more"):
            await click_key(pilot, name)
            assert "goose" not in seen(pilot).replace("the goose's", ""), "only the doors themselves show through"
            await press(pilot, "escape")
        await press(pilot, "p")
        assert "▣" not in seen(pilot)
        assert "goose" not in seen(pilot)
        await press(pilot, "enter")
        assert seen(pilot) == before


@hurried
async def test_votes_do_not_outlast_the_window(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await laid_for(pilot, ballots())
        await up_to(pilot, Ballot)
        await press(pilot, "1", "2")
        evening = house_of(pilot).evening()
        waiting = evening.waiting()
        assert waiting is not None
        evening.go_on(waiting)
        pilot.app.pop_screen()
        await laid_at(pilot, evening)
        assert isinstance(play(pilot).beat, Ballot)
        assert play(pilot).votes == ()
        assert "▣" not in seen(pilot)


@hurried
async def test_no_key_makes_a_picture_of_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DOWNLOAD_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    async with opened(a_house(tmp_path / "home")) as pilot:
        await laid_for(pilot, cards())
        await up_to(pilot, Card)
        await press(pilot, "enter")
        before = {path for path in tmp_path.rglob("*") if "family" not in path.name}
        for key in ("ctrl+s", "ctrl+p", "ctrl+backslash", "ctrl+o", "ctrl+e", "f5", "f12", "print_screen"):
            await press(pilot, key)
            assert pilot.app.screen is table(pilot)
        assert {path for path in tmp_path.rglob("*") if "family" not in path.name} == before
        bound = [
            active.binding.action for screen in pilot.app.screen_stack for active in screen.active_bindings.values()
        ]
        assert not [action for action in bound if "screenshot" in action or "palette" in action]
