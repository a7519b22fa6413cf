"""Gathers what holds an offer back: each member listens to one part of the desktop.

A member that the system tells of changes calls back; the others are asked again every half
minute, and only while somebody attends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from deskbreak.adapters.attention.calendar import CalendarSense
from deskbreak.core.senses import SenseReport
from deskbreak.core.settings.values import DateSpan
from deskbreak.core.timing.sensed import Cause
from deskbreak.ports import Clock

ASK_MS = 30_000
"""How often those are asked who do not tell by themselves."""


class Member(Protocol):
    """One way to learn of reasons; it never blocks, never raises, and answers safely."""

    def causes(self) -> frozenset[Cause]:
        """Return the reasons that it knows of now."""
        ...

    def watch(self, *, on: bool) -> None:
        """Begin or stop to listen; telling it again changes nothing."""
        ...

    def ask(self) -> None:
        """Look anew, if the system does not tell by itself."""
        ...

    @property
    def settled(self) -> bool:
        """Whether it has found out if it works."""
        ...

    def report(self) -> SenseReport:
        """Say how it fares."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class SensedAttention(QObject):
    """A `ports.Attention` of several members.

    It attends from the beginning, so that the first look already knows what there is; whoever
    has no use for that says so by `watch`.
    """

    def __init__(
        self,
        members: Callable[[Callable[[], None]], Sequence[Member]],
        changed: Callable[[], None],
        clock: Clock,
        *,
        ask_ms: int = ASK_MS,
        parent: QObject | None = None,
    ) -> None:
        """Begin to attend.

        Args:
            members: makes the members; each is to call what it is given when it has news.
            changed: is called soon after news, once for all that comes at the same time.
            clock: tells the program's time, in which a calendar is read.
            ask_ms: real milliseconds between two questions to those who do not tell.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._changed = changed
        self._told: tuple[frozenset[Cause], tuple[DateSpan, ...]] = frozenset(), ()
        self._on = False
        self._soon = _timer(self, 0, self._tell)
        self._soon.setSingleShot(True)
        self._again = _timer(self, ask_ms, self._ask)
        self._again.setTimerType(Qt.TimerType.CoarseTimer)
        self._calendar = CalendarSense(self._soon.start, clock)
        self._members: tuple[Member, ...] = (*members(self._soon.start), self._calendar)
        self.watch(on=True)
        self._told = self.causes(), self.days_off()

    def causes(self) -> frozenset[Cause]:
        """Return the reasons that stand now."""
        return frozenset().union(*(member.causes() for member in self._members))

    def days_off(self) -> tuple[DateSpan, ...]:
        """Return the days without work that the calendar names."""
        return self._calendar.days_off()

    def choose_calendar(self, path: str) -> None:
        """Read this calendar from now on; "" for none."""
        self._calendar.choose(path)

    def watch(self, *, on: bool) -> None:
        """Let everybody listen, or only those whom that costs nothing."""
        if on == self._on:
            return
        self._on = on
        for member in self._members:
            member.watch(on=on)
        if on:
            self._again.start()
        else:
            self._again.stop()
            # What they forgot is news again when they notice it the next time.
            self._told = self.causes(), self.days_off()

    @property
    def settled(self) -> bool:
        """Whether every sense has found out if it works; to be asked while somebody attends."""
        return all(member.settled for member in self._members)

    def reports(self) -> tuple[SenseReport, ...]:
        """Say how each sense fares."""
        return tuple(member.report() for member in self._members)

    def close(self) -> None:
        """Stop everything."""
        self._soon.stop()
        self._again.stop()
        for member in self._members:
            member.close()

    def _ask(self) -> None:
        for member in self._members:
            member.ask()

    def _tell(self) -> None:
        now = self.causes(), self.days_off()
        if now != self._told:
            self._told = now
            self._changed()


def _timer(parent: QObject, interval_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.timeout.connect(then)
    return timer
