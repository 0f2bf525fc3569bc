"""What holds for every rule of the checker: it is kind, never raises, and asks only of those it is meant for."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authors import small, write_file, write_folder
from gatherround.domain.activities import AMBER, Activity
from gatherround.domain.packs import Origin
from gatherround.domain.stages import ADULT
from gatherround.domain.steps import Wording
from gatherround.host.checking import check
from gatherround.pantry.checks import asking, every_rule, topics
from gatherround.pantry.checks.inclusive import INSTEAD
from gatherround.pantry.checks.phrases import Phrases
from gatherround.pantry.checks.reading import GRADES, LONGEST
from gatherround.pantry.checks.rule import Rule
from gatherround.pantry.checks.story import Story, Text
from gatherround.pantry.library import Shelves, open_library
from gatherround.pantry.reader import read_pack
from stories import activities
from tables import SHELF, lists

UNKIND: Final = re.compile(r"\b(fail\w*|wrong|lost|behind|must|invalid|illegal|bad|never do|don't)\b", re.IGNORECASE)
SOUGHT: Final = {
    asking.WHY: ("Why did you", "why didn't you"),
    asking.ONE_ANSWER: ("right answer", "right answers", "correct", "who was right", "What should"),
    asking.SHOULD: ("should", "shouldn't", "shouldn’t"),
    asking.PRAISE: (
        *("you are so kind", "You're such a good", "good girl", "brave boy", "Well done", "good job"),
        *("proud of you", "what a clever child"),
    ),
    asking.TAKEN_BACK: ("but", "at least", "You should"),
    asking.FROM_ABOVE: ("At this age", "they will", "let them think"),
    topics.RED: (
        *("suicide", "self-harm", "kill himself", "starving herself", "wanted to die", "end her own life", "abused"),
        *("domestic violence", "molested", "raped", "sexual", "porn", "anorexic", "eating disorder", "overdosed"),
    ),
}
EVERYDAY: Final = (
    "The correction pen is in the drawer. She corrected the tap. There is no right answer.",
    "The butter is hers. The harmonica is his. A good boys' choir and a job well paid.",
    "He was dying to tell. The drapes shook. Scrape the pan. A grape. He used his abacus.",
    "You are so late. You are very tall today. That is a good joke. The last one.",
)


def told(activity: dict[str, Any], folder: Path, **more: Any) -> set[str]:
    """Gives the codes of what is said about one small activity."""
    name = more.pop("language", "en")
    path = write_file(folder, "hums", activity, language=name)
    return {at.problem.code for at in read_pack(path, lists(), **more).problems}


@pytest.mark.parametrize("rule", every_rule.RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_is_off_and_what_to_do_and_says_it_kindly(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    for sentence in (rule.says, rule.advice):
        plain = re.sub(r'"[^"]*"', "", sentence)
        assert not UNKIND.search(plain), sentence
        assert sentence.endswith((".", "?", '".')), sentence
        assert sentence[0].isupper() or sentence[0] in '"{', sentence


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.code for rule in every_rule.RULES]
    assert sorted({*codes}) == sorted(codes)


@pytest.mark.parametrize(("phrases", "example"), [(phrases, each) for phrases in SOUGHT for each in SOUGHT[phrases]])
def test_a_phrase_is_found_by_its_telling_words(phrases: Phrases, example: str) -> None:
    assert found(phrases, f"And then: {example}, said the spoon.") == example


@pytest.mark.parametrize("phrases", SOUGHT, ids=lambda phrases: phrases.pattern.pattern[:20])
def test_nothing_everyday_is_taken_for_a_phrase(phrases: Phrases) -> None:
    assert [found(phrases, text) for text in EVERYDAY] == [None] * len(EVERYDAY)


def found(phrases: Phrases, text: str) -> str | None:
    """Gives what the checker finds in a text: it looks for the telling words first."""
    heard = Text(("coach",), text, "reader", ADULT)
    return None if heard.words.isdisjoint(phrases.triggers) else phrases.within(text)


@pytest.mark.parametrize("phrase", INSTEAD)
def test_every_word_that_leaves_somebody_out_is_found_unless_it_is_meant(tmp_path: Path, phrase: str) -> None:
    said = small(**{"if-stuck": [f"Then: {phrase}, said the spoon."]})
    assert told(said, tmp_path) == {"leaves-out"}
    assert told(said | {"meant": [phrase.title()]}, tmp_path) == set()


def test_there_are_about_sixty_of_them_and_each_has_another_to_try() -> None:
    assert len(INSTEAD) >= 40
    assert all(instead and instead != phrase == phrase.casefold() for phrase, instead in INSTEAD.items())


@pytest.mark.parametrize("fields", [{"close": "Well done."}, {"close": "Who is right?"}])
def test_any_phrase_may_be_meant_but_a_red_topic_may_not(tmp_path: Path, fields: dict[str, str]) -> None:
    meant = {"meant": ["well done", "who is right", "suicide"]}
    assert told(small(**fields), tmp_path) != set()
    assert told(small(**fields, **meant), tmp_path) == set()
    assert told(small(coach="On suicide.", **meant), tmp_path) == {"red-topic"}


def test_a_story_that_names_a_red_topic_plays_and_is_barred_also_when_it_comes_from_the_cache(tmp_path: Path) -> None:
    write_folder(tmp_path / "family", "ours", small("one", whisper="No abuse."), small("two"))
    for _ in range(2):
        library = open_library(Shelves(SHELF, tmp_path / "family"), tmp_path / "cache")
        assert {at.id: at.barred for at in library.activities if at.pack == "ours"} == {"one": True, "two": False}
    assert not any(at.barred for at in library.activities if at.pack != "ours")


def test_opening_the_books_asks_for_no_advice(tmp_path: Path) -> None:
    path = write_file(tmp_path, "ours", small(close="Well done."))
    assert read_pack(path, lists(), advise=False).problems == ()


def test_what_depends_on_english_is_asked_of_books_in_english_only(tmp_path: Path) -> None:
    long = "You should have stopped before the eleventh spoon and the twelfth fork came by on the belt."
    said = small(close=f"Well done. Why did you hum? {long}")
    everything = {"praise", "why-did-you", "child-should", "long-sentence"}
    assert told(said, tmp_path) == told(said, tmp_path, language="en-GB") == everything
    assert told(said, tmp_path, language="nl") == {"long-sentence"}


def test_a_character_may_say_should_to_another(tmp_path: Path) -> None:
    assert told(small(close='"You should hum," says the fork.'), tmp_path) == set()


def test_a_familys_own_story_is_never_asked_for_what_a_shipped_one_has(tmp_path: Path) -> None:
    assert told(small(ages="5-7"), tmp_path) == set()
    path = write_file(tmp_path, "hums", small(ages="5-7"))
    asked = read_pack(path, lists(), origin="shipped").problems
    named = {re.match(r'"([a-z-]+)"', at.problem.message)[1] for at in asked if at.problem.code == "left-out"}  # type: ignore[index]
    assert named == {"exit", "close", "whisper", "coach", "if-stuck", "phrase", "next", "practices", "why"} | {
        "acts",
        "component",
    }
    assert {at.problem.code for at in asked} == {"left-out", "no-licence"}


def test_a_seat_of_a_shipped_story_knows_something(tmp_path: Path) -> None:
    seats = {"wren": {"name": "Wren", "wants": "a spoon"}, "oskar": {"name": "Oskar", "wants": "it", "knows": "why"}}
    path = write_file(tmp_path, "hums", small(seats=seats, others="You are rain."))
    lines = [
        at.problem.line for at in read_pack(path, lists(), origin="shipped").problems if "knows" in at.problem.message
    ]
    assert len(lines) == 1
    assert "wren" in path.read_text("utf-8").splitlines()[lines[0] - 1]


def test_a_book_is_shipped_where_it_lies_on_the_shelf_and_nowhere_else(tmp_path: Path) -> None:
    assert check(SHELF / "packs" / "minutes").reading.problems == ()
    path = write_file(tmp_path, "minutes", small())
    assert check(path).reading.problems == ()


def test_a_series_counts_as_one_story_where_names_are_counted(tmp_path: Path) -> None:
    def mirela(at: int, **more: Any) -> dict[str, Any]:
        return small(
            f"part-{at}",
            scene="The bus is driven by Mirela.",
            steps=[{"read": {"text": "scene", "beat": "laugh"}}],
            **more,
        )

    path = write_file(tmp_path, "bus", *(mirela(at, series="bus", episode=at) for at in range(1, 6)))
    assert read_pack(path, lists()).problems == ()
    path = write_file(tmp_path, "bus", *(mirela(at) for at in range(1, 6)))
    assert [at.problem.code for at in read_pack(path, lists()).problems] == ["name-again"]


def test_every_stage_that_hears_sentences_has_its_longest_and_its_grade() -> None:
    assert [*LONGEST] == [*GRADES] == ["5-7", "8-11", "12-14", "15-17", "18+"]
    assert [*LONGEST.values()] == sorted(LONGEST.values())


FRAGMENTS: Final = (
    *("Why did you", "well done", "[b]", "<me>", "{}", "{phrase}", "%s", "suicide", "it makes sense, but", "\n"),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    activity=activities(),
    origin=st.sampled_from(get_args(Origin)),
    language=st.sampled_from(("en", "de", "zh-Hant")),
    text=st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6).map(" ".join),
)
def test_no_rule_raises_whatever_a_family_wrote(activity: Activity, origin: Origin, language: str, text: str) -> None:
    hostile = replace(activity, coach=text, title=text, if_stuck=(text,), next=text, close=Wording(text))
    for one in (activity, hostile):
        for finding in every_rule.advised(Story(one, lists(), language), origin):
            assert finding.severity == "finding"
            assert finding.message
            assert finding.advice


@pytest.mark.parametrize(
    ("flag", "meant"),
    [("seperation", "separation"), ("separated", "separation"), ("ilness", "illness"), ("ourhouse", "our-house")],
)
def test_a_flag_that_is_nearly_one_of_those_that_protect_is_asked_about(tmp_path: Path, flag: str, meant: str) -> None:
    (at,) = read_pack(write_file(tmp_path, "hums", small(flags=["money", flag])), lists()).problems
    assert at.problem.code == "flag-nearly"
    assert f'Did you mean "{meant}"?' in at.problem.advice
    assert told(small(flags=[flag], meant=[flag]), tmp_path) == set()


@pytest.mark.parametrize("flag", [*sorted(AMBER), "monsters", "heights", "spooky", "dentist", "loud"])
def test_a_flag_that_protects_and_a_note_are_left_alone(tmp_path: Path, flag: str) -> None:
    assert told(small(flags=[flag]), tmp_path) == set()


def naming(*options: str, mirror: str = "<Feeling>, because it hums.", **more: Any) -> dict[str, Any]:
    steps = [*small()["steps"], {"name": {"cause": "It hums.", "options": [*options], "mirror": mirror}}]
    return small(steps=steps, minutes=2, **more)


@pytest.mark.parametrize(
    ("ages", "options", "found"),
    [
        ("2-4", ("bittersweet", "disillusioned"), True),
        ("2-4", ("sad", "scared"), True),
        ("3-4", ("sad", "scared"), False),
        ("3-4", ("sad", "mad", "disappointed"), True),
        ("3-99", ("sad", "mad", "bittersweet"), False),
        ("5-7", ("proud", "awkward"), True),
        ("12-14", ("awkward", "proud"), False),
        ("18+", ("bittersweet", "content"), False),
    ],
)
def test_a_word_is_offered_to_nobody_who_meets_it_years_from_now(
    tmp_path: Path, ages: str, options: tuple[str, ...], found: bool
) -> None:
    assert ("word-too-old" in told(naming(*options, ages=ages), tmp_path)) is found


def test_a_word_that_is_too_old_is_answered_with_younger_ones_its_own_kin_first(tmp_path: Path) -> None:
    path = write_file(tmp_path, "hums", naming("proud", "disillusioned", ages="5-7"))
    (at,) = [at.problem for at in read_pack(path, lists()).problems if at.problem.code == "word-too-old"]
    assert at.message == '"disillusioned" is a word that people meet from 15 on, and at 5 somebody meets it here.'
    assert at.advice.startswith("Younger words are: disappointed, ")
    assert "word-too-old" not in told(naming("proud", "awkward", ages="5-7", meant=["awkward"]), tmp_path)


@pytest.mark.parametrize(
    ("mirror", "found"),
    [
        ("I see.", True),
        ("<Feeling>, then.", False),
        ({"toddler": "So, <feeling>.", "school": "I see."}, True),
        ({"toddler": "So, <feeling>.", "school": "<Feeling>."}, False),
    ],
)
def test_a_mirror_says_the_word_back_in_every_wording(tmp_path: Path, mirror: Any, found: bool) -> None:
    assert ("mirror-without-word" in told(naming("sad", "mad", mirror=mirror, ages="4-9"), tmp_path)) is found


@pytest.mark.parametrize(("players", "count"), [("1", "one"), ("2", "two"), ("2-6", "three"), ("6", "six")])
def test_what_to_write_as_minutes_is_said_for_as_many_as_can_play_and_is_true(
    tmp_path: Path, players: str, count: str
) -> None:
    asks = [{"ask": {"text": f"Who hums {how}?", "who": "everyone"}} for how in ("low", "high", "last")]
    steps = [{"read": {"text": "It hums.", "beat": "laugh"}}, *asks]

    def found(minutes: int) -> list[str]:
        path = write_file(tmp_path, "hums", small(steps=steps, players=players, minutes=minutes))
        return [at.problem.advice for at in read_pack(path, lists()).problems if at.problem.code == "minutes-off"]

    (advice,) = found(20)
    said = re.match(r"With (\w+) it is about (\d+) minutes: write (that|\d+) as", advice)
    assert said is not None
    assert said[1] == count
    assert found(int(said[2] if said[3] == "that" else said[3])) == []


@pytest.mark.parametrize(
    ("step", "players", "found"),
    [
        ({"guess": {"about": "next", "prompt": "What does <next> like?"}}, "1", True),
        ({"guess": {"about": "pick", "prompt": "What does <next> like?"}}, "1-6", True),
        ({"echo": "What hummed?"}, "1-6", True),
        ({"echo": "What hummed?"}, "2-6", False),
        ({"ask": "What hummed?"}, "1-6", False),
    ],
)
def test_nobody_is_asked_about_somebody_else_where_they_can_be_alone(
    tmp_path: Path, step: dict[str, Any], players: str, found: bool
) -> None:
    assert ("needs-two" in told(small(steps=[*small()["steps"], step], players=players), tmp_path)) is found


@pytest.mark.parametrize(
    ("kind", "seats", "found"),
    [("script", 2, True), ("different-likes", 2, False), ("name-mirror", 1, False), ("name-mirror", 2, True)],
)
def test_seats_that_no_step_gives_out_are_said_to_be_so_unless_they_only_say_whom_it_is_about(
    tmp_path: Path, kind: str, seats: int, found: bool
) -> None:
    people = {name: {"name": name.title(), "wants": "a spoon"} for name in ("wren", "oskar")[:seats]}
    given = small(kind=kind, seats=people, others="You are rain.")
    assert ("seats-not-given" in told(given, tmp_path)) is found
    assert "seats-not-given" not in told(given | {"steps": [{"seats": "open"}, *given["steps"]]}, tmp_path)
