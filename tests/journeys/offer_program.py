"""A program in which somebody types while an offer appears; the offer's journey runs it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLineEdit

from deskbreak.core.command import Command
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from deskbreak.ui.offer_window import OfferWindow


def say(text: str) -> None:
    """Tell the test."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run until the test ends it; say each command and what has been typed."""
    app = QApplication(sys.argv)
    page = QLineEdit()
    page.setWindowTitle("A page")

    def sent(command: Command) -> None:
        say(f"command {type(command).__name__}")

    offer = OfferWindow(sent, English())
    view = OfferView("Time", "Four minutes.", 1, 10, (5,), can_snooze=True, quiet=False)

    def typed(text: str) -> None:
        say(f"typed {text}")
        if text == "a":
            offer.show_offer(view)
            say("offered")

    page.textEdited.connect(typed)
    page.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
