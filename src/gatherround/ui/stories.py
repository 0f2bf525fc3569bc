"""How what was found is told on the screen: as a list, as a page, and as a kind word where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatherround.domain.at_the_shelf import AtTheShelf
from gatherround.domain.dealing.choosing import WISH_HELPS
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.finding import Found, Wanted, for_whom, warnings
from gatherround.domain.people import Person, Wish
from gatherround.domain.play.sayings import DEPTHS
from gatherround.domain.resting import COOLS
from gatherround.host.finding import Finding
from gatherround.host.narrowing import Dial
from gatherround.host.wishes import said
from gatherround.ui import words
from gatherround.ui.widgets.preview_page import Page
from gatherround.ui.widgets.story_cards import StoryCard
from gatherround.ui.widgets.story_list import Listed
from gatherround.ui.widgets.story_shelf import Laid
from gatherround.ui.words import Words

_MOST_RESTING: Final = 3
_COUNTS: Final = ("no", "a", "two", "three", "four", "five", "six")
_NO_STORY: Final = "Nothing on the shelf is for just these people."
_CHAIRS: Final = "[b]esc[/b] goes back: another chair may help, or a story book."
_NO_WORDS: Final = "No story here has [b]$words[/b] in it."
_FEWER: Final = "A letter less may find one."
_OTHERS: Final = "[b]/[/b] other words   [b]⌫[/b] every story"
_ELSEWHERE: Final = "Other tables have $count. [b]esc[/b] and see who is here."
_NO_FAVOURITE: Final = "No favourites yet: [b]v[/b] on a story makes it one."
_NOTHING_OUT: Final = "Nothing is left out for this table."
_NO_WISH: Final = "Nothing for this table says [b]$wish[/b]."
_WISHES: Final = "[b]h[/b] another wish   [b]⌫[/b] every story"
_NARROW: Final = "No story is all of that. Ask for less."
_LESS: Final = "[b]f[/b] ask for less   [b]⌫[/b] every story"


def is_ours(one: Found | None) -> bool:
    """Tells whether a story stands in our own book."""
    return one is not None and one.activity.pack == BOOK


def laid(finding: Finding, at: AtTheShelf, dials: Sequence[Dial], *, typing: bool = False) -> Laid:
    """Tells all that lies on the shelf; where nothing is, whoever is `typing` a search hears of a letter less."""
    one, wanted = at.leaf.open_one, at.wanted
    return Laid(
        listed=listed(finding, at, dials),
        page=page_of(finding, one) if one is not None else None,
        nothing=nothing(finding, wanted, typing=typing) if one is None else words.plain(""),
        ours=is_ours(one),
        easy=wanted.wish == "hard-night",
    )


def listed(finding: Finding, at: AtTheShelf, dials: Sequence[Dial]) -> Listed:
    """Tells what is asked and the few that are listed now."""
    leaf, wanted = at.leaf, at.wanted
    return Listed(
        wish=said(wanted.wish),
        asks=asked_of(dials, wanted),
        cards=tuple(card_of(finding, each, wanted.wish) for each in leaf.page),
        place=leaf.on_page,
        room=leaf.room,
        rest=leaf.rest,
        besides=next(iter(finding.resting(wanted)), "") if leaf.page else "",
    )


def heading(people: Sequence[Person], minutes: int) -> str:
    """Says how long and for whom: children by name, grown-ups by name only among themselves."""
    grown = [person for person in people if person.grown]
    named = people if len(grown) == len(people) else [person for person in people if not person.grown]
    names = [" ".join(person.name.split()) for person in named]
    if 0 < len(grown) < len(people):
        count = _COUNTS[len(grown)] if len(grown) < len(_COUNTS) else str(len(grown))
        names.append(f"{count} {'grown-up' if len(grown) == 1 else 'grown-ups'}")
    return f"{minutes} min for {' · '.join(names)}"


def marks_of(finding: Finding, one: Found) -> tuple[str, ...]:
    """Says what this family has done with a story."""
    full_id = one.activity.full_id
    hidden, favourite = (finding.marking.names(mark, full_id) for mark in ("hidden", "favourite"))
    return (
        *(("in the envelope",) if full_id in finding.in_envelope else ()),
        *((f"left out for {', '.join(hidden)}",) if hidden else ()),
        *((f"a favourite of {', '.join(favourite)}",) if favourite else ()),
        *(("played lately",) if one.lately else ()),
    )


def card_of(finding: Finding, one: Found, wish: Wish = "surprise") -> StoryCard:
    """Tells a story in two lines; what was wished for stands first of what it helps with."""
    light = DEPTHS[one.activity.depth - 1] if one.activity.depth <= 2 else ""
    wished = WISH_HELPS.get(wish)
    helps = (said(help_) for help_ in sorted(one.activity.helps, key=lambda help_: help_ != wished))
    parts = (*marks_of(finding, one), for_whom(one, finding.asked.people), light, *helps)
    more = tuple(part for part in parts if part)
    return StoryCard(one.activity.title, max(1, round(one.minutes)), warnings(one.activity), more)


def page_of(finding: Finding, one: Found) -> Page:
    """Tells a story on a page, as this table would play it."""
    return Page(finding.preview(one), finding.asked.people, marks_of(finding, one))


def asked_of(dials: Sequence[Dial], wanted: Wanted) -> str:
    """Says what is asked for besides what would help."""
    return " · ".join(dial.said(wanted) for dial in dials if dial.field != "wish" and not dial.lifted(wanted))


def nothing(finding: Finding, wanted: Wanted, *, typing: bool = False) -> Words:
    """Says kindly why nothing is there, and what to do next."""
    if resting := finding.resting(wanted)[:_MOST_RESTING]:
        told = words.stacked(*(words.plain(f"{one}: {COOLS}.") for one in resting))
        return _told(told, "" if typing else _OTHERS)
    if not finding.shelf.fits:
        return _told(words.phrase(_NO_STORY), _CHAIRS)
    if wanted.words.strip() and wanted == Wanted(words=wanted.words):
        count = finding.elsewhere(wanted)
        told = words.phrase(_NO_WORDS, words=wanted.words.strip())
        elsewhere = words.phrase(_ELSEWHERE, count=str(count)) if count else words.plain("")
        return _told(words.stacked(told, elsewhere), _FEWER if typing else _OTHERS)
    if wanted in (Wanted(marked="favourite"), Wanted(marked="hidden")):
        return _told(words.phrase(_NO_FAVOURITE if wanted.marked == "favourite" else _NOTHING_OUT), _LESS)
    if wanted == Wanted(wish=wanted.wish):
        return _told(words.phrase(_NO_WISH, wish=said(wanted.wish)), _WISHES)
    return _told(words.phrase(_NARROW), _LESS)


def _told(why: Words, next_: str) -> Words:
    return words.stacked(why, words.plain(""), words.phrase(next_))
