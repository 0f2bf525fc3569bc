"""Stories that are being written, in the drawer while they are typed: a closed lid loses no more than a word."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gatherround.domain.drafts.draft import Draft, Drafts, Way
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.plain_values import Unreadable, from_plain, to_plain
from gatherround.host.chance import Clock
from gatherround.storage.drafts import STORIES, draft, keep_draft
from gatherround.storage.troubles import Trouble

if TYPE_CHECKING:
    from gatherround.storage.database import Database

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class StoryDrafts:
    """The latest drafts, so many at most; without a drawer none outlives its page."""

    database: Database | None
    clock: Clock

    def all(self) -> tuple[Draft, ...]:
        """Gives what was being written, the latest first; none where nothing can be read."""
        if self.database is None:
            return ()
        with suppress(Trouble, Unreadable, ValueError):
            return from_plain(Drafts, json.loads(draft(self.database, STORIES) or "{}")).drafts
        return ()

    def begin(self, way: Way) -> Draft:
        """Gives an empty draft of this way, with the ages it begins with."""
        number = 1 + max((one.number for one in self.all()), default=0)
        return Draft(way=way, number=number, words=(("ages", way_in(way).ages),))

    def keep(self, story: Draft) -> None:
        """Keeps what was typed so far, or nothing where nothing was; raises CannotKeep."""
        self._keep_all((story, *self._but(story)) if not story.empty else self._but(story))

    def forget(self, story: Draft) -> None:
        """Takes a draft out of the drawer; raises CannotKeep."""
        self._keep_all(self._but(story))

    def _but(self, story: Draft) -> tuple[Draft, ...]:
        return tuple(one for one in self.all() if one.number != story.number)

    def _keep_all(self, drafts: tuple[Draft, ...]) -> None:
        if self.database is not None and drafts != self.all():
            body = json.dumps(to_plain(Drafts(drafts[:MOST])), ensure_ascii=False) if drafts else ""
            keep_draft(self.database, STORIES, body, self.clock.now())
