"""The ground itself: what the other tests and the program rely on without looking."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject


def test_the_binding_keeps_its_references_to_none() -> None:
    """PySide6 6.12.0 on Python below 3.12 loses one at each void call, and dies within hours."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_fails_the_test(family: socket.AddressFamily) -> None:
    with pytest.raises(RuntimeError, match="network socket"):
        socket.socket(family)


def test_a_name_look_up_fails_the_test() -> None:
    with pytest.raises(RuntimeError, match="host name"):
        socket.getaddrinfo("localhost", 80)


def test_a_test_has_a_home_of_its_own(home: Path) -> None:
    runtime = Path(os.environ["XDG_RUNTIME_DIR"])
    assert runtime.parent == home
    assert runtime.stat().st_mode & 0o777 == 0o700
    assert len(str(runtime)) < 40, "a socket's path has to fit into 107 bytes"


def test_no_display_and_no_bus_of_this_machine_are_seen() -> None:
    assert "DISPLAY" not in os.environ
    assert "WAYLAND_DISPLAY" not in os.environ
    assert "/nonexistent/" in os.environ["DBUS_SESSION_BUS_ADDRESS"]
    assert "/nonexistent/" in os.environ["DBUS_SYSTEM_BUS_ADDRESS"]


@pytest.mark.usefixtures("caplog")  # the inner run logs into this one
def test_an_unexpected_warning_fails_a_test(pytester: pytest.Pytester) -> None:
    conftest = Path(__file__).with_name("conftest.py").read_text("utf-8")
    pytester.makeconftest(conftest)
    pytester.makepyfile(
        "import logging\n"
        "def test_loud(): logging.warning('oh')\n"
        "def test_calm(): logging.info('fine')\n"
        "def test_asks(caplog): logging.warning('expected')\n",
    )
    result = pytester.runpytest_inprocess("-p", "no:randomly")
    result.assert_outcomes(passed=3, errors=1)
