from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from families import aged, card, grown_up, live_here, the_family
from gatherround.domain.entries import Promised, RoundEnded
from gatherround.domain.pages import Numbers, PhoneNumber
from gatherround.domain.play.beats import Card, Show, Turn
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import On, OutLoud, Twist
from gatherround.domain.play.sayings import FINGERS, TWO_WAIT
from gatherround.domain.rights import READ_BY, RIGHTS, RIGHTS_IN_FULL
from gatherround.domain.steps import Seats, Vote
from gatherround.host.house import House, open_house
from gatherround.host.keeper import ERASED
from gatherround.host.way_back import NO_FURTHER
from gatherround.pantry.library import Shelves
from gatherround.plain.hearing import HELP, heard
from gatherround.plain.picking import NOT_FOR_THESE
from gatherround.plain.room import Gone, PlainRoom
from gatherround.plain.sitting_down import WHO_NOW
from gatherround.plain.speaking import WIDTH, spoken
from gatherround.plain.table import NO_KEY, NOT_NOW, STAYS_OPEN, PlainTable
from parcels import folder
from plain.transcripts import HERE, TABLES, Told, a_house, sit_down, transcript
from rounds import EARLY_EVENING, SMALL_SHELF, Clock, ask, begun, laid, plain, reached, read, seats, story
from tables import SeededDice, table

NEVER = re.compile(r"\b(fail|failed|wrong|lost|behind|should)\b", re.IGNORECASE)


def test_the_directors_twist_is_t_and_is_said_by_that_name() -> None:
    play = begin(replace(laid(story(read("It rained."), twists=("A goose.",)), table(9, 40)), minutes=5))
    assert heard(play, "t") == Twist()
    assert spoken(make(play, Twist())[0]) == ["TWIST", "A goose."]


@pytest.mark.parametrize(("wait", "says"), [(0, None), (1, "1 slow second"), (5, "5 slow seconds")])
@pytest.mark.parametrize("show", [False, True], ids=["asked", "at-once"])
def test_a_wait_is_said_the_same_way_where_one_is_asked_and_where_everybody_shows_at_once(
    wait: int, says: str | None, show: bool
) -> None:
    asked = ask("How high?", who="everyone", show=show, wait=wait, easier=(plain("Big?"),))
    said = spoken(reached(begun(story(asked), 9, 40), Show if show else Turn))
    assert [line for line in said if "slow" in line] == ([f"(then wait {says})"] if says else [])
    if says:
        waits = said.index(f"(then wait {says})")
        assert "How high?" in said[waits - 1]
        assert said[waits + 1] == "  or: Big?"


@pytest.mark.parametrize("told", TABLES, ids=lambda told: told.book)
def test_a_whole_round_through_a_pipe_reads_as_it_was_read_once_by_a_family(told: Told, tmp_path: Path) -> None:
    # Where words have changed on purpose, read them aloud, then: cd tests && python -m plain.transcripts
    said = transcript(told, tmp_path)
    assert said == (HERE / f"{told.book}.txt").read_text("utf-8")
    assert not NEVER.search(said)


