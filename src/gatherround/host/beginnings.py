"""New story books to begin from: a cover, a story of each kind that plays as it is, and what helps an editor."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Final, get_args

from gatherround.domain.activities import Kind
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.ids import is_kept
from gatherround.domain.refusing import Refusal, Unclear
from gatherround.domain.text import named_so
from gatherround.host import shelf
from gatherround.host.checking import schema
from gatherround.host.paths import is_there, meant
from gatherround.pantry.parcels import COVER_SCHEMA, STORY_SCHEMA
from gatherround.storage.troubles import CannotKeep
from gatherround.storage.whole import write_whole

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
FIRST: Final[Kind] = "script"
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST: Final = 60
_LINE: Final = "# yaml-language-server: $schema="


HAS_IT: Final = '{folder} has this story already. It stays as it is. "--kind" adds one of another kind.'
TAKEN: Final = '"{name}" is a book that every house has, and no other can come in beside it. Choose another name.'


class NotBegun(Refusal):
    """A story book cannot begin there; `sentence` says why."""


class NoId(NotBegun, Unclear):
    """A folder's name is none that a story book can have, wherever it lies."""


def template(kind: Kind) -> str:
    """Gives the story that a kind begins with, without the line for editors."""
    return files("gatherround.pantry").joinpath("templates", f"{kind}.yaml").read_text("utf-8")


def begin(folder: Path, kinds: tuple[Kind, ...]) -> tuple[Path, ...]:
    """Begins a story book in a folder, or adds stories to one, and says which files are new.

    What is there already stays as it is. Raises NotBegun for a folder that cannot be a story book's, NoId for
    its name, or CannotKeep.
    """
    folder = meant(folder)
    _refuse_name(folder)
    written = {folder / "pack.yaml": _cover(folder.name)}
    for kind in kinds:
        text = template(kind)
        written[folder / "activities" / f"{_id_in(text)}.yaml"] = f"{_LINE}../{STORY_SCHEMA}\n{text}"
    fresh = tuple(path for path in written if not path.exists() and not path.is_symlink())
    if not any(path.parent != folder for path in fresh):
        raise NotBegun(HAS_IT.format(folder=named_so(str(folder))))
    _write({path: written[path] for path in fresh} | _schemas(folder))
    return fresh


def _refuse_name(folder: Path) -> None:
    """Raises NoId for a folder called as no story book may be; one that is begun already may go on."""
    name = folder.name
    if not _ID.fullmatch(name) or len(name) > _MOST or is_kept(name):
        raise NoId("The folder's name is the book's id: small letters, digits and dashes, such as \"kitchen-tales\".")
    if not is_there(folder / "pack.yaml") and (name == BOOK or is_there(shelf.shipped_shelf() / "packs" / name)):
        raise NoId(TAKEN.format(name=name))


def _write(texts: dict[Path, str]) -> None:
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotKeep(path.parent) from error
        write_whole(path, text)


def _cover(name: str) -> str:
    title = name.replace("-", " ").title()
    return f"{_LINE}{COVER_SCHEMA}\nformat: 1\nid: {name}\ntitle: {json.dumps(title[:_MOST])}\n"


def _schemas(folder: Path) -> dict[Path, str]:
    """Gives what an editor completes from, as this game has it today."""
    made = {STORY_SCHEMA: schema("activity"), COVER_SCHEMA: schema("cover")}
    return {folder / name: f"{json.dumps(shape, indent=1)}\n" for name, shape in made.items()}


def _id_in(text: str) -> str:
    return next(line.removeprefix("id: ") for line in text.splitlines() if line.startswith("id: "))
