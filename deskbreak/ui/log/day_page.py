"""One day of the record: its line, its figures, its breaks with their exercises."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.entry import Break, Outcome
from deskbreak.core.journal import DayLog
from deskbreak.core.journal_words import day_sentence, goal_sentence
from deskbreak.core.words import Words
from deskbreak.ui.day.break_card import OutcomeSign, break_card, empty
from deskbreak.ui.day.day_line import DayLineView
from deskbreak.ui.day.line_legend import LineLegend
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, body, card, muted, slim


class DayPage(QWidget):
    """Shows a day. `noted` and `deleted` carry the break that somebody wants to mend.

    `redone` asks for the break that was missed.
    """

    noted = Signal(object)
    deleted = Signal(object)
    redone = Signal()

    def __init__(self, sources: LogSources, tr: Words) -> None:
        super().__init__()
        self._sources, self._tr = sources, tr
        self._shown: DayLog | None = None
        self._missed = False
        self._figures = muted("")
        self._line, self._legend = DayLineView(tr), LineLegend(tr)
        self._day_card = card()
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_SMALL)
        inner = QVBoxLayout(self._day_card)
        inner.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        inner.setSpacing(GAP_SMALL)
        inner.addWidget(self._line)
        inner.addWidget(self._legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._figures)
        column.addWidget(self._day_card)
        column.addLayout(self._list, 1)

    @property
    def said(self) -> str:
        """What the day adds up to, "" when there is nothing to add up."""
        return "" if self._figures.isHidden() else self._figures.text()

    def show_log(self, log: DayLog) -> None:
        """Show a day; the same one again costs nothing."""
        missed = log.day == self._sources.today() and self._sources.missed()
        if (log, missed) == (self._shown, self._missed):
            return
        self._shown, self._missed = log, missed
        self._day_card.show()
        self._line.show_line(log.line)
        self._legend.show_line(log.line)
        counts = day_sentence(self._tr, log.tally)
        goal = goal_sentence(self._tr, log.tally) if log.tally.seconds else ""
        self._figures.setText(" \u00b7 ".join(filter(None, (counts, goal))))
        self._figures.setVisible(bool(counts))
        if log.breaks:
            last = [each for each in log.breaks if each.outcome is Outcome.MISSED][-1:]
            redo = last if missed else []
            self._fill([self._break(each, redo=each in redo) for each in log.breaks])
        else:
            self._fill([body(self._nothing(log))])

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a day."""
        self._shown = None
        self._day_card.hide()
        self._figures.hide()
        self._fill([body(sentence)])

    def _fill(self, widgets: list[QWidget]) -> None:
        empty(self._list)
        for widget in widgets:
            self._list.addWidget(widget)
        self._list.addStretch(1)

    def _break(self, entry: Break, *, redo: bool) -> QWidget:
        made = break_card(entry, self._tr, self._sources.title_of)
        layout = made.layout()
        if self._sources.mend is None or not isinstance(layout, QVBoxLayout):
            return made
        row = QHBoxLayout()
        sign = OutcomeSign(entry.outcome).sizeHint().width()
        row.setContentsMargins(sign, 0, 0, 0)  # their words begin where the card's words begin
        row.setSpacing(GAP_SMALL)
        of = made.accessibleName()
        if redo:
            row.addWidget(self._button(self._tr("Do it now"), of, self.redone.emit))
        row.addWidget(self._button(self._tr("Note\u2026"), of, lambda: self.noted.emit(entry)))
        row.addWidget(self._button(self._tr("Delete"), of, lambda: self.deleted.emit(entry)))
        row.addStretch(1)
        layout.addLayout(row)
        return made

    def _button(self, name: str, of: str, act: Callable[[], None]) -> QPushButton:
        button = slim(QPushButton(name))
        button.setAccessibleName(f"{name}: {of}")
        button.clicked.connect(act)
        return button

    def _nothing(self, log: DayLog) -> str:
        today = self._sources.today()
        if log.day > today:
            return self._tr("This day is still to come.")
        if log.day == today:
            return self._tr("No breaks yet today. The next one will stand here.")
        return self._tr("No breaks were written on this day. That is all right.")
