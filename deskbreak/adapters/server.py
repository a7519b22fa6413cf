"""Takes requests from the command line on a socket that only this user can reach."""

from __future__ import annotations

import logging
import os
import socket
import stat
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskbreak.adapters.line_answer import MOST_CONNECTIONS, PATIENCE_MS, Handle, answer_line
from deskbreak.adapters.runtime_folder import socket_address
from deskbreak.adapters.wire import MOST_BYTES_IN

_log = logging.getLogger(__name__)
_LEFT_OVER = 1 << 16


if sys.platform == "linux":

    def peer_is_me(peer: socket.socket) -> bool:
        """Tell whether the other end belongs to this user, by the kernel's word."""
        size = struct.calcsize("3i")
        found = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
        return bool(struct.unpack("3i", found)[1] == os.getuid())

elif sys.platform == "darwin":

    def peer_is_me(peer: socket.socket) -> bool:
        """Tell whether the other end belongs to this user, by the kernel's word."""
        # struct xucred begins with version and uid; SOL_LOCAL is 0 and LOCAL_PEERCRED is 1.
        return bool(struct.unpack_from("Ii", peer.getsockopt(0, 1, 76))[1] == os.getuid())

else:

    def peer_is_me(peer: socket.socket) -> bool:
        """Trust nobody where the system does not say who calls."""
        return peer.fileno() < 0


class CommandLineServer(Protocol):
    """Answers the command line until it is closed."""

    def listen(self) -> None:
        """Begin to listen.

        Raises:
            OSError: it cannot.
        """
        ...

    def close(self) -> None:
        """Stop listening."""
        ...


class CommandServer(QObject):
    """Answers one request on each connection; a slow, silent or rude peer is let go.

    Only the holder of the instance lock may listen, so a socket file found there is stale.
    """

    def __init__(self, path: Path, handle: Handle, parent: QObject | None = None) -> None:
        """Keep what is needed; nothing listens before `listen`.

        `handle` runs on the GUI thread and answers at once.
        """
        super().__init__(parent)
        self._path = path
        self._handle = handle
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._visits: set[_Visit] = set()

    def listen(self) -> None:
        """Begin to listen.

        Raises:
            OSError: the socket cannot be made, or something that is no socket is in its place.
        """
        if not hasattr(socket, "AF_UNIX"):
            raise OSError("this system has no sockets with a place among its files")
        with suppress(FileNotFoundError):
            if not stat.S_ISSOCK(self._path.lstat().st_mode):
                raise FileExistsError(f"{self._path} is in the way and is no socket; remove it")
            self._path.unlink()
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        previous = os.umask(0o177)
        try:
            made.setblocking(False)  # noqa: FBT003 - the socket module's own signature
            with socket_address(str(self._path)) as address:
                made.bind(address)
            made.listen(MOST_CONNECTIONS)
        except OSError:
            made.close()
            raise
        finally:
            os.umask(previous)
        self._socket = made
        self._notifier = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def close(self) -> None:
        """Stop listening and take the socket's file away."""
        for visit in tuple(self._visits):
            visit.end()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            with suppress(OSError):
                self._path.unlink()

    def open_visits(self) -> int:
        """Return how many connections are open."""
        return len(self._visits)

    def _arrived(self) -> None:
        if self._socket is None:
            return
        try:
            peer, _ = self._socket.accept()
        except OSError:
            return  # it left before it was let in, or no file handle is free
        if len(self._visits) >= MOST_CONNECTIONS or not peer_is_me(peer):
            _log.info("a connection was turned away")
            peer.close()
            return
        self._visits.add(_Visit(peer, self._answer, self._visits.discard, self))

    def _answer(self, line: bytes) -> bytes:
        return answer_line(self._handle, line)


def command_server(path: Path, handle: Handle) -> CommandLineServer:
    """Return what listens on this system: a socket at `path`, or this user's pipe on Windows."""
    server: CommandLineServer
    if sys.platform == "win32":
        # QtNetwork is a megabyte that no other system needs.
        from deskbreak.adapters.server_pipe import PipeServer  # noqa: PLC0415
        from deskbreak.adapters.windows_user import pipe_name  # noqa: PLC0415

        server = PipeServer(pipe_name(), handle)
    else:
        server = CommandServer(path, handle)
    return server


class _Visit:
    """One connection: a line is read, its answer written, then it ends.

    No QObject of its own: one that deletes itself inside its own slot ends in a crash.
    """

    def __init__(
        self,
        peer: socket.socket,
        answer: Callable[[bytes], bytes],
        over: Callable[[_Visit], None],
        parent: QObject,
    ) -> None:
        peer.setblocking(False)  # noqa: FBT003 - the socket module's own signature
        self._peer, self._answer, self._over = peer, answer, over
        self._heard, self._to_say = b"", b""
        kinds = QSocketNotifier.Type
        self._reading = QSocketNotifier(peer.fileno(), kinds.Read, parent)
        self._reading.activated.connect(self._readable)
        self._writing = QSocketNotifier(peer.fileno(), kinds.Write, parent)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._writable)
        self._patience = QTimer(parent)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.end)
        self._patience.start(PATIENCE_MS)

    def end(self) -> None:
        """Close the connection, whatever became of it; a second call does nothing."""
        if self._peer.fileno() < 0:
            return
        for notifier in (self._reading, self._writing):
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._patience.stop()
        self._patience.deleteLater()
        with suppress(OSError):
            self._peer.recv(_LEFT_OVER)  # what stays unread would reset the line at close
        self._peer.close()
        self._over(self)

    def _readable(self) -> None:
        try:
            part = self._peer.recv(MOST_BYTES_IN + 1)
        except BlockingIOError:
            return
        except OSError:
            self.end()
            return
        self._heard += part
        line, newline, _ = self._heard.partition(b"\n")
        if not part and not self._heard:
            self.end()  # it only looked whether somebody is at home
        elif newline or not part or len(self._heard) > MOST_BYTES_IN:
            self._reading.setEnabled(False)
            self._to_say = self._answer(line)
            self._writable()

    def _writable(self) -> None:
        try:
            sent = self._peer.send(self._to_say)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.end()
            return
        self._to_say = self._to_say[sent:]
        if self._to_say:
            self._writing.setEnabled(True)
        else:
            self.end()
