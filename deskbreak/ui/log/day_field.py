"""A field for a day, written or picked from a calendar: one stop on the way of the Tab key."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget


class DayField(QDateEdit):
    """Holds a day. Arrow keys go through year, month and day, which have no names to be heard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setDateRange(QDate(2000, 1, 2), QDate(2199, 12, 30))
        self.setAccessibleName(name)

    @property
    def day(self) -> date:
        """The day that is written."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Write a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Leave the field by Tab, where Qt would go to its next part."""
        return QWidget.focusNextPrevChild(self, forward)
