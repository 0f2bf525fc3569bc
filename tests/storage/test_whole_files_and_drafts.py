"""Files that appear whole or not at all, lines that were being typed, and what is taken out for good."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gatherround.domain.entries import Noticed, Sewn, WordMet
from gatherround.storage.database import Database
from gatherround.storage.drafts import draft, keep_draft
from gatherround.storage.home import find_home, keepsake_file
from gatherround.storage.journal import Journal
from gatherround.storage.troubles import CannotKeep
from gatherround.storage.whole import AN_HOUR, beside, left_over, write_whole
from storage.drawers import LATE_EVENING, PLAN

LONG = 300_000
WRITER = f"""
import sys
from pathlib import Path
from gatherround.storage.whole import write_whole
while True:
    for letter in "ab":
        write_whole(Path(sys.argv[1]), letter * {LONG})
        print(letter, flush=True)
"""
RARE = "zzqqxxjjwwkkvvyyhhggffdd"


def test_a_page_takes_the_place_of_the_one_before_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    os.umask(0)
    write_whole(page, "one")
    write_whole(page, "zwei ü")
    assert page.read_text("utf-8") == "zwei ü"
    assert page.stat().st_mode & 0o077 == 0
    assert [*tmp_path.iterdir()] == [page]


def test_what_cannot_be_written_leaves_the_page_before_as_it_was(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_whole(page, "one")
    with pytest.raises(UnicodeEncodeError):
        write_whole(page, "half \ud800")
    assert page.read_text("utf-8") == "one"
    assert [*tmp_path.iterdir()] == [page]
    with pytest.raises(CannotKeep):
        write_whole(tmp_path / "no such folder" / "page.html", "one")


def long_ago(*paths: Path) -> None:
    """Makes files look as if their writer had died before dinner."""
    for path in paths:
        os.utime(path, (path.stat().st_mtime - 2 * AN_HOUR,) * 2)


def test_half_a_page_that_a_kill_left_is_swept_away_and_nothing_else_is(tmp_path: Path) -> None:
    page, theirs = tmp_path / "page.html", tmp_path / ".page.html.mine.partial"
    half, journal = tmp_path / ".page.html.0123abcd.partial", tmp_path / ".page.html.0123abcd.partial-journal"
    for item in (half, journal, theirs):
        item.write_text("half")
    long_ago(half, journal, theirs)
    write_whole(page, "one")
    assert {*tmp_path.iterdir()} == {page, theirs}


def test_what_another_window_is_writing_at_this_moment_is_not_swept_away(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with beside(page) as partial:
        partial.write_text("theirs", "utf-8")
        write_whole(page, "ours")
        partial.replace(page)
    assert page.read_text("utf-8") == "theirs"
    assert [*tmp_path.iterdir()] == [page]


def test_two_who_write_the_same_page_over_and_over_both_succeed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda letter: write_whole(page, letter * 50), "ab" * 100))
    assert page.read_text("utf-8") in {"a" * 50, "b" * 50}
    assert [*tmp_path.iterdir()] == [page]


def test_a_kill_at_any_moment_leaves_a_whole_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_whole(page, "a" * LONG)
    with subprocess.Popen([sys.executable, "-c", WRITER, str(page)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.read(1)
        for _ in range(200):
            found = page.read_text("utf-8")
            assert found in {"a" * LONG, "b" * LONG}, "nobody ever sees half a page"
        child.kill()
    assert page.read_text("utf-8") in {"a" * LONG, "b" * LONG}
    long_ago(*left_over(tmp_path))
    write_whole(page, "c")
    assert [*tmp_path.iterdir()] == [page], "what the kill left is swept away"


def test_a_link_is_replaced_and_what_it_led_to_stays(tmp_path: Path) -> None:
    elsewhere, page = tmp_path / "elsewhere", tmp_path / "page.html"
    elsewhere.write_text("theirs")
    page.symlink_to(elsewhere)
    write_whole(page, "one")
    assert elsewhere.read_text() == "theirs"
    assert not page.is_symlink()


def test_a_home_with_a_page_in_it_is_still_ours_alone(tmp_path: Path) -> None:
    keepsake_file(tmp_path).touch()
    tmp_path.chmod(0o755)
    find_home(tmp_path, {})
    assert tmp_path.stat().st_mode & 0o077 == 0


def test_a_draft_waits_until_it_is_done_with(database: Database, journal: Journal) -> None:
    assert draft(database, "noticed") == ""
    keep_draft(database, "noticed", "I saw", LATE_EVENING)
    keep_draft(database, "noticed", "I saw Ada", LATE_EVENING)
    keep_draft(database, "other", "else", LATE_EVENING)
    assert draft(database, "noticed") == "I saw Ada"
    journal.between_rounds([Noticed("I saw Ada wave")], draft="noticed")
    assert (draft(database, "noticed"), draft(database, "other")) == ("", "else")
    keep_draft(database, "other", "", LATE_EVENING)
    assert database.read("SELECT * FROM draft") == []


def test_what_is_taken_out_is_in_no_byte_of_the_file(database: Database, journal: Journal, path: Path) -> None:
    journal.between_rounds([Noticed("before"), Sewn(3, RARE, ("Spoon",)), Noticed("after")])
    assert RARE.encode() in path.read_bytes()
    (sewn,) = journal.entries(Sewn)
    journal.take_out(sewn.number)
    journal.take_out(sewn.number)
    assert [at.entry for at in journal.entries()] == [Noticed("before"), Noticed("after")]
    assert RARE.encode() not in path.read_bytes()


def test_entries_are_asked_for_by_kind_by_round_the_latest_and_once(journal: Journal) -> None:
    hold = journal.begin(PLAN, "{}", [WordMet("mad")])
    journal.record(hold, "{}", [Sewn(1, None)])
    assert [*journal.entries(WordMet)] == [], "its Round has not ended"
    assert [at.entry for at in journal.entries(Sewn, ended_only=False)] == [Sewn(1, None)]
    journal.let_go(hold)
    journal.between_rounds([WordMet("sad"), WordMet("mad"), WordMet("sad")])
    assert [at.entry for at in journal.entries(WordMet, Sewn, round_=hold.round)] == [WordMet("mad"), Sewn(1, None)]
    assert [at.entry for at in journal.entries(WordMet, latest=2)] == [WordMet("mad"), WordMet("sad")]
    once = [*journal.entries(WordMet, once=True)]
    assert [at.entry for at in once] == [WordMet("mad"), WordMet("sad")]
    assert once[-1].number == [*journal.entries(WordMet)][-1].number, "of two alike the later one is told"
