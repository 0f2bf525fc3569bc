"""The Workshop: drafts while they are typed, a story's file once it is whole, and what could be better about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gatherround.domain.activities import Activity, Adapted
from gatherround.domain.drafts.draft import Draft, Renamed, Way
from gatherround.domain.drafts.names import names_in
from gatherround.domain.drafts.persons import forms
from gatherround.domain.drafts.recalling import boxes_of
from gatherround.domain.drafts.renaming import Naming, agreed, proposed, renamed
from gatherround.domain.drafts.showing import pretend_plan
from gatherround.domain.drafts.telling import BOOK, missing, tell, with_gaps
from gatherround.domain.play.plan import Plan
from gatherround.host.chance import Clock, day_of
from gatherround.host.own_book import OwnBook
from gatherround.host.shelf import Shelf
from gatherround.host.story_drafts import StoryDrafts
from gatherround.pantry.parcels import STORY_SCHEMA
from gatherround.storage.troubles import CannotKeep

if TYPE_CHECKING:
    from gatherround.domain.drafts.advice import Opinion
    from gatherround.storage.database import Database

REST_DAYS: Final = 2
"""Days for which what happened here is offered to nobody."""
OURS: Final[dict[Way, str]] = {
    "two-sides": "other-shoes/four-tickets",
    "tiny": "first-feelings/crash-goes-the-tower",
    "hard-choice": "crossroads/waltz-at-seven",
    "happened": "other-shoes/four-tickets",
    "questions": "good-news/licence-to-boast",
}


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
        self.drafts = StoryDrafts(database, clock)
        self.book = OwnBook(folder, shelf)
        self.shelf = shelf
        self._clock = clock
        self._members = members

    def opinion(self, story: Draft) -> Opinion:
        """Gives what the checker thinks of a draft; of what is still missing it says nothing."""
        from gatherround.host.advising import opinion

        return opinion(story, self.shelf.library.lists)

    def page(self, story: Draft) -> str:
        """Gives the file that a draft comes to, with a gap where something is still missing."""
        from gatherround.pantry.block import activity_page

        return activity_page(tell(with_gaps(story)), f"../{STORY_SCHEMA}", by_form=True)

    def pretend(self, story: Draft) -> Plan:
        """Lays a draft for three people who are not there, with a gap where something is still missing."""
        return pretend_plan(tell(with_gaps(story)), self.shelf.words)

    def ours(self, way: Way) -> tuple[str, dict[str, str]]:
        """Gives a shipped story of this way, by its title and the texts that its boxes would hold."""
        shipped = next((one for one in self.shelf.activities if one.full_id == OURS[way]), None)
        return (shipped.title, dict(boxes_of(way, shipped))) if shipped else ("", {})

    def names(self, story: Draft) -> tuple[Renamed, ...]:
        """Gives whose names are to be changed and into what; what is in the file already has been seen."""
        return proposed(story, self._members(), self._settled(story))

    def another(self, naming: Naming, at: int) -> Naming:
        """Gives the names with another made-up one at this place, for one that does not suit whoever it stands for."""
        return naming.with_another(at, self._members())

    def _settled(self, story: Draft) -> frozenset[str]:
        kept = next((one.draft for one in self.book.stories() if one.draft and one.draft.story == story.story), None)
        texts = [text for _, text in kept.words] if kept else []
        names = (name for text in texts for name in (text, *names_in(text)))
        return frozenset(form for name in names for form in (name, *forms(name)))

    def shelve(self, story: Draft) -> Activity:
        """Writes a story into our own book, whole or not at all, and takes its draft away.

        Raises NotWhole while something is missing, and CannotKeep. What happened here goes with made-up names,
        but for those that were to stay in so many words, and rests for two days.
        """
        if gaps := missing(story):
            raise NotWhole(gaps)
        self.drafts.refuse_erased()
        finished = renamed(agreed(story, self.names(story))) if story.way == "happened" else story
        if story.way == "happened" and not story.rests_until:
            day = day_of(self._clock) + timedelta(days=REST_DAYS)
            finished = replace(finished, rests_until=day.isoformat())
        finished = replace(finished, story=story.story or self.book.free_id(tell(finished).id))
        told = tell(finished)
        self.book.write(told, by_form=True)
        with suppress(CannotKeep):
            self.drafts.forget(story)
        return told

    def copy(self, shipped: Activity) -> Path:
        """Writes our own copy of a shipped story, which says where it comes from; raises CannotKeep."""
        cover = next(book.pack for book in self.shelf.books if book.id == shipped.pack)
        licence, authors = (cover.licence, cover.authors) if cover else ("private", ())
        origin = Adapted(story=shipped.full_id, title=shipped.title, licence=licence, authors=authors)
        own = replace(
            shipped,
            pack=BOOK,
            id=self.book.free_id(shipped.id),
            series=None,
            episode=None,
            recall=(),
            meant=shipped.meant,
        )
        return self.book.write(replace(own, adapted_from=shipped.adapted_from or origin), by_form=False)

    def shipped(self) -> tuple[Activity, ...]:
        """Gives every story that ships, by its title."""
        ours = (one for book in self.shelf.books if book.origin == "shipped" for one in book.activities)
        return tuple(sorted(ours, key=lambda one: one.title.casefold()))
