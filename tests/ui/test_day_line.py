"""The day's line, its legend and the ring: drawn, told, and readable without colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command
from deskbreak.core.entry import (
    Break,
    Happening,
    Outcome,
    Reason,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.journal import day_frame, day_log
from deskbreak.core.settings.values import Office
from deskbreak.core.status import NextBreak, ScheduleView, Status, Tally
from deskbreak.core.timeline import DayFacts, MarkKind, SpanKind
from deskbreak.core.words import English
from deskbreak.ui import theme as look
from deskbreak.ui.day_line import DayLineView
from deskbreak.ui.goal_ring import GoalRing
from deskbreak.ui.line_legend import LineLegend, kinds_on
from deskbreak.ui.line_paint import paint_mark, paint_span
from deskbreak.ui.today_window import TodayWindow

DAY = "2026-11-23"


TR = English()


def at(hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, 23, hour, minute, tzinfo=UTC).timestamp())


def entry(outcome: Outcome, **changes: str) -> Break:
    done = outcome in {Outcome.COMPLETED, Outcome.PARTIAL}
    made = Break(
        day=DAY,
        outcome=outcome,
        reason=None if outcome is Outcome.COMPLETED else Reason.UNANSWERED,
        ended_at=at(11, 5),
        utc_offset_s=0,
        zone="UTC",
        offered_at=at(10, 58),
        started_at=at(11) if done else None,
        seconds=240 if done else 0,
        routine="desk" if done else "",
        steps=(StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED),) if done else (),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # only texts here


def facts(*breaks: Break) -> DayFacts:
    happenings = (
        Happening(at(9, 5), What.ARRIVED),
        Happening(at(10, 30), What.HELD, (("reason", "meeting"),)),
        Happening(at(10, 58), What.OFFERED),
        Happening(at(14), What.PAUSED),
        Happening(at(14, 30), What.RESUMED),
        Happening(at(15), What.LEFT),
        Happening(at(15, 30), What.ARRIVED),
    )
    frame = day_frame(DAY, Office(), UTC)
    return replace(
        frame,
        breaks=breaks,
        happenings=happenings,
        now=at(16),
        next_break=NextBreak(at(16, 30), at(17)),
    )


def status(schedule: ScheduleView, *notices: str) -> Status:
    return Status(
        schedule,
        Tally(completed=1, seconds=240),
        None,
        "Because.",
        acknowledged=True,
        notices=notices,
    )


class Desk:
    """A Today window and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.sent: list[Command] = []
        self.window = TodayWindow(self.sent.append, TR)
        qtbot.addWidget(self.window)

    def button(self, name: str) -> QPushButton:
        found = [each for each in self.window.findChildren(QPushButton) if each.text() == name]
        assert len(found) == 1
        return found[0]

    def shown_buttons(self) -> set[str]:
        buttons = self.window.findChildren(QPushButton)
        return {each.text() for each in buttons if not each.isHidden()}


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def texts(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if not each.isHidden()]


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
