"""The program's own log: a small rotating file that opens when there is something to say."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

_MOST_BYTES = 256 * 1024
_KEPT = 2
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class LazyLog(logging.Handler):
    """Makes the rotating file at the first record: most days have none."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a disk that refuses it must not stop the program."""
        try:
            if self._file is None:
                self._file = self._open()
            self._file.emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Close the file, if it was ever opened, and write no more: it would be made anew."""
        logging.getLogger().removeHandler(self)
        if self._file is not None:
            self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - it imports the network

        made = RotatingFileHandler(
            self._path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        made.setFormatter(logging.Formatter(_FORM))
        return made


def write_log(path: Path) -> LazyLog:
    """Send warnings and errors to the file from now on, and return what to close at the end."""
    handler = LazyLog(path)
    logging.getLogger().addHandler(handler)
    logging.raiseExceptions = False
    sys.excepthook = _log_bug
    return handler


def _log_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write down what a slot did not expect; the program goes on, and the terminal hears it too."""
    logging.getLogger("deskbreak").critical("a bug", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
