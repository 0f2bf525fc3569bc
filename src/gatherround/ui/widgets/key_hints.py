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
    """A key that may be pressed now, what it does in a word or two, and the action behind it."""

    id: str
    key: str
    label: str
    action: str
    node: DOMNode

    @property
    def wide(self) -> int:
        """The cells it takes."""
        return cells(self.key) + (1 + cells(self.label) if self.label else 0)


def hints_of(screen: Screen[object]) -> tuple[Hint, ...]:
    """Gives the screen's own hints, one for each `id`, for what is shown and enabled, in the order of its bindings."""
    found: dict[str, Hint] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if binding.id and binding.show and enabled and binding.id not in found:
            found[binding.id] = Hint(
                id=binding.id, key=key_name(binding), label=binding.description, action=binding.action, node=node
            )
    return tuple(found.values())


def key_name(binding: Binding) -> str:
    """Gives what a person would call its key: → and page down, where the bindings say right and pagedown."""
    return binding.key_display or _NAMES.get(binding.key, binding.key)


def fitted(hints: Sequence[Hint], width: int, kept: Sequence[str]) -> tuple[tuple[int, Hint], ...]:
    """Places hints on a line: each with its first cell, labels gone first, then keys, those named in `kept` last."""
    full = tuple(hints)
    tries = [(full, gap) for gap in _GAPS] + [(fewer, _GAPS[-1]) for fewer in _giving_way(full, kept)]
    fits, gap = next((tried for tried in tries if _length(*tried) + 2 * _MARGIN <= width), ((), 0))
    return tuple(_placed(fits, gap))


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
