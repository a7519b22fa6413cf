"""The Today and Log windows: what they show for a value, and what their buttons ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command, Resume, Show, Skip, Snooze, Start, Window
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
from deskbreak.core.journal import DayLog, day_frame, day_log
from deskbreak.core.settings.values import Office
from deskbreak.core.status import NextBreak, ScheduleView, StateName, Status, Tally
from deskbreak.core.timeline import DayFacts, MarkKind, SpanKind
from deskbreak.core.timing.moment import Moment
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui import theme as look
from deskbreak.ui.break_card import OutcomeSign
from deskbreak.ui.day_line import DayLineView
from deskbreak.ui.goal_ring import GoalRing
from deskbreak.ui.line_legend import LineLegend, kinds_on
from deskbreak.ui.line_paint import paint_mark, paint_span
from deskbreak.ui.log_window import LogWindow
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


def view(state: StateName = StateName.WORKING) -> ScheduleView:
    return ScheduleView(
        state=state,
        now=Moment(at(16), 0, 0, "boot", UTC, "UTC"),
        sitting_s=3600,
        next_break=NextBreak(at(16, 30), at(17)),
        held_back_by=(),
        held_since=None,
        until=None,
        snoozes_left=3,
        can_snooze=True,
        can_unskip=False,
        missed_offer=False,
        in_meeting_until=None,
        in_meeting=False,
        opens=None,
        progress=0.5,
        day=DAY,
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


def parent(widget: QWidget) -> QWidget:
    found = widget.parentWidget()
    assert found is not None
    return found


ALWAYS = {"Start", "Log", "Library", "Settings"}


@pytest.mark.parametrize(
    ("schedule", "extra"),
    [
        (view(), set()),
        (view(StateName.OFFERING), {"Snooze", "Skip"}),
        (replace(view(StateName.OFFERING), can_snooze=False), {"Skip"}),
        (view(StateName.SNOOZED), {"Skip"}),
        (view(StateName.PAUSED), {"Resume"}),
        (replace(view(), missed_offer=True), {"Do the missed break"}),
    ],
)
def test_today_offers_what_makes_sense_now(
    desk: Desk, schedule: ScheduleView, extra: set[str]
) -> None:
    desk.window.show_status(status(schedule))
    assert desk.shown_buttons() == ALWAYS | extra
    assert "Because." in texts(desk.window)
    assert "1 done" in texts(desk.window)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Start", Start()),
        ("Snooze", Snooze()),
        ("Skip", Skip()),
        ("Resume", Resume()),
        ("Do the missed break", Start(missed=True)),
        ("Log", Show(Window.LOG)),
        ("Library", Show(Window.LIBRARY)),
        ("Settings", Show(Window.SETTINGS)),
    ],
)
def test_every_button_sends_its_command(desk: Desk, name: str, command: Command) -> None:
    desk.button(name).click()
    assert desk.sent == [command]
    assert desk.button(name).accessibleName() == name


def test_today_says_plainly_what_is_wrong_until_it_is_mended(desk: Desk) -> None:
    desk.window.show_status(status(view(), "The journal was damaged.", "The disk is full."))
    notice = "The journal was damaged.\nThe disk is full."
    (label,) = [each for each in desk.window.findChildren(QLabel) if each.text() == notice]
    frame = parent(label)
    assert not frame.isHidden()
    desk.window.show_status(status(view()))
    assert frame.isHidden()


def test_today_lists_its_breaks_the_latest_first(desk: Desk, qtbot: QtBot) -> None:
    breaks = (entry(Outcome.COMPLETED), entry(Outcome.MISSED))
    desk.window.show_day(breaks, day_log(facts(*breaks), 600).line)
    desk.window.show_day(breaks, day_log(facts(*breaks), 600).line)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    rows = [parent(sign) for sign in desk.window.findChildren(OutcomeSign)]
    names = [row.accessibleName() for row in sorted(rows, key=lambda row: row.y())]
    assert names == [
        "10:58-11:05, A break was offered, Missed",
        "11:00-11:05, Desk, Done",
    ]
    desk.window.show_day((), day_log(facts(), 600).line)
    assert all(row.isHidden() for row in rows)


def test_today_is_fit_for_a_screen_reader(desk: Desk) -> None:
    desk.window.show_status(status(view()))
    desk.window.show_day((), day_log(facts(), 600).line)
    assert desk.window.windowTitle() == "deskbreak - Today"
    line = desk.window.findChild(DayLineView)
    ring = desk.window.findChild(GoalRing)
    legend = desk.window.findChild(LineLegend)
    assert isinstance(line, DayLineView)
    assert isinstance(ring, GoalRing)
    assert isinstance(legend, LineLegend)
    assert "Sitting 09:05-12:30" in line.accessibleDescription()
    assert "Held back (meeting) 10:30-10:58" in line.accessibleDescription()
    assert ring.accessibleName() == "4 min of 10 min of exercise"
    assert "Lunch" in legend.accessibleDescription()
    nameless = [
        each
        for each in desk.window.findChildren(QPushButton)
        if not each.accessibleName() and not each.text()
    ]
    assert nameless == []


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


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_drawn_and_said(qtbot: QtBot, outcome: Outcome) -> None:
    window = LogWindow(
        lambda day: day_log(replace(facts(entry(outcome)), day=day), 600), TR, lambda: DAY
    )
    qtbot.addWidget(window)
    assert window.grab().width() > 0
    assert len(window.findChildren(OutcomeSign)) == 1


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


class Archive:
    """A journal of one busy day."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False

    def read(self, day: str) -> DayLog:
        self.asked.append(day)
        if self.broken:
            raise JournalUnavailableError("The disk went away.")
        frame = day_frame(day, Office(), UTC)
        return day_log(facts(entry(Outcome.COMPLETED)) if day == DAY else frame, 600)


