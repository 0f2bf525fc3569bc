"""The geometry of a face: from its parameters to the features that both the terminal cells and the SVG draw."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, TypeAlias

from gatherround.domain.face_builds import LARGE, Blob, Build, Feature, Pixel, Point, Shape, Stroke

if TYPE_CHECKING:
    from gatherround.domain.faces import Face

Curve: TypeAlias = Callable[[float], float]

_STEPS = 16
_AWAKE = 0.88


def features(face: "Face", build: Build = LARGE) -> tuple[Feature, ...]:
    """Gives everything there is to draw, the lowest first: a later shape covers an earlier one."""
    return (
        _head(build),
        *_blush(face, build),
        *_eyes(face, build),
        *_brows(face, build),
        _mouth(face, build),
        *_drops(face, build),
    )


def _head(build: Build) -> Feature:
    across, tall = build.width / 2 - 0.1, build.height / 2 - 0.1
    outer, inner = _ellipse(across, tall, 64), _ellipse(across - build.rim, tall - build.rim, 64)
    return Feature((0, 0), (Blob(Pixel.LINE, outer), Blob(Pixel.SKIN, inner)))


def _placed(face: "Face", build: Build, x: float, y: float) -> Point:
    """Turns, bows and tilts the place of a feature inside the head, which itself never moves."""
    x, y = _tilted(face, (x, y))
    return (x + build.sway * face.turn, y + 0.75 * build.sway * face.bow)


def _tilted(face: "Face", point: Point) -> Point:
    angle = radians(14 * face.tilt)
    x, y = point
    return (x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle))


def _leaning(face: "Face", shape: Shape) -> Shape:
    points = tuple(_tilted(face, point) for point in shape.points)
    match shape:
        case Stroke(ink, _, width):
            return Stroke(ink, points, width)
        case Blob(ink, _):
            return Blob(ink, points)


def _brows(face: "Face", build: Build) -> Iterator[Feature]:
    """Draws the brows; a slant above 0 lifts the inner ends, below 0 pinches them down."""
    raised = max(0.0, face.brow_height)
    half, reach = build.brow_half - 0.25 * build.brow_reach * raised, build.brow_reach
    for side in (-1, 1):
        level = build.brow_y - reach * face.brow_height + 0.9 * reach * side * face.brow_skew
        slant = 0.65 * half * face.brow_slant
        arch = (0.4 + 0.8 * raised) * (1 - abs(face.brow_slant))
        stroke = Stroke(Pixel.LINE, tuple(_bent((-side * half, -slant), (side * half, slant), -arch)), build.bold)
        yield Feature(_placed(face, build, side * build.brow_x, level), (_leaning(face, stroke),))


def _bent(start: Point, end: Point, bulge: float) -> Iterator[Point]:
    for step in range(9):
        t = step / 8
        yield (
            start[0] + (end[0] - start[0]) * t,
            start[1] + (end[1] - start[1]) * t + bulge * (4 * t * (1 - t) - 0.5),
        )


def _eyes(face: "Face", build: Build) -> Iterator[Feature]:
    for side in (-1, 1):
        yield Feature(_placed(face, build, side * build.eye_x, build.eye_y), tuple(_eye(face, build, side)))


@dataclass(frozen=True, slots=True)
class _Opening:
    """The space between two lids, as heights over u from -1 to 1; shut from above it sags, from below it smiles."""

    across: float
    tall: float
    slope: float
    lid: float
    squint: float

    def bottom(self, u: float) -> float:
        return self.tall * _round(u) * (1 - 2 * self.squint) + self.slope * u * min(self.lid, self.squint)

    def top(self, u: float) -> float:
        fold = self.tall - 2 * self.tall * self.lid + self.slope * u
        return min(self.bottom(u), max(-self.tall * _round(u), fold))

    def under_lid(self, point: Point) -> bool:
        return point[1] > 0.02 - self.tall * _round(point[0] / self.across)


def _opening(face: "Face", build: Build, side: int) -> _Opening:
    lid = face.lid * (1 - face.wink if side == 1 else 1)
    shut = 1 - lid * (1 - face.squint)
    size = build.eye_dot + (build.eye_ring - build.eye_dot) * face.eye_white
    across = size + max(0.0, 2 * build.eye_dot - size) * shut
    tall = size + 0.4 * build.eye_dot * (1 - face.eye_white) + (1.5 * build.eye_dot - size) * shut
    return _Opening(across, tall, 0.35 * across * side * face.brow_slant, lid, face.squint)


def _eye(face: "Face", build: Build, side: int) -> Iterator[Shape]:
    """Draws one eye as the opening between two lids, so that a wink, a yawn and a grin each close it in their way."""
    eye = _opening(face, build, side)
    outline = _enclosed(eye.across, eye.top, eye.bottom)
    above, below = outline[: _STEPS + 1], outline[_STEPS + 1 :]
    yield Blob(Pixel.WHITE, outline)
    pupil, shine = _pupil(face, build, eye)
    yield pupil
    if eye.lid > _AWAKE and eye.squint < 0.05:
        yield Stroke(Pixel.LINE, (*outline, outline[0]), 1.2)
        yield from shine
    if eye.lid <= _AWAKE:
        yield Stroke(Pixel.LINE, tuple(filter(eye.under_lid, above)), build.bold)
    if eye.squint >= 0.05:
        yield Stroke(Pixel.LINE, below, build.bold)


def _pupil(face: "Face", build: Build, eye: _Opening) -> tuple[Shape, tuple[Shape, ...]]:
    """Gives the pupil and, where there is room, the shine on it; a falling lid pushes the pupil down before it."""
    half = (build.eye_dot + 0.1 - 0.3 * face.eye_white) * face.pupil
    tall = half * (1.3 - 0.25 * face.eye_white)
    middle = max(0.0, 0.7 * eye.across - half) * face.gaze
    drop = 0.75 * build.eye_dot * face.gaze_down + 0.5 * build.eye_dot * (1 - face.lid)

    def upper(v: float) -> float:
        return max(eye.top((middle + v * half) / eye.across), drop - tall * _round(v))

    def lower(v: float) -> float:
        return max(upper(v), min(eye.bottom((middle + v * half) / eye.across), drop + tall * _round(v)))

    place = (middle - 0.5, max(drop, -0.3) - 0.5 * min(tall, eye.tall))
    shine = Blob(Pixel.WHITE, _ellipse(0.34 * build.eye_dot, 0.4 * build.eye_dot, 12, place))
    return Blob(Pixel.LINE, _enclosed(half, upper, lower, middle)), (shine,) if half > build.eye_dot else ()


def _mouth(face: "Face", build: Build) -> Feature:
    half = build.mouth_small + (build.mouth_wide - build.mouth_small) * face.mouth_width
    gape = build.mouth_gape * face.mouth_open
    bend = build.mouth_bend * face.mouth_curve * (1 - 0.8 * face.mouth_open)
    lift = 0.4 * gape * face.mouth_curve
    lean = 0.6 * build.mouth_bend * face.mouth_skew

    def middle(u: float) -> float:
        wave = 0.5 * build.mouth_bend * face.mouth_wave * sin(pi * u * half / 2.6)
        return bend * (0.5 - u * u) - lift - lean * u + wave

    def upper(u: float) -> float:
        return middle(u) - gape * 0.5 * (1 - face.mouth_curve) * _round(u)

    def lower(u: float) -> float:
        return middle(u) + gape * 0.5 * (1 + face.mouth_curve) * _round(u)

    shapes = (*_tongue(face, build, lower), *_lips(face, build, half, upper, lower))
    return Feature(_placed(face, build, 0, build.mouth_y), tuple(_leaning(face, shape) for shape in shapes))


def _lips(face: "Face", build: Build, half: float, upper: Curve, lower: Curve) -> Iterator[Shape]:
    def edge(u: float) -> float:
        return upper(u) + (lower(u) - upper(u)) * face.teeth

    opening = _enclosed(half, upper, lower)
    yield Blob(Pixel.LINE, opening)
    if face.teeth * face.mouth_open > 0:
        yield Blob(Pixel.WHITE, _enclosed(half, upper, edge))
    if face.teeth > 0.7:
        for place in (-0.75, -0.3, 0.3, 0.75) if half > 4.2 else (-0.4, 0.4):
            yield Stroke(Pixel.LINE, ((place * half, upper(place)), (place * half, edge(place))), 1.0)
    yield Stroke(Pixel.LINE, (*opening, opening[0]), max(1.2, build.bold - 2 * face.mouth_open))


def _tongue(face: "Face", build: Build, lower: Curve) -> Iterator[Shape]:
    if face.tongue <= 0:
        return
    long = 1.3 * build.mouth_bend * face.tongue

    def tip(u: float) -> float:
        return lower(0.1) + long * sqrt(max(0.0, 1 - u**4))

    outline = _enclosed(0.9 * build.mouth_bend, lambda _: lower(0.1) - 0.5, tip, 0.5)
    yield Blob(Pixel.TONGUE, outline)
    yield Stroke(Pixel.LINE, (*outline, outline[0]), 1.2)


def _drops(face: "Face", build: Build) -> Iterator[Feature]:
    """Draws tears, the second one only after the first is whole, and the bead of sweat that leaps off the brow."""
    for side, size in ((-1, min(1.0, 2 * face.tears)), (1, max(0.0, 2 * face.tears - 1))):
        if size > 0:
            yield Feature(_placed(face, build, side * build.tear[0], build.tear[1]), (_drop(build.drop * size, 1.8),))
    if face.sweat > 0:
        yield Feature(build.sweat, (_drop(build.drop * face.sweat, 1.3),))


def _drop(wide: float, long: float) -> Shape:
    outline = [(0.0, 0.0)]
    for step in range(9):
        turn = pi * step / 8
        outline.append((wide * cos(turn), long * wide + wide * sin(turn)))
    return Blob(Pixel.TEAR, tuple(outline))


def _blush(face: "Face", build: Build) -> Iterator[Feature]:
    """Draws blush as short slanted strokes, because colour alone must tell nothing."""
    if face.blush <= 0:
        return
    long = 0.55 * build.drop * face.blush
    for side in (-1, 1):
        lines = tuple(Stroke(Pixel.BLUSH, ((x - 0.5 * long, long), (x + 0.5 * long, -long)), 0.9) for x in (-1, 1))
        yield Feature(_placed(face, build, side * build.cheek[0], build.cheek[1]), lines)


def _round(u: float) -> float:
    """Gives the height of a unit half circle at u, and 0 outside -1..1."""
    return sqrt(max(0.0, 1 - u * u))


def _ellipse(across: float, tall: float, steps: int, middle: Point = (0, 0)) -> tuple[Point, ...]:
    turns = (2 * pi * step / steps for step in range(steps))
    return tuple((middle[0] + across * cos(turn), middle[1] + tall * sin(turn)) for turn in turns)


def _enclosed(half: float, upper: Curve, lower: Curve, middle: float = 0.0) -> tuple[Point, ...]:
    """Walks along the upper curve to the right and back along the lower one, in smaller steps near the corners."""
    stops = [-cos(pi * step / _STEPS) for step in range(_STEPS + 1)]
    there = [(middle + half * u, upper(u)) for u in stops]
    back = [(middle + half * u, lower(u)) for u in reversed(stops)]
    return (*there, *back)
