"""What 10,000 activities cost read cold and checked, against libyaml's events and against each other: goal 1.5."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import yaml
from rows import Row, ratio, tell

from gatherround.host.shelf import shipped_shelf
from gatherround.pantry.checks.every_rule import advised
from gatherround.pantry.checks.names import often_named
from gatherround.pantry.checks.story import Story
from gatherround.pantry.lists import read_lists
from gatherround.pantry.reader import pack_files, read_pack

ACTIVITIES = 10_000
A_BOOK = 250


def filled(shelf: Path) -> list[Path]:
    """Fills a shelf with the shipped activities, over and over, in story books of equal size."""
    files = [file for book in sorted((shipped_shelf() / "packs").iterdir()) for file in pack_files(book)[1:]]
    books = [shelf / f"book-{at}" for at in range(ACTIVITIES // A_BOOK)]
    for at, book in enumerate(books):
        (book / "activities").mkdir(parents=True)
        (book / "pack.yaml").write_text(f"format: 1\nid: {book.name}\ntitle: Book {at}\n", encoding="utf-8")
        for number in range(A_BOOK):
            source = files[(at * A_BOOK + number) % len(files)]
            name = f"{source.stem}-{number:03}"
            text = source.read_text(encoding="utf-8").replace(f"id: {source.stem}", f"id: {name}", 1)
            (book / "activities" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return books


def measured(books: list[Path]) -> tuple[float, float, float, int]:
    """Gives the seconds of libyaml's events, of reading and of advising, book by book in turn, and the activities."""
    lists = read_lists(shipped_shelf())
    events = read = advice = 0.0
    count = 0
    for book in books:
        texts = [file.read_text(encoding="utf-8") for file in pack_files(book)]
        before = time.process_time()
        for text in texts:
            for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
                pass
        began = time.process_time()
        reading = read_pack(book, lists, advise=False)
        between = time.process_time()
        for activity in reading.activities:
            list(advised(Story(activity, lists), "shipped"))
        list(often_named(reading.activities))
        ended = time.process_time()
        events, read, advice = events + began - before, read + between - began, advice + ended - between
        count += len(reading.activities)
    return events, read, advice, count


def rows() -> Iterator[Row]:
    """Measures a cold shelf beside libyaml's events of the same bytes, and advice beside reading."""
    with tempfile.TemporaryDirectory() as folder:
        events, read, advice, count = measured(filled(Path(folder)))
    cold = f"{count:,} stories cold and checked, beside libyaml"
    yield ratio("speed-check-rules", f"advice on {count:,} stories, beside reading", read, advice, 1.5, "s")
    yield ratio("speed-check-cold", cold, events, read + advice, 1.5, "s")


if __name__ == "__main__":
    tell(rows())
