"""A locked screen, from every source that works here: one that says so is enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from deskbreak.adapters.activity.flood import FloodGate
from deskbreak.adapters.activity.source import Line, LockMember, LockSource, UnavailableError
from deskbreak.adapters.clock_sources import boot_ns
from deskbreak.core.senses import NotUsed, Sense, SenseReport

MOST_CHANGES = 40
"""Locks and unlocks within ten seconds that are no flood."""

_SILENT = "it has not answered yet"
_NOTHING = "nothing here tells of a locked screen"


@dataclass(slots=True, eq=False)
class _Run:
    member: LockMember
    gate: FloodGate
    why: str = _SILENT
    works: bool = False
    source: LockSource | None = None


class LockFamily:
    """Listens to all members at once; without any the screen is never locked."""

    def __init__(
        self,
        members: tuple[LockMember, ...],
        changed: Callable[[], None],
        now_ns: Callable[[], int] = boot_ns,
    ) -> None:
        """Begin to listen; `changed` is called when the screen is locked or unlocked."""
        self._changed = changed
        self._runs: list[_Run] = []
        for member in members:
            run = _Run(member, FloodGate(MOST_CHANGES, now_ns))
            self._runs.append(run)
            line = Line(partial(self._told, run), partial(_works, run), partial(_fails, run), None)
            try:
                run.source = member.begin(line)
            except UnavailableError as error:
                run.why = str(error)

    @property
    def settled(self) -> bool:
        """Whether every member has said if it works."""
        return all(run.works or run.why != _SILENT for run in self._runs)

    def locked(self) -> bool:
        """Return whether any source says locked."""
        return any(run.source is not None and run.source.locked() for run in self._runs)

    def report(self) -> SenseReport:
        """Return which members work, and why the others do not."""
        works = [run.member for run in self._runs if run.works]
        others = tuple(NotUsed(run.member.name, run.why) for run in self._runs if not run.works)
        if not works:
            return SenseReport(Sense.LOCK, "", works=False, why=_NOTHING, others=others)
        names = ", ".join(member.name for member in works)
        return SenseReport(Sense.LOCK, names, works=True, why=works[0].how, others=others)

    def close(self) -> None:
        """Stop listening."""
        for run in self._runs:
            if run.source is not None:
                run.source.close()
                run.source = None

    def _told(self, run: _Run) -> None:
        if run.source is None:
            return
        if run.gate.floods():
            run.source.close()
            run.source, run.works, run.why = None, False, "it floods"
        self._changed()


def _works(run: _Run) -> None:
    run.works = True


def _fails(run: _Run, why: str) -> None:
    run.works, run.why = False, why
