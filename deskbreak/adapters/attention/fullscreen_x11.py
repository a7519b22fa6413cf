"""Whether a window fills the screen, as the X11 window manager tells (EWMH), without polling."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskbreak.adapters.attention.programs import program_name
from deskbreak.adapters.attention.told import AT_ONCE, fails, works
from deskbreak.adapters.attention.xcb_windows import GONE, NoDisplayError, XWindows
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from deskbreak.core.timing.sensed import Cause, Hold

_log = logging.getLogger(__name__)
_MEMBER = "X11"


class X11Fullscreen(QObject):
    """Follows the active window while it watches; a window of this very program never counts."""

    def __init__(
        self,
        changed: Callable[[], None],
        display: str | None = None,
        own: int | None = None,
        others: tuple[NotUsed, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """Connect; nothing is listened to yet.

        `own` is the process whose windows do not count, this one unless it is given; `others`
        are the ways to learn of full screen that are not in use.

        Raises:
            NoDisplayError: there is no X server.
        """
        super().__init__(parent)
        self._changed, self._others = changed, others
        self._own = os.getpid() if own is None else own
        self._server = XWindows(display)
        self._active_atom = self._server.atom("_NET_ACTIVE_WINDOW")
        self._state_atom = self._server.atom("_NET_WM_STATE")
        self._full_atom = self._server.atom("_NET_WM_STATE_FULLSCREEN")
        self._supported_atom = self._server.atom("_NET_SUPPORTED")
        self._pid_atom = self._server.atom("_NET_WM_PID")
        self._class_atom = self._server.atom("WM_CLASS")
        self._on = False
        self._window = 0
        self._causes: frozenset[Cause] = frozenset()
        self._notifier = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        # A reply that is awaited can bring events along, and the socket is then silent on them.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)

    def causes(self) -> frozenset[Cause]:
        """Return the program whose window fills the screen."""
        return self._causes

    def watch(self, *, on: bool) -> None:
        """Begin to follow the active window, or stop and forget."""
        if on == self._on or not self._server.alive:
            return
        self._on = on
        self._server.hear(self._server.root, on=on)
        if on:
            self._look()
        else:
            self._follow(0)
            self._causes = frozenset()

    def ask(self) -> None:
        """Do nothing: the server tells."""

    @property
    def settled(self) -> bool:
        """Say that there is nothing to wait for."""
        return True

    def report(self) -> SenseReport:
        """Say whether there is a window manager that tells."""
        if not self._server.alive:
            return fails(Sense.FULLSCREEN, "the X server is gone", self._others)
        told = self._server.numbers_of(self._server.root, self._supported_atom)
        if self._full_atom not in told:
            why = "the window manager does not say what fills the screen"
            return fails(Sense.FULLSCREEN, why, self._others)
        return works(Sense.FULLSCREEN, _MEMBER, AT_ONCE, self._others)

    def close(self) -> None:
        """Hang up."""
        self._notifier.setEnabled(False)
        self._soon.stop()
        self._server.close()
        self._causes = frozenset()

    def _follow(self, window: int) -> None:
        if window != self._window:
            if self._window:
                self._server.hear(self._window, on=False)
            if window:
                self._server.hear(window, on=True)
            self._window = window

    def _look(self) -> None:
        active = self._server.numbers_of(self._server.root, self._active_atom)[:1]
        if any(active) and not self._is_own(active[0]):
            # Behind a window of our own, for example Today, a film goes on filling the screen;
            # while the focus goes from one window to the next, none is active for a moment.
            self._follow(active[0])
        before, self._causes = self._causes, self._seen()
        self._soon.start(0)
        if self._causes != before:
            self._changed()

    def _is_own(self, window: int) -> bool:
        return self._server.numbers_of(window, self._pid_atom)[:1] == (self._own,)

    def _seen(self) -> frozenset[Cause]:
        server, window = self._server, self._window
        if not window or self._full_atom not in server.numbers_of(window, self._state_atom):
            return frozenset()
        pid = server.numbers_of(window, self._pid_atom)[:1]
        return frozenset({Cause(Hold.FULLSCREEN, self._name(pid[0] if pid else 0))})

    def _name(self, pid: int) -> str:
        """Return what the window calls its program, else what its process is called."""
        words = self._server.bytes_of(self._window, self._class_atom).split(b"\0")
        named = [word.decode("utf-8", "replace").strip() for word in words[1::-1]]
        said = next((word for word in named if word and word.isprintable()), "")
        return said[:80] or (program_name(pid, Path("/proc")) if pid else "")

    def _read(self) -> None:
        changes = self._server.changes()
        if not self._server.alive:
            _log.warning("the X server is gone; full screen is not noticed any more")
            self.close()
            return
        if (self._window, GONE) in changes:
            # Some window managers go on naming the last window when it is closed.
            self._window = 0
            changes.append((self._server.root, self._active_atom))
        wanted = {(self._server.root, self._active_atom), (self._window, self._state_atom)}
        if self._on and not wanted.isdisjoint(changes):
            self._look()


def find_x11_fullscreen(
    changed: Callable[[], None], platform_name: str, session: str
) -> X11Fullscreen | str:
    """Return the sense, or one clause that says why it is not here.

    `platform_name` is Qt's, `session` is XDG_SESSION_TYPE: under Wayland the X server knows
    only X11 windows.
    """
    if platform_name != "xcb" or session == "wayland":
        return "no X11 session here"
    try:
        return X11Fullscreen(changed)
    except NoDisplayError as error:
        return str(error)
