"""What is kept, and where: which files there are, who can open them, what never is; and the two ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from gatherround.domain.text import tidy
from gatherround.host.house import House
from gatherround.host.keeping import NEVER, KeptGroup, kept_groups, said_size
from gatherround.host.paths import typed
from gatherround.ui.lists import Option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.goodbye import ask_everything
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.sheets import Line
from gatherround.ui.screens.study import Rows

Look = Callable[[Path], tuple[KeptGroup, ...]]
"""Looks which files there are in a home."""
NOTHING: Final = "Nothing is kept: there is no folder to keep it in."
EXPORT_ASKED: Final = "Into which file?"
EXPORT_HINT: Final = "A new file. Whoever opens it can read it, locked cards too. Story books are files already."


class Kept(Rows):
    """Says in plain words what lies on this computer, takes it all out into one file, or erases it."""

    TITLED = "What is kept, and where"

    def __init__(self, house: House, *, home: Path | None = None, look: Look = kept_groups) -> None:
        super().__init__()
        self._house = house
        self._home = home or house.home
        self._look = look

    def above(self) -> str:
        """Gives the folder, or says that there is none."""
        return NOTHING if self._home is None else f"In one folder: {tidy(str(self._home))}"

    def rows(self) -> Sequence[Option]:
        """Gives a row for each sort of file, one for what is never kept, and the two ways out."""
        if self._home is None:
            return (self.row("never kept", NEVER, "never"),)
        files = tuple(
            self.row(group.called, f"{said_size(group.size)} · {group.holds} · {group.who}", f"file{number}")
            for number, group in enumerate(self._look(self._home))
        )
        return (
            *files,
            self.row("never kept", NEVER, "never"),
            self.row("take it out", "everything as one readable file", "export"),
            self.row("erase", "everything, for good; asked twice", "erase"),
        )

    def chosen(self, name: str) -> None:
        """Takes everything out, or erases it; the other rows are there to be read."""
        match name:
            case "export":
                lay_over(
                    self, Line(EXPORT_ASKED, value=str(self._suggested()), hint=EXPORT_HINT, stays=False), self._export
                )
            case "erase":
                ask_everything(self, self._house, self.show_again)
            case _:
                return

    def _suggested(self) -> Path:
        return Path.home() / f"gather-round-{self._house.today().isoformat()}.json"

    def _export(self, said: str | None) -> None:
        if said is None or not said.strip():
            return
        target = typed(said)
        if attempt(self, lambda: self._house.family.moving.export(target)):
            self.notify(f"Everything is in {tidy(str(target))}.", markup=False, timeout=10)
