"""Reads a story book from a folder or a file: whole and valid activities, and every problem at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from pydantic import Field

from gatherround.domain.activities import Activity
from gatherround.domain.packs import Origin, Pack
from gatherround.domain.steps import Choose, all_steps
from gatherround.pantry.checks.every_rule import advised, stopped
from gatherround.pantry.checks.names import no_licence, often_named, origin_licence
from gatherround.pantry.checks.story import Story
from gatherround.pantry.checks.topics import barred
from gatherround.pantry.lists import Lists
from gatherround.pantry.marks import shown
from gatherround.pantry.pages import Located, Part, opened
from gatherround.pantry.schema import ActivityFile, PackFile
from gatherround.pantry.sentences import Finding
from gatherround.pantry.strays import strays
from gatherround.pantry.taken import taken

MOST_ACTIVITIES: Final = 300
_SUFFIXES: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class PackReading:
    """A story book as it was found: its cover where that is whole, the activities that are, and every problem."""

    path: Path
    pack: Pack | None
    activities: tuple[Activity, ...]
    problems: tuple[Located, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing keeps any of it out of play."""
        return not any(at.problem.severity == "error" for at in self.problems)


class CannotRead(Exception):  # noqa: N818 (named for the reader's trouble)
    """There is no story book at this path; `sentence` says so kindly."""

    def __init__(self, path: Path, sentence: str = "") -> None:
        self.path = path
        name = shown(str(path), most=100)
        usual = f"{name} is no story book: that is a folder with a pack.yaml in it, or one .yaml file."
        self.sentence = sentence or usual
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """A story book opened: its parts, the model of its cover, what its folder or file is called, and how long it is."""

    cover: Part
    activities: list[Part]
    kind: type[PackFile]
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class _Draft:
    """An activity that may be played by itself, laid open for the rules, and the part it was read from."""

    activity: Activity
    story: Story
    part: Part


def read_pack(
    path: Path, lists: Lists, *, advise: bool = True, origin: Origin = "family", at_home: bool = False
) -> PackReading:
    """Reads a folder with pack.yaml and activities/*.yaml, or one file with both; CannotRead for anything else.

    Without `advise` only what keeps something out of play is looked for, as the game does when it opens its books. What
    is `at_home` on a family's shelf is not asked whether it could come in there.
    """
    book = _opened(path)
    problems = _signs(book)
    cover = book.cover.model(book.kind, problems)
    pack = cover.value() if cover else None
    problems.extend(_about_the_whole(book, pack))
    name = pack.id if pack else book.name
    language = pack.language if pack else "en"
    parts = book.activities if _of_this_format(book.cover) else []
    drafts = [draft for part in parts for draft in _drafts(part, name, lists, language, problems)]
    kept = _met_once(drafts, problems)
    if advise:
        problems.extend(_advice(book, pack, kept, origin))
        problems.extend(_comes_in(book, pack) if not at_home else ())
        problems.extend(strays(path) if book.kind is PackFile else ())
    return PackReading(path, pack, tuple(draft.activity for draft in kept), tuple(problems))


def pack_files(folder: Path) -> list[Path]:
    """Lists the files of a story book's folder in the order they are read; none lies behind a linked folder."""
    inside = folder / "activities"
    listed = sorted(inside.iterdir()) if inside.is_dir() and not inside.is_symlink() else []
    return [folder / "pack.yaml", *(path for path in listed if path.suffix in _SUFFIXES)]


def _opened(path: Path) -> _Book:
    try:
        if path.is_dir():
            return _folder(path)
        if path.suffix in _SUFFIXES and os.path.lexists(path):
            return _file(path)
    except OSError:
        raise CannotRead(path) from None
    raise CannotRead(path)


def _folder(path: Path) -> _Book:
    first, *others = pack_files(path)
    parts = [Part(opened(other)) for other in others[:MOST_ACTIVITIES]]
    name = Path(os.path.abspath(path)).name  # noqa: PTH100 (a linked folder keeps the name it was linked under)
    return _Book(cover=Part(opened(first)), activities=parts, kind=PackFile, name=name, count=len(others))


class _WholeCover(PackFile):
    """The cover of a story book in one file, whose activities are looked at one by one."""

    activities: list[Any] = Field(min_length=1)


def _file(path: Path) -> _Book:
    page = opened(path)
    listed = (page.written or {}).get("activities")
    count = len(listed) if isinstance(listed, list) else 0
    parts = [Part(page, ("activities", index)) for index in range(min(count, MOST_ACTIVITIES))]
    return _Book(cover=Part(page), activities=parts, kind=_WholeCover, name=path.stem, count=count)


