"""What comes in from a terminal: keys and pastes, whatever else comes too, and never more than can be answered."""

from __future__ import annotations

from textual import events

from gatherround.ui.incoming import HEARD_ALWAYS, LONGEST_PASTE, Incoming, not_too_many


def keys(incoming: Incoming, *heard: bytes) -> list[str]:
    found = [one for part in heard for one in incoming.understood(part)]
    return [one.key for one in found if isinstance(one, events.Key)]


def test_a_letter_that_comes_in_halves_is_one_letter() -> None:
    assert keys(Incoming(), "é".encode()[:1], "é".encode()[1:], b"a") == ["é", "a"]


def test_behind_nonsense_the_next_key_is_understood() -> None:
    for nonsense in (b"\x1b[<9;9;9;9M", b"\x1b[99999999999;5u", b"caf\xe9 \xff\xfe\x80 ", b"\x1b[201~"):
        incoming = Incoming()
        assert keys(incoming, nonsense, b"z")[-1:] == ["z"], nonsense


def test_what_a_stumbling_parser_knew_of_the_terminal_is_still_known() -> None:
    incoming = Incoming()
    incoming._parser.mouse_pixels = True
    before = incoming._parser
    keys(incoming, b"\x1b[99999999999;5u")
    assert incoming._parser is not before
    assert incoming._parser.mouse_pixels


def test_of_too_many_keys_the_first_are_kept_and_whoever_wants_to_leave_leaves() -> None:
    pressed = [events.Key(key, None) for key in (*"abcd", *sorted(HEARD_ALWAYS), "e")]
    heard = [one.key for one in not_too_many(pressed, 2) if isinstance(one, events.Key)]
    assert heard == ["a", "b", *sorted(HEARD_ALWAYS)]


def test_letters_for_which_there_is_no_room_come_as_one_paste_in_their_turn() -> None:
    typed = [events.Key("a", "a"), *(events.Key(key, sign) for key, sign in (("b", "b"), ("enter", "\r"), ("c", "c")))]
    heard = [*not_too_many([*typed, events.Key("ctrl+q", None), events.Key("left", None), events.Key("d", "d")], 1)]
    assert [one.text if isinstance(one, events.Paste) else type(one) for one in heard] == [
        events.Key,
        "b\nc",
        events.Key,
        "d",
    ]


def test_of_a_very_long_paste_the_beginning_is_taken() -> None:
    (pasted,) = not_too_many([events.Paste("a" * 99_999)], 0)
    assert isinstance(pasted, events.Paste)
    assert pasted.text == "a" * LONGEST_PASTE
