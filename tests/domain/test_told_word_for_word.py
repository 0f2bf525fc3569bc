"""What stands on the paper of a dinner without a screen, line for line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from gatherround.domain.activities import Activity, Recall
from gatherround.domain.play import sayings
from gatherround.domain.play.plan import Carried, Plan, TakenDoor
from gatherround.domain.play.told import Chapter, Piece, Slip, told
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Chorus,
    Door,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Read,
    Rewind,
    Seats,
    Step,
    Swap,
    Talk,
    Vote,
    VoteAgain,
    Wording,
    Write,
)
from rounds import ask, laid, plain, read, seats, story
from tables import table

LANTERNS = "[adding to that ... | does that hold if ... | so you're both saying ... | where it breaks for me ...]"
SILLY = "First a silly guess: something it could not possibly be."


def paper(pieces: Iterable[Piece], deep: str = "") -> Iterator[str]:
    """Gives a line for each piece: what it is, whose, the words, what may be chosen, and the faces to draw."""
    for piece in pieces:
        whose = f" {', '.join(piece.who)}" if piece.who else ""
        options = f" [{' | '.join(piece.options)}]" if piece.options else ""
        faces = f" <{' '.join(piece.faces)}>" if piece.faces else ""
        yield f"{deep}{piece.call}{whose}: {' / '.join(piece.lines)}{options}{faces}"
        for said, then in piece.doors:
            yield f"{deep}- {said}"
            yield from paper(then, f"{deep}  ")


def whole(activity: Activity, *ages: int, **more: Any) -> tuple[Chapter, ...]:
    return told(laid(activity, table(*(ages or (9, 15, 40))), **more))


def lines(*steps: Step, ages: tuple[int, ...] = (), **more: Any) -> list[str]:
    """Gives the lines of one story up to its last words."""
    one = whole(story(*steps, **more), *ages)[0]
    *found, last = paper(one.pieces)
    assert last == "Last words: That is the end of this one."
    return found


def test_a_page_is_one_piece_with_its_face_and_whoever_is_asked_the_same_is_asked_together() -> None:
    long = plain(" ".join(["It rained and rained."] * 10))
    rungs = Wording(toddler="Roar?", adult="When did you roar?")
    page = Read(text=long, face="sad")
    steps = (page, ask("What?"), Ask(text=rungs, who="everyone"), ask("Make a face.", show=True))
    assert lines(*steps, ages=(4, 40, 41)) == [
        f"Read aloud: {' '.join(['It rained and rained.'] * 7)} / {' '.join(['It rained and rained.'] * 3)} <sad>",
        "Ask Spoon: What?",
        "Ask Spoon: Roar?",
        "Ask Lemon, Pepper: When did you roar?",
        "All at once, on three: Make a face.",
    ]


def test_the_word_for_a_feeling_is_left_open_and_each_wording_has_its_own_words() -> None:
    step = Name(cause=plain("Rain."), mirror=plain("<Feeling>, <me>."), also="And dry.", options=("sad", "mad", "wet"))
    assert lines(replace(step, who="everyone"), ages=(3, 9, 40)) == [
        (
            "Name it Spoon: Rain. / What might that feel like? "
            "[sad | mad | something else | show me with your face | not sure] <sad mad>"
        ),
        "Say it back: …, Spoon.",
        (
            "Name it Lemon, Pepper: Rain. / What might that feel like? "
            "[sad | mad | wet | another word | not sure] <sad mad wet>"
        ),
        "Say it back: …, Lemon.",
        "Say it back: And dry.",
    ]


def test_every_door_is_told_with_all_that_lies_behind_it() -> None:
    left = Door(say=plain("Left."), then=(read("A goose."), ask("Why?")))
    assert lines(Choose(prompt=plain("Which way?"), options=(left, Door(say=plain("Right."), then=())))) == [
        "Choose Spoon: Which way?",
        "- Left.",
        "  Read aloud: A goose.",
        "  Ask Spoon: Why?",
        "- Right.",
    ]


def test_private_seats_are_slips_and_a_seat_is_chosen_at_the_table() -> None:
    choose = Swap(to="choose", text=plain("Which seat?"))
    activity = story(Seats(private=True), choose, Swap(), Swap(to="choose"), seats=seats("Mo", "Ida"), others=None)
    chapter = whole(activity)[0]
    assert [*paper(chapter.pieces)][:-1] == [
        "Who is who: Hand out the slips. Eyes shut, everybody hums.",
        "Who is who: Eyes open. All back.",
        "Swap: Which seat? [Mo | Ida]",
        "Swap: Everybody into a new seat.",
        "Swap: Everybody into a new seat. [Mo | Ida]",
    ]
    assert chapter.slips == (
        Slip("Spoon", "Mo", ("Mo hid the hat.",)),
        Slip("Pepper", "Mo", ("Mo hid the hat.",)),
        Slip("Lemon", "Ida", ("Ida hid the hat.",)),
    )


def test_open_seats_are_told_with_who_has_none() -> None:
    assert lines(Seats(), Swap(), seats=seats("Mo")) == [
        "Before you begin: Whoever has no seat: You are the wind.",
        "Who is who: Mo is played by Spoon.\nMo wants: a hat for Mo",
        "Swap: Everybody into a new seat.",
    ]


def test_a_guess_says_once_what_is_guessed_and_a_check_says_how_it_may_be_answered() -> None:
    near = "Near? Yes, nearly or no."
    steps = (
        Guess(about="pick", prompt=plain("What is feared?")),
        Guess(about="next", prompt=plain("And <next>?"), check=near),
    )
    assert lines(*steps) == [
        f"Guess Spoon: About Pepper. What is feared?\n{SILLY} / Now your real guess.",
        "Says Pepper: Yes, nearly, or no?",
        "Then Pepper: Tell us, or keep it.",
        f"Guess Spoon: And Pepper?\n{SILLY} / Now your real guess.",
        f"Says Pepper: {near}",
        "Then Pepper: Tell us, or keep it.",
    ]
    assert "Says Pepper: Near? (yes, nearly, or no)" in lines(replace(steps[1], check="Near?"))
    sure = lines(replace(steps[1], sure=True))
    for asked in (sayings.HOW_SURE, sayings.SURE_NOW):
        assert f"Ask Spoon: {asked} [sure | maybe | no idea]" in sure


def test_with_nobody_who_may_be_guessed_about_it_is_asked_instead() -> None:
    shy = tuple(replace(person, guess_me=False) for person in table(9, 40))
    chapter = told(laid(story(Guess(about="pick", prompt=plain("What is feared?"))), shy))[0]
    assert next(iter(paper(chapter.pieces))).startswith("Ask Spoon: ")


def test_an_echo_is_told_for_both_with_its_time() -> None:
    step = Echo(topic=plain("A bus."), seconds=(60, 90, 30), swap=False)
    assert lines(step, ages=(15, 40)) == [
        "Speaks Spoon: A bus. (1 min)",
        f"Says it back Lemon: {sayings.ECHOES[2]} (90 seconds)",
        f"Asks Lemon: {sayings.QUESTIONS[2]} (30 seconds)",
        "Says Spoon: Did I get that right? (yes, nearly, or not yet)",
    ]


def test_both_votes_are_told_and_a_talk_with_its_starters() -> None:
    vote = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
    other = Vote(question=plain("Cake?"), options=(plain("a"), plain("b")))
    assert lines(vote, VoteAgain(), other)[1] == "Vote again: In secret, as before. [yes | no]"
    assert lines(vote, VoteAgain(), Talk(prompt=plain("Fair?"), minutes=4)) == [
        "Vote, in secret: Soup? [yes | no]",
        "Vote again: In secret, as before. [yes | no]",
        f"Talk Spoon, Lemon, Pepper: Fair? {LANTERNS}",
        f"Talk: Anybody else? {LANTERNS}",
    ]


def test_new_facts_a_change_and_a_breath_are_told() -> None:
    cards = (plain("A."), plain("B."), plain("C."))
    move = "Ask: How much does that move you? Why that much?"
    rewind = Rewind(start=plain("He left."), change=plain("Change it."))
    assert lines(Facts(cards=cards), rewind, Breathe(times=3), Breathe(pattern="senses")) == [
        "A new fact: A.",
        move,
        "A new fact: B.",
        move,
        "A new fact: C.",
        move,
        "Rewind: He left.",
        "Ask Spoon: Change it.",
        "Together: Play it again, that way. Anybody may join in.",
        "Together: Smell the soup, slowly in. Cool the soup, slowly out. 3 times.",
        "Together: Find in silence: five things you see, four you hear, three you feel, two you smell, one you taste.",
    ]


def test_what_to_fetch_comes_first_and_the_stamp_last_of_all_that_is_done() -> None:
    steps = (Write(prompt=plain("Three words."), words=3), Offer(acts=(plain("Wave."),)))
    more: dict[str, Any] = {"kind": "co-op", "preflight": True, "props": ("a spoon",)}
    assert lines(*steps, ages=(3, 9, 40), youngest=5, **more) == [
        "Before you begin: You need: a spoon.\nSpoon: You are the wind.",
        "First, thumbs: All at once, thumbs up for yes: Are you calm? Are you rested? Is the door shut?",
        "Write Lemon, Pepper: Three words. Up to 3 words.",
        "Offer: What could help? Nothing is fine too. [Wave. | nothing today]",
        "All hands: All hands on the table. That is our plan, good enough for tonight. Stamp it!",
    ]


def test_a_line_from_the_last_episode_and_the_thumbs_are_two_things() -> None:
    recall = (Recall(source="test/one/key", door=1, text=plain("You kept it.")),)
    activity = story(read("Now."), preflight=True, recall=recall)
    chapter = whole(activity, doors=(TakenDoor("test/one/key", 1),))[0]
    assert [*paper(chapter.pieces)][:2] == ["Read aloud: You kept it.", f"First, thumbs: {sayings.PREFLIGHT}"]


def test_noises_stand_beside_their_story() -> None:
    chorus = (Chorus(word="rain", noise="pssh"), Chorus(word="goose", noise="honk", hands="flap"))
    assert whole(story(read("It rained."), chorus=chorus))[0].noises == ("“rain”: pssh", "“goose”: honk (or flap)")


def evening(**more: Any) -> Plan:
    activity = story(
        read("It rained."), close=plain("Dry."), title="Rain", acts=(plain("Wave."),), next="Tomorrow it snows."
    )
    return laid(activity, table(9, 40), minutes=15, **more)


def test_an_evening_has_a_beginning_its_stories_and_a_close() -> None:
    little = laid(story(read("A wink."), title="Wink", kind="micro"), table(9, 40)).deals[0]
    chapters = told(evening(warm_up=little))
    assert [chapter.title for chapter in chapters] == ["To begin", "Wink", "Rain", "To close"]
    assert [piece.call for piece in chapters[0].pieces] == ["Everybody"]
    assert chapters[0].pieces[0].lines[0]
    assert next(iter(paper(chapters[1].pieces))) == "Read aloud: A wink."
    assert [*paper(chapters[2].pieces)] == ["Read aloud: It rained.", "Last words: Dry."]
    assert [*paper(chapters[3].pieces)] == [
        f"Thanks: {sayings.THANKS.format(name='Lemon')}",
        f"Offer: {sayings.ACT_PROMPT} [Wave. | our own idea, said aloud | nothing today]",
        "Goodnight: Tomorrow it snows.",
    ]


def test_three_minutes_end_with_goodnight_alone() -> None:
    chapters = told(laid(story(ask("What?")), table(9, 40), minutes=3))
    assert [*paper(chapters[-1].pieces)] == [f"Goodnight: {sayings.GOODNIGHT}"]


def test_what_is_offered_at_the_close_hangs_on_the_main_story_and_not_on_the_warm_up() -> None:
    people = table(4, 15, 40)
    little = laid(story(read("A wink."), kind="micro", oldest=4), people).deals[0]
    main = story(read("It rained."), youngest=5, acts=(plain("Wave."),))
    chapters = told(laid(main, people, minutes=15, warm_up=little))
    assert any(line.startswith("Offer: ") for line in paper(chapters[-1].pieces))


def test_each_story_of_an_evening_has_its_own_last_words() -> None:
    first, second = (laid(story(read("A."), close=plain(text)), table(9, 40)) for text in ("One.", "Two."))
    chapters = told(replace(first, deals=(*first.deals, *second.deals)))
    assert [[*paper(one.pieces)][-1] for one in chapters[:2]] == ["Last words: One.", "Last words: Two."]


def test_what_was_carried_from_last_time_comes_instead_of_a_warm_up() -> None:
    little = laid(story(read("A wink."), title="Wink", kind="micro"), table(9, 40)).deals[0]
    chapters = told(evening(warm_up=little, carried=Carried(7, "Wave.")))
    assert [chapter.title for chapter in chapters] == ["To begin", "From last time", "Rain", "To close"]
    (line,) = paper(chapters[1].pieces)
    assert line.startswith("From last time: ")
    assert "Wave." in line


def test_whoever_is_alone_counts_to_three_for_themselves() -> None:
    for ages, call in (((9, 40), "All at once, on three"), ((40,), "On three")):
        (chapter, *_) = told(laid(story(ask("A pose!", show=True)), table(*ages), minutes=3))
        assert next(iter(paper(chapter.pieces))) == f"{call}: A pose!"
