"""Reads a calendar file in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QProcess, QTimer

LIMIT_MS = 40_000
_MOST_BYTES = 4_000_000
_INVALID_FILE, _FAILED = 4, 1


@dataclass(frozen=True, slots=True)
class CalendarSaid:
    """What a calendar says: half-open busy spans in UTC seconds, and days off; or `fault`."""

    busy: tuple[tuple[int, int], ...] = ()
    days_off: tuple[date, ...] = ()
    fault: str = ""


def reading_command() -> tuple[str, ...]:
    """Return what starts this program's own command for reading a calendar."""
    own = (sys.executable,) if hasattr(sys, "frozen") else (sys.executable, "-m", "deskbreak")
    return (*own, "calendar")


class CalendarReader(QObject):
    """Reads one file at a time; a new wish ends the reading before it."""

    def __init__(
        self,
        told: Callable[[CalendarSaid], None],
        *,
        command: tuple[str, ...] | None = None,
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        """Read nothing yet; `told` is called with each result."""
        super().__init__(parent)
        self._told = told
        self._command = command or reading_command()
        self._process: QProcess | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._too_late)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._process is not None

    def read(self, path: str, first: date, days: int) -> None:
        """Read some days of a file from the first on."""
        self.stop()
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        program, *words = self._command
        words += [path, "--from", first.isoformat(), "--days", str(days), "--json"]
        self._limit.start()
        process.start(program, words)

    def stop(self) -> None:
        """End a reading that goes on; nothing is told of it."""
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)  # noqa: FBT003 - Qt's signature
            process.kill()
            process.waitForFinished(100)
            process.deleteLater()

    def _too_late(self) -> None:
        self.stop()
        self._told(CalendarSaid(fault="reading it takes too long"))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._done(CalendarSaid(fault="its reader cannot be started"))

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        said = bytes(self._process.readAllStandardOutput().data())
        if status is QProcess.ExitStatus.CrashExit:
            self._done(CalendarSaid(fault="reading it takes too much"))
        elif code:
            known = {_INVALID_FILE: "the file is no calendar", _FAILED: "it cannot be read here"}
            self._done(CalendarSaid(fault=known.get(code, "its reader failed")))
        else:
            self._done(calendar_said(said))

    def _done(self, said: CalendarSaid) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._told(said)


def calendar_said(raw: bytes) -> CalendarSaid:
    """Return what the reader printed; something else than agreed is a fault."""
    try:
        tree = json.loads(raw[:_MOST_BYTES])
        busy = tuple((int(start), int(end)) for start, end in tree["busy"])
        days = tuple(date.fromisoformat(day) for day in tree["days_off"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return CalendarSaid(fault="its reader cannot be understood")
    return CalendarSaid(busy, days)
