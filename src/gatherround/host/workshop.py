"""The Workshop: drafts while they are typed, a story's file once it is whole, and what could be better about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gatherround.domain.activities import Activity, Adapted
from gatherround.domain.drafts.draft import Draft, Drafts, Renamed, Way
from gatherround.domain.drafts.names import names_in
from gatherround.domain.drafts.recalling import boxes_of, recall
from gatherround.domain.drafts.renaming import agreed, another, proposed, renamed
from gatherround.domain.drafts.showing import pretend_plan
from gatherround.domain.drafts.telling import BOOK, missing, tell, with_examples
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.packs import Pack
from gatherround.domain.plain_values import Unreadable, from_plain, to_plain
from gatherround.domain.play.plan import Plan
from gatherround.domain.text import tidy
from gatherround.host.chance import Clock, day_of
from gatherround.host.shelf import Shelf
from gatherround.storage.drafts import STORIES, draft, keep_draft
from gatherround.storage.home import private_folder
from gatherround.storage.troubles import CannotKeep, Trouble
from gatherround.storage.whole import write_whole

if TYPE_CHECKING:
    from gatherround.domain.drafts.advice import Opinion
    from gatherround.storage.database import Database

TITLE: Final = "Our Own Stories"
REST_DAYS: Final = 2
"""Days for which what happened here is offered to nobody."""
STORY_SCHEMA: Final = "story.schema.json"
COVER_SCHEMA: Final = "cover.schema.json"
OURS: Final[dict[Way, str]] = {
    "two-sides": "other-shoes/four-tickets",
    "tiny": "first-feelings/crash-goes-the-tower",
    "hard-choice": "crossroads/waltz-at-seven",
    "happened": "other-shoes/four-tickets",
    "questions": "good-news/licence-to-boast",
}
MOSTSTORIES: Final = 20


@dataclass(frozen=True, slots=True)
class OwnStory:
    """A story of our own book: its file, what it is called, its draft where a form can hold it, and any problems.

    `id` is empty where it does not play.
    """

    path: Path
    title: str
    draft: Draft | None
    id: str = ""
    problems: tuple[str, ...] = ()


class NotWhole(Exception):  # noqa: N818 (named for what is still to come)
    """Something is still to come before this goes on the shelf; `fields` are its boxes."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(*fields)
        self.fields = fields


