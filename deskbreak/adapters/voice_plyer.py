"""Spoken cues by plyer, in a daemon thread with a time limit: it blocks until all is said."""

from __future__ import annotations

import shutil
import sys
import threading
import warnings
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtCore import Qt as Core

LIMIT_MS = 20_000
"""Milliseconds after which a voice that has not come back is not asked again."""

_SPEAKERS = {"win32": ("espeak.exe",), "darwin": ("say", "espeak")}
_ELSEWHERE = ("espeak", "flite")


def find_speaker() -> str:
    """Return the program that plyer would speak by, "" when there is none."""
    names = _SPEAKERS.get(sys.platform, _ELSEWHERE)
    return next((name for name in names if shutil.which(name)), "")


class PlyerVoice(QObject):
    """Speaks one sentence at a time; late ones are dropped, so that it never runs behind."""

    _returned = Signal(bool)
    busy: bool
    """Whether something is being said."""
    works: bool
    """Whether it is still trusted to speak."""

    def __init__(self, *, limit_ms: int = LIMIT_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy, self.works = False, True
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._give_up)
        self._returned.connect(self._back, Core.ConnectionType.QueuedConnection)

    def say(self, words: str) -> None:
        """Speak, unless something is being said or the voice failed before."""
        if self.busy or not self.works:
            return
        self.busy = True
        self._limit.start()
        threading.Thread(target=partial(self._work, words), name="voice", daemon=True).start()

    def close(self) -> None:
        """Speak no more; the thread is a daemon and holds up no exit."""
        self._give_up()

    def _work(self, words: str) -> None:
        fine = speak(words)
        try:
            self._returned.emit(fine)
        except RuntimeError:
            return  # the program ended while it spoke

    def _back(self, fine: bool) -> None:  # noqa: FBT001 - the signal's argument
        self._limit.stop()
        self.busy = False
        self.works = self.works and fine

    def _give_up(self) -> None:
        self._limit.stop()
        self.works = False


def speak(words: str) -> bool:
    """Speak in this thread; return whether plyer raised nothing. Blocks until all is said."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from plyer import tts  # noqa: PLC0415 - costs 4 MB, and few want it

            tts.speak(message=f" {words}")  # a leading "-" would be taken for an option
    except Exception:  # noqa: BLE001 - plyer's back ends raise what they like; all mean "not said"
        return False
    return True
