from __future__ import annotations

from dataclasses import replace

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Pick, Say
from gatherround.domain.play.directing import behind_the_door
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Another, Chose, Join, Leave, On, Pass, PutDown
from gatherround.domain.play.plan import Deal, Play
from gatherround.domain.steps import Read, Seats, Wording
from rounds import after, ask, laid, plain, seats, story
from tables import somebody, table

PEOPLE = table(15, 9, 40)


def dealt(name: str, **more: object) -> Deal:
    return laid(story(Read(text=plain(f"The {name}.")), id=name, title=name.title(), **more), PEOPLE).deals[0]


def choosing(*spares: str, second: str = "") -> Play:
    deals = tuple(replace(dealt(name), director="m0") for name in ("hat", *([second] if second else [])))
    plan = laid(deals[0].activity, PEOPLE, choice=True, spares=tuple(dealt(spare) for spare in spares))
    return begin(replace(plan, deals=deals))


def tonight(play: Play) -> tuple[list[str], list[str]]:
    """Gives the titles that are dealt and those that wait behind the doors."""
    return [deal.activity.title for deal in play.plan.deals], [deal.activity.title for deal in play.plan.spares]


def test_a_teens_doors_say_what_lies_behind_each_and_going_on_leaves_it_to_the_deal() -> None:
    play = choosing("pie", "owl", "sock")
    assert isinstance(play.beat, Pick)
    assert (play.beat.who, play.beat.use, play.beat.default) == ("m0", "deal", 0)
    assert play.beat.prompt == sayings.DIRECTOR_PROMPT.format(name="Spoon")
    door = sayings.A_DOOR.format
    assert play.beat.options == (
        door(title="Hat", minutes=8, depth=sayings.DEPTHS[0]),
        door(title="Pie", minutes=8, depth=sayings.DEPTHS[0]),
        sayings.TWO_OTHERS,
        sayings.YOU_CHOOSE,
    )
    assert Another() not in legal(play)
    for move in (On(), Pass(), Chose(0), Chose(3)):
        assert tonight(after(play, move)) == (["Hat"], ["Pie", "Owl", "Sock"])
        assert after(play, move).beat.text == "The hat."


def test_two_others_need_two_stories_that_nobody_has_seen() -> None:
    assert len(choosing("pie", "owl").beat.options) == 3
    assert len(choosing("pie").beat.options) == 3


def test_the_second_door_changes_places_with_the_first_and_what_comes_later_stays() -> None:
    play = after(choosing("pie", "owl", second="jug"), Chose(1))
    assert play.beat.text == "The pie."
    assert tonight(play) == (["Pie", "Jug"], ["Hat", "Owl"])


def test_two_others_lie_behind_new_doors_and_the_first_two_wait_behind_them() -> None:
    play = after(choosing("pie", "owl", "sock", "key", second="jug"), Chose(2))
    assert tonight(play) == (["Owl", "Jug"], ["Sock", "Hat", "Pie", "Key"])
    assert isinstance(play.beat, Pick)
    assert play.beat.options[0].startswith("Owl")
    assert play.beat.options[1].startswith("Sock")


def test_when_the_director_gets_up_the_youngest_has_the_doors() -> None:
    play = after(choosing("pie"), Leave("m0"), On())
    assert isinstance(play.beat, Pick)
    assert (play.beat.who, play.beat.prompt) == ("m1", sayings.DIRECTOR_PROMPT.format(name="Lemon"))


def test_when_somebody_else_gets_up_the_director_keeps_the_doors() -> None:
    assert after(choosing("pie"), Leave("m2"), On()).beat == choosing("pie").beat


def test_whoever_comes_and_goes_before_the_pick_finds_the_doors_as_they_are_now() -> None:
    child = Join(somebody(4, 7))
    deep = laid(story(Read(text=plain("Deep.")), id="deep", depth=3, youngest=5), PEOPLE).deals[0]
    play = choosing("pie", "owl", "sock")
    play = replace(play, plan=replace(play.plan, spares=(*play.plan.spares[:2], deep)))
    for moves in ((Leave("m2"), child), (child, Leave("m2")), (child, Join(somebody(41, 8)))):
        changed = after(play, *moves, On(), On())
        assert tonight(changed) == (["Hat"], ["Pie", "Owl"]), "the deep one is not for a child to listen to"
        assert isinstance(changed.beat, Pick)
        assert changed.beat.options[2:] == (sayings.YOU_CHOOSE,)
        assert after(changed, Chose(2)).beat.text == "The hat."


def test_the_doors_are_still_picked_from_when_the_director_has_left_and_somebody_sits_down() -> None:
    play = after(choosing("pie"), Leave("m0"), Join(somebody(41, 7)), On(), On())
    assert isinstance(play.beat, Pick)
    assert play.beat.who == "m1"


def test_every_line_that_was_said_over_the_doors_is_still_said() -> None:
    lines = after(choosing("pie"), Leave("m2"), Join(somebody(41, 7)))
    said = [beat.text for beat in lines.beats[:-1] if isinstance(beat, Say)]
    assert said == [sayings.CAME.format(name="Onion"), sayings.LEFT.format(name="Pepper")]


def test_a_story_that_is_the_only_one_left_needs_no_doors() -> None:
    small = laid(story(Read(text=plain("Small.")), id="small", oldest=9), PEOPLE).deals[0]
    play = choosing("pie")
    play = replace(play, plan=replace(play.plan, spares=(small,)))
    assert after(play, Leave("m1"), On()).beat.text == "The hat."


def test_nothing_of_the_warm_up_lies_about_while_the_director_picks() -> None:
    warm_up = laid(story(ask(), Seats(), id="warm", seats=seats("Mo", "Ida")), PEOPLE).deals[0]
    play = choosing("pie")
    deals = (replace(play.plan.deals[0], activity=replace(play.plan.deals[0].activity, exit=plain("Bye, <me>."))),)
    play = after(begin(replace(play.plan, minutes=15, warm_up=warm_up, deals=deals)), On(), On(), On())
    assert (play.turn, play.seats) == ("m1", (("mo", "m1"), ("ida", "m0")))
    doors = after(play, PutDown(), On())
    assert isinstance(doors.beat, Pick)
    assert (doors.turn, doors.seats) == ("", ())
    assert after(doors, Leave("m1"), On(), On(), PutDown()).beat.text == "Bye, Spoon."


def test_doors_that_are_put_down_keep_nothing_of_a_story_that_nobody_picked() -> None:
    deals = (replace(dealt("hat", exit=plain("Enough hat.")), director="m0"), replace(dealt("jug"), director="m0"))
    play = choosing("pie")
    play = begin(replace(play.plan, deals=deals))
    down, kept = make(play, PutDown())
    assert (down.beat, kept) == (Say(text=sayings.EXIT, label="exit"), ())
    assert after(down, On()).beat.text == "The jug."
    heard, kept = make(after(play, On()), PutDown())
    assert (heard.beat, len(kept)) == (Say(text="Enough hat.", label="exit"), 1)


def test_a_door_may_be_looked_behind_in_the_directors_own_wording() -> None:
    scene = Wording(school="A cow! Moo.", teen="Cattle.\nThey wait.")
    play = choosing("pie")
    deep = dealt("zoo", scene=scene, depth=2, minutes=5)
    assert behind_the_door(play, deep, "m0") == ("Zoo", f"5 min, {sayings.DEPTHS[1]}", "Cattle.")
    assert behind_the_door(play, deep, "m1")[2] == "A cow!"
    assert behind_the_door(play, dealt("pie"), "m0")[2] == ""
