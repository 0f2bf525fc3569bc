"""Draws a Round as an animated picture, from the real screens: screenshots/demo.gif."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import cairosvg  # noqa: E402 (the scenes live with the tests)
from PIL import Image  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from draw_screenshots import FONTS  # noqa: E402
from scenes import Scene, an_app, pressing  # noqa: E402

WIDE: Final = 820
"""Pixels across: as wide as a page on the web shows it."""
COLOURS: Final = 64
QUICK: Final = 450
"""Milliseconds for a press that only adds a chair."""
SLOW: Final = 2600
"""Milliseconds for a page that wants to be read."""
ROUND: Final = (
    ("1", QUICK), ("3", QUICK), ("5", QUICK), ("6", QUICK), ("6", 1200),
    ("space", 2000), ("1", SLOW), ("enter", SLOW), ("enter", SLOW), ("enter", SLOW), ("2", SLOW), ("enter", SLOW),
    ("enter", SLOW), ("enter", SLOW), ("2", SLOW), ("enter", SLOW), ("enter", SLOW), ("enter", SLOW), ("enter", SLOW),
)  # fmt: skip
"""What is pressed on a first evening, and how long each page is looked at."""
SHOWN: Final = ("guess", "act", "stitch", "word")


async def pages(pilot: Pilot[int]) -> AsyncIterator[tuple[bytes, int]]:
    """Plays a first evening, and gives each page as a picture with its milliseconds."""
    await pilot.pause()
    yield picture(pilot), 1200
    for key, wait in ROUND:
        await pressed(pilot, key)
        yield picture(pilot), wait
    seen: set[str] = set()
    while (use := on_the_table(pilot)) != "night":
        if use in SHOWN and use not in seen:
            seen.add(use)
            yield picture(pilot), SLOW
        await pressed(pilot, "2" if use == "stitch" else "1" if use == "word" else "enter")
    yield picture(pilot), 3600


async def pressed(pilot: Pilot[int], key: str) -> None:
    """Presses a key and waits until everything it caused is drawn."""
    await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def on_the_table(pilot: Pilot[int]) -> str:
    """Names what lies on the table: a pick by its use, the night, or nothing in particular."""
    play = getattr(pilot.app.screen, "play", None)
    if play is None:
        return ""
    return "night" if play.phase == "night" else str(getattr(play.beat, "use", ""))


def picture(pilot: Pilot[int]) -> bytes:
    """Gives the screen as a PNG."""
    svg = pilot.app.export_screenshot(title="Gather Round").replace(*FONTS)
    drawn: bytes = cairosvg.svg2png(bytestring=svg.encode(), output_width=WIDE)
    return drawn


async def drawn() -> tuple[list[bytes], list[int]]:
    """Gives all pages and how long each is shown."""
    app = an_app(Scene("demo", "", pressing()))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = [page async for page in pages(pilot)]
    return [png for png, _ in shown], [wait for _, wait in shown]


def main() -> None:
    """Writes the animated picture, and says how large it came out."""
    pngs, waits = asyncio.run(drawn())
    frames = [Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS) for png in pngs]
    there = ROOT / "screenshots" / "demo.gif"
    frames[0].save(there, save_all=True, append_images=frames[1:], duration=waits, loop=0, optimize=True)
    print(f"{there.relative_to(ROOT)}: {len(frames)} pages, {there.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