@pytest.fixture(scope="module")
def busy_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which one evening follows another."""
    return tmp_path_factory.mktemp("busy")


@pytest.mark.parametrize("ages", ["3, 38", "4, 9, 41, 44", "9", "13, 16, 41", "40, 41", "6, 8, 10, 12, 38, 70"])
@pytest.mark.parametrize("typed", [["", "1", "2", "s", "", "3"], ["s"], ["2", "", "t", "9", "zebra", "?", ""]])
def test_a_round_of_the_shipped_shelf_ends_in_goodnight_whatever_is_typed(
    ages: str, typed: list[str], busy_home: Path
) -> None:
    house = open_house(busy_home, {}, clock=Clock(), dice=SeededDice(len(ages)))
    said = sit_down(house, (ages, "", "4", "1", *typed * 60))
    assert "GOODNIGHT" in said
    assert [line for line in said.split("\n") if len(line) > WIDTH] == []


# Somebody has named a story


@pytest.mark.parametrize("name", ["spoon", "tea-time/spoon"])
def test_a_story_that_was_named_is_played_and_no_wish_is_asked(tmp_path: Path, name: str) -> None:
    folder(tmp_path / "packs", cup="The Cup", spoon="The Spoon")
    said = named(tmp_path, name, "9, 41", "", "1", *[""] * 40)
    assert "What would help?" not in said
    assert "--- The Spoon ---" in said
    assert "GOODNIGHT" in said


def test_where_a_child_sits_down_what_was_for_two_is_said_to_wait_and_another_is_told(tmp_path: Path) -> None:
    book = folder(tmp_path / "packs", spoon="The Spoon", cup="The Cup")
    own = book / "activities" / "spoon.yaml"
    told = own.read_text().replace("ages: 5+", "ages: 18+\nsize: pebble\npreflight: true")
    own.write_text(told.replace("players: 2-5", "players: 2"))
    said = named(tmp_path, "spoon", "38, 41", "", "1", "j", "9", "", "", "")
    heard = [said.index(line) for line in ("--- The Spoon ---", "Hello, Pepper.", TWO_WAIT, "--- The Cup ---")]
    assert heard == sorted(heard)
    assert said.count("---") == 4


def test_whoever_got_up_sits_down_again_by_name_and_somebody_else_takes_a_thing_that_is_nobodys(tmp_path: Path) -> None:
    said = sit_down(
        a_house(tmp_path, "teens"), ("13, 16, 41", "", "3", "1", "l", "1", "", "j", "16", "", "j", " spoon ")
    )
    assert said.count("By name: Spoon.") == 2
    heard = [said.index(line) for line in ("Bye-bye, Spoon.", "Hello, Bread.", "Hello, Spoon.")]
    assert heard == sorted(heard)


def test_what_to_know_first_of_a_named_story_is_said_and_another_table_is_asked_where_it_is_for_others(
    tmp_path: Path,
) -> None:
    book = folder(tmp_path / "packs", spoon="The Spoon")
    story = book / "activities" / "spoon.yaml"
    story.write_text(story.read_text() + "flags: [money]\n")
    said = named(tmp_path, "spoon", "3, 41", "", "1", "9, 41", "", "1", "x")
    assert said.index(NOT_FOR_THESE) < said.index("! money") < said.index("--- The Spoon ---")


def named(home: Path, name: str, *typed: str) -> str:
    """Gives all that is said at a table that named a story."""
    house = open_house(home, {}, shelves=Shelves(SMALL_SHELF, home / "packs"), clock=Clock(), dice=SeededDice(1))
    out = io.StringIO()
    PlainTable(house, PlainRoom(io.StringIO("".join(f"{line}\n" for line in typed)), out), name).sit_down()
    return out.getvalue()


# Nobody is there any more


def test_an_input_that_ends_leaves_the_round_open_and_says_so(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    assert sit_down(house, ("13, 16, 41", "", "3", "1", "", "")).endswith(f"\n{STAYS_OPEN}\n")
    again = sit_down(house, ("1",))
    assert "A Round is still open here.\n  1  go on\n  2  let it go\n" in again
    assert "READ ALOUD\nIt is nine minutes to closing." in again


def test_an_input_that_ends_before_a_round_has_begun_says_only_goodnight(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    assert sit_down(house, ("13, 41",)).endswith("\nGoodnight, everybody.\n")
    assert house.journal is not None
    assert house.journal.open_now() is None


def test_a_table_that_no_story_is_for_is_told_so_and_set_again(tmp_path: Path) -> None:
    said = sit_down(a_house(tmp_path, "toddlers"), ("40, 41", "", "", "", "3, 40", "", "1", "1"))
    assert "No story here is for just these people yet." in said
    assert "--- Where Is the Sock ---" in said


# An open Round


def left_open(house: House) -> None:
    sit_down(house, ("13, 16, 41", "", "3", "1", "", "", ""))


def test_an_open_round_can_be_let_go_and_a_new_one_set(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    left_open(house)
    assert "Who is here?" in sit_down(house, ("2", "14, 15, 40"))
    assert house.journal is not None
    assert [*house.journal.entries()][-1].entry == RoundEnded("let-go")


def test_a_slip_of_the_hand_lets_nothing_go(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    left_open(house)
    assert isinstance(house.clock, Clock)
    house.clock.time = EARLY_EVENING + timedelta(hours=13)
    said = sit_down(house, ("g", "22", "2"))
    assert "  1  let it go\n  2  go on\n" in said
    assert "A number from 1 to 2, or enter." in said
    assert "Vi was on the phone." in said


def test_an_open_round_that_cannot_be_read_any_more_is_let_go_kindly(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    left_open(house)
    assert house.journal is not None
    waiting = house.journal.open_now()
    assert waiting is not None
    house.journal.record(waiting.hold, "{", [], "{")
    said = sit_down(house, ("1",))
    assert "That one cannot be picked up any more. It has been let go." in said
    assert "Who is here?" in said


class Meanwhile(io.StringIO):
    """Types, and at a line of its own somebody erases Mia in another window, which is then an empty line."""

    def __init__(self, home: Path, typed: str) -> None:
        super().__init__(typed)
        self._home = home

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        if line != "erased\n":
            return line
        other = a_house(self._home, "teens")
        gone = other.family.people.named("Mia")
        assert gone is not None
        other.family.erasing.erase(gone)
        return "\n"


def three_sit_down(house: House) -> None:
    young = (card(name, born=aged(age, house.today())) for name, age in (("Mia", 14), ("Ben", 16)))
    live_here(house, *young, grown_up("Mum"))


def test_who_is_erased_while_a_table_is_set_does_not_sit_at_it_and_the_round_is_kept(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    three_sit_down(house)
    said = io.StringIO()
    PlainTable(house, PlainRoom(Meanwhile(tmp_path, "\nerased\n\n\n\n\n"), said)).sit_down()
    before, after = said.getvalue().split(WHO_NOW)
    assert "Mia" in before
    assert "Mia" not in after
    assert "not being kept" not in after
    assert STAYS_OPEN in after


def test_a_round_that_an_erasing_elsewhere_has_let_go_ends_with_why(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    three_sit_down(house)
    said = io.StringIO()
    PlainTable(house, PlainRoom(Meanwhile(tmp_path, "\n\n\n\nerased\n\n"), said)).sit_down()
    assert said.getvalue().endswith(f"{ERASED}\n")


def test_a_round_that_goes_on_in_another_window_is_only_looked_at(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")

    class Elsewhere(io.StringIO):
        """Types, and meanwhile somebody takes the Round over in another window."""

        def readline(self, size: int = -1, /) -> str:
            line = super().readline(size)
            if line == "away\n":
                evening = a_house(tmp_path, "teens").evening()
                waiting = evening.waiting()
                assert waiting is not None
                evening.go_on(waiting)
                return "\n"
            return line

    said = io.StringIO()
    PlainTable(house, PlainRoom(Elsewhere("13, 16, 41\n\n3\n1\n\naway\n\n"), said)).sit_down()
    assert said.getvalue().endswith("This Round is being played in another window. This one only looks.\n")


def test_back_says_why_it_goes_no_further_than_where_the_round_was_gone_on_with(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    left_open(house)
    said = sit_down(house, ("1", "b", "", "b", "b"))
    assert said.count(NO_FURTHER) == 2, "and not where there is a way back"
    assert "Not just now" not in said


def test_what_means_nothing_at_any_time_is_not_called_something_for_another(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    left_open(house)
    said = sit_down(house, ("1", "soup", "t"))
    assert said.count(NO_KEY) == said.count(NOT_NOW) == 1
    assert said.index(NO_KEY) < said.index(NOT_NOW)


# The director picks


def test_a_story_has_no_title_and_no_coach_line_until_the_director_has_picked_it(tmp_path: Path) -> None:
    people = table(15, 9, 40)
    hat, owl = (
        replace(laid(story(id=name, title=name.title(), whisper=f"Psst, {name}."), people).deals[0], director="m0")
        for name in ("hat", "owl")
    )
    house = a_house(tmp_path, "teens")
    house.evening().start(replace(laid(hat.activity, people, choice=True, spares=(owl,)), deals=(hat,)))
    said = sit_down(house, ("1", "c", "2", "c"))
    before, _, picked = said.partition("--- Owl ---")
    assert "  1  Hat (8 min, light)\n  2  Owl (8 min, light)\n" in before
    assert "Nothing to whisper here." in before
    assert "Psst" not in before
    assert "--- Hat ---" not in said
    assert "Psst, owl." in picked


# Words of others


def test_what_looks_like_markup_in_a_story_is_read_as_typed(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    (packs / "odd.yaml").write_text(
        """
