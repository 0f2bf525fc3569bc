"""What a face is drawn with: pixels, strokes and blobs, and the two builds that say where the features sit.

Lengths are in *dots*. In a build's own size (28×13 and 20×10 cells, two pixels in a cell) one dot is one pixel.
The middle of the face is (0, 0), x goes to the right and y downwards.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


class Pixel(StrEnum):
    """What one pixel of a face shows; its value is the letter that stands for it in a grid."""

    OUTSIDE = " "
    SKIN = "."
    LINE = "#"
    WHITE = "w"
    TEAR = "t"
    BLUSH = "b"
    TONGUE = "u"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of even width (in dots) through its points."""

    ink: Pixel
    points: tuple[Point, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Blob:
    """A filled outline; the last point joins the first."""

    ink: Pixel
    points: tuple[Point, ...]


Shape: TypeAlias = Stroke | Blob


@dataclass(frozen=True, slots=True)
class Feature:
    """Shapes measured from an anchor, which cells snap to whole pixels so that both eyes come out alike."""

    anchor: Point
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Where the features sit at one size; like small print, a small face is drawn bolder and not merely shrunk."""

    width: float
    height: float
    rim: float
    bold: float
    sway: float
    eye_x: float
    eye_y: float
    eye_dot: float
    eye_ring: float
    brow_x: float
    brow_y: float
    brow_half: float
    brow_reach: float
    mouth_y: float
    mouth_small: float
    mouth_wide: float
    mouth_gape: float
    mouth_bend: float
    tear: Point
    cheek: Point
    sweat: Point
    drop: float


# The two builds are compared line by line.
# fmt: off
LARGE = Build(
    width=28, height=26, rim=2.0, bold=1.9, sway=2.0,
    eye_x=5.0, eye_y=-1.0, eye_dot=1.6, eye_ring=3.6,
    brow_x=4.6, brow_y=-6.3, brow_half=2.5, brow_reach=1.5,
    mouth_y=6.0, mouth_small=1.6, mouth_wide=6.6, mouth_gape=6.0, mouth_bend=2.4,
    tear=(6.6, 2.2), cheek=(8.4, 3.6), sweat=(11.6, -12.6), drop=2.0,
)
SMALL = Build(
    width=20, height=20, rim=1.05, bold=1.7, sway=1.4,
    eye_x=4.0, eye_y=-0.7, eye_dot=1.3, eye_ring=2.6,
    brow_x=3.6, brow_y=-5.1, brow_half=1.6, brow_reach=0.9,
    mouth_y=5.1, mouth_small=1.2, mouth_wide=5.0, mouth_gape=4.0, mouth_bend=1.7,
    tear=(5.4, 2.4), cheek=(6.4, 2.8), sweat=(8.0, -10.0), drop=1.5,
)
# fmt: on
