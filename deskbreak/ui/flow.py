"""A layout that fills rows from left to right and begins a new one when the width is used up."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Rows of widgets, each as wide as it likes; or, with a `cell`, columns of equal width.

    Args:
        gap: pixels between neighbours and between rows.
        cell: the least width of a column; 0 for no columns.
        parent: the widget that it lays out.
    """

    def __init__(self, gap: int, *, cell: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap, self._cell = gap, cell
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out; None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grow in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow layout is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """Return a size with room for the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of one item; the height comes from the width."""
        shown = self._shown()
        wide = self._cell or max((item.sizeHint().width() for item in shown), default=0)
        high = max((item.minimumSize().height() for item in shown), default=0)
        return QSize(wide, high)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        top = 0
        for row in self._rows(width):
            high = max(_height(item, wide) for item, wide in row)
            left = 0
            for item, wide in row:
                tall = high if self._cell else _height(item, wide)
                yield item, QRect(QPoint(left, top + (high - tall) // 2), QSize(wide, tall))
                left += wide + self._gap
            top += high + self._gap

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        shown = self._shown()
        if self._cell:
            columns = max(1, (width + self._gap) // (self._cell + self._gap))
            wide = (width - (columns - 1) * self._gap) // columns
            starts = range(0, len(shown), columns)
            return [[(item, wide) for item in shown[at : at + columns]] for at in starts]
        rows: list[list[tuple[QLayoutItem, int]]] = []
        left = width
        for item in shown:
            wide = min(item.sizeHint().width(), width)
            if not rows or left < wide:
                rows.append([])
                left = width
            rows[-1].append((item, wide))
            left -= wide + self._gap
        return rows


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