format: 1
id: odd
title: "[/b] $name"
activities:
  - id: odd
    title: "[@click=app.quit]Odd[/] $name"
    kind: script
    ages: 2+
    minutes: 4
    players: 1-8
    steps:
      - read: "[b]Bold[/b] [/] $name {name} %s <b>&amp; <nobody>"
""",
        "utf-8",
    )
    house = a_house(tmp_path, "toddlers")
    (packs / "toddlers.yaml").unlink()
    said = sit_down(house, ("13, 41", "", "1", "1", *[""] * 9))
    assert "--- [@click=app.quit]Odd[/] $name ---" in said
    assert "[b]Bold[/b] [/] $name {name} %s <b>&amp; <nobody>" in said


def test_nothing_that_is_said_steers_a_terminal() -> None:
    said = io.StringIO()
    PlainRoom(io.StringIO(), said).say("a\x1b]52;c;eA==\x07b\x9b2J\u202ec")
    assert not set(said.getvalue()) & set("\x1b\x07\x9b\u202e")


def test_what_everybody_shows_has_its_easier_ways_before_the_count() -> None:
    snow = ask("Show us snow.", show=True, easier=(plain("With one hand."), plain("With your nose.")))
    assert spoken(begin(laid(story(snow), table(9, 40)))) == [
        "EVERYBODY at once, on three: Show us snow.",
        "  or: With one hand.",
        "  or: With your nose.",
        "Three ... two ... one ... SHOW!",
    ]


def test_a_topic_that_is_too_long_is_asked_for_again_kindly(tmp_path: Path) -> None:
    house = a_house(tmp_path, "teens")
    said = sit_down(house, ("13, 16, 41", "", "3", "1", "p", "w", "x" * 61, "w", "the\x1b[31m  shelf", "2"))
    assert "a little too long" in said
    assert "Promised for Tuesday, 20:00." in said
    assert house.journal is not None
    promised = [at.entry for at in house.journal.entries() if isinstance(at.entry, Promised)]
    assert [(one.topic, one.due.isoformat()) for one in promised] == [("the[31m shelf", "2031-06-03T20:00:00+02:00")]


# Private things in a terminal


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_an_open_card_is_wiped_from_a_terminal_and_what_can_be_scrolled_back_to() -> None:
    said = Screen()
    room = PlainRoom(None, said)
    room._live = True
    room.cover()
    assert said.getvalue() == "\x1b[2J\x1b[3J\x1b[H"


def test_through_a_pipe_nothing_is_wiped_and_a_vote_is_an_ordinary_line() -> None:
    said = io.StringIO()
    room = PlainRoom(io.StringIO("2\n"), said)
    room.cover()
    assert room.ask_hidden() == "2"
    assert said.getvalue() == "> \n"
    with pytest.raises(Gone):
        room.ask_hidden()


def test_a_card_is_said_only_while_it_is_open() -> None:
    play = begin(laid(story(Seats(private=True), seats=seats("Mo", "Ida"), others=None), table(9, 40)))
    while isinstance(play.beat, Card):
        assert ("hid the hat" in " ".join(spoken(play))) is play.beat.open
        play, _ = make(play, On())


def test_o_makes_a_vote_of_fingers_on_three_and_means_nothing_elsewhere() -> None:
    vote = Vote(question=plain("Whose sofa?"), options=(plain("the cat's"), plain("ours")))
    play = begin(laid(story(vote), table(9, 40)))
    assert heard(play, "o") == OutLoud()
    shown, _ = make(play, OutLoud())
    assert spoken(shown)[1:] == ["1  the cat's", "2  ours", FINGERS, "Three ... two ... one ... SHOW!"]
    assert OutLoud() not in legal(shown)


# Those who live here


def test_those_who_live_here_sit_down_by_enter_alone_or_by_name(tmp_path: Path) -> None:
    house = a_house(tmp_path, "whole-table")
    the_family(house)
    said = sit_down(house, ("", "", "3", "1"))
    assert "Who is here? Enter alone: Mia, Theo, Ana, Mum, Dad." in said
    waiting = house.evening().waiting()
    assert waiting is not None
    assert [one["name"] for one in json.loads(waiting.plan_json)["people"]] == ["Mia", "Theo", "Ana", "Mum", "Dad"]


def test_a_name_that_sits_already_is_said_kindly_and_guests_are_still_ages(tmp_path: Path) -> None:
    house = a_house(tmp_path, "whole-table")
    the_family(house)
    said = sit_down(house, ("theo, THEO", "9, mum", "", "4", "1", "", "j", "Dad", "j", "9", "j", "mum"))
    assert "Theo sits down (8 to 11)." in said
    assert "Theo sits already." in said
    assert "Plum sits down (8 to 11)." in said
    assert "Hello, Dad." in said


@pytest.mark.parametrize("sign", ["!", "h"])
def test_one_sign_says_what_to_do_if_something_serious_comes_up_and_the_round_stays(tmp_path: Path, sign: str) -> None:
    house = a_house(tmp_path, "whole-table")
    house.family.pages.change_numbers(house.family.pages.numbers(), Numbers((PhoneNumber("Dr. Okafor", "0123 456"),)))
    said = sit_down(house, ("9, 41", "", "3", "1", sign))
    assert "1. Stop the game." in said
    assert "Dr. Okafor: 0123 456" in said
    assert said.endswith(f"{STAYS_OPEN}\n")
    assert [line for line in said.split("\n") if len(line) > WIDTH] == []
    assert not NEVER.search(said)


def test_what_the_game_is_not_is_said_before_the_first_question_and_among_the_keys(tmp_path: Path) -> None:
    said = sit_down(a_house(tmp_path, "whole-table"), ("9, 41", "", "3", "1", "?"))
    assert said.index(RIGHTS_IN_FULL) < said.index("Who is here?")
    assert said.index("Who is here?") < said.index(HELP[0]) < said.index(f"\n{RIGHTS}\n")


@pytest.mark.parametrize("keys", [("w",), ("p", "w")])
def test_before_words_are_typed_that_are_kept_it_says_who_could_read_them(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    said = sit_down(a_house(tmp_path, "whole-table"), ("9, 41", "", "3", "1", *keys, "the bath"))
    assert f"{READ_BY}\n" in said
    assert said.index(READ_BY) < said.index("the bath")


def test_a_question_mark_says_what_can_be_typed_at_every_prompt(tmp_path: Path) -> None:
    house = a_house(tmp_path, "whole-table")
    said = sit_down(house, ("?", "9, 41", "", "?", "1", "?", "1", "?", "j", "?", "grown-up", "l", "?", ""))
    assert said.count("q leaves.") == 6, "who, minutes, help; who sits down, who gets up; and at the beginning"
    assert "Enter alone when all are sitting." in said.partition("sits down")[0].partition("who>")[2]
    assert "A number from 1 to 4, or enter." in said
    assert 'who sits down? An age (9), roughly (8 to 11), "grown-up" or a name' in said


@pytest.mark.parametrize("typed", [("q",), ("9, 41", "", "quit"), ("9, 41", "", "1", "q")])
def test_q_leaves_before_a_round_has_begun(typed: tuple[str, ...], tmp_path: Path) -> None:
    said = sit_down(a_house(tmp_path, "whole-table"), (*typed, "never heard"))
    assert said.rstrip().endswith("Goodnight, everybody.")


def test_in_a_round_q_is_asked_once_and_the_round_stays_open(tmp_path: Path) -> None:
    house = a_house(tmp_path, "whole-table")
    said = sit_down(house, ("9, 41", "", "1", "1", "q", "", "q", "Q"))
    assert said.count("Leave? The Round stays open.") == 2
    assert said.rstrip().endswith(STAYS_OPEN)


def test_after_a_whole_round_guests_are_asked_once_to_keep_their_places(tmp_path: Path) -> None:
    house = a_house(tmp_path, "whole-table")
    said = sit_down(house, ("9, 41", "", "1", "1", *("",) * 200))
    assert said.count("Keep these places for next time?") == 1
    assert house.household.members() == (), "enter alone is not now"
    other = a_house(tmp_path / "other", "whole-table")
    ending = (line for line in ("9, 41", "", "1", "1", *("",) * 200))
    assert "Keep these places" in sit_down(other, tuple(ending))
