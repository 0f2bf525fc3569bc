"""A name becomes "someone" where people wrote it, and stays a word where a story book did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gatherround.domain.forgetting import SOMEONE, Leaving, each_forgetter, forgetter, left_to_you
from gatherround.domain.naming import UNMISTAKABLE
from gatherround.domain.text import Unfit
from gatherround.domain.text import name as a_name

LONG = "Wilhelmina Rosalinde Zoë"


@pytest.mark.parametrize(
    ("name", "said", "forgotten"),
    [
        ("Mia", "Mia and the dishes", "someone and the dishes"),
        ("Mia", "MIA's turn, mia!", "someone's turn, someone!"),
        ("Mia", "Mias Zimmer", "someones Zimmer"),
        ("Mia", "Miami, Amia and mia-mia", "Miami, Amia and someone-someone"),
        ("Ann", "Annual leave for Annabel", "Annual leave for Annabel"),
        ("王小明", "我们和王小明吃饭", "我们和someone吃饭"),
        ("مريم", "حديث ومريم", "حديث وsomeone"),
        ("O'Neill [b]", "o'neill  [b] again", "someone again"),
        ("Ana", "Ａｎａ in wide letters", "someone in wide letters"),
        (LONG, f"{LONG.upper()}S HAT", "someoneS HAT"),
        (LONG, "Wilhelmina\u00a0Rosalinde\nZoe\u0308", "someone"),
        ("Zoë", "Zoe, Zoe\u0308 and ZOËS hat", "someone, someone and someoneS hat"),
        ("Jose", "José and Josephine", "someone and Josephine"),
        ("Weißbrodt", "the weissbrodts, Weißbrodt", "the someones, someone"),
        ("O’Malley", "O'Malley's", "someone's"),
        ("1", "1 of 11, in 10 minutes", "someone of 11, in 10 minutes"),
        ("-", "well-known - or not", "well-known someone or not"),
        ("Anna-Marie", "Anna‑Marie, Anna–Marie, Anna Marie", "someone, someone, someone"),
        ("Theo", "_Theo_ and *Theo*", "_someone_ and *someone*"),
        ("Mia", "我和Mia去, Mia가", "我和someone去, someone가"),
        ("Mia 😀", "mia carried it, Mia 😀 too", "someone carried it, someone too"),
        ("علی‌رضا", "علیرضا and علی‌رضا", "someone and someone"),
        ("علی", "علي و علی‌جان", "someone و someoneجان"),
        ("ﾞ", "soup, ﾞ and bread", "soup, someone and bread"),
        ("¨", "a ¨ b", "a someone b"),
    ],
)
def test_what_people_wrote_says_someone(name: str, said: str, forgotten: str) -> None:
    assert forgetter(name, typed=True)(said) == forgotten


@pytest.mark.parametrize(
    ("name", "said", "forgotten"),
    [
        ("דן", "עדן, דן, ולדן", "עדן, someone, ולsomeone"),
        ("राम", "आराम से, रामा, राम", "आराम से, रामा, someone"),
        ("지우", "지웅이가, 지우가, 지우야", "지웅이가, someone가, someone야"),
        ("지훈", "지훈이가, 지훈은, 지훈련", "someone이가, someone은, 지훈련"),
        ("나", "난 남편과 나무, 나도", "난 남편과 나무, someone도"),
        ("王", "国王和小王, 王さん", "国王和小王, someoneさん"),
        ("小明", "今天小明来了", "今天someone来了"),
        ("さくら", "さくらんぼ、今日はさくらちゃん", "さくらんぼ、今日はsomeoneちゃん"),
        ("マリ", "マリオとマリ", "マリオとsomeone"),
        ("علي", "عليا ساعدت, وعلي", "عليا ساعدت, وsomeone"),
        ("นา", "นาน, นา", "นาน, someone"),
        ("สมชาย", "วันนี้สมชายช่วย", "วันนี้someoneช่วย"),
    ],
)
def test_a_name_without_capitals_is_cut_out_of_nobodys_word(name: str, said: str, forgotten: str) -> None:
    assert forgetter(name, typed=True)(said) == forgotten
    assert forgetter(name, typed=False)(said) == said


@pytest.mark.parametrize(
    ("name", "said", "forgotten"),
    [
        ("An", "An apple and an egg", "someone apple and an egg"),
        ("Will", "we will eat, Will said. WILL!", "we will eat, someone said. someone!"),
        ("will", "we will eat, Will said", "we someone eat, someone said"),
        ("Mia", "mia said", "someone said"),
    ],
)
def test_a_name_that_is_a_word_too_goes_where_it_has_its_capital(name: str, said: str, forgotten: str) -> None:
    assert forgetter(name, typed=True)(said) == forgotten


def test_what_is_left_to_the_family_is_said() -> None:
    said = left_to_you({"Will", "王"}, ["Will's Gran", "Mum"])
    assert [one.split("”")[0] for one in said] == ["“Will's Gran", "“Will", "“王"]
    assert left_to_you({"Mia"}, ["Mum", "Miam"]) == ()


ANY_NAME = some.text(min_size=1, max_size=12) | some.text("aAsomeנל王นかが나지 -'‌ﾞ́ﬁ😀", min_size=1, max_size=9)


@given(typed=some.lists(ANY_NAME, min_size=1, max_size=2), texts=some.lists(ANY_NAME, max_size=4), book=some.booleans())
def test_any_name_that_comes_in_is_forgotten_in_any_text_without_a_stumble(
    typed: list[str], texts: list[str], book: bool
) -> None:
    try:
        names = [a_name(one) for one in typed]
    except Unfit:
        return
    forget = each_forgetter(names, typed=not book)
    for text in (*texts, *names, " ".join((*names, *texts)), "".join((*texts, *names))):
        once = forget(text)
        assert forget(once) == once
    assert forgetter(names[0], typed=True)(names[0]) == SOMEONE


def test_what_a_story_book_wrote_keeps_its_words_and_never_an_unmistakable_name() -> None:
    joy = forgetter("Joy", typed=False)
    assert joy("Joy and the Tower") == "Joy and the Tower"
    assert forgetter("Joy", typed=True)("Joy and the Tower") == "someone and the Tower"
    assert forgetter(LONG, typed=False)(f"A tower for {LONG}") == "A tower for someone"


@given(before=some.text(max_size=30), after=some.text(max_size=30), typed=some.booleans())
def test_no_unmistakable_name_is_left_whatever_stands_around_it(before: str, after: str, typed: bool) -> None:
    forget = forgetter(LONG, typed=typed)
    for spelled in (LONG, LONG.upper(), LONG.casefold()):
        assert spelled not in forget(f"{before}{spelled}{after}")
    once = forget(before)
    assert forget(once) == once


@given(name=some.text("abcÄéж王", min_size=1, max_size=30).filter(str.strip))
def test_a_name_alone_is_always_forgotten(name: str) -> None:
    assert forgetter(name.strip(), typed=True)(name.strip()) == SOMEONE
    assert (forgetter(name.strip(), typed=False)(name.strip()) == SOMEONE) >= (len(name.strip()) >= UNMISTAKABLE)


def test_an_id_goes_from_lists_and_keys_and_becomes_nobody_elsewhere() -> None:
    shape = {
        "people": [{"member": "x1", "stage": "5-7"}, {"member": "x2"}],
        "players": ["x1", "x2"],
        "hidden": {"x1": ["a"], "x2": ["b"]},
        "note": "x1",
        "topic": "Mia's hat",
        "thing": "Mia",
        "words": ["Mia", "x1"],
        "mia": [1, None, True, 0.5],
    }
    assert Leaving("x1", frozenset({"Mia"})).without(shape, "typed") == {
        "people": [{"member": None, "stage": "5-7"}, {"member": "x2"}],
        "players": ["x2"],
        "hidden": {"x2": ["b"]},
        "note": None,
        "topic": "someone's hat",
        "thing": "Mia",
        "words": ["someone"],
        "mia": [1, None, True, 0.5],
    }


def test_whatever_the_game_does_not_read_itself_is_somebodys_words() -> None:
    leaving = Leaving("x1", frozenset({"Mia", "Okay", "1"}))
    shape = {"who": "Aunt", "number": "1 800 Mia's mum", "face": "mia-ish", "newer": ["Mia"], "wish": "Mia"}
    told = {"who": "Aunt", "number": "someone 800 someone's mum", "face": "someone-ish", "newer": ["someone"]}
    assert leaving.without(shape, "typed") == {**told, "wish": "Mia"}
    assert leaving.without({"number": "1 800", "face": "okay"}, "typed") == {"number": "1 800", "face": "okay"}
    assert leaving.without({"Mia": {"wish": "Mia"}}, "unknown") == {"someone": {"wish": "someone"}}


def test_a_story_of_their_own_is_called_the_same_wherever_it_is_told_of() -> None:
    leaving = Leaving("x1", frozenset({"Mia", "Bartholomew", "Zoë"}), frozenset({"minutes"}))
    own, book = "our-own-stories/mia-and-the-hat", "minutes/mia-and-bartholomew"
    assert leaving.without({"activity": own, "title": "Mia's Hat"}, "book") == {
        "activity": "our-own-stories/someone-and-the-hat",
        "title": "someone's Hat",
    }
    assert leaving.without({"source": f"{own}/1"}, "book") == {"source": "our-own-stories/someone-and-the-hat/1"}
    assert leaving.without({"": [own, book]}, "game") == {"": ["our-own-stories/someone-and-the-hat", book]}
    assert leaving.without({"activity": book, "title": "Mia's Hat"}, "book") == {"activity": book, "title": "Mia's Hat"}
    assert leaving.story("gift/bartholomew-and-mia") == "gift/someone-and-mia"
    assert leaving.story("our-own-stories/zo-s-hat") == "our-own-stories/someone-s-hat"
