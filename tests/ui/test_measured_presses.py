"""What is measured of a key press is true on a busy machine, too: what painted nothing is no quick press."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from hosting import awaited
from textual import events
from textual.app import App

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


class Blind(App[None]):
    """Paints at every other press."""

    count = 0

    def on_key(self, event: events.Key) -> None:
        self.count += 1
        if self.count % 2:
            self._display(self.screen, self.screen._compositor.render_update(full=True))


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")  # as the benchmark itself does, and it is as it was afterwards
    monkeypatch.syspath_prepend(BENCHMARKS)
    measuring = pytest.importorskip("keys")
    monkeypatch.setattr(measuring, "PATIENCE", 0.2)
    return measuring


@awaited
async def test_a_press_that_paints_nothing_is_waited_for_counted_and_said(
    keys: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    app = Blind()
    async with app.run_test() as pilot:
        presses = await keys.pressed(pilot, ["x"] * 4)
    assert [press.seen for press in presses] == [True, False, True, False]
    assert all(press.paint >= 0.2 and press.rest >= 0.2 for press in presses if not press.seen)
    assert capfd.readouterr().err == "2 of 4 presses painted nothing in 0.2 seconds.\n"


def test_what_the_smallest_app_missed_makes_ours_no_quicker(keys: ModuleType) -> None:
    quick, missed = keys.Press(0.01, 0.02), keys.Press(2.0, 2.0, seen=False)
    assert keys.least([quick] * 19 + [missed]) == [quick] * 19
    with pytest.raises(SystemExit, match="too busy to measure on"):
        keys.least([quick, missed])
