"""The one door for YAML: what comes through, what is stopped, in which words, and that nothing else ever happens."""

import re
import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from gatherround.pantry.marks import SENTENCES, WIDEST_LINE, Items, Mark, Node, Pairs, Problem, Scalar, caret
from gatherround.pantry.strict_yaml import FASTEST, MOST_BYTES, MOST_DEPTH, MOST_NODES, Parser, Reading, read
from gatherround.pantry.stumbles import Stumble

BOTH: tuple[Parser, ...] = ("libyaml", "python") if FASTEST == "libyaml" else ("python",)
SIGNS = (*"[]{}\"'|>#%@,\t\n\0", ": ", "- ", "? ", "&a ", "*a", "!t ", r"\u", "---\n", "...\n", "")

ACTIVITY = """\
id: borrowed-umbrella
title: The Borrowed Umbrella
ages: 5-8
minutes: 7
scene: |
  Otis has an umbrella with a duck's head. It is not his: it is Grandma Wen's.
  It opens by itself, always in shops.
seats:
  otis: {name: Otis, wants: to keep it one more day}
  wen:
    name: Wen
    wants: her duck back
steps:
  - read: scene
  - ask: {text: "Who is cross, and who is worried?", who: everyone}
  - guess:
      about: wen
      prompt: What does Wen do when it opens in the bakery?
props: [an umbrella, 'a duck''s voice']
whisper: >-
  Two people
  may want one duck.
# the end
"""

