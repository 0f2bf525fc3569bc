from __future__ import annotations

import pytest

from gatherround.domain.ids import is_kept, slug


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("The Last Dumpling!", "the-last-dumpling"),
        ("  Élan & Co. ", "lan-co"),
        ("x" * 39 + "-yz", "x" * 39),
        ("雨", "our-story"),
        ("Aux", "aux-our-story"),
        ("Auxiliary", "auxiliary"),
    ],
)
def test_a_title_comes_to_an_id_that_any_computer_lets_a_file_have(title: str, made: str) -> None:
    assert slug(title) == made
    assert not is_kept(made)


def test_a_seat_that_is_called_like_a_device_has_a_name_of_its_own() -> None:
    assert (slug("Con", otherwise=""), slug("雨", otherwise="")) == ("con-one", "")
    assert is_kept("COM1.yaml")
