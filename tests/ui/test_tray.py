from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC
from uuid import uuid4

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from deskbreak.core.command import (
    Ate,
    Command,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Show,
    Skip,
    Snooze,
    Start,
    Unskip,
    Window,
)
from deskbreak.core.offer_view import OfferView
from deskbreak.core.status import NextBreak, ScheduleView, StateName, Status, Tally
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.words import English
from deskbreak.ui.tray import Tray
from deskbreak.ui.tray_host import TrayHost
from deskbreak.ui.tray_icon import SIZES, STEPS, Face, face_of, step_of, tray_icon, tray_pixmap
from deskbreak.ui.tray_menu import TrayMenu
from tests.fake_watcher import FakeWatcher

TR = English()
WORKING = ScheduleView(
    state=StateName.WORKING,
    now=Moment(1_795_600_000, 1000, 1000, "boot", UTC, "UTC"),
    sitting_s=0,
    next_break=NextBreak(1_795_600_900, 1_795_601_800),
    held_back_by=(),
    held_since=None,
    until=None,
    snoozes_left=3,
    can_snooze=False,
    can_unskip=False,
    missed_offer=False,
    in_meeting_until=None,
    in_meeting=False,
    opens=None,
    progress=0.5,
    day="2026-11-25",
)
OFFERING = replace(WORKING, state=StateName.OFFERING, can_snooze=True, snoozes_left=2)


def status(view: ScheduleView, why: str = "Because.") -> Status:
    return Status(view, Tally(), None, why, acknowledged=True)


