"""The gate for people's words: hostile text comes out harmless, honest text comes out as it was typed."""

import re
from contextlib import suppress
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gatherround.domain.text import (
    Forbidden,
    Unfit,
    cells,
    clip,
    forbidden,
    line,
    name,
    paragraph,
    same_name,
    tidy,
    unsafe_emoji,
    wrap,
)

# What is dangerous together: joiners, marks of many classes, selectors, spaces, jamo, halves, tags and directions.
TROUBLE = st.sampled_from(
    "aZ1 'ß\n\t\r\v\f\x00\x07\x1b\x7f\x85\x9b\xa0\xad\u2028\u3000\u2800"
    "\u0301\u0327\u0345\u05b0\u064d\u0651\u20e3\u0488\u034f\u0f71\u102f\u1037\u103b\ufe00\ufe0f\U000e0100\u180b"
    "بی\u0600कष\u094d\u0903ক\u09c7\u09beന\u0d4d\u1820\u180e\u200b\u200c\u200d\u2060\ufeff\u202e\u2069\u200f"
    "\u1100\u1161\u11a8\u115f\u3164山你🧑🏽👩❤🇫🇷🏴\U000e0067\U000e007f\ud800\udc00\ufdd0\uffff\U0010ffff\U000e0001"
)
ANYTHING = st.one_of(st.text(st.characters()), st.text(TROUBLE), st.text(st.characters() | TROUBLE))
WIDTHS = st.integers(-1, 30)

# Among them: Persian with ZWNJ; Hindi, Bengali, old Malayalam and Sinhala with ZWJ; Burmese with five marks on one
# letter; Mongolian with its vowel separator; a wide space and a variant sign in Japanese; jamo; markup and templates.
AS_TYPED = (
    "Siobhán O'Neil|Anaïs-Chloé Lefèvre|Nguyễn Thị Ngọc Ánh|Weiß|Þórður|Řehoř|Ọlọ́runfẹ́mi|Kaʻiulani|Ἀθηνᾶ|Юлія Д’яченко|"
    "ნინო|Անահիտ|שָׁלוֹם|مُحَمَّدٌ|می\u200cنا علی\u200cزاده|ذوالفقار|ܐܒܪܗܡ|श्रीकृष्ण|क्\u200dषमा|র\u200d্যাব|ஸ்ரீதர்|"
    "രാജന്\u200d|ශ්\u200dරීමතී|བསྒྲུབས|လျှို့ဝှက်|សុភ័ក្ត្រ|ปิ่นเกล้า|ຄຳຜຸຍ|ᠰᠠᠷ\u180eᠠ|王小明|山田\u3000はなこ|辻\U000e0100さん|"
    "김민수|ㅎㅎ|ᏍᏏᏉᏯ|ኃይለ ሥላሴ|ߒߞߏ|𞤀𞤣𞤤𞤢𞤥|Mia 🦊|Ada 🧑🏽|[/b]|[@click=app.bell]x[/]|$name|\\[x]|{0} %s"
)


@pytest.mark.parametrize("typed", AS_TYPED.split("|"))
def test_a_real_name_comes_through_as_typed(typed: str) -> None:
    assert name(typed) == normalize("NFC", typed)
    assert name(normalize("NFD", typed)) == normalize("NFC", typed)
    assert forbidden(typed) is None


