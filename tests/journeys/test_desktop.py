"""The private desktop itself: what the journeys stand on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from jeepney import DBusAddress, MatchRule, Message, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtGui import QColor, QImage

from tests.journeys.desktop import ROOT, Desktop, run_desktop
from tools.virtual_desktop import wait_until

_NOTICES = DBusAddress(
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
    "org.freedesktop.Notifications",
)


def notification(title: str, text: str, buttons: list[str]) -> Message:
    hints: dict[str, tuple[str, str]] = {}
    body = ("a test", 0, "", title, text, buttons, hints, 60_000)
    return new_method_call(_NOTICES, "Notify", "susssasa{sv}i", body)


def named(bus: DBusConnection, name: str) -> bool:
    return bool(bus.send_and_get_reply(message_bus.NameHasOwner(name), timeout=5).body[0])


def colours_of(picture: Path) -> set[str]:
    image = QImage(str(picture))
    places = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
    return {QColor(image.pixel(x, y)).name() for x, y in places}


def test_a_program_is_seen_heard_and_pressed(desktop: Desktop) -> None:
    program = Path(__file__).with_name("waving_program.py")
    desktop.start_program([sys.executable, str(program)])
    desktop.press("Wave")
    desktop.wait_until(lambda: "waved" in desktop.said())
    assert desktop.names("push button") == ["Wave"]
    desktop.wait_until(
        lambda: {"#00ff00", "#ff0000"} <= colours_of(desktop.screenshot("desktop")),
        what="the window's button and the icon in the tray",
    )


def test_a_notification_is_read_and_one_of_its_buttons_pressed(desktop: Desktop) -> None:
    bus = open_dbus_connection(bus=desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
    rule = MatchRule(type="signal", interface=_NOTICES.interface, member="ActionInvoked")
    bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=5)
    desktop.wait_until(lambda: named(bus, "org.freedesktop.Notifications"))
    buttons = ["go", "Go", "stay", "Stay here"]
    bus.send_and_get_reply(notification("A title", "A text\nof two lines", buttons), timeout=5)
    desktop.press_notification("Stay here")
    with bus.filter(rule) as signals:
        heard = bus.recv_until_filtered(signals, timeout=10)
    bus.close()
    assert heard.body[1] == "stay"
    assert desktop.notices() == [("A title", "A text\nof two lines")]


def test_the_home_is_private_and_gone_afterwards() -> None:
    with run_desktop() as desktop:
        home = Path(desktop.environment["HOME"])
        assert home.stat().st_mode & 0o777 == 0o700
        assert desktop.environment["DBUS_SYSTEM_BUS_ADDRESS"].startswith("unix:path=/")
        sleeper = desktop.start_program(["sleep", "600"])
    assert sleeper.poll() is not None
    assert not home.exists()


def test_a_desktop_dies_with_the_test_run_that_made_it() -> None:
    script = (
        "import subprocess, sys\n"
        "from tests.journeys.desktop import run_desktop\n"
        "with run_desktop() as desktop:\n"
        "    program = desktop.start_program(['sleep', '600'])\n"
        "    print(program.pid, desktop.folder, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    pid, folder = run.stdout.readline().split()
    run.kill()
    run.communicate()
    wait_until(lambda: not Path(f"/proc/{pid}").exists(), "the program to die")
    shutil.rmtree(folder)
