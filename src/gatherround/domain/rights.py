"""What holds for everybody at the table, in one set of words wherever it is said, short enough for an eight-year-old.

Families hope more of a game that calls itself good for them, and children tell a screen more than they mean to: so
what the game is not, and who could read what is kept, is said where somebody begins and where somebody types.
"""

from __future__ import annotations

from typing import Final

MAY_PASS: Final = "Anybody may pass, always."
NOT_THERAPY: Final = "It is a game, not therapy."
RIGHTS: Final = f"{MAY_PASS} {NOT_THERAPY}"
"""Said before the first Round and in help."""
RIGHTS_IN_FULL: Final = f"{MAY_PASS} Nobody asks why. {NOT_THERAPY}"
"""The same where there is room for it."""
READ_BY: Final = "A grown-up with this computer could read it."
"""What is said wherever somebody types what is kept: nothing in the file is locked."""
