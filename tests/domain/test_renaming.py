"""Names in, made-up names out: golden cases of what families call each other."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafts import a_draft
from gatherround.domain.drafts.draft import Renamed
from gatherround.domain.drafts.names import names_in, people_in
from gatherround.domain.drafts.pronouns import said_of
from gatherround.domain.drafts.renaming import Naming, agreed, another, called, met, proposed, renamed, swapped
from gatherround.domain.drafts.standing_in import MADE_UP, goes_with
from gatherround.domain.drafts.telling import tell
from gatherround.pantry.block import activity_page

GOLDEN = (
    # who, what was written, what stands there afterwards
    (("Theo=Otto",), "Theo took Theo's cup.", "Otto took Otto's cup."),
    (("Theo=Otto",), "“Theo’s!” said Mum. THEO! (theo)", "“Otto’s!” said Mum. OTTO! (Otto)"),
    (("Theo,Teddy,T-Bear=Otto",), "Teddy is T-Bear is Theo.", "Otto is Otto is Otto."),
    (("James=Bruno",), "James' hat. James's bag. It was James.", "Bruno's hat. Bruno's bag. It was Bruno."),
    (("James=Bruno",), "'I saw James' said Mum.", "'I saw Bruno' said Mum."),
    (("Ann=Ilse", "Anna=Zora"), "Ann met Anna. Anna's cat, Ann's dog.", "Ilse met Zora. Zora's cat, Ilse's dog."),
    (("Jo=Ilse", "Joanna=Fenn"), "Jo, Joanna, Johan", "Ilse, Fenn, Johan"),
    (("Mia=Ilse", "Max=Fenn"), "Mia and Max. Maximum miaow.", "Ilse and Fenn. Maximum miaow."),
    (("Will=Otto",), "Will you come? I will. Will laughed.", "Will you come? I will. Otto laughed."),
    (("Will=Otto",), "Will Will come?", "Otto Otto come?"),
    (("May=Zora",), "In May it rained. May was wet. It may rain.", "In May it rained. Zora was wet. It may rain."),
    (("Rose=Zora",), "A rose for Rose. Rose rose.", "A rose for Zora. Zora rose."),
    (("Mark=Otto",), "Mark my words, said Mark. A mark.", "Otto my words, said Otto. A mark."),
    (("Zoë=Ilse",), "Zoë, Zoe and zoë.", "Ilse, Ilse and Ilse."),
    (("Łukasz=Bruno",), "Łukasz lost. Lukasz won.", "Bruno lost. Bruno won."),
    (("Theo=Mia", "Mia=Theo"), "Theo and Mia.", "Mia and Theo."),
    (("Mia-Lou=Greta",), "Mia-Lou's tower. Mia-Lou!", "Greta's tower. Greta!"),
    (("Theo=Otto",), "The Theos are coming. Theodore is not.", "The Ottos are coming. Theodore is not."),
    (("[b]=Otto",), "[b] took it. [/b]", "Otto took it. [/b]"),
    ((r"\1=Otto",), r"\1 took it.", "Otto took it."),
    (("小明=Otto",), "小明 took it.", "Otto took it."),
)


def change(said: str) -> Renamed:
    real, made_up = said.split("=")
    return Renamed(tuple(real.split(",")), made_up)


@pytest.mark.parametrize(("who", "written", "afterwards"), GOLDEN)
def test_names_are_changed_with_all_that_hangs_on_them(who: tuple[str, ...], written: str, afterwards: str) -> None:
    assert swapped(written, [change(one) for one in who]) == afterwards


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Theo", ("Theo",)),
        ("Theo, Teddy", ("Theo", "Teddy")),
        ("Theo (Teddy, T-Bear)", ("Theo", "Teddy", "T-Bear")),
        ("Theo or Teddy", ("Theo", "Teddy")),
        ("Victor", ("Victor",)),
        ("", ()),
    ],
)
def test_a_name_may_bring_its_nicknames(said: str, names: tuple[str, ...]) -> None:
    assert called(said) == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mia wanted the red cup. Theo had it. Mia cried.", ("Mia", "Theo")),
        ("On Monday the bus was late. Nobody minded but Priya and old Mr Baptiste.", ("Priya", "Baptiste")),
        ("When it rains, Dad sings. Then Gran sings too.", ("Dad", "Gran")),
        ("Snow. Snow on the roof, snow in the shoe.", ()),
        ("I think I know. I do.", ()),
        ("“Give it back!” said Leila.", ("Leila",)),
        ("THE BUS IS LATE", ()),
        ("Will Will come? Will laughed.", ("Will",)),
        ("", ()),
    ],
)
def test_two_people_are_proposed_from_a_paragraph(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text) == people


CAKE = (
    "Hanna baked a cake for Opa Jo. Opa Jo laughed, and Jo hid his piece. Then Hanna ate her piece of cake, and Opa"
    " looked under the table."
)


def test_two_names_in_a_row_are_one_and_a_part_of_it_is_the_same_person() -> None:
    assert people_in(CAKE) == ("Hanna", "Opa Jo")
    draft = a_draft("happened", name1="Hanna", name2="Opa Jo", wants1="her piece of cake", scene=CAKE)
    names = proposed(draft)
    assert [one.real for one in names] == [("Hanna",), ("Jo",)]
    assert [goes_with(one.made_up) for one in names] == ["she", "he"]
    told = renamed(agreed(draft, names))
    he = names[1].made_up
    assert told.said("name2") == f"Opa {he}"
    assert f"Opa {he} laughed, and {he} hid his piece." in told.said("scene")
    assert "Opa looked under" in told.said("scene")
    assert not re.search(r"\b(Hanna|Jo)\b", told.said("scene"))


@pytest.mark.parametrize(
    ("people", "scene", "real"),
    [
        (
            ("Hanna", "Theo"),
            "Hanna Berg called Theo Berg. The Bergs laughed.",
            [("Hanna", "Hanna Berg"), ("Theo", "Theo Berg"), ("Bergs",)],
        ),
        (("Mia Lou", "Theo"), "Mia gave Theo Lou's cup.", [("Mia Lou", "Mia", "Lou"), ("Theo",)]),
        (("Mia", "Theo"), "She gave Mia Theo's cup.", [("Mia",), ("Theo",)]),
        (
            ("Ann", "Ben"),
            "So she asked Mr Will Grant. Will you, Grant?",
            [("Ann",), ("Ben",), ("Will Grant", "Will", "Grant")],
        ),
        (("The caretaker", "Great Aunt Vera"), "That was a great day, Vera said.", [("The caretaker",), ("Vera",)]),
        (("Opa", "Mia's Mum"), "We met Opa Jo Berg.", [("Mia's Mum",), ("Jo Berg", "Jo", "Berg")]),
    ],
)
def test_a_person_is_met_under_all_their_names(
    people: tuple[str, ...], scene: str, real: list[tuple[str, ...]]
) -> None:
    one, two = people
    draft = a_draft("happened", name1=one, name2=two, scene=scene, wants1="a", wants2="b")
    assert [name.real for name in proposed(draft)] == real


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        ("Robin lost her cup. She cried.", "she"),
        ("Robin lost the cup. He cried.", "he"),
        ("Robin lost the cup.", ""),
        ("Robin and Kim met. She cried.", ""),
        ("Robin lost her cup. He cried.", ""),
        ("Kim saw her. Mum said she was tired.", ""),
        ("Kim met Aunt Robin.", "she"),
        ("Kim came. Then Robin took his coat before Kim saw.", "he"),
        ("Robin asked him and heard of her and left.", ""),
    ],
)
def test_a_made_up_name_goes_with_what_is_clearly_said_of_somebody(scene: str, said: str) -> None:
    draft = a_draft("happened", name1="Robin", name2="Kim", scene=scene, wants1="x", wants2="x", title="T")
    assert said_of(draft, (("Robin",), ("Kim",)))[0] == said
    (one, *_) = (name for name in proposed(draft) if name.real[0] == "Robin")
    assert goes_with(one.made_up) == said


def test_another_name_goes_with_them_too_and_all_come_round_again() -> None:
    draft = a_draft("happened", name1="Hanna", name2="Opa Jo", wants1="her piece of cake", scene=CAKE)
    naming = Naming(draft, proposed(draft))
    met: list[str] = []
    for _ in range(60):
        naming = naming.with_another(0, ())
        met.append(naming.names[0].made_up)
    assert len({*met}) > 15
    assert {goes_with(name) for name in met} == {"she", ""}
    assert met.count(met[0]) > 1, "nobody runs out of names"
    assert all(before != after for before, after in pairwise(met))


def test_no_made_up_name_gives_away_a_letter_or_is_met_in_the_story() -> None:
    draft = a_draft(
        "happened", name1="Otto, Ottifant", name2="Kira", scene="Otto and Kira met Bruno at Zora's. Ilse saw."
    )
    changes = proposed(draft, known=("Fenn",))
    made = [one.made_up for one in changes]
    assert [one.real[0] for one in changes] == ["Otto", "Kira", "Bruno", "Zora", "Ilse"]
    assert not {"Fenn", "Bruno", "Zora", "Ilse"} & {*made}
    letters = [name[0] for name in made]
    assert len({*letters}) == len(letters)
    assert not {*letters} & {"O", "K", "B", "Z", "I", "F"}


def test_another_name_is_none_that_was_there_before_and_as_strict() -> None:
    draft = a_draft("happened", name1="Otto", name2="Kira", scene="Otto met Kira. Cut the cake. Make room. Hug Kira.")
    names = proposed(draft)
    assert [one.real for one in names] == [("Otto",), ("Kira",)], "what to do is nobody's name"
    passed: list[str] = []
    for _ in range(6):
        passed.append(names[0].made_up)
        names = another(draft, names, 0, known=("Fenn",), passed=passed)
        assert names[0].made_up not in {*passed, names[1].made_up}
        assert names[0].made_up[0] not in "OKF"
    assert names[1] == proposed(draft)[1]


def test_what_was_agreed_to_stays_when_the_story_grows() -> None:
    from dataclasses import replace

    draft = replace(a_draft("happened", name1="Theo", name2="Mia"), renamed=(Renamed(("Theo",), "Ulla"),))
    assert proposed(draft)[0] == Renamed(("Theo",), "Ulla")


def test_a_name_of_this_house_is_met_where_grammar_would_hide_it() -> None:
    draft = a_draft("happened", name1="Ada", name2="Ben", scene="Will laughed. mia did not. I will. Mum saw.")
    changed = [one.real[0] for one in proposed(draft, known=("Will", "Mia", "Mum", "Theo"))]
    assert changed == ["Ada", "Ben", "Will", "Mia"]
    assert met(["Will you come?", "In May it rained."], ("Will", "May", "Theo")) == ()
    assert met(["THEO'S hat"], ("Will", "Theo")) == ("Theo",)


def test_only_a_name_that_was_to_stay_in_so_many_words_stays() -> None:
    from dataclasses import replace

    draft = a_draft("happened", name1="Theo", name2="Mia", scene="Theo and Mia. Biscuit barked. Biscuit left.")
    told = renamed(agreed(replace(draft, stays=("Biscuit",)), proposed(draft)))
    assert told.said("scene").count("Biscuit") == 2
    assert not {"Theo", "Mia"} & {*names_in(told.said("scene"))}
    assert told.stays == ()


@settings(max_examples=60, deadline=None)
@given(
    real=st.lists(
        st.sampled_from(("Theo", "Mia", "Zoë", "Anouk", "Tom-Tom", "Priscilla")), min_size=2, max_size=2, unique=True
    ),
    glue=st.lists(
        st.sampled_from((" ", "'s ", ". ", "! “", "” ", ", ", "\n", "s ", "’s ", " and ")), min_size=1, max_size=8
    ),
)
def test_nobody_real_is_left_anywhere_in_the_file(real: list[str], glue: list[str]) -> None:
    scene = "".join(f"{real[at % 2]}{joint}" for at, joint in enumerate(glue)) + "Then all was well."
    one, two = real
    draft = a_draft(
        "happened", title=f"{one}'s Day", name1=f"{one}, Noodle", name2=two, scene=f"{scene} Noodle!", close=two
    )
    draft = renamed(
        type(draft)(**{**{name: getattr(draft, name) for name in draft.__slots__}, "renamed": proposed(draft)})
    )
    page = activity_page(tell(draft)).casefold()
    for name in (*real, "Noodle"):
        assert not re.search(rf"(?<!\w){re.escape(name.casefold())}s?(?!\w)", page), page
    assert draft.renamed == ()


def test_every_stand_in_is_one_of_its_own() -> None:
    assert len({name.casefold() for name in MADE_UP}) == len(MADE_UP)
    assert not names_in("It was quiet.")
