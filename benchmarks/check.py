"""What advice costs: the rules over 10,000 activities against reading them, in one run: goal 1.5."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from gatherround.host.shelf import shipped_shelf
from gatherround.pantry.checks import advised
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


def measured(books: list[Path]) -> tuple[float, float, int]:
    """Gives the seconds of reading and of advising, book by book in turn, and how many activities there were."""
    lists = read_lists(shipped_shelf())
    read = advice = 0.0
    count = 0
    for book in books:
        began = time.perf_counter()
        reading = read_pack(book, lists, advise=False)
        between = time.perf_counter()
        for activity in reading.activities:
            list(advised(Story(activity, lists), "shipped"))
        list(often_named(reading.activities))
        ended = time.perf_counter()
        read, advice, count = read + between - began, advice + ended - between, count + len(reading.activities)
    return read, advice, count


def main() -> None:
    """Prints both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        read, advice, count = measured(filled(Path(folder)))
    print(
        f"check        {count:,} activities: read in {read:.1f} s   rules {advice:.1f} s"
        f"   ratio {advice / read:.2f}   goal 1.5"
    )


if __name__ == "__main__":
    main()
