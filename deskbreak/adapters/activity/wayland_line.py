"""A connection of our own to a Wayland compositor, because Qt offers no protocol but its own.

It holds no surface, and is as silent as what was asked for.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.flood import FloodGate
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.clock_sources import boot_ns

_CHUNK = 65536
_MOST_MESSAGES = 5000  # in ten seconds; a desktop with many screens sends some hundreds at once


class WaylandLine(QObject):
    """Sends requests and hands on what comes, on the GUI thread, without ever waiting."""

    def __init__(
        self,
        path: str,
        heard: Callable[[wire.Message], None],
        failed: Callable[[str], None],
        parent: QObject | None = None,
        most: int = _MOST_MESSAGES,
    ) -> None:
        """Connect.

        Args:
            path: the compositor's socket.
            heard: is called with each message; it may raise `wire.NonsenseError`.
            failed: is called once, with one clause, when the line is of no more use and closed.
            parent: the owner.
            most: more messages than this in ten seconds are a flood.

        Raises:
            UnavailableError: there is no compositor at that socket.
        """
        super().__init__(parent)
        self._heard, self._failed = heard, failed
        self._gate = FloodGate(most, boot_ns)
        self._buffer = bytearray()
        self._socket: socket.socket | None = _connected(path)
        self._reader = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._readable)

    def send(self, *requests: bytes) -> bool:
        """Send a few short requests; a compositor that does not even take these is no use."""
        data = b"".join(requests)
        with suppress(OSError):
            if self._socket is not None and self._socket.send(data) == len(data):
                return True
        self._fail("the compositor does not listen")
        return False

    def lend(self, request: bytes, file: int) -> bool:
        """Send a request that lends the compositor an open file."""
        if sys.platform != "win32":
            with suppress(OSError):
                if self._socket is not None:
                    sent = socket.send_fds(self._socket, [request], [file])
                    if sent == len(request):
                        return True
        self._fail("the compositor does not listen")
        return False

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._socket.close()
            self._socket = None
        # Who owns this line must not live by it alone: it would die within its child's death.
        self._heard = self._failed = _nobody

    def _fail(self, why: str) -> None:
        failed = self._failed
        self.close()
        failed(why)

    def _readable(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._fail("the compositor hung up")
            return
        self._buffer += data
        try:
            self._take_all()
        except wire.NonsenseError as error:
            self._fail(f"the compositor speaks nonsense: {error}")

    def _take_all(self) -> None:
        while self._socket is not None and (said := wire.take(self._buffer)) is not None:
            if self._gate.floods():
                self._fail("it floods")
                return
            self._heard(said)


def _nobody(_said: object) -> None:
    """Hear nothing any more."""


def _connected(path: str) -> socket.socket:
    if sys.platform != "win32":
        made = socket.socket(socket.AF_UNIX)
        try:
            made.settimeout(0)
            made.connect(path)
        except (OSError, ValueError) as error:
            made.close()
            raise UnavailableError("no compositor answers at its socket") from error
        return made
    raise UnavailableError("there is no Wayland on Windows")
