"""A dealt evening, looked at whole: every field of the plan, and every choice that led to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.choosing import Asked, History
from gatherround.domain.dealing.deals import NothingFits, deal_by_hand, reader_of
from gatherround.domain.dealing.directors import director_of
from gatherround.domain.dealing.evening import FIRST_EVENING, plan_by_hand, plan_round
from gatherround.domain.dealing.reasons import LONGER, why
from gatherround.domain.dealing.small import for_a_hard_night
from gatherround.domain.play.plan import Carried, Deal, FeelingWord, Person, Plan, TakenDoor, Wish
from gatherround.domain.steps import Breathe
from rounds import named, story
from tables import table

WORDS = (FeelingWord("sad", "2"),)
DOORS = (TakenDoor("test/hat/key", 2),)
HAT, PIE, OWL, SOCK, JUG = named("hat", "pie", "owl", "sock", "jug", twists=("a", "b", "c"))
SOUP = story(Breathe(), id="soup", title="Soup", kind="settle", minutes=3)
WINK = story(id="wink", title="Wink", kind="micro", minutes=2)
SHELF = (HAT, PIE, OWL, SOCK, JUG, SOUP, WINK)
FITS = "It fits everybody who is here."
BEEN_HERE = History(rounds=1, doors=DOORS)


class Falls:
    """Dice that fall as told, as far as they can, and remember between how many they fell."""

    def __init__(self, falls: int = 0) -> None:
        self.falls = falls
        self.asked: list[int] = []

    def pick(self, count: int) -> int:
        self.asked.append(count)
        return min(self.falls, count - 1)


def asked(people: tuple[Person, ...], minutes: int = 10, wish: Wish = "surprise") -> Asked:
    return Asked(people=people, minutes=minutes, wish=wish, day=740_000)


def dealt(activity: Activity, **more: object) -> Deal:
    """Gives the deal of an activity for a teen and a grown-up, its first twist up and nobody directing."""
    given = {
        "targets": ("m0", "m1"),
        "players": ("m0", "m1"),
        "listeners": (),
        "lead": "m0",
        "reader": "m1",
        "director": None,
        "twist": 0,
        "why": FITS,
    }
    return Deal(activity=activity, **(given | more))  # type: ignore[arg-type]


def planned(minutes: int = 10, wish: Wish = "surprise", history: History = BEEN_HERE, **more: object) -> Plan:
    people = table(15, 40)
    return plan_round(SHELF, asked(people, minutes, wish), history, Falls(), words=WORDS, **more)  # type: ignore[arg-type]


def test_a_whole_evening_is_dealt_from_the_first_of_what_fits() -> None:
    spares = tuple(dealt(one, director="m0") for one in (PIE, OWL, SOCK))
    assert planned() == Plan(
        people=table(15, 40),
        minutes=10,
        wish="surprise",
        deals=(dealt(HAT, director="m0"),),
        seed=0,
        warm_up=dealt(WINK, director="m0"),
        low=dealt(SOUP),
        small=(dealt(WINK),),
        spares=spares,
        words=WORDS,
        doors=DOORS,
        choice=True,
        stitches=(0, 3, 6),
        new_two=True,
    )
    carried = Carried(7, "Wave.")
    assert planned(carried=carried) == replace(planned(), warm_up=None, carried=carried)
    assert planned(minutes=5).choice is False
    assert (planned(minutes=4).minutes, planned(minutes=4).wish) == (4, "surprise")
    assert planned(history=History()).choice is False
    assert planned(history=History(rounds=1)).choice is True


def test_a_hard_night_is_the_short_one_and_what_is_as_small_and_nothing_else() -> None:
    short = Plan(
        people=table(15, 40),
        minutes=3,
        wish="hard-night",
        deals=(dealt(SOUP),),
        small=(dealt(WINK),),
        seed=0,
        words=WORDS,
    )
    assert planned(wish="hard-night") == short
    assert planned(minutes=3) == short


def test_dice_fall_for_the_seed_and_for_the_twist_of_each_deal() -> None:
    dice = Falls(2)
    plan = plan_round(SHELF, asked(table(15, 40)), BEEN_HERE, dice)
    assert (plan.seed, plan.stitches) == (2, (2, 5, 8))
    assert [deal.twist for deal in plan.deals] == [2]
    assert dice.asked[0] == 1_000_000
    late = Falls(999_999)
    assert plan_round(SHELF, asked(table(15, 40)), BEEN_HERE, late).stitches == (0, 3, 6)


def test_by_hand_a_whole_evening_is_the_one_and_what_waits_behind_it() -> None:
    people = table(15, 40)
    plan = plan_by_hand(HAT, SHELF, asked(people), BEEN_HERE, Falls(1), words=WORDS, carried=Carried(7, "Wave."))
    assert plan == Plan(
        people=people,
        minutes=10,
        wish="surprise",
        deals=(dealt(HAT, twist=1),),
        seed=1,
        low=dealt(SOUP),
        small=(dealt(WINK),),
        spares=plan.spares,
        words=WORDS,
        doors=DOORS,
        carried=Carried(7, "Wave."),
        stitches=(1, 4, 7),
        new_two=True,
    )
    assert [spare.activity.id for spare in plan.spares] == ["owl", "sock", "jug"]
    for hard in (asked(people, minutes=3), asked(people, wish="hard-night")):
        short = plan_by_hand(HAT, SHELF, hard, BEEN_HERE, Falls(), words=WORDS, carried=Carried(7, "Wave."))
        assert short == Plan(
            people=people,
            minutes=3,
            wish=hard.wish,
            deals=(dealt(HAT),),
            seed=0,
            words=WORDS,
            doors=DOORS,
            stitches=(0, 3, 6),
            new_two=True,
        )
    four = plan_by_hand(HAT, SHELF, asked(people, minutes=4), BEEN_HERE, Falls())
    assert (four.minutes, four.low) == (4, dealt(SOUP))
    assert plan_by_hand(SOUP, SHELF, asked(people), BEEN_HERE, Falls(1)).deals == (dealt(SOUP),)


def test_by_hand_whoever_had_no_part_last_time_has_one_and_leads() -> None:
    small = story(most=2)
    history = History(rounds=1, left_out=frozenset({"m2"}))
    for deal in (
        plan_by_hand(small, (), asked(table(9, 10, 11)), history, Falls()).deals[0],
        plan_round((small,), asked(table(9, 10, 11)), history, Falls()).deals[0],
    ):
        assert (deal.targets, deal.lead, deal.listeners) == (("m0", "m2"), "m2", ("m1",))
    assert deal_by_hand(HAT, asked(table(15, 40)), BEEN_HERE) == dealt(HAT)
    with pytest.raises(NothingFits):
        deal_by_hand(story(youngest=50), asked(table(15, 40)), BEEN_HERE)


# Filling the minutes


def titles(*shelf: Activity, minutes: int, people: tuple[Person, ...] = (), falls: int = 0) -> list[str]:
    plan = plan_round(shelf, asked(people or table(15, 40), minutes), BEEN_HERE, Falls(falls))
    return [deal.activity.id for deal in plan.deals]


def long(name: str, minutes: int, **more: object) -> Activity:
    return story(id=name, title=name.title(), minutes=minutes, **more)


def test_what_is_left_over_is_filled_down_to_two_and_a_half_minutes() -> None:
    assert titles(long("a", 5), long("b", 2), minutes=10) == ["a", "b"]
    assert titles(long("a", 6), long("b", 2), minutes=10) == ["a"], "two are left, and two and a half are the least"
    assert titles(long("a", 2), long("b", 2), minutes=5) == ["a", "b"], "half of what was promised is left"
    assert titles(*(long(name, 3) for name in "abcde"), minutes=20) == ["a", "b", "c"]
    four = table(15, 16, 40, 41)
    assert titles(long("a", 2), long("b", 1), minutes=5, people=four) == ["a"], "less than half of it is left"


def test_what_waits_fits_main_or_eight_minutes_where_nobody_has_named_them() -> None:
    plan = plan_round((long("a", 9), long("c", 11), long("b", 8)), asked(table(15, 40), 12), BEEN_HERE, Falls())
    assert [spare.activity.id for spare in plan.spares] == ["b", "c"]
    assert plan_round((long("hat", 11), WINK), asked(table(15, 40), 15), BEEN_HERE, Falls()).spares == ()


def test_the_three_minute_one_settles_where_it_can() -> None:
    hush = long("hush", 3, kind="settle", helps=("settle",), empathy=("settle",))
    plan = plan_round((HAT, WINK, SOUP, hush), asked(table(15, 40), wish="laugh"), BEEN_HERE, Falls())
    assert plan.low == dealt(hush, why="It helps a table settle.")


def test_a_second_one_may_run_a_quarter_over_and_no_more() -> None:
    assert titles(long("a", 4), long("b", 5), minutes=10) == ["a", "b"]
    assert titles(long("a", 3), long("b", 6), minutes=10) == ["a", "b"]
    assert titles(long("a", 3), long("b", 7), minutes=10) == ["a"]
    crowd = table(15, 16, 17, 40, 41, 42)
    assert titles(long("a", 4), long("b", 4), minutes=10, people=crowd) == ["a"], "more people take longer"


def test_minutes_that_nobody_has_named_have_three_quarters_of_main() -> None:
    assert titles(long("a", 6), long("b", 9), minutes=8) == ["a"]
    assert titles(long("a", 9), long("b", 20), minutes=12) == ["a"]


def test_the_second_is_of_another_sort_and_begins_with_whoever_only_listened() -> None:
    shelf = (long("a", 4), long("b", 4), long("c", 4, kind="co-op"))
    assert titles(*shelf, minutes=10) == ["a", "c"]
    boats = named("boat", "raft", most=2, minutes=4)
    first, second = plan_round(boats, asked(table(9, 10, 11)), BEEN_HERE, Falls()).deals
    assert (first.listeners, first.lead) == (("m2",), "m0")
    assert (second.targets, second.lead) == (("m0", "m2"), "m2")


def test_what_stands_in_is_owned_up_to_also_on_the_first_evening() -> None:
    epic = long("epic", 20)
    plan = plan_round((epic,), asked(table(15, 40), 5), BEEN_HERE, Falls())
    assert plan.deals[0].why == f"{FITS} {LONGER}"
    five = plan_round((long("five", 5),), asked(table(15, 40), 5), BEEN_HERE, Falls())
    assert five.deals[0].why == FITS
    six = plan_round((long("six", 6),), asked(table(15, 40), 5), BEEN_HERE, Falls())
    assert six.deals[0].why == f"{FITS} {LONGER}"
    pack, one = FIRST_EVENING.split("/")
    first = story(pack=pack, id=one, minutes=20)
    assert plan_round((first,), asked(table(15, 40)), History(), Falls()).deals[0].why == f"{FITS} {LONGER}"


def test_the_first_evening_needs_ten_minutes_and_somebody_it_is_for() -> None:
    pack, one = FIRST_EVENING.split("/")
    first = story(pack=pack, id=one, youngest=8)

    def met(minutes: int, people: tuple[Person, ...], wish: Wish = "surprise", rounds: int = 0) -> str:
        shelf = (story(id="hat", kind="co-op", helps=("laugh",)), first)
        return plan_round(shelf, asked(people, minutes, wish), History(rounds=rounds), Falls()).deals[0].activity.id

    assert met(10, table(15, 40)) == met(10, table(15, 16, 40, 41)) == one
    assert met(10, table(15, 16, 17, 40, 41)) == one, "with five it runs a third over"
    assert met(10, table(15, 16, 17, 40, 41, 42)) == "hat", "with six it would run over by half"
    assert met(15, table(15, 16, 17, 40, 41, 42)) == one
    assert met(9, table(15, 40)) == met(10, table(15, 40), rounds=1) == met(10, table(15, 40), "laugh") == "hat"
    assert met(10, table(7, 6)) == "hat"


# Who and why


@pytest.mark.parametrize(
    ("changes", "light"),
    [
        ({}, True),
        ({"kind": "micro"}, True),
        ({"kind": "co-op"}, False),
        ({"depth": 2}, False),
        ({"minutes": 4}, True),
        ({"minutes": 5}, False),
    ],
)
def test_the_three_minute_one_is_short_light_and_settles_or_passes(changes: dict[str, object], light: bool) -> None:
    assert for_a_hard_night(story(**({"kind": "settle", "minutes": 3} | changes))) is light


def test_a_warm_up_takes_two_minutes_at_most() -> None:
    for minutes, there in ((2, True), (3, False)):
        shelf = (long("hat", 11), story(id="wink", kind="micro", minutes=minutes))
        plan = plan_round(shelf, asked(table(15, 40), 15), BEEN_HERE, Falls())
        assert (plan.warm_up is not None) is there
    quick = plan_round((long("hat", 11), long("pie", 2)), asked(table(15, 40), 15), BEEN_HERE, Falls())
    assert quick.warm_up is None, "it is no micro"
    played = plan_round((long("hat", 4), WINK), asked(table(15, 40), 15), BEEN_HERE, Falls())
    assert ([deal.activity.id for deal in played.deals], played.warm_up) == (["hat", "wink"], None)


def test_a_teen_is_twelve_to_seventeen_and_a_director_at_least_five() -> None:
    week = History(directed=0, directed_this_week=0)
    assert director_of(table(40, 11, 12), week) == "m2"
    assert director_of(table(40, 18, 17), week) == "m2"
    assert director_of(table(40, 11, 18), week) == "m0"
    assert director_of(table(4, 5), week) == "m1"
    assert director_of(table(40, 12, 17), replace(week, directed=3)) == "m2"
    assert director_of(table(40, 12, 17), replace(week, directed_this_week=1)) == "m0"
    assert reader_of(table(17, 18, 40)) == "m1"


def test_whoever_has_led_least_leads_and_then_whoever_had_no_part_and_then_the_youngest() -> None:
    shelf = named("a", "b", "c", minutes=4)
    history = replace(BEEN_HERE, left_out=frozenset({"m0"}))
    plan = plan_round(shelf, asked(table(40, 12, 9), 20), history, Falls())
    assert [deal.lead for deal in plan.deals] == ["m0", "m2", "m1"]


@pytest.mark.parametrize(
    ("help_", "says"),
    [
        ("laugh", "It is one to laugh at together."),
        ("be-heard", "Everybody gets a turn to be heard in it."),
        ("see-another-side", "It is told from one chair and then from the other."),
        ("settle", "It helps a table settle."),
        ("mend", "It helps to mend something small."),
        ("feel-close", "It brings a table closer."),
    ],
)
def test_why_says_what_it_helps_with_first_of_all_what_was_wished(help_: str, says: str) -> None:
    wished = asked(table(15, 40), wish=help_)  # type: ignore[arg-type]
    assert why(story(helps=("laugh", "settle", help_)), wished, ()) == says
    assert why(story(helps=(help_, "laugh")), asked(table(15, 40)), ()) == says
    assert why(story(), wished, ()) == FITS


def test_why_names_who_sits_by_and_what_they_do() -> None:
    told, at = story(), asked(table(3, 4, 2, 40))
    job = "with a job of their own, and"
    assert why(told, at, ("m0",)) == f"{FITS} Spoon sits by, {job} goes first next time."
    assert why(told, at, ("m0", "m1")) == f"{FITS} Spoon and Lemon sit by, {job} go first next time."
    assert why(told, at, ("m0", "m1", "m2")) == f"{FITS} Spoon, Lemon and Pepper sit by, {job} go first next time."
    quiet = why(replace(told, others=None), at, ("m0",))
    assert quiet == f"{FITS} Spoon sits by, for a few minutes, and goes first next time."


def test_only_members_are_promised_to_go_first_for_of_guests_nothing_is_remembered() -> None:
    told = story()
    spoon, lemon, pepper, teapot = table(3, 4, 2, 40)
    job = "with a job of their own"

    def says(*people: Person) -> str:
        return why(told, asked((*people, teapot)), tuple(person.id for person in people))

    guest, other = replace(spoon, member=False), replace(lemon, member=False)
    assert says(guest) == f"{FITS} Spoon sits by, {job}."
    assert says(guest, other) == f"{FITS} Spoon and Lemon sit by, {job}."
    assert says(guest, lemon) == f"{FITS} Spoon and Lemon sit by, {job}, and Lemon goes first next time."
    everybody = f"{FITS} Spoon, Lemon and Pepper sit by, {job}"
    assert says(guest, lemon, pepper) == f"{everybody}, and Lemon and Pepper go first next time."
