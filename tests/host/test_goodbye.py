"""Goodbye: no byte of a name is left in the home, and what the family shares goes on without it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from families import card, grown_up, live_here, the_family
from gatherround.domain.drafts.draft import WAYS, Draft, Renamed, Way
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.entries import (
    AtTable,
    DoorTaken,
    Noticed,
    Opened,
    Played,
    Promised,
    PutDownEntry,
    RoundBegan,
    RoundEnded,
    Sealed,
    WordMet,
)
from gatherround.domain.likings import HOUSE
from gatherround.domain.members import Member
from gatherround.domain.pages import Numbers, PhoneNumber
from gatherround.domain.play.moves import On
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import Unfit
from gatherround.domain.text import name as a_name
from gatherround.host.evening import OnlyLooking
from gatherround.host.house import House
from gatherround.host.keeper import ENDED, ERASED
from gatherround.host.pages import MARK
from gatherround.host.paper import CARDS_MARK, FIRST_TALK_MARK, TONIGHT_MARK
from gatherround.storage.backup import digest_file
from gatherround.storage.copies import copies, copy_now
from gatherround.storage.database import open_database
from gatherround.storage.drafts import STORIES, keep_draft
from gatherround.storage.home import family_file
from gatherround.storage.likings import KEYS, likings, turn_mark
from gatherround.storage.opening import LIGHTING
from gatherround.storage.preferences import (
    KEEP_PLACES,
    OF_THE_GAME,
    TABLE,
    UNFINISHED_ERASING,
    keep_preference,
    preference,
)
from gatherround.storage.troubles import CannotKeep, UnreadableFile
from host.houses import family_file_of, full_disk, house_at, journal_of, kept
from rounds import Clock, laid, story

LONG_NAME = "Wilhelmina Rosalinde Zoë"
assert len(LONG_NAME) == 24


@pytest.fixture
def house(home: Path) -> Iterator[House]:
    house = house_at(home)
    yield house
    house.close()


def raw(home: Path, text: str) -> int:
    """Counts a text in every byte of a home, as it is, as JSON could have escaped it, and in wide code units."""
    content = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file() and "packs" not in path.parts)
    spellings = {text.encode(), text.encode("ascii", "backslashreplace"), text.encode("utf-16-le")}
    return sum(content.count(spelling) for spelling in spellings)


def a_draft_about(name: str, way: Way = "happened", number: int = 1) -> Draft:
    """Gives a story that is being written, with somebody in every box and list of it."""
    words = {box.field: f"{name} and Bo. {name}'s hat." for box in way_in(way).boxes}
    words |= {"ages": "5+", "name1": f"{name}, Nudel"}
    renamed = (Renamed((name, "Nudel"), "Zora"), Renamed(("Bo",), name))
    story = f"{name.casefold()}-s-hat"
    return Draft(way=way, number=number, words=tuple(words.items()), story=story, renamed=renamed, stays=(name, "Bo"))


def lived(house: House, name: str) -> Member:
    """Lets somebody live here who turns up everywhere: in evenings, promises, other cards, copies, cache and log."""
    hers = card(name, comfort=(f"a hug, says {name}"[:40],))
    one, mum = live_here(house, hers, grown_up("Mum", comfort=(f"tea with {name}",)))
    journal = journal_of(house)
    for number in range(30):
        began = RoundBegan(minutes=10, wish="laugh", people=(AtTable(one.id, "8-11"), AtTable(mum.id, "18+")))
        hold = journal.begin("{}", "{}", [began], instead=True)
        played = Played(activity=f"a/{number}", kind="micro", empathy=(), title=f"{name}, a story", players=(one.id,))
        promised = Promised(f"what {name} said {'about the dishes ' * number}", house.clock.now())
        more = (WordMet(name), Sealed(activity="a/b", title="Hats", member=one.id))
        journal.record(hold, "{}", [played, promised, *more, RoundEnded("later")])
    journal.between_rounds([Noticed(f"I saw {name} carry the soup")])
    assert house.database is not None
    assert house.home is not None
    keep_preference(house.database, "table", {"people": [], "minutes": 10, "wish": "laugh", "away": [one.id]})
    keep_preference(house.database, "hidden", {one.id: [name] * 200})
    keep_draft(house.database, "person.name", f"{name} B", house.clock.now())
    for way in WAYS:
        house.workshop().drafts.keep(a_draft_about(name, way, number=WAYS.index(way) + 1))
    with house.database.writing() as connection:
        page = ("p1", "Rules", f'{{"lines":["{name} lays the table"]}}', 1, "2031-06-03")
        connection.execute("INSERT INTO page (id, kind, body, place, changed) VALUES (?, ?, ?, ?, ?)", page)
        connection.execute(
            "INSERT INTO entry (round, kind, body, at, zone, day) VALUES (0, 'Noticed', ?, 'x', '+00:00', 'y')",
            (f"no JSON about {name}",),
        )
    house.evening().start(laid(story(), house.family.people.today()))
    for called in ("day-000001-2031-06-01", "schema-1-1"):
        copy_now(family_file_of(house), called)
    left = ("backups/half.sqlite3.partial", ".keepsake.html.0123abcd.partial")
    for path in ("cache/book.jsonl", "crash.log", "family.sqlite3.set-aside-1", *left):
        (house.home / path).parent.mkdir(exist_ok=True)
        (house.home / path).write_text(name, "utf-8")
    for called, mark in (
        ("keepsake", MARK),
        ("tonight", TONIGHT_MARK),
        ("first-talk", FIRST_TALK_MARK),
        ("cards", CARDS_MARK),
    ):
        (house.home / f"{called}.html").write_text(f"{mark}\n<p>{name}</p>", "utf-8")
    return one


def test_no_byte_of_a_name_is_left_anywhere(house: House, home: Path) -> None:
    gone = lived(house, LONG_NAME)
    assert raw(home, LONG_NAME) > 100
    assert raw(home, gone.id) > 50
    assert house.family.erasing.erase(gone) == ()
    for text in (LONG_NAME, LONG_NAME.upper(), gone.id, "Rosalinde"):
        assert raw(home, text) == 0, text
    house.close()
    assert raw(home, LONG_NAME) == 0
    assert {path.name for path in home.iterdir()} == {"family.sqlite3", "backups", "cache"}


def test_what_the_family_shares_keeps_someone(house: House) -> None:
    gone = lived(house, "Theo")
    mum = house.family.people.all()[1]
    house.family.erasing.erase(gone)
    entries = kept(house)
    began = [entry for entry in entries if isinstance(entry, RoundBegan)]
    assert began[0].people == (AtTable(None, "8-11"), AtTable(mum.id, "18+"))
    assert [one.member for one in began[-1].people] == [None, mum.id]
    assert {entry.players for entry in entries if isinstance(entry, Played)} == {()}
    assert next(entry.topic for entry in entries if isinstance(entry, Promised)) == "what someone said "
    assert {entry.title for entry in entries if isinstance(entry, Played)} == {"Theo, a story"}, "a book wrote that"
    assert [one.card.comfort for one in house.family.people.all()] == [("tea with someone",)]
    assert entries[-1] == RoundEnded("let-go")
    assert [entry.text for entry in entries if isinstance(entry, Noticed)] == ["I saw someone carry the soup"]
    assert house.evening().waiting() is None
    assert house.history().rounds == 31


def test_a_story_that_is_being_written_goes_on_without_them(house: House, home: Path) -> None:
    gone = lived(house, LONG_NAME)
    house.family.erasing.erase(gone)
    written = house.workshop().drafts.all()
    assert {one.way for one in written} == {*WAYS}
    for one in written:
        told = {text for field, text in one.words if field not in {"ages", "name1"}}
        assert told == {"someone and Bo. someone's hat."}
        assert one.said("name1") == "someone"
        assert one.story == ""
        assert one.renamed == (Renamed(("Bo",), "someone"),)
        assert one.stays == ("Bo",)
    assert raw(home, LONG_NAME) == raw(home, "Nudel") == 0


@pytest.mark.parametrize("name", ["Tiny", "Scene", "Happened", "Questions"])
def test_somebody_called_like_a_word_of_the_form_takes_no_story_with_them(house: House, name: str) -> None:
    (gone,) = live_here(house, card(name))
    draft = a_draft_about(name)
    house.workshop().drafts.keep(draft)
    house.family.erasing.erase(gone)
    (one,) = house.workshop().drafts.all()
    assert (one.way, one.said("title")) == ("happened", "someone and Bo. someone's hat.")


def test_a_draft_that_nobody_can_read_goes_like_any_half_typed_line(house: House, home: Path) -> None:
    (gone,) = live_here(house, card(LONG_NAME))
    assert house.database is not None
    keep_draft(house.database, STORIES, f'{{"drafts":[{{"way":"new","who":"{LONG_NAME}"}}]}}', house.clock.now())
    house.family.erasing.erase(gone)
    assert raw(home, LONG_NAME) == 0
    assert house.workshop().drafts.all() == ()


def test_a_fresh_copy_is_made_and_it_is_the_only_one(house: House, home: Path) -> None:
    gone = lived(house, LONG_NAME)
    house.family.erasing.erase(gone)
    (copy,) = copies(home)
    assert copy.whole
    assert copy.day == date(2031, 6, 3)
    with open_database(copy.path) as database:
        assert database.read("SELECT name FROM member") == [("Mum",)]
    assert preference(house.database, UNFINISHED_ERASING) is None  # type: ignore[arg-type]


@cache
def words_of_its_own() -> str:
    """Gives all that stands in a home from which somebody was erased: "preference" is no trace of a Preferen."""
    with TemporaryDirectory() as folder:
        house = house_at(Path(folder))
        house.family.erasing.erase(lived(house, LONG_NAME))
        house.close()
        return b"".join(path.read_bytes() for path in Path(folder).rglob("*.sqlite3*")).decode("latin-1")


NAMES = some.text(min_size=8, max_size=40).filter(lambda text: len(text.strip()) > 7 and "\x00" not in text)


@example(typed="preferen", around=[""])
@given(typed=NAMES, around=some.lists(some.text(max_size=60), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_byte_of_any_unmistakable_name_is_left(home: Path, typed: str, around: list[str]) -> None:
    try:
        name = a_name(typed)
    except Unfit:
        return
    if len(name) < 8 or name in words_of_its_own():
        return
    for path in home.rglob("*.sqlite3*"):
        path.unlink()
    house = house_at(home)
    (gone,) = live_here(house, card(name))
    journal = journal_of(house)
    journal.between_rounds([Promised(f"{text}{name}{text}", house.clock.now()) for text in around])
    house.family.erasing.erase(gone)
    house.close()
    assert raw(home, name) == 0
    assert len(kept(house)) == len(around)
    house.close()


def test_an_erasing_that_was_interrupted_is_finished_at_the_next_start(house: House, home: Path) -> None:
    lived(house, LONG_NAME)
    assert house.database is not None
    with house.database.writing() as connection:
        connection.execute("DELETE FROM member")
        connection.execute("INSERT INTO preference VALUES (?, 'true')", (UNFINISHED_ERASING,))
    house.close()
    again = house_at(home)
    again.family.care.finish_erasing()
    assert len(copies(home)) == 1
    assert not (home / "crash.log").exists()
    assert again.family.care.finish_erasing() == ()
    again.close()


def test_what_cannot_be_deleted_is_said_and_tried_again(house: House, home: Path) -> None:
    (gone, _) = live_here(house, card("Ada"), card("Ben"))
    (home / "crash.log").mkdir()
    (home / "crash.log" / "x").touch()
    assert house.family.erasing.erase(gone) == (home / "crash.log",)
    assert preference(house.database, UNFINISHED_ERASING) is True  # type: ignore[arg-type]
    (home / "crash.log" / "x").unlink()
    (home / "crash.log").rmdir()
    assert house.family.care.finish_erasing() == ()
    assert preference(house.database, UNFINISHED_ERASING) is None  # type: ignore[arg-type]


def test_copies_that_are_still_to_go_are_said_where_the_drawer_cannot_be_asked(
    house: House, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone, _) = live_here(house, card("Ada"), card("Ben"))
    house.family.care.copy_today()
    (copy,) = copies(home)

    def unreadable(*_: object) -> None:
        raise UnreadableFile

    with monkeypatch.context() as just_now:
        just_now.setattr("gatherround.host.care.preference", unreadable)
        left = house.family.erasing.erase(gone)
    assert {*left} >= {copy.path, digest_file(copy.path)}, "they may be the only way back, and are told"
    assert house.household.owes_erasing
    assert house.family.care.finish_erasing() == ()
    assert not house.household.owes_erasing


def test_a_mark_that_stays_when_all_is_gone_is_nothing_to_tell(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    (gone, _) = live_here(house, card(LONG_NAME), card("Ben"))
    house.family.care.copy_today()

    def full(*_: object) -> None:
        raise CannotKeep

    monkeypatch.setattr("gatherround.host.care.forget_preference", full)
    assert house.family.erasing.erase(gone) == ()
    assert house.home is not None
    assert raw(house.home, LONG_NAME) == 0
    assert len(copies(house.home)) == 1
    assert house.household.owes_erasing, "and it is looked after once more at the next start"


def test_a_folder_of_copies_that_cannot_be_looked_into_is_said(
    open_ground: Path, unprivileged: Callable[[], AbstractContextManager[None]]
) -> None:
    open_ground.chmod(0o777)
    with unprivileged(), closing(house_at(open_ground / "home")) as house:
        (gone,) = live_here(house, card("Ada"))
        house.family.care.copy_today()
        backups = open_ground / "home" / "backups"
        for mode in (0o000, 0o400):
            backups.chmod(mode)
            assert house.family.erasing.erase(gone) == (backups,)
            gone = house.family.people.add(card("Ada"))
        backups.chmod(0o700)
        assert house.family.care.finish_erasing() == ()


def test_where_nothing_can_be_written_nothing_is_erased(house: House) -> None:
    (ada,) = live_here(house, card("Ada"))
    with full_disk(), pytest.raises(CannotKeep):
        house.family.erasing.erase(ada)
    assert house.family.people.all() == (ada,)


def test_everything_goes_and_the_house_begins_anew(house: House, home: Path) -> None:
    lived(house, LONG_NAME)
    (home / "packs").mkdir()
    (home / "packs" / "ours.yaml").write_text("ours", "utf-8")
    assert house.family.erasing.erase_everything() == ()
    assert raw(home, LONG_NAME) == 0
    assert house.family.people.all() == ()
    assert kept(house) == []
    assert house.household.last_table() is None
    assert copies(home) == ()
    assert (home / "packs" / "ours.yaml").read_text("utf-8") == "ours"
    the_family(house)
    assert len(house.family.people.all()) == 5


def test_the_name_that_another_window_has_given_meanwhile_goes_as_well(house: House, home: Path) -> None:
    (stale,) = live_here(house, card("Wilhelmina"))
    house.family.people.change(stale, card("Rosalinde"))
    house.memories().notice("I saw Rosalinde carry the bag Wilhelmina dropped")
    house.workshop().drafts.keep(Draft(number=1, way="happened", words=(("title", "Rosalinde and Wilhelmina"),)))
    (home / "packs").mkdir(exist_ok=True)
    (home / "packs" / "ours.yaml").write_text("scene: Rosalinde walked in.", "utf-8")
    assert house.family.erasing.story_books_naming(stale) == (home / "packs" / "ours.yaml",)
    house.family.erasing.erase(stale)
    (noticed,) = house.memories().look_back().noticed
    assert noticed.text == "I saw someone carry the bag someone dropped"
    (draft,) = house.workshop().drafts.all()
    assert draft.said("title") == "someone and someone"


OURS = "our-own-stories/bartholomew-and-the-hat"


def test_a_story_named_after_them_is_called_otherwise_in_all_that_is_kept(house: House, home: Path) -> None:
    one, mum = live_here(house, card("Bartholomew"), grown_up("Mum"))
    journal = journal_of(house)
    hold = journal.begin("{}", "{}", [RoundBegan(minutes=10, wish="laugh", people=())], instead=True)
    told = {"activity": OURS, "kind": "script", "empathy": (), "title": "Bartholomew and the Hat"}
    sealed = Sealed(activity=OURS, title="Bartholomew and the Hat", member=None)
    events = (Played(**told, players=(mum.id,)), PutDownEntry(**told), DoorTaken(source=f"{OURS}/1", door=1))
    journal.record(hold, "{}", [*events, sealed, Opened(OURS), RoundEnded("closed")])
    for owner in (HOUSE, mum.id):
        turn_mark(house.database, "favourite", owner, OURS)  # type: ignore[arg-type]
    house.family.erasing.erase(one)
    house.close()
    assert raw(home, "artholomew") == 0
    again = house_at(home)
    now = "our-own-stories/someone-and-the-hat"
    (played,) = (entry for entry in kept(again) if isinstance(entry, Played))
    assert (played.activity, played.title, played.players) == (now, "someone and the Hat", (mum.id,))
    assert Opened(now) in kept(again)
    assert DoorTaken(source=f"{now}/1", door=1) in kept(again)
    assert likings(again.database).favourite == {HOUSE: {now}, mum.id: {now}}  # type: ignore[arg-type]
    again.close()


def test_what_this_edition_does_not_know_keeps_no_name_either(house: House, home: Path) -> None:
    one, mum = live_here(house, card("Bartholomew"), grown_up("Mum", face="bartholomew-ish"))
    numbers = house.family.pages.numbers()
    house.family.pages.change_numbers(numbers, Numbers((PhoneNumber("Aunt", "0151 Bartholomew's mum"),)))
    rows = (
        (1, "Diary", '{"line":"Bartholomew","about":{"Bartholomew":1}}'),
        (2, "OfBartholomew", "{}"),
        (3, "Played", '{"newer":"Bartholomew"}'),
        (4, "Bartholomew", "{}"),
    )
    assert house.database is not None
    with house.database.writing() as connection:
        for number, kind, body in rows:
            connection.execute(
                "INSERT INTO entry (id, round, kind, body, at, zone, day) VALUES (?, 0, ?, ?, ?, '+00:00', ?)",
                (number, kind, body, "2031-01-01T10:00:00+00:00", "2031-01-01"),
            )
        letter = ("p9", "Letter", '{"body":"Dear Bartholomew"}', 1, "2031-06-03")
        connection.execute("INSERT INTO page (id, kind, body, place, changed) VALUES (?, ?, ?, ?, ?)", letter)
    keep_preference(house.database, "newer", {"nickname": "Bartholomew", "mum": mum.id})
    keep_preference(house.database, "bartholomew", True)
    house.family.erasing.erase(one)
    assert raw(home, "artholomew") == 0
    assert preference(house.database, "newer") == {"nickname": "someone", "mum": mum.id}
    assert house.family.pages.numbers().numbers[0].number == "0151 someone's mum"


def test_whatever_else_they_were_called_goes_where_it_is_said_and_is_kept_nowhere(house: House, home: Path) -> None:
    one, _ = live_here(house, card("Bart"), grown_up("Mum", comfort=("tea with Bartholomew", "Barty's drum")))
    erasing = house.family.erasing
    also = erasing.also_called(one, "Bartholomew, Barty")
    assert also == ("Bartholomew", "Barty")
    erasing.erase(one, also)
    assert [at.card.comfort for at in house.family.people.all()] == [("tea with someone", "someone's drum")]
    assert raw(home, "Bart") == 0


def test_the_name_of_somebody_else_is_none_of_theirs(house: House) -> None:
    one, _ = live_here(house, card("Bart"), grown_up("Mum"))
    with pytest.raises(CannotBe):
        house.family.erasing.also_called(one, "Barty, mum")


def test_another_card_that_has_their_name_in_its_own_is_told_and_stays(house: House) -> None:
    one, _ = live_here(house, card("Bart"), grown_up("Gran of Bart"))
    (said,) = house.family.erasing.to_look_at(one)
    assert "Gran of Bart" in said
    house.family.erasing.erase(one)
    assert [at.card.name for at in house.family.people.all()] == ["Gran of Bart"]


def test_a_name_that_is_hardly_there_can_be_erased_beside_other_words(house: House) -> None:
    one, _ = live_here(house, card("ﾞ"), grown_up("Mum", comfort=("tea",)))
    house.family.erasing.erase(one)
    assert [at.card.comfort for at in house.family.people.all()] == [("tea",)]


def test_every_small_choice_that_the_house_makes_is_one_that_an_erasing_knows() -> None:
    assert {TABLE, KEEP_PLACES, LIGHTING, *KEYS.values()} <= OF_THE_GAME


def test_a_page_of_somebody_elses_that_is_called_so_stays(house: House, home: Path) -> None:
    (ada,) = live_here(house, card("Ada"))
    (home / "keepsake.html").write_text("<p>Ada's own page</p>", "utf-8")
    house.family.erasing.erase(ada)
    assert (home / "keepsake.html").exists()


def test_a_window_that_plays_on_while_everything_is_erased_only_looks_and_says_why(home: Path) -> None:
    playing, erasing = house_at(home), house_at(home)
    the_family(playing)
    evening = playing.evening()
    evening.start(laid(story(), playing.family.people.today()))
    erasing.family.erasing.erase_everything()
    for _ in range(2):
        with pytest.raises(OnlyLooking) as looking:
            evening.make(On())
        assert looking.value.sentence == ERASED
    assert kept(erasing) == []


def test_a_window_that_asks_about_the_round_which_an_erasing_has_let_go_says_nothing_untrue(home: Path) -> None:
    playing, asking, erasing = (house_at(home) for _ in range(3))
    (gone, *_) = the_family(playing)
    playing.evening().start(laid(story(), playing.family.people.today()))
    evening = asking.evening()
    waiting = evening.waiting()
    assert waiting is not None
    erasing.family.erasing.erase(gone)
    evening.let_go(waiting)
    assert evening.notices == []
    with pytest.raises(OnlyLooking, match="erased in another window"):
        asking.evening().go_on(waiting)


def test_a_round_that_was_ended_elsewhere_is_not_said_to_be_played_there(home: Path) -> None:
    playing, ending = house_at(home), house_at(home)
    the_family(playing)
    evening = playing.evening()
    evening.start(laid(story(), playing.family.people.today()))
    waiting = ending.evening().waiting()
    assert waiting is not None
    for _ in range(2):
        other = ending.evening()
        other.let_go(waiting)
        assert other.notices == []
    with pytest.raises(OnlyLooking) as looking:
        evening.make(On())
    assert looking.value.sentence == ENDED


def test_the_familys_own_story_books_are_theirs_to_change(house: House, home: Path) -> None:
    (ada,) = live_here(house, card("Ada"))
    (home / "packs" / "sub").mkdir(parents=True)
    (home / "packs" / "ours.yaml").write_text("scene: ADA walked in.", "utf-8")
    (home / "packs" / "sub" / "other.yaml").write_text("scene: Adam walked in.", "utf-8")
    assert house.family.erasing.story_books_naming(ada) == (home / "packs" / "ours.yaml",)
    house.family.erasing.erase(ada)
    assert "ADA" in (home / "packs" / "ours.yaml").read_text("utf-8")


def test_without_a_drawer_there_is_nothing_to_erase() -> None:
    from gatherround.host.shelf import Shelf
    from tables import SeededDice

    house = House(shelf=Shelf(None, None), clock=Clock(), dice=SeededDice(1))
    with pytest.raises(CannotKeep):
        _ = house.family.erasing


def test_numbers_go_on_after_somebody_is_erased_so_that_entries_mean_what_they_meant(house: House) -> None:
    gone = lived(house, "Theo")
    before = max(at.number for at in journal_of(house).entries(ended_only=False))
    house.family.erasing.erase(gone)
    journal_of(house).between_rounds([Promised("x", house.clock.now() + timedelta(days=1))])
    assert max(at.number for at in journal_of(house).entries(ended_only=False)) > before
    with sqlite3.connect(family_file(house.home)) as look:  # type: ignore[arg-type]
        assert look.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("name", ["1", "-", "Lemon", "Surprise"])
def test_a_name_that_is_also_a_word_of_the_game_changes_nothing_but_words(house: House, name: str) -> None:
    gone, mum = live_here(house, card(name), grown_up("Mum"))
    journal = journal_of(house)
    began = RoundBegan(minutes=11, wish="surprise", people=(AtTable(mum.id, "8-11", "Lemon"),))
    due = datetime(2031, 1, 1, 11, 1, tzinfo=UTC)
    hold = journal.begin("{}", "{}", [began], instead=True)
    journal.record(hold, "{}", [Promised(f"what {name} said", due), RoundEnded("later")])
    house.family.erasing.erase(gone)
    assert kept(house)[:2] == [began, Promised("what someone said", due)]


def test_a_round_dealt_before_somebody_was_erased_in_another_window_is_not_kept(house: House, home: Path) -> None:
    gone, _ = live_here(house, card(LONG_NAME), grown_up("Mum"))
    plan = laid(story(), house.family.people.today())
    assert gone.id in {one.id for one in plan.people}
    other = house_at(home)
    other.family.erasing.erase(gone)
    evening = house.evening()
    evening.start(plan)
    evening.make(On())
    assert not evening.kept
    assert raw(home, LONG_NAME) == raw(home, gone.id) == 0
    assert house.looks_again()
    without = laid(story(), house.family.people.today())
    evening.start(without)
    assert evening.kept
    other.close()
