"""A chart in a card with its title, and the table of the same figures behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from deskbreak.core.words import Words
from deskbreak.ui.log.chart import Chart
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, ROLE, quiet, title

Row = tuple[str, ...]

_MOST_LINES = 14


class ChartCard(QFrame):
    """Shows a chart, or its table when that is wanted."""

    def __init__(self, chart: Chart, headers: Row, tr: Words) -> None:
        super().__init__()
        self._tr, self.chart = tr, chart
        self._rows: tuple[Row, ...] = ()
        self.setProperty(ROLE, "card")
        self.switch = quiet(QPushButton(tr("As a table")))
        self.switch.setCheckable(True)
        named = tr("{title}: {amount}", title=tr("As a table"), amount=chart.accessibleName())
        self.switch.setAccessibleName(named)
        self.table = QTableWidget(0, len(headers))
        self.table.setHorizontalHeaderLabels(list(headers))
        self.table.setAccessibleName(chart.accessibleName())
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setTabKeyNavigation(False)
        self.table.hide()
        self.switch.toggled.connect(self._switch)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(title(self.chart.accessibleName()), 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        column.setSpacing(GAP_SMALL)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.table)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Keep the rows of the table; it is filled when it is looked at."""
        self._rows = tuple(rows)
        if self.switch.isChecked():
            self._fill()

    def _switch(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's signature
        if wanted:
            self._fill()
        self.chart.setVisible(not wanted)
        self.table.setVisible(wanted)

    def _fill(self) -> None:
        table = self.table
        table.setRowCount(len(self._rows))
        for row, cells in enumerate(self._rows):
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        rows = min(_MOST_LINES, len(self._rows)) * table.verticalHeader().defaultSectionSize()
        head = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(head + rows + 2 * table.frameWidth())