def find_button(window: QWidget, name: str) -> QPushButton:
    found = [
        each
        for each in window.findChildren(QPushButton)
        if name in {each.accessibleName(), each.text()}
    ]
    assert len(found) == 1
    return found[0]


def test_the_log_shows_the_day_that_is_picked(qtbot: QtBot) -> None:
    archive = Archive()
    window = LogWindow(archive.read, TR, lambda: "2026-11-24")
    qtbot.addWidget(window)
    assert window.windowTitle() == "deskbreak - Log"
    assert "No breaks yet today. The next one will stand here." in texts(window)
    find_button(window, "Previous day").click()
    assert "Mon, 23 Nov 2026" in texts(window)
    assert "Back twist: 5 of 5 repetitions" in texts(window)
    assert "1 done · 4 min of 10 min of exercise" in texts(window)
    assert "Done · 4 min" in texts(window)
    find_button(window, "Previous day").click()
    assert "No breaks were written on this day. That is all right." in texts(window)
    find_button(window, "Next day").click()
    window.refresh()
    assert "Mon, 23 Nov 2026" in texts(window)
    find_button(window, "Today").click()
    find_button(window, "Next day").click()
    assert "This day is still to come." in texts(window)
    pick = window.findChild(QDateEdit)
    assert isinstance(pick, QDateEdit)
    pick.setDate(QDate(2026, 11, 23))
    assert archive.asked[-1] == DAY
    assert "Mon, 23 Nov 2026" in texts(window)


def test_the_log_is_turned_with_the_keyboard(qtbot: QtBot) -> None:
    archive = Archive()
    window = LogWindow(archive.read, TR, lambda: "2026-11-24")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: archive.asked[-1] == DAY)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: archive.asked[-1] == "2026-11-24")


def test_a_journal_that_cannot_be_read_is_said(qtbot: QtBot) -> None:
    archive = Archive()
    window = LogWindow(archive.read, TR, lambda: DAY)
    qtbot.addWidget(window)
    archive.broken = True
    window.refresh()
    assert "The disk went away." in texts(window)
    archive.broken = False
    window.refresh()
    assert "Back twist: 5 of 5 repetitions" in texts(window)
    with pytest.raises(ValueError, match="yesterday"):
        window.show_day("yesterday")
