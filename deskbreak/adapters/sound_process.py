"""Chimes by a small program of the system: one process for each, never two at a time."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

LIMIT_MS = 4000
"""Milliseconds after which a program that has not ended is taken to hang."""

LINUX = (
    ("pw-play",),
    ("paplay",),
    ("canberra-gtk-play", "-f"),
    ("aplay", "-q"),
)
MACOS = (("afplay",),)
"""Programs that play a file, the best first, with what they are told before its path."""

Command = tuple[str, ...]


def find_commands() -> tuple[Command, ...]:
    """Return the programs that are installed here, with their full paths, the best first."""
    known = MACOS if sys.platform == "darwin" else LINUX
    found = ((shutil.which(name), rest) for name, *rest in known)
    return tuple((path, *rest) for path, rest in found if path is not None)


class ProcessPlayer(QObject):
    """Plays files by the first program that can; one that fails or hangs is not asked again."""

    def __init__(
        self,
        commands: tuple[Command, ...],
        *,
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._process: QProcess | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._too_late)

    @property
    def left(self) -> tuple[Command, ...]:
        """The programs that are still trusted."""
        return self._commands

    @property
    def playing(self) -> bool:
        """Whether a program runs."""
        return self._process is not None

    def play(self, file: Path) -> None:
        """Play a file, unless another one plays or nothing can play it."""
        if self._process is not None or not self._commands:
            return
        program, *rest = self._commands[0]
        process = QProcess(self)
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self._limit.start()
        process.start(program, [*rest, str(file)])

    def close(self) -> None:
        """Stop what plays, and play no more."""
        self._commands = ()
        self._done()
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished(100)

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._done()
        if code or status is not QProcess.ExitStatus.NormalExit:
            self._commands = self._commands[1:]

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._done()
            self._commands = self._commands[1:]

    def _too_late(self) -> None:
        process = self._done()
        self._commands = self._commands[1:]
        if process is not None:
            process.kill()

    def _done(self) -> QProcess | None:
        """Forget the process that runs; it is deleted once it has ended."""
        process, self._process = self._process, None
        self._limit.stop()
        if process is not None:
            process.finished.connect(process.deleteLater)
            if process.state() is QProcess.ProcessState.NotRunning:
                process.deleteLater()
        return process
