"""A feeling as a few numbers, drawn as terminal cells, as plain half blocks or as SVG from the same shapes.

A face is warmth beside the cause of a feeling and never a question: stories tell a feeling better than faces do
(Widen & Russell 2010; Barrett et al. 2019). So nothing here names a face "right", and all feelings share one look.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from html import escape
from itertools import pairwise
from math import copysign, floor
from typing import Final
from zlib import crc32

from gatherround.domain.face_builds import LARGE, SMALL, Blob, Pixel, Point, Shape, Stroke
from gatherround.domain.face_shapes import features
from gatherround.domain.face_words import CLAUSES, SETTINGS

WORDS: Final[tuple[str, ...]] = tuple(SETTINGS)

_GREYS: Final = {
    Pixel.OUTSIDE: "none",
    Pixel.SKIN: "#fff",
    Pixel.LINE: "#111",
    Pixel.WHITE: "#fff",
    Pixel.TEAR: "#ccc",
    Pixel.BLUSH: "#555",
    Pixel.TONGUE: "#bbb",
}


def _within(low: float, high: float, rest: float = 0.0) -> float:
    return field(default=rest, metadata={"low": low, "high": high})


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A feeling as numbers, each 0 (or its default) at rest; one out of its range raises ValueError.

    brow_height  -1 low .. 1 high                  mouth_curve  -1 corners down .. 1 corners up
    brow_slant   -1 inner ends pinched down ..     mouth_open   0 shut .. 1 wide open
                 1 inner ends up                   mouth_width  0 small .. 1 broad
    brow_skew    -1 right brow up .. 1 left up     mouth_skew   -1 right end down .. 1 right end up
    lid          0 closed .. 1 open                mouth_wave   0 smooth .. 1 zigzag
    squint       0 none .. 1 smiling shut          teeth        0 none .. above 0.7 shut teeth
    wink         0 none .. 1 right eye closed      tongue       0 in .. 1 out
    eye_white    0 a dark dot .. 1 wide and ringed tears        0 none .. 0.5 one .. 1 two
    pupil        0.5 small .. 1.5 large            sweat, blush 0 none .. 1 full
    gaze         -1 left .. 1 right                tilt         -1 left .. 1 right, 14 degrees at most
    gaze_down    -1 up .. 1 down                   turn, bow    -1 left, chin up .. 1 right, head down
    """

    brow_height: float = _within(-1, 1)
    brow_slant: float = _within(-1, 1)
    brow_skew: float = _within(-1, 1)
    lid: float = _within(0, 1, 1)
    squint: float = _within(0, 1)
    wink: float = _within(0, 1)
    eye_white: float = _within(0, 1)
    pupil: float = _within(0.5, 1.5, 1)
    gaze: float = _within(-1, 1)
    gaze_down: float = _within(-1, 1)
    mouth_curve: float = _within(-1, 1)
    mouth_open: float = _within(0, 1)
    mouth_width: float = _within(0, 1, 0.5)
    mouth_skew: float = _within(-1, 1)
    mouth_wave: float = _within(0, 1)
    teeth: float = _within(0, 1)
    tongue: float = _within(0, 1)
    tears: float = _within(0, 1)
    sweat: float = _within(0, 1)
    blush: float = _within(0, 1)
    tilt: float = _within(-1, 1)
    turn: float = _within(-1, 1)
    bow: float = _within(-1, 1)

    def __post_init__(self) -> None:
        for name, (low, high) in RANGES.items():
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} of a face goes from {low:g} to {high:g}, not {getattr(self, name)!r}")


RANGES: Final[dict[str, tuple[float, float]]] = {
    part.name: (part.metadata["low"], part.metadata["high"]) for part in fields(Face)
}


def face_of(word: str, nearest: str = "okay") -> Face:
    """Gives the face of a feeling; a word without one takes the face of the nearest word with a slight shade.

    The shade depends on the letters alone, so that a family's own word always looks the same.
    Raises KeyError when neither word has a face.
    """
    known = SETTINGS.get(_key(word))
    return Face(**known) if known is not None else _shaded(Face(**SETTINGS[_key(nearest)]), _key(word))


def clause(word: str, nearest: str = "okay") -> str:
    """Says what the face of the word shows in one short clause, for a screen reader; KeyError as in `face_of`."""
    return CLAUSES.get(_key(word)) or CLAUSES[_key(nearest)]


def _key(word: str) -> str:
    return " ".join(word.casefold().split())


def _shaded(face: Face, word: str) -> Face:
    """Moves brows, mouth and head by steps read from the word, the other way where a range would end."""
    numbers = _numbers(face)
    dice = crc32(word.encode("utf-8", "surrogatepass"))
    for name, step in (("brow_height", 0.5), ("mouth_width", 0.2), ("tilt", 0.35)):
        dice, side = divmod(dice, 2)
        low, high = RANGES[name]
        moved = numbers[name] + (step if side else -step)
        numbers[name] = moved if low <= moved <= high else 2 * numbers[name] - moved
    return Face(**numbers)


