"""The senses of this machine, gathered: input, lock, sleep, clock steps."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from deskbreak.adapters.activity import SensedActivity
from deskbreak.adapters.activity_x11 import find_idle
from deskbreak.adapters.attention.null import NullAttention
from deskbreak.adapters.clock_watch import ClockWatch
from deskbreak.adapters.logind import Logind


class Senses:
    """Every sense that works here; each calls back when it has something to tell.

    `activity` and `attention` implement the ports of these names.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        clock_changed: Callable[[], None],
        thresholds_s: tuple[int, ...],
    ) -> None:
        """Begin to sense.

        `changed` is called when somebody comes, goes, locks or wakes the machine,
        `clock_changed` at once after a resume or a clock step; `thresholds_s` are the lengths of
        idleness worth a call, in seconds.
        """
        self._watch = ClockWatch(clock_changed)
        self._logind = Logind(changed)
        self._idle = find_idle(
            changed,
            thresholds_s,
            QGuiApplication.platformName(),
            os.environ.get("XDG_SESSION_TYPE", ""),
        )
        idle = () if self._idle is None else (self._idle.idle_s,)
        self.activity = SensedActivity(idle, (self._logind.locked,))
        self.attention = NullAttention()

    @property
    def tells_clock(self) -> bool:
        """Whether a resume or a clock step is told at once."""
        return self._watch.works

    def close(self) -> None:
        """Stop sensing."""
        self._watch.close()
        if self._idle is not None:
            self._idle.close()
