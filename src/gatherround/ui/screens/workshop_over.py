"""What is laid over the form, and what comes of it: ours, the file, a trial, who it is about, the way to the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from gatherround.domain.dealing.eligible import only_by_hand
from gatherround.domain.drafts.advice import still_to_come, who_it_may_be
from gatherround.domain.drafts.renaming import Naming
from gatherround.domain.drafts.telling import missing
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.resting import COOLS, rests, until
from gatherround.host.troubles import CannotKeep
from gatherround.ui.screens.layers import lay_over, put_away

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.domain.drafts.draft import Draft
    from gatherround.ui.screens.workshop_form import StoryForm

BACK_TO: Final = "back to what you write"
BY_HAND: Final = "It never comes up by itself: find one, f at the table, is where you pick it."
LONG: Final = 15
"""Seconds for which it is said what became of a story."""


def _lay_ours(form: StoryForm) -> None:
    """Opens a finished story at the same box."""
    from gatherround.ui.screens.workshop_sheets import SeeOurs

    title, told = form.workshop.ours(form.draft.way)
    field = form.pages.here.field if form.pages.here is not None else "title"
    lay_over(form, SeeOurs(title, way_in(form.draft.way), told, field))


def _lay_file(form: StoryForm) -> None:
    """Shows the file that all of this comes to."""
    from gatherround.ui.screens.workshop_sheets import ThisFile

    lay_over(form, ThisFile(form.workshop.page(form.draft)))


def _lay_trial(form: StoryForm) -> None:
    """Plays it with three who are not there; nothing of it is recorded."""
    from gatherround.host.evening import Evening
    from gatherround.ui.screens.table import Table

    evening = Evening(None, form.house.clock)
    evening.start(form.workshop.pretend(form.draft))
    lay_over(form, Table(form.house, evening, patience=0, back_to=BACK_TO))


LAYS: Final[Mapping[str, Callable[[StoryForm], None]]] = {"ours": _lay_ours, "file": _lay_file, "play": _lay_trial}
"""What a key lays over the form, by its name."""


def ask_who_it_is(form: StoryForm, text: str) -> None:
    """Asks whether the two with capital letters are the people of this story, where nobody has said who is."""
    from gatherround.ui.screens.workshop_sheets import TheseTwo

    def take(people: tuple[str, ...] | None) -> None:
        if people:
            form.become(form.writing.changed(form.draft.about(people), "scene"))

    if people := who_it_may_be(form.draft, text):
        form.proposed = True
        lay_over(form, TheseTwo(people), take)


async def finish(form: StoryForm) -> None:
    """Puts the story on the shelf, goes to what is still to come, or asks first what happened here is asked."""
    gaps = missing(form.draft)
    if gaps:
        await form.turn_to(way_in(form.draft.way).page_of(gaps[0]), gaps[0], hint=still_to_come(gaps))
    elif form.draft.way == "happened":
        _finish_what_happened(form)
    else:
        _shelve(form)


def _finish_what_happened(form: StoryForm) -> None:
    """Shows it with other names first; the names as they were chosen are kept, and with a yes the story."""
    from gatherround.ui.screens.workshop_names import MadeUpNames

    def agreed(draft: Draft) -> None:
        form.writing = replace(form.writing, draft=draft)
        form.kept.touched()

    def named(may_be_kept: bool | None) -> None:
        form.kept.now()
        if may_be_kept:
            _shelve(form)

    naming = Naming(form.draft, form.workshop.names(form.draft))
    lay_over(form, MadeUpNames(naming, form.workshop.another, agreed), named)


def _on_the_shelf(told: Activity, today: date) -> Iterator[str]:
    """Says what became of a story: that it is there, whether it rests first, and whether it comes by itself."""
    yield f"On your shelf: {told.title}."
    if told.rests_until and rests(told, today.toordinal()):
        yield f"It rests until {until(told.rests_until, today)}: {COOLS}."
    if only_by_hand(told):
        yield BY_HAND


def _shelve(form: StoryForm) -> None:
    if not form.is_active:
        return
    try:
        told = form.workshop.shelve(form.draft)
    except CannotKeep as trouble:
        form.notify(trouble.sentence, markup=False)
        return  # what was typed last is still to be kept
    form.app.notify(" ".join(_on_the_shelf(told, form.house.today())), markup=False, timeout=LONG)
    form.rest()
    put_away(form)