@given(ANYTHING)
@example("ب\u0301\u200d\u064d\u200cب")
@example("\u0915\u200d\ufeff\u200d\u0937")
def test_tidying_twice_is_tidying_once_and_leaves_nothing_forbidden(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once == normalize("NFC", once)
    assert forbidden(once) is None
    once.encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u3164\uffa0\u115f\u1160")))
def test_letters_numbers_and_signs_are_never_touched(text: str) -> None:
    assert tidy(text) == normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\ufeffMia", "Mia"),
        ("Mi\u200ba\u2060", "Mia"),
        ("Mi\u200da \u200c", "Mia "),
        ("per\xadhaps", "perhaps"),
        ("\x1b[31mMia\x1b[0m", "[31mMia[0m"),
        ("\x1b]52;c;aGk=\x07Mia\x9b2J", "]52;c;aGk=Mia2J"),
        ("Mia\u202egpj", "Miagpj"),
        ("\u2066Mia\u2069\u200f", "Mia"),
        ("Mia\U000e0041\U000e007f", "Mia"),
        ("Mia\ud83d", "Mia"),
        ("Mia\ufdd0\U0001ffff", "Mia"),
        ("Mia\x00", "Mia"),
        ("Mia\u3164\u115f", "Mia"),
        ("A\U000e0101\U000e0102\ufe0f\ufe0f", "A\ufe0f"),
        ("辻\U000e0100\ufe0f\U000e0101", "辻\U000e0100"),
        ("one\r\ntwo\rthree\x0bfour\u2028five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\tb", "a b"),
        ("\u0301Mia\n\u0327x", "Mia\nx"),
        ("👩\u200d🚒", "👩🚒"),
        ("१\u200d२", "१२"),
    ],
)
def test_what_hides_or_steers_is_dropped(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_piled_up_accents_are_cut_to_four_even_across_joiners() -> None:
    assert tidy("q" + "\u0302" * 50 + "!") == "q" + "\u0302" * 4 + "!"
    assert tidy("क" + ("\u0951" * 3 + "\u200d") * 9).count("\u0951") == 4


def test_a_vowel_sign_with_its_own_room_is_kept_after_four_accents() -> None:
    assert tidy("क" + "\u0951" * 5 + "\u0903") == "क" + "\u0951" * 4 + "\u0903"


def test_a_line_has_single_spaces_and_no_edges() -> None:
    assert line("  one\n\n two\t three \u200b", 20) == "one two three"
    assert line(" \n\t", 0) == ""


def test_a_line_counts_letters_as_people_see_them() -> None:
    assert line("ẹ́" * 10, 10) == normalize("NFC", "ẹ́" * 10)
    with pytest.raises(Unfit) as told:
        line("abcd", 3)
    assert told.value.code == "too-long"
    assert told.value.sentence == "That is a little too long. Up to 3 letters and signs fit here."


def test_one_sign_with_a_thousand_parts_is_no_short_name() -> None:
    for endless in ("🧑" + "🏽" * 1000, "\u1100" * 1000, "क्" * 1000):
        with pytest.raises(Unfit, match="too long"):
            name(endless)


@pytest.mark.parametrize(
    "typed", ["", "  ", "\u200b\ufeff", "\u3164", "\u2800", " \u3000\xa0", "\u0301", "\x1b\x07", "\ud800"]
)
def test_a_name_that_nobody_can_see_is_refused_kindly(typed: str) -> None:
    with pytest.raises(Unfit) as told:
        name(typed)
    assert told.value.code == "nothing-to-see"
    assert str(told.value) == "A name needs at least one letter or picture that everybody can see."


def test_a_name_has_room_for_forty() -> None:
    assert len(name("M" * 40)) == 40
    with pytest.raises(Unfit, match="Up to 40"):
        name("M" * 41)


@given(ANYTHING)
def test_a_name_that_is_kept_can_be_seen_and_stays_as_it_is(text: str) -> None:
    with suppress(Unfit):
        kept = name(text)
        assert name(kept) == kept == kept.strip()
        assert cells(kept) > 0
        assert "\n" not in kept


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mia", " mIA "),
        ("Weiß", "WEISS"),
        ("Ａｎｎ", "Ann"),
        ("José", "Jose\u0301"),
        ("Mi\u200ba", "Mia"),
        ("می\u200cنا", "مینا"),
        ("Mia\ufe0f", "Mia"),
        ("Mary\xa0 Ann", "Mary Ann"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ],
)
def test_two_spellings_of_one_name_meet(first: str, second: str) -> None:
    assert same_name(first, second)
    assert same_name(second, first)


def test_two_names_stay_two() -> None:
    assert not same_name("Mia", "Mía")
    assert not same_name("Ann", "Anne")


