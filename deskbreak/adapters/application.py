"""The Qt application that the tray program runs in."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from deskbreak import APP_ID, __version__
from deskbreak.adapters.bus_guard import guard_session_bus, guard_system_bus
from deskbreak.adapters.garbage import keep_to_this_thread
from deskbreak.adapters.qt_log import mute_text_input


def make_qt() -> QApplication:
    """Make the Qt application, which lives on without windows."""
    mute_text_input()
    guard_session_bus()
    guard_system_bus()
    QGuiApplication.setDesktopFileName(APP_ID)
    app = QApplication(["deskbreak"])
    app.setApplicationName("deskbreak")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(False)
    keep_to_this_thread()
    return app