def _signs(book: _Book) -> list[Located]:
    """Gives what reading the files came to, each file once."""
    pages = {part.page.path: part.page for part in (book.cover, *book.activities)}
    return [Located(page.path, sign) for page in pages.values() for sign in page.signs]


def _of_this_format(cover: Part) -> bool:
    """Tells whether the activities are meant for this game; what a newer one means by them nobody here can say."""
    written = (cover.page.written or {}).get("format", "1")
    return isinstance(written, str) and written.strip() == "1"


def _about_the_whole(book: _Book, pack: Pack | None) -> Iterator[Located]:
    in_folder = book.kind is PackFile
    if in_folder and pack is not None and pack.id != book.name:
        message = f'This id is not what its folder is called: "{shown(book.name)}".'
        yield book.cover.located(Finding("id-clash", ("id",), message, "Make the two the same."))
    if book.count > MOST_ACTIVITIES:
        message = f"This story book holds {book.count} activities, and {MOST_ACTIVITIES} fit."
        yield book.cover.located(Finding("too-many", ("activities",), message, "Make two story books of it."))
    if in_folder and not book.count:
        cure = 'Put each in a file of its own, ending with .yaml, in a folder "activities" beside pack.yaml.'
        yield book.cover.located(Finding("no-activities", (), "There are no activities here yet.", cure, "finding"))


def _drafts(part: Part, pack: str, lists: Lists, language: str, problems: list[Located]) -> Iterator[_Draft]:
    """Gives the activity of a part unless something keeps it out of play; notes what does."""
    model = part.model(ActivityFile, problems)
    if model is None:
        return
    story = Story(model.value(pack), lists, language)
    found = [*stopped(story)]
    problems.extend(part.located(finding) for finding in found)
    if not found:
        yield _Draft(replace(story.activity, barred=barred(story)), story, part)


def _advice(book: _Book, pack: Pack | None, kept: list[_Draft], origin: Origin) -> Iterator[Located]:
    """Gives what could be better about the activities that play, and about the book they are in."""
    for draft in kept:
        yield from (draft.part.located(finding) for finding in advised(draft.story, origin))
    parts = {draft.activity.id: draft.part for draft in kept}
    for activity, finding in often_named([draft.activity for draft in kept]):
        yield parts[activity.id].located(finding)
    if pack is not None:
        for activity, finding in origin_licence(pack, [draft.activity for draft in kept]):
            yield parts[activity.id].located(finding)
        yield from (book.cover.located(finding) for finding in no_licence(pack, origin))
    yield from _never_asked(kept)


def _comes_in(book: _Book, pack: Pack | None) -> Iterator[Located]:
    """Finds that a story book cannot come into any house under its id."""
    if pack is not None and (told := taken(pack.id)):
        code, message, cure = told
        yield book.cover.located(Finding(code, ("id",), message, cure))


def _met_once(drafts: list[_Draft], problems: list[Located]) -> list[_Draft]:
    """Keeps the first activity of each id; notes the others."""
    kept: dict[str, _Draft] = {}
    for draft in drafts:
        first = kept.setdefault(draft.activity.id, draft)
        if first is not draft:
            message = f'"{draft.activity.id}" is the id of an activity in {_where(first, draft)} already.'
            problems.append(draft.part.located(Finding("id-clash", ("id",), message, "Give one of them another id.")))
    return [*kept.values()]


def _where(first: _Draft, seen_from: _Draft) -> str:
    at = first.part.located(Finding("", ("id",), "", ""))
    return shown(at.path.name) if at.path != seen_from.part.page.path else f"line {at.problem.line}"


def _never_asked(kept: list[_Draft]) -> Iterator[Located]:
    """Finds what is recalled and was never a door of this story book."""
    doors = {f"{at.activity.full_id}/{step.id}": len(step.options) for at in kept for step in _choices(at.activity)}
    for draft in kept:
        for at, recall in enumerate(draft.activity.recall):
            if recall.door > doors.get(recall.source, 0):
                message = f"No story here has door {recall.door} of {recall.source.partition('/')[2]}."
                cure = "Name an activity and the id of its choice, as complaint-desk/bucket, and one of its doors."
                yield draft.part.located(Finding("unknown-recall", ("recall", at), message, cure, "finding"))


def _choices(activity: Activity) -> list[Choose]:
    return [step for step in all_steps(activity.steps) if isinstance(step, Choose) and step.id]
