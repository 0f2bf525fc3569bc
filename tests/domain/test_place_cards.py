"""The cards of a house as one looks at them: never at a place where nobody sits."""

from __future__ import annotations

from datetime import date

import pytest

from gatherround.domain.members import Card, Member
from gatherround.domain.people import Plate
from gatherround.domain.place_cards import PlaceCards


def member(name: str) -> Member:
    return Member(id=name, card=Card(name=name, plate=Plate("spoon", "spoon", "spoon")), created=date(2031, 6, 3))


ANA, BO, CY = (member(name) for name in ("Ana", "Bo", "Cy"))
CARDS = PlaceCards((ANA, BO, CY), 1)


def test_nobody_is_looked_at_where_nobody_has_a_card() -> None:
    assert (PlaceCards().one, PlaceCards().nameless) == (None, ())
    assert PlaceCards().moved_along(1) == PlaceCards().looking_at(0) == PlaceCards()


@pytest.mark.parametrize(("place", "looked_at"), [(0, ANA), (2, CY), (3, BO), (-1, BO)])
def test_another_place_is_looked_at_where_somebody_sits(place: int, looked_at: Member) -> None:
    assert CARDS.looking_at(place).one == looked_at


def test_when_somebody_has_said_goodbye_the_place_stays_as_far_as_there_are_any() -> None:
    assert CARDS.among((ANA, CY)).one == CY
    assert CARDS.among((ANA,)).one == ANA
    assert CARDS.among(()).one is None


def test_one_goes_along_with_a_card_that_is_moved_round_the_table() -> None:
    assert [CARDS.moved_along(step).at for step in (1, 2, -1, -2)] == [2, 0, 0, 2]


def test_a_chair_without_a_name_is_known() -> None:
    chair = member("Spoon")
    assert PlaceCards((ANA, chair)).nameless == (chair,)
