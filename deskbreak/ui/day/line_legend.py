"""The legend of a day's line: a small picture and a word for what is on this line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.timeline import DayLine, MarkKind, SpanKind
from deskbreak.core.timeline_words import mark_word, span_word
from deskbreak.core.words import Words
from deskbreak.ui.day.line_paint import paint_mark, paint_span
from deskbreak.ui.theme import GAP, SMALL, scaled_font, theme_of

Kind = SpanKind | MarkKind


def kinds_on(line: DayLine) -> tuple[Kind, ...]:
    """Return what a line shows, spans first, each once."""
    spans = {span.kind for span in line.spans}
    marks = {mark.kind for mark in line.marks}
    if SpanKind.PLANNED in spans:
        marks.discard(MarkKind.PLANNED)
    return (
        *(kind for kind in SpanKind if kind in spans),
        *(kind for kind in MarkKind if kind in marks),
    )


class LineLegend(QWidget):
    """Wraps to the width that it gets."""

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._kinds: tuple[Kind, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(scaled_font(self.font(), SMALL))
        self.setAccessibleName(tr("Legend"))

    def show_line(self, line: DayLine) -> None:
        """Explain what is on a line."""
        kinds = kinds_on(line)
        if kinds != self._kinds:
            self._kinds = kinds
            self.setAccessibleDescription(", ".join(self._word(kind) for kind in kinds))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that it grows taller when it gets narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a width needs."""
        row = self._row()
        places = self._places(width)
        return places[-1].y() + row if places else 0

    def sizeHint(self) -> QSize:
        """Return the size that shows all of it."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Return the least width that can be read."""
        return QSize(160, self._row() if self._kinds else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours that fit now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        theme = theme_of(self)
        for kind, place in zip(self._kinds, self._places(self.width()), strict=True):
            self._paint_sample(painter, kind, place)
            painter.setPen(theme.color("muted"))
            text = QRect(place.x() + self._sample() + 6, place.y(), self.width(), self._row())
            painter.drawText(text, 0, self._word(kind))
        painter.end()

    def _paint_sample(self, painter: QPainter, kind: Kind, place: QPoint) -> None:
        size = float(self.fontMetrics().height())
        if isinstance(kind, MarkKind):
            centre = QPointF(place.x() + self._sample() / 2, place.y() + size / 2)
            paint_mark(painter, centre, size * 0.85, kind, theme_of(self))
            return
        inset = size * 0.15 + (3 if kind is SpanKind.BREAK else 0)
        width = size * 0.4 if kind is SpanKind.BREAK else float(self._sample())
        left = place.x() + (self._sample() - width) / 2
        area = QRectF(left, place.y() + inset, width, size - 2 * inset)
        if kind in {SpanKind.OFFICE, SpanKind.HELD}:
            painter.setPen(theme_of(self).color("line"))
            painter.drawRect(area)
        paint_span(painter, area, kind, theme_of(self))

    def _word(self, kind: Kind) -> str:
        word = span_word if isinstance(kind, SpanKind) else None
        return (
            mark_word(self._tr, MarkKind(kind)) if word is None else word(self._tr, SpanKind(kind))
        )

    def _sample(self) -> int:
        return round(self.fontMetrics().height() * 1.5)

    def _row(self) -> int:
        return round(self.fontMetrics().height() * 1.35)

    def _places(self, width: int) -> list[QPoint]:
        places: list[QPoint] = []
        x, y = 0, 0
        for kind in self._kinds:
            wide = self._sample() + 6 + self.fontMetrics().horizontalAdvance(self._word(kind))
            if x and x + wide > width:
                x, y = 0, y + self._row()
            places.append(QPoint(x, y))
            x += wide + GAP
        return places
