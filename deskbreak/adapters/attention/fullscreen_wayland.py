"""Whether a window fills the screen, as compositors with wlr-foreign-toplevel-management tell.

Sway, labwc, Wayfire, Hyprland and others offer it; KDE Plasma and GNOME do not.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from deskbreak import APP_ID
from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.attention.told import AT_ONCE, fails, works
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from deskbreak.core.timing.sensed import Cause, Hold

MANAGER = "zwlr_foreign_toplevel_manager_v1"
_MANAGER = wire.FIRST_OWN
_DESTROY = 7  # a request
_TOPLEVEL, _FINISHED = 0, 1  # events
_APP_ID, _STATE, _DONE, _CLOSED = 1, 4, 5, 6  # events of a window
_ACTIVE, _FULL = 2, 3  # states
_VERSION = 2  # the one that tells of full screen
_MOST_WINDOWS = 1000


@dataclass(slots=True)
class _Window:
    """What is known of a window."""

    app: str = ""
    active: bool = False
    full: bool = False


class WaylandFullscreen(QObject):
    """Connects while it watches, so that titles which change wake nobody at other times."""

    def __init__(
        self,
        changed: Callable[[], None],
        path: str,
        others: tuple[NotUsed, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """Listen to nothing yet.

        Args:
            changed: is called when another window fills the screen, or none.
            path: the compositor's socket.
            others: the ways to learn of full screen that are not in use.
            parent: the owner.
        """
        super().__init__(parent)
        self._changed, self._path, self._others = changed, path, others
        self._line: WaylandLine | None = None
        self._offered: wire.Global | None = None
        self._windows: dict[int, _Window] = {}
        self._app: str | None = None
        self._why, self._waits = "nobody attends now", False

    def causes(self) -> frozenset[Cause]:
        """Return the program whose window fills the screen."""
        return frozenset() if self._app is None else frozenset({Cause(Hold.FULLSCREEN, self._app)})

    def watch(self, *, on: bool) -> None:
        """Connect, or hang up and forget."""
        if not on:
            self.close()
        elif self._line is None:
            self._connect()

    def ask(self) -> None:
        """Do nothing: the compositor tells."""

    @property
    def settled(self) -> bool:
        """Whether the compositor has said what it offers."""
        return not self._waits

    def report(self) -> SenseReport:
        """Say whether the compositor tells of windows."""
        if self._why:
            return fails(Sense.FULLSCREEN, self._why, self._others)
        return works(Sense.FULLSCREEN, "wlr-foreign-toplevel", AT_ONCE, self._others)

    def close(self) -> None:
        """Hang up."""
        line, self._line = self._line, None
        if line is not None:
            line.close()
            line.deleteLater()
        self._windows.clear()
        self._offered, self._app, self._waits = None, None, False

    def _connect(self) -> None:
        try:
            self._line = WaylandLine(self._path, self._heard, self._failed, self)
        except UnavailableError as error:
            self._why = str(error)
            return
        self._waits = True
        self._line.send(*wire.greeting())

    def _failed(self, why: str) -> None:
        self._why = why
        before = self._app
        self.close()
        if before is not None:
            self._changed()

    def _heard(self, said: wire.Message) -> None:
        if said.object in self._windows:
            self._heard_window(said)
        elif (said.object, said.opcode) == (wire.REGISTRY, wire.GLOBAL):
            found = wire.read_global(said.body)
            self._offered = found if found.interface == MANAGER else self._offered
        elif said.object == wire.ROUND and self._waits:
            self._bind()
        elif (said.object, said.opcode) == (_MANAGER, _TOPLEVEL):
            if len(self._windows) < _MOST_WINDOWS:
                self._windows[wire.read_number(said.body)] = _Window()
        elif (said.object, said.opcode) in {(wire.DISPLAY, wire.REFUSED), (_MANAGER, _FINISHED)}:
            self._failed("the compositor refuses")

    def _bind(self) -> None:
        offered, self._waits = self._offered, False
        if offered is None or offered.version < _VERSION or self._line is None:
            self._failed("the compositor does not tell programs of windows")
            return
        if self._line.send(wire.bind(offered, _VERSION, _MANAGER)):
            self._why = ""

    def _heard_window(self, said: wire.Message) -> None:
        window = self._windows[said.object]
        if said.opcode == _APP_ID:
            window.app = _text(said.body)
        elif said.opcode == _STATE:
            states = _numbers(said.body)
            window.active, window.full = _ACTIVE in states, _FULL in states
        elif said.opcode == _CLOSED:
            del self._windows[said.object]
            if self._line is not None:
                self._line.send(wire.message(said.object, _DESTROY))
            self._look()
        elif said.opcode == _DONE:
            self._look()

    def _look(self) -> None:
        """Tell when another window fills the screen; behind one of our own it goes on to."""
        windows = self._windows.values()
        ours = any(each.active and each.app == APP_ID for each in windows)
        full = [each.app for each in windows if each.full and each.app != APP_ID]
        active = [each.app for each in windows if each.active and each.full and each.app != APP_ID]
        found = next(iter(active), None)
        if found is None and ours and self._app in full:
            found = self._app
        if found != self._app:
            self._app = found
            self._changed()


def _text(body: bytes) -> str:
    length = wire.read_number(body)
    said = body[4 : 4 + length].rstrip(b"\0").decode("utf-8", "replace")
    return said[:80] if said.isprintable() else ""


def _numbers(body: bytes) -> tuple[int, ...]:
    count = min(wire.read_number(body), len(body) - 4) // 4
    return struct.unpack_from(f"={count}I", body, 4)
