"""The bytes of the socket: one line of JSON each way, bounded, versioned, trusted in nothing."""

from __future__ import annotations

import json

from deskbreak.core import exit_code
from deskbreak.core.entry import Scalar
from deskbreak.core.protocol import VERSION, Request, Response
from deskbreak.core.protocol_args import ProtocolError

MOST_BYTES_IN = 1 << 15
"""Room for the longest note, with every letter written as two escapes of six bytes."""

_SCALARS = (str, int, bool, type(None))


def _args(found: object) -> dict[str, Scalar]:
    if not isinstance(found, dict):
        raise ProtocolError('"args" must be an object.')
    args: dict[str, Scalar] = {}
    for name, value in found.items():
        if not isinstance(value, _SCALARS):
            raise ProtocolError('The values of "args" must be texts, whole numbers or booleans.')
        args[str(name)] = value
    return args


def read_request(line: bytes) -> Request:
    """Return the request of one line.

    Raises:
        ProtocolError: the line is too long, no JSON, of another version or of another form.
    """
    if len(line) > MOST_BYTES_IN:
        raise ProtocolError(f"A request has at most {MOST_BYTES_IN} bytes.")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("A request is one line of JSON.") from error
    if not isinstance(found, dict) or not isinstance(found.get("cmd"), str):
        raise ProtocolError('A request looks like {"v": 1, "cmd": "status", "args": {}}.')
    if found.get("v") != VERSION:
        raise ProtocolError(f"This deskbreak speaks version {VERSION}; update the other side.")
    return Request(found["cmd"], _args(found.get("args", {})))


def write_response(response: Response) -> bytes:
    """Return the line of an answer; plain ASCII, so that no locale can spoil it."""
    body = {"v": VERSION, "code": response.code, "text": response.text, "data": response.data}
    return json.dumps(body, separators=(",", ":")).encode("ascii") + b"\n"


def refusal(error: ProtocolError) -> bytes:
    """Return the answer to a request that means nothing."""
    return write_response(Response(exit_code.USAGE, str(error)))
