"""A glance at a story while it is written: one thing is said, at its box, and the table follows to where one types."""

from __future__ import annotations

from drafts import a_draft
from gatherround.domain.drafts.advice import Advice, Opinion
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.glance import Glance, Here, glanced
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.play.beats import Say

NONE = Opinion()


def at(draft: Draft, field: str, opinion: Opinion = NONE, *, letter: int = 0, hint: Advice | None = None) -> Glance:
    way = way_in(draft.way)
    return glanced(draft, Here(way.pages[way.page_of(field)], field, letter), opinion, hint=hint)


def says(glance: Glance) -> str:
    return glance.says.says if glance.says is not None else ""


def test_a_hint_is_said_before_all_else_and_gone_once_its_box_is_filled() -> None:
    hint, long = Advice("title", "Still to come: a title."), Opinion((Advice("title", "A long one."),))
    assert says(at(a_draft(title=""), "title", long, hint=hint)) == "Still to come: a title."
    assert says(at(a_draft(title="The Cake"), "title", long, hint=hint)) == "A long one."


def test_ages_that_cannot_be_read_are_said_on_the_page_where_they_stand_and_on_no_other() -> None:
    odd = a_draft(ages="a few")
    assert "cannot be read" in says(at(odd, "title"))
    assert says(at(odd, "scene")) == ""


def test_of_what_could_be_better_the_box_of_now_comes_first_and_only_what_is_on_this_page() -> None:
    opinion = Opinion((Advice("ages", "ages"), Advice("title", "title"), Advice("scene", "scene")))
    assert [says(at(a_draft(), field, opinion)) for field in ("title", "ages", "scene")] == ["title", "ages", "scene"]
    assert says(at(a_draft(), "close", opinion)) == ""


def test_the_second_of_two_people_is_thought_of_where_nothing_else_is_to_be_said() -> None:
    draft = a_draft(name1="Bea", name2="Kofi", knows1="she cried on Monday")
    assert "Kofi" in says(at(draft, "knows1"))
    assert says(at(draft, "knows1", Opinion((Advice("knows1", "a secret"),)))) == "a secret"


def test_the_table_shows_the_breath_in_which_one_types_and_the_notes_say_what_is_still_to_come() -> None:
    scene = " ".join(f"This is sentence number {count} of it all." for count in range(20))
    first, last = (at(a_draft(scene=scene), "scene", letter=letter).play.beats[0] for letter in (0, len(scene)))
    assert isinstance(first, Say)
    assert isinstance(last, Say)
    assert "number 0" in first.text
    assert "number 19" in last.text
    assert "Still to come: a title" in at(a_draft(title=""), "scene").notes
    assert dict(at(a_draft(), "scene", Opinion(quiet=(("scene", "easy"),))).quiet) == {"scene": "easy"}
