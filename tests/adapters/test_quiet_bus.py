from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.attention.quiet_bus import BusQuiet
from deskbreak.core.timing.sensed import Cause, Hold
from tests.adapters.quiet_rig import run_talker
from tests.buses import run_bus
from tests.displays import run_display

pytestmark = pytest.mark.linux
QUIET = frozenset({Cause(Hold.DO_NOT_DISTURB)})
NOTIFY, NOTIFY_PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PROPERTIES = "org.freedesktop.DBus.Properties"
XFCONF = "org.xfce.Xfconf"
FAR_AWAY = "/somewhere"


class Ear:
    """Listens, and counts what it is told."""

    def __init__(self, address: str, limit_ms: int = 3000) -> None:
        self.news = 0
        self.sense = BusQuiet(self._changed, address=address, limit_ms=limit_ms)

    def _changed(self) -> None:
        self.news += 1

    def quiet(self) -> bool:
        return self.sense.causes() == QUIET

    def members(self) -> str:
        return self.sense.report().member


@pytest.fixture
def ear(private_bus: str, qtbot: QtBot) -> Iterator[Ear]:
    assert qtbot is not None
    made = Ear(private_bus)
    yield made
    made.sense.close()


def test_nobody_is_quiet_where_nobody_says_so(ear: Ear, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ear.sense.report().why == "nobody here tells it")
    assert not ear.quiet()
    others = {each.member: each.why for each in ear.sense.report().others}
    assert others["freedesktop"] == others["XFCE"] == "its service does not run"


