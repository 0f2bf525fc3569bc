from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LISTING = """
import gatherround, sys
from gatherround.cli import main
print(gatherround.__file__, file=sys.stderr)
sys.exit(main(["--data-dir", sys.argv[1], "packs", "list", "--json"]))
"""


def pip(*words: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index")
    subprocess.run([sys.executable, "-m", "pip", *words, *quiet], cwd=ROOT, capture_output=True, check=True)


def listed(home: Path, where: Path) -> tuple[list[object], str]:
    """Lists the story books of whichever tree comes first, and says which that was."""
    ran = subprocess.run(
        [sys.executable, "-c", LISTING, str(home)],
        env=os.environ | {"PYTHONPATH": str(where)},
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout), ran.stderr


def test_the_wheel_brings_all_it_promises_and_lists_the_same_story_books_as_the_tree(tmp_path: Path) -> None:
    pip("wheel", ".", "--no-build-isolation", "--wheel-dir", str(tmp_path / "wheels"))
    (wheel,) = (tmp_path / "wheels").glob("gatherround-*.whl")
    pip("install", str(wheel), "--target", str(tmp_path / "installed"))
    assert (tmp_path / "installed" / "share" / "man" / "man1" / "gatherround.1").is_file()
    assert len([*(tmp_path / "installed").glob("gatherround/cli/completions/gatherround.*")]) == 3
    from_wheel, its_place = listed(tmp_path, tmp_path / "installed")
    from_tree, our_place = listed(tmp_path, ROOT / "src")
    assert str(tmp_path) in its_place
    assert str(ROOT) in our_place
    assert from_wheel == from_tree
    assert len(from_wheel) >= 8
