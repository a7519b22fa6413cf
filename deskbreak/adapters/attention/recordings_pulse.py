"""Who records sound through PulseAudio or PipeWire, as `pactl` tells.

One `pactl subscribe` stands open while somebody attends; when it tells that a recording began or
ended, another is asked for the list, never more often than once in two seconds.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

_GAP_MS = 2000
_SOON_MS = 50
_MOST_BYTES = 4_000_000
_NAMES = ("application.name", "application.process.binary", "node.name", "media.name")


class PulseRecordings(QObject):
    """Knows who records while it watches; `programs` is None while that is not known."""

    def __init__(self, changed: Callable[[], None], parent: QObject | None = None) -> None:
        """Find out whether there is a sound server to ask; ask nobody yet."""
        super().__init__(parent)
        self._changed = changed
        self.programs: frozenset[str] | None = None
        self.why = ""
        self._on = self._wanted = False
        self._listener: QProcess | None = None
        self._lister: QProcess | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._list)

    @property
    def busy(self) -> bool:
        """Whether a list is on its way."""
        return self._lister is not None or self._next.isActive()

    def watch(self, *, on: bool) -> None:
        """Begin to listen, or stop and forget."""
        if on == self._on:
            return
        self._on = on
        if not on:
            self._stop()
            return
        self.why = _why_not()
        if self.why:
            return
        self._listener = self._process("subscribe")
        self._listener.readyReadStandardOutput.connect(self._heard)
        self._listener.start()
        self._next.start(0)

    def close(self) -> None:
        """End the programs that were started."""
        self._on = False
        self._stop()

    def _stop(self) -> None:
        self._next.stop()
        for process in (self._listener, self._lister):
            if process is not None:
                process.blockSignals(True)  # noqa: FBT003 - Qt's signature
                process.kill()
                process.waitForFinished(100)
                process.deleteLater()
        self._listener = self._lister = None
        self.programs, self._wanted = None, False

    def _process(self, *words: str) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C.UTF-8")  # pactl translates the words of its events
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.setProgram("pactl")
        process.setArguments(["--format=json", *words])
        return process

    def _heard(self) -> None:
        if self._listener is None:
            return
        said = bytes(self._listener.readAllStandardOutput().data())
        if b"source-output" not in said:
            return
        if self._lister is not None:
            self._wanted = True
        elif not self._next.isActive():
            self._next.start(_SOON_MS)

    def _list(self) -> None:
        self._wanted = False
        self._lister = self._process("list")
        self._lister.finished.connect(self._listed)
        self._lister.errorOccurred.connect(self._failed)
        self._lister.start()

    def _failed(self) -> None:
        self._retire()
        self._tell(None, "pactl cannot be run")

    def _listed(self, code: int) -> None:
        if self._lister is None:
            return
        said = bytes(self._lister.readAllStandardOutput().data())
        self._retire()
        found = recorders(said) if not code and len(said) <= _MOST_BYTES else None
        self._tell(found, "" if found is not None else "pactl gives no list that can be read")
        if self._wanted:
            self._next.start(_GAP_MS)

    def _retire(self) -> None:
        if self._lister is not None:
            self._lister.deleteLater()
            self._lister = None

    def _tell(self, found: frozenset[str] | None, why: str) -> None:
        self.why = why
        if found != self.programs:
            self.programs = found
            self._changed()


def _why_not() -> str:
    """Return why pactl is not asked, "" when it is; where no server runs it would start one."""
    if shutil.which("pactl") is None:
        return "pactl is not installed"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")
    place = os.environ.get("PULSE_RUNTIME_PATH") or os.path.join(runtime, "pulse")  # noqa: PTH118 - two words
    if os.environ.get("PULSE_SERVER") or os.path.exists(os.path.join(place, "native")):  # noqa: PTH110, PTH118 - likewise
        return ""
    return "no PulseAudio or PipeWire server runs"


def recorders(said: bytes) -> frozenset[str] | None:
    """Return who records, from `pactl --format=json list`; None when that is no such list.

    What is paused, a level meter, and what only listens to the loudspeakers is no recording.
    """
    try:
        tree: object = json.loads(said)
    except (ValueError, RecursionError):
        return None
    if not isinstance(tree, dict):
        return None
    sources, outputs = tree.get("sources"), tree.get("source_outputs")
    if not isinstance(sources, list) or not isinstance(outputs, list):
        return None
    echoes = {each.get("index") for each in sources if _is_table(each) and _is_echo(each)}
    return frozenset(
        _name(each)
        for each in outputs
        if _is_table(each) and each.get("source") not in echoes and _is_recording(each)
    )


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _is_echo(source: Mapping[str, object]) -> bool:
    """Return whether a source is what comes out of the loudspeakers."""
    return (
        bool(source.get("monitor_source")) or _properties(source).get("device.class") == "monitor"
    )


def _is_recording(output: Mapping[str, object]) -> bool:
    if output.get("corked") is True or output.get("resample_method") == "peaks":
        return False
    return _properties(output).get("media.name") != "Peak detect"


def _properties(of: Mapping[str, object]) -> Mapping[str, object]:
    found = of.get("properties")
    return found if isinstance(found, dict) else {}


def _name(output: Mapping[str, object]) -> str:
    named = _properties(output)
    for key in _NAMES:
        value = named.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()[:80]
    return ""
