"""The Today window: the day as a line, the next break and why, minutes against the goal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.command import Command, Recover, Resume, Show, Skip, Snooze, Start, Window
from deskbreak.core.entry import Break
from deskbreak.core.journal import DayLog
from deskbreak.core.journal_words import TitleOf, day_sentence, plain_title
from deskbreak.core.status import StateName, Status
from deskbreak.core.unfit import PauseUnfit, Unfit
from deskbreak.core.wording.reasons import state_title
from deskbreak.core.wording.times import weekday_text
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.day.break_card import break_row, empty, fit, scrolled
from deskbreak.ui.day.care_card import CareCard
from deskbreak.ui.day.day_line import DayLineView
from deskbreak.ui.day.goal_ring import GoalRing
from deskbreak.ui.day.held_row import HeldRow
from deskbreak.ui.day.line_legend import LineLegend
from deskbreak.ui.day.why_card import Senses, WhyCard
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.theme import (
    GAP,
    GAP_LARGE,
    GAP_SMALL,
    ROLE,
    body,
    card,
    heading,
    muted,
    primary,
    quiet,
    title,
)


class TodayWindow(QWidget):
    """Shows what it is given; every button sends a command and changes nothing itself."""

    def __init__(
        self,
        send: Send,
        tr: Words,
        title_of: TitleOf = plain_title,
        senses: Senses = tuple,
    ) -> None:
        super().__init__()
        self._send = send
        self._tr = tr
        self._title_of = title_of
        self._shown: tuple[Break, ...] | None = None
        self.setWindowTitle(tr("deskbreak - Today"))
        self.setAccessibleName(tr("Today"))
        self._notice_text = body("")
        self._notice_text.setProperty(ROLE, "warn")
        self._notices = _framed(self._notice_text)
        self._care = CareCard(send, tr, title_of)
        self._state = heading("")
        self._why = body("")
        self._held = HeldRow(send, tr)
        self._reasons = WhyCard(senses, tr)
        self._date = muted("")
        self._start = primary(self._button(tr("Start"), Start()))
        self._snooze = self._button(tr("Snooze"), Snooze())
        self._skip = self._button(tr("Skip"), Skip())
        self._resume = self._button(tr("Resume"), Resume())
        self._missed = self._button(tr("Do the missed break"), Start(missed=True))
        self._recover = self._button(tr("Go on with the break"), Recover())
        self._back = self._button(tr("I hurt my back"), PauseUnfit(Unfit.HURT))
        self._unwell = self._button(tr("Not well today"), PauseUnfit(Unfit.UNWELL))
        self._ring = GoalRing(tr)
        self._line = DayLineView(tr)
        self._legend = LineLegend(tr)
        self._counts = muted("")
        self._list = QVBoxLayout()
        self._build()

    def show_status(self, status: Status) -> None:
        """Show the state, its reason, the figures and the buttons that make sense now."""
        view, focused = status.schedule, self.focusWidget()
        asking = view.state is StateName.OFFERING
        local = view.now.local()
        _put(self._date, f"{weekday_text(local.weekday(), self._tr)} {local:%Y-%m-%d}")
        _put(self._state, state_title(view, self._tr))
        _put(self._why, status.why)
        self._held.show_view(view)
        self._reasons.show_view(view)
        self._care.show_status(status)
        self._ring.show_figures(status.today)
        running = view.state is StateName.EXERCISING
        _name(self._start, self._tr("Show the break") if running else self._tr("Start"))
        self._snooze.setVisible(asking and view.can_snooze)
        self._skip.setVisible(asking or view.state is StateName.SNOOZED)
        hurt = view.pause_why == Unfit.HURT
        self._resume.setVisible(view.state is StateName.PAUSED and not hurt)
        self._start.setVisible(not hurt)
        self._back.setVisible(not hurt)
        self._unwell.setVisible(not view.pause_why)
        self._missed.setVisible(view.missed_offer)
        self._recover.setVisible(status.can_recover)
        counts = day_sentence(self._tr, status.today)
        _put(self._counts, counts or self._tr("Nothing yet. You can start one at any time."))
        _put(self._notice_text, "\n".join(status.notices))
        self._notices.setVisible(bool(status.notices))
        if _gone(focused):
            self._care.take_focus()  # else the keyboard would land on a far button

    def show_day(self, day: DayLog) -> None:
        """Show the day's line, what was decided last, and the breaks, the latest first."""
        self._line.show_line(day.line)
        self._legend.show_line(day.line)
        self._reasons.show_decided(day.decided)
        if day.breaks == self._shown:
            return
        self._shown = day.breaks
        empty(self._list)
        for entry in reversed(day.breaks):
            self._list.addWidget(break_row(entry, self._tr, self._title_of))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the focused button, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _button(self, text: str, command: Command) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self._send(command))
        return button

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._notices)
        column.addWidget(self._care)
        column.addWidget(self._hero())
        column.addWidget(self._reasons)
        column.addWidget(_framed(title(self._tr("Your day")), self._line, self._legend))
        column.addWidget(self._breaks())
        column.addStretch(1)
        column.addLayout(self._body())
        column.addLayout(self._ways())
        self._notices.hide()
        for button in (self._snooze, self._skip, self._resume, self._missed, self._recover):
            button.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        fit(self, 46, 43)

    def _hero(self) -> QFrame:
        frame = card()
        row = QHBoxLayout(frame)
        row.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        row.setSpacing(GAP_LARGE)
        column = QVBoxLayout()
        column.setSpacing(GAP_SMALL)
        column.addWidget(self._date)
        column.addWidget(self._state)
        column.addWidget(self._why)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_SMALL)
        for button in (self._start, self._snooze, self._skip, self._resume):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._held)  # after Start, which has the keys when the window opens
        for button in (self._recover, self._missed):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def _breaks(self) -> QFrame:
        frame = _framed(title(self._tr("Breaks today")), self._counts)
        self._list.setSpacing(GAP_SMALL)
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(self._list)
        return frame

    def _body(self) -> QHBoxLayout:
        """What to press when the body does not want to."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(quiet(self._back))
        row.addWidget(quiet(self._unwell))
        return row

    def _ways(self) -> QHBoxLayout:
        """The other windows: where there is no tray, this window is the way to them."""
        row = QHBoxLayout()
        row.addStretch(1)
        for text, window in (
            (self._tr("Log"), Window.LOG),
            (self._tr("Library"), Window.LIBRARY),
            (self._tr("Settings"), Window.SETTINGS),
        ):
            row.addWidget(quiet(self._button(text, Show(window))))
        return row


def _gone(focused: QWidget | None) -> bool:
    """Return whether what had the focus has just been hidden."""
    return focused is not None and not focused.isVisibleTo(focused.window())


def _framed(*widgets: QWidget) -> QFrame:
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
    column.setSpacing(GAP_SMALL)
    for widget in widgets:
        column.addWidget(widget)
    return frame


def _name(button: QPushButton, text: str) -> None:
    if button.text() != text:
        button.setText(text)
        button.setAccessibleName(text)


def _put(label: QLabel, text: str) -> None:
    """Set a text only when it changed, or a screen reader would read it at every look."""
    if label.text() != text:
        label.setText(text)
