"""What the doctor says of sound and motion."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli.doctor import all_looks, examine
from deskbreak.cli.findings import State
from deskbreak.cli.findings_session import motion, sound


def choose(text: str) -> None:
    make_folders(find_paths())
    find_paths().config_file.write_text(f"[display]\n{text}\n", "utf-8")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, name: str) -> None:
    (folder / name).write_text("#!/bin/sh\n", "utf-8")
    (folder / name).chmod(0o755)


@pytest.mark.usefixtures("home")
def test_what_plays_and_what_speaks_is_named(programs: Path) -> None:
    install(programs, "aplay")
    install(programs, "espeak")
    choose('sound = "chime"')
    assert [one.said for one in sound()] == ["Chimes: aplay plays them.", "Voice: espeak speaks."]
    choose('sound = "off"')
    assert all(one.said.endswith("(off in the settings).") for one in sound())


@pytest.mark.usefixtures("home", "programs")
def test_why_nothing_is_heard_is_said() -> None:
    chimes, voice = sound()
    assert (chimes.state, voice.state) == (State.NOTE, State.NOTE)
    assert "no program here plays" in chimes.said
    assert "nothing here speaks" in voice.said


@pytest.mark.usefixtures("qapp")
def test_who_asks_for_less_motion_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert [one.said for one in motion()] == [
        "Figures move: this desktop says nothing about motion; the settings can."
    ]
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=1\n", "utf-8")
    assert [one.said for one in motion()] == ["Figures move: KDE's settings: no wish for less."]
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n", "utf-8")
    assert next(motion()).said.startswith("Figures stand still: KDE's settings")
    choose('reduced_motion = "off"')
    assert next(motion()).said == "Figures move: the settings say so."
    choose('reduced_motion = "on"')
    assert next(motion()).said == "Figures stand still: the settings say so."


@pytest.mark.usefixtures("home", "qapp")
def test_the_doctor_looks_at_both() -> None:
    looks = [look for look in all_looks() if look[0] in {"sound", "motion"}]
    assert {one.area for one in examine(looks)} == {"sound", "motion"}
