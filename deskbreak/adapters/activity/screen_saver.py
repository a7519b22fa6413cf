"""Idle time from a screen saver of the session bus, which has to be asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.activity.bus_names import BusNames, Values, number_in
from deskbreak.adapters.activity.crossings import SECOND
from deskbreak.adapters.activity.polled import next_question_s, passed
from deskbreak.adapters.activity.source import Line
from deskbreak.adapters.bus_link import Place
from deskbreak.adapters.clock_sources import boot_ns

NAME = "org.freedesktop.ScreenSaver"
KDE_NAME = "org.kde.screensaver"
_PATH = "/org/freedesktop/ScreenSaver"
_FRESH_NS = 2 * SECOND


class ScreenSaverIdle(QObject):
    """Asks GetSessionIdleTime. KDE's own answers in milliseconds, others in seconds."""

    def __init__(
        self,
        line: Line,
        lengths_s: tuple[int, ...],
        names: BusNames,
        parent: QObject | None = None,
    ) -> None:
        """Begin; the first answer comes later."""
        super().__init__(parent)
        self._line = line
        self._lengths = lengths_s
        self._names = names
        self._place: Place | None = None
        self._closely = self._waiting = self._works = False
        self._told_s, self._told_at = 0, 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        names.follow(NAME, self)

    def idle_s(self) -> int | None:
        """Return the seconds since the last input, as far as the last answer tells.

        An answer of some time ago that somebody was active says nothing of a lull since.
        """
        if not self._works:
            return None
        age = boot_ns() - self._told_at
        counts = age <= _FRESH_NS or self._told_s >= min(self._lengths)
        return self._told_s + (age // SECOND if counts else 0)

    def listen(self, *, closely: bool) -> None:
        """Say whether a short lull and a return matter now."""
        if closely != self._closely:
            self._closely = closely
            self._plan()

    def close(self) -> None:
        """Ask no more."""
        self._place = None
        self._timer.stop()
        self._names.leave(NAME, self)

    def came(self) -> None:
        """Ask for the first time: the screen saver is there."""
        self._place = self._names.place(NAME, _PATH)
        self._ask()

    def went(self, why: str) -> None:
        """Give up: the screen saver is not there."""
        self._line.failed(why)

    def heard(self, member: str, body: tuple[object, ...]) -> None:
        """Heed no signal; what locks the screen is another sense."""

    def _ask(self) -> None:
        if self._place is not None and not self._waiting:
            self._waiting = True
            self._names.call(self._place, "GetSessionIdleTime", self._answered)

    def _answered(self, values: Values) -> None:
        self._waiting = False
        told = number_in(values)
        if self._place is None:
            return
        if told is None:
            self._line.failed("it does not tell the idle time")
            return
        before = passed(self._told_s, self._lengths)
        in_ms = self._names.owner(KDE_NAME) == self._place.name
        self._told_s, self._told_at = told // 1000 if in_ms else told, boot_ns()
        self._plan()
        if not self._works:
            self._works = True
            self._line.works()
        elif passed(self._told_s, self._lengths) != before:
            self._line.changed()

    def _plan(self) -> None:
        """Ask again when the answer may be another; half a minute after the last at the soonest."""
        if self._works or self._told_at:
            age = (boot_ns() - self._told_at) // SECOND
            wait = next_question_s(self._told_s, self._lengths, closely=self._closely)
            self._timer.start(max(0, wait - age) * 1000)
