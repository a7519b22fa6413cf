"""Meetings and days off of a calendar file (.ics) on this machine.

The file is read when it changes and when the days that were read run out; whoever wants to know
is answered from memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from deskbreak.adapters.attention.calendar_reader import CalendarReader, CalendarSaid
from deskbreak.adapters.attention.told import AT_ONCE, fails, works
from deskbreak.core.senses import Sense, SenseReport
from deskbreak.core.settings.values import DateSpan
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.ports import Clock

_BEFORE, _DAYS, _RENEW = 1, 40, 7  # days: read from the day before on, renewed after a week
_SETTLE_MS = 1000  # a file that is being written is read when it has been left alone for a while
_LONGEST_MS = 24 * 3600 * 1000
_WEEK = timedelta(days=_RENEW)

Stamp = tuple[int, int, int]


class CalendarSense(QObject):
    """Knows whether the calendar shows a meeting now, and which days are off."""

    def __init__(
        self,
        changed: Callable[[], None],
        clock: Clock,
        reader: Callable[[Callable[[CalendarSaid], None]], CalendarReader] = CalendarReader,
        parent: QObject | None = None,
    ) -> None:
        """Know nothing yet; `choose` names the file."""
        super().__init__(parent)
        self._changed, self._clock = changed, clock
        self._path = ""
        self._stamp: Stamp | None = None
        self._first: date | None = None
        self._said = CalendarSaid()
        self._on = False
        self._reader = reader(self._read)
        self._files = QFileSystemWatcher(self)
        self._settle = self._timer(self._look)
        self._settle.setInterval(_SETTLE_MS)
        self._files.fileChanged.connect(self._settle.start)
        self._files.directoryChanged.connect(self._settle.start)
        self._edge = self._timer(self._crossed)

    def choose(self, path: str) -> None:
        """Read this file from now on; "" for none."""
        path = os.path.expanduser(path)  # noqa: PTH111 - "" stays "", which a Path would not
        if path == self._path:
            return
        self._path, self._stamp = path, None
        watched = self._files.files() + self._files.directories()
        if watched:
            self._files.removePaths(watched)
        if path:
            self._files.addPath(os.path.dirname(path))  # noqa: PTH120 - likewise
        else:
            self._reader.stop()
            self._read(CalendarSaid())
        self._look()

    def causes(self) -> frozenset[Cause]:
        """Return the reason, while an event of the calendar goes on."""
        now = self._clock.read().utc
        busy = any(start <= now < end for start, end in self._said.busy)
        return frozenset({Cause(Hold.CALENDAR)}) if busy else frozenset()

    def days_off(self) -> tuple[DateSpan, ...]:
        """Return the days without work."""
        return tuple(DateSpan(day, day) for day in self._said.days_off)

    def watch(self, *, on: bool) -> None:
        """Tell when events begin and end, or no more."""
        self._on = on
        if on:
            self.ask()
        else:
            self._edge.stop()

    def ask(self) -> None:
        """Look whether the file is another one, or the days that were read run out."""
        self._look()
        self._wait_for_edge()

    @property
    def settled(self) -> bool:
        """Whether the file has been read."""
        return not self._reader.busy

    def report(self) -> SenseReport:
        """Say whether there is a calendar that can be read."""
        if not self._path:
            return fails(Sense.CALENDAR, "your settings name none (office.calendar)")
        if self._said.fault:
            return fails(Sense.CALENDAR, f"{self._said.fault}; deskbreak calendar says more")
        return works(Sense.CALENDAR, self._path, AT_ONCE)

    def close(self) -> None:
        """End what was started."""
        self._settle.stop()
        self._edge.stop()
        self._reader.stop()

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _look(self) -> None:
        if not self._path:
            return
        today = self._clock.read().local().date()
        stamp = _stamp(self._path)
        fresh = self._first is not None and self._first <= today < self._first + _WEEK
        if stamp == self._stamp and fresh:
            return
        self._stamp, self._first = stamp, today
        if stamp is None:
            self._reader.stop()
            self._read(CalendarSaid(fault="there is no such file"))
            return
        if self._path not in self._files.files():
            self._files.addPath(self._path)
        self._reader.read(self._path, today - timedelta(days=_BEFORE), _DAYS)

    def _read(self, said: CalendarSaid) -> None:
        if said != self._said:
            self._said = said
            self._changed()
        self._wait_for_edge()

    def _wait_for_edge(self) -> None:
        """Wake up when an event begins or ends; with the clock set or asleep, a look does."""
        now = self._clock.read()
        coming = [at for span in self._said.busy for at in span if at > now.utc]
        if not self._on or not coming:
            self._edge.stop()
            return
        delay = self._clock.real_delay(now.boot + min(coming) - now.utc)
        self._edge.start(min(_LONGEST_MS, round(delay * 1000) + 1))

    def _crossed(self) -> None:
        self._changed()
        self._wait_for_edge()


def _stamp(path: str) -> Stamp | None:
    """Return what tells a file from what it was before, None without one."""
    try:
        found = os.stat(path)  # noqa: PTH116 - twice a minute, and a Path says no more
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
