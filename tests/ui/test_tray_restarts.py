"""A tray host that restarts and restarts: an icon each time, and nothing is left behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from deskbreak.core.words import English
from deskbreak.ui.tray.menu import TrayMenu
from deskbreak.ui.tray.tray import Tray
from tests.fake_watcher import FakeWatcher
from tests.stall import Stall
from tests.ui.tray_samples import OFFERING, WORKING, status

pytestmark = pytest.mark.linux

RESTARTS = 50
WARM = 5
MOST_MS = 100
"""No stall may be longer."""

SLACK = 3
"""Objects by which two counts may differ; one left behind by each restart would be forty-five."""


@pytest.fixture
def bus(private_bus: str, qtbot: QtBot) -> Iterator[QDBusConnection]:
    del qtbot
    name = uuid4().hex
    yield QDBusConnection.connectToBus(private_bus, name)
    QDBusConnection.disconnectFromBus(name)


def alive(tray: Tray) -> dict[str, int]:
    """Count what is there once all that awaits deletion is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    kinds = (TrayMenu, QSystemTrayIcon, QAction, QObject)
    found = gc.get_objects()
    counts = {kind.__name__: sum(isinstance(each, kind) for each in found) for kind in kinds}
    return counts | {
        "widgets": len(QApplication.allWidgets()),
        "children": len(tray.findChildren(QObject)),
    }


def test_fifty_restarts_of_the_host_leave_nothing_behind(
    private_bus: str, bus: QDBusConnection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbreak.ui.tray.tray._SETTLE_MS", 1)
    tray = Tray(lambda _: None, English(), bus)
    told: list[bool] = []
    tray.availability.connect(told.append)
    tray.start()
    tray.show_status(status(WORKING))
    qtbot.waitUntil(lambda: told == [False])
    stall, counts = Stall(), {}
    for number in range(RESTARTS):
        if number == WARM:
            counts = alive(tray)
            stall = Stall()  # to count takes long
        host = FakeWatcher(private_bus)
        qtbot.waitUntil(lambda: tray.available)
        icon = tray.findChildren(QSystemTrayIcon)[-1]
        assert icon.isVisible()
        tray.show_status(status(OFFERING if number % 2 else WORKING, f"The {number}. host."))
        assert f"The {number}. host." in icon.toolTip()
        host.stop()
        qtbot.waitUntil(lambda: not tray.available)
    stall.stop()
    assert told == [False, *[True, False] * RESTARTS]
    tray.show_status(status(WORKING))
    grown = {kind: count - counts[kind] for kind, count in alive(tray).items()}
    assert all(more <= SLACK for more in grown.values()), grown
    assert stall.longest < MOST_MS
    tray.close()
