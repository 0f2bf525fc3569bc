"""The page to keep: one file that is whole, quiet and harmless, whatever anybody wrote."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import cairosvg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain import album
from gatherround.domain.album import Album, HouseWord, Noticing
from gatherround.domain.entries import Entry, Sewn
from gatherround.host.pages import MARK
from gatherround.paper import pages
from gatherround.paper.keepsake import NOTICED, WORDS, keepsake, keepsake_picture
from gatherround.paper.pages import element, joined, look, page
from gatherround.paper.quilt_picture import PLAIN_THREAD, colour_of
from sewing import LINES, as_told, evenings

HOSTILE = (
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onload="x',
    "' & < > \x1b]0;x\x07 \u202e \ud800 \x00",
    "<!-- --> ]]> &amp;",
    "javascript:alert(1)",
)
words = st.text(max_size=12) | st.sampled_from(HOSTILE)
NEVER_CLOSED = {"meta"}
SVG = "{http://www.w3.org/2000/svg}"


class Reader(HTMLParser):
    """Reads a page as a browser does, and refuses one that is not whole."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.told: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.told.append((tag, dict(attrs)))
        if tag not in NEVER_CLOSED:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.told.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} is closed in its turn"

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.told if name in attributes]


def an_album(*rounds: tuple[Entry, ...], noticed: tuple[str, ...] = ()) -> Album:
    kept = as_told(*rounds)
    squares = album.squares(kept)
    return Album(
        squares=squares,
        words=album.dictionary(squares, album.stories(kept)),
        noticed=tuple(Noticing(line, 0) for line in noticed),
    )


def shown(source: str) -> str:
    return "".join(Reader(source).said)