# What a parent may write, and the place that the game points at.
# fmt: off
PLACES: dict[str, dict[str, tuple[int, int]]] = {
    "alias": {"say: *softly*, she said": (1, 6), "say: * softly": (1, 6), "say: hi\nnext: *home": (2, 7)},
    "anchor": {"say: & then": (1, 6), "say: &then we go": (1, 6)},
    "tag": {"say: !wow that is big": (1, 6), "say: !a!b c": (1, 6)},
    "sign": {"say: @home": (1, 6), "say: `tick`": (1, 6), "say: %50": (1, 6), "say: ? what": (1, 6),
        "? what\n: x": (1, 1), "say: , and": (1, 6)},
    "merge": {"seats:\n  <<: x\n  bo: y": (2, 3)},
    "directive": {"# a story\n%YAML 1.1\n---\nid: x": (2, 1), "id: x\n%: y": (2, 1)},
    "tab": {"seats:\n\tbo: x": (2, 1), "id:\tx": (1, 4), "id: x\ty": (1, 6)},
    "open-quote": {'id: x\nsay: "Hello\nnext: y': (2, 6), "say: 'tis late\nnext: y": (1, 6)},
    "after-quote": {'say: "Hi" said Bo\nnext: y': (1, 11), 'say: "Hi": said': (1, 10), '- "Hi", said Bo': (1, 7),
        'say: ["Hi" said, Bo]': (1, 12), '"Hi" said Bo': (1, 6)},
    "escape": {r'say: "c:\path"': (1, 9), r'say: "\x4"': (1, 7), r'say: "hi \ud83d\ude00"': (1, 10),
        r'say: "\UFFFFFFFF"': (1, 7)},
    "colon": {"id: x\nprompt: Bear said: hello": (2, 18), "- ask: What now: then": (1, 16),
        "prompt: Bear said:": (1, 18)},
    "space": {"id: x\ntitle:Ducks": (2, 6), "title:Ducks\nid: x": (1, 6), "acts:\n  - one\n  -two": (3, 3),
        "acts:\n  - read: one\n  -read: two": (3, 3)},
    "odd-space": {"id: x\ntitle:\xa0Ducks": (2, 7), "title:\u202fDucks\nid: x": (1, 7),
        "helps:\xa0[mend]\nid: x": (1, 7), "steps:\n\xa0 - ask: hi": (2, 1), "id: x\n\xa0just words": (2, 1),
        "steps:\n  - ask:\n   \xa0  text: hi": (3, 4), "acts:\n  -\xa0one": (2, 4), "\u3000id: x": (1, 1),
        "acts:\n  -\u2003ask: one\n": (2, 4), "seats:\n  bo\xa0: x": (2, 5), "ask: {text: x, wait:\xa04}": (1, 21)},
    "indent": {"id: x\n  title: y": (2, 3), "seats:\n    bo: x\n  wen: y": (3, 3), "  id: x\ntitle: y": (2, 1)},
    "line": {"id: x\njust words\ntitle: y": (2, 1)},
    "shallow": {"steps:\n  - ask: |\n    What now?\n": (3, 5), "- ask: |\n  What: now: then": (2, 3),
        "id: x\nscene: |\nIt is early.": (3, 1), "acts:\n  - |\n  Hum.": (3, 3),
        "- ask: | # aloud\r\n\r\n  Who?\r\n- read: x": (3, 3)},
    "no-words": {"- ask: |\n  One thing: who?": (1, 8), "scene: |\nid: x": (1, 8), "scene: >\nid: x": (1, 8),
        "- |\n- x": (1, 3), "- ask: |\n  One thing: who?\n  And why?": (1, 8)},
    "dash": {"say: - hello": (1, 6)},
    "block": {"say: | hello": (1, 8), "say: >hello": (1, 7), "say: |#hello\n  x": (1, 7)},
    "flow": {"marks: [yes, What?]": (1, 18), "marks: [yes, ?]": (1, 14), "marks: [a,, b]": (1, 11),
        "marks: [Bo said: hi, x]": (1, 9), "ask: {text: Well, now}": (1, 19), "ask: {text: Bo said: hi}": (1, 20)},
    "bracket": {"marks: [a, b\nid: x": (1, 8), "marks: [a, b": (1, 8), "say: [me] said hi": (1, 11)},
    "key": {"[a]: b": (1, 1), ": b": (1, 1), '"": b': (1, 1)},
    "duplicate": {"id: x\ntitle: y\nid: z": (3, 1)},
    "second-document": {"id: x\n---\nid: y": (2, 1), "id: x\n...\nid: y": (3, 1)},
    "empty": {"": (1, 1), "# only a note\n\n": (1, 1), "---\n": (1, 1)},
    "too-large": {"#" * (MOST_BYTES + 1): (1, 1)},
    "too-deep": {"- " * (MOST_DEPTH + 1) + "x": (1, 2 * MOST_DEPTH + 1)},
    "too-many": {"- x\n" * MOST_NODES: (MOST_NODES, 3)},
    "control": {"id: x\nsay: ding\x07": (2, 10), "say: \x00": (1, 6), "say: one\u2028two": (1, 9)},
    "note": {"say: We are #1": (1, 13)},
}
# fmt: on
BITES = [(code, source, *place) for code, sources in PLACES.items() for source, place in sources.items()]
GOOD = (
    ACTIVITY, ACTIVITY.replace("\n", "\r\n"), "id: x\n...\n", "--- # begins\nid: x", "a:b", "hello",
    'a: "x\ty"\nb: |\n  x\ty\n# \t', r'a: "\e[0m \"\\ \u00e9 \U0001F986"', "a: 😀 b # c\nd: [😀, e]",
    "- - - x\n  - {a: {b: [c]}}\n-\n- ''", "a: |2\n    x\n\n  y\n\nb: >+\n  x\n\n",
)  # fmt: skip


def named(value: object) -> str:
    return ascii(value)[:24]


def only(source: str | bytes) -> Problem:
    found = read(source if isinstance(source, bytes) else source.encode()).problems
    assert len(found) == 1, found
    return found[0]


def plain(node: Node | None) -> object:
    match node:
        case Items():
            return [plain(item) for item in node.items]
        case Pairs():
            return {key.text: plain(value) for key, value in node.pairs}
        case _:
            return node and node.text


