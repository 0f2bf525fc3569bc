from __future__ import annotations

from host.conftest import home

__all__ = ["home"]
