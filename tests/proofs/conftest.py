from __future__ import annotations

from storage.conftest import unprivileged

__all__ = ["unprivileged"]