def places(node: Node) -> list[tuple[str, int, int]]:
    match node:
        case Items():
            below = [place for item in node.items for place in places(item)]
        case Pairs():
            below = [place for pair in node.pairs for end in pair for place in places(end)]
        case Scalar():
            return [(node.text, node.mark.line, node.mark.column)]
    return [(type(node).__name__, node.mark.line, node.mark.column), *below]


@pytest.mark.parametrize("parser", BOTH)
def test_an_activity_comes_through_whole(parser: Parser) -> None:
    reading = read(ACTIVITY.encode(), parser)
    assert reading.problems == ()
    tree = plain(reading.root)
    assert isinstance(tree, dict)
    assert tree["scene"].startswith("Otis has")
    assert tree["scene"].endswith("always in shops.\n")
    assert tree["seats"]["otis"] == {"name": "Otis", "wants": "to keep it one more day"}
    assert tree["props"] == ["an umbrella", "a duck's voice"]
    assert tree["whisper"] == "Two people may want one duck."


@pytest.mark.parametrize(
    "trap",
    ["yes", "no", "on", "Off", "null", "~", "12:30", "1.10", "010", "0x1F", "1e3", "2024-13-45", "=", ".inf", "-1"],
)
def test_every_text_stays_as_it_was_written(trap: str) -> None:
    reading = read(f"- {trap}\n- k: {trap}\n- {{{trap}: v}}".encode())
    assert (reading.problems, plain(reading.root)) == ((), [trap, {"k": trap}, {trap: "v"}])


def test_a_field_without_a_value_is_an_empty_plain_text() -> None:
    quoted, empty = Scalar("", Mark(1, 4), plain=False), Scalar("", Mark(2, 3), plain=True)
    assert read(b"a: ''\nb:\n").root == Pairs(
        ((Scalar("a", Mark(1, 1), True), quoted), (Scalar("b", Mark(2, 1), True), empty)), Mark(1, 1)
    )


@pytest.mark.parametrize("parser", BOTH)
def test_marks_count_letters_and_lines_from_one(parser: Parser) -> None:
    root = read('\ufeff# note\r\né: [😀, "b"]\r\nc:\r\n  - |\r\n    d\r\n  - {e: f}\r\n'.encode(), parser).root
    assert root is not None
    assert places(root) == [
        ("Pairs", 2, 1), ("é", 2, 1), ("Items", 2, 4), ("😀", 2, 5), ("b", 2, 8),
        ("c", 3, 1), ("Items", 4, 3), ("d\n", 4, 5), ("Pairs", 6, 5), ("e", 6, 6), ("f", 6, 9),
    ]  # fmt: skip


@pytest.mark.parametrize("parser", BOTH)
@pytest.mark.parametrize(("code", "source", "line", "column"), BITES, ids=named)
def test_a_bite_is_named_where_it_is(parser: Parser, code: str, source: str, line: int, column: int) -> None:
    found = read(source.encode(), parser).problems[0]
    assert (found.code, found.line, found.column) == (code, line, column)
    assert "$" not in found.message + found.advice


@pytest.mark.parametrize("source", [row[1] for row in BITES] + list(GOOD), ids=named)
def test_both_parsers_read_alike(source: str) -> None:
    assert len({repr(read(source.encode(), parser)) for parser in BOTH}) == 1


@pytest.mark.parametrize("source", GOOD, ids=named)
def test_what_reads_well_has_no_errors(source: str) -> None:
    reading = read(source.encode())
    assert reading.root is not None
    assert {found.severity for found in reading.problems} <= {"finding"}


def test_no_sentence_is_unkind_or_untried() -> None:
    words = " ".join(message + " " + advice for message, advice in SENTENCES.values()).lower()
    assert not re.search(r"\b(fail\w*|wrong|lost|behind|should|invalid|illegal|error|yaml)\b", words)
    assert set(SENTENCES) == {row[0] for row in BITES} | {"utf-16", "not-utf-8", "unreadable"}
    assert Stumble(text="ab", says="a parser's next riddle", doing="", at=1, since=0).told() == ("unreadable", 1)


