"""Faces: cream for every feeling, as large as there is room for, growing out of each other."""

from __future__ import annotations

import pytest
from hosting import awaited, drawn, fills_its_cells, hosted

from gatherround.domain.faces import WORDS, face_of
from gatherround.ui.widgets.face_view import PICTURES, FaceView, face_cells


@pytest.mark.parametrize(
    ("room", "face"),
    [
        ((80, 24), (28, 13)),
        ((28, 13), (28, 13)),
        ((27, 13), (20, 10)),
        ((20, 10), (20, 10)),
        ((40, 6), (12, 6)),
        ((9, 20), (8, 4)),
        ((7, 20), (0, 0)),
        ((80, 3), (0, 0)),
    ],
)
def test_a_face_is_as_large_as_its_room_and_none_is_drawn_where_it_could_not_be_read(
    room: tuple[int, int], face: tuple[int, int]
) -> None:
    assert face_cells(*room) == face


@awaited
async def test_with_motion_off_a_new_feeling_is_there_at_once() -> None:
    face = FaceView("happy")
    async with hosted(face):
        face.word = "sad"
        assert face.shown == face_of("sad")


@awaited
async def test_with_motion_on_one_face_grows_out_of_the_other() -> None:
    face = FaceView("happy")
    async with hosted(face, motion=True) as pilot:
        assert face.shown == face_of("happy")
        face.word = "sad"
        assert face.shown == face_of("happy")
        await pilot.wait_for_animation()
        assert face.shown == face_of("sad")


def test_a_change_of_face_is_a_handful_of_pictures() -> None:
    face = FaceView("happy")
    assert len({face.validate_way(step / 100) for step in range(101)}) == PICTURES + 1


@awaited
async def test_a_word_of_the_familys_own_borrows_a_face_and_an_unknown_neighbour_does_no_harm() -> None:
    borrowed, lost, none = FaceView("sock soup", nearest="silly"), FaceView("[/b]", nearest="nobody"), FaceView("")
    async with hosted(borrowed, lost, none, size=(40, 50)):
        assert any(row.strip() for row in drawn(borrowed))
        assert any(row.strip() for row in drawn(lost))
        assert not any(row.strip() for row in drawn(none))


@awaited
async def test_no_feeling_has_a_skin_of_its_own() -> None:
    faces = [FaceView(word) for word in ("happy", "mad", "sad", "loved")]
    async with hosted(*faces, size=(30, 60)):
        assert len({face.get_component_rich_style("face--skin").color for face in faces}) == 1


@pytest.mark.parametrize("size", [(80, 24), (24, 12), (11, 5), (3, 2), (1, 1)])
@awaited
async def test_every_row_of_a_face_fills_exactly_its_cells(size: tuple[int, int]) -> None:
    face = FaceView("torn")
    async with hosted(face, size=size):
        face.styles.width, face.styles.height = size
        for word in WORDS[::9]:
            face.word = word
            assert fills_its_cells(face)
