"""What every chart does: the pointer and the arrow keys give figures, Enter looks closer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskbreak.ui.announce import Announcer
from deskbreak.ui.theme import Theme, theme_of

NONE = -1


@dataclass(frozen=True, slots=True)
class Item:
    """One column or cell: the letters at its foot, what it says in full, and its share.

    `share` is from 0 to 1 of the chart's height or fill; `mark` is where its goal is, 0 for none;
    `figure` is what a chart with room for it writes beside.
    """

    label: str
    said: str
    share: float
    mark: float = 0.0
    strong: bool = False
    empty: bool = False
    figure: str = ""


class Chart(QWidget):
    """Shows items; `looked` tells which one somebody wants to see closer."""

    looked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._items: tuple[Item, ...] = ()
        self._cursor = self._hovered = NONE
        self._announcer = Announcer(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown."""
        return self._items

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other items."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        self._cursor = self._hovered = NONE
        told = [item.said for item in self._items if not item.empty]
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def areas(self) -> tuple[QRectF, ...]:
        """Return where each item is, to point at."""
        raise NotImplementedError

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw all items."""
        raise NotImplementedError

    def steps(self) -> dict[int, int]:
        """Return by how many items each arrow key moves."""
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the items, and a frame around the one that is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        self.draw(painter, theme)
        shown = self._cursor if self.hasFocus() else self._hovered
        if NONE < shown < len(self._items):
            painter.setPen(QPen(theme.color("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.areas()[shown].adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        at = self._at(event)
        if at != self._hovered:
            self._hovered = at
            self.update()
            told = self._items[at].said if at != NONE else ""
            QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        self._hovered = NONE
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard to what was pressed."""
        self._go(self._at(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look closer."""
        at = self._at(event)
        if at != NONE:
            self.looked.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, look closer by Enter."""
        last = len(self._items) - 1
        moves = {key: self._cursor + by for key, by in self.steps().items()}
        moves |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if event.key() in moves and last >= 0:
            self._go(max(0, min(last, moves[event.key()])))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._cursor != NONE:
            self.looked.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the last item that has something to say."""
        super().focusInEvent(event)
        if self._cursor == NONE and event.reason() != Qt.FocusReason.MouseFocusReason:
            full = [n for n, item in enumerate(self._items) if not item.empty]
            self._go(full[-1] if full else len(self._items) - 1)

    def _go(self, index: int) -> None:
        if index == NONE:
            return
        self._cursor = index
        said = self._items[index].said
        self._announcer.say(said)
        place = self.areas()[index].bottomLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(place + QPoint(0, 2)), said, self)
        self.update()

    def _at(self, event: QMouseEvent) -> int:
        at = event.position()
        return next((n for n, area in enumerate(self.areas()) if area.contains(at)), NONE)
