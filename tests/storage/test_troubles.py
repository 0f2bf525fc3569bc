from __future__ import annotations

from pathlib import Path

import pytest

from gatherround.storage import troubles
from gatherround.storage.looking import refuse_old_sqlite
from gatherround.storage.troubles import OldSQLite, Trouble


def test_an_sqlite_without_strict_tables_is_refused_kindly(path: Path) -> None:
    with pytest.raises(OldSQLite) as trouble:
        refuse_old_sqlite(path, (3, 36, 9))
    assert str(path) in trouble.value.sentence
    refuse_old_sqlite(path, (3, 37, 0))


def test_no_trouble_speaks_unkindly() -> None:
    kinds = [kind for kind in vars(troubles).values() if isinstance(kind, type) and issubclass(kind, Trouble)]
    assert len(kinds) > 8
    for kind in kinds:
        sentence = kind().sentence.lower()
        assert not any(word in sentence for word in ("fail", "wrong", "lost", "behind", "should", "error"))
        assert sentence.endswith(".")
