"""A small window in a corner of the screen that takes no focus and hears no keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPaintEvent, QPen, QScreen
from PySide6.QtWidgets import QAbstractButton, QWidget

from deskbreak.ui.corner_layer import LayerContent, Layers
from deskbreak.ui.theme import theme_of

_MARGIN = 24
_EDGE = 4


class CornerWindow(QWidget):
    """Stands at the bottom right of the cursor's screen, above other windows, and waits.

    It is never activated, and its buttons take no focus, so whatever is being typed goes on to
    where it was going; only the mouse (or a screen reader's press) reaches it.
    """

    _content: LayerContent | None = None  # the class's too: events come while it is destroyed

    lift = 0
    """How far above the corner it stands, in pixels: something else may be there."""

    def __init__(self, title: str) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # As a tool alone it would stand in the taskbar of panels that know only these types.
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeSplash)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(title)

    def lie_on(self, layers: Layers, otherwise: Callable[[], None]) -> None:
        """Appear on a layer of the compositor; `otherwise` is called where it refuses."""
        if self._content is None:
            self._content = LayerContent(self, lambda: self.lift)
            self._content.lie_on(layers(self._content))
        self._content.otherwise = otherwise

    def stand_alone(self) -> None:
        """Be a window of its own again, as the desktop has them."""
        if self._content is not None:
            self._content.let_go()
            self._content = None

    def appear(self) -> None:
        """Show it in its corner, sized to its words, without taking the focus."""
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if screen is not None:
            corner = corner_of(screen, self.frameGeometry())
            self.move(corner.x(), max(screen.availableGeometry().top(), corner.y() - self.lift))
        if self._content is not None and self.isVisible():
            self._content.renew()
        self.show()

    def event(self, event: QEvent) -> bool:
        """Swallow keys, should a window manager send some in spite of everything."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
        if event.type() in keys:
            event.accept()
            return True
        handled = super().event(event)
        if self._content is not None:
            self._content.heed(event.type())
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground with a warm edge, since there is no frame around it."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("card"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, _EDGE, self.height(), theme.color("warm"))
        painter.end()


def corner_of(screen: QScreen, window: QRect) -> QPoint:
    """Return the top left point of a window in the bottom right corner of the free space."""
    free = screen.availableGeometry()
    left = max(free.left(), free.right() - window.width() - _MARGIN)
    top = max(free.top(), free.bottom() - window.height() - _MARGIN)
    return QPoint(left, top)
