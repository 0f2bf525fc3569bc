"""What holds for all tests: a property holds or it does not, however busy the machine is."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True)
# A landing is judged by the change alone; what chance finds, it finds at somebody's desk, where it can be mended.
settings.load_profile("landing" if os.environ.get("CI") else "house")
