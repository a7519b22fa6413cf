"""The day's line, its legend and the ring: drawn, told, and readable without colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from deskbreak.core.entry import (
    Happening,
    Outcome,
    What,
)
from deskbreak.core.journal import day_log
from deskbreak.core.status import Tally
from deskbreak.core.timeline import MarkKind, SpanKind
from deskbreak.ui import theme as look
from deskbreak.ui.day.day_line import DayLineView
from deskbreak.ui.day.goal_ring import GoalRing
from deskbreak.ui.day.line_legend import LineLegend, kinds_on
from deskbreak.ui.day.line_paint import paint_mark, paint_span
from tests.ui.day_samples import TR, at, entry, facts


def _painted(paint: Callable[[QImage], None]) -> bytes:
    image = QImage(QSize(40, 24), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    paint(image)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(value // 16 for value in bytes(grey.constBits()))


def test_every_mark_and_span_is_told_apart_without_colour(qapp: QApplication) -> None:
    del qapp

    def marked(kind: MarkKind) -> bytes:
        def paint(image: QImage) -> None:
            painter = QPainter(image)
            paint_mark(painter, QPointF(20, 12), 16, kind, look.theme_for(dark=False))
            painter.end()

        return _painted(paint)

    def spanned(kind: SpanKind) -> bytes:
        def paint(image: QImage) -> None:
            painter = QPainter(image)
            area = QRectF(4, 5, 32, 14)
            paint_span(painter, area, kind, look.theme_for(dark=False))
            painter.end()

        return _painted(paint)

    assert len({marked(kind) for kind in MarkKind}) == len(MarkKind)
    assert len({spanned(kind) for kind in SpanKind}) == len(SpanKind)


def test_the_line_tells_what_is_under_the_pointer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    line = DayLineView(TR)
    qtbot.addWidget(line)
    line.resize(900, line.sizeHint().height())
    assert line.told_at(100) == ""
    line.show_line(day_log(facts(entry(Outcome.COMPLETED)), 600).line)
    middle = QPoint(450, 30)
    assert "Sitting" in line.told_at(middle.x())
    help_event = QHelpEvent(QEvent.Type.ToolTip, middle, line.mapToGlobal(middle))
    QApplication.sendEvent(line, help_event)
    assert told == [line.told_at(middle.x())]
    assert line.told_at(-50) == ""


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in pairs) < 150


def test_marks_that_would_cover_each_other_stand_side_by_side(qtbot: QtBot) -> None:
    late = [Happening(at(17, 58), What.OFFERED) for _ in range(5)]
    line = DayLineView(TR)
    qtbot.addWidget(line)
    line.resize(400, line.sizeHint().height())
    line.show_line(day_log(replace(facts(), happenings=tuple(late)), 600).line)
    image = line.grab().toImage()
    row = round(0.625 * line.fontMetrics().height())
    warm = look.theme_of(line).color("warm")
    hits = [x for x in range(image.width()) if _near(image.pixelColor(x, row), warm)]
    assert max(hits) < image.width() - 1
    assert max(hits) - min(hits) > 4 * line.fontMetrics().height() * 0.9


def test_the_legend_explains_what_is_there_and_wraps(qtbot: QtBot) -> None:
    legend = LineLegend(TR)
    qtbot.addWidget(legend)
    assert legend.sizeHint().height() == 0
    line = day_log(facts(entry(Outcome.COMPLETED)), 600).line
    legend.show_line(line)
    legend.show_line(line)
    assert set(kinds_on(line)) == {
        *(set(SpanKind)),
        MarkKind.OFFERED,
        MarkKind.COMPLETED,
    }
    assert legend.hasHeightForWidth()
    assert legend.heightForWidth(200) > legend.heightForWidth(2000)
    legend.resize(300, legend.heightForWidth(300))
    assert legend.grab().height() > 0


def test_the_ring_is_full_when_the_goal_is_reached(qtbot: QtBot) -> None:
    ring = GoalRing(TR)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    good = look.theme_of(ring).color("good").rgb()

    def share() -> int:
        image = ring.grab().toImage()
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return sum(image.pixel(x, y) == good for x, y in points)

    ring.show_figures(Tally(seconds=599))
    assert share() == 0
    ring.show_figures(Tally(seconds=600))
    assert share() > 300
