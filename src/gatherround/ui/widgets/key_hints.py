"""Key hints: read from the bindings of a screen, and fitted to a line by giving up what matters least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from gatherround.domain.text import cells

_GAPS: Final = (4, 3, 2)
_MARGIN: Final = 2
_STEADY_GAPS: Final = ((100, 4), (80, 3), (0, 2))
"""How far apart keys stand that never move, from so many cells on: whatever else a page has to offer."""
_NAMES: Final = {
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "full_stop": ".",
    "comma": ",",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A key, what it does in a word or two, and the action behind it; an `idle` one may not be pressed now."""

    id: str
    key: str
    label: str
    action: str
    node: DOMNode
    idle: bool = False

    @property
    def wide(self) -> int:
        """The cells it takes."""
        return cells(self.key) + (1 + cells(self.label) if self.label else 0)


def hints_of(screen: Screen[object], steady: Sequence[str] = ()) -> tuple[Hint, ...]:
    """Gives the screen's own hints, one for each `id`, for what is shown and enabled, in the order of its bindings.

    Those of `steady` come first, always and in that order; what of them may not be pressed now is idle.
    """
    found: dict[str, Hint] = dict(_idle(screen, steady))
    idle = set(found)
    for node, binding, enabled, _ in screen.active_bindings.values():
        if binding.id and binding.show and enabled and (binding.id not in found or binding.id in idle):
            idle.discard(binding.id)
            found[binding.id] = Hint(
                id=binding.id, key=key_name(binding), label=binding.description, action=binding.action, node=node
            )
    return tuple(found.values())


def _idle(screen: Screen[object], steady: Sequence[str]) -> Iterator[tuple[str, Hint]]:
    first = {one.id: one for one in reversed([*Binding.make_bindings(screen.BINDINGS)])}
    for name in steady:
        if one := first.get(name):
            label, action = one.description, one.action
            yield name, Hint(id=name, key=key_name(one), label=label, action=action, node=screen, idle=True)


def key_name(binding: Binding) -> str:
    """Gives what a person would call its key: → and page down, where the bindings say right and pagedown."""
    return binding.key_display or _NAMES.get(binding.key, binding.key)


def fitted(hints: Sequence[Hint], width: int, kept: Sequence[str]) -> tuple[tuple[int, Hint], ...]:
    """Places hints on a line: each with its first cell, labels gone first, then keys, those named in `kept` last."""
    full = tuple(hints)
    tries = [(full, gap) for gap in _GAPS] + [(fewer, _GAPS[-1]) for fewer in _giving_way(full, kept)]
    fits, gap = next((tried for tried in tries if _length(*tried) + 2 * _MARGIN <= width), ((), 0))
    return tuple(_placed(fits, gap))


def steadied(
    hints: Sequence[Hint], width: int, kept: Sequence[str], steady: Sequence[str]
) -> tuple[tuple[int, Hint], ...]:
    """Places hints so that those of `steady` stand where they stand on every page of this width, the others after them.

    A key that has no room for its word is not there. Where one of `kept` would not be, idle ones give up their places.
    """
    gap = next(gap for least, gap in _STEADY_GAPS if width >= least)
    room = width - 2 * _MARGIN
    pressed = [hint for hint in hints if not hint.idle]
    lines = (_with_words(some, room, gap, kept, steady) for some in (hints, pressed))
    line = next((line for line in lines if _length(line, gap) <= room), None)
    return fitted(pressed, width, kept) if line is None else tuple(_placed(line, gap))


def _with_words(
    hints: Sequence[Hint], room: int, gap: int, kept: Sequence[str], steady: Sequence[str]
) -> tuple[Hint, ...]:
    """Gives the steady hints for so much room, those of `kept`, and of the others what has room besides, in order."""
    line = [hint for hint in hints if hint.id in steady]
    while _length(line, gap) > room and (weak := [hint for hint in line if hint.id not in kept]):
        line.remove(weak[-1])
    first = len(line)
    line += [hint for hint in hints if hint.id in kept and hint.id not in steady]
    others = [hint for hint in hints if hint.id not in steady]
    for hint in others:
        if hint not in line and _length([*line, hint], gap) <= room:
            line.append(hint)
    return (*line[:first], *(hint for hint in others if hint in line))


def worded(hints: Sequence[Hint], width: int, kept: Sequence[str]) -> tuple[tuple[int, Hint], ...]:
    """Places hints each with its word, those of `kept` and then the others in order, up to where there is room no more.

    A key without a word says nothing to whoever has not met it, so that what has no room is not there.
    """
    room, line = width - 2 * _MARGIN, list[Hint]()
    asked = [hint for name in kept for hint in hints if hint.id == name]
    for hint in (*asked, *(hint for hint in hints if hint.id not in kept)):
        if _length([*line, hint], _GAPS[-1]) > room:
            break
        line.append(hint)
    gap = next((gap for gap in _GAPS if _length(line, gap) <= room), _GAPS[-1])
    return tuple(_placed([hint for hint in hints if hint in line], gap))


def _giving_way(hints: tuple[Hint, ...], kept: Sequence[str]) -> Iterator[tuple[Hint, ...]]:
    """Gives fewer and fewer hints: the labels of the weak, the weak, the labels of the kept, the kept."""
    weak = [hint.id for hint in reversed(hints) if hint.id not in kept]
    for ids in (weak, [one for one in reversed(kept) if any(hint.id == one for hint in hints)]):
        for gone in ids:
            hints = tuple(replace(hint, label="") if hint.id == gone else hint for hint in hints)
            yield hints
        for gone in ids:
            hints = tuple(hint for hint in hints if hint.id != gone)
            yield hints


def _length(hints: Sequence[Hint], gap: int) -> int:
    return sum(hint.wide for hint in hints) + gap * max(0, len(hints) - 1)


def _placed(hints: Sequence[Hint], gap: int) -> Iterator[tuple[int, Hint]]:
    at = _MARGIN
    for hint in hints:
        yield at, hint
        at += hint.wide + gap
