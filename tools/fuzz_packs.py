"""Looks for a story book that upsets its reader, guided by which lines of the reader each one wakes.

`python tools/fuzz_packs.py yaml FOLDER -max_total_time=300` begins with every story that ships and every bad book, and
keeps in FOLDER what woke something new; `zip` does the same for parcels. Whatever follows FOLDER is said to libFuzzer.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

HOUSE: Final = Path(__file__).parent.parent
sys.path[:0] = [str(HOUSE / "src"), str(HOUSE / "tests")]
HOW: Final = """This looks with atheris, which is no part of the game and not to be had on every computer. On Linux:

    python -m venv /tmp/fuzzing
    /tmp/fuzzing/bin/pip install atheris -e '.[dev]'
    /tmp/fuzzing/bin/python tools/fuzz_packs.py yaml /tmp/found -max_total_time=300
"""
WAYS: Final = ("yaml", "zip")


def main(said: list[str]) -> int:
    """Looks until libFuzzer has had enough; 2 where there is nothing to look with or nothing was asked for."""
    if len(said) < 2 or said[0] not in WAYS:
        print(__doc__)
        return 2
    try:
        import atheris
    except ImportError:
        print(HOW)
        return 2
    way, found, *more = said
    with atheris.instrument_imports(include=["gatherround", "yaml", "zipfile"]):
        import gatherround.pantry.opening  # noqa: F401 (so does this)
        from mutants import pages  # it brings the whole reader with it, which has to be watched from the beginning
    target = _read if way == "yaml" else _unpacked
    Path(found).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for at, seed in enumerate(pages() if way == "yaml" else _parcels()):
            (seeds / str(at)).write_bytes(seed)
        atheris.Setup([sys.argv[0], found, str(seeds), *more], target(Path(folder)))
        atheris.Fuzz()
    return 0


def _parcels() -> list[bytes]:
    from parcels import entry, files, holding, locked, zipped

    whole = zipped(files(), above="tea-time/")
    return [
        whole,
        zipped(files()),
        holding((entry("notes.txt"), b"hello " * 40)),
        locked(whole),
        b"PK\x05\x06" + bytes(18),
    ]


def _read(folder: Path) -> Callable[[bytes], None]:
    """Reads bytes as a book, and says what there is to say of it."""
    from gatherround.host.checking import Report
    from gatherround.pantry.reader import read_pack
    from tables import lists

    path = folder / "book.yaml"

    def one(source: bytes) -> None:
        path.write_bytes(source)
        for line in Report(read_pack(path, lists())).lines():
            assert line.isprintable(), ascii(line)

    return one


def _unpacked(_: Path) -> Callable[[bytes], None]:
    """Opens bytes as a parcel, and packs what was in it again."""
    from gatherround.pantry.opening import unzipped
    from gatherround.pantry.opening import zipped as packed
    from gatherround.pantry.parcels import Refused, look_at_names

    def one(source: bytes) -> None:
        try:
            book = unzipped(source)
        except Refused:
            return
        look_at_names([name for name, _ in book.files])
        assert unzipped(packed(book)).files == book.files

    return one


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
