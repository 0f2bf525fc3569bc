"""Stages gate what fits a person; bands choose the wording they are asked in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Band(StrEnum):
    """One of the four wordings of a step, youngest first."""

    TODDLER = "toddler"
    SCHOOL = "school"
    TEEN = "teen"
    ADULT = "adult"


BANDS: Final = tuple(Band)
COMPONENTS: Final = (
    "recognise",
    "cause",
    "reminder",
    "desire",
    "belief",
    "hiding",
    "mixed",
    "regulation",
    "morality",
)
"""The nine components of emotion understanding in the order children reach them (Pons, Harris and de Rosnay 2004)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One of the seven stages of growing up that gate what a person is dealt.

    Ages are whole years, both ends included. `typical` stands in for a guest whose age nobody asked.
    `shelf` is how many feeling words the stage meets (after Baron-Cohen et al. 2010: known words double about every
    two years from 4 to 11). `component` is the furthest component of emotion understanding that suits the stage.
    """

    key: str
    low: int
    high: int
    typical: int
    band: Band
    shelf: int
    component: str

    @property
    def said(self) -> str:
        """How old somebody of it is, in the one wording that every page has."""
        return "grown-up" if self.band is Band.ADULT else span_said(self.low, self.high)


def span_said(low: int, high: int) -> str:
    """Says whole years from one to another: 2, 3 to 4."""
    return str(low) if low == high else f"{low} to {high}"


STAGES: Final = (
    Stage(key="2", low=2, high=2, typical=2, band=Band.TODDLER, shelf=4, component="cause"),
    Stage(key="3-4", low=3, high=4, typical=3, band=Band.TODDLER, shelf=8, component="desire"),
    Stage(key="5-7", low=5, high=7, typical=6, band=Band.SCHOOL, shelf=18, component="hiding"),
    Stage(key="8-11", low=8, high=11, typical=9, band=Band.SCHOOL, shelf=36, component="morality"),
    Stage(key="12-14", low=12, high=14, typical=13, band=Band.TEEN, shelf=60, component="morality"),
    Stage(key="15-17", low=15, high=17, typical=16, band=Band.TEEN, shelf=80, component="morality"),
    Stage(key="18+", low=18, high=130, typical=40, band=Band.ADULT, shelf=80, component="morality"),
)
FIRST_CHAIR: Final = frozenset({"2", "3-4"})
"""The stages for which the first chair of a guest stands: two to four."""
GUEST_CHAIRS: Final = STAGES[1:]
"""The stage of each of a guest's six chairs; whoever sits on the first is dealt to as somebody of three."""
ADULT: Final = STAGES[-1]
_GROWN: Final = frozenset({"grown-up", "grown up", "grownup", "adult", "g", "18"})


def stage_of(age: int) -> Stage | None:
    """Gives the stage of somebody of `age` whole years; below two there is none: at the table, never dealt."""
    return next((stage for stage in STAGES if stage.low <= age <= stage.high), None)


def stage_named(key: str) -> Stage:
    """Gives the stage written as `key` ("2", "3-4" … "18+"); raises KeyError for any other text."""
    for stage in STAGES:
        if stage.key == key:
            return stage
    raise KeyError(key)


def stage_by_words(words: str) -> Stage | None:
    """Gives the stage that is said as on every page ("8 to 11", "grown-up") or shortly ("8-11", "18+"), or none."""
    said = " ".join(words.casefold().split())
    return ADULT if said in _GROWN else next((stage for stage in STAGES if said in {stage.key, stage.said}), None)


def chair_said(stage: Stage) -> str:
    """Says for which ages a guest's chair is."""
    return span_said(STAGES[0].low, stage.high) if stage is GUEST_CHAIRS[0] else stage.said


def rank(stage: Stage) -> int:
    """Tells how far along the seven stages this one is, 0 to 6."""
    return STAGES.index(stage)


def age_on(day: date, year: int, month: int) -> int:
    """Gives the whole years of somebody born in `month` of `year`, as seen on `day`; never below zero.

    The birthday is taken as the first of the month: nobody is asked for the day.
    """
    return max(0, day.year - year - (day.month < month))


def suits(component: str, stage: Stage) -> bool:
    """Tells whether a component lies at most one step above what the stage understands (after Pons et al. 2004)."""
    return COMPONENTS.index(component) <= COMPONENTS.index(stage.component) + 1
