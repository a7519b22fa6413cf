"""Which box somebody ticked on the safety page is written down nowhere."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.commanding import Commands, Desk
from deskbreak.core.command import Command
from deskbreak.core.leaving import Leaving
from deskbreak.core.safety import safety_text
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.settings.welcome_window import WelcomeWindow
from tests.engine_world import World

TEXT = safety_text(English())
NEEDS_THERAPIST = 6


def _stay(_wish: Leaving) -> None:
    """Do not end."""


def _traces(ticks: tuple[str, ...], file: Path) -> str:
    """Answer the page with these ticks, and return everything that was kept of it."""
    world = World(settings=Settings())
    store = SettingsToml(file, site=None)
    desk = Desk(world.clock, world.stage, store, world.autostart, _stay, English())
    commands = Commands(world.engine, desk)

    def send(command: Command) -> None:
        commands.send(command)

    window = WelcomeWindow(English(), send)
    window.show_settings(SettingsView(Settings(), frozenset(), str(file), autostart=False))
    boxes = {box.accessibleName(): box for box in window.findChildren(QCheckBox)}
    for name in ticks:
        boxes[name].click()
    accept = next(b for b in window.findChildren(QPushButton) if b.text() == TEXT.accept)
    accept.click()
    window.close()
    window.deleteLater()
    events = [(event.at, event.what, event.data) for event in world.journal.events]
    return f"{file.read_text('utf-8')}\n{world.state.text}\n{events}\n{world.journal.entries}"


@pytest.mark.parametrize("agreed", [False, True])
def test_each_condition_leaves_the_same_traces(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, *, agreed: bool
) -> None:
    del qtbot
    caplog.set_level(logging.DEBUG)
    kept = set()
    for number, condition in enumerate(TEXT.conditions):
        ticks: tuple[str, ...] = (condition,)
        if agreed:
            ticks = (condition, TEXT.agreed)
        if agreed and number == NEEDS_THERAPIST:
            ticks = (*ticks, TEXT.guided)
        caplog.clear()
        folder = tmp_path / str(number)
        folder.mkdir()
        kept.add(_traces(ticks, folder / "config.toml") + caplog.text)
    assert len(kept) == 1
    (traces,) = kept
    assert "acknowledged" in traces
    assert "confirmed" in traces
    for word in ("infection", "cancer", "spine", "bleeding", "regnan", "disease", "therap"):
        assert word not in traces
