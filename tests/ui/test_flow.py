"""A flow of widgets: rows that break, columns of equal width, and nothing for hidden ones."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskbreak.ui.flow import Flow


class Box(QWidget):
    """A widget of a fixed size."""

    def __init__(self, wide: int, high: int) -> None:
        super().__init__()
        self._size = QSize(wide, high)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        return self._size


def laid(qtbot: QtBot, flow: Flow, *boxes: Box) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayout(flow)
    for box in boxes:
        flow.addWidget(box)
        box.show()
    return host


def places(host: QWidget, width: int) -> list[tuple[int, int, int, int]]:
    flow = host.layout()
    assert flow is not None
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    found = [flow.itemAt(n) for n in range(flow.count())]
    shown = [item.geometry() for item in found if item and not item.isEmpty()]
    return [(each.x(), each.y(), each.width(), each.height()) for each in shown]


def test_a_row_breaks_where_the_width_ends(qtbot: QtBot) -> None:
    flow = Flow(10)
    host = laid(qtbot, flow, Box(40, 20), Box(40, 10), Box(40, 20))
    assert places(host, 90) == [(0, 0, 40, 20), (50, 5, 40, 10), (0, 30, 40, 20)]
    assert flow.heightForWidth(90) == 50
    assert flow.heightForWidth(140) == 20
    assert flow.minimumSize().width() == 40


def test_what_is_wider_than_the_row_is_as_wide_as_the_row(qtbot: QtBot) -> None:
    flow = Flow(10)
    host = laid(qtbot, flow, Box(40, 20), Box(200, 10))
    assert places(host, 90) == [(0, 0, 40, 20), (0, 30, 90, 10)]


def test_columns_are_equally_wide_and_rows_equally_high(qtbot: QtBot) -> None:
    flow = Flow(10, cell=40)
    host = laid(qtbot, flow, Box(10, 20), Box(10, 30), Box(10, 20))
    assert places(host, 100) == [(0, 0, 45, 30), (55, 0, 45, 30), (0, 40, 45, 20)]
    assert flow.sizeHint().width() == 40


def test_hidden_widgets_leave_no_gap(qtbot: QtBot) -> None:
    flow = Flow(10, cell=40)
    boxes = Box(10, 20), Box(10, 20), Box(10, 20)
    host = laid(qtbot, flow, *boxes)
    boxes[1].hide()
    assert places(host, 100) == [(0, 0, 45, 20), (55, 0, 45, 20)]


def test_an_empty_flow_takes_nothing(qtbot: QtBot) -> None:
    flow = Flow(10)
    host = laid(qtbot, flow)
    assert places(host, 100) == []
    assert flow.heightForWidth(100) == 0
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None
    assert not flow.expandingDirections()
