"""The Log window over weeks, months and years: charts, their tables, the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core.figures.span import Scale
from deskbreak.ui.log.bars import Bars
from deskbreak.ui.log.chart import Item
from deskbreak.ui.log.rows import Rows
from deskbreak.ui.log.window import LogWindow
from tests.ui.day_samples import texts
from tests.ui.log_samples import Record, button, log_of

pytestmark = pytest.mark.qt_log_ignore("does not support raise")


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture
def window(record: Record, qtbot: QtBot) -> LogWindow:
    made = log_of(record)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(window: LogWindow, scale: Scale) -> list[str]:
    window.scales[scale].click()
    return [each.text() for each in window.findChildren(QLabel) if each.isVisibleTo(window)]


def test_a_week_says_what_was_done_and_what_came_between(window: LogWindow, qtbot: QtBot) -> None:
    shown(window, Scale.WEEK)
    qtbot.waitUntil(lambda: "Snoozed 2 times." in texts(window))
    for sentence in (
        "23 Nov \u2013 29 Nov 2026",
        "4 min of exercise, 1 break on 1 day",
        "2 days in a row",
        "Snoozed 2 times.",
        "Meeting: held 1 break back",
        "Mon, 23 Nov 2026: a stretch",
    ):
        assert sentence in texts(window)
    bars = window.figures.bars.chart
    assert [item.label for item in bars.items] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert "Mon, 23 Nov 2026: 4 min of " in bars.accessibleDescription()
    assert bars.grab().width() > 0


def test_an_empty_span_is_warm(window: LogWindow) -> None:
    shown(window, Scale.MONTH)
    button(window, "Previous month").click()
    assert "Nothing here yet. What you do will show up here." in texts(window)
    assert "Oct 2026" in texts(window)
    assert not window.figures.hours.isVisible()


def test_a_year_is_a_map_of_days_that_leads_into_them(window: LogWindow) -> None:
    shown(window, Scale.YEAR)
    year = window.figures.year
    assert year.isVisible()
    chart = year.chart
    assert len(chart.items) == 365
    assert len({(area.x(), area.y()) for area in chart.areas()}) == 365
    assert chart.grab().width() > 0
    chart.setFocus(Qt.FocusReason.TabFocusReason)  # the last day with something stands out
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert "Today, 23 Nov 2026" in texts(window)
    assert window.day_page.isVisible()


def test_all_of_it_goes_back_to_the_beginning_and_looks_into_a_year(window: LogWindow) -> None:
    said = shown(window, Scale.ALL)
    assert "All of it: 2023 \u2013 2026" in said
    bars = window.figures.bars.chart
    assert [item.label for item in bars.items] == ["2023", "2024", "2025", "2026"]
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars, Qt.Key.Key_Home)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert "2023" in texts(window)
    assert window.figures.year.isVisible()


def test_a_chart_has_its_figures_as_a_table(window: LogWindow) -> None:
    shown(window, Scale.WEEK)
    card = window.figures.bars
    card.switch.click()
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    rows = [
        [card.table.item(row, column) for column in range(3)]
        for row in range(card.table.rowCount())
    ]
    assert [[cell.text() for cell in row if cell] for row in rows] == [
        ["Mon, 23 Nov 2026", card.table.item(0, 1).text(), "1"]  # type: ignore[union-attr]
    ]
    reader = QAccessible.queryAccessibleInterface(card.table)
    assert reader.text(QAccessible.Text.Name) == "Minutes of exercise"
    shown(window, Scale.MONTH)
    assert card.table.rowCount() == 1


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_W, "23 Nov \u2013 29 Nov 2026"),
        (Qt.Key.Key_M, "Nov 2026"),
        (Qt.Key.Key_Y, "2026"),
        (Qt.Key.Key_A, "All of it: 2023 \u2013 2026"),
    ],
)
def test_a_letter_chooses_the_scale(
    window: LogWindow, qtbot: QtBot, key: Qt.Key, said: str
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key)
    qtbot.waitUntil(lambda: said in texts(window))
    QTest.keyClick(window, Qt.Key.Key_D)
    qtbot.waitUntil(window.day_page.isVisible)


def test_arrows_move_along_the_columns_and_say_each(window: LogWindow) -> None:
    bars = Bars("Minutes")
    bars.show_items([Item("a", "first", 0.5), Item("b", "second", 1.0, 0.5), Item("c", "", 0.0)])
    bars.show_items(bars.items)
    bars.resize(300, 200)
    bars.setFocus()
    said: list[int] = []
    bars.looked.connect(said.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(bars, key)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.mouseDClick(bars, Qt.MouseButton.LeftButton, pos=bars.areas()[0].center().toPoint())
    assert said == [1, 0]
    assert bars.grab().width() == 300
    assert window.isVisible()


def test_keys_say_which_span_they_show_and_take_the_focus_along(window: LogWindow) -> None:
    window.scales[Scale.DAY].setFocus()
    QTest.keyClick(window, Qt.Key.Key_W)
    assert window.announcer.said == "23 Nov \u2013 29 Nov 2026. 4 min of exercise, 1 break on 1 day"
    assert window.focusWidget() is window.scales[Scale.WEEK]
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    nothing = "Nothing here yet. What you do will show up here."
    assert window.announcer.said == f"16 Nov \u2013 22 Nov 2026. {nothing}"
    QTest.keyClick(window, Qt.Key.Key_D)
    assert window.announcer.said == "Mon, 16 Nov 2026"


def test_the_figures_of_rows_have_the_room_that_they_need(qtbot: QtBot) -> None:
    rows = Rows("What you did")
    qtbot.addWidget(rows)
    rows.resize(rows.fontMetrics().height() * 40, 100)
    long = "19158 times, 56 h 22 min"
    rows.show_items([Item("Back twist", "", 1.0, figure="1 s")])
    little = rows.figure_room()
    rows.show_items([Item("Back twist", "", 1.0, figure=long)])
    need = rows.fontMetrics().horizontalAdvance(long)
    assert little < need < rows.figure_room() < rows.width() / 2
