"""The discreet break: a small window in the corner with the figure and the count, nothing else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QEnterEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)  # fmt: skip
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbreak.core.command import Drive, SessionVerb
from deskbreak.core.guide.words import side_name
from deskbreak.core.session_view import SILENT, SessionResult, SessionView, Stage
from deskbreak.core.words import Words
from deskbreak.ports import Send, SessionDriver
from deskbreak.ui import theme
from deskbreak.ui.afloat import appear_afloat
from deskbreak.ui.announce import Announcer
from deskbreak.ui.corner_window import corner_of
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.figure import FigureWidget
from deskbreak.ui.keys import bind
from deskbreak.ui.on_screen import OnScreen
from deskbreak.ui.place import scaled
from deskbreak.ui.session.frames import Frames
from deskbreak.ui.small_buttons import SmallButtons

SIZE = QSize(208, 248)
GOODBYE_MS = 6000
"""Milliseconds for which the end is shown before the window goes by itself."""


class DiscreetWindow(QWidget):
    """Guides a session without words.

    `larger` is emitted when words are needed or wanted, `leaving` when to ask "Finish or go on?".

    Its buttons show while the mouse is over it or while it has the keyboard.
    """

    larger = Signal()
    leaving = Signal()

    def __init__(
        self, driver: SessionDriver, send: Send, tr: Words, *, reduced_motion: bool = False
    ) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._send, self._tr = send, tr
        self._over = False
        self.setWindowTitle(tr("deskbreak - Break"))
        self._announcer = Announcer(self)
        self._frames = Frames(self, driver, self._show_view, reduced_motion=reduced_motion)
        self.figure = FigureWidget(reduced_motion=reduced_motion)
        self.count = theme.title("")
        self._build()
        self._goodbye = QTimer(self)
        self._goodbye.setSingleShot(True)
        self._goodbye.timeout.connect(self.close)
        self._on_screen = OnScreen(self, self._moved)

    def _build(self) -> None:
        self.figure.setMinimumSize(96, 96)
        self.count.setWordWrap(False)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons = SmallButtons(self._tr)
        self.buttons.pause.clicked.connect(self._toggle)
        self.buttons.hurts.clicked.connect(partial(self._drive, SessionVerb.HURTS))
        self.buttons.finish.clicked.connect(self._ask)
        self.buttons.large.clicked.connect(self._grow)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GAP_SMALL,) * 4)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self.figure, 1)
        column.addWidget(self.count)
        column.addWidget(self.buttons)
        back, forth = partial(self._drive, SessionVerb.BACK), partial(self._drive, SessionVerb.NEXT)
        bind(self, {Qt.Key.Key_Left: back, Qt.Key.Key_Right: forth, Qt.Key.Key_D: self._grow})
        bind(self, {Qt.Key.Key_H: self.buttons.hurts.click, Qt.Key.Key_Escape: self._ask})

    def open(self) -> None:
        """Show it in its corner; the session's clock waits for the first paint."""
        self._frames.look()
        wanted = scaled(self, SIZE)
        self.resize(wanted.expandedTo(self.minimumSizeHint()))
        self._to_corner()
        appear_afloat(self)
        self.show()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons()

    @property
    def announced(self) -> str:
        """Return what a screen reader was told last."""
        return self._announcer.said

    def refresh(self) -> None:
        """Ask for the view of now and show it."""
        self._frames.look()

    def bring_forward(self) -> None:
        """Bring the window to the front, because a person asked for it."""
        self.raise_()
        self.activateWindow()

    def show_end(self, result: SessionResult, next_break: str) -> None:
        """Say with one sign that it is over, and go away a little later."""
        self._frames.end()
        self._over = True
        done = self._tr("Done") if result.seconds else self._tr("Finished")
        self.count.setText(f"✓ {done}" if result.reason is None else done)
        self._announcer.say(f"{done}. {next_break}")
        self.buttons.hide()
        self._goodbye.start(GOODBYE_MS)

    def dismiss(self) -> None:
        """Close without asking."""
        self._frames.end()
        self._over = True
        self.close()

    def _show_view(self, view: SessionView) -> None:
        self.figure.show_picture(view.picture)
        said = self._counted(view)
        if self.count.text() != said:
            self.count.setText(said)
        self.buttons.show_paused(paused=view.paused)
        self._announcer.say(view.announce)
        if view.halt not in SILENT:
            self._grow()

    def _counted(self, view: SessionView) -> str:
        if view.paused:
            return "❚❚"
        if view.stage is not Stage.EXERCISE or not view.rep:
            return "…"
        side = f" · {side_name(view.side, self._tr)}" if view.side else ""
        return f"{view.rep}/{view.reps}{side}"

    def _drive(self, verb: SessionVerb, _checked: object = None) -> None:
        if not self._over:
            self._send(Drive(verb))
            self._frames.look()

    def _toggle(self, _checked: object = None) -> None:
        self._drive(SessionVerb.RESUME if self.buttons.paused else SessionVerb.PAUSE)

    def _ask(self, _checked: object = None) -> None:
        """Pause, and let the large window ask whether to finish."""
        if self._over:
            self.close()
            return
        self._stand()
        self.leaving.emit()

    def _grow(self, _checked: object = None) -> None:
        if not self._over:
            self.larger.emit()

    def _to_corner(self) -> None:
        at_mouse = None if self.isVisible() else QGuiApplication.screenAt(QCursor.pos())
        self.move(corner_of(at_mouse or QGuiApplication.primaryScreen(), self.frameGeometry()))

    def _moved(self) -> None:
        self._to_corner()
        self._stand()

    def _stand(self) -> None:
        if not self.buttons.paused:
            self._drive(SessionVerb.PAUSE)

    def _show_buttons(self) -> None:
        self.buttons.setVisible(not self._over and (self.underMouse() or self.isActiveWindow()))

    def event(self, event: QEvent) -> bool:
        """Show the buttons while somebody turns to the window."""
        turned = {QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate, QEvent.Type.Leave}
        handled = super().event(event)
        if event.type() in turned:
            self._show_buttons()
        return handled

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons under the mouse."""
        super().enterEvent(event)
        self._show_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses and resumes; Enter presses a button."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle()
        elif not press_focused(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for frames while visible."""
        super().showEvent(event)
        self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        self._frames.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at the end; before it, let the large window ask."""
        if self._over:
            event.accept()
            return
        event.ignore()
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, since there is no frame; the first paint begins the session."""
        shade = theme.theme_of(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), shade.color("card"))
        painter.setPen(QPen(shade.color("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        self._frames.painted()
