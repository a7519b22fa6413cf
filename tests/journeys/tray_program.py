"""A program that is only the tray; the tray's journey runs it on a real display."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from deskbreak.core.words import English
from deskbreak.ui.tray.tray import Tray


def said(here: bool) -> None:  # noqa: FBT001 - the signal's argument
    """Tell the test."""
    sys.stdout.write(f"available {here}\n")
    sys.stdout.flush()


def main() -> int:
    """Run until the display or the test ends it; print what becomes of the icon."""
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    tray = Tray(lambda _: None, English())
    tray.availability.connect(said)
    tray.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
