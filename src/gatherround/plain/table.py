"""Plays one Round line by line, from the first beat to goodnight."""

from __future__ import annotations

from typing import Final

from gatherround.domain import text
from gatherround.domain.play.beats import Ballot, Card
from gatherround.domain.play.looking import lies, title, whispered, why
from gatherround.domain.play.make import NotNow
from gatherround.domain.play.moves import Move, Stop
from gatherround.domain.play.plan import Play
from gatherround.domain.play.sayings import GOODNIGHT
from gatherround.domain.rights import RIGHTS_IN_FULL
from gatherround.host.evening import Evening, OnlyLooking
from gatherround.host.house import House
from gatherround.host.window import greeting
from gatherround.plain.coming_and_going import joining, later, leaving
from gatherround.plain.hearing import HELP, heard, is_key
from gatherround.plain.helping import serious
from gatherround.plain.keeping_places import keep_places
from gatherround.plain.returning import put_aside
from gatherround.plain.room import LEAVES, Gone, PlainRoom
from gatherround.plain.sitting_down import dealt, opened, promised
from gatherround.plain.speaking import WIDTH, spoken

STAYS_OPEN: Final = "The Round stays open. Come back whenever you like."
LEAVE_ASKED: Final = "Leave? The Round stays open. q again leaves, enter goes on. > "
NOT_NOW: Final = "Not just now. ? shows the keys."
NO_KEY: Final = "That means nothing here. ? shows what can be typed."
NO_WHISPER: Final = "Nothing to whisper here."


class PlainTable:
    """One table in one plain room; with a `story`, that one is played and none is dealt."""

    def __init__(self, house: House, room: PlainRoom, story: str = "") -> None:
        self._house = house
        self._room = room
        self._evening: Evening = house.evening()
        self._title = ""
        self._story = story

    def sit_down(self) -> None:
        """Welcomes, goes on with an open Round or deals a new one, and plays it; a closed input leaves it open."""
        house, room, evening = self._house, self._room, self._evening
        room.say("Gather Round", RIGHTS_IN_FULL, "Enter goes on, ? says what can be typed, q leaves.")
        room.say(*filter(None, (greeting(house),)), *house.notices)
        try:
            self._play(
                opened(room, evening) or promised(room, house, evening) or dealt(room, house, evening, self._story)
            )
        except OnlyLooking as looking:
            room.say(looking.sentence)
        except Gone:
            room.say("", STAYS_OPEN if evening.kept else GOODNIGHT)

    def _play(self, play: Play) -> None:
        while play.phase != "night":
            self._say_notices()
            self._announce(play)
            if play.paused:
                self._room.say_all(("PAUSE. Breathe together.", "  enter go on    w come back later    x stop here"))
            else:
                self._room.say_all(spoken(play))
            play = self._next(play)
        self._say_notices()
        self._room.say_all(spoken(play))
        if self._evening.kept:
            keep_places(self._room, self._house, play.plan.people)

    def _announce(self, play: Play) -> None:
        """Says which story it is, and why that one, once both are known."""
        now = title(play)
        if now and now != self._title:
            self._room.say("", f"--- {now} ---", *text.wrap(why(play), WIDTH))
        self._title = now or self._title

    def _say_notices(self) -> None:
        self._room.say(*self._evening.notices)
        self._evening.notices.clear()

    def _next(self, play: Play) -> Play:
        """Asks until a line moves the play."""
        while True:
            said = self._line(play).strip().casefold()
            if said in LEAVES:
                self._leaves()
                continue
            try:
                moved = self._moved(play, said)
            except NotNow:
                ends = self._evening.way_back.ends if said == "b" else ""
                self._room.say(ends or (NOT_NOW if is_key(said) else NO_KEY))
                continue
            if moved is not None:
                return moved

    def _leaves(self) -> None:
        """Asks once more; whoever leaves is Gone."""
        if self._room.ask(LEAVE_ASKED).strip().casefold() in LEAVES:
            raise Gone

    def _line(self, play: Play) -> str:
        if isinstance(play.beat, Ballot) and not play.paused:
            return self._room.ask_hidden()
        line = self._room.ask()
        if isinstance(play.beat, Card) and play.beat.open:
            self._room.cover()
        return line

    def _moved(self, play: Play, said: str) -> Play | None:
        """Gives the play after a line, or none where the line only looked."""
        if said == "b" and not (isinstance(play.beat, Ballot) and play.votes):
            return self._evening.back()
        if self._only_looked(play, said):
            return None
        move = self._asked_for(play, said)
        return None if move is None else self._evening.make(move)

    def _only_looked(self, play: Play, said: str) -> bool:
        """Says or asks what moves nothing; tells whether it was that."""
        match said:
            case "?":
                self._room.say(*HELP)
            case "c":
                self._room.say(_coach(play))
            case "!" | "h":
                self._room.say_all(serious(self._house))
            case "w" if not (play.paused or isinstance(lies(play), Ballot | Card)):
                put_aside(self._room, self._house.promises())
            case _:
                return False
        return True

    def _asked_for(self, play: Play, said: str) -> Move | None:
        """Gives the move that a line means, asking where something is still to be said; none where it is let be."""
        match said:
            case "j":
                return joining(self._room, self._house, play)
            case "l":
                return leaving(self._room, play)
            case "w" if play.paused:
                return later(self._room, self._house)
            case "x" if not play.paused:
                return Stop()
        if (move := heard(play, said)) is None:
            raise NotNow
        return move


def _coach(play: Play) -> str:
    """Gives the coach line, and what else may be said to whoever is stuck; nothing over a card."""
    if isinstance(play.beat, Card) or play.dealt is None:
        return NO_WHISPER
    stuck = getattr(play.beat, "if_stuck", ())
    return " · ".join(part for part in (whispered(play), *stuck) if part) or NO_WHISPER
