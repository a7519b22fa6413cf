"""The door to the editors: what is behind it loads when somebody knocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only its name: at rest no editor is loaded.
    from deskbreak.ui.editor.room import EditorRoom


class Studio:
    """Opens the editors of own exercises and routines, and their files."""

    def __init__(self, make: Callable[[], EditorRoom]) -> None:
        """Keep how the room is made; it is made once."""
        self._make = make
        self._room: EditorRoom | None = None

    def edit(self, name: str) -> None:
        """Open the editor of an exercise or routine by its id; "" opens the list of own ones."""
        if name:
            self._opened().edit(name)
        else:
            self._opened().own()

    def copy(self, name: str) -> None:
        """Open the editor on a copy of an exercise."""
        self._opened().copy(name)

    def bring_in(self) -> None:
        """Ask for a shared file, and show what it would add."""
        self._opened().bring_in()

    def share(self, name: str) -> None:
        """Ask where to, and write an exercise or a routine into one file."""
        self._opened().share(name)

    def _opened(self) -> EditorRoom:
        if self._room is None:
            self._room = self._make()
        return self._room
