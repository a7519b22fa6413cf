"""The least a tray program can be: what `./dev bench` measures deskbreak against."""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon


def dot() -> QIcon:
    """Return a painted icon."""
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setBrush(QColor("#20a020"))
    painter.drawEllipse(4, 4, 56, 56)
    painter.end()
    return QIcon(pixmap)


def main() -> int:
    """Show an icon with a menu of four, and wait."""
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    menu = QMenu()
    for word in ("Start", "Snooze", "Skip", "Quit"):
        menu.addAction(word)
    tray = QSystemTrayIcon(dot())
    tray.setContextMenu(menu)
    tray.setToolTip("bare")
    tray.show()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