def actions(menu: QMenu) -> dict[str, QAction]:
    """Return the visible actions by text, those of submenus as "Menu/Item"."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        if action.isSeparator() or not action.isVisible():
            continue
        found[action.text()] = action
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= {f"{action.text()}/{text}": each for text, each in actions(inner).items()}
    return found


@pytest.fixture
def sent() -> list[Command]:
    return []


@pytest.fixture
def menu(qtbot: QtBot, sent: list[Command]) -> TrayMenu:
    made = TrayMenu(sent.append, TR)
    qtbot.addWidget(made.menu)
    return made


@pytest.mark.parametrize(
    ("view", "text", "command"),
    [
        (WORKING, "Start now", Start()),
        (OFFERING, "Start", Start()),
        (replace(WORKING, state=StateName.EXERCISING), "Show the break", Start()),
        (OFFERING, "Snooze (2 left)/5 min", Snooze(5)),
        (OFFERING, "Skip", Skip()),
        (replace(WORKING, can_unskip=True), "Undo skip", Unskip()),
        (replace(WORKING, missed_offer=True), "Do the missed break", Start(missed=True)),
        (WORKING, "Pause/30 min", PauseFor(30)),
        (WORKING, "Pause/1 h", PauseFor(60)),
        (WORKING, "Pause/2 h", PauseFor(120)),
        (WORKING, "Pause/Until tomorrow", PauseUntilTomorrow()),
        (WORKING, "Pause/Not today", PauseToday()),
        (WORKING, "Pause/Until I resume", PauseOpen()),
        (replace(WORKING, state=StateName.PAUSED), "Resume", Resume()),
        (WORKING, "In a meeting/45 min", InMeeting(45)),
        (WORKING, "In a meeting/Until I say so", InMeeting()),
        (replace(WORKING, in_meeting=True), "Meeting is over", MeetingOver()),
        (WORKING, "I have just eaten/A meal", Ate(Meal.MEAL)),
        (WORKING, "I have just eaten/A snack", Ate(Meal.SNACK)),
        (WORKING, "Today", Show(Window.TODAY)),
        (WORKING, "Log", Show(Window.LOG)),
        (WORKING, "Settings", Show(Window.SETTINGS)),
        (WORKING, "Library", Show(Window.LIBRARY)),
        (WORKING, "About", Show(Window.ABOUT)),
        (WORKING, "Quit", Quit()),
    ],
)
def test_every_item_sends_its_command(
    menu: TrayMenu, sent: list[Command], view: ScheduleView, text: str, command: Command
) -> None:
    menu.show_status(status(view))
    actions(menu.menu)[text].trigger()
    assert sent == [command]


def test_what_cannot_be_done_now_is_off_or_away(menu: TrayMenu) -> None:
    menu.show_status(status(WORKING))
    shown = actions(menu.menu)
    assert not shown["Skip"].isEnabled()
    assert not shown["Snooze (3 left)"].isEnabled()
    for away in ("Undo skip", "Do the missed break", "Resume", "Meeting is over"):
        assert away not in shown
    menu.show_status(status(replace(WORKING, state=StateName.PAUSED, in_meeting=True)))
    shown = actions(menu.menu)
    assert "Pause" not in shown
    assert "In a meeting" not in shown


def test_the_first_line_says_why_and_start_is_the_default(menu: TrayMenu) -> None:
    menu.show_status(status(WORKING, "Salt & pepper."))
    first = menu.menu.actions()[0]
    assert first.text() == "Salt && pepper."
    assert not first.isEnabled()
    assert menu.menu.defaultAction().text() == "Start now"


def test_a_new_status_keeps_the_same_actions(menu: TrayMenu) -> None:
    before = menu.menu.actions()
    for view in (WORKING, OFFERING, replace(WORKING, can_unskip=True)):
        menu.show_status(status(view))
    menu.set_choices((5, 10, 15, 30))
    assert menu.menu.actions() == before


def test_the_snooze_choices_follow_the_settings(menu: TrayMenu, sent: list[Command]) -> None:
    menu.set_choices((7, 90))
    menu.show_status(status(replace(OFFERING, snoozes_left=None)))
    shown = actions(menu.menu)
    assert "Snooze/5 min" not in shown
    shown["Snooze/1 h 30 min"].trigger()
    assert sent == [Snooze(90)]


@pytest.mark.parametrize(
    ("view", "face", "step"),
    [
        (WORKING, Face.WORKING, STEPS // 2),
        (replace(WORKING, progress=7.0), Face.WORKING, STEPS),
        (OFFERING, Face.ASKING, 0),
        (replace(WORKING, held_back_by=(Hold.GOAL,)), Face.HELD, 0),
        (replace(WORKING, state=StateName.SNOOZED), Face.SNOOZED, 0),
        (replace(WORKING, state=StateName.PAUSED), Face.PAUSED, 0),
        (replace(WORKING, state=StateName.OFF_DUTY), Face.OFF_DUTY, 0),
        (replace(WORKING, state=StateName.AWAY), Face.AWAY, 0),
        (replace(WORKING, state=StateName.EXERCISING), Face.EXERCISING, 0),
    ],
)
def test_each_state_has_its_face(view: ScheduleView, face: Face, step: int) -> None:
    assert (face_of(view), step_of(view)) == (face, step)


def mask(face: Face, step: int, size: int) -> bytes:
    """Return which pixels are dark: the shape, whatever its colour."""
    image = tray_pixmap(face, step, size).toImage()
    pixels = ((image.pixelColor(x, y)) for y in range(size) for x in range(size))
    return bytes(p.alpha() > 128 and p.lightness() < 160 for p in pixels)


@pytest.mark.parametrize("size", SIZES)
def test_faces_differ_by_shape_not_by_colour_alone(qtbot: QtBot, size: int) -> None:
    del qtbot
    masks = [mask(face, 0, size) for face in Face]
    for n, one in enumerate(masks):
        for other in masks[n + 1 :]:
            different = sum(a != b for a, b in zip(one, other, strict=True))
            assert different > size * size / 40


def test_the_icon_has_every_size_and_the_ring_fills(qtbot: QtBot) -> None:
    del qtbot
    icon = tray_icon(Face.WORKING, 3)
    assert sorted(size.width() for size in icon.availableSizes()) == list(SIZES)
    drawn = [tray_pixmap(Face.WORKING, step, 48).toImage() for step in (0, 8, 16, 24)]
    teal = [sum(i.pixelColor(x, y).red() < 60 for x in range(48) for y in range(48)) for i in drawn]
    assert teal == sorted(set(teal))


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
