"""The thirty-six feelings as faces: for each word, how it differs from the face at rest, and what it shows in words.

Every face is a plain fact, drawn with the same line and the same cream: pictures that rank feelings as good and bad
ones teach people to hide them. A clause says what is seen and never what it means.
"""

from collections.abc import Mapping
from typing import Final

# A face is read across, as one line of numbers.
# fmt: off
SETTINGS: Final[Mapping[str, Mapping[str, float]]] = {
    "happy": {"brow_height": 0.3, "mouth_curve": 0.9, "mouth_open": 0.85, "mouth_width": 0.85, "teeth": 0.45},
    "sad": {
        "brow_slant": 0.8, "lid": 0.75, "eye_white": 0.6, "gaze_down": 0.5, "mouth_curve": -1, "mouth_width": 0.35,
        "tears": 0.5,
    },
    "mad": {
        "brow_height": -0.7, "brow_slant": -0.85, "mouth_curve": 0, "mouth_open": 0.7, "mouth_width": 0.9, "teeth": 1,
    },
    "okay": {"mouth_curve": 0.7, "mouth_width": 0.6},
    "scared": {
        "brow_height": 0.9, "brow_slant": 0.5, "eye_white": 0.9, "pupil": 0.8, "mouth_curve": -0.6, "mouth_open": 0.6,
        "mouth_width": 0.7,
    },
    "surprised": {"brow_height": 1, "eye_white": 0.9, "mouth_open": 0.9, "mouth_width": 0.15},
    "excited": {
        "brow_height": 1, "eye_white": 0.45, "pupil": 1.35, "mouth_curve": 0.9, "mouth_open": 1, "mouth_width": 1,
        "teeth": 0.3,
    },
    "tired": {"brow_height": 0.1, "brow_slant": 0.3, "lid": 0, "mouth_open": 0.95, "mouth_width": 0.35},
    "worried": {
        "brow_height": 0.5, "brow_slant": 0.8, "eye_white": 0.9, "gaze": 1, "mouth_curve": -0.3, "mouth_width": 0.6,
        "mouth_wave": 0.8,
    },
    "proud": {
        "brow_height": 0.2, "lid": 0.6, "eye_white": 0.6, "mouth_curve": 1, "mouth_width": 0.9, "tilt": -0.4,
        "bow": -0.7,
    },
    "lonely": {
        "brow_slant": 0.7, "lid": 0.75, "eye_white": 0.7, "gaze": -1, "gaze_down": 0.8, "mouth_curve": -0.5,
        "mouth_width": 0.15, "turn": -0.9, "bow": 0.7,
    },
    "jealous": {
        "brow_height": -0.3, "brow_slant": -0.4, "brow_skew": 0.5, "lid": 0.65, "eye_white": 0.9, "gaze": 1,
        "mouth_curve": -0.4, "mouth_width": 0.4, "mouth_skew": -0.6,
    },
    "shy": {
        "brow_height": 0.3, "brow_slant": 0.5, "gaze": -0.6, "gaze_down": 0.4, "mouth_curve": 0.8,
        "mouth_width": 0.15, "blush": 1, "tilt": 0.7, "bow": 0.7,
    },
    "calm": {"lid": 0, "mouth_curve": 0.7, "mouth_width": 0.6},
    "left out": {
        "brow_height": 0.4, "brow_slant": 0.6, "eye_white": 0.9, "gaze": 1, "mouth_curve": -0.8, "mouth_width": 0.2,
        "turn": 0.6,
    },
    "silly": {
        "brow_height": 0.4, "eye_white": 0.9, "wink": 1, "mouth_curve": 0.8, "mouth_open": 0.2, "mouth_width": 0.7,
        "tongue": 1, "tilt": 0.8, "bow": -0.4,
    },
    "disappointed": {
        "brow_slant": 0.4, "lid": 0.55, "eye_white": 0.7, "gaze_down": 0.6, "mouth_curve": -0.6, "mouth_width": 0.9,
    },
    "loved": {"brow_height": 0.8, "squint": 1, "mouth_curve": 1, "mouth_width": 0.6, "blush": 1, "tilt": -0.5},
    "embarrassed": {
        "brow_height": 0.5, "brow_slant": 0.7, "eye_white": 0.9, "gaze": -1, "mouth_curve": 0.1, "mouth_open": 0.68,
        "mouth_width": 0.85, "teeth": 1, "blush": 1,
    },
    "guilty": {
        "brow_slant": 0.9, "lid": 0.65, "eye_white": 0.8, "gaze": 1, "gaze_down": 0.3, "mouth_curve": -0.3,
        "mouth_width": 0.5, "mouth_skew": 0.7, "bow": 0.9,
    },
    "frustrated": {
        "brow_height": -0.6, "brow_slant": -0.8, "lid": 0.5, "squint": 0.5, "mouth_curve": -0.7, "mouth_open": 0.5,
        "mouth_width": 0.6,
    },
    "relieved": {"brow_height": 0.6, "lid": 0, "mouth_curve": 0.8, "mouth_open": 0.5, "mouth_width": 0.4, "sweat": 1},
    "nervous": {
        "brow_height": 0.6, "brow_slant": 0.5, "brow_skew": 0.3, "eye_white": 1, "pupil": 0.8, "gaze": -1,
        "mouth_width": 0.9, "mouth_wave": 1, "sweat": 1,
    },
    "hurt": {
        "brow_slant": 1, "lid": 0.5, "squint": 0.5, "mouth_curve": -0.6, "mouth_open": 0.5, "mouth_width": 0.35,
        "tears": 1,
    },
    "hopeful": {
        "brow_height": 0.5, "brow_slant": 0.5, "eye_white": 0.9, "pupil": 1.3, "gaze_down": -0.8, "mouth_curve": 0.9,
        "mouth_open": 0.25, "mouth_width": 0.4,
    },
    "grateful": {"brow_height": 0.5, "brow_slant": 0.6, "lid": 0, "mouth_curve": 1, "mouth_width": 0.9, "bow": 0.9},
    "confused": {"brow_height": 0.1, "brow_skew": 0.9, "mouth_width": 0.6, "mouth_wave": 0.8, "tilt": 0.6},
    "bored": {
        "brow_height": -0.1, "lid": 0.5, "eye_white": 0.9, "gaze": 1, "mouth_curve": -0.1, "mouth_width": 0.5,
        "tilt": 0.6,
    },
    "brave": {"brow_height": -0.6, "brow_slant": -0.7, "mouth_curve": 0.6, "mouth_width": 0.85, "bow": -0.8},
    "annoyed": {
        "brow_height": -0.4, "brow_slant": -0.2, "brow_skew": -0.5, "lid": 0.5, "eye_white": 0.7, "mouth_curve": -0.3,
        "mouth_width": 0.6, "mouth_skew": 0.6,
    },
    "homesick": {
        "brow_height": 0.5, "brow_slant": 0.7, "eye_white": 0.9, "gaze": -1, "gaze_down": -1, "mouth_curve": 0.6,
        "mouth_width": 0.2, "tears": 0.5,
    },
    "sorry": {
        "brow_height": 0.8, "brow_slant": 0.8, "eye_white": 0.8, "pupil": 1.3, "gaze_down": -0.6, "mouth_curve": -0.7,
        "mouth_width": 0.3, "tilt": 0.45, "bow": 0.8,
    },
    "curious": {
        "brow_height": 0.7, "eye_white": 0.9, "gaze": 0.6, "gaze_down": -0.9, "mouth_curve": 0.2, "mouth_open": 0.4,
        "mouth_width": 0.1, "tilt": 0.6, "turn": 0.5,
    },
    "discouraged": {
        "brow_height": -0.2, "brow_slant": 0.8, "lid": 0, "mouth_curve": -0.8, "mouth_width": 0.6, "tilt": -0.3,
        "bow": 1,
    },
    "trusted": {"brow_height": 0.3, "pupil": 1.2, "mouth_curve": 0.9, "mouth_width": 0.6, "blush": 1},
    "torn": {
        "brow_height": 0.9, "brow_slant": 0.3, "brow_skew": -0.6, "eye_white": 0.9, "gaze": -1, "mouth_width": 0.9,
        "mouth_skew": 1, "mouth_wave": 0.5,
    },
}

