"""What every test stands on: no display, no bus, no network, a home of its own, a silent log.

A test that needs a real bus or display starts a private one (`tests/journeys/desktop.py`) and
hands its address to the program it starts; it never meets those of the person at this machine.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from deskbreak.adapters.garbage import collect_due
from deskbreak.adapters.journal import daily

if TYPE_CHECKING:
    from collections.abc import Iterator

# A slow machine is no fault of the code: no example has a deadline.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")

# Before anything imports Qt: pytest-qt does so as soon as this file has been read.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(
    {
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/deskbreak-tests",
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent/deskbreak-tests",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    },
)
for _name in (
    *("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "XDG_CURRENT_DESKTOP", "XDG_SESSION_ID"),
    *("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_LOGGING_RULES"),
):
    os.environ.pop(_name, None)

_HOME = {
    "HOME": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}


class NetworkUsedError(RuntimeError):
    """The program promised never to open a network socket, and did."""


def _no_network(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        raise NetworkUsedError(f"a network socket was opened: {args[1:]!r}")
    if event == "socket.getaddrinfo":
        raise NetworkUsedError(f"a host name was looked up: {args[0]!r}")


sys.addaudithook(_no_network)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out what needs Linux where there is none: most of it could not even be imported."""
    if sys.platform != "linux" and (
        collection_path.name == "journeys" or is_for_linux(collection_path)
    ):
        return True
    return None


def is_for_linux(path: Path) -> bool:
    """Return whether a file of tests marks all of them as Linux's."""
    if path.suffix != ".py":
        return False
    _, _, mark = path.read_text("utf-8").partition("\npytestmark = ")
    return "pytest.mark.linux" in mark.partition("\n\n")[0]


# As the program does: a worker's thread must not take down the widgets of an earlier test.
gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Forget the time zone that the test before may have set, and what it left as garbage."""
    if sys.platform != "win32":
        time.tzset()
    collect_due()


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """Give a new folder with a short path: the name of a socket has 107 bytes at most."""
    folder = Path(tempfile.mkdtemp(prefix="db-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own.

    The folder goes after the patches of a test do: it may have patched what removes folders.
    """
    for variable, folder in _HOME.items():
        place = short_folder / folder
        place.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(place))
    return short_folder


@pytest.fixture(autouse=True)
def patient_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the end of a journal wait for its copy: a busy machine decides nothing here."""
    monkeypatch.setattr(daily, "_AT_THE_END_S", 60.0)


@pytest.fixture(autouse=True)
def silent_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a logged warning, unless the test asks for `caplog` and so looks after it."""
    caplog: pytest.LogCaptureFixture = request.getfixturevalue("caplog")
    yield
    if "caplog" in request.node.fixturenames:  # told before this fixture asked for it
        return
    loud = [
        f"{record.name} {record.levelname}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    if loud:
        pytest.fail("unexpected in the log (a test that expects it takes caplog): " + str(loud))
