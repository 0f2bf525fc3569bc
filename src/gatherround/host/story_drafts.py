"""Stories that are being written, in the drawer while they are typed: a closed lid loses no more than a word."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from gatherround.domain.drafts.draft import Draft, Way
from gatherround.domain.plain_values import Plain, to_plain
from gatherround.host.chance import Clock
from gatherround.storage.drafts import STORIES, change_draft, draft, erased_so_far, listed_stories, read_story
from gatherround.storage.troubles import Trouble

if TYPE_CHECKING:
    from gatherround.storage.database import Database

_Change: TypeAlias = Callable[[list[Plain]], list[Plain]]


class StoryDrafts:
    """All drafts, the latest first; without a drawer none outlives its page.

    Every change is made to what lies in the drawer then: another window loses none of its own, and one that cannot be
    read here stays. After somebody was erased elsewhere nothing is kept that may still know them.
    """

    def __init__(self, database: Database | None, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._erased = erased_so_far(database) if database is not None else None

    def all(self) -> tuple[Draft, ...]:
        """Gives what was being written, the latest first; none where nothing can be read."""
        body = ""
        if self._database is not None:
            with suppress(Trouble):
                body = draft(self._database, STORIES)
        return tuple(one for one in map(read_story, listed_stories(body)) if one is not None)

    def of(self, story: str) -> Draft | None:
        """Gives what was changed and not yet put back of a finished story, by the name of its file."""
        return next((one for one in self.all() if one.story == story), None)

    def begin(self, way: Way) -> Draft:
        """Gives an empty draft of this way."""
        # Two windows may both begin one before either has kept a word.
        now = int(self._clock.now().timestamp() * 1000)
        number = max((now, *(1 + one.number for one in self.all())))
        return Draft(way=way, number=number)

    def opened(self, story: Draft) -> OpenDraft:
        """Opens a draft, or a finished story, to go on with it."""
        return OpenDraft(self, story, was_begun=story in self.all())

    def keep(self, story: Draft) -> None:
        """Keeps what was typed so far, or nothing where nothing was; raises CannotKeep."""
        mine = [] if story.empty else [to_plain(story)]
        self._change(lambda drafts: [*mine, *_but(drafts, story)])

    def forget(self, story: Draft) -> None:
        """Takes a draft out of the drawer; raises CannotKeep."""
        self._change(lambda drafts: _but(drafts, story))

    def _change(self, change: _Change) -> None:
        def changed(body: str) -> str:
            before = listed_stories(body)
            after = change(before)
            return body if after == before else json.dumps({"drafts": after}, ensure_ascii=False) if after else ""

        if self._database is not None:
            change_draft(self._database, STORIES, changed, self._clock.now(), erased=self._erased)


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft as it was when somebody opened it; `was_begun` tells whether it lay in the drawer then."""

    drafts: StoryDrafts
    story: Draft
    was_begun: bool

    def is_to_be_kept(self, now: Draft) -> bool:
        """Tells whether something of it was changed, so that it is worth keeping as it is now."""
        return now.goes_on_from(self.story)

    def keep(self, now: Draft) -> None:
        """Keeps it as it is now; where all was taken back, and none lay there, there is none. Raises CannotKeep."""
        if self.was_begun or self.is_to_be_kept(now):
            self.drafts.keep(now)
        else:
            self.drafts.forget(now)


def _but(drafts: list[Plain], story: Draft) -> list[Plain]:
    """Gives all drafts but this one, which has a number from the day it was begun, or else the file it came from."""
    return [plain for plain in drafts if (one := read_story(plain)) is None or not _same(one, story)]


def _same(one: Draft, story: Draft) -> bool:
    return one.number == story.number if story.number else (one.number, one.story) == (0, story.story)
