"""One break of the journal as a card: when, what, how it ended, and its exercises."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.entry import Break, Outcome
from deskbreak.core.journal_words import (
    TitleOf,
    details,
    headline,
    outcome_word,
    step_sentence,
    when_text,
)
from deskbreak.core.timeline import MarkKind
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words
from deskbreak.ui.day.line_paint import paint_mark
from deskbreak.ui.screens import free_room
from deskbreak.ui.theme import GAP, GAP_SMALL, GAP_TINY, body, card, muted, scaled_font, theme_of


class OutcomeSign(QWidget):
    """The mark of an outcome, as on the day's line; words beside it say the same."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = None if outcome is Outcome.NATURAL else MarkKind(outcome.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that shows all of it."""
        side = round(self.fontMetrics().height() * 1.2)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours that fit now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        if self._kind is None:
            painter.setPen(theme_of(self).color("muted"))
            r = self.width() * 0.36
            painter.drawLine(centre - QPointF(r, 0), centre + QPointF(r, 0))
        else:
            paint_mark(painter, centre, self.width() * 0.82, self._kind, theme_of(self))
        painter.end()


def break_card(entry: Break, tr: Words, title_of: TitleOf) -> QFrame:
    """Return the card of a break with its exercises and everything that is known of it."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(GAP, GAP_SMALL + GAP_TINY, GAP, GAP_SMALL + GAP_TINY)
    column.setSpacing(GAP_TINY)
    column.addLayout(_top(entry, tr, title_of))
    inner = QVBoxLayout()
    inner.setContentsMargins(OutcomeSign(entry.outcome).sizeHint().width() + GAP_SMALL, 0, 0, 0)
    inner.setSpacing(GAP_TINY)
    column.addLayout(inner)
    lines = [step_sentence(tr, step, title_of) for step in entry.steps]
    if lines:
        inner.addWidget(body("\n".join(lines)))
    for fact in details(tr, entry):
        inner.addWidget(muted(fact))
    said = [when_text(entry), headline(tr, entry, title_of), outcome_word(tr, entry.outcome)]
    frame.setAccessibleName(", ".join(said))
    frame.setAccessibleDescription(". ".join([*lines, *details(tr, entry)]))
    return frame


def break_row(entry: Break, tr: Words, title_of: TitleOf) -> QWidget:
    """Return a break in one line, for a short list."""
    row = QWidget()
    row.setLayout(_top(entry, tr, title_of))
    said = [when_text(entry), headline(tr, entry, title_of), outcome_word(tr, entry.outcome)]
    row.setAccessibleName(", ".join(said))
    return row


def _top(entry: Break, tr: Words, title_of: TitleOf) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP_SMALL)
    layout.addWidget(OutcomeSign(entry.outcome), 0, Qt.AlignmentFlag.AlignTop)
    name = QLabel(headline(tr, entry, title_of))
    name.setFont(scaled_font(name.font(), 1.0, strong=True))
    when = muted(when_text(entry))
    when.setWordWrap(False)
    layout.addWidget(name)
    layout.addWidget(when)
    layout.addStretch(1)
    ended = outcome_word(tr, entry.outcome)
    if entry.seconds:
        ended = f"{ended} · {span_text(entry.seconds, tr)}"
    end = body(ended)
    end.setWordWrap(False)
    layout.addWidget(end)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # it is deleted later, and must not be seen until then
            widget.deleteLater()


def fit(window: QWidget, wide: int, high: int) -> None:
    """Give a window its first size in text heights, never more than its screen has."""
    unit = window.fontMetrics().height()
    room = free_room(window)
    window.resize(min(wide * unit, room.width()), min(high * unit, room.height() * 9 // 10))


def scrolled(content: QWidget) -> QScrollArea:
    """Return an area that scrolls its content when there is too little room for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