class Workshop:
    """Where stories are written; without a drawer no draft outlives its page, and without a home there is no file."""

    def __init__(
        self,
        database: Database | None,
        clock: Clock,
        shelf: Shelf,
        folder: Path | None,
        members: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._database = database
        self._clock = clock
        self.shelf = shelf
        self._folder = folder
        self._members = members

    @property
    def book(self) -> Path | None:
        """The folder of our own stories, whether or not it is there yet."""
        return self._folder / BOOK if self._folder is not None else None

    def drafts(self) -> tuple[Draft, ...]:
        """Gives what was being written, the latest first; none where nothing can be read."""
        if self._database is None:
            return ()
        with suppress(Trouble, Unreadable, ValueError):
            return from_plain(Drafts, json.loads(draft(self._database, STORIES) or "{}")).drafts
        return ()

    def begin(self, way: Way) -> Draft:
        """Gives an empty draft of this way, with the ages it begins with."""
        number = 1 + max((one.number for one in self.drafts()), default=0)
        return Draft(way=way, number=number, words=(("ages", way_in(way).ages),))

    def keep(self, story: Draft) -> None:
        """Keeps what was typed so far, or nothing where nothing was; raises CannotKeep."""
        others = tuple(one for one in self.drafts() if one.number != story.number)
        self._keep_all((story, *others) if not story.empty else others)

    def forget(self, story: Draft) -> None:
        """Takes a draft out of the drawer; raises CannotKeep."""
        self._keep_all(tuple(one for one in self.drafts() if one.number != story.number))

    def _keep_all(self, drafts: tuple[Draft, ...]) -> None:
        if self._database is not None and drafts != self.drafts():
            body = json.dumps(to_plain(Drafts(drafts[:MOSTSTORIES])), ensure_ascii=False) if drafts else ""
            keep_draft(self._database, STORIES, body, self._clock.now())

    def opinion(self, story: Draft) -> Opinion:
        """Gives what the checker thinks of a draft; of what is still missing it says nothing."""
        from gatherround.host.advising import opinion

        return opinion(story, self.shelf.library.lists)

    def page(self, story: Draft) -> str:
        """Gives the file that a draft comes to, with what is still missing as it stands in grey."""
        from gatherround.pantry.block import activity_page

        return activity_page(tell(with_examples(story)), f"../{STORY_SCHEMA}", by_form=True)

    def pretend(self, story: Draft) -> Plan:
        """Lays a draft for three people who are not there."""
        return pretend_plan(tell(with_examples(story)), self.shelf.words)

    def ours(self, way: Way) -> tuple[str, dict[str, str]]:
        """Gives a shipped story of this way, by its title and the texts that its boxes would hold."""
        shipped = next((one for one in self.shelf.activities if one.full_id == OURS[way]), None)
        return (shipped.title, dict(boxes_of(way, shipped))) if shipped else ("", {})

    def names(self, story: Draft) -> tuple[Renamed, ...]:
        """Gives whose names are to be changed and into what; what is in the file already has been seen."""
        return proposed(story, self._members(), self._settled(story))

    def another(self, story: Draft, names: Sequence[Renamed], at: int, passed: Iterable[str]) -> tuple[Renamed, ...]:
        """Gives the names with another made-up one at this place, for one that does not suit whoever it stands for."""
        return another(story, names, at, self._members(), passed)

    def _settled(self, story: Draft) -> frozenset[str]:
        kept = next((one.draft for one in self.stories() if one.draft and one.draft.story == story.story), None)
        texts = [text for _, text in kept.words] if kept else []
        return frozenset(name for text in texts for name in (text, *names_in(text)))

    def shelve(self, story: Draft) -> Activity:
        """Writes a story into our own book, whole or not at all, and takes its draft away.

        Raises NotWhole while something is missing, and CannotKeep. What happened here goes with made-up names,
        but for those that were to stay in so many words, and rests for two days.
        """
        if gaps := missing(story):
            raise NotWhole(gaps)
        finished = renamed(agreed(story, self.names(story))) if story.way == "happened" else story
        if story.way == "happened" and not story.rests_until:
            day = day_of(self._clock) + timedelta(days=REST_DAYS)
            finished = replace(finished, rests_until=day.isoformat())
        finished = replace(finished, story=story.story or self._free_id(tell(finished).id))
        told = tell(finished)
        self._write(told, by_form=True)
        with suppress(CannotKeep):
            self.forget(story)
        return told

    def copy(self, shipped: Activity) -> Path:
        """Writes our own copy of a shipped story, which says where it comes from; raises CannotKeep."""
        cover = next(book.pack for book in self.shelf.books if book.id == shipped.pack)
        licence, authors = (cover.licence, cover.authors) if cover else ("private", ())
        origin = Adapted(story=shipped.full_id, title=shipped.title, licence=licence, authors=authors)
        own = replace(
            shipped, pack=BOOK, id=self._free_id(shipped.id), series=None, episode=None, recall=(), meant=shipped.meant
        )
        return self._write(replace(own, adapted_from=shipped.adapted_from or origin), by_form=False)

    def stories(self) -> tuple[OwnStory, ...]:
        """Gives every file of our own book as it is now, in order of their names."""
        from gatherround.pantry.reader import CannotRead, pack_files, read_pack

        book = self.book
        if book is None or not (book / "pack.yaml").exists():
            return ()
        try:
            reading = read_pack(book, self.shelf.library.lists)
            files = pack_files(book)[1:]
        except (CannotRead, OSError):
            return ()
        told = {one.id: one for one in reading.activities}
        said = {path: tuple(_said(at.problem) for at in reading.problems if at.path == path) for path in files}
        return tuple(_own(path, told.get(path.stem), said[path]) for path in files)

    def shipped(self) -> tuple[Activity, ...]:
        """Gives every story that ships, by its title."""
        ours = (one for book in self.shelf.books if book.origin == "shipped" for one in book.activities)
        return tuple(sorted(ours, key=lambda one: one.title.casefold()))

    def changed(self, path: Path) -> float:
        """Tells when a file was last saved, in seconds; 0 where it is gone."""
        try:
            return path.stat().st_mtime
        except OSError:
            return 0.0

    def file(self, path: Path) -> tuple[str, tuple[str, ...]]:
        """Gives a file of our own book as it is now, and what is said of its lines."""
        from gatherround.pantry.marks import Problem
        from gatherround.pantry.pages import plain_bytes

        source = plain_bytes(path)
        text = "" if isinstance(source, Problem) else tidy(source.decode("utf-8", "replace"))
        return text, next((one.problems for one in self.stories() if one.path == path), ())

    def _free_id(self, wanted: str) -> str:
        """Gives an id that no file of our own book has yet."""
        taken = (
            {path.stem for path in (self.book / "activities").iterdir()} if self._has_stories() and self.book else set()
        )
        tries = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(one for one in tries if one not in taken)

    def _has_stories(self) -> bool:
        return self.book is not None and (self.book / "activities").is_dir()

    def _write(self, activity: Activity, *, by_form: bool) -> Path:
        from gatherround.pantry.block import activity_page, cover_page

        if self.book is None:
            raise CannotKeep(Path(BOOK))
        folder = self.book / "activities"
        try:
            private_folder(folder)
        except OSError as error:
            raise CannotKeep(folder) from error
        self._lay_beside(cover_page(Pack(id=BOOK, title=TITLE, version="1.0.0"), COVER_SCHEMA))
        path = folder / f"{activity.id}.yaml"
        write_whole(path, activity_page(activity, f"../{STORY_SCHEMA}", by_form=by_form))
        self.shelf.read_again()
        return path

    def _lay_beside(self, cover: str) -> None:
        """Makes the book where there is none: its cover, and what an editor completes from."""
        from gatherround.host.checking import schema

        book = self.book
        if book is None or (book / "pack.yaml").exists():
            return
        write_whole(book / STORY_SCHEMA, f"{json.dumps(schema('activity'), indent=1)}\n")
        write_whole(book / COVER_SCHEMA, f"{json.dumps(schema('cover'), indent=1)}\n")
        write_whole(book / "pack.yaml", cover)


def _own(path: Path, activity: Activity | None, problems: tuple[str, ...]) -> OwnStory:
    from gatherround.pantry.block import is_by_form
    from gatherround.pantry.marks import Problem, shown
    from gatherround.pantry.pages import plain_bytes

    source = plain_bytes(path)
    by_form = not isinstance(source, Problem) and is_by_form(source)
    held = recall(activity) if activity is not None and by_form else None
    title, name = (activity.title, activity.id) if activity else (shown(path.stem), "")
    return OwnStory(path, title, held, name, problems)


def _said(problem: object) -> str:
    from gatherround.pantry.marks import Problem

    assert isinstance(problem, Problem)
    return f"line {problem.line}: {problem.message} {problem.advice}"