def test_a_service_that_comes_later_is_asked_and_heard(
    ear: Ear, private_bus: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: ear.sense.report().why == "nobody here tells it")
    with run_talker(private_bus, NOTIFY, "Get", ("v", ["b", True])) as service:
        qtbot.waitUntil(ear.quiet)
        assert "freedesktop" in ear.members()
        changed = [NOTIFY, {"Inhibited": ["b", False]}, []]
        service.says(NOTIFY_PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
        qtbot.waitUntil(lambda: "freedesktop" in ear.members() and ear.news >= 1)
        changed = ["org.dunstproject.cmd0", {"paused": ["b", False]}, []]
        service.says(NOTIFY_PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
        qtbot.waitUntil(lambda: not ear.quiet())
        changed = [NOTIFY, {"Inhibited": ["b", True]}, []]
        service.says(NOTIFY_PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
        qtbot.waitUntil(ear.quiet)
        service.dies()
        qtbot.waitUntil(lambda: not ear.quiet())
    assert ear.members() == ""


@pytest.mark.parametrize(
    ("name", "member", "answer"),
    [
        (XFCONF, "GetProperty", ("v", ["b", True])),
        ("fr.emersion.Mako", "Get", ("v", ["as", ["default", "do-not-disturb"]])),
        ("org.erikreider.swaync.cc", "GetDnd", ("b", True)),
    ],
)
def test_other_desktops_say_it_in_their_own_way(
    name: str, member: str, answer: tuple[str, object], private_bus: str, qtbot: QtBot
) -> None:
    with run_talker(private_bus, name, member, answer):
        ear = Ear(private_bus)
        qtbot.waitUntil(ear.quiet)
        ear.sense.close()


def test_xfce_tells_of_its_own_property_alone(private_bus: str, qtbot: QtBot) -> None:
    path = "/org/xfce/Xfconf"
    with run_talker(private_bus, XFCONF, "GetProperty", ("v", ["b", False])) as service:
        ear = Ear(private_bus)
        qtbot.waitUntil(lambda: ear.members() == "XFCE")
        other = ["xfce4-panel", "/do-not-disturb", ["b", True]]
        service.says(path, XFCONF, "PropertyChanged", "ssv", other)
        ours = ["xfce4-notifyd", "/do-not-disturb", ["b", True]]
        service.says(path, XFCONF, "PropertyChanged", "ssv", ours)
        qtbot.waitUntil(ear.quiet)
        assert ear.news == 1
        ear.sense.close()


@pytest.mark.parametrize(
    "lie", [("v", ["s", "yes"]), ("v", ["i", 1]), ("s", "true"), ("as", ["b", "x", "y"])]
)
def test_an_answer_of_another_type_counts_for_nothing(
    lie: tuple[str, object], private_bus: str, qtbot: QtBot
) -> None:
    with run_talker(private_bus, NOTIFY, "Get", lie):
        ear = Ear(private_bus)

        def refused() -> bool:
            others = {each.member: each.why for each in ear.sense.report().others}
            return others.get("freedesktop") == "its service does not say it"

        qtbot.waitUntil(refused)
        assert not ear.quiet()
        ear.sense.close()


def test_a_signal_of_another_shape_counts_for_nothing(private_bus: str, qtbot: QtBot) -> None:
    with run_talker(private_bus, XFCONF, "GetProperty", ("v", ["b", False])) as service:
        ear = Ear(private_bus)
        qtbot.waitUntil(lambda: ear.members() == "XFCE")
        service.says(FAR_AWAY, XFCONF, "PropertyChanged", "s", ["x"])
        service.says(FAR_AWAY, XFCONF, "PropertyChanged", "u", [7])
        ours = ["xfce4-notifyd", "/do-not-disturb", ["b", True]]
        service.says(FAR_AWAY, XFCONF, "PropertyChanged", "ssv", ours)
        qtbot.waitUntil(ear.quiet)
        ear.sense.close()


def test_a_bus_that_never_answers_costs_nothing(home: Path, qtbot: QtBot) -> None:
    path = home / "mute"
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(path))
        silent.listen(1)
        ear = Ear(f"unix:path={path}", limit_ms=30)
        qtbot.waitUntil(lambda: not ear.sense.waits)
        assert ear.sense.report().why == "the bus does not answer"
        assert not ear.quiet()
        ear.sense.watch(on=True)
        assert ear.sense.waits
        ear.sense.close()


def test_without_a_bus_nothing_waits(qtbot: QtBot) -> None:
    assert qtbot is not None
    ear = Ear("unix:path=/nonexistent")
    assert not ear.sense.waits
    assert not ear.quiet()
    assert not ear.sense.report().works
    ear.sense.close()


def test_a_bus_that_dies_ends_the_quiet(home: Path, qtbot: QtBot) -> None:
    folder = home / "bus"
    folder.mkdir()
    answer = ("v", ["b", True])
    with run_bus(folder) as address, run_talker(address, XFCONF, "GetProperty", answer):
        ear = Ear(address)
        qtbot.waitUntil(ear.quiet)
    qtbot.waitUntil(lambda: not ear.quiet())
    assert ear.sense.report().why == "the bus does not answer"
    ear.sense.close()


@pytest.mark.skipif(shutil.which("dunstctl") is None, reason="dunst is not installed")
def test_a_real_dunst_that_is_paused(ear: Ear, private_bus: str, qtbot: QtBot, home: Path) -> None:
    with run_display() as display:
        env = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": private_bus}
        env |= {"HOME": str(home), "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(home)}
        dunst = subprocess.Popen(["dunst"], env=env, stderr=subprocess.DEVNULL)
        try:
            qtbot.waitUntil(lambda: ear.members() == "dunst")
            assert not ear.quiet()
            subprocess.run(["dunstctl", "set-paused", "true"], env=env, check=True)
            qtbot.waitUntil(ear.quiet)
            subprocess.run(["dunstctl", "set-paused", "false"], env=env, check=True)
            qtbot.waitUntil(lambda: not ear.quiet())
        finally:
            dunst.kill()
            dunst.wait()


def test_a_service_that_floods_is_left_alone(private_bus: str, qtbot: QtBot) -> None:
    answer = ("v", ["b", True])
    with run_talker(private_bus, XFCONF, "GetProperty", answer, floods=1500) as service:
        ear = Ear(private_bus)
        qtbot.waitUntil(ear.quiet)
        other = ["xfce4-panel", "/size", ["b", True]]
        service.says("/org/xfce/Xfconf", XFCONF, "PropertyChanged", "ssv", other)
        qtbot.waitUntil(lambda: ear.sense.report().why == "it floods")
        assert not ear.quiet()
        ear.sense.close()
