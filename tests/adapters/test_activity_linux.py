"""All the ways of a Linux desktop together: which is in use, and who takes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity.linux import Surroundings, linux_activity
from deskbreak.adapters.activity.sensed import SensedActivity
from deskbreak.adapters.activity.wayland import EXT
from deskbreak.adapters.logind import Logind
from tests.adapters.fake_bus_service import BusService, FakeMutter
from tests.adapters.fake_compositor import FakeCompositor
from tests.displays import run_display

pytestmark = pytest.mark.linux

LENGTHS = (20, 600)
EXT_NAME = "Wayland's ext-idle-notify"
Begin = Callable[..., SensedActivity]


@pytest.fixture
def told() -> list[int]:
    return []


@pytest.fixture
def begin(private_bus: str, told: list[int], tmp_path: Path, qtbot: QtBot) -> Iterator[Begin]:
    del qtbot
    made: list[SensedActivity] = []

    def go(platform: str = "wayland", **environ: str) -> SensedActivity:
        around = Surroundings(platform, {"XDG_RUNTIME_DIR": str(tmp_path), **environ})
        logind = Logind(lambda: None, QDBusConnection("never-made"))
        made.append(linux_activity(lambda: told.append(1), LENGTHS, logind, around, private_bus))
        return made[-1]

    yield go
    for activity in made:
        activity.close()


def idle_by(activity: SensedActivity) -> str:
    return activity.reports()[0].member


def whys(activity: SensedActivity) -> dict[str, str]:
    return {one.member: one.why for one in activity.reports()[0].others}


@pytest.mark.parametrize(
    ("environ", "is_wayland", "socket"),
    [
        ({}, False, ""),
        ({"XDG_SESSION_TYPE": "x11", "WAYLAND_DISPLAY": "w"}, False, ""),
        ({"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/r"}, True, "/r/wayland-0"),
        ({"WAYLAND_DISPLAY": "w-3", "XDG_RUNTIME_DIR": "/r"}, True, "/r/w-3"),
        ({"WAYLAND_DISPLAY": "/own/socket"}, True, "/own/socket"),
    ],
)
def test_surroundings_are_told_by_the_environment(
    environ: dict[str, str], socket: str, *, is_wayland: bool
) -> None:
    around = Surroundings("xcb", environ)
    assert (around.is_wayland, around.wayland_socket) == (is_wayland, socket)


def test_nothing_here_is_said_plainly(begin: Begin, qtbot: QtBot) -> None:
    activity = begin("offscreen")
    qtbot.waitUntil(lambda: activity.settled)
    assert (activity.idle_s(), activity.locked(), idle_by(activity)) == (None, False, "")
    assert whys(activity) == {
        "X11": "no X11 session here",
        "Wayland's ext-idle-notify": "no Wayland session here",
        "Wayland's KDE idle": "no Wayland session here",
        "Mutter's idle monitor": "nobody offers it",
        "the screen saver": "nobody offers it",
    }
    lock = activity.reports()[1]
    assert {one.why for one in lock.others} == {"there is no system bus", "nobody offers it"}


def test_an_x_server_is_used_where_it_sees_everything(
    begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with run_display() as display:
        monkeypatch.setenv("DISPLAY", display)
        assert idle_by(begin("xcb")) == "X11"
        under = begin("xcb", XDG_SESSION_TYPE="wayland")
        qtbot.waitUntil(lambda: under.settled)
        assert whys(under)["X11"] == "under Wayland it sees only the input of X11 windows"
        assert whys(under)[EXT_NAME] == "no compositor answers at its socket"


def test_when_the_compositor_goes_the_next_takes_over(
    begin: Begin,
    told: list[int],
    private_bus: str,
    tmp_path: Path,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    compositor = FakeCompositor(tmp_path / "w", {"wl_seat": 8, EXT: 1})
    mutter = FakeMutter(private_bus, 700_000)
    activity = begin(WAYLAND_DISPLAY="w")

    def settled() -> bool:
        compositor.serve()
        return activity.settled

    qtbot.waitUntil(settled)
    assert (idle_by(activity), activity.idle_s()) == (EXT_NAME, 0)
    compositor.close()
    qtbot.waitUntil(lambda: idle_by(activity) == "Mutter's idle monitor")
    qtbot.waitUntil(lambda: len(told) > 0)
    assert activity.idle_s() == 700
    assert whys(activity)[EXT_NAME] == "the compositor hung up"
    mutter.service.stop()
    qtbot.waitUntil(lambda: idle_by(activity) == "")
    assert activity.idle_s() is None
    assert "the compositor hung up" in caplog.text


def test_what_starts_later_is_found(
    begin: Begin, private_bus: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    activity = begin()
    qtbot.waitUntil(lambda: activity.settled)
    saver = BusService(private_bus, ("org.freedesktop.ScreenSaver",), lambda _call: ("u", (33,)))
    qtbot.waitUntil(lambda: idle_by(activity) == "the screen saver")
    assert activity.idle_s() == 33
    mutter = FakeMutter(private_bus)
    qtbot.waitUntil(lambda: idle_by(activity) == "Mutter's idle monitor")
    activity.listen(closely=True)
    mutter.service.stop()
    qtbot.waitUntil(lambda: idle_by(activity) == "the screen saver")
    again = FakeMutter(private_bus)
    qtbot.waitUntil(lambda: idle_by(activity) == "Mutter's idle monitor")
    again.service.stop()
    qtbot.waitUntil(lambda: idle_by(activity) == "the screen saver")
    saver.stop()
    assert caplog.text.count("Mutter's idle monitor any more: it is gone") == 1


def test_other_lengths_are_told_from_now_on(begin: Begin, private_bus: str, qtbot: QtBot) -> None:
    mutter = FakeMutter(private_bus, 700_000)
    activity = begin()
    qtbot.waitUntil(lambda: activity.idle_s() == 700)
    activity.choose_lengths((20, 600))
    assert activity.settled
    activity.choose_lengths((45, 900))
    assert activity.idle_s() == 700
    qtbot.waitUntil(lambda: activity.settled)
    qtbot.waitUntil(lambda: len(mutter.idle_watches) == 2)
    assert sorted(after for _, after in mutter.idle_watches.values()) == [45_000, 900_000]
    assert activity.idle_s() == 700
    mutter.service.stop()


def test_any_saver_locks(begin: Begin, told: list[int], private_bus: str, qtbot: QtBot) -> None:
    name = "org.mate.ScreenSaver"
    saver = BusService(private_bus, (name,), lambda _call: ("b", (False,)))
    activity = begin()
    qtbot.waitUntil(lambda: activity.reports()[1].member == "MATE screen saver")
    saver.say("/org/mate/ScreenSaver", name, "ActiveChanged", "b", *(True,))
    qtbot.waitUntil(activity.locked)
    assert told
    saver.stop()
    qtbot.waitUntil(lambda: not activity.locked())


def test_a_bus_that_floods_and_lies_stops_nobody(
    begin: Begin, private_bus: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    liar = FakeMutter(private_bus, 1 << 62)
    saver = BusService(private_bus, ("org.freedesktop.ScreenSaver",), lambda _call: ("u", (33,)))
    activity = begin()
    qtbot.waitUntil(lambda: activity.settled)
    qtbot.waitUntil(lambda: activity.idle_s() == 33)
    assert whys(activity)["Mutter's idle monitor"] == "it told an impossible idle time"
    path, name = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
    saver.say(path, name, "ActiveChanged", "b", *(True,), times=3000)
    qtbot.waitUntil(lambda: idle_by(activity) == "")
    lock = activity.reports()[1]
    assert "it floods" in {one.why for one in lock.others}
    assert not activity.locked()
    for service in (liar.service, saver):
        service.stop()
    assert "it floods" in caplog.text
