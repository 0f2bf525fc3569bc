"""The whole format as models: every problem of a file at once, and the schema that an editor completes from."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, WithJsonSchema

from gatherround.domain import activities as domain
from gatherround.domain import steps
from gatherround.domain.packs import Pack
from gatherround.pantry.fields import Ages, Day, Id, Line, OwnId, Players, Rungs, Shape, T
from gatherround.pantry.simple_steps import Flag, Word
from gatherround.pantry.step_schema import Step

FormatNumber: TypeAlias = Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]


class ChorusField(Shape):
    """A word and the noise the whole table makes at it."""

    word: Word
    noise: Word
    hands: Line | None = None


class SeatField(Shape):
    """A character of the story."""

    name: Annotated[str, Field(min_length=1, max_length=40)]
    wants: Line | None = None
    knows: Line | None = None
    worries: Line | None = None
    card: Line | None = None


class RecallField(Shape):
    """A line for tables that once took this door; `from` is activity/choice in the same story book."""

    from_: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
    door: Annotated[int, Field(ge=1, le=4)]
    text: T


class AdaptedField(Shape):
    """What a story was made from; it stays wherever the story goes."""

    story: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=121)]
    title: Annotated[str, Field(min_length=1, max_length=60)]
    licence: Line
    authors: list[Line] = Field(default_factory=list, max_length=20)

    def value(self) -> domain.Adapted:
        """Gives the origin that the rules know."""
        return domain.Adapted(story=self.story, title=self.title, licence=self.licence, authors=tuple(self.authors))


class ActivityFile(Shape):
    """One activity, as its file says it."""

    id: OwnId
    title: Annotated[str, Field(min_length=1, max_length=60)]
    kind: domain.Kind
    ages: Ages
    minutes: Annotated[int, Field(ge=1, le=30)]
    players: Players
    steps: list[Step] = Field(min_length=1, max_length=60)
    scene: T | None = None
    depth: Annotated[int, Field(ge=1, le=4)] = 1
    size: Literal["pebble", "brick", "boulder"] | None = None
    empathy: list[domain.Empathy] = Field(default_factory=list)
    helps: list[domain.Help] = Field(default_factory=list)
    component: (
        Literal["recognise", "cause", "reminder", "desire", "belief", "hiding", "mixed", "regulation", "morality"]
        | None
    ) = None
    flags: list[Id] = Field(default_factory=list)
    practices: list[Word] = Field(default_factory=list)
    why: list[Word] = Field(default_factory=list)
    props: list[Line] = Field(default_factory=list)
    preflight: Flag = False
    series: Id | None = None
    episode: Annotated[int, Field(ge=1, le=99)] | None = None
    recall: list[RecallField] = Field(default_factory=list)
    chorus: list[ChorusField] = Field(default_factory=list, max_length=4)
    seats: dict[Id, SeatField] = Field(default_factory=dict, max_length=9)
    others: T | None = None
    if_stuck: list[Line] = Field(default_factory=list)
    twists: list[Line] = Field(default_factory=list)
    whisper: Line | None = None
    coach: Line | None = None
    close: T | None = None
    phrase: Annotated[str, Field(min_length=1, max_length=30)] | None = None
    acts: list[T] = Field(default_factory=list, max_length=3)
    next: Line | None = None
    exit: T | None = None
    retired: Flag = False
    meant: list[Line] = Field(default_factory=list)
    """Phrases that the checker would ask about, and that are meant just so."""
    rests_until: Day | None = None
    """The day, such as 2031-06-05, before which this story is offered to nobody."""
    adapted_from: AdaptedField | None = None

    def value(self, pack: str) -> domain.Activity:
        """Gives the activity that the rules know, under its pack's name."""
        return domain.Activity(
            pack=pack,
            id=self.id,
            title=self.title,
            kind=self.kind,
            youngest=self.ages.low,
            oldest=self.ages.high,
            minutes=self.minutes,
            fewest=self.players.low,
            most=self.players.high,
            depth=self.depth,
            size=self.size,
            component=self.component,
            preflight=self.preflight,
            series=self.series,
            episode=self.episode,
            whisper=self.whisper,
            coach=self.coach,
            phrase=self.phrase,
            next=self.next,
            retired=self.retired,
            rests_until=self.rests_until,
            adapted_from=self.adapted_from.value() if self.adapted_from else None,
            **self._lists(),
            **self._texts(),
            **self._parts(pack),
        )

    def _lists(self) -> dict[str, Any]:
        names = ("empathy", "helps", "flags", "practices", "why", "props", "if_stuck", "twists", "meant")
        return {name: tuple(getattr(self, name)) for name in names}

    def _texts(self) -> dict[str, Any]:
        written: dict[str, Rungs | None] = {name: getattr(self, name) for name in ("scene", "others", "close", "exit")}
        return {name: text.wording() if text else None for name, text in written.items()}

    def _parts(self, pack: str) -> dict[str, Any]:
        recall = tuple(
            domain.Recall(source=f"{pack}/{at.from_}", door=at.door, text=at.text.wording()) for at in self.recall
        )
        seats = tuple(
            steps.Seat(id=key, name=at.name, wants=at.wants, knows=at.knows, worries=at.worries, card=at.card)
            for key, at in self.seats.items()
        )
        return {
            "steps": tuple(step.value() for step in self.steps),
            "acts": tuple(act.wording() for act in self.acts),
            "chorus": tuple(steps.Chorus(at.word, at.noise, at.hands) for at in self.chorus),
            "seats": seats,
            "recall": recall,
        }


class Requires(Shape):
    """What a story book needs of the game."""

    app: Line


class PackFile(Shape):
    """What a story book says of itself."""

    format: FormatNumber
    id: OwnId
    title: Annotated[str, Field(min_length=1, max_length=60)]
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,3}$")] = "1.0.0"
    language: Annotated[str, Field(pattern=r"^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    licence: Line = "private"
    authors: list[Line] = Field(default_factory=list)
    summary: Line = ""
    requires: Requires | None = None
    replaces: list[Id] = Field(default_factory=list)
    obsolete: Flag = False
    homepage: Line | None = None

    def value(self) -> Pack:
        """Gives the story book that the rules know."""
        return Pack(
            id=self.id,
            title=self.title,
            version=self.version,
            language=self.language,
            licence=self.licence,
            authors=tuple(self.authors),
            summary=self.summary,
            requires=self.requires.app if self.requires else None,
            replaces=tuple(self.replaces),
            obsolete=self.obsolete,
            homepage=self.homepage,
        )


class WholePack(PackFile):
    """A story book in one file: its own fields and a list of activities."""

    activities: list[ActivityFile] = Field(min_length=1, max_length=300)
