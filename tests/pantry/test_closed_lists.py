"""The three closed lists that the whole game leans on: feeling words, practices and evidence."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

CONTENT: Final = Path(__file__).resolve().parents[2] / "content"
LISTS: Final = {
    name: yaml.load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for name in ("vocabulary", "practices", "evidence")
}
FEELINGS: Final[list[dict[str, Any]]] = LISTS["vocabulary"]["feelings"]
PRACTICES: Final[list[dict[str, Any]]] = LISTS["practices"]["practices"]
EVIDENCE: Final[list[dict[str, Any]]] = LISTS["evidence"]["evidence"]
FIRST: Final = [feeling["word"] for feeling in FEELINGS[:36]]
SHELVES: Final = {"2": 4, "3-4": 8, "5-7": 18, "8-11": 36, "12-14": 60, "15-17": 80}
STAGE: Final = {feeling["word"]: feeling["from"] for feeling in FEELINGS}
VERDICTS: Final = re.compile(
    r"\b(good|bad|best|better|worse|worst|nice|nasty|naughty|kind|unkind|mean|right|wrong|normal|silly|positive|negative)\b"
)
UNKIND: Final = re.compile(r"\b(fail\w*|wrong|lost|behind|should)\b", re.IGNORECASE)
CLINICAL: Final = re.compile(
    r"\b(depress\w*|suicid\w*|hopeless|trauma\w*|panic\w*|manic|phobi\w*|anxi\w*|disorder\w*)\b"
)


def texts(node: object) -> Iterator[str]:
    """Yield every text below a node, keys too."""
    match node:
        case str():
            yield node
        case dict():
            for key, value in node.items():
                yield from texts(key)
                yield from texts(value)
        case list():
            for value in node:
                yield from texts(value)


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_reads_the_same_in_both_parsers(name: str) -> None:
    if not yaml.__with_libyaml__:
        pytest.skip("libyaml is not here")
    text = (CONTENT / f"{name}.yaml").read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.CSafeLoader) == LISTS[name]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_uses_no_anchor_alias_or_tag(name: str) -> None:
    for event in yaml.parse((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader):
        assert not isinstance(event, yaml.AliasEvent)
        assert getattr(event, "anchor", None) is None
        assert getattr(event, "tag", None) is None


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_format_one_and_holds_nothing_else(name: str) -> None:
    assert LISTS[name]["format"] == 1
    assert len(LISTS[name]) == 2


@pytest.mark.parametrize("name", LISTS)
def test_no_line_says_a_word_that_families_do_not_need(name: str) -> None:
    assert [text for text in texts(LISTS[name]) if UNKIND.search(text)] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_text_is_one_plain_line(name: str) -> None:
    for text in texts(LISTS[name]):
        assert text == text.strip()
        assert text.isprintable()
        assert not set(text) & set('[]{}<>`#"')


def test_every_feeling_has_its_fields_and_no_others() -> None:
    for place, feeling in enumerate(FEELINGS):
        assert set(feeling) == {"word", "from", "hint"} | ({"face"} if place >= 36 else set()), feeling


def test_the_shelf_grows_stage_by_stage_to_eighty_words() -> None:
    joined = Counter(feeling["from"] for feeling in FEELINGS)
    assert list(joined) == list(SHELVES)
    assert list(accumulate(joined.values())) == list(SHELVES.values())


def test_the_stages_follow_each_other_on_the_shelf() -> None:
    order = list(SHELVES)
    places = [order.index(feeling["from"]) for feeling in FEELINGS]
    assert places == sorted(places)


def test_no_feeling_is_on_the_shelf_twice() -> None:
    assert len({feeling["word"].casefold() for feeling in FEELINGS}) == 80


def test_the_youngest_shelf_is_four_words() -> None:
    assert FIRST[:4] == ["happy", "sad", "mad", "okay"]


def test_a_later_feeling_borrows_the_face_of_one_of_the_first_thirty_six() -> None:
    assert {feeling["face"] for feeling in FEELINGS[36:]} <= set(FIRST)


def test_no_word_of_disgust_comes_before_five() -> None:
    assert {STAGE[word] for word in STAGE if "disgust" in word} <= set(SHELVES) - {"2", "3-4"}


def test_no_feeling_is_a_diagnosis() -> None:
    assert [word for word in STAGE if CLINICAL.search(word)] == []


def test_a_hint_is_short_enough_to_say_in_a_breath() -> None:
    assert [feeling["hint"] for feeling in FEELINGS if not 2 <= words(feeling["hint"]) <= 12] == []


def test_a_hint_for_the_smallest_has_at_most_eight_words() -> None:
    assert [feeling["hint"] for feeling in FEELINGS[:8] if words(feeling["hint"]) > 8] == []


def test_no_hint_calls_anything_good_or_bad() -> None:
    assert [feeling["hint"] for feeling in FEELINGS if VERDICTS.search(feeling["hint"])] == []


def test_no_hint_names_a_feeling() -> None:
    named = re.compile(rf"\b({'|'.join(STAGE)})\b")
    assert [feeling["hint"] for feeling in FEELINGS if named.search(feeling["hint"])] == []


def test_no_two_hints_begin_alike() -> None:
    openings = Counter(tuple(feeling["hint"].split()[:2]) for feeling in FEELINGS)
    assert [opening for opening, times in openings.items() if times > 1] == []


def test_no_two_neighbours_on_the_shelf_begin_with_the_same_word() -> None:
    openings = [feeling["hint"].split()[0] for feeling in FEELINGS]
    assert [one for one, next_one in pairwise(openings) if one == next_one] == []


def test_the_practices_are_numbered_without_a_gap() -> None:
    assert [row["id"] for row in PRACTICES] == [f"S{number}" for number in range(1, 128)]


def test_a_practice_is_one_sentence_of_at_most_thirty_words() -> None:
    for row in PRACTICES:
        assert words(row["line"]) <= 30, row["id"]
        assert row["line"].endswith("."), row["id"]
        assert ". " not in row["line"], row["id"]


def test_no_two_practices_say_the_same() -> None:
    assert len({row["line"] for row in PRACTICES}) == 127


def test_a_practice_is_for_people_we_know() -> None:
    for row in PRACTICES:
        assert set(row["who"]) <= set("TSNCWFP"), row["id"]
        assert len(set(row["who"])) == len(row["who"]), row["id"]
        assert bool(row["who"]) is row["carried"], row["id"]


def test_only_two_claims_are_not_carried_and_they_say_because_of_what() -> None:
    assert [row["id"] for row in PRACTICES if row["carried"] is False] == ["S15", "S125"]
    for row in PRACTICES:
        extra = set() if row["carried"] else {"because"}
        assert set(row) == {"id", "line", "who", "carried"} | extra, row["id"]


@pytest.mark.parametrize(
    ("row", "parameter"),
    [
        ("S17", "10 to 15 minutes"),
        ("S21", "24 hours"),
        ("S38", "2, 3-4, 5-7, 8-11, 12-14 or 15-17"),
        ("S47", "10 minutes, 10 days and 10 months"),
        ("S66", "60-second"),
        ("S76", "3 minutes"),
        ("S84", "5 to 10 minutes a day"),
        ("S85", "10 to 15 minutes a day"),
        ("S86", "3 to 5 minutes a day"),
        ("S89", "2-2-1 minutes"),
        ("S126", "3, 5, 10 or 15 minutes"),
    ],
)
def test_a_practice_keeps_its_numbers(row: str, parameter: str) -> None:
    assert parameter in next(practice["line"] for practice in PRACTICES if practice["id"] == row)


def test_the_evidence_is_numbered_and_leaves_out_only_the_pointer() -> None:
    rows = [f"E{number}" for number in range(1, 34) if number != 28] + [f"H{number}" for number in range(1, 12)]
    assert [row["id"] for row in EVIDENCE] == rows


def test_every_row_of_evidence_has_its_fields_and_no_others() -> None:
    for row in EVIDENCE:
        assert set(row) == {"id", "topic", "finding", "source", "year", "strength", "rule"}, row["id"]
        assert all(row[field] for field in ("topic", "finding", "source", "rule")), row["id"]


def test_the_years_of_a_row_are_the_years_of_its_source() -> None:
    for row in EVIDENCE:
        named = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", row["source"])}
        assert row["year"] == sorted(named), row["id"]


def test_strength_is_a_number_from_nought_to_three() -> None:
    assert {row["strength"] for row in EVIDENCE} == {0, 1, 2, 3}
    assert all(type(row["strength"]) is int for row in EVIDENCE)


def test_full_strength_needs_a_named_study() -> None:
    assert [row["id"] for row in EVIDENCE if row["strength"] == 3 and not row["year"]] == []


def test_a_finding_and_a_rule_are_one_sentence_that_can_be_said() -> None:
    for row in EVIDENCE:
        for field in ("finding", "rule"):
            assert words(row[field]) <= 32, (row["id"], field, words(row[field]))
            assert row[field].endswith("."), (row["id"], field)
            assert ". " not in row[field], (row["id"], field)


def test_no_finding_claims_to_prove() -> None:
    bold = re.compile(r"\b(prove[sdn]?|proof|always|guarantee\w*|ensures?)\b")
    assert [row["id"] for row in EVIDENCE if bold.search(row["finding"])] == []
