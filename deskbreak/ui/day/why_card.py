"""The part of Today that says why: what comes, what holds it back, what was decided last.

It is folded away until somebody asks, and reads nothing while it is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.last_decision import Decided
from deskbreak.core.senses import SenseReport
from deskbreak.core.status import ScheduleView
from deskbreak.core.wording.why import Reasons, all_reasons
from deskbreak.core.words import Words
from deskbreak.ui.day.break_card import empty
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, GAP_TINY, ROLE, body, muted, quiet

_FOLDED, _UNFOLDED = "\u25b8 {}", "\u25be {}"

Senses = Callable[[], tuple[SenseReport, ...]]


class WhyCard(QFrame):
    """Says why, as soon as its button is pressed, and from then on as things change."""

    def __init__(self, senses: Senses, tr: Words) -> None:
        super().__init__()
        self._senses, self._tr = senses, tr
        self._view: ScheduleView | None = None
        self._decided: Decided | None = None
        self._shown: tuple[Reasons, ...] = ()
        self.setProperty(ROLE, "card")
        self.button = quiet(QPushButton(_FOLDED.format(tr("Why?"))))
        self.button.setCheckable(True)
        self.button.setAccessibleName(tr("Why?"))
        self.button.setAccessibleDescription(
            tr("Shows what holds a break back, what was decided last, and what is noticed")
        )
        self.button.toggled.connect(self._unfold)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(GAP, 0, 0, 0)
        self._lines.setSpacing(GAP_TINY)
        self._inside.hide()
        column = QVBoxLayout(self)
        # A button without a frame has its letters a gap from its edge: they stand in line.
        column.setContentsMargins(GAP_LARGE - GAP, GAP_SMALL, GAP_LARGE, GAP_SMALL)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)

    def show_view(self, view: ScheduleView) -> None:
        """Go by another state."""
        self._view = view
        self._refresh()

    def show_decided(self, decided: Decided | None) -> None:
        """Go by another last decision."""
        self._decided = decided
        self._refresh()

    def _unfold(self, shown: bool) -> None:  # noqa: FBT001 - a signal's signature
        self.button.setText((_UNFOLDED if shown else _FOLDED).format(self._tr("Why?")))
        self._inside.setVisible(shown)
        self._refresh()

    def _refresh(self) -> None:
        if self._view is None or not self.button.isChecked():
            return
        reasons = all_reasons(self._view, self._decided, self._senses(), self._tr)
        if reasons == self._shown:  # a screen reader would read all of it at every look
            return
        self._shown = reasons
        empty(self._lines)
        for each in reasons:
            self._lines.addWidget(muted(each.title))
            for line in each.lines:
                self._lines.addWidget(body(line))
            self._lines.addSpacing(GAP)
