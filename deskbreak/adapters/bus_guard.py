"""Keeps a bus that never answers from hanging the program at its start.

Qt connects to the session bus by itself, and to the system bus when logind is listened to, and
waits without a limit. So each is asked first, within a tenth of a second; one that stays silent
is left out for this run of the program.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
from urllib.parse import unquote

_SESSION, _SYSTEM = "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"
_USUAL_SYSTEM = "unix:path=/run/dbus/system_bus_socket"
_NO_BUS = "unix:path=/nonexistent"
_LIMIT_S = 0.1

log = logging.getLogger(__name__)


def guard_session_bus() -> bool:
    """Take a silent session bus out of the environment; call it before QApplication is made.

    Returns:
        False when the bus was taken out. A healthy bus answers in less than a millisecond.
    """
    return _guard(_SESSION, "", "session")


def guard_system_bus() -> bool:
    """Take a silent system bus out likewise; call it before anything listens to logind."""
    return _guard(_SYSTEM, _USUAL_SYSTEM, "system")


def _guard(variable: str, usual: str, what: str) -> bool:
    name = _socket_name(os.environ.get(variable, "") or usual)
    if name is None or _answers(name):
        return True
    log.warning("The %s bus does not answer; going on without it.", what)
    os.environ[variable] = _NO_BUS
    return False


def _socket_name(address: str) -> str | None:
    """Return the first Unix socket of a bus address, None when there is none to ask."""
    for part in address.split(";"):
        transport, _, rest = part.partition(":")
        values = dict(pair.partition("=")[::2] for pair in rest.split(","))
        if transport == "unix" and "path" in values:
            return unquote(values["path"])
        if transport == "unix" and "abstract" in values:
            return "\0" + unquote(values["abstract"])
    return None


def _answers(name: str) -> bool:
    """Return False only for a bus that takes the connection and then says nothing."""
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as asked:
            asked.settimeout(_LIMIT_S)
            try:
                asked.connect(name)
                asked.sendall(b"\0AUTH EXTERNAL " + str(os.geteuid()).encode().hex().encode())
                asked.sendall(b"\r\n")
                asked.recv(64)
            except (TimeoutError, BlockingIOError):
                return False
            except (OSError, ValueError):
                return True  # absent or gone: Qt finds that out at once by itself
    return True
