"""The stage: windows are made when first wanted, one of each, with the program's icon."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskbreak import APP_ID
from deskbreak.adapters.resources import resources_folder
from deskbreak.core.command import ChangeSettings, Command, Window
from deskbreak.core.journal import DayLog
from deskbreak.core.journal_words import plain_title
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.place import Memory
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.sources import Sources
from deskbreak.ui.stage import WindowStage
from deskbreak.ui.tray.tray import Tray

pytestmark = pytest.mark.qt_log_ignore(
    r"does not support (raise|propagateSizeHints)\(\)"
)  # limits of Qt's offscreen platform


def nothing_read(day: str) -> DayLog:
    raise AssertionError(day)


def stored(_changes: ChangeSettings) -> str:
    return ""


SOURCES = Sources(
    read_day=nothing_read,
    today=lambda: "2026-11-25",
    settings=lambda: SettingsView(Settings(), frozenset(), "/x/config.toml", autostart=False),
    store=stored,
    catalog=dict,
    seconds=lambda: 0.0,
    memory=lambda _name: Memory(),
    title_of=plain_title,
    reduced_motion=lambda: False,
    icon=str(resources_folder() / "icons" / f"{APP_ID}.svg"),
    log=lambda: LogSources(nothing_read, lambda: "2026-11-25"),
)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[WindowStage]:
    before = QApplication.windowIcon()
    QApplication.setWindowIcon(QIcon())
    sent: list[Command] = []
    made = WindowStage(Tray(sent.append, English()), sent.append, SOURCES, English())
    yield made
    made.close()
    qapp.processEvents()
    QApplication.setWindowIcon(before)


def windows(title: str) -> list[QWidget]:
    there = QApplication.topLevelWidgets()
    return [each for each in there if each.windowTitle() == title and each.isVisible()]


def test_the_first_window_brings_the_icon(stage: WindowStage, qtbot: QtBot) -> None:
    assert QApplication.windowIcon().isNull()
    stage.show(Window.SETTINGS)
    qtbot.waitUntil(lambda: len(windows("deskbreak - Settings")) == 1)
    (window,) = windows("deskbreak - Settings")
    assert not window.windowIcon().pixmap(64, 64).isNull()


def test_there_is_one_window_of_each_kind(stage: WindowStage) -> None:
    stage.show(Window.SETTINGS)
    stage.show(Window.SETTINGS)
    assert len(windows("deskbreak - Settings")) == 1
    (window,) = windows("deskbreak - Settings")
    save = next(each for each in window.findChildren(QPushButton) if each.text() == "Save")
    save.click()
    assert windows("deskbreak - Settings") == []


def test_a_tray_is_there_only_when_a_panel_shows_the_icon(
    stage: WindowStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not stage.has_tray()
    monkeypatch.setattr(Tray, "available", True)
    assert stage.has_tray()
