from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from deskbreak.core.command import (
    Command,
    Show,
    Window,
)
from deskbreak.core.offer_view import OfferView
from deskbreak.ui.tray.host import TrayHost
from deskbreak.ui.tray.tray import Tray
from tests.fake_watcher import FakeWatcher
from tests.ui.tray_samples import OFFERING, TR, WORKING, actions, status

pytestmark = pytest.mark.linux  # its hosts speak D-Bus


@pytest.fixture
def sent() -> list[Command]:
    return []


def icon_of(tray: Tray) -> QSystemTrayIcon:
    return tray.findChildren(QSystemTrayIcon)[-1]  # older ones await their deletion


@pytest.fixture
def tray(qtbot: QtBot, sent: list[Command]) -> Iterator[Tray]:
    del qtbot
    made = Tray(sent.append, TR)
    yield made
    made.close()


def test_without_a_bus_there_is_an_icon_at_once_and_nobody_to_show_it(tray: Tray) -> None:
    told: list[bool] = []
    tray.availability.connect(told.append)
    tray.start()
    assert icon_of(tray).isVisible()
    assert told == [False]
    assert not tray.available
    assert not tray.message("Saved", "All is well.")


def test_icon_and_tooltip_change_only_when_something_changed(tray: Tray) -> None:
    tray.start()
    tray.show_status(status(WORKING))
    icon = icon_of(tray)
    key = icon.icon().cacheKey()
    assert icon.toolTip().startswith("deskbreak - Working\nBecause.")
    tray.show_status(status(replace(WORKING, progress=0.501, sitting_s=60)))
    assert icon.icon().cacheKey() == key
    tray.show_status(status(OFFERING))
    assert icon.icon().cacheKey() != key
    assert icon.toolTip().startswith("deskbreak - Time for a break")


def test_what_came_before_the_icon_is_shown_with_it(tray: Tray) -> None:
    tray.show_status(status(OFFERING))
    tray.set_offer(OfferView("Time", "4", 0, 10, (7,), can_snooze=True, quiet=False))
    tray.set_offer(OfferView("Time", "4", 0, 10, (9,), can_snooze=True, quiet=False))
    tray.start()
    tray.set_offer(None)
    shown = actions(icon_of(tray).contextMenu())
    assert "Snooze (2 left)/9 min" in shown
    assert "Start" in shown


def test_a_click_opens_today(tray: Tray, sent: list[Command]) -> None:
    tray.start()
    reasons = QSystemTrayIcon.ActivationReason
    icon_of(tray).activated.emit(reasons.Trigger)
    icon_of(tray).activated.emit(reasons.DoubleClick)
    icon_of(tray).messageClicked.emit()
    assert sent == [Show(Window.TODAY), Show(Window.TODAY)]


def test_a_panel_without_the_new_protocol_shows_messages_at_the_icon(
    tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    yes = staticmethod(lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", yes)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", yes)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, title, text, _icon: told.append((title, text))
    )
    tray.start()
    assert tray.available
    assert tray.message("Saved", "All is well.")
    assert told == [("Saved", "All is well.")]


def test_a_panel_that_comes_unannounced_is_seen_at_the_next_status(
    tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray.start()
    assert not tray.available
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    tray.show_status(status(WORKING))
    assert tray.available


@pytest.fixture
def bus(private_bus: str, qtbot: QtBot) -> Iterator[QDBusConnection]:
    del qtbot
    name = uuid4().hex
    yield QDBusConnection.connectToBus(private_bus, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def watcher(private_bus: str) -> Iterator[Callable[..., FakeWatcher]]:
    made: list[FakeWatcher] = []

    def start(*, host: bool = True) -> FakeWatcher:
        made.append(FakeWatcher(private_bus, host=host))
        return made[-1]

    yield start
    for each in made:
        each.stop()


def test_a_host_that_is_there_comes_late_dies_and_returns(
    bus: QDBusConnection, watcher: Callable[..., FakeWatcher], qtbot: QtBot
) -> None:
    host = TrayHost(bus)
    told: list[bool] = []
    host.told.connect(lambda: told.append(host.here))
    assert host.start()
    qtbot.waitUntil(lambda: told == [False])
    first = watcher(host=False)
    qtbot.waitUntil(lambda: told == [False, False])
    first.host_arrives()
    qtbot.waitUntil(lambda: told == [False, False, True])
    first.stop()
    qtbot.waitUntil(lambda: not told[-1])
    watcher()
    qtbot.waitUntil(lambda: told[-1])


def test_the_tray_makes_a_new_icon_for_a_new_kind_of_panel(
    bus: QDBusConnection, watcher: Callable[..., FakeWatcher], qtbot: QtBot
) -> None:
    tray = Tray(lambda _: None, TR, bus)
    told: list[bool] = []
    tray.availability.connect(told.append)
    tray.start()
    qtbot.waitUntil(lambda: told == [False])
    tray.show_status(status(OFFERING))
    old = icon_of(tray)
    host = watcher()
    qtbot.waitUntil(lambda: told == [False, True])
    new = icon_of(tray)
    assert new is not old
    assert new.toolTip().startswith("deskbreak - Time for a break")
    assert not tray.message("Saved", "The service was asked before.")
    host.stop()
    qtbot.waitUntil(lambda: told == [False, True, False])
    tray.close()
