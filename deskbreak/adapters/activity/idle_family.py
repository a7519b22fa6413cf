"""Idle time from the best source that works here; another takes over when one fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.activity.flood import FloodGate
from deskbreak.adapters.activity.source import IdleMember, IdleSource, Line, UnavailableError
from deskbreak.adapters.clock_sources import boot_ns
from deskbreak.core.senses import NotUsed, Sense, SenseReport

_log = logging.getLogger(__name__)

LIMIT_MS = 3000
"""Milliseconds within which a source must say that it works."""

MOST_CHANGES = 60
"""Changes within ten seconds that a person can make; more are a flood."""

_SECOND = 1_000_000_000
_UNTRIED = "not needed"
_NOTHING = "nothing here tells, so a break comes at its latest time, not at a lull"


@dataclass(slots=True, eq=False)
class _Run:
    """A member that was begun."""

    index: int
    gate: FloodGate
    source: IdleSource | None = None
    at_once: bool = False
    over: bool = False


class IdleFamily(QObject):
    """Tries the members in their order; the null member, which knows nothing, is the last.

    While one is tried, the one before stays in use. When the one in use fails, those after it
    are tried, and the last known input stands until one of them works.
    """

    def __init__(
        self,
        members: tuple[IdleMember, ...],
        changed: Callable[[], None],
        *,
        now_ns: Callable[[], int] = boot_ns,
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        """Begin to sense; `changed` is called at stillness, at a return, and after a switch."""
        super().__init__(parent)
        self._members = members
        self._changed = changed
        self._now_ns = now_ns
        self._whys: dict[int, str] = {}
        self._losses: set[tuple[str, str]] = set()
        self._used: _Run | None = None
        self._trial: _Run | None = None
        self._closely = False
        self._last_ns: int | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._too_late)
        # A switch can happen in the middle of a look, so it is told right after.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(changed)
        self._try_next()
        self._soon.stop()  # whoever made the family has not looked yet

    @property
    def settled(self) -> bool:
        """Whether no member is being tried any more."""
        return self._trial is None

    def idle_s(self) -> int | None:
        """Return the seconds since the last input that is known; None when none can be told."""
        used = self._used
        if used is None or used.source is None:
            known = None if self._trial is None else self._last_ns
            return None if known is None else max(0, self._now_ns() - known) // _SECOND
        idle = used.source.idle_s()
        if used.over:
            return self.idle_s()
        if idle is None:
            return None
        now = self._now_ns()
        if not 0 <= idle <= now // _SECOND:  # longer than the machine runs
            self._failed(used, "it told an impossible idle time")
            return self.idle_s()
        self._last_ns = now - idle * _SECOND
        return idle

    def listen(self, *, closely: bool) -> None:
        """Say whether a short lull matters now."""
        self._closely = closely
        if self._used is not None and self._used.source is not None:
            self._used.source.listen(closely=closely)

    def again(self, name: str) -> None:
        """Try a member once more: what it needs has appeared."""
        for index, member in enumerate(self._members):
            if member.name == name:
                self._whys.pop(index, None)
        if self._trial is None:
            self._try_next()

    def begin_anew(self, members: tuple[IdleMember, ...]) -> None:
        """Begin with other members; the last input that is known stands meanwhile."""
        self.close()
        self._members = members
        self._whys.clear()
        self._try_next()

    def report(self) -> SenseReport:
        """Return which member is in use, and why the others are not."""
        used = None if self._used is None else self._used.index
        others = tuple(
            NotUsed(member.name, self._whys.get(index, _UNTRIED))
            for index, member in enumerate(self._members)
            if index != used
        )
        if used is None:
            return SenseReport(Sense.IDLE, "", works=False, why=_NOTHING, others=others)
        member = self._members[used]
        return SenseReport(Sense.IDLE, member.name, works=True, why=member.how, others=others)

    def close(self) -> None:
        """Stop sensing."""
        self._limit.stop()
        self._soon.stop()
        for run in (self._trial, self._used):
            if run is not None:
                _end(run)
        self._trial = self._used = None

    def _try_next(self) -> None:
        """Begin with the first member that was not tried yet and is better than the one in use."""
        while (index := self._next()) is not None:
            self._begin(index)

    def _next(self) -> int | None:
        if self._trial is not None:
            return None
        end = len(self._members) if self._used is None else self._used.index
        return next((index for index in range(end) if index not in self._whys), None)

    def _begin(self, index: int) -> None:
        run = _Run(index, FloodGate(MOST_CHANGES, self._now_ns))
        self._trial = run
        line = Line(
            partial(self._told, run),
            partial(self._works, run),
            partial(self._refused, run),
            self._last_ns,
        )
        try:
            source = self._members[index].begin(line)
        except UnavailableError as error:
            run.over, self._trial = True, None
            self._whys[index] = str(error)
            return
        run.source = source
        if run.over:
            source.close()
        elif run.at_once:
            self._works(run)
        else:
            self._limit.start()

    def _works(self, run: _Run) -> None:
        if run.source is None:
            run.at_once = True
        elif run is self._trial:
            self._limit.stop()
            before, self._used, self._trial = self._used, run, None
            if before is not None:
                _end(before)
            run.source.listen(closely=self._closely)
            self._soon.start(0)

    def _told(self, run: _Run) -> None:
        if run.over:
            return
        if run.gate.floods():
            self._failed(run, "it floods")
        elif run is self._used:
            self._changed()

    def _refused(self, run: _Run, why: str) -> None:
        if not run.over:
            self._failed(run, why)

    def _too_late(self) -> None:
        if self._trial is not None:
            self._failed(self._trial, "it does not answer")

    def _failed(self, run: _Run, why: str) -> None:
        _end(run)
        self._whys[run.index] = why
        if run is self._used:
            self._tell_loss(self._members[run.index].name, why)
            self._used = None
            self._soon.start(0)
        if run is self._trial:
            self._trial = None
            self._limit.stop()
        if self._trial is None:
            self._try_next()

    def _tell_loss(self, name: str, why: str) -> None:
        """Write a loss to the log, each kind of it once: a service may come and go all day."""
        if (name, why) not in self._losses:
            self._losses.add((name, why))
            _log.warning("Idle time is not known from %s any more: %s.", name, why)


def _end(run: _Run) -> None:
    run.over = True
    if run.source is not None:
        run.source.close()
