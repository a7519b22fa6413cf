"""A window that fills the screen when it is told to, in a process of its own.

Lines on its input: `full`, `normal`, `title`, `again` (anew, in front), `close`; it prints
`done` after each.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    """Show a window and do as told."""
    name = sys.argv[1] if len(sys.argv) > 1 else "cinema"
    QApplication.setDesktopFileName(name)  # what Wayland calls it; X11 takes the first word
    app = QApplication([name])
    window = QWidget()
    window.resize(200, 100)
    window.show()

    def told() -> None:
        word = sys.stdin.readline().strip()
        if word == "full":
            window.showFullScreen()
        elif word == "normal":
            window.showNormal()
        elif word == "title":
            window.setWindowTitle(window.windowTitle() + "!")
        elif word == "again":
            window.hide()
            window.show()
        else:
            app.quit()
        print("done", flush=True)  # noqa: T201 - the test waits for it

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(told)
    print("ready", flush=True)  # noqa: T201 - likewise
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