def test_the_numbers_in_the_sentences_are_the_caps() -> None:
    assert (MOST_BYTES, MOST_DEPTH, MOST_NODES) == (1024 * 1024, 16, 50_000)
    for code, number in (("too-large", "1 MiB"), ("too-deep", f" {MOST_DEPTH} "), ("too-many", f" {MOST_NODES:,} ")):
        assert number in SENTENCES[code][0]


@pytest.mark.parametrize("parser", BOTH)
@pytest.mark.parametrize("source", ["- " * MOST_DEPTH + "x", "- x\n" * (MOST_NODES - 1), "x" * MOST_BYTES], ids=named)
def test_at_the_edge_of_a_cap_a_file_still_reads(parser: Parser, source: str) -> None:
    assert read(source.encode(), parser).problems == ()


def test_the_advice_for_a_colon_shows_a_block_with_the_line_s_own_field() -> None:
    found = only("id: x\nprompt: Bear said: hello")
    assert found.message == "A colon at the end of a word, inside a text, looks like a new field."
    assert 'Example: "prompt: |", and under it "  Bear said: hello".' in found.advice
    assert 'further in than the word "prompt".' in found.advice
    assert ['"close: |"' in only("close: *now").advice, '"- |"' in only("- @now").advice] == [True, True]


@pytest.mark.parametrize("opening", ["- ask", "    - ask", "ask", "  - - ask", "steps:\n  - ask"])
def test_what_is_advised_for_the_commonest_slip_reads_well_when_it_is_followed_to_the_letter(opening: str) -> None:
    *above, line = opening.split("\n")
    slip = only("\n".join([*above, f"{line}: One thing first: what now?"]))
    shape = re.search(r'Example: "(.+)", and under it "( +)Bear', slip.advice)
    assert shape is not None
    margin = " " * (len(line) - len(line.lstrip()))
    mended = [*above, f"{margin}{shape[1]}", f"{margin}{shape[2]}One thing first: what now?"]
    reading = read("\n".join(mended).encode())
    assert (reading.problems, "One thing first: what now?" in str(plain(reading.root))) == ((), True)


def test_text_that_is_no_further_in_than_its_field_is_told_how_many_spaces_it_wants() -> None:
    cure = 'Put the text two spaces further in than the word "ask": 6 spaces in front of each of its lines.'
    assert only("steps:\n  - ask: |\n    What now?\n").advice == cure
    assert only("steps:\n  - ask: |\n      What now?\n    Who?\n").code == "line"
    assert 'the word "ask": 4 spaces in front of each.' in only("- ask: |\n- read: x").advice
    assert "the dash: 2 spaces in front of each." in only("- |\n- x").advice


def test_findings_advise_and_let_the_text_through() -> None:
    swallowed = only("ask: Which team is #1?")
    assert (swallowed.code, swallowed.severity, '"ask: |"' in swallowed.advice) == ("note", "finding", True)
    for cramped in ("steps:\n  -read: x", "acts:\n  -one\n  - two", "- ask:What now"):
        assert (only(cramped).code, only(cramped).severity) == ("space", "finding")
        assert read(cramped.encode()).root is not None
    assert read(b"ask: Who? # a note\nb: # also\n  c#d: e#f").problems == ()


def test_many_problems_show_at_once_and_the_first_of_two_fields_wins() -> None:
    reading = read(b"id: x\nid: y\nseats: &a {bo: 1, bo: [2]}\n<<: {id: q}\nnext: *a\nend: !t z\n")
    assert [(found.line, found.column, found.code) for found in reading.problems] == [
        (2, 1, "duplicate"), (3, 8, "anchor"), (3, 19, "duplicate"), (4, 1, "merge"), (5, 7, "alias"), (6, 6, "tag"),
    ]  # fmt: skip
    assert plain(reading.root) == {"id": "x", "seats": {"bo": "1"}, "next": "*a", "end": "z"}
    assert reading.problems[0].message == '"id" is written twice; the first one is in line 1.'


