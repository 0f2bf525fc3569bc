"""Draws the gallery in screenshots/ from the scenes of the snapshot tests: SVG, and PNG where cairosvg can."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from gallery import GALLERY  # noqa: E402 (the scenes live with the tests)
from scenes import Scene, an_app  # noqa: E402

FONTS = ("Fira Code", "DejaVu Sans Mono")


async def drawn(scene: Scene) -> str:
    """Gives the SVG of a scene."""
    app = an_app(scene)
    async with app.run_test(size=scene.size) as pilot:
        await scene.arrange(pilot)
        await pilot.pause()
        return app.export_screenshot(title="Gather Round")


def main() -> None:
    """Draws every scene, or those named on the command line; PNG goes to the folder named by --png."""
    asked = [word for word in sys.argv[1:] if not word.startswith("--")]
    png = next((Path(word.removeprefix("--png=")) for word in sys.argv[1:] if word.startswith("--png=")), None)
    for scene in GALLERY:
        if asked and scene.name not in asked:
            continue
        svg = asyncio.run(drawn(scene))
        (ROOT / "screenshots" / f"{scene.name}.svg").write_text(svg, encoding="utf-8")
        if png is not None:
            _png(svg, png / f"{scene.name}.png")
        print(f"{scene.name:<20} {scene.says}")


def _png(svg: str, path: Path) -> None:
    import cairosvg

    path.parent.mkdir(parents=True, exist_ok=True)
    cairosvg.svg2png(bytestring=svg.replace(*FONTS).encode(), write_to=str(path))


if __name__ == "__main__":
    main()
