"""The last window of a deletion: what is still there, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from deskbreak.core.words import Words

_NAMED = 5
"""So many files are named; who wants all has `deskbreak forget`."""


def left_behind(
    failed: Iterable[tuple[str, str]], links: Iterable[str], tr: Words, seen: Callable[[], object]
) -> QMessageBox:
    """Show which files stayed; `seen` is called when the person has read it.

    Args:
        failed: the files that could not be deleted, each with the reason.
        links: links that stay, and what they point to stays too.
        tr: the words.
        seen: called once, when the window is closed in whatever way.
    """
    lines = [tr("{path} could not be deleted: {why}.", path=path, why=why) for path, why in failed]
    lines += [tr("{path} is a link; it stays, and what it points to.", path=path) for path in links]
    more = len(lines) - _NAMED
    if more > 0:
        lines = [
            *lines[:_NAMED],
            tr.plural("And {n} more.", "And {n} more.", more),
            tr("“deskbreak forget” names all."),
        ]
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("deskbreak - Delete all my data"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Not everything was deleted. This is still there:"))
    box.setInformativeText("\n\n".join(lines))
    box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.finished.connect(lambda _: seen())
    box.open()
    return box
