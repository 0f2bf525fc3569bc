"""Plays one Round line by line, from the first beat to goodnight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatherround.domain import text
from gatherround.domain.dealing import NothingFits
from gatherround.domain.entries import CameBack
from gatherround.domain.people import Person
from gatherround.domain.play import NotNow, Play, legal
from gatherround.domain.play.beats import Ballot, Card
from gatherround.domain.play.make import TOPIC
from gatherround.domain.play.moves import Join, Later, Leave, Stop
from gatherround.domain.play.sayings import GOODNIGHT
from gatherround.domain.text import same_name
from gatherround.host.evening import Evening, OnlyLooking
from gatherround.host.guests import NoChair, guest_by_words
from gatherround.host.house import House
from gatherround.host.troubles import CannotKeep
from gatherround.plain.hearing import HELP, heard
from gatherround.plain.helping import serious
from gatherround.plain.picking import picked
from gatherround.plain.returning import at_least_two, becomes, goes_on, put_aside, what_waits, when, which_two
from gatherround.plain.room import Gone, PlainRoom
from gatherround.plain.setting import how_long, what_would_help, who_is_here
from gatherround.plain.speaking import WIDTH, spoken

TOO_LONG: Final = "That is a little too long. A few words are enough."
NO_STORY: Final = ("No story here is for just these people yet.", "Try another table, or add a story book.")
STAYS_OPEN: Final = "The Round stays open. Come back whenever you like."


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
        self._room.say(
            "Gather Round", "Anybody may pass, always, and nobody asks why.", "Enter goes on, ? shows the keys."
        )
        self._room.say(*self._house.notices)
        try:
            self._play(self._opened() or self._promised() or self._dealt())
        except OnlyLooking as looking:
            self._room.say(looking.sentence)
        except Gone:
            self._room.say("", STAYS_OPEN if self._evening.kept else GOODNIGHT)

    def _opened(self) -> Play | None:
        waiting = self._evening.waiting()
        if waiting is None:
            return None
        if not goes_on(self._room, let_go_first=self._evening.let_go_first(waiting)):
            self._evening.let_go(waiting)
            return None
        play = self._evening.go_on(waiting)
        if play is None:
            self._room.say("That one cannot be picked up any more. It has been let go.")
        return play

    def _promised(self) -> Play | None:
        """Asks what becomes of a promise, and opens the Round that keeps it."""
        promises = self._house.promises()
        promise = promises.waiting()
        if promise is None:
            return None
        try:
            match becomes(self._room, promises.line(promise)):
                case "now":
                    pair = which_two(self._room, at_least_two(self._room, self._house.household.members()))
                    return self._evening.start(self._house.come_back(promise, pair), CameBack(promise.entry))
                case "another time":
                    promises.another_time(promise, when(self._room, self._house.clock.now()))
                case "let it go":
                    promises.let_go(promise)
                case _:
                    pass
        except CannotKeep as trouble:
            self._room.say(trouble.sentence)
        return None

    def _dealt(self) -> Play:
        """Sets tables until there is a story for one."""
        while True:
            people = who_is_here(self._room, self._house.household.members())
            if (play := self._taken_up(people)) is not None:
                return play
            minutes = how_long(self._room)
            if self._story:
                if (plan := picked(self._room, self._house, people, minutes, self._story)) is not None:
                    return self._evening.start(plan)
                continue
            wish = what_would_help(self._room)
            try:
                return self._evening.start(self._house.deal(people, minutes, wish))
            except NothingFits:
                self._room.say(*NO_STORY)

    def _taken_up(self, people: Sequence[Person]) -> Play | None:
        """Offers what just these people have put aside, and opens the Round that takes it up."""
        try:
            one = what_waits(self._room, self._house.promises(), people, self._house.clock.now())
        except CannotKeep as trouble:
            self._room.say(trouble.sentence)
            return None
        if one is None or len(people) < 2:
            return None
        return self._evening.start(self._house.come_back(one, which_two(self._room, people)), CameBack(one.entry))

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

    def _announce(self, play: Play) -> None:
        title = play.dealt.activity.title if play.dealt else ""
        if title and title != self._title:
            self._room.say("", f"--- {title} ---", *(text.wrap(play.dealt.why, WIDTH) if play.dealt else ()))
        self._title = title

    def _say_notices(self) -> None:
        self._room.say(*self._evening.notices)
        self._evening.notices.clear()

    def _next(self, play: Play) -> Play:
        """Asks until a line moves the play."""
        while True:
            line = self._line(play)
            try:
                moved = self._moved(play, line.strip().casefold())
            except NotNow:
                self._room.say("Not just now. ? shows the keys.")
                continue
            if moved is not None:
                return moved

    def _line(self, play: Play) -> str:
        if isinstance(play.beat, Ballot) and not play.paused:
            return self._room.ask_hidden()
        line = self._room.ask()
        if isinstance(play.beat, Card) and play.beat.open:
            self._room.cover()
        return line

    def _moved(self, play: Play, said: str) -> Play | None:
        """Gives the play after a line, or none where the line only looked."""
        match said:
            case "?" | "c":
                self._room.say(*(HELP if said == "?" else (self._coach(play),)))
            case "h":
                self._room.say_all(serious(self._house))
            case "j":
                return self._joined(play)
            case "l":
                return self._left(play)
            case "w" if play.paused:
                return self._later()
            case "w" if not isinstance(play.beat, Ballot | Card):
                put_aside(self._room, self._house.promises())
            case "x" if not play.paused:
                return self._evening.make(Stop())
            case "b" if not (isinstance(play.beat, Ballot) and play.votes):
                return self._evening.back()
            case _:
                move = heard(play, said)
                if move is None:
                    raise NotNow
                return self._evening.make(move)
        return None

    def _coach(self, play: Play) -> str:
        if isinstance(play.beat, Card) or play.dealt is None:
            return "Nothing to whisper here."
        stuck = getattr(play.beat, "if_stuck", ())
        return " · ".join(part for part in (play.dealt.activity.whisper, *stuck) if part) or "Nothing to whisper here."

    def _joined(self, play: Play) -> Play | None:
        if Join(None) not in legal(play):
            raise NotNow
        here = {person.id for person in play.plan.people}
        try:
            said = self._room.ask("who sits down? > ")
            members = self._house.household.members()
            known = next((one for one in members if same_name(one.name, said.strip())), None)
            person = known if known and known.id not in here else guest_by_words(said, play.plan.people, away=members)
        except NoChair as no:
            self._room.say(no.sentence)
            return None
        return self._evening.make(Join(person, self._house.left_alone_by((*play.plan.people, person))))

    def _left(self, play: Play) -> Play | None:
        if not any(isinstance(move, Leave) for move in legal(play)):
            raise NotNow
        self._room.say(*(f"  {at}  {one.name}" for at, one in enumerate(play.plan.people, start=1)))
        said = self._room.ask("who gets up? > ").strip()
        if said.isdecimal() and 1 <= int(said) <= len(play.plan.people):
            return self._evening.make(Leave(play.plan.people[int(said) - 1].id))
        return None

    def _later(self) -> Play | None:
        try:
            topic = text.line(self._room.ask("about what? (may stay empty) > "), TOPIC)
            if len(topic) > TOPIC:
                raise text.Unfit("too-long", TOO_LONG)
        except text.Unfit as unfit:
            self._room.say(unfit.sentence)
            return None
        due = when(self._room, self._house.clock.now())
        self._room.say(f"Promised for {due:%A, %H:%M}.")
        return self._evening.make(Later(topic, due))
