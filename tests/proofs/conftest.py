from __future__ import annotations

from host.conftest import home
from storage.conftest import unprivileged

__all__ = ["home", "unprivileged"]