CLAUSES: Final[Mapping[str, str]] = {
    "happy": "bright eyes, wide open smile",
    "sad": "brows up in the middle, mouth turned down, one tear",
    "mad": "brows pinched in, teeth shut",
    "okay": "easy eyes, small smile",
    "scared": "eyes very wide, mouth open and shaky",
    "surprised": "brows high, eyes wide, mouth a round O",
    "excited": "brows up, big eyes, huge open smile",
    "tired": "eyes shut, a big yawn",
    "worried": "brows up in the middle, eyes to one side, wobbly mouth",
    "proud": "chin up, eyes half closed, broad smile",
    "lonely": "head turned away, eyes down, tiny mouth turned down",
    "jealous": "narrow eyes looking sideways, lips pushed to one side",
    "shy": "head tipped down, warm cheeks, tiny smile",
    "calm": "eyes closed, soft smile",
    "left out": "wide eyes looking far to the side, small mouth turned down",
    "silly": "one eye winking, tongue out",
    "disappointed": "heavy lids, eyes down, long mouth turned down",
    "loved": "eyes smiling shut, warm cheeks, head tipped",
    "embarrassed": "hot cheeks, eyes to one side, teeth in a stuck smile",
    "guilty": "head down, eyes sliding away, crooked mouth",
    "frustrated": "brows pinched in, eyes screwed shut, mouth open",
    "relieved": "eyes closed, mouth letting a breath go, one drop of sweat",
    "nervous": "wide eyes looking sideways, zigzag mouth, one drop of sweat",
    "hurt": "eyes squeezed shut, a tear on each cheek",
    "hopeful": "shining eyes looking up, small open smile",
    "grateful": "head bowed, eyes closed, wide smile",
    "confused": "one brow up and one down, head tipped, wavy mouth",
    "bored": "heavy lids, eyes drifting off, flat mouth",
    "brave": "chin up, brows firm, eyes straight ahead, steady smile",
    "annoyed": "one brow low, narrow eyes, crooked mouth",
    "homesick": "eyes far away and up, small mouth, one tear",
    "sorry": "head tipped down, big eyes looking up, mouth turned down",
    "curious": "brows up, head tipped, eyes searching, mouth a little open",
    "discouraged": "head hanging, eyes shut, mouth turned down",
    "trusted": "open eyes straight at you, warm cheeks, calm smile",
    "torn": "one brow up, half the mouth up and half down",
}
# fmt: on
