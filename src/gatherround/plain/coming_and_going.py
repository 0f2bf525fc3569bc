"""Who sits down and who gets up in the middle of a Round, and when to come back to it: questions that become moves."""

from __future__ import annotations

from typing import Final

from gatherround.domain import text
from gatherround.domain.play.make import TOPIC, NotNow, legal
from gatherround.domain.play.moves import Join, Later, Leave
from gatherround.domain.play.plan import Play
from gatherround.domain.rights import READ_BY
from gatherround.domain.text import same_name
from gatherround.host.dealing import sits_down
from gatherround.host.guests import SAY_HOW_OLD, NoChair, away_from, guest_by_words
from gatherround.host.house import House
from gatherround.plain.returning import when
from gatherround.plain.room import PlainRoom

WHO_SITS: Final = 'who sits down? An age (9), roughly (8 to 11), "grown-up" or a name'
FEW_WORDS: Final = "A few words, or enter for none."
BY_NAME: Final = 'By name: {names}. Somebody else by an age (9), roughly (8 to 11) or "grown-up".'
TOO_LONG: Final = "That is a little too long. A few words are enough."


def joining(room: PlainRoom, house: House, play: Play) -> Join | None:
    """Asks who sits down; raises NotNow where nobody may."""
    if Join(None) not in legal(play):
        raise NotNow
    away = away_from(play.plan, house.household.members())
    if away:
        room.say(BY_NAME.format(names=", ".join(one.name for one in away)))
    try:
        said = room.ask_with_help(f"{WHO_SITS} > ", SAY_HOW_OLD, "Whoever lives here, by name.")
        known = next((one for one in away if same_name(one.name, said.strip())), None)
        person = known or guest_by_words(said, play.plan.people, away=away)
    except NoChair as no:
        room.say(no.sentence)
        return None
    return sits_down(house, play, person)


def leaving(room: PlainRoom, play: Play) -> Leave | None:
    """Asks who gets up; raises NotNow where nobody may."""
    if not any(isinstance(move, Leave) for move in legal(play)):
        raise NotNow
    room.say(*(f"  {at}  {one.name}" for at, one in enumerate(play.plan.people, start=1)))
    said = room.ask_with_help("who gets up? > ", "The number of whoever gets up, or enter for nobody.").strip()
    if said.isdecimal() and 1 <= int(said) <= len(play.plan.people):
        return Leave(play.plan.people[int(said) - 1].id)
    return None


def later(room: PlainRoom, house: House) -> Later | None:
    """Asks when to come back, and what to."""
    room.say(READ_BY)
    try:
        topic = text.line(room.ask_with_help("about what? (may stay empty) > ", FEW_WORDS), TOPIC)
        if len(topic) > TOPIC:
            raise text.Unfit("too-long", TOO_LONG)
    except text.Unfit as unfit:
        room.say(unfit.sentence)
        return None
    due = when(room, house.clock.now())
    room.say(f"Promised for {due:%A, %H:%M}.")
    return Later(topic, due)
