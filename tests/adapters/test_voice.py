"""The voice: off the window's thread, never behind, silent where nothing speaks."""

from __future__ import annotations

import sys
import threading
import types
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.sound import NullVoice, find_voice
from deskbreak.adapters.voice_plyer import PlyerVoice, find_speaker, speak


class FakePlyer(types.ModuleType):
    """Stands where `plyer` is imported from."""

    def __init__(self, behave: Callable[[], object]) -> None:
        super().__init__("plyer")
        self.tts = self
        self.said: list[str] = []
        self.threads: set[int] = set()
        self._behave = behave

    def speak(self, message: str) -> None:
        self.said.append(message)
        self.threads.add(threading.get_ident())
        self._behave()


def broken() -> None:
    raise NotImplementedError


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    made = threading.Event()
    yield made
    made.set()


def test_a_sentence_is_never_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    plyer = FakePlyer(lambda: warnings.warn("plyer warns", UserWarning, stacklevel=1))
    monkeypatch.setitem(sys.modules, "plyer", plyer)
    assert speak("-w /tmp/file")
    assert plyer.said == [" -w /tmp/file"]


def test_words_are_said_off_this_thread(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    plyer = FakePlyer(lambda: None)
    monkeypatch.setitem(sys.modules, "plyer", plyer)
    voice = PlyerVoice()
    voice.say("Breathe in")
    qtbot.waitUntil(lambda: not voice.busy)
    voice.say("Breathe out")
    qtbot.waitUntil(lambda: not voice.busy)
    assert plyer.said == [" Breathe in", " Breathe out"]
    assert threading.get_ident() not in plyer.threads
    voice.close()


def test_what_comes_while_it_speaks_is_dropped(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, gate: threading.Event
) -> None:
    plyer = FakePlyer(lambda: gate.wait(10))
    monkeypatch.setitem(sys.modules, "plyer", plyer)
    voice = PlyerVoice()
    voice.say("Breathe in")
    voice.say("Breathe out")
    gate.set()
    qtbot.waitUntil(lambda: not voice.busy)
    assert plyer.said == [" Breathe in"]


def test_a_voice_that_fails_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    plyer = FakePlyer(broken)
    monkeypatch.setitem(sys.modules, "plyer", plyer)
    voice = PlyerVoice()
    voice.say("Breathe in")
    qtbot.waitUntil(lambda: not voice.busy)
    assert not voice.works
    voice.say("Breathe out")
    assert len(plyer.said) == 1


def test_a_voice_that_hangs_is_given_up(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, gate: threading.Event
) -> None:
    monkeypatch.setitem(sys.modules, "plyer", FakePlyer(lambda: gate.wait(10)))
    voice = PlyerVoice(limit_ms=30)
    voice.say("Breathe in")
    qtbot.waitUntil(lambda: not voice.works)
    gate.set()
    qtbot.waitUntil(lambda: not voice.busy)
    assert not voice.works


@pytest.mark.parametrize(
    ("platform", "program"), [("linux", "flite"), ("darwin", "say"), ("win32", "espeak.exe")]
)
def test_the_speaker_is_the_one_that_plyer_would_take(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, program: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_speaker() == ""
    assert isinstance(find_voice(), NullVoice)
    (tmp_path / program).write_text("#!/bin/sh\n", "utf-8")
    (tmp_path / program).chmod(0o755)
    monkeypatch.setattr("deskbreak.adapters.voice_plyer.sys.platform", platform)
    monkeypatch.setattr("deskbreak.adapters.voice_plyer.shutil.which", _which(tmp_path))
    assert find_speaker() == program
    assert isinstance(find_voice(), PlyerVoice)


def _which(folder: Path) -> Callable[[str], str | None]:
    """Return a look-up without the habits of other systems, such as PATHEXT."""
    return lambda name: str(folder / name) if (folder / name).exists() else None


@pytest.mark.skipif(sys.platform == "win32", reason="the fake program is a shell script")
def test_plyer_itself_speaks_by_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    heard = tmp_path / "heard"
    program = tmp_path / "espeak"
    program.write_text(f'#!/bin/sh\necho "$#:$1" >> {heard}\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = find_voice()
    voice.say("Turn to the right")
    qtbot.waitUntil(heard.exists)
    qtbot.waitUntil(lambda: isinstance(voice, PlyerVoice) and not voice.busy)
    assert heard.read_text() == "1: Turn to the right\n"
