"""Chimes: by what is installed, one at a time, and silence where nothing can play."""

from __future__ import annotations

import os
import sys
import types
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.sound import (
    NullPlayer,
    NullVoice,
    SystemSounds,
    find_player,
    find_voice,
    system_sounds,
)
from deskbreak.adapters.sound_process import ProcessPlayer, find_commands
from deskbreak.adapters.sound_win import WinPlayer
from deskbreak.core.cues import Tone
from tools import make_sounds

PHASE = resources_folder() / "sounds" / "phase.wav"
Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Give a way to install a program, a shell script, into an otherwise empty PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)
        return path

    return put


def player_of(qtbot: QtBot, limit_ms: int = 4000) -> ProcessPlayer:
    del qtbot
    return ProcessPlayer(find_commands(), limit_ms=limit_ms)


class Spy:
    """A player and a voice that write down what they are told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def play(self, file: Path) -> None:
        assert file.is_file()
        self.told.append(file.name)

    def say(self, words: str) -> None:
        self.told.append(words)

    def close(self) -> None:
        self.told.append("closed")


def test_every_tone_ships_as_a_small_soft_file() -> None:
    for tone in Tone:
        path = resources_folder() / "sounds" / f"{tone.value}.wav"
        assert path.stat().st_size < 16 * 1024
        with wave.open(str(path)) as file:
            assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
            assert file.getnframes() / file.getframerate() < 1
            levels = memoryview(file.readframes(file.getnframes())).cast("h")
        assert 0.15 < max(map(abs, levels)) / 32767 < 0.3
        assert abs(levels[0]) < 300  # it neither begins nor ends with a click
        assert abs(levels[-1]) < 300


def test_the_tool_makes_what_ships(tmp_path: Path) -> None:
    for name, chime in make_sounds.CHIMES.items():
        made = make_sounds.write(name, chime, tmp_path).read_bytes()
        assert made == (resources_folder() / "sounds" / f"{name}.wav").read_bytes()
    assert {tone.value for tone in Tone} == make_sounds.CHIMES.keys()


def test_player_and_voice_are_looked_for_when_first_wanted() -> None:
    spy, looked = Spy(), list[str]()

    def player() -> Spy:
        looked.append("player")
        return spy

    def voice() -> Spy:
        looked.append("voice")
        return spy

    sounds = SystemSounds(PHASE.parent, player, voice)
    assert looked == []
    sounds.play(Tone.PHASE)
    sounds.play(Tone.END)
    assert looked == ["player"]
    sounds.say("Breathe in")
    sounds.say("Breathe out")
    assert looked == ["player", "voice"]
    sounds.close()
    sounds.play(Tone.END)
    sounds.say("Too late")
    assert spy.told == ["phase.wav", "end.wav", "Breathe in", "Breathe out", "closed", "closed"]


def test_sounds_that_nobody_wanted_close_too() -> None:
    system_sounds(resources_folder()).close()


def test_nothing_installed_is_silence(install: Install) -> None:
    del install
    player, voice = find_player(), find_voice()
    assert isinstance(player, NullPlayer)
    assert isinstance(voice, NullVoice)
    player.play(PHASE)
    player.close()
    voice.say("Nobody hears this.")
    voice.close()


def test_the_best_program_that_is_installed_comes_first(install: Install) -> None:
    aplay, pw_play = install("aplay", ""), install("pw-play", "")
    assert find_commands() == ((str(pw_play),), (str(aplay), "-q"))
    assert isinstance(find_player(), ProcessPlayer)


def test_a_mac_has_its_own(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    afplay = install("afplay", "")
    monkeypatch.setattr("deskbreak.adapters.sound_process.sys.platform", "darwin")
    assert find_commands() == ((str(afplay),),)


def test_a_chime_is_played_once_with_its_file(
    install: Install, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    install("aplay", f'echo "$@" >> {heard}')
    player = player_of(qtbot)
    player.play(PHASE)
    assert player.playing
    qtbot.waitUntil(lambda: not player.playing)
    assert heard.read_text() == f"-q {PHASE}\n"
    player.play(PHASE)
    qtbot.waitUntil(lambda: not player.playing)
    assert heard.read_text().count("\n") == 2


def test_what_comes_meanwhile_is_dropped(install: Install, qtbot: QtBot, tmp_path: Path) -> None:
    heard, gate = tmp_path / "heard", tmp_path / "gate"
    os.mkfifo(gate)
    install("aplay", f'echo "$2" >> {heard}; read line < {gate}')
    player = player_of(qtbot)
    player.play(PHASE)
    player.play(PHASE.with_name("end.wav"))
    gate.write_text("go on\n")
    qtbot.waitUntil(lambda: not player.playing)
    assert heard.read_text() == f"{PHASE}\n"


def test_a_program_that_fails_is_not_asked_again(
    install: Install, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    install("pw-play", "exit 1")
    aplay = install("aplay", f"echo played >> {heard}")
    player = player_of(qtbot)
    player.play(PHASE)
    qtbot.waitUntil(lambda: not player.playing)
    assert player.left == ((str(aplay), "-q"),)
    player.play(PHASE)
    qtbot.waitUntil(lambda: not player.playing)
    assert heard.read_text() == "played\n"


def test_a_program_that_cannot_start_is_not_asked_again(install: Install, qtbot: QtBot) -> None:
    install("paplay", "")
    player = player_of(qtbot)
    Path(player.left[0][0]).write_text("no program", "utf-8")
    player.play(PHASE)
    qtbot.waitUntil(lambda: not player.playing)
    assert player.left == ()
    player.play(PHASE)
    assert not player.playing


def test_a_program_that_hangs_is_ended(install: Install, qtbot: QtBot, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    install("pw-play", f"read line < {gate}")
    player = player_of(qtbot, limit_ms=50)
    player.play(PHASE)
    qtbot.waitUntil(lambda: not player.playing)
    assert player.left == ()
    player.close()


def test_closing_stops_what_plays(install: Install, qtbot: QtBot, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    install("aplay", f"read line < {gate}")
    player = player_of(qtbot)
    player.play(PHASE)
    player.close()
    assert not player.playing
    player.play(PHASE)
    assert not player.playing


class FakeWinsound(types.ModuleType):
    """Stands where Windows has its `winsound`."""

    SND_FILENAME, SND_ASYNC, SND_NODEFAULT, SND_NOSTOP = 0x20000, 1, 2, 16

    def __init__(self, *, device: bool = True) -> None:
        super().__init__("winsound")
        self.played: list[tuple[str | None, int]] = []
        self._device = device

    def PlaySound(self, sound: str | None, flags: int) -> None:  # noqa: N802 - winsound's name
        self.played.append((sound, flags))
        if not self._device:
            raise RuntimeError("Failed to play sound")


@pytest.mark.parametrize("device", [True, False])
def test_windows_plays_without_waiting_and_is_silent_without_a_device(
    monkeypatch: pytest.MonkeyPatch,
    device: bool,  # noqa: FBT001 - a case
) -> None:
    winsound = FakeWinsound(device=device)
    monkeypatch.setitem(sys.modules, "winsound", winsound)
    monkeypatch.setattr("deskbreak.adapters.sound_win.sys.platform", "win32")
    player = find_player()
    assert isinstance(player, WinPlayer)
    player.play(PHASE)
    assert winsound.played == [(str(PHASE), 0x20000 | 1 | 2 | 16)]
    player.close()
