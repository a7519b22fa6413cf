"""Tells a screen reader a sentence, once for each time that it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class Announcer:
    """Speaks through one object of the window; silent while the sentence stays the same."""

    def __init__(self, speaker: QObject) -> None:
        self._speaker = speaker
        self.said = ""

    def say(self, sentence: str) -> bool:
        """Announce the sentence unless it was the last one; return whether it was announced."""
        if not sentence or sentence == self.said:
            return False
        self.said = sentence
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._speaker, sentence))
        return True
