"""Key hints: what may be pressed now, read from the bindings of a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from gatherround.domain.text import cells

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
