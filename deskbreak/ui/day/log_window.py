"""The Log window: one day of the journal with its line, its breaks and its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.journal import DayLog
from deskbreak.core.journal_words import TitleOf, day_sentence, goal_sentence, plain_title
from deskbreak.core.wording.times import month_text, weekday_text
from deskbreak.core.words import Words
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui.day.break_card import break_card, empty, fit, scrolled
from deskbreak.ui.day.day_line import DayLineView
from deskbreak.ui.day.line_legend import LineLegend
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, body, card, heading, muted, quiet

ReadDay = Callable[[str], DayLog]
"""Reads a day of the journal; may raise `JournalUnavailableError`."""


class LogWindow(QWidget):
    """Reads one day at a time and shows it."""

    def __init__(
        self,
        read_day: ReadDay,
        tr: Words,
        today: Callable[[], str],
        title_of: TitleOf = plain_title,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_day = read_day
        self._tr = tr
        self._today = today
        self._title_of = title_of
        self._day = date.fromisoformat(today())
        self._shown: DayLog | None = None
        self.setWindowTitle(tr("deskbreak - Log"))
        self.setAccessibleName(tr("Log"))
        self._name = heading("")
        self._figures = muted("")
        self._line = DayLineView(tr)
        self._legend = LineLegend(tr)
        self._day_card = card()
        self._list = QVBoxLayout()
        self._pick = QDateEdit()
        self._next = self._step(tr("Next day"), "\u203a", 1)
        self._previous = self._step(tr("Previous day"), "\u2039", -1)
        self._to_today = quiet(QPushButton(tr("Today")))
        self._build()
        self.refresh()

    def show_day(self, day: str) -> None:
        """Show a day, for example "2026-11-22".

        Raises:
            ValueError: the day is not written so.
        """
        self._day = date.fromisoformat(day)
        self.refresh()

    def refresh(self) -> None:
        """Read the day again and show it."""
        self._pick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._pick.setDate(QDate(self._day.year, self._day.month, self._day.day))
        self._pick.blockSignals(False)  # noqa: FBT003
        is_today = self._day.isoformat() == self._today()
        self._to_today.setEnabled(not is_today)
        self._name.setText(self._named(is_today=is_today))
        try:
            log = self._read_day(self._day.isoformat())
        except JournalUnavailableError as error:
            self._shown = None
            self._say(str(error))
            return
        if log != self._shown:
            self._shown = log
            self._show(log)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the focused button, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _show(self, log: DayLog) -> None:
        self._day_card.show()
        self._line.show_line(log.line)
        self._legend.show_line(log.line)
        counts = day_sentence(self._tr, log.tally)
        goal = goal_sentence(self._tr, log.tally) if log.tally.seconds else ""
        self._figures.setText(" · ".join(filter(None, (counts, goal))))
        self._figures.setVisible(bool(counts))
        if log.breaks:
            self._fill([break_card(entry, self._tr, self._title_of) for entry in log.breaks])
        else:
            self._fill([body(self._nothing(log))])

    def _say(self, sentence: str) -> None:
        self._day_card.hide()
        self._figures.hide()
        self._fill([body(sentence)])

    def _fill(self, widgets: list[QWidget]) -> None:
        empty(self._list)
        for widget in widgets:
            self._list.addWidget(widget)
        self._list.addStretch(1)

    def _nothing(self, log: DayLog) -> str:
        if log.day > self._today():
            return self._tr("This day is still to come.")
        if log.day == self._today():
            return self._tr("No breaks yet today. The next one will stand here.")
        return self._tr("No breaks were written on this day. That is all right.")

    def _named(self, *, is_today: bool) -> str:
        return self._tr(
            "{day}, {n} {month} {year}",
            day=self._tr("Today") if is_today else weekday_text(self._day.weekday(), self._tr),
            n=self._day.day,
            month=month_text(self._day.month, self._tr),
            year=self._day.year,
        )

    def _step(self, name: str, sign: str, days: int) -> QPushButton:
        button = quiet(QPushButton(sign))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._go(days))
        return button

    def _go(self, days: int) -> None:
        self._day += timedelta(days=days)
        self.refresh()

    def _go_today(self) -> None:
        self.show_day(self._today())

    def _picked(self, day: QDate) -> None:
        self._day = date(day.year(), day.month(), day.day())
        self.refresh()

    def _build(self) -> None:
        self._pick.setCalendarPopup(True)
        self._pick.setDisplayFormat("yyyy-MM-dd")
        self._pick.setDateRange(QDate(2000, 1, 2), QDate(2199, 12, 30))
        self._pick.setAccessibleName(self._tr("Day"))
        self._pick.dateChanged.connect(self._picked)
        self._to_today.clicked.connect(self._go_today)
        for key, days in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda days=days: self._go(days))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self._figures)
        inner = QVBoxLayout(self._day_card)
        inner.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        inner.setSpacing(GAP_SMALL)
        inner.addWidget(self._line)
        inner.addWidget(self._legend)
        column.addWidget(self._day_card)
        self._list.setSpacing(GAP_SMALL)
        column.addLayout(self._list, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        fit(self, 48, 46)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_SMALL)
        row.addWidget(self._name, 1)
        for widget in (self._previous, self._pick, self._next, self._to_today):
            row.addWidget(widget)
        return row
