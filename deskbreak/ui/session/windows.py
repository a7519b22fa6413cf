"""The windows of a running session: the large one, or the small discreet one in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from deskbreak.core.session_view import SessionResult, SessionView
from deskbreak.core.words import Words
from deskbreak.ports import Send, SessionDriver
from deskbreak.ui.session.break_window import BreakWindow
from deskbreak.ui.session.discreet_window import DiscreetWindow
from deskbreak.ui.sources import Sources


class SessionWindows:
    """Shows one session in one window at a time; `tell` says something in a corner window."""

    def __init__(
        self,
        driver: SessionDriver,
        send: Send,
        sources: Sources,
        tr: Words,
        tell: Callable[[str, str], None],
    ) -> None:
        """Make no window yet."""
        self._driver, self._send, self._sources, self._tr = driver, send, sources, tr
        self._tell = tell
        self._large: BreakWindow | None = None
        self._small: DiscreetWindow | None = None
        self._shows_small = False
        self._heeded: SessionView | None = None

    def open(self, *, discreet: bool) -> None:
        """Show a new session, in the small window if that is wanted."""
        self.dismiss()
        if discreet:
            self._to_small()
        else:
            self._to_large(asking=False)

    def bring_forward(self) -> None:
        """Bring the window of the session to the front, because a person asked for it."""
        window = self._small if self._shows_small else self._large
        if window is not None:
            window.bring_forward()

    def end(self, result: SessionResult, next_break: str) -> None:
        """Show how the session ended; one that was put off only says when it comes again."""
        window = self._small if self._shows_small else self._large
        if result.later:
            self.dismiss()
            self._tell(self._tr("Later, then"), next_break)
        elif window is not None:
            window.show_end(result, next_break)

    def dismiss(self) -> None:
        """Close both windows without asking."""
        windows: tuple[BreakWindow | DiscreetWindow | None, ...] = (self._large, self._small)
        for window in windows:
            if window is not None:
                window.dismiss()
                window.deleteLater()
        self._large = self._small = None

    def _heed(self, view: SessionView | None) -> None:
        self._heeded = view
        self._sources.heed(view)

    def _to_large(self, *, asking: bool) -> None:
        if self._large is None:
            self._large = BreakWindow(
                self._driver,
                self._send,
                self._tr,
                self._sources.memory("break"),
                reduced_motion=self._sources.reduced_motion(),
                heed=self._heed,
            )
            self._large.pane.figure.wear(self._sources.dress)
            self._large.smaller.connect(self._to_small)
        self._shows_small = False
        if self._small is not None:
            self._small.hide()
        self._large.open()
        if asking:
            self._large.ask()

    def _to_small(self) -> None:
        if self._small is None:
            self._small = DiscreetWindow(
                self._driver,
                self._send,
                self._tr,
                reduced_motion=self._sources.reduced_motion(),
            )
            self._small.figure.wear(self._sources.dress)
            self._small.larger.connect(partial(self._to_large, asking=False))
            self._small.leaving.connect(partial(self._to_large, asking=True))
        self._shows_small = True
        if self._large is not None:
            self._large.hide()
        if self._heeded is not None:
            # Nothing is heard of the small window, not even that its session is over.
            self._sources.heed(replace(self._heeded, paused=True))
        self._small.open()
