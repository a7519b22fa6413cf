"""What the command line's line carries back, whichever kind of line it is."""

from __future__ import annotations

import logging
from collections.abc import Callable

from deskbreak.adapters.wire import read_request, refusal, write_response
from deskbreak.core import exit_code
from deskbreak.core.protocol import Request, Response
from deskbreak.core.protocol_args import ProtocolError

MOST_CONNECTIONS = 16
PATIENCE_MS = 5000
"""How long a peer may take to ask, and to take its answer."""

Handle = Callable[[Request], Response]

_log = logging.getLogger(__name__)


def answer_line(handle: Handle, line: bytes) -> bytes:
    """Return the answer to one line; a defect becomes an answer as well."""
    try:
        response = handle(read_request(line))
    except ProtocolError as error:
        return refusal(error)
    except Exception:  # noqa: BLE001 - whatever a command does, the caller gets an answer
        _log.exception("a command failed")
        return write_response(Response(exit_code.FAILED, "That failed; the log says more."))
    return write_response(response)
