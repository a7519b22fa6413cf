"""The senses of this machine, gathered: input, lock, sleep, clock steps."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from deskbreak.adapters.activity.sensed import SensedActivity
from deskbreak.adapters.attention.here import sensed_attention
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.clock_watch import ClockWatch
from deskbreak.adapters.logind import Logind
from deskbreak.core.senses import Sense, SenseReport
from deskbreak.core.settings.values import Settings
from deskbreak.ports import Clock

SETTLE_MS = 80
"""Milliseconds that the first look waits for the senses at most."""

_LOOK_MS = 2


class Senses:
    """Every sense that works here; each calls back when it has something to tell.

    `activity` and `attention` implement the ports of these names.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        clock_changed: Callable[[], None],
        thresholds_s: tuple[int, ...],
        platform: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Begin to sense.

        Args:
            changed: is called when somebody comes, goes, locks or wakes the machine.
            clock_changed: is called at once after a resume or a clock step.
            thresholds_s: the lengths of idleness worth a call, in seconds.
            clock: tells the time in which a calendar is read; the system's unless given.
            platform: the name of Qt's platform; that of the running application unless given.
        """
        self._begun = False
        self._changed = changed
        self._clock_changed = clock_changed
        told = self._tell
        self._watch = ClockWatch(self._tell_clock)
        self._logind = Logind(told)
        name = QGuiApplication.platformName() if platform is None else platform
        self.activity = _activity(told, _lengths(thresholds_s), self._logind, name)
        self.attention = sensed_attention(told, clock or SystemClock(), name)
        # Compositors and buses answer within some milliseconds, and not at once. Without their
        # answers the first look would take whoever is away for present.
        _wait(lambda: self.activity.settled, SETTLE_MS)
        self._begun = True

    @property
    def tells_clock(self) -> bool:
        """Whether a resume or a clock step is told at once."""
        return self._watch.works

    @property
    def settled(self) -> bool:
        """Whether every sense has found out if it works."""
        return self.activity.settled and self.attention.settled

    def reports(self) -> tuple[SenseReport, ...]:
        """Say of each sense which member is in use and why the others are not."""
        told = (*self.activity.reports(), self._sleep(), self._clock())
        return (*told, *self.attention.reports())

    def settle(self, limit_ms: int) -> None:
        """Wait until it is known which senses work, no longer than this."""
        _wait(lambda: self.settled, limit_ms)

    def choose(self, settings: Settings) -> None:
        """Sense by these settings from now on; what stands already changes nothing."""
        schedule = settings.schedule
        self.activity.choose_lengths(_lengths((schedule.lull_s, schedule.away_min * 60)))
        self.attention.choose_calendar(settings.office.calendar)

    def close(self) -> None:
        """Stop sensing."""
        self._watch.close()
        self.activity.close()
        self.attention.close()

    def _tell(self) -> None:
        if self._begun:  # whoever is to be told may still be in the making before
            self._changed()

    def _tell_clock(self) -> None:
        if self._begun:
            self._clock_changed()

    def _sleep(self) -> SenseReport:
        if self._logind.answers:
            return SenseReport(Sense.SLEEP, "logind", works=True, why="tells at once")
        why = "logind is not there" if self._logind.works else "there is no system bus"
        return SenseReport(Sense.SLEEP, "", works=False, why=why)

    def _clock(self) -> SenseReport:
        if self._watch.works:
            return SenseReport(Sense.CLOCK, "the kernel", works=True, why="tells at once")
        why = "not told here, so deskbreak looks once a minute"
        return SenseReport(Sense.CLOCK, "", works=False, why=why)


def _wait(met: Callable[[], bool], limit_ms: int) -> None:
    loop, limit, look = QEventLoop(), QTimer(), QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    look.timeout.connect(lambda: loop.quit() if met() else None)
    if not met():
        limit.start(limit_ms)
        look.start(_LOOK_MS)
        loop.exec()
        look.stop()


def _lengths(wanted_s: tuple[int, ...]) -> tuple[int, ...]:
    """Return the lengths worth a call: stillness of no length would be told at each key."""
    return tuple(max(1, seconds) for seconds in wanted_s)


def _activity(
    changed: Callable[[], None], lengths_s: tuple[int, ...], logind: Logind, platform: str
) -> SensedActivity:
    if sys.platform in {"win32", "darwin"}:
        from deskbreak.adapters.activity.elsewhere import elsewhere_activity  # noqa: PLC0415 - there

        found = elsewhere_activity(changed, lengths_s)
    else:
        from deskbreak.adapters.activity import linux  # noqa: PLC0415 - not elsewhere

        around = linux.Surroundings(platform, os.environ)
        found = linux.linux_activity(changed, lengths_s, logind, around)
    return found
