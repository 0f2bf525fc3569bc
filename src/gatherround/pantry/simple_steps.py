"""The steps without doors, as a story book writes them: each with its own fields."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from gatherround.domain import steps as domain
from gatherround.pantry.fields import Line, Rungs, Shape, T

Who: TypeAlias = Literal["turn", "next", "everyone", "adults-first"]
Word: TypeAlias = Annotated[str, Field(min_length=1, max_length=40)]
SCENE: Final = "scene"


def _wordings(texts: list[Rungs]) -> tuple[domain.Wording, ...]:
    return tuple(text.wording() for text in texts)


def _wording(text: Rungs | None) -> domain.Wording | None:
    return None if text is None else text.wording()


def _flag(written: Any) -> Any:
    """Reads true and false (and yes and no), and nothing else that YAML once took for them."""
    spoken = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(written, str) and written.casefold() in spoken:
        return spoken[written.casefold()]
    raise PydanticCustomError("flag", "true or false")


Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]


class SmallHands(Shape):
    """What the long key does."""

    effect: Literal["crash", "splash", "sneeze", "dark"]
    word: Annotated[str, Field(min_length=1, max_length=12)]


class Read(Shape):
    """Read aloud, breath by breath. The word `scene` alone stands for the activity's scene."""

    text: T
    face: Word | None = None
    beat: Literal["laugh", "hush"] | None = None
    small_hands: SmallHands | None = None

    def value(self) -> domain.Read:
        """Gives the step that the rules know."""
        hands = domain.SmallHands(self.small_hands.effect, self.small_hands.word) if self.small_hands else None
        text = None if self.text.plain == SCENE else self.text.wording()
        return domain.Read(text=text, face=self.face, beat=self.beat, small_hands=hands)


class Ask(Shape):
    """A question to somebody real, answered aloud."""

    text: T
    who: Who = "turn"
    wait: Annotated[int, Field(ge=0, le=15)] = 0
    easier: list[T] = Field(default_factory=list, max_length=6)
    if_stuck: list[T] = Field(default_factory=list, max_length=6)
    show: Flag = False
    marks: list[Literal["known", "guessed", "?"]] = Field(default_factory=list)

    def value(self) -> domain.Ask:
        """Gives the step that the rules know."""
        return domain.Ask(
            text=self.text.wording(),
            who=self.who,
            wait=self.wait,
            easier=_wordings(self.easier),
            if_stuck=_wordings(self.if_stuck),
            show=self.show,
            marks=tuple(self.marks),
        )


class Name(Shape):
    """A cause, a feeling word chosen for it, and the mirror that says both back."""

    cause: T
    mirror: T
    about: Line | None = None
    who: Literal["turn", "next", "everyone"] = "turn"
    options: list[Word] | None = Field(default=None, min_length=2, max_length=6)
    also: Line | None = None

    def value(self) -> domain.Name:
        """Gives the step that the rules know."""
        return domain.Name(
            cause=self.cause.wording(),
            mirror=self.mirror.wording(),
            about=self.about,
            who=self.who,
            options=tuple(self.options or ()),
            also=self.also,
        )


class Seats(Shape):
    """Open, or private cards under the kettle."""

    how: Literal["open", "private"]

    def value(self) -> domain.Seats:
        """Gives the step that the rules know."""
        return domain.Seats(private=self.how == "private")


class Swap(Shape):
    """Everybody moves: `next` seat, one they `choose`, or the turn person to the seat named."""

    text: T | None = None
    to: Word = "next"

    def value(self) -> domain.Swap:
        """Gives the step that the rules know."""
        return domain.Swap(to=self.to, text=_wording(self.text))


class Guess(Shape):
    """A guess about a seat, the next person, or somebody picked; the person is always asked."""

    about: Word
    prompt: T
    check: Line | None = None
    sure: Flag = False

    def value(self) -> domain.Guess:
        """Gives the step that the rules know."""
        return domain.Guess(about=self.about, prompt=self.prompt.wording(), check=self.check, sure=self.sure)


class Echo(Shape):
    """Speak, say it back, one question, did I get that right; then the other way round."""

    topic: T
    swap: Flag = True
    starters: list[T] = Field(default_factory=list, max_length=4)
    seconds: list[Annotated[int, Field(ge=5, le=600)]] | None = Field(default=None, min_length=3, max_length=3)

    def value(self) -> domain.Echo:
        """Gives the step that the rules know."""
        return domain.Echo(
            topic=self.topic.wording(),
            swap=self.swap,
            starters=_wordings(self.starters),
            seconds=tuple(self.seconds or ()),
        )


class Vote(Shape):
    """A private ballot. The word `again` alone repeats the last one."""

    question: T
    options: list[T] = Field(default_factory=list, max_length=4)

    @model_validator(mode="after")
    def _has_doors(self) -> Vote:
        if self.question.plain != "again" and len(self.options) < 2:
            raise PydanticCustomError("vote_options", "a ballot has two to four options")
        return self

    def value(self) -> domain.Vote | domain.VoteAgain:
        """Gives the step that the rules know."""
        if self.question.plain == "again" and not self.options:
            return domain.VoteAgain()
        return domain.Vote(question=self.question.wording(), options=_wordings(self.options))


class Facts(Shape):
    """One to six fact cards, one at a time."""

    cards: list[T] = Field(min_length=1, max_length=6)
    ask: T | None = None

    def value(self) -> domain.Facts:
        """Gives the step that the rules know."""
        return domain.Facts(cards=_wordings(self.cards), ask=_wording(self.ask))


class Talk(Shape):
    """Everybody once, grown-ups last, with four lanterns."""

    prompt: T
    minutes: Annotated[int, Field(ge=1, le=5)] = 3

    def value(self) -> domain.Talk:
        """Gives the step that the rules know."""
        return domain.Talk(prompt=self.prompt.wording(), minutes=self.minutes)


class Rewind(Shape):
    """A small scene again with one thing changed."""

    from_: T
    change: T

    def value(self) -> domain.Rewind:
        """Gives the step that the rules know."""
        return domain.Rewind(start=self.from_.wording(), change=self.change.wording())


class Breathe(Shape):
    """Breathe together: soup, star or senses."""

    pattern: Literal["soup", "star", "senses"]
    times: Annotated[int, Field(ge=1, le=6)] | None = None

    def value(self) -> domain.Breathe:
        """Gives the step that the rules know; the senses are gone through once, a breath four times."""
        return domain.Breathe(pattern=self.pattern, times=self.times or (1 if self.pattern == "senses" else 4))


class Write(Shape):
    """A few words on paper or aloud."""

    prompt: T
    words: Annotated[int, Field(ge=1, le=60)] = 20
    keep: Literal["no", "corner"] = "no"

    def value(self) -> domain.Write:
        """Gives the step that the rules know."""
        return domain.Write(prompt=self.prompt.wording(), words=self.words, keep=self.keep)


class Offer(Shape):
    """One to three caring acts; "nothing today" is always added."""

    acts: list[T] = Field(min_length=1, max_length=3)
    prompt: T | None = None

    def value(self) -> domain.Offer:
        """Gives the step that the rules know."""
        return domain.Offer(acts=_wordings(self.acts), prompt=_wording(self.prompt))
