"""The window "deskbreak - About": version, licences, and what the program will not do."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak import __version__
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.tray.icon import Face, tray_pixmap

_MARK = 64
_WIDTH = 54


class AboutWindow(QDialog):
    """Plain text on one page; nothing here leaves the machine."""

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("deskbreak - About"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        outer.setSpacing(theme.GAP)
        outer.addLayout(_head(tr))
        for title, text in _sections(tr):
            outer.addWidget(_section(title, text))
        outer.addStretch(1)
        buttons = QDialogButtonBox()
        close = QPushButton(tr("Close"))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)
        letter = self.fontMetrics().horizontalAdvance("n")
        self.setMinimumWidth(letter * _WIDTH)


def _head(tr: Words) -> QHBoxLayout:
    mark = QLabel()
    mark.setPixmap(tray_pixmap(Face.WORKING, 16, _MARK))
    mark.setAccessibleName(tr("The mark of deskbreak"))
    names = QVBoxLayout()
    names.setSpacing(theme.GAP_TINY)
    names.addWidget(theme.heading("deskbreak"))
    names.addWidget(theme.muted(tr("Version {version}", version=__version__)))
    names.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(theme.GAP)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(names, 1)
    return row


def _section(title: str, text: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP_TINY)
    column.addWidget(theme.title(title))
    label = theme.body(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(label)
    column.addStretch(1)
    return holder


def _sections(tr: Words) -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("Please know"),
            tr(
                "No physiotherapist has reviewed the exercises and their words yet. They are"
                " general movement, not treatment: stop when something hurts, and ask a"
                " professional when in doubt."
            ),
        ),
        (
            tr("What it will not do"),
            tr(
                "It sends nothing anywhere and opens no network connection. It takes no focus and"
                " no keys before you press Start, never locks you out, and keeps its journal on"
                " this computer alone."
            ),
        ),
        (
            tr("Licence"),
            tr("deskbreak is free software under the MIT licence; it comes without warranty."),
        ),
        (
            tr("Made with"),
            tr(
                "Qt {qt} and PySide6, used under the GNU Lesser General Public License version 3:"
                " you may replace them with versions of your own. Qt is a trademark of The Qt"
                " Company Ltd. Also APScheduler, plyer and tomlkit (MIT), jeepney (MIT),"
                " platformdirs (MIT), msgspec (BSD) and Pillow (MIT-CMU).",
                qt=qVersion(),
            ),
        ),
    )
