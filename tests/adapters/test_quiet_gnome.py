from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.attention.linux import linux_members
from deskbreak.adapters.attention.quiet_gnome import GnomeQuiet, is_gnome
from deskbreak.core.timing.sensed import Cause, Hold

pytestmark = pytest.mark.linux
QUIET = frozenset({Cause(Hold.DO_NOT_DISTURB)})
SERVICE = Path("/usr/libexec/dconf-service")
SCHEMA = Path("/usr/share/glib-2.0/schemas/org.gnome.desktop.notifications.gschema.xml")


@pytest.fixture
def gnome(private_bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the bus of a session with dconf, whose settings are the test's own."""
    if not (SERVICE.exists() and SCHEMA.exists() and shutil.which("gsettings")):
        pytest.skip("dconf and GNOME's schemas are not installed")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    service = subprocess.Popen([str(SERVICE)], stderr=subprocess.DEVNULL)
    yield private_bus
    service.kill()
    service.wait()


def banners(on: str) -> None:
    command = ["gsettings", "set", "org.gnome.desktop.notifications", "show-banners", on]
    subprocess.run(command, check=True, env=dict(os.environ))


def test_a_real_dconf_tells_of_do_not_disturb(gnome: str, qtbot: QtBot) -> None:
    news: list[int] = []
    sense = GnomeQuiet(lambda: news.append(1), gnome)
    qtbot.waitUntil(lambda: sense.settled and sense.report().works)
    assert not sense.causes()
    banners("false")
    qtbot.waitUntil(lambda: sense.causes() == QUIET)
    banners("true")
    qtbot.waitUntil(lambda: not sense.causes())
    assert len(news) == 2
    banners("false")
    sense.watch(on=True)
    qtbot.waitUntil(lambda: sense.causes() == QUIET)
    sense.watch(on=False)
    sense.ask()
    sense.close()


@pytest.mark.parametrize("script", ["sleep 60", "exit 1", "echo maybe"])
def test_settings_that_cannot_be_read_are_no_reason(
    script: str, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = home / "gsettings"
    fake.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    fake.chmod(0o700)
    monkeypatch.setenv("PATH", f"{home}:/usr/bin:/bin")
    monkeypatch.setattr("deskbreak.adapters.attention.quiet_gnome._LIMIT_MS", 100)
    sense = GnomeQuiet(lambda: None, "unix:path=/nonexistent")
    qtbot.waitUntil(lambda: sense.settled)
    assert not sense.causes()
    assert sense.report().why == "GNOME's setting cannot be read"
    sense.close()


def test_without_gsettings_there_is_nothing_to_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert not is_gnome("GNOME")
    sense = GnomeQuiet(lambda: None, "unix:path=/nonexistent")
    qtbot.waitUntil(lambda: sense.settled)
    assert not sense.report().works
    sense.close()


def test_it_is_the_one_that_counts_on_gnome_alone(gnome: str) -> None:
    assert gnome
    assert is_gnome("ubuntu:GNOME")
    assert not is_gnome("KDE")
    members = linux_members("offscreen", lambda: None)
    assert any(isinstance(each, GnomeQuiet) for each in members)
    for each in members:
        each.close()
