"""What Settings says of the start with the desktop."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.test_settings_window import VIEW, opened, shown_text


def test_it_says_what_stands_behind_the_start_with_the_desktop(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    assert "by hand" not in shown_text(window)
    note = "The entry was written by hand."
    window.show_settings(replace(VIEW, autostart_note=note))
    assert note in shown_text(window)
