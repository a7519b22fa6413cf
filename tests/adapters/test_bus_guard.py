from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskbreak.adapters.bus_guard import guard_session_bus, guard_system_bus

pytestmark = pytest.mark.linux
ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


@pytest.fixture
def mute(home: Path) -> Iterator[str]:
    path = home / "mute bus"
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(path))
        silent.listen(1)
        yield f"unix:path={str(path).replace(' ', '%20')},guid=12"


def test_a_bus_that_answers_stays(private_bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, private_bus)
    assert guard_session_bus()
    assert os.environ[ADDRESS] == private_bus


def test_a_silent_bus_is_left_out(
    mute: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(ADDRESS, mute)
    assert not guard_session_bus()
    assert os.environ[ADDRESS] == "unix:path=/nonexistent"
    assert "does not answer" in caplog.text


def test_a_silent_system_bus_is_left_out(
    mute: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", mute)
    assert not guard_system_bus()
    assert os.environ["DBUS_SYSTEM_BUS_ADDRESS"] == "unix:path=/nonexistent"
    assert "The system bus does not answer" in caplog.text


@pytest.mark.parametrize(
    "address",
    ["", "autolaunch:", "tcp:host=x,port=1", "unix:path=/nonexistent", "unix:abstract=/no/such"],
)
def test_a_bus_that_is_absent_or_of_another_kind_is_left_to_qt(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(ADDRESS, address)
    assert guard_session_bus()
    assert os.environ[ADDRESS] == address
