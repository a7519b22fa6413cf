"""A card of the Library: a small figure, what it is called, and what one needs for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from deskbreak.core.dress import Dress, usual
from deskbreak.core.exercise import Exercise
from deskbreak.core.session_view import Picture
from deskbreak.ui.library.own_picture import fitted
from deskbreak.ui.library.small_figure import SmallFigure
from deskbreak.ui.style_sheet import RADIUS
from deskbreak.ui.theme import GAP_SMALL, GAP_TINY, SMALL, scaled_font, theme_of

LETTERS = 28
"""The least width of a card, in average letters."""

_HIGH = 0.74
"""The height of the figure's field in widths of the card."""
_FAINT = 0.45
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_TALL = 1 << 16


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card; `lines` are the quiet ones, `badge` is "" for none."""

    title: str
    lines: tuple[str, ...]
    badge: str = ""


class ExerciseCard(QAbstractButton):
    """Shows one exercise; a click opens it. It paints itself and moves when it is told to.

    `own` is a picture of the person's own, which is shown instead of the figure;
    `telling` gives the picture of the still figure; it is asked when the card is first seen.
    `dress` says what the figure wears.
    """

    wandered = Signal(Qt.Key)
    """An arrow key (or Home, End) asks for another card."""

    touched = Signal()
    """The pointer or the keys have come to it."""

    def __init__(
        self,
        exercise: Exercise,
        words: CardWords,
        telling: Callable[[], Picture],
        dress: Callable[[], Dress] = usual,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self._words = words
        self._telling = telling
        self._moving: Picture | None = None
        self.own = QPixmap()
        self._figure = SmallFigure(dress)
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    @property
    def picture(self) -> Picture | None:
        """What the figure shows while it moves; None while it stands still."""
        return self._moving

    @property
    def words(self) -> CardWords:
        """What stands on the card."""
        return self._words

    def show_words(self, words: CardWords) -> None:
        """Show other words; the same ones again cost nothing."""
        if words != self._words:
            self._words = words
            self._heights.clear()
            self._name()
            self.updateGeometry()
            self.update()

    def show_picture(self, picture: Picture | None) -> None:
        """Let the figure move to a picture, or stand still again with None."""
        if picture == self._moving:
            return
        self._moving = picture
        self._figure.move()
        self.update(self._field())

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow card is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows every word."""
        if width not in self._heights:
            # Layouts ask dozens of times for the same width, and measuring text is dear.
            inner = width - 2 * GAP_SMALL
            texts = sum(_height(font, text, inner) + GAP_TINY for text, font in self._texts())
            self._heights[width] = int(width * _HIGH) + texts + GAP_SMALL
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the least comfortable size."""
        wide = self.fontMetrics().averageCharWidth() * LETTERS
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it never shrinks below its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter too, and wander with the arrows."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        elif key in WANDERING:
            self.wandered.emit(key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are here."""
        super().focusInEvent(event)
        self.touched.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is here."""
        super().enterEvent(event)
        self.touched.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._figure.forget()
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the figure as it was drawn last, and the words."""
        del event
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus()
        edge = "accent" if strong or self.underMouse() else "line"
        painter.setPen(QPen(theme.color(edge), 2.0 if strong else 1.0))
        painter.setBrush(theme.color("soft" if self.isDown() else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        field = self._field()
        ratio = self.devicePixelRatioF()
        if self.own.isNull():
            shot = self._figure.drawn(self._shown, field.size(), ratio, dark=theme.dark)
        else:
            shot = fitted(self.own, field.size(), ratio)
        painter.setOpacity(_FAINT if self._words.badge else 1.0)
        painter.drawPixmap(QPointF(field.topLeft()), shot)
        painter.setOpacity(1.0)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme = theme_of(self)
        top = self._field().bottom() + 1
        inner = self.width() - 2 * GAP_SMALL
        for number, (text, font) in enumerate(self._texts()):
            high = _height(font, text, inner)
            painter.setFont(font)
            painter.setPen(theme.color("muted" if number else "text"))
            painter.drawText(QRect(GAP_SMALL, top, inner, high), _WRAPPED, text)
            top += high + GAP_TINY
        if not self._words.badge:
            return
        font = scaled_font(self.font(), SMALL, strong=True)
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(self._words.badge) + 2 * GAP_SMALL
        pill = QRect(self.width() - wide - GAP_SMALL, GAP_SMALL, wide, metrics.height() + GAP_TINY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("soft"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.color("warn"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._words.badge)

    def dress_anew(self) -> None:
        """Draw the figure anew, in the dress of now."""
        self._figure.forget()
        self.update()

    def _shown(self) -> Picture:
        return self._moving or self._telling()

    def _field(self) -> QRect:
        high = int(self.width() * _HIGH) - GAP_SMALL
        return QRect(GAP_SMALL, GAP_SMALL, self.width() - 2 * GAP_SMALL, high)

    def _texts(self) -> list[tuple[str, QFont]]:
        quiet = scaled_font(self.font(), SMALL)
        title = self._words.title, scaled_font(self.font(), 1.0, strong=True)
        return [title, *((line, quiet) for line in self._words.lines)]

    def _name(self) -> None:
        words = self._words
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(". ".join(filter(None, (words.badge, *words.lines))))


WANDERING = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
"""The keys that lead from card to card."""


def _height(font: QFont, text: str, width: int) -> int:
    box = QRect(0, 0, max(1, width), _TALL)
    return QFontMetrics(font).boundingRect(box, _WRAPPED, text).height()
