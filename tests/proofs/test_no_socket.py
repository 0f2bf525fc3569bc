"""Nothing leaves this computer: over evenings, every command and the Workshop no socket is ever opened."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

from proofs.listening import Ear
from proofs.tracing import STRACE, can_trace
from proving import PROVING, told
from storage.drawers import TESTS

WAY_OUT = re.compile(r"^(\d+ +)?(socket|connect|bind|listen|accept|accept4)\(|socketpair\((?!AF_UNIX)")
"""Whatever leads anywhere begins with one of these; the pair of an event loop is a socketpair."""


def test_over_evenings_every_command_and_the_workshop_no_socket_is_opened(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    looking_on = [str(STRACE), "-f", "-o", str(seen), "-e", "trace=network"] if PROVING and can_trace() else []
    ground = tmp_path / "ground"
    ground.mkdir()
    command = [*looking_on, sys.executable, "-m", "proofs.listening", str(ground)]
    ran = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    came = json.loads(ran.stdout.splitlines()[-1])
    assert came["heard"] == []
    assert came["pairs"] <= 2, "the one pair of an event loop"
    if looking_on:
        assert [line for line in seen.read_text("utf-8").splitlines() if WAY_OUT.search(line)] == []
    told("no-socket", f"0 sockets opened, heard by an audit hook{' and seen by strace' if looking_on else ''}")


def test_strace_would_see_every_way_out() -> None:
    for seen in ("7 socket(AF_INET, SOCK_STREAM", "connect(3, {sa_family=AF_UNIX", "9 socketpair(AF_INET, "):
        assert WAY_OUT.search(seen)
    for fine in ("12 socketpair(AF_UNIX, SOCK_STREAM", "recvfrom(4,  <unfinished ...>", "sendto(5, "):
        assert not WAY_OUT.search(fine)


def test_an_ear_hears_every_way_out() -> None:
    ear = Ear()
    ear("socket.__new__", (None, socket.AF_UNIX, socket.SOCK_STREAM, 0))
    ear("open", ("/etc/hosts", "r", 0))
    assert (ear.heard, ear.pairs) == ([], 1)
    for event in ("socket.__new__", "socket.connect", "socket.getaddrinfo", "urllib.Request", "webbrowser.open"):
        ear(event, (None, socket.AF_INET))
    assert len(ear.heard) == 5
