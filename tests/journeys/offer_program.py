"""A program in which somebody types while an offer appears; the offer's journeys run it."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from deskbreak.adapters.layer.here import own_layers
from deskbreak.core.command import Command
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from deskbreak.ui.corners import Corners
from deskbreak.ui.offer_window import OfferWindow

_FROM_THE_EDGE = 24


def say(text: str) -> None:
    """Tell the test."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def start_at() -> QPoint:
    """Return where Start is, counted from the bottom right corner of the screen."""
    (offer,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, OfferWindow))
    (start,) = (each for each in offer.findChildren(QPushButton) if each.text() == "Start")
    middle = start.mapTo(offer, start.rect().center())
    return offer.rect().bottomRight() - middle + QPoint(_FROM_THE_EDGE, _FROM_THE_EDGE)


def main() -> int:
    """Run until the test ends it; say each command and what has been typed."""
    app = QApplication(sys.argv)
    page = QLineEdit()
    page.setWindowTitle("A page")

    def sent(command: Command) -> None:
        say(f"command {type(command).__name__}")

    corners = Corners(sent, English(), own_layers(app.platformName(), os.environ), lambda: True)
    corners.tell_elsewhere = lambda title, _text: say(f"elsewhere {title}")
    view = OfferView("Time", "Four minutes.", 1, 10, (5,), can_snooze=True, quiet=False)

    def typed(text: str) -> None:
        say(f"typed {text}")
        if text == "a":
            corners.repeat_offer(view)
            say(f"offered at {start_at().x()} {start_at().y()}")
        elif text.endswith("t"):
            corners.tell("Later", "It comes back.")

    page.textEdited.connect(typed)
    page.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
