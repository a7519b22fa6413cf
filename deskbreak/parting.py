"""How the program ends: it only ends, or what it keeps about the person is deleted afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from deskbreak.adapters.forgetting import belongings, delete
from deskbreak.adapters.paths import Paths
from deskbreak.core.exit_code import DONE, FAILED
from deskbreak.core.leaving import Forget, Leaving
from deskbreak.core.words import Words


class Parting:
    """Ends the event loop, and remembers what is to be done when everything is closed."""

    def __init__(self, app: QApplication, tr: Words) -> None:
        """Keep the application; nothing is to be deleted yet."""
        self._app, self._tr = app, tr
        self._wish: Forget | None = None
        self._failed: tuple[tuple[Path, str], ...] = ()
        self._links: tuple[Path, ...] = ()

    def leave(self, wish: Leaving) -> None:
        """End the event loop; what is to be deleted stays so, whatever is asked meanwhile."""
        if isinstance(wish, Forget):
            self._wish = wish
        self._app.quit()

    def carry_out(self, paths: Paths) -> int:
        """Delete what was asked for and return the exit code; by now nothing may write any more."""
        if self._wish is None:
            return DONE
        found = belongings(paths, settings=self._wish.settings)
        self._failed, self._links = delete(paths, found.files), found.links
        return FAILED if self._failed else DONE

    def tell(self) -> None:
        """Say what could not be deleted and wait until it was read; return at once for nothing."""
        if not (self._failed or self._links):
            return
        from deskbreak.ui.left_behind import left_behind  # noqa: PLC0415 - hardly ever

        failed = [(str(path), why) for path, why in self._failed]
        box = left_behind(failed, [str(path) for path in self._links], self._tr, self._app.quit)
        self._app.exec()
        box.close()