def test_a_paragraph_keeps_its_lines_within_bounds() -> None:
    assert paragraph(" one\r\n\r\ntwo \n") == "one\n\ntwo"
    assert paragraph("\n".join("x" * 40)).count("\n") == 39
    with pytest.raises(Unfit) as told:
        paragraph("\n".join("x" * 41))
    assert told.value.code == "too-many-lines"
    with pytest.raises(Unfit, match="Up to 1200"):
        paragraph("x" * 1201)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ok\x1b[2J", Forbidden(2, "U+001B", "an escape code")),
        ("\x9b2J", Forbidden(0, "U+009B", "an escape code")),
        ("a\tb", Forbidden(1, "U+0009", "a tab")),
        ("a\r\n", Forbidden(1, "U+000D", "an unusual line end")),
        ("a\nb\x00", Forbidden(3, "U+0000", "a control code")),
        ("\u202eabc", Forbidden(0, "U+202E", "a text-direction override")),
        ("\u200eabc", Forbidden(0, "U+200E", "a text-direction mark")),
        ("🏴\U000e0067", Forbidden(1, "U+E0067", "a hidden tag")),
        ("x\ud800", Forbidden(1, "U+D800", "half a character")),
        ("x\U0001fffe", Forbidden(1, "U+1FFFE", "a code that is no character")),
        ("per\xadhaps", Forbidden(3, "U+00AD", "a hidden character")),
        ("a\U000e0101", Forbidden(1, "U+E0101", "a hidden character")),
        ("a\u200db", Forbidden(1, "U+200D", "a hidden joiner")),
    ],
)
def test_a_pack_hears_what_is_forbidden_and_where(text: str, found: Forbidden) -> None:
    assert forbidden(text) == found


@given(ANYTHING)
def test_the_forbidden_is_where_it_is_said_to_be(text: str) -> None:
    found = forbidden(text)
    if found is not None:
        assert found.point == f"U+{ord(text[found.index]):04X}"
        assert forbidden(text[: found.index]) is None
        assert tidy(text) != text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I ❤\ufe0f you", "a variation mark (U+FE0F)"),
        ("👩\u200d🚒", "a joined emoji (U+200D)"),
        ("🧑🏽", "a skin tone (U+1F3FD)"),
        ("go 🇫🇷", "a flag (U+1F1EB)"),
        ("1\ufe0f\u20e3", "a keycap (U+20E3)"),
        ("🥹", "an emoji newer than Unicode 13 (U+1F979)"),
        ("🫨", "an emoji newer than Unicode 13 (U+1FAE8)"),
        ("🫠 then 🧑🏽", "an emoji newer than Unicode 13 (U+1FAE0)"),
    ],
)
def test_an_emoji_that_moves_a_border_is_named(text: str, named: str) -> None:
    assert unsafe_emoji(text) == named
    assert forbidden(text) is None


@pytest.mark.parametrize("text", ["plain", "😀😢🦊🐻", "🥲🫀🪶🛗🥷", "❤ ☺ →", "क्\u200dष", "12#*"])
def test_a_plain_old_emoji_is_safe(text: str) -> None:
    assert unsafe_emoji(text) is None
    assert forbidden(text) is None


def test_cells_are_what_a_terminal_uses() -> None:
    assert [cells(text) for text in ("", "Mia", "José", "王小明", "🦊", "สวัสดี", "می\u200cنا")] == [0, 3, 4, 6, 2, 4, 4]


@given(ANYTHING, WIDTHS)
def test_a_clipped_text_never_exceeds_its_cells(text: str, most: int) -> None:
    clipped = clip(text, most)
    assert cells(clipped) <= max(0, most)
    assert clipped in {text, ""} or text.startswith(clipped.removesuffix("…"))


def test_a_clip_cuts_between_letters_and_counts_the_ellipsis() -> None:
    assert clip("Grandmother", 11) == "Grandmother"
    assert clip("Grandmother", 6) == "Grand…"
    assert clip("Gran Maria", 6) == "Gran…"
    assert clip("王小明明", 6) == "王小…"
    assert clip("a🧑🏽b🧑🏽", 4) == "a🧑🏽…"
    assert [clip("Mia", most) for most in (2, 1, 0)] == ["M…", "…", ""]


@given(ANYTHING.map(tidy), WIDTHS)
def test_wrapping_keeps_every_word_within_the_width(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert "".join("".join(rows).split()) == "".join(text.split())
    for row in rows:
        assert cells(row) <= max(1, width) or cells(clip(row, cells(row) - 1)) <= 1
    whole = {word for row in rows for word in row.split(" ")}
    assert {word for word in re.split("[ \n]", text) if 0 < cells(word) <= width} <= whole


def test_wrapping_breaks_between_words_and_inside_only_the_widest() -> None:
    assert wrap("what made you laugh today", 12) == ("what made", "you laugh", "today")
    assert wrap("one\n\ntwo three", 5) == ("one", "", "two", "three")
    assert wrap(" two  spaces ", 12) == ("two spaces",)
    assert wrap("no room", 0) == tuple("noroom")
    assert wrap("Grandmother is", 6) == ("Grandm", "other", "is")
    assert wrap("王小明明", 5) == ("王小", "明明")
    assert wrap("", 5) == ("",)