@pytest.mark.parametrize("count", [1, 3, 4, 16, 17, 48, 49, 1000])
def test_every_square_is_drawn_once_in_order_and_nothing_points_nowhere(count: int) -> None:
    reader = Reader(keepsake(an_album(*evenings(count))))
    places = [told["transform"] for tag, told in reader.told if tag == "g"]
    assert len(places) == count
    sheets = [told["viewbox"] or "" for tag, told in reader.told if tag == "svg" and "viewbox" in told]
    numbers = [tuple(map(int, re.findall(r"\d+", place or ""))) for place in places]
    columns = int(sheets[0].split()[2]) // 8
    first = 0
    for sheet in sheets:
        fits = columns * int(sheet.split()[3]) // 8
        here = numbers[first : first + fits]
        assert here == [(8 * (at % columns), 8 * (at // columns)) for at in range(len(here))], "edge to edge"
        first += fits
    ids = {f"#{name}" for name in reader.values("id")}
    assert set(reader.values("href")) <= ids
    assert {name for name in ids if name.startswith("#stitch")} <= set(reader.values("href"))


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    source = keepsake(an_album(*evenings(30), noticed=LINES))
    reader = Reader(source)
    assert source.startswith(f"<!doctype html>\n{MARK}\n")
    assert not {"script", "link", "img", "iframe", "object", "a", "form"} & set(reader.names)
    assert not re.search(r"https?:|url\(|@import|javascript", source)
    assert pages.NOTHING_FROM_OUTSIDE in reader.values("content")
    assert not [name for _, told in reader.told for name in told if name.startswith("on")]


def test_it_says_the_words_of_the_house_and_what_was_noticed_and_never_a_figure() -> None:
    said = shown(keepsake(an_album(*evenings(30), noticed=LINES)))
    for line in (*LINES, WORDS, NOTICED, "sock soup", "from The Last Dumpling", "goat card"):
        assert line in said
    assert not any(letter.isdigit() for letter in said)


def test_what_there_is_none_of_has_no_heading() -> None:
    said = shown(keepsake(an_album((Sewn(1, None),))))
    assert WORDS not in said
    assert NOTICED not in said
    assert keepsake(an_album(noticed=LINES)).count("<svg") == 0


@given(st.lists(st.tuples(words, words, st.lists(words, max_size=3)), max_size=4), st.lists(words, max_size=3))
def test_whatever_anybody_wrote_is_only_read(written: list[tuple[str, str, list[str]]], noticed: list[str]) -> None:
    rounds = [(Sewn(at, word, tuple(things)),) for at, (word, _, things) in enumerate(written)]
    owned = tuple(HouseWord(word=word, entry=0, stories=(title,)) for word, title, _ in written)
    squares = album.squares(as_told(*rounds))
    source = keepsake(Album(squares=squares, words=owned, noticed=tuple(Noticing(line, 0) for line in noticed)))
    source.encode("utf-8")
    harmless = keepsake(Album(squares=squares, words=tuple(_plain(one) for one in owned), noticed=()))
    names, expected = Reader(source).names, Reader(harmless).names
    assert [name for name in names if name not in {"ul", "li", "h2"}] == [
        name for name in expected if name not in {"ul", "li", "h2"}
    ], "no words make an element"
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", source)


def _plain(one: HouseWord) -> HouseWord:
    return HouseWord(word="word", entry=0, stories=("story",) * len(one.stories))


def test_hostile_words_are_read_as_they_were_typed() -> None:
    said = shown(keepsake(an_album((Sewn(0, HOSTILE[0], ("Lemon",)),), noticed=HOSTILE[1:3])))
    for line in HOSTILE[:3]:
        assert line in said


def test_a_chair_that_nobody_knows_is_sewn_in_plain_thread() -> None:
    assert colour_of("Lemon").startswith("#")
    assert colour_of("[/b]") == colour_of("") == PLAIN_THREAD


# The frame of every page


def test_only_what_we_wrote_ourselves_is_source() -> None:
    inside = element("p", "<b>", element("i", "&"), class_="said", aria_label='"')
    assert inside.source == '<p class="said" aria-label="&quot;">&lt;b&gt;<i>&amp;</i></p>'
    assert joined("<", inside).source.startswith("&lt;<p")
    assert "<title>&lt;/title&gt;</title>" in page("</title>")


def test_a_page_brings_the_looks_it_asks_for_and_no_others() -> None:
    assert look("keepsake") in page("x", looks=("keepsake",))
    assert look("keepsake") not in page("x")
    with pytest.raises(FileNotFoundError):
        page("x", looks=("no-such-looks",))


# The quilt alone, as a picture


@pytest.mark.parametrize("count", [1, 4, 49, 1000])
def test_the_picture_is_one_whole_drawing_with_every_square_and_a_size_on_paper(count: int) -> None:
    root = ElementTree.fromstring(keepsake_picture(an_album(*evenings(count))))
    assert root.tag == f"{SVG}svg"
    assert len(root.findall(f"{SVG}g")) == count
    _, _, wide, tall = (int(number) for number in root.get("viewBox", "").split())
    assert wide * tall >= 64 * count
    assert re.fullmatch(r"\d+mm", root.get("width", ""))
    ids = {f"#{one.get('id')}" for one in root.iter() if one.get("id")}
    assert {one.get("href") for one in root.iter(f"{SVG}use")} <= ids


def test_the_picture_needs_nothing_else_and_runs_nothing() -> None:
    source = keepsake_picture(an_album(*evenings(30), noticed=LINES))
    assert source.split("\n")[1] == MARK
    assert {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(source).iter()} == {
        *("svg", "title", "style", "defs", "rect", "path", "g", "use")
    }
    assert not re.search(r"url\(|@import|javascript|<!DOCTYPE|<!ENTITY", source)
    assert re.findall(r"https?:[^\"]*", source) == ["http://www.w3.org/2000/svg"]
    assert LINES[0] not in source


@given(st.lists(st.tuples(words, st.lists(words, max_size=3)), min_size=1, max_size=4))
def test_whatever_anybody_wrote_the_picture_is_well_formed(written: list[tuple[str, list[str]]]) -> None:
    rounds = [(Sewn(at, word, tuple(things)),) for at, (word, things) in enumerate(written)]
    source = keepsake_picture(Album(squares=album.squares(as_told(*rounds)), words=(), noticed=()))
    assert len(ElementTree.fromstring(source.encode("utf-8")).findall(f"{SVG}g")) == len(written)


def test_a_printer_of_pictures_can_draw_it() -> None:
    drawn = cairosvg.svg2png(keepsake_picture(an_album(*evenings(5))).encode())
    assert drawn.startswith(b"\x89PNG")
