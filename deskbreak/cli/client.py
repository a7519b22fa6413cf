"""Asks the running program; imports no more than a socket and JSON need."""

from __future__ import annotations

import json
import os
import socket
import sys

from deskbreak.adapters.runtime_folder import SOCKET_NAME, runtime_folder, socket_address

_VERSION = 1
_CONNECT_S = 2.0
_ANSWER_S = 10.0
_MOST_BYTES = 1 << 25
_PART = 1 << 16
_SILENT = "deskbreak is running but does not answer."


class Answer:
    """What the running program answered: exit code, words for a person, values for a program."""

    __slots__ = ("code", "data", "text")

    def __init__(self, code: int, text: str, data: object) -> None:
        self.code = code
        self.text = text
        self.data = data


def ask(verb: str, args: dict[str, str | int | None] | None = None) -> Answer | None:
    """Send one request and wait for its answer; None when no program is running.

    An answer that makes no sense, or none in time, is an `Answer` with exit code 1.
    """
    # What lets a window come to the front under Wayland is lent to this process, by who started it.
    lent = os.environ.get("XDG_ACTIVATION_TOKEN") if verb in ("show", "start") else None
    sent = {**(args or {}), "activation": lent} if lent else args or {}
    request = json.dumps({"v": _VERSION, "cmd": verb, "args": sent})
    heard = _exchange(request.encode("ascii") + b"\n")
    if heard is None:
        return None
    return _understood(heard) if heard else Answer(1, _SILENT, None)


if sys.platform == "win32":

    def _exchange(request: bytes) -> bytes | None:
        """Send a line and return the answer's, "" for silence; None when no program runs."""
        from deskbreak.cli.client_pipe import ask_pipe  # noqa: PLC0415 - Windows alone has pipes

        return ask_pipe(request, _CONNECT_S, _ANSWER_S)

else:

    def _exchange(request: bytes) -> bytes | None:
        """Send a line and return the answer's, "" for silence; None when no program runs."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_CONNECT_S)
            try:
                with socket_address(f"{runtime_folder()}/{SOCKET_NAME}") as address:
                    line.connect(address)
            except OSError:
                return None
            try:
                line.settimeout(_ANSWER_S)
                line.sendall(request)
                return _heard(line)
            except OSError:
                return b""


def _heard(line: socket.socket) -> bytes:
    """Read until the line ends, with a bound."""
    heard = bytearray()
    while not heard.endswith(b"\n") and len(heard) < _MOST_BYTES:
        part = line.recv(_PART)
        if not part:
            break
        heard += part
    return bytes(heard)


def _understood(heard: bytes) -> Answer:
    try:
        found = json.loads(heard)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("code"), int):
        return Answer(1, "The answer of the running deskbreak makes no sense.", None)
    return Answer(found["code"], str(found.get("text", "")), found.get("data"))
