from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from deskbreak.adapters.keep_awake import DesktopKeepAwake, NullKeepAwake
from tests.adapters.mocked_logind import (
    MANAGER,
    MOCK,
    PATH,
    MockedLogind,
    has_dbusmock,
    run_logind,
    run_mock,
)

SAVER, SAVER_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


@pytest.fixture
def mock(home: Path, qapp: object) -> Iterator[MockedLogind]:
    if not has_dbusmock():
        pytest.skip("python3-dbusmock is not installed")
    assert qapp is not None
    with run_logind(home) as made:
        yield made


def test_logind_holds_and_lets_go(mock: MockedLogind, qtbot: QtBot) -> None:
    def connect() -> QDBusConnection:
        return QDBusConnection.connectToBus(mock.address, "keep-awake-test")

    def held() -> bool:
        return "'idle', 'deskbreak', 'A break is running.', 'block'" in mock.call(
            PATH, f"{MANAGER}.ListInhibitors"
        )

    awake = DesktopKeepAwake("A break is running.", connect, mock.bus)
    awake.release()
    assert not awake.holds
    awake.hold()
    awake.hold()
    qtbot.waitUntil(held)
    qtbot.waitUntil(lambda: awake.has_handle)
    awake.release()
    qtbot.waitUntil(lambda: not held())


def test_the_screen_saver_is_asked_by_a_connection_that_ends(
    mock: MockedLogind, qtbot: QtBot
) -> None:
    connections: list[QDBusConnection] = []

    def connect() -> QDBusConnection:
        connections.append(QDBusConnection.connectToBus(mock.address, "keep-awake-test"))
        return connections[-1]

    def has_owner(name: str) -> bool:
        interface = mock.bus.interface()
        return bool(interface.isServiceRegistered(name).value())

    with run_mock(mock.address, SAVER, SAVER_PATH, SAVER):
        mock.call(
            SAVER_PATH, f"{MOCK}.AddMethod", SAVER, "Inhibit", "ss", "u", "ret = 7", dest=SAVER
        )
        awake = DesktopKeepAwake("A break is running.", connect, QDBusConnection("never-made"))
        awake.hold()
        qtbot.waitUntil(
            lambda: "'Inhibit'" in mock.call(SAVER_PATH, f"{MOCK}.GetCalls", dest=SAVER)
        )
        name = connections[0].baseService()
        assert has_owner(name)
        connections.clear()
        awake.release()
        qtbot.waitUntil(lambda: not has_owner(name))


def test_without_a_bus_nothing_happens() -> None:
    awake = DesktopKeepAwake(
        "x", lambda: QDBusConnection("never-made"), QDBusConnection("never-made")
    )
    awake.hold()
    awake.release()
    nothing = NullKeepAwake()
    nothing.hold()
    nothing.release()
    assert not awake.holds
