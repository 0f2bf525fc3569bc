from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from gatherround.host.voice import NO_VOICE, Voice, find_voice, how_to_get_one

HOSTILE = "$(touch owned); `touch owned` --help\n-w owned.wav\n<speak> & | > owned \u00e9 \U0001f986"


def stand_in(folder: Path, name: str, script: str) -> Path:
    """Puts a program in a folder that a voice may be taken for."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o700)
    return program


def test_a_voice_hears_the_text_alone_and_no_word_of_it_becomes_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "espeak-ng", f'echo "$@" > "{tmp_path}/words"; /bin/cat > "{tmp_path}/heard"')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    voice = find_voice("linux")
    assert voice is not None
    asyncio.run(voice.say(HOSTILE))
    assert (tmp_path / "heard").read_text("utf-8") == HOSTILE
    assert (tmp_path / "words").read_text("utf-8") == "--stdin -s 145\n"
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    ("platform", "there", "taken"),
    [
        ("linux", ("spd-say", "espeak"), "espeak"),
        ("linux", ("spd-say",), "spd-say"),
        ("darwin", ("say", "espeak-ng"), "say"),
        ("win32", ("powershell",), "powershell"),
    ],
)
def test_the_voice_of_this_computer_is_found(
    platform: str, there: tuple[str, ...], taken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in there:
        stand_in(tmp_path, name, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = find_voice(platform)
    assert voice is not None
    assert Path(voice.command[0]).name == taken


@pytest.mark.parametrize("platform", [*NO_VOICE, "freebsd14"])
def test_without_a_voice_one_line_says_how_to_get_one(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_voice(platform) is None
    assert "voice" in how_to_get_one(platform)


def test_a_voice_that_is_cancelled_is_quiet_at_once(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "voice", f'echo $$ > "{tmp_path}/pid"; exec /bin/sleep 60')

    async def stopped() -> int:
        reading = asyncio.create_task(Voice((str(program),)).say("Once upon a time"))
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            await asyncio.sleep(0.005)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        return int((tmp_path / "pid").read_text())

    pid = asyncio.run(stopped())
    assert not Path(f"/proc/{pid}").exists()


def test_a_voice_that_has_gone_says_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    asyncio.run(Voice((str(tmp_path / "no-such-voice"),)).say("Hello"))


def test_a_voice_that_breaks_off_breaks_nothing(tmp_path: Path) -> None:
    asyncio.run(Voice((str(stand_in(tmp_path, "voice", "exit 3")),)).say("word " * 100_000))


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng on this machine")
def test_a_real_voice_makes_a_sound_of_a_text(tmp_path: Path) -> None:
    voice = find_voice("linux")
    assert voice is not None
    sound = tmp_path / "said.wav"
    asyncio.run(Voice((*voice.command, "-w", str(sound))).say(HOSTILE))
    assert sound.read_bytes()[:4] == b"RIFF"
    assert sound.stat().st_size > 10_000
