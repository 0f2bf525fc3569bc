"""The one door for YAML, letter by letter: the sign that is named, and the place that is pointed at."""

from __future__ import annotations

import pytest

from gatherround.pantry import strict_yaml
from gatherround.pantry.marks import Items, Mark, Pairs, Problem, Scalar
from gatherround.pantry.strict_yaml import FASTEST, Parser, read

BOTH: tuple[Parser, ...] = ("libyaml", "python") if FASTEST == "libyaml" else ("python",)


def first(source: str | bytes, parser: Parser = FASTEST) -> Problem:
    return read(source if isinstance(source, bytes) else source.encode(), parser).problems[0]


def at(source: str | bytes, parser: Parser = FASTEST) -> tuple[str, int, int]:
    found = first(source, parser)
    return found.code, found.line, found.column


@pytest.mark.parametrize("parser", BOTH)
@pytest.mark.parametrize(
    ("source", "code", "line", "column"),
    [
        ("why: who?\nmarks: [so?so]", "flow", 2, 11),
        ('{"why?": 1, ? b: 2}', "sign", 1, 13),
        ('"two\\nlines": x', "key", 1, 1),
        ("' ': x", "key", 1, 1),
        ("id: x\nsteps:\n  [a]: b", "key", 3, 3),
        ("id: x\ntitle: {bo, ida}", "flow", 2, 9),
        ("id: x\ntitle: [Bear said: hi]", "flow", 2, 9),
        ("id: x\n{a: b}: c", "key", 2, 1),
        ("id: x\nmarks: [Xavier said: hi]", "flow", 2, 9),
        ("id: x\nmarks: [so?so?]", "flow", 2, 11),
        ("a: '\\ud83d'\nb: \"\\ud83d\"", "escape", 2, 5),
    ],
)
def test_the_place_is_that_of_the_sign_and_not_of_one_before_it(
    parser: Parser, source: str, code: str, line: int, column: int
) -> None:
    assert at(source, parser) == (code, line, column)


@pytest.mark.parametrize("parser", BOTH)
def test_a_finding_points_at_the_sign_itself_and_names_it(parser: Parser) -> None:
    cramped = read(b"id: x\nsteps:\n  - read:now\n  - -then", parser).problems
    assert [(found.line, found.column, found.severity) for found in cramped] == [(3, 9, "finding"), (4, 5, "finding")]
    assert [found.message for found in cramped] == [
        "A space is missing after : here.",
        "A space is missing after - here.",
    ]
    swallowed = read(b"seats:\n  bo: We are   #1\n", parser).problems
    assert [(found.code, found.line, found.column) for found in swallowed] == [("note", 2, 16)]
    assert '"bo: |"' in swallowed[0].advice


def test_only_the_sign_is_named_and_not_what_follows_it() -> None:
    assert first("say: @home").message.startswith("A text cannot begin with @ because")
    assert first("say: `tick`").message.startswith("A text cannot begin with ` because")
    assert first("id:x\ntitle: y").message == "A space is missing after : here."
    assert first("say: ding\x07").message == "Something invisible hides here (U+0007)."


@pytest.mark.parametrize(
    ("source", "field"),
    [
        ("id: x\nclose: *now", "close"),
        ("id: x\nclose: &now x", "close"),
        ("id: x\nclose: !now x", "close"),
        ("id: x\nclose: @now", "close"),
        ("id: x\nclose: Bo said: hi", "close"),
    ],
)
def test_the_example_in_the_advice_begins_as_the_line_does(source: str, field: str) -> None:
    assert f'Example: "{field}: |"' in first(source).advice


def test_a_link_is_read_as_it_was_written_and_its_name_is_nothing() -> None:
    reading = read(b"id: &a x\nnext: *a")
    assert [(found.code, found.line, found.column) for found in reading.problems] == [("anchor", 1, 5), ("alias", 2, 7)]
    text = Scalar("*a", Mark(2, 7), plain=True)
    assert reading.root == Pairs(
        ((Scalar("id", Mark(1, 1), True), Scalar("x", Mark(1, 5), True)), (Scalar("next", Mark(2, 1), True), text)),
        Mark(1, 1),
    )


def test_of_anchor_and_tag_on_one_text_the_anchor_is_named() -> None:
    assert [found.code for found in read(b"id: &a !b x").problems] == ["anchor"]
    assert [found.code for found in read(b"id: !b [x]\nto: !c {x: y}").problems] == ["tag", "tag"]


