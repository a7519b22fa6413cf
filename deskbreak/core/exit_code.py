"""The exit codes of the command line; the socket's answers carry the same numbers."""

from __future__ import annotations

DONE = 0
FAILED = 1
USAGE = 2
NOT_RUNNING = 3
INVALID_FILE = 4
REFUSED = 5
