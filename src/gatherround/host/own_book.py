"""The book of our own stories: a folder of files that a parent may open in any editor, read as it is now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gatherround.disk import private_folder
from gatherround.domain.drafts.recalling import recall
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.packs import Pack
from gatherround.domain.text import tidy
from gatherround.pantry.parcels import COVER_SCHEMA, STORY_SCHEMA
from gatherround.storage.troubles import CannotKeep
from gatherround.storage.whole import write_whole

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.domain.drafts.draft import Draft
    from gatherround.host.shelf import Shelf
    from gatherround.pantry.marks import Problem

TITLE: Final = "Our Own Stories"


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

    @property
    def in_a_form(self) -> Draft | None:
        """The draft with which it is gone on in a form; none where its file alone can hold it as it is."""
        return self.draft if self.draft is not None and (not self.problems or self.draft.story) else None

    def rests_until(self, today: date) -> date | None:
        """Gives the day before which nobody is offered it; none where it rests no more."""
        said = self.draft.rests_until if self.draft is not None else None
        day = date.fromisoformat(said) if said else None
        return day if day is not None and day > today else None


@dataclass(frozen=True, slots=True)
class OwnBook:
    """Where our own stories lie, in the folder of this family; without a folder nothing can be kept."""

    folder: Path | None
    shelf: Shelf

    @property
    def path(self) -> Path | None:
        """The folder of the book, whether or not it is there yet."""
        return self.folder / BOOK if self.folder is not None else None

    def stories(self) -> tuple[OwnStory, ...]:
        """Gives every file of the book as it is now, in order of their names."""
        from gatherround.pantry.reader import CannotRead, pack_files, read_pack

        book = self.path
        if book is None or not (book / "pack.yaml").exists():
            return ()
        try:
            reading = read_pack(book, self.shelf.library.lists, at_home=True)
            files = pack_files(book)[1:]
        except (CannotRead, OSError):
            return ()
        told = {one.id: one for one in reading.activities}
        said = {path: tuple(_said(at.problem) for at in reading.problems if at.path == path) for path in files}
        return tuple(_own(path, told.get(path.stem), said[path]) for path in files)

    def file(self, path: Path) -> tuple[str, tuple[str, ...]]:
        """Gives a file of the book as it is now, and what is said of its lines."""
        from gatherround.pantry.marks import Problem
        from gatherround.pantry.pages import plain_bytes

        source = plain_bytes(path)
        text = "" if isinstance(source, Problem) else tidy(source.decode("utf-8", "replace"))
        return text, next((one.problems for one in self.stories() if one.path == path), ())

    def free_id(self, wanted: str) -> str:
        """Gives an id that no file of the book has yet, as near to this one as may be."""
        folder = self.path / "activities" if self.path is not None else None
        taken = {path.stem for path in folder.iterdir()} if folder is not None and folder.is_dir() else set()
        tries = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(one for one in tries if one not in taken)

    def write(self, activity: Activity, *, by_form: bool) -> Path:
        """Writes a story whole or not at all, and has the shelf read again; raises CannotKeep."""
        from gatherround.pantry.block import activity_page

        if self.path is None:
            raise CannotKeep(Path(BOOK))
        folder = self.path / "activities"
        try:
            private_folder(folder)
        except OSError as error:
            raise CannotKeep(folder) from error
        _make(self.path)
        path = folder / f"{activity.id}.yaml"
        write_whole(path, activity_page(activity, f"../{STORY_SCHEMA}", by_form=by_form))
        self.shelf.read_again()
        return path


def saved_at(path: Path) -> float:
    """Tells when a file was last saved, in seconds; 0 where it is gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _make(book: Path) -> None:
    """Makes the book where there is none: its cover, and what an editor completes from."""
    from gatherround.host.checking import schema
    from gatherround.pantry.block import cover_page

    if (book / "pack.yaml").exists():
        return
    write_whole(book / STORY_SCHEMA, f"{json.dumps(schema('activity'), indent=1)}\n")
    write_whole(book / COVER_SCHEMA, f"{json.dumps(schema('cover'), indent=1)}\n")
    write_whole(book / "pack.yaml", cover_page(Pack(id=BOOK, title=TITLE, version="1.0.0"), COVER_SCHEMA))


def _own(path: Path, activity: Activity | None, problems: tuple[str, ...]) -> OwnStory:
    from gatherround.pantry.block import is_by_form
    from gatherround.pantry.marks import Problem, shown
    from gatherround.pantry.pages import plain_bytes

    source = plain_bytes(path)
    by_form = not isinstance(source, Problem) and is_by_form(source)
    held = recall(activity) if activity is not None and by_form else None
    title, name = (activity.title, activity.id) if activity else (shown(path.stem), "")
    return OwnStory(path, title, held, name, problems)


def _said(problem: Problem) -> str:
    return f"line {problem.line}: {problem.message} {problem.advice}"
