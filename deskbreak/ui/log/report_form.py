"""Asks for the days of a report, and where it is to be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.figures.report import Report, report_of
from deskbreak.core.figures.span import Span
from deskbreak.core.words import Words
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui.announce import Announcer
from deskbreak.ui.library_sources import Writing
from deskbreak.ui.log.day_field import DayField
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.theme import GAP, GAP_LARGE, body, muted, primary, quiet

_LOOK_MS = 100
_WHOLE = 100


class ReportButton(QPushButton):
    """Opens the form, which begins with the span that `span` gives when it is pressed."""

    def __init__(self, sources: LogSources, tr: Words, span: Callable[[], Span]) -> None:
        super().__init__(tr("Save a report\u2026"))
        self._sources, self._tr, self._span = sources, tr, span
        self.form: ReportForm | None = None
        self.setAccessibleName(tr("Save a report"))
        self.setVisible(sources.write_report is not None)
        quiet(self)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        form = ReportForm(self._span(), self._sources, self._tr, self.window())
        form.finished.connect(form.deleteLater)
        self.form = form
        form.open()


class ReportForm(QDialog):
    """Begins with the span that is shown; stays open until it is closed, and says what was done."""

    def __init__(self, span: Span, sources: LogSources, tr: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._sources, self._tr = sources, tr
        self._writing: Writing | None = None
        self._path = ""
        self._pages = 0
        self.dialog: QFileDialog | None = None
        self.setWindowTitle(tr("Save a report"))
        self.first, self.last = DayField(tr("From")), DayField(tr("To"))
        self.first.show_day(span.first)
        self.last.show_day(span.last)
        self.save = primary(QPushButton(tr("Save\u2026")))
        self.save.setAccessibleName(tr("Save"))
        self.done_button = quiet(QPushButton(tr("Close")))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Writing the report"))
        self.bar.setRange(0, _WHOLE)
        self.bar.hide()
        self.said = body("")
        self.said.hide()
        self._announcer = Announcer(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.save.clicked.connect(self._ask)
        self.done_button.clicked.connect(self.reject)
        self._lay_out()

    def write_to(self, path: str) -> None:
        """Begin to write the report to a file."""
        report = self._report()
        if report is None or self._sources.write_report is None:
            return
        self._path, self._pages = path, len(report.pages)
        self._writing = self._sources.write_report(path, report)
        self._show_busy(busy=True)
        self._timer.start()

    def _report(self) -> Report | None:
        span = Span(self.first.day, self.last.day)
        if span.last < span.first:
            span = Span(span.last, span.first)
        try:
            sums = self._sources.sums(span.first, span.last)
        except JournalUnavailableError as error:
            self._say(str(error))
            return None
        return report_of(span, sums, self._sources.region_of)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._tr("Save a report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([self._tr("{kind} (*.{end})", kind="PDF", end="pdf")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"deskbreak_{self.first.day}_{self.last.day}.pdf")
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _look(self) -> None:
        if self._writing is None:
            return
        self.bar.setValue(round(self._writing.part() * _WHOLE))
        said = self._writing.said()
        if said is None:
            return
        self._timer.stop()
        self._writing = None
        self._show_busy(busy=False)
        self._say(said or self._saved())

    def _saved(self) -> str:
        pages = self._tr.plural("1 page", "{n} pages", self._pages)
        name = PurePath(self._path).name
        return self._tr("Saved as {file}: {pages}.", file=name, pages=pages)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        self._announcer.say(sentence)

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(busy)
        self.said.setVisible(False)
        self.save.setEnabled(not busy)

    def _lay_out(self) -> None:
        tr = self._tr
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(tr("From"), self.first)
        form.addRow(tr("To"), self.last)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(
            body(tr("A PDF with a page for each month: for yourself, or to take to somebody."))
        )
        column.addLayout(form)
        column.addWidget(self.bar)
        column.addWidget(self.said)
        column.addWidget(muted(tr("It is written to your computer alone; nothing is sent.")))
        column.addLayout(buttons)
