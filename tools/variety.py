"""Counts what makes a library varied: openings, names, places, minutes, kinds, and which practices nothing carries."""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, get_args

from gatherround.domain.activities import Activity, Empathy, Help
from gatherround.domain.steps import Read, Seats, all_steps
from gatherround.host.shelf import shipped_shelf
from gatherround.pantry.checks.names import MOST_OF_A_NAME, often_named
from gatherround.pantry.library import Shelves, open_library
from gatherround.pantry.lists import read_lists

SCHOOL: Final = re.compile(r"\b(school|class|classroom|teacher|homework|playground|pupils?)\b", re.IGNORECASE)


def heard(activity: Activity) -> str:
    """Gives everything of a scene, all rungs."""
    return " ".join(activity.scene.texts()) if activity.scene else ""


def opening(activity: Activity) -> tuple[str, ...]:
    """Gives the first three words that the youngest hear."""
    first = activity.scene or next((step.text for step in all_steps(activity.steps) if isinstance(step, Read)), None)
    text = first.texts()[0] if first else ""
    return tuple(re.findall(r"[\w']+", text.casefold())[:3])


def at_school(activity: Activity) -> bool:
    """Tells whether a scene is set at school, or among its people and papers."""
    return SCHOOL.search(heard(activity)) is not None


def share(activities: list[Activity], words: Iterable[str], field: str) -> str:
    """Says how large a part of the activities carries each word of a field."""
    counted = Counter(word for one in activities for word in getattr(one, field))
    return "  ".join(f"{word} {100 * counted[word] // len(activities)}%" for word in words)


def book(name: str, activities: list[Activity]) -> Iterator[str]:
    """Says what one book is made of."""
    yield f"\n{name}: {len(activities)} activities"
    yield f"  kinds      {dict(Counter(one.kind for one in activities))}"
    yield f"  empathy    {share(activities, get_args(Empathy), 'empathy')}"
    yield f"  helps      {share(activities, get_args(Help), 'helps')}"
    yield f"  minutes    {dict(sorted(Counter(one.minutes for one in activities).items()))}"
    yield f"  from age   {dict(sorted(Counter(one.youngest for one in activities).items()))}"
    yield f"  component  {dict(Counter(one.component for one in activities))}"
    yield f"  at school  {sum(map(at_school, activities))}"
    small = sum(any(isinstance(s, Read) and s.small_hands for s in all_steps(one.steps)) for one in activities)
    private = sum(any(isinstance(s, Seats) and s.private for s in all_steps(one.steps)) for one in activities)
    yield f"  chorus {sum(bool(one.chorus) for one in activities)}  small hands {small}  private cards {private}"
    yield f"  series     {dict(Counter(one.series for one in activities if one.series))}"
    often = {finding.message for _, finding in often_named(activities)}
    yield f"  names      {' '.join(sorted(often)) or f'none in more than {MOST_OF_A_NAME} stories'}"
    missing = [one.id for one in activities if one.most > len(one.seats) > 0 and one.others is None]
    yield f"  more players than seats and no job for others: {missing or 'none'}"


def main() -> None:
    """Prints the count of each book, openings that begin alike, and practices without a carrier."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("book", nargs="?", help="only this book")
    asked = words.parse_args()
    shelf = shipped_shelf()
    activities = [one for one in open_library(Shelves(shelf)).activities if not one.retired]
    books = defaultdict(list)
    for one in activities:
        books[one.full_id.partition("/")[0]].append(one)
    for name, inside in sorted(books.items()):
        if asked.book in {None, name}:
            print("\n".join(book(name, inside)))
    alike = defaultdict(list)
    for one in activities:
        alike[opening(one)].append(one.full_id)
    print("\nopenings that begin alike:")
    print(
        "\n".join(f"  {' '.join(begin)}: {', '.join(ids)}" for begin, ids in alike.items() if len(ids) > 1) or "  none"
    )
    carried = {row for one in activities for row in one.practices}
    print("\npractices that no activity names (screens may carry them):")
    print(" ", " ".join(row.id for row in read_lists(shelf).practices if row.carried and row.id not in carried))


if __name__ == "__main__":
    main()
