"""A month as a calendar, and what was done by part of the body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.figures.span import Scale
from deskbreak.ui.log.chart import Item
from deskbreak.ui.log.month_map import MonthMap
from deskbreak.ui.log.rows import Rows
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.log.window import LogWindow
from tests.ui.day_samples import DAY, TR
from tests.ui.log_samples import MONDAY, Record

pytestmark = pytest.mark.qt_log_ignore("does not support raise")

FULL = replace(MONDAY, day="2026-11-05", seconds=3000)


@pytest.fixture
def window(qtbot: QtBot) -> LogWindow:
    made = LogWindow(
        LogSources(
            Record().day,
            lambda: DAY,
            title_of=str.upper,
            sums=lambda _first, _last: (FULL, MONDAY),
            region_of=lambda name: "trunk" if name == "back_twist" else "",
        ),
        TR,
    )
    qtbot.addWidget(made)
    made.show_scale(Scale.MONTH)
    return made


def test_a_month_is_a_calendar_that_begins_on_its_weekday(window: LogWindow) -> None:
    page = window.figures
    assert [each.isVisibleTo(page) for each in (page.month, page.bars, page.year)] == [
        True,
        False,
        False,
    ]
    calendar = page.month.chart
    assert [item.label for item in calendar.items] == [str(n) for n in range(1, 31)]
    areas = calendar.areas()
    assert len({(area.x(), area.y()) for area in areas}) == 30
    begins = date(2026, 11, 1).weekday()
    assert areas[0].left() == pytest.approx(calendar.width() * begins / 7)
    assert areas[1].left() == 0  # a Monday, in the next row
    assert areas[1].top() > areas[0].top()
    assert [item.label for item in calendar.items if item.strong] == ["23"]
    filled = {item.label: (item.figure, item.share) for item in calendar.items if not item.empty}
    assert filled["5"] == ("50 min", 1.0)
    assert filled["23"][0] == "4 min"
    assert 0 < filled["23"][1] < 1
    assert calendar.sizeHint().height() >= areas[-1].bottom()


def test_keys_move_over_the_calendar_by_days_and_weeks(window: LogWindow) -> None:
    calendar = window.figures.month.chart
    looked: list[int] = []
    calendar.looked.connect(looked.append)
    keys = (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right)
    for key in (*keys, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(calendar, key)
    assert looked == [8]


def test_a_day_that_reached_its_goal_is_told_without_colour(qtbot: QtBot) -> None:
    """The sign of a reached goal stands where another day has nothing but its ground."""
    calendar = MonthMap("Month", ("Mon",) * 7)
    qtbot.addWidget(calendar)
    calendar.show_items([Item("1", "", 1.0, figure="9 min"), Item("2", "", 0.5, figure="9 min")])
    calendar.resize(700, 200)
    drawn = calendar.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ratio = drawn.devicePixelRatio()

    def shades(index: int) -> int:
        area = calendar.areas()[index]
        half = area.width() / 2
        corner = area.adjusted(half, 4, -6, -area.height() * 0.62)
        spots = {
            drawn.pixel(int(x * ratio), int(y * ratio))
            for x in range(int(corner.left()), int(corner.right()))
            for y in range(int(corner.top()), int(corner.bottom()))
        }
        return len(spots)

    assert shades(0) > shades(1)


def test_what_was_done_is_told_by_part_of_the_body(window: LogWindow) -> None:
    card = window.figures.did
    assert [(item.label, item.figure) for item in card.chart.items] == [
        ("Other", "4 min"),
        ("SIDE_TILT", "4 times, 4 min"),
        ("Trunk", "4 min"),
        ("BACK_TWIST", "18 times, 4 min"),
    ]
    assert all(item.share == 1 for item in card.chart.items)
    assert card.chart.accessibleDescription().startswith("Other: 4 min; SIDE_TILT: 4 times, 4 min")
    card.switch.click()
    reader = QAccessible.queryAccessibleInterface(card.table)
    assert reader.text(QAccessible.Text.Name) == "What you did"
    found = [
        [item.text() for column in range(4) if (item := card.table.item(row, column))]
        for row in range(card.table.rowCount())
    ]
    assert found == [
        ["SIDE_TILT", "Other", "4", "4 min"],
        ["BACK_TWIST", "Trunk", "18", "4 min"],
    ]


def test_rows_are_walked_up_and_down(qtbot: QtBot) -> None:
    rows = Rows("What you did")
    qtbot.addWidget(rows)
    rows.show_items([Item("a", "a", 1.0, strong=True, figure="1 h"), Item("b" * 200, "b", 0.3)])
    rows.resize(300, rows.sizeHint().height())
    looked: list[int] = []
    rows.looked.connect(looked.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up):
        QTest.keyClick(rows, key)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert looked == [1, 0]
    assert rows.grab().width() == 300


def test_the_same_days_get_their_room_when_they_begin_on_another_weekday(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    calendar = MonthMap("days", ("M", "T", "W", "T", "F", "S", "S"))
    layout.addWidget(calendar)
    layout.addStretch(1)
    frame.resize(400, 900)
    frame.show()
    days = [Item(str(n), "", 0.0, empty=True) for n in range(1, 31)]
    for weekday, weeks in ((6, 6), (3, 5), (6, 6)):
        calendar.begin(weekday)
        calendar.show_items(days)
        qtbot.waitUntil(lambda: calendar.height() == calendar.sizeHint().height())
        assert len({area.top() for area in calendar.areas()}) == weeks
        assert calendar.areas()[-1].bottom() <= calendar.height()
