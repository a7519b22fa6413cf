"""The Log window: the record by day, week, month, year, or all of it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.entry import Break
from deskbreak.core.figures.columns import Column
from deskbreak.core.figures.report import usual_span
from deskbreak.core.figures.span import Scale, Span, moved, span_of
from deskbreak.core.journal_words import headline, when_text
from deskbreak.core.recipes import TITLES
from deskbreak.core.wishes import DeleteBreak
from deskbreak.core.wording.figures import day_name, scale_name, span_name
from deskbreak.core.words import Words
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui.announce import Announcer
from deskbreak.ui.day.break_card import fit, scrolled
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.log.day_field import DayField
from deskbreak.ui.log.day_page import DayPage
from deskbreak.ui.log.figures_page import FiguresPage, Shown
from deskbreak.ui.log.mend_bar import MendBar
from deskbreak.ui.log.mend_forms import AddForm, MendForm, NoteForm
from deskbreak.ui.log.report_form import ReportButton
from deskbreak.ui.log.sources import LogSources, read_sums
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, ROLE, heading, quiet

_KEYS = {
    Scale.DAY: Qt.Key.Key_D,
    Scale.WEEK: Qt.Key.Key_W,
    Scale.MONTH: Qt.Key.Key_M,
    Scale.YEAR: Qt.Key.Key_Y,
    Scale.ALL: Qt.Key.Key_A,
}


class LogWindow(QWidget):
    """Reads one span at a time and shows it."""

    def __init__(self, sources: LogSources, tr: Words) -> None:
        super().__init__()
        self._sources, self._tr = sources, tr
        self._scale = Scale.DAY
        self._day = date.fromisoformat(sources.today())
        self._begun: date | None = None
        self._form: MendForm | None = None
        self.setWindowTitle(tr("deskbreak - Log"))
        self.setAccessibleName(tr("Log"))
        self._name, self.announcer = heading(""), Announcer(self)
        self.day_page, self.figures = DayPage(sources, tr), FiguresPage(sources, tr)
        self.bar = MendBar(sources, tr)
        self.scales = {scale: self._choice(scale) for scale in Scale}
        self.add = QPushButton(tr("Add a break\u2026"))
        self.add.setAccessibleName(tr("Add a break"))
        self.add.setVisible(sources.mend is not None)
        self.report = ReportButton(sources, tr, self._wanted)
        self._pick = DayField(tr("Day"))
        self._next = self._step("\u203a", 1)
        self._previous = self._step("\u2039", -1)
        self._to_today = quiet(QPushButton(tr("Today")))
        self._build()
        self._connect()
        self.show_scale(Scale.DAY)

    def show_day(self, day: str) -> None:
        """Show a day, for example "2026-11-22".

        Raises:
            ValueError: the day is not written so.
        """
        self._day = date.fromisoformat(day)
        self.show_scale(Scale.DAY)

    def show_scale(self, scale: Scale) -> None:
        """Show the span of a scale that the day lies in."""
        self._scale = scale
        for each, button in self.scales.items():
            button.setChecked(each is scale)
        names = {
            Scale.DAY: (self._tr("Previous day"), self._tr("Next day")),
            Scale.WEEK: (self._tr("Previous week"), self._tr("Next week")),
            Scale.MONTH: (self._tr("Previous month"), self._tr("Next month")),
            Scale.YEAR: (self._tr("Previous year"), self._tr("Next year")),
            Scale.ALL: (self._tr("Earlier"), self._tr("Later")),
        }[scale]
        for button, name in zip((self._previous, self._next), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setEnabled(scale is not Scale.ALL)
        if self.focusWidget() in self.scales.values():  # a key may choose another one
            self.scales[scale].setFocus()
        self._turn_leaf()

    def refresh(self) -> None:
        """Read the span again and show it."""
        self._pick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._pick.show_day(self._day)
        self._pick.blockSignals(False)  # noqa: FBT003
        today = date.fromisoformat(self._sources.today())
        try:
            self._show(today)
        except JournalUnavailableError as error:
            self._turn_to(self.day_page)
            self.day_page.say(str(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the focused button, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _show(self, today: date) -> None:
        self._to_today.setEnabled(self._day != today)
        if self._scale is Scale.DAY:
            name = day_name(self._day, self._tr)
            same = self._tr("Today") + name[name.index(",") :]
            self._name.setText(same if self._day == today else name)
            log = self._sources.read_day(self._day.isoformat())
            self._turn_to(self.day_page)
            self.day_page.show_log(log)
            return
        known, streak = read_sums(self._sources.sums, self._scale, self._day, today)
        self._begun = date.fromisoformat(known[0].day) if known else None
        span = self._span()
        self._name.setText(span_name(self._scale, span, self._tr))
        first, last = span.first.isoformat(), span.last.isoformat()
        sums = tuple(each for each in known if first <= each.day <= last)
        self._turn_to(self.figures)
        self.figures.show_figures(Shown(self._scale, span, sums, streak, today.isoformat()))

    def _span(self) -> Span:
        """Return the days that are shown; all of them begin with the first that was read."""
        return span_of(self._scale, self._day, self._begun)

    def _wanted(self) -> Span:
        return usual_span(self._scale, self._span(), date.fromisoformat(self._sources.today()))

    def _turn_leaf(self) -> None:
        """Show another span, and say which, for who does not see it."""
        self.refresh()
        said = self.day_page.said if self._scale is Scale.DAY else self.figures.said
        self.announcer.say(". ".join(filter(None, (self._name.text(), said))))

    def _turn_to(self, page: QWidget) -> None:
        for each in (self.day_page, self.figures):
            each.setVisible(each is page)

    def _choice(self, scale: Scale) -> QPushButton:
        name = scale_name(scale, self._tr)
        button = QPushButton(name)
        button.setProperty(ROLE, "filter")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.show_scale(scale))
        return button

    def _step(self, sign: str, by: int) -> QPushButton:
        button = quiet(QPushButton(sign))
        button.clicked.connect(partial(self._go, by))
        return button

    def _go(self, by: int, _checked: object = None) -> None:
        self._day = moved(self._scale, self._day, by)
        self._turn_leaf()

    def _go_today(self) -> None:
        self._day = date.fromisoformat(self._sources.today())
        self._turn_leaf()

    def _picked(self) -> None:
        self._day = self._pick.day
        self._turn_leaf()

    def _look_into(self, column: Column) -> None:
        """Look closer at a column: a year's or month's days, or one day."""
        self._day = column.first
        one = column.first == column.last
        months = column.first.month != column.last.month
        self.show_scale(Scale.DAY if one else Scale.YEAR if months else Scale.MONTH)

    def _ask_for_break(self) -> None:
        routines = tuple((name, self._sources.title_of(name)) for name in TITLES)
        day = day_name(self._day, self._tr)
        self._ask(AddForm(self._day, day, routines, self._tr, self))

    def _ask_for_note(self, entry: Break) -> None:
        said = f"{when_text(entry)}, {headline(self._tr, entry, self._sources.title_of)}"
        self._ask(NoteForm(entry, said, self._tr, self))

    def _ask(self, form: MendForm) -> None:
        form.wished.connect(self.bar.carry_out)
        form.finished.connect(form.deleteLater)
        self._form = form
        form.open()

    def _connect(self) -> None:
        self._pick.dateChanged.connect(self._picked)
        self._to_today.clicked.connect(self._go_today)
        self.add.clicked.connect(self._ask_for_break)
        self.bar.mended.connect(self.refresh)
        self.figures.looked.connect(self._look_into)
        self.day_page.redone.connect(self.bar.redo)
        self.day_page.noted.connect(self._ask_for_note)
        self.day_page.deleted.connect(lambda entry: self.bar.carry_out(DeleteBreak(entry.id)))
        keys = {key: partial(self.show_scale, scale) for scale, key in _KEYS.items()}
        keys |= {
            Qt.Key.Key_PageUp: partial(self._go, -1),
            Qt.Key.Key_PageDown: partial(self._go, 1),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        for row in self._head():
            column.addLayout(row)
        for part in (self.bar, self.day_page, self.figures):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        fit(self, 52, 48)

    def _head(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        chosen, placed = QHBoxLayout(), QHBoxLayout()
        for row in (chosen, placed):
            row.setSpacing(GAP_SMALL)
        for button in self.scales.values():
            chosen.addWidget(button)
        chosen.addStretch(1)
        chosen.addWidget(self.report)
        chosen.addWidget(self.add)
        placed.addWidget(self._name, 1)
        for widget in (self._previous, self._pick, self._next, self._to_today):
            placed.addWidget(widget)
        return chosen, placed