def test_a_value_that_is_nothing_is_well_in_a_block_and_not_between_braces() -> None:
    assert read(b"a:\nb: x").problems == ()
    assert read(b"a: {b: ''}").problems == ()
    assert at("a: {b: , c: d}") == ("flow", 1, 5)
    assert at("a: {b: c, d: }") == ("flow", 1, 11)


def test_a_repeated_field_says_which_line_was_first_and_its_value_is_dropped() -> None:
    reading = read(b"a: x\nb: y\na: [1, 2]\nb: z\nc: w")
    assert [found.message for found in reading.problems] == [
        '"a" is written twice; the first one is in line 1.',
        '"b" is written twice; the first one is in line 2.',
    ]
    assert isinstance(reading.root, Pairs)
    assert [(key.text, value.text) for key, value in reading.root.pairs if isinstance(value, Scalar)] == [
        ("a", "x"),
        ("b", "y"),
        ("c", "w"),
    ]


def test_the_first_line_of_a_repeated_field_is_that_of_its_name() -> None:
    assert first("a:\n  - x\nb: y\na: z").message == '"a" is written twice; the first one is in line 1.'


def test_a_quoted_sign_of_merging_is_a_name_like_any_other() -> None:
    assert read(b'"<<": x').problems == ()
    assert at("<<: x") == ("merge", 1, 1)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"\xff\xfea\0", "utf-16"),
        (b"\xfe\xff\0a", "utf-16"),
        (b"a\0b\0", "utf-16"),
        (b"\0a\0b", "utf-16"),
        (b"\0\0\0\0", "control"),
        (b"a\0bc", "control"),
        (b"ab\0\0", "control"),
    ],
)
def test_a_file_of_wide_letters_is_told_from_one_with_something_invisible(source: bytes, code: str) -> None:
    assert first(source).code == code


def test_the_first_letter_that_cannot_be_read_is_pointed_at() -> None:
    assert at(b"id: x\nsay: \xe9 \xff") == ("not-utf-8", 2, 6)
    assert at(b"\xef\xbb\xbfid: \xff") == ("not-utf-8", 1, 5)
    assert at("\ufeffid: \x07") == ("control", 1, 5)


@pytest.mark.parametrize("parser", BOTH)
def test_an_escape_that_is_no_letter_is_pointed_at_where_it_stands(parser: Parser) -> None:
    assert at(r'id: "\u00e9 \ud83d"', parser) == ("escape", 1, 13)
    assert at(r'id: "\UFFFFFFFF"', parser) == ("escape", 1, 6)
    assert at('id: x\nsay: "a \\q"', parser) == ("escape", 2, 9)


@pytest.mark.parametrize("parser", BOTH)
def test_a_tab_is_read_alike_by_both_parsers(parser: Parser) -> None:
    assert read(b'a: "x\ty"', parser).root == Pairs(
        ((Scalar("a", Mark(1, 1), True), Scalar("x\ty", Mark(1, 4), False)),), Mark(1, 1)
    )
    assert at("id:\tx", parser) == ("tab", 1, 4)


@pytest.mark.parametrize("parser", BOTH)
def test_every_text_list_and_name_counts_and_the_first_too_many_is_pointed_at(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "MOST_NODES", 6)
    assert read(b"a: [x, y]\nb: z", parser).root is None
    assert at("a: [x, y]\nb: z", parser) == ("too-many", 2, 4)
    assert read(b"a: [x]\nb: z", parser).problems == ()


def test_a_document_may_begin_once_and_nothing_may_follow_its_end() -> None:
    assert read(b"---\nid: x\n...\n").problems == ()
    assert at("id: x\n---\nid: y") == ("second-document", 2, 1)
    assert read(b"- a\n- [b, {c: d}]").root == Items(
        (
            Scalar("a", Mark(1, 3), True),
            Items(
                (
                    Scalar("b", Mark(2, 4), True),
                    Pairs(((Scalar("c", Mark(2, 8), True), Scalar("d", Mark(2, 11), True)),), Mark(2, 7)),
                ),
                Mark(2, 3),
            ),
        ),
        Mark(1, 1),
    )


def test_problems_come_in_the_order_of_the_lines_and_one_place_is_told_once() -> None:
    reading = read(b"b: !t x\na: &n y\nsay: @no")
    assert reading.root is None
    assert [(found.code, found.line) for found in reading.problems] == [("tag", 1), ("anchor", 2), ("sign", 3)]
    assert [found.code for found in read(b"a: {!t b: }").problems] == ["flow"], "the tag stands where reading ends"
