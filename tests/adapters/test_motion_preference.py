"""Less motion: whichever source of the desktop asks for it, and quickly when none answers."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from deskbreak.adapters.motion_files import file_motion, value_in
from deskbreak.adapters.motion_portal import LIMIT_MS, portal_motion
from deskbreak.adapters.motion_preference import (
    MotionPreference,
    desktop_moves_less,
    find_motion_preference,
)
from deskbreak.adapters.motion_told import Told
from tests.adapters.fake_portal import Values, run_portal

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="portals are of Linux desktops")
APPEARANCE = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")


@pytest.fixture
def bus(private_bus: str, qtbot: QtBot) -> Iterator[QDBusConnection]:
    del qtbot
    yield QDBusConnection.connectToBus(private_bus, "test-portal")
    QDBusConnection.disconnectFromBus("test-portal")


def asked_of(bus: QDBusConnection, limit_ms: int = LIMIT_MS) -> MotionPreference:
    return MotionPreference((lambda: portal_motion(bus, limit_ms),))


def test_without_sources_the_answer_is_no() -> None:
    null = MotionPreference()
    assert not null.moves_less()
    assert null.told() == ()


def test_one_source_that_asks_for_less_is_enough() -> None:
    told = (Told("a", None), Told("b", less=False), Told("c", less=True))
    assert MotionPreference((lambda: told[:1], lambda: told[1:])).moves_less()
    assert not MotionPreference((lambda: told[:2],)).moves_less()


@LINUX
@pytest.mark.parametrize(
    ("values", "less"),
    [
        ({APPEARANCE: ("u", 1)}, True),
        ({APPEARANCE: ("u", 0)}, False),
        ({GNOME: ("b", False)}, True),
        ({GNOME: ("b", True)}, False),
        ({KDE: ("s", "0")}, True),
        ({KDE: ("s", "0.5")}, False),
        ({GNOME: ("b", True), KDE: ("s", "0")}, True),
        ({APPEARANCE: ("s", "soon")}, False),
        ({APPEARANCE: ("b", True)}, False),
        ({KDE: ("s", "fast")}, False),
        ({}, False),
    ],
)
def test_the_portal_is_understood(
    private_bus: str,
    bus: QDBusConnection,
    values: Values,
    less: bool,  # noqa: FBT001 - a case
) -> None:
    with run_portal(private_bus, values):
        assert asked_of(bus, limit_ms=5000).moves_less() is less


@LINUX
def test_a_portal_that_hangs_costs_less_than_a_tenth_of_a_second(
    private_bus: str, bus: QDBusConnection
) -> None:
    with run_portal(private_bus, {GNOME: ("b", False)}, hangs=True):
        before = time.monotonic()
        told = asked_of(bus).told()
        took = time.monotonic() - before
    assert [each.less for each in told] == [None, None, None]
    assert took < 1  # the limit is 0.07 s; a busy machine may be late, a hang would take 25 s


@LINUX
def test_without_a_portal_nothing_is_told_and_none_is_started(bus: QDBusConnection) -> None:
    assert [each.less for each in asked_of(bus).told()] == [None, None, None]


@LINUX
def test_without_a_bus_the_portal_says_nothing() -> None:
    assert list(portal_motion()) == []


@pytest.mark.parametrize(
    ("file", "text", "less"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=often\n", False),
        ("kdeglobals", "[Colors:View][Other]\nAnimationDurationFactor=0\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_the_files_of_desktops_are_understood(
    tmp_path: Path,
    file: str,
    text: str,
    less: bool,  # noqa: FBT001 - a case
) -> None:
    place = tmp_path / file
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, "utf-8")
    assert MotionPreference((lambda: file_motion(tmp_path),)).moves_less() is less


def test_files_that_are_missing_or_no_text_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "kdeglobals").write_bytes(b"\xff\xfe\x00[KDE\n=\n")
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0" / "settings.ini").mkdir()
    assert [each.less for each in file_motion(tmp_path)] == [None, None, None]


def test_the_last_of_two_lines_wins(tmp_path: Path) -> None:
    file = tmp_path / "some.ini"
    file.write_text("[A]\nkey=1\nkey=2\n[B]\nkey=3\n", "utf-8")
    assert value_in(file, "A", "key") == "2"


@LINUX
def test_the_desktop_of_this_home_is_asked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not desktop_moves_less()
    (home / "other").mkdir()
    (home / "other" / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "other"))
    assert desktop_moves_less()
    assert Told("KDE's settings", less=True) in find_motion_preference().told()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_are_asked_themselves(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr("deskbreak.adapters.motion_preference.sys.platform", platform)
    monkeypatch.setattr("deskbreak.adapters.motion_native._less", lambda: True)
    assert find_motion_preference().told() == (
        Told("the system's accessibility settings", less=True),
    )
