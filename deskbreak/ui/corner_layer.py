"""A corner window as a picture on a layer of the compositor, for Wayland.

There a window of Qt's cannot promise to leave the focus where it is, and cannot choose its place.
So the window is never mapped: it lives on as a widget (a screen reader still finds and presses its
buttons), its picture is handed to a layer that takes no keyboard, and the layer hands back the
pointer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHoverEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Layer(Protocol):
    """A place above the windows that takes no focus."""

    def show(self) -> None:
        """Show the content there, in its present size."""

    def redraw(self) -> None:
        """Show how the content looks now."""

    def hide(self) -> None:
        """Take it away."""


Layers = Callable[["LayerContent"], Layer]
"""Makes a layer for some content; asked for where the desktop may have one."""


class LayerContent(QObject):
    """The picture of a window, and hands that reach into it; `otherwise` when nothing shows it."""

    _layer: Layer | None = None  # the class's too: a window is heard of while it is destroyed

    def __init__(self, window: QWidget, lift: Callable[[], int]) -> None:
        """Keep the window from being mapped; `lift` says how far above the corner it stands."""
        super().__init__(window)
        self.otherwise: Callable[[], None] = _nothing
        self._window, self._lift = window, lift
        self._held: QWidget | None = None
        self._over: QWidget | None = None
        self._at = QPointF()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)

    def lie_on(self, layer: Layer) -> None:
        """Take the layer that shows the window whenever it is visible."""
        self._layer = layer

    def let_go(self) -> None:
        """Leave the window to the desktop."""
        if self._layer is not None:
            self._layer.hide()
        self._layer = None
        self._window.hide()
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
        self.deleteLater()

    def renew(self) -> None:
        """Show the window in its present size."""
        if self._layer is not None:
            self._layer.show()

    def size(self) -> tuple[int, int]:
        """Return the window's size."""
        return self._window.width(), self._window.height()

    def lift(self) -> int:
        """Return how far above the corner the window stands."""
        return self._lift()

    def draw(self, scale: int) -> tuple[int, int, bytes]:
        """Return width, height and pixels of the window's picture at a scale."""
        image = QImage(self._window.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.transparent)
        self._window.render(image)
        return image.width(), image.height(), bytes(image.constBits())

    def point(self, x: float, y: float) -> None:
        """Move the pointer within the window."""
        self._at = QPointF(x, y)
        under = self._window.childAt(self._at.toPoint()) or self._window
        if under is not self._over:
            self._step_over(under)
        self._tell(QEvent.Type.MouseMove, Qt.MouseButton.NoButton)

    def press(self, *, down: bool) -> None:
        """Press or release the main button where the pointer is."""
        if down:
            self._held = self._over
            self._tell(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
        else:
            self._tell(QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton)
            self._held = None

    def leave(self) -> None:
        """Take the pointer away."""
        self._step_over(None)

    def refused(self, why: str) -> None:
        """Close the window, which nobody sees, and let it be said in another way."""
        del why
        self._window.hide()
        self.otherwise()

    def heed(self, kind: QEvent.Type) -> None:
        """Follow the window: shown, hidden and painted."""
        if self._layer is None:
            return
        if kind == QEvent.Type.Show:
            self._layer.show()
        elif kind == QEvent.Type.Hide:
            self._layer.hide()
        elif kind == QEvent.Type.UpdateRequest:
            self._layer.redraw()

    def _step_over(self, under: QWidget | None) -> None:
        before, self._over = self._over, under
        if before is not None:
            before.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
            QApplication.sendEvent(before, QEvent(QEvent.Type.Leave))
            self._hover(before, QEvent.Type.HoverLeave)
        if under is not None:
            under.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
            at = QPointF(under.mapFrom(self._window, self._at.toPoint()))
            QApplication.sendEvent(under, QEnterEvent(at, self._at, self._at))
            self._hover(under, QEvent.Type.HoverEnter)

    def _hover(self, widget: QWidget, kind: QEvent.Type) -> None:
        if widget.testAttribute(Qt.WidgetAttribute.WA_Hover):
            at = QPointF(widget.mapFrom(self._window, self._at.toPoint()))
            QApplication.sendEvent(widget, QHoverEvent(kind, at, self._at, at))

    def _tell(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        aim = self._held or self._over
        if aim is None:
            return
        held = Qt.MouseButton.NoButton
        if self._held is not None and kind != QEvent.Type.MouseButtonRelease:
            held = Qt.MouseButton.LeftButton
        at = QPointF(aim.mapFrom(self._window, self._at.toPoint()))
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(aim, QMouseEvent(kind, at, self._at, button, held, keys))


def _nothing() -> None:
    return None
