"""What comes in from a terminal: keys and pastes, whatever else comes too, and never more than can be answered."""

from __future__ import annotations

from textual import events

from gatherround.ui.incoming import HEARD_ALWAYS, LONGEST_PASTE, MOST_KEYS, Incoming, is_text, not_too_many


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


def came(heard: bytes) -> list[str]:
    """Gives the keys that came, and what is a text of lines as one."""
    said = not_too_many(Incoming().understood(heard), MOST_KEYS)
    texts = [one for one in said if isinstance(one, events.Key | events.Paste)]
    return [one.key if isinstance(one, events.Key) else one.text for one in texts]


def test_lines_that_come_at_once_are_one_text_and_none_of_their_ends_is_an_enter() -> None:
    for text in ("Theo took it, Mia cried.\rAll of it", "\rand Mia said nothing.", "Theo, Mia and Bea:\n\tone each\n"):
        (pasted,) = came(text.encode())
        assert pasted == text.replace("\r", "\n").replace("\t", " ")


def test_what_a_hand_may_have_typed_ahead_is_keys_and_so_is_an_enter_behind_a_line() -> None:
    assert came(b"Kofi\rBea\r") == [*"Kofi", "enter", *"Bea", "enter"]
    assert came(b"the very last pancake\r")[-4:] == [*"ake", "enter"]


def test_what_is_no_text_stays_a_key_between_two_of_them() -> None:
    lines = "Theo took it, Mia cried.\rAll of it"
    assert came(f"{lines}\x1b[A{lines}".encode()) == [lines.replace("\r", "\n"), "up", lines.replace("\r", "\n")]
    assert came(f"{lines}\x11x".encode())[1:] == ["ctrl+q", "x"]


def test_of_a_text_more_may_come_and_of_a_few_keys_or_of_a_mouse_nothing_is_waited_for() -> None:
    assert is_text(b"Theo took the pancake")
    for heard in (b"", b"Kofi\rBea\r", b"\x1b[<35;10;10M" * 9, b"a" * LONGEST_PASTE):
        assert not is_text(heard)
