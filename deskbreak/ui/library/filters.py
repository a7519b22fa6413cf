"""What the person looks for in the Library: words, a part of the body, a place, equipment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.exercise import Exercise
from deskbreak.core.library import PLACES, REGIONS, Wanted, equipment_in
from deskbreak.core.wording.library import equipment_name, place_name, region_name
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.flow import Flow

_SEARCH_LETTERS = 30


class LibraryFilters(QWidget):
    """A line to search and rows of chips; `changed` tells what is looked for now."""

    changed = Signal()

    def __init__(
        self, catalog: Mapping[str, Exercise], tr: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the exercises"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(QPushButton(tr("Search")).sizeHint().height())
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SEARCH_LETTERS)
        self.count = theme.muted("")
        self.count.setWordWrap(False)
        self.reset = theme.quiet(QPushButton(tr("Show all")))
        self.chips: dict[tuple[str, str], QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        top = Flow(theme.GAP_SMALL)
        for widget in (self.search, self.count, self.reset):
            top.addWidget(widget)
        column.addLayout(top)
        rows = QGridLayout()
        rows.setHorizontalSpacing(theme.GAP_SMALL)
        rows.setVerticalSpacing(theme.GAP_TINY)
        rows.setColumnStretch(1, 1)
        self._row(rows, "region", tr("Body"), REGIONS, region_name)
        self._row(rows, "place", tr("Place"), PLACES, place_name)
        self._row(rows, "equipment", tr("Needs"), equipment_in(catalog), equipment_name)
        column.addLayout(rows)
        self.search.textChanged.connect(self.changed)
        self.reset.clicked.connect(self.clear)

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return Wanted(
            self._chosen("region"),
            self._chosen("place"),
            self._chosen("equipment"),
            self.search.text(),
        )

    def show_count(self, shown: int, all_of_them: int) -> None:
        """Say how many exercises are shown."""
        if shown == all_of_them:
            text = self._tr.plural("{n} exercise", "{n} exercises", shown)
        else:
            text = self._tr("{n} of {all} exercises", n=shown, all=all_of_them)
        self.count.setText(text)
        self.reset.setVisible(self.wanted() != Wanted())

    def clear(self) -> None:
        """Look for nothing in particular."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.search.clear()
        self.changed.emit()
        self.search.setFocus()

    def _chosen(self, what: str) -> frozenset[str]:
        return frozenset(
            name for (kind, name), chip in self.chips.items() if kind == what and chip.isChecked()
        )

    def _row(
        self,
        rows: QGridLayout,
        what: str,
        label: str,
        names: Iterable[str],
        named: Callable[[str, Words], str],
    ) -> None:
        made = [(name, QPushButton(named(name, self._tr))) for name in names]
        if not made:
            return
        said = QLabel(label)
        said.setProperty(theme.ROLE, "muted")
        flow = Flow(theme.GAP_TINY)
        row = rows.rowCount()
        rows.addWidget(said, row, 0)
        rows.addLayout(flow, row, 1)
        for name, chip in made:
            chip.setCheckable(True)
            chip.setProperty(theme.ROLE, "filter")
            chip.setAccessibleName(f"{label}: {chip.text()}")
            chip.toggled.connect(self.changed)  # a screen reader toggles and does not click
            self.chips[what, name] = chip
            flow.addWidget(chip)
