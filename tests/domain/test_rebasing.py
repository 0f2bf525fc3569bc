"""Two windows change the same lines: each takes out and puts in what it did, and nothing of the other's is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.pages import CheckIn, Pact, Reassurance, TimeOut, pact_rebased
from gatherround.domain.rebasing import rebased_lines

LINES = st.lists(st.sampled_from("abcdef"), max_size=5, unique=True).map(tuple)
SIGNS = st.sampled_from("abc")
PACTS = st.builds(
    Pact,
    check_in=st.none() | st.builds(CheckIn, st.integers(0, 6), st.sampled_from(("20:00", "20:30")), st.integers(5, 9)),
    reassurance=st.none() | st.builds(Reassurance, SIGNS, SIGNS),
    time_out=st.none() | st.builds(TimeOut, SIGNS, st.sampled_from((20, 30))),
    off_the_table=LINES,
)


def written(pact: Pact) -> set[str]:
    """Gives every word that stands on a pact."""
    signs = (pact.reassurance.sign, pact.reassurance.reply) if pact.reassurance else ()
    said = (*signs, pact.time_out.sign) if pact.time_out else signs
    return {word for sign in said for word in sign.split(" / ")} | {*pact.off_the_table}


@given(LINES, LINES, LINES)
def test_both_windows_changes_stay(before: tuple[str, ...], mine: tuple[str, ...], now: tuple[str, ...]) -> None:
    kept = rebased_lines(before, mine, now)
    assert {*kept} == ({*now} - ({*before} - {*mine})) | ({*mine} - {*before})
    assert len(kept) == len({*kept})
    assert [line for line in mine if line in kept] == [line for line in kept if line in mine], "as this one laid them"


@given(LINES, LINES)
def test_where_only_one_window_changed_something_it_is_just_what_it_made(
    before: tuple[str, ...], mine: tuple[str, ...]
) -> None:
    assert rebased_lines(before, mine, before) == mine
    assert rebased_lines(before, before, before) == before


def test_a_line_from_elsewhere_lies_after_the_one_that_it_lay_after() -> None:
    assert rebased_lines(("a", "b"), ("b", "a"), ("a", "x", "b", "y")) == ("b", "y", "a", "x")
    assert rebased_lines((), ("a",), ("x",)) == ("x", "a")


@given(PACTS, PACTS)
def test_a_pact_that_only_one_window_changed_is_just_what_it_made(before: Pact, mine: Pact) -> None:
    assert pact_rebased(before, mine, before) == mine
    assert pact_rebased(before, before, mine) == mine
    assert pact_rebased(before, mine, mine) == mine


@given(PACTS, PACTS, PACTS)
def test_no_word_that_either_window_wrote_on_a_pact_is_lost(before: Pact, mine: Pact, now: Pact) -> None:
    assert (written(mine) | written(now)) - written(before) <= written(pact_rebased(before, mine, now))


def test_of_each_part_of_a_pact_each_window_changes_what_it_changed() -> None:
    before = Pact(
        check_in=CheckIn(0, "20:00", 15), reassurance=Reassurance("hand", "hand"), time_out=TimeOut("tea", 20)
    )
    now = Pact(check_in=CheckIn(4, "20:00", 15), reassurance=Reassurance("thumb", "hand"), time_out=TimeOut("tea", 30))
    mine = Pact(check_in=CheckIn(0, "20:30", 15), reassurance=Reassurance("hand", "nod"), time_out=TimeOut("mint", 20))
    assert pact_rebased(before, mine, now) == Pact(
        check_in=CheckIn(4, "20:30", 15), reassurance=Reassurance("thumb", "nod"), time_out=TimeOut("mint", 30)
    )


def test_where_both_wrote_in_the_same_place_both_stand_there_and_of_two_numbers_the_later_one() -> None:
    mine = Pact(check_in=CheckIn(0, "20:00", 15), reassurance=Reassurance("hand", "nod"), time_out=TimeOut("tea", 20))
    now = Pact(check_in=CheckIn(4, "20:30", 10), reassurance=Reassurance("thumb", "nod"), time_out=TimeOut("mint", 30))
    assert pact_rebased(Pact(), mine, now) == Pact(
        check_in=CheckIn(0, "20:00", 15),
        reassurance=Reassurance("hand / thumb", "nod"),
        time_out=TimeOut("tea / mint", 20),
    )


def test_what_one_window_took_off_a_pact_and_the_other_wrote_on_stays() -> None:
    before, now = Pact(time_out=TimeOut("tea", 20)), Pact(time_out=TimeOut("mint", 20))
    assert pact_rebased(before, Pact(), now) == pact_rebased(before, now, Pact()) == now
