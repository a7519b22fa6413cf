"""Takes requests from the command line on a named pipe of this user: the socket's part on Windows.

Qt has it as a local server, which is a pipe on Windows and a socket elsewhere, so the same class is
tested on both.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from deskbreak.adapters.line_answer import MOST_CONNECTIONS, PATIENCE_MS, Handle, answer_line
from deskbreak.adapters.wire import MOST_BYTES_IN

_log = logging.getLogger(__name__)


class PipeServer(QObject):
    """Answers one request on each connection; a slow, silent or rude peer is let go.

    Windows itself keeps other users out: the pipe is this user's and open to nobody else.
    """

    def __init__(self, name: str, handle: Handle, parent: QObject | None = None) -> None:
        """Keep what is needed; nothing listens before `listen`.

        `handle` runs on the GUI thread and answers at once.
        """
        super().__init__(parent)
        self._name, self._handle = name, handle
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_CONNECTIONS)
        self._server.newConnection.connect(self._arrived)
        self._visits: set[_Visit] = set()

    def listen(self) -> None:
        """Begin to listen.

        Raises:
            OSError: the pipe cannot be made.
        """
        if not self._server.listen(self._name):
            raise OSError(self._server.errorString())

    def close(self) -> None:
        """Stop listening and let everybody go."""
        self._server.close()
        for visit in tuple(self._visits):
            visit.end()

    def open_visits(self) -> int:
        """Return how many connections are open."""
        return len(self._visits)

    def _arrived(self) -> None:
        while self._server.hasPendingConnections():
            peer = self._server.nextPendingConnection()
            if len(self._visits) >= MOST_CONNECTIONS:
                _log.info("a connection was turned away")
                peer.abort()
                peer.deleteLater()
                continue
            self._visits.add(_Visit(peer, self._answer, self._visits.discard))

    def _answer(self, line: bytes) -> bytes:
        return answer_line(self._handle, line)


class _Visit:
    """One connection: a line is read, its answer written, then the peer hangs up.

    Not the server: Windows throws away what a peer has not read yet when the other end hangs up.
    """

    def __init__(
        self,
        peer: QLocalSocket,
        answer: Callable[[bytes], bytes],
        over: Callable[[_Visit], None],
    ) -> None:
        self._peer, self._answer, self._over = peer, answer, over
        self._heard = b""
        self._ended = self._answered = False
        peer.setReadBufferSize(MOST_BYTES_IN + 1)
        peer.readyRead.connect(self._readable)
        peer.disconnected.connect(self.end)
        self._patience = QTimer(peer)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.end)
        self._patience.start(PATIENCE_MS)
        self._readable()

    def end(self) -> None:
        """Close the connection, whatever became of it; a second call does nothing."""
        if self._ended:
            return
        self._ended = True
        self._patience.stop()
        self._peer.abort()
        self._peer.deleteLater()
        self._over(self)

    def _readable(self) -> None:
        part = self._peer.readAll().data()
        if self._answered or self._ended:
            return  # one request is answered, and what follows it is thrown away
        self._heard += part
        line, newline, _ = self._heard.partition(b"\n")
        if newline or len(self._heard) > MOST_BYTES_IN:
            self._answered = True
            self._patience.start(PATIENCE_MS)
            self._peer.write(self._answer(line))
