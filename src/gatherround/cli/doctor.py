"""The doctor from the command line: what is fine, what is worth a look, and what may help."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from dataclasses import asdict

from gatherround.cli.endings import FINE, NOT_DONE
from gatherround.host.doctor import Finding, Terminal, examine

_SIGNS = {"fine": "  ", "look": "? ", "trouble": "! "}


def doctor(asked: argparse.Namespace) -> int:
    """Says what was found; 1 where something is a trouble."""
    findings = examine(asked.data_dir, _this_terminal())
    if asked.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            _say(finding)
    return NOT_DONE if any(finding.state == "trouble" for finding in findings) else FINE


def _say(finding: Finding) -> None:
    print(f"{_SIGNS[finding.state]}{finding.about:<12} {finding.says}")
    if finding.cure:
        print(f"{'':<15}{finding.cure}")


def _this_terminal() -> Terminal:
    at_one = sys.stdout is not None and sys.stdout.isatty()
    size = shutil.get_terminal_size() if at_one else None
    # The front door has made the way out UTF-8; what the terminal itself takes is in its locale.
    told = next((held for name in ("LC_ALL", "LC_CTYPE", "LANG") if (held := os.environ.get(name))), "")
    encoding = told.rpartition(".")[2].partition("@")[0] if "." in told else sys.getfilesystemencoding()
    return Terminal(os.environ, encoding, (size.columns, size.lines) if size else None)