def _numbers(face: Face) -> dict[str, float]:
    return {name: getattr(face, name) for name in RANGES}


def between(a: Face, b: Face, t: float) -> Face:
    """Gives the face on the way from a (t=0) to b (t=1); the ends are exact, and t outside 0..1 stays at an end."""
    if t <= 0 or t >= 1:
        return a if t <= 0 else b
    start, end = _numbers(a), _numbers(b)
    return Face(**{name: _clamped(name, start[name] + (end[name] - start[name]) * t) for name in RANGES})


def _clamped(name: str, value: float) -> float:
    low, high = RANGES[name]
    return min(high, max(low, value))


def grid(face: Face, width: int = 28, height: int = 26) -> tuple[str, ...]:
    """Draws the face as `height` rows of `width` letters, each the value of a `Pixel`.

    A terminal cell is one pixel wide and two tall: 28×26 fills 28×13 cells, 20×20 fills 20×10.
    Raises ValueError below 1×1.
    """
    if width < 1 or height < 1:
        raise ValueError(f"a face needs at least one pixel, not {width}×{height}")
    build = SMALL if width < 24 or height < 23 else LARGE
    across, down = width / build.width, height / build.height
    rows = [[Pixel.OUTSIDE] * width for _ in range(height)]
    for feature in features(face, build):
        left = width / 2 + _whole(feature.anchor[0] * across)
        top = height / 2 + _whole(feature.anchor[1] * down)
        for shape in feature.shapes:
            _rasterise(rows, shape, [(left + x * across, top + y * down) for x, y in shape.points], min(across, down))
    return tuple("".join(row) for row in rows)


def _whole(x: float) -> float:
    """Rounds away from the middle on both sides alike, so that a face stays even."""
    return copysign(floor(abs(x) + 0.5), x)


def _rasterise(rows: list[list[Pixel]], shape: Shape, points: list[Point], scale: float) -> None:
    match shape:
        case Blob():
            _fill(rows, shape.ink, points)
        case Stroke():
            for start, end in pairwise(points):
                _draw(rows, shape.ink, start, end, max(0.9, shape.width * scale) / 2)


def _fill(rows: list[list[Pixel]], ink: Pixel, points: list[Point]) -> None:
    for y, row in enumerate(rows):
        crossings = sorted(_crossings(points, y + 0.5))
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            for x in range(max(0, int(left - 1)), min(len(row), int(right + 2))):
                if left - 1e-6 <= x + 0.5 <= right + 1e-6:
                    row[x] = ink


def _crossings(points: list[Point], y: float) -> Iterator[float]:
    for (x0, y0), (x1, y1) in pairwise((*points, points[0])):
        if (y0 <= y) != (y1 <= y):
            yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


def _draw(rows: list[list[Pixel]], ink: Pixel, start: Point, end: Point, reach: float) -> None:
    for y in _touched(start[1], end[1], reach, len(rows)):
        for x in _touched(start[0], end[0], reach, len(rows[0])):
            if _distance((x + 0.5, y + 0.5), start, end) <= reach + 1e-6:
                rows[y][x] = ink


def _touched(a: float, b: float, reach: float, size: int) -> range:
    return range(max(0, floor(min(a, b) - reach)), min(size, floor(max(a, b) + reach) + 1))


def _distance(point: Point, start: Point, end: Point) -> float:
    """Measures from a point to the nearest place of a straight piece of line."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    from_x, from_y = point[0] - start[0], point[1] - start[1]
    length = along_x * along_x + along_y * along_y
    t = min(1.0, max(0.0, (from_x * along_x + from_y * along_y) / length)) if length else 0.0
    return float(((from_x - t * along_x) ** 2 + (from_y - t * along_y) ** 2) ** 0.5)


def svg(face: Face, size: int = 200, title: str = "") -> str:
    """Draws the face as one square SVG of `size` pixels, black on white, without scripts, styles or ids."""
    stretch = LARGE.width / LARGE.height
    half = LARGE.width / 2
    parts = (
        _path(shape, [(feature.anchor[0] + x, (feature.anchor[1] + y) * stretch) for x, y in shape.points])
        for feature in features(face, LARGE)
        for shape in feature.shapes
        if len(shape.points) > 1
    )
    named = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{half:g} -{half:g} {2 * half:g} {2 * half:g}" '
        f'width="{size}" height="{size}" {named}>{"".join(parts)}</svg>'
    )


def _path(shape: Shape, points: list[Point]) -> str:
    line = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    colour = _GREYS[shape.ink]
    match shape:
        case Blob():
            edge = ' stroke="#111" stroke-width="0.5"' if shape.ink is Pixel.TEAR else ""
            return f'<path d="{line}Z" fill="{colour}"{edge}/>'
        case Stroke():
            round_ends = 'stroke-linecap="round" stroke-linejoin="round"'
            return f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="{shape.width:g}" {round_ends}/>'
