"""Says what came of mending the record, and takes it back by one press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from deskbreak.core.command import Code, Reply
from deskbreak.core.wishes import Mending, UndoMend
from deskbreak.core.words import Words
from deskbreak.ui.announce import Announcer
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.theme import GAP, GAP_SMALL, ROLE, body, quiet


class MendBar(QFrame):
    """Carries out what a person wishes; `mended` says that the record is another one now."""

    mended = Signal()

    def __init__(self, sources: LogSources, tr: Words) -> None:
        super().__init__()
        self._sources = sources
        self.setProperty(ROLE, "card")
        self.said = body("")
        self.undo = QPushButton(tr("Undo"))
        self.undo.setAccessibleName(tr("Undo"))
        self.close_button = quiet(QPushButton(tr("Close")))
        self._announcer = Announcer(self)
        self.undo.clicked.connect(lambda: self.carry_out(UndoMend()))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP_SMALL, GAP, GAP_SMALL)
        row.addWidget(self.said, 1)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        self.hide()

    def carry_out(self, wish: Mending) -> None:
        """Do it, and say what came of it."""
        if self._sources.mend is not None:
            self._tell(self._sources.mend(wish), undoable=not isinstance(wish, UndoMend))

    def redo(self) -> None:
        """Begin the break that was missed; say so only when that is not possible."""
        reply = self._sources.redo()
        if reply.code is not Code.DONE:
            self._tell(reply, undoable=False)

    def _tell(self, reply: Reply, *, undoable: bool) -> None:
        done = reply.code is Code.DONE
        self.said.setText(reply.sentence)
        self._announcer.say(reply.sentence)
        self.undo.setVisible(done and undoable)
        self.show()
        if done:
            self.mended.emit()
