"""Runs the game as `python -m gatherround`."""

import sys

from gatherround.cli import main

if __name__ == "__main__":
    sys.exit(main())
