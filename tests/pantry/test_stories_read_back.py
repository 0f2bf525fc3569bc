"""Whatever a family may write comes back as they meant it, and whatever bytes there are come back as a reading."""

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authors import block, cover, small, written
from gatherround.domain.activities import Activity
from gatherround.domain.stages import Band
from gatherround.domain.steps import Step
from gatherround.host.checking import Report
from gatherround.pantry.measures import measures
from gatherround.pantry.reader import PackReading, read_pack
from stories import PACK, activities, every_step, texts
from tables import lists

EXAMPLE = Path(__file__).with_name("example.yaml").read_bytes()
SIGNS = (b"- ", b": ", b"?", b"[", b"{", b'"', b"|\n", b"\t", b"&a ", b"*a", b"!t ", b"\x00", b"\xff", b"\r", b"")
FEW = settings(
    max_examples=40,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Gives one fresh file after the other in a folder of their own."""
    folder = tmp_path_factory.mktemp("stories")
    return (folder / f"{number}.yaml" for number in count())


def errors(reading: PackReading) -> list[str]:
    return [f"{at.problem.line} {at.problem.message}" for at in reading.problems if at.problem.severity == "error"]


@FEW
@given(activity=activities(), width=st.integers(20, 200))
def test_an_activity_reads_back_as_it_was_meant(places: Iterator[Path], activity: Activity, width: int) -> None:
    path = next(places)
    path.write_text(block(cover(PACK) | {"activities": [written(activity)]}, width), "utf-8")
    reading = read_pack(path, lists())
    assert errors(reading) == []
    assert reading.activities == (activity,)


def test_the_stories_meet_every_step() -> None:
    assert {*every_step(Band.SCHOOL, ("ines",), scene=True)} == {*get_args(Step)}


def forms(text: str) -> Iterator[str]:
    """Writes one text in quotes, and in a block."""
    yield json.dumps(text, ensure_ascii=False)
    yield "|\n" + "\n".join(f"  {line}" for line in text.split("\n"))
    if "\n" not in text:
        yield "'" + text.replace("'", "''") + "'"


@FEW
@given(text=texts(200))
def test_a_text_in_quotes_or_in_a_block_is_the_same_text(places: Iterator[Path], text: str) -> None:
    for form in forms(text):
        path = next(places)
        story = f"coach: {form}\n{block(small())}".strip().replace("\n", "\n    ")
        path.write_text(f"{block(cover(PACK))}activities:\n  - {story}\n", "utf-8")
        assert [at.coach for at in read_pack(path, lists()).activities] == [text], form


def told(path: Path, source: bytes) -> None:
    path.write_bytes(source)
    reading = read_pack(path, lists())
    assert isinstance(reading, PackReading)
    report = Report(reading, tuple(measures(activity) for activity in reading.activities))
    assert reading.whole == (errors(reading) == [])
    assert reading.activities or reading.problems
    assert json.loads(json.dumps(report.shape()))["path"] == str(path)
    said = [*report.lines(), *report.counts()]
    assert len(said) > len(reading.problems)
    assert all(line.isprintable() for line in said)


@settings(FEW, max_examples=100)
@given(source=st.binary(max_size=500))
def test_whatever_the_bytes_a_reading_comes_back(places: Iterator[Path], source: bytes) -> None:
    told(next(places), source)


@settings(FEW, max_examples=100)
@given(cuts=st.lists(st.tuples(st.integers(0, 2_500), st.integers(0, 30), st.sampled_from(SIGNS)), max_size=4))
def test_however_a_story_is_spoilt_a_reading_comes_back(
    places: Iterator[Path], cuts: list[tuple[int, int, bytes]]
) -> None:
    spoilt = b"format: 1\nid: spoilt\ntitle: Spoilt\nactivities:\n  - " + EXAMPLE.replace(b"\n", b"\n    ")
    for begin, length, sign in cuts:
        spoilt = spoilt[:begin] + sign + spoilt[begin + length :]
    told(next(places), spoilt)


@settings(FEW, max_examples=100)
@given(
    shape=st.recursive(
        st.text(max_size=5) | st.integers(-1, 99),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [*small(), "ask", "scene", "seats", "text", "plain", "school", "then", "options", "choose"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_shape_an_activity_has_a_reading_comes_back(places: Iterator[Path], shape: object) -> None:
    told(next(places), block(cover(PACK) | {"activities": [small(), shape, small("x", steps=shape)]}).encode())
