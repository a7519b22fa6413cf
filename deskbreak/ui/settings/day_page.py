"""The second page of Welcome: the day at the computer, the breaks, the body, the figure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from deskbreak.core.settings.table import to_plain
from deskbreak.core.words import Words
from deskbreak.ui.scrolling import scrolling
from deskbreak.ui.settings.coach_fields import (
    LONG_INTERVAL,
    day_fields,
    figure_fields,
    movement_fields,
    recommendation,
)
from deskbreak.ui.settings.fields import (
    Field,
    changes_of,
    form_of,
    number_field,
    office_fields,
)
from deskbreak.ui.settings.tick_line import TickLine
from deskbreak.ui.settings.view import SettingsView
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
    title,
)

_USUAL_INTERVAL = (120, 180)
_LONGEST_MIN = 720


class DayPage(QWidget):
    """A form for the first day; says `done()` when it is filled in."""

    done = Signal()

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._computer = day_fields(tr)[0]
        self._advice = muted("")
        self._doctor = body("")
        self._doctor.setProperty(ROLE, "warn")
        self._doctor.hide()
        self._interval = _interval(tr)
        day = (self._computer, *office_fields(tr), *self._interval)
        movement, figure = movement_fields(tr), figure_fields(tr)
        self.fields = (*day, *movement, *figure)
        self.autostart = TickLine(tr("Start deskbreak with the desktop"))
        self.done_button = primary(QPushButton(tr("Done")))
        self.done_button.clicked.connect(self.done)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(self._page(day, movement, figure)), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_LARGE, GAP_SMALL, GAP_LARGE, GAP)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        outer.addLayout(foot)
        choice = self._computer.editor
        if isinstance(choice, QComboBox):
            choice.currentIndexChanged.connect(self._recommend)

    def show_settings(self, view: SettingsView) -> None:
        """Fill the form with what holds now."""
        held = self._tr("Your site has set this; it cannot be changed here.")
        for field in self.fields:
            value = to_plain(view.settings, field.key)
            if value is not None:
                field.show_value(value, locked=held if field.key in view.locked else "")
        self.autostart.box.setChecked(view.autostart)
        self._recommend()

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self.done_button.setDefault(True)
        self.fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def changes(self) -> tuple[tuple[str, object], ...] | None:
        """Return what was changed; None when a field is wrong, which then says so."""
        return changes_of(self.fields)

    def say_doctor(self, sentence: str) -> None:
        """Say on top that a doctor is to be asked first; "" says nothing."""
        self._doctor.setText(sentence)
        self._doctor.setVisible(bool(sentence))

    def _page(
        self, day: tuple[Field, ...], movement: tuple[Field, ...], figure: tuple[Field, ...]
    ) -> QWidget:
        tr = self._tr
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(heading(tr("Your working day")))
        column.addWidget(
            body(
                tr(
                    "Breaks are offered only in your office hours, never at lunch, after two to "
                    "three hours of sitting. You can change all of this later in Settings."
                )
            )
        )
        column.addWidget(self._doctor)
        column.addWidget(_panel(tr("At the computer"), day, self._advice))
        column.addWidget(_panel(tr("You and your exercises"), movement))
        column.addWidget(_panel(tr("The figure that shows them"), figure, self.autostart))
        column.addStretch(1)
        return page

    def _recommend(self) -> None:
        """Say what suits such a day, and set the interval to it if nobody has chosen one."""
        hours = str(self._computer.plain())
        said = recommendation(hours, self._tr)
        self._advice.setText(said)
        self._advice.setVisible(bool(said))
        boxes = [each.editor for each in self._interval if isinstance(each.editor, QSpinBox)]
        now = tuple(box.value() for box in boxes)
        wanted = LONG_INTERVAL if hours == "<5" else _USUAL_INTERVAL
        if now in {LONG_INTERVAL, _USUAL_INTERVAL} and self.isVisible():
            for box, minutes in zip(boxes, wanted, strict=True):
                if box.isEnabled():
                    box.setValue(minutes)


def _panel(heading_: str, fields: tuple[Field, ...], last: QWidget | None = None) -> QWidget:
    panel = card()
    inner = QVBoxLayout(panel)
    inner.setContentsMargins(GAP, GAP, GAP, GAP)
    inner.setSpacing(GAP_SMALL)
    inner.addWidget(title(heading_))
    inner.addLayout(form_of(fields))
    if last is not None:
        inner.addWidget(last)
    return panel


def _interval(tr: Words) -> tuple[Field, ...]:
    minutes = (tr("min"), "")
    return (
        number_field(
            "schedule.earliest_min",
            tr("A break at the earliest after"),
            (30, _LONGEST_MIN),
            minutes,
        ),
        number_field(
            "schedule.latest_min", tr("A break at the latest after"), (30, _LONGEST_MIN), minutes
        ),
    )
