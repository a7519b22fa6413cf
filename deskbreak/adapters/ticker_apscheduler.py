"""Wakes the program up to look at the clock: APScheduler on one Qt timer, jobs on Qt's thread.

Its own `QtScheduler` leaks timers with PySide6, which is why this one is built on
`BaseScheduler`. Import this module late: it is the heaviest part of a start after Qt.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskbreak.adapters.light_imports import light_imports

with light_imports():
    from apscheduler.executors.base import BaseExecutor, run_job
    from apscheduler.job import Job
    from apscheduler.schedulers.base import BaseScheduler
    from apscheduler.triggers.date import DateTrigger

SAFETY_S = 15 * 60
SAFETY_BLIND_S = 60
"""How often to look when the system does not tell of resume and clock steps."""

_JOB = "look"
_STEP_S = 0.5
_LONGEST_TIMER_S = 20 * 86400  # a QTimer counts milliseconds in 31 bits
_Task = tuple[Job, list[datetime]]


class TickerClock(Protocol):
    """What the ticker asks of the clock."""

    def real_delay(self, boot: int) -> float:
        """Return the real seconds from now until a program BOOTTIME second (0 when past)."""
        ...

    def real_wall(self) -> float:
        """Return the real wall clock, seconds since the epoch."""
        ...

    def real_wall_minus_boot(self) -> float:
        """Return real wall time minus real BOOTTIME, in seconds."""
        ...


class _Post(QObject):
    """Carries a call to the event loop of the thread that made this object."""

    posted = Signal()


class _GuiExecutor(BaseExecutor):  # type: ignore[misc]  # APScheduler has no types
    """Runs jobs from the event loop, after the scheduler has finished with them.

    A job may then put itself off, open a window or stop the scheduler.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[_Task] = deque()
        self._post = _Post()
        self._post.posted.connect(self._run_waiting, Qt.ConnectionType.QueuedConnection)

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002 - APScheduler's signature
        """Forget the jobs that have not begun."""
        del wait
        self._waiting.clear()

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        self._waiting.append((job, run_times))
        self._post.posted.emit()

    def _run_waiting(self) -> None:
        while self._waiting:
            job, run_times = self._waiting.popleft()
            events = run_job(job, job._jobstore_alias, run_times, self._logger.name)  # noqa: SLF001 - executors get the alias this way
            self._run_job_success(job.id, events)


class _GuiScheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler has no types
    """A scheduler that sleeps in one Qt timer and follows the wall clock when it is set."""

    def __init__(self, clock: TickerClock, most_s: float) -> None:
        super().__init__(
            executors={"default": _GuiExecutor()},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone=UTC,
        )
        self._clock = clock
        self._most_s = min(most_s, _LONGEST_TIMER_S)
        self._offset = clock.real_wall_minus_boot()
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        # A coarse timer fires up to 5 % early and then again: two wake-ups where one will do.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._post = _Post()
        self._post.posted.connect(self._tick, Qt.ConnectionType.QueuedConnection)
        self._posted = False

    def wakeup(self) -> None:
        """Process jobs soon; many calls make one pass, from any thread."""
        if not self._posted:
            self._posted = True
            self._post.posted.emit()

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002 - APScheduler's signature
        """Stop for good."""
        super().shutdown(wait)
        self._timer.stop()

    def _tick(self) -> None:
        self._posted = False
        self._timer.stop()
        if not self.running:
            return
        self.follow_clock()
        wait_s = self._process_jobs()
        if wait_s is not None:
            self._timer.start(int(min(wait_s, self._most_s) * 1000) + 1)

    def follow_clock(self) -> None:
        """Move what is planned along when somebody set the clock: a wait stays as long.

        Whoever plans calls this first, so that only what was planned before a step is moved.
        """
        offset = self._clock.real_wall_minus_boot()
        moved = offset - self._offset
        if abs(moved) < _STEP_S:
            return
        self._offset = offset
        for job in self.get_jobs():
            job.modify(next_run_time=job.next_run_time + timedelta(seconds=moved))


class ApschedulerTicker:
    """A `ports.Ticker`: one pending look, replaced by each call, and a safety look after it."""

    def __init__(
        self, clock: TickerClock, look: Callable[[], None], safety_s: float = SAFETY_S
    ) -> None:
        """Begin; `look` is called on this thread, never from within a call of this object.

        `safety_s` is in real seconds: `SAFETY_S` where the system tells of resume and clock
        steps, `SAFETY_BLIND_S` where it does not.
        """
        # Each look would otherwise write a line or two at the level INFO.
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        self._clock = clock
        self._look = look
        self._safety_s = safety_s
        self._scheduler = _GuiScheduler(clock, safety_s)
        self._scheduler.start()
        self._plan(safety_s)

    def look_at(self, boot: int) -> None:
        """Look at this program CLOCK_BOOTTIME second at the latest."""
        if self._scheduler.running:
            self._plan(min(self._clock.real_delay(boot), self._safety_s))

    def clock_changed(self) -> None:
        """Look soon: the machine woke up or its clock was set."""
        if self._scheduler.running:
            self._plan(0)

    def stop(self) -> None:
        """Never look again."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _plan(self, delay_s: float) -> None:
        self._scheduler.follow_clock()
        at = datetime.fromtimestamp(self._clock.real_wall() + delay_s, tz=UTC)
        self._scheduler.add_job(
            self._run, DateTrigger(at, timezone=UTC), id=_JOB, replace_existing=True
        )

    def _run(self) -> None:
        self._plan(self._safety_s)  # so that a look that fails is not the last one
        self._look()