def test_problems_before_the_place_where_reading_ends_are_kept() -> None:
    reading = read(b"id: x\nid: y\nsay: Bo said: hi\n")
    assert (reading.root, [found.code for found in reading.problems]) == (None, ["duplicate", "colon"])


def test_a_sentence_never_repeats_control_codes_or_long_texts_of_the_file() -> None:
    assert only('"\\e]0;x\\a\\u202e": 1\n"\\e]0;x\\a\\u202e": 2').message.startswith('"?]0;x??" is')
    assert len(only(f"{'a' * 900}: 1\n{'a' * 900}: $opening").message) < 100


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("id: é".encode("utf-16"), "utf-16", (1, 1)),
        ("id: é".encode("utf-16-le"), "utf-16", (1, 1)),
        ("id: é".encode("utf-16-be"), "utf-16", (1, 1)),
        ("id: x\r\nsay: à la café".encode("latin-1"), "not-utf-8", (2, 6)),
        ("\ufeffé: ".encode() + b"\xff", "not-utf-8", (1, 4)),
        (b"\xed\xa0\x80", "not-utf-8", (1, 1)),
        (b"\0", "control", (1, 1)),
    ],
)
def test_other_encodings_are_refused_kindly(source: bytes, code: str, place: tuple[int, int]) -> None:
    found = only(source)
    assert (found.code, (found.line, found.column)) == (code, place)


def test_a_caret_points_at_the_letter_on_its_own_line() -> None:
    source = "id: x\r\n日本: a\tb\x1b é: hi".encode()
    assert caret(source, Problem(2, 12, "c", "", "")) == "日本: a b? é: hi\n" + " " * 13 + "^"
    assert caret(b"id: caf\xe9!", Problem(1, 9, "c", "", "")) == "id: caf\ufffd!\n        ^"
    assert caret(b"", Problem(7, 7, "c", "", "")) == "\n^"


@pytest.mark.parametrize("letter", ["x", "日", "e\u0301"])
@pytest.mark.parametrize("column", [1, 30, 500, 1001])
def test_a_caret_line_is_never_wider_than_a_hundred_columns(letter: str, column: int) -> None:
    line, pointer = caret((letter * 1000 + "!")[:1001].encode(), Problem(1, column, "c", "", "")).split("\n")
    assert len(pointer) <= wcswidth(line) + 1 <= WIDEST_LINE + 1


@pytest.mark.parametrize("parser", BOTH)
@pytest.mark.parametrize(
    "heap", [b"[" * 50_000, b"{" * 50_000, b"- " * 25_000, b"? " * 25_000, b"\t" * 50_000, b'["' * 9]
)
def test_a_heap_of_signs_is_refused_at_once(parser: Parser, heap: bytes) -> None:
    begun = time.perf_counter()
    assert read(heap, parser).root is None
    assert time.perf_counter() - begun < 2


def handed_back(source: bytes) -> None:
    for parser in BOTH:
        reading = read(source, parser)
        assert isinstance(reading, Reading)
        assert (reading.root is None) <= any(found.severity == "error" for found in reading.problems)
        assert list(reading.problems) == sorted(reading.problems)
        assert all(caret(source, found).count("\n") == 1 for found in reading.problems[:9])


@settings(deadline=timedelta(seconds=2), max_examples=200)
@given(st.binary(max_size=3_000) | st.text("-:?[]{}|>#&*!%@`\"'\\ \t\r\nxuU08~,.<", max_size=300).map(str.encode))
def test_whatever_the_bytes_a_reading_comes_back(source: bytes) -> None:
    handed_back(source)


@settings(deadline=timedelta(seconds=2), max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(ACTIVITY)), st.integers(0, 9), st.sampled_from(SIGNS)), max_size=6))
def test_however_an_activity_is_spoilt_a_reading_comes_back(cuts: list[tuple[int, int, str]]) -> None:
    spoilt = ACTIVITY
    for begin, length, sign in cuts:
        spoilt = spoilt[:begin] + sign + spoilt[begin + length :]
    handed_back(spoilt.encode())
