"""dbusmock's logind on a private bus, steered by gdbus."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from tests.buses import run_bus

SERVICE, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
MOCK = "org.freedesktop.DBus.Mock"
PYTHON = "/usr/bin/python3"


def has_dbusmock() -> bool:
    """Tell whether the system's Python has dbusmock, and gdbus is there."""
    if sys.platform != "linux" or not Path(PYTHON).exists() or not shutil.which("gdbus"):
        return False
    probe = [PYTHON, "-c", "import dbusmock, gi"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


class MockedLogind:
    """Steers the mock and holds a connection of Qt's to its bus."""

    def __init__(self, address: str, bus: QDBusConnection) -> None:
        self.address = address
        self.bus = bus

    def call(self, path: str, method: str, *values: str, dest: str = SERVICE) -> str:
        """Call a method of the mock and return what gdbus prints."""
        done = subprocess.run(
            [
                *("gdbus", "call", "--address", self.address, "--dest", dest),
                *("--object-path", path, "--method", method, *values),
            ],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def add_session(self) -> str:
        """Add the session c1 and return its path."""
        self.call(PATH, f"{MOCK}.AddSession", "c1", "seat0", "1000", "joe", "true")
        return f"{PATH}/session/c1"

    def add_object(self, name: str, properties: str) -> None:
        """Add a session with properties of one's own."""
        path = f"{PATH}/session/{name}"
        self.call(PATH, f"{MOCK}.AddObject", path, SESSION, properties, "@a(ssss) []")

    def sleep(self, begins: str) -> None:
        """Tell of sleep."""
        name = "PrepareForSleep"
        self.call(PATH, f"{MOCK}.EmitSignal", MANAGER, name, "b", f"[<{begins}>]")

    def ask(self, path: str, member: str) -> None:
        """Ask the session to lock or unlock."""
        self.call(path, f"{MOCK}.EmitSignal", SESSION, member, "", "[]")

    def hint(self, path: str, value: str) -> None:
        """Set what the locker says."""
        self.call(path, f"{MOCK}.UpdateProperties", SESSION, f"{{'LockedHint': <{value}>}}")

    def settle(self) -> None:
        """Wait until the bus has taken every rule that was sent to it before."""
        name = "org.freedesktop.DBus"
        call = QDBusMessage.createMethodCall(name, "/org/freedesktop/DBus", name, "GetId")
        self.bus.call(call)


@contextmanager
def run_mock(address: str, *what: str) -> Iterator[None]:
    """Run dbusmock on a bus: a name, a path and an interface, or `--template` and one."""
    mock = subprocess.Popen(
        [PYTHON, "-m", "dbusmock", "--session", *what],
        env={"DBUS_SESSION_BUS_ADDRESS": address, "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
    )
    name = SERVICE if what[0] == "--template" else what[0]
    try:
        wait = ["gdbus", "wait", "--address", address, "--timeout", "10", name]
        subprocess.run(wait, check=True)
        yield
    finally:
        mock.kill()
        mock.communicate()


@contextmanager
def run_logind(folder: Path) -> Iterator[MockedLogind]:
    """Run the mock on a bus of its own."""
    with run_bus(folder) as address, run_mock(address, "--template", "logind"):
        name = f"test-{folder.name}"
        yield MockedLogind(address, QDBusConnection.connectToBus(address, name))
        QDBusConnection.disconnectFromBus(name)
