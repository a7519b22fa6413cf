"""The Library window: every exercise as a card, and a page with everything about each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from deskbreak.core.command import ChangeSettings, Start
from deskbreak.core.library import Absence
from deskbreak.core.unfit import TurnOn
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui import theme
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.library.details import LibraryDetails, Opened
from deskbreak.ui.library.gallery import LibraryGallery
from deskbreak.ui.library.motion import LibraryMotion
from deskbreak.ui.library.own_picture import picture_of
from deskbreak.ui.library.player import ExercisePlayer
from deskbreak.ui.place import remember, scaled, settle
from deskbreak.ui.sources import Sources

USUAL = QSize(1040, 760)

_OFF = "routine.off"
_STIRRING = frozenset(
    {
        QEvent.Type.HoverMove,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.WindowActivate,
    }
)


class LibraryWindow(QWidget):
    """Cards at first; a card opens its exercise, and Escape leads back, then closes.

    `send` carries a wish to start an exercise, or to turn one on again that hurt. Nothing
    moves, and no timer runs, while the window is hidden.
    """

    def __init__(
        self, sources: Sources, send: Send, tr: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sources, self._send, self._tr = sources, send, tr
        self._catalog = sources.catalog()
        self._placed = False
        self.setWindowTitle(tr("deskbreak - Library"))
        self.setAccessibleName(tr("Library"))
        self.reduced_motion = sources.reduced_motion()
        self.said: QLabel = theme.body("")
        self.said.setProperty(theme.ROLE, "warn")
        self.said.hide()
        self.mine = QPushButton(tr("Your own\u2026"))
        self.bring_in = QPushButton(tr("Import\u2026"))
        self.gallery, self.motion = self._cards()
        player = ExercisePlayer(tr, sources.seconds, reduced_motion=self.reduced_motion)
        player.figure.wear(sources.dress)
        player.pictures = sources.library.picture
        self.details = LibraryDetails(player, sources.library, tr)
        self._pages = QStackedLayout()
        self._shelves = QVBoxLayout()
        self._build()
        self.details.back.connect(self.show_all)
        self.details.stepped.connect(self._step)
        self.details.tried.connect(self._try)
        self.details.turned.connect(self._turn)
        for key in (Qt.Key.Key_Escape, Qt.KeyboardModifier.AltModifier | Qt.Key.Key_Left):
            QShortcut(QKeySequence(key), self).activated.connect(
                self._leave if key is Qt.Key.Key_Escape else self.show_all
            )
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._search)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_exercise(self, name: str) -> None:
        """Open the page of an exercise by its id; an unknown one changes nothing."""
        exercise = self._catalog.get(name)
        if exercise is None:
            return
        self.motion.stop()
        self.details.show_exercise(Opened(exercise, self._sources.library.looker(), self._held()))
        self._pages.setCurrentIndex(1)
        self.details.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Go back to the cards, to the one that was opened."""
        if self._pages.currentIndex() == 0:
            return
        self._pages.setCurrentIndex(0)
        opened = self.details.exercise
        self.gallery.focus("" if opened is None else opened.id)
        self._move()

    def refresh(self) -> None:
        """Read anew which exercises there are and what is off."""
        catalog = self._sources.catalog()
        if catalog != self._catalog:
            self._catalog = catalog
            self._renew()
            self._reopen()
        self._read_looker()

    def is_moving(self) -> bool:
        """Return whether pictures are asked for now."""
        return self.motion.is_moving() or self.details.player.is_moving()

    def showEvent(self, event: QShowEvent) -> None:
        """Open where it was last time, with what holds now."""
        if not self._placed:
            self._placed = True
            settle(self, self._sources.memory("library"), scaled(self, USUAL))
        super().showEvent(event)
        self.reduced_motion = self._sources.reduced_motion()
        self.refresh()
        self._move()
        if self._pages.currentIndex() == 0:
            self.gallery.focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden, and keep the place."""
        self.motion.stop()
        remember(self, self._sources.memory("library"))
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Note signs of the person, for whom the figures move."""
        if event.type() in _STIRRING:
            self.motion.stir()
        if event.type() is QEvent.Type.WindowActivate:
            self.refresh()  # an editor may have saved, or pain switched something off
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the focused button, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.addWidget(theme.heading(self._tr("Library")), 1)
        edit, bring = self._sources.library.editor, self._sources.library.bring_in
        if edit is not None:
            self.mine.clicked.connect(lambda: edit(""))
            head.addWidget(self.mine)
        if bring is not None:
            self.bring_in.clicked.connect(lambda _checked: bring())
            head.addWidget(self.bring_in)
        column.addLayout(head)
        self._shelves.addWidget(self.gallery)
        column.addLayout(self._shelves, 1)
        self._pages.addWidget(first)
        self._pages.addWidget(self.details)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        outer.setSpacing(theme.GAP_SMALL)
        outer.addWidget(self.said)
        outer.addLayout(self._pages, 1)

    def _renew(self) -> None:
        """Put the cards of another catalog up."""
        self.motion.stop()
        before = self.gallery
        self._shelves.removeWidget(before)
        before.hide()
        before.deleteLater()
        self.gallery, self.motion = self._cards()
        self._shelves.addWidget(self.gallery)
        self._move()

    def _reopen(self) -> None:
        """Show the open page anew if its exercise has changed; leave it if it is gone."""
        opened = self.details.exercise
        if self._pages.currentIndex() == 0 or opened is None:
            return
        now = self._catalog.get(opened.id)
        if now is None:
            self.show_all()
        elif now != opened:
            self.show_exercise(opened.id)

    def _cards(self) -> tuple[LibraryGallery, LibraryMotion]:
        sources = self._sources
        looker, dress = sources.library.looker(), sources.dress
        gallery = LibraryGallery(self._catalog, looker, self._tr, dress)
        for card in gallery.cards.values():
            card.own = picture_of(card.exercise, sources.library.picture)
        gallery.opened.connect(self.show_exercise)
        return gallery, LibraryMotion(gallery, sources.seconds)

    def _move(self) -> None:
        if self.isVisible() and self._pages.currentIndex() == 0 and not self.reduced_motion:
            self.motion.start()

    def _leave(self) -> None:
        if self._pages.currentIndex() == 0:
            self.close()
        else:
            self.show_all()

    def _step(self, step: int) -> None:
        """Open the neighbour of the exercise among those that are looked for, round and round."""
        names = [card.exercise.id for card in self.gallery.shown()]
        opened = self.details.exercise
        if opened is None or opened.id not in names:
            return
        focused = self.focusWidget()
        self.show_exercise(names[(names.index(opened.id) + step) % len(names)])
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        self.show_all()
        self.gallery.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _held(self) -> str:
        """Return why exercises cannot be turned on and off here, "" when they can."""
        if _OFF not in self._sources.settings().locked:
            return ""
        return self._tr("Who set up this computer has fixed which exercises are off.")

    def _read_looker(self) -> None:
        looker = self._sources.library.looker()
        self.gallery.show_looker(looker)
        opened = self.details.exercise
        if opened is not None:
            self.details.show_looker(Opened(opened, looker, self._held()))

    def _try(self, name: str) -> None:
        self._send(Start(name))

    def _turn(self, name: str, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        looker = self._sources.library.looker()
        if on and looker.absence(self._catalog[name]) is Absence.HURT:
            self._send(TurnOn(name))
        changed = looker.turned(name, on=on)
        said = ""
        if tuple(changed) != looker.choice.off:
            said = self._sources.store(ChangeSettings(((_OFF, changed),)))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self._read_looker()
