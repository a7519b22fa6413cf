"""A tray icon and a window with one button; the desktop's own test runs it."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QSystemTrayIcon


def main() -> int:
    """Run until the test ends it; say when the button was pressed."""
    app = QApplication(sys.argv)
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.red)
    tray = QSystemTrayIcon(QIcon(picture))
    tray.show()
    button = QPushButton("&Wave")
    button.setStyleSheet("background: #00ff00")
    button.setWindowTitle("A window")
    button.clicked.connect(lambda: sys.stdout.write("waved\n") and sys.stdout.flush())
    button.resize(200, 100)
    button.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
