"""A journal that lasts as long as the program: for when no file can be written."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from deskbreak.adapters.journal.history import MemoryHistory, with_id
from deskbreak.core.coach.day_past import DayPast, day_pasts
from deskbreak.core.entry import (
    ALL,
    Break,
    Happening,
    LeftBreak,
    OpenBreak,
    Reason,
    StepDone,
    What,
)
from deskbreak.core.figures.day_sum import DaySum, day_sums
from deskbreak.core.journal import close_left
from deskbreak.core.record.mending import Mend, Settled, settle
from deskbreak.core.record.versions import Change, Version, rated, shown, taken_back


class InMemoryJournal:
    """Answers like the real journal and saves nothing; its notices say so."""

    def __init__(self, *notices: str) -> None:
        self._notices = notices
        self._rows = MemoryHistory()
        self._happenings: list[Happening] = []
        self._open: LeftBreak | None = None

    def open_break(self, opened: OpenBreak) -> None:
        """Note that a break has begun."""
        self._open = LeftBreak(str(uuid4()), opened, (), opened.started_at)

    def step_progress(self, step: StepDone) -> None:
        """Note how far the running exercise is."""
        if self._open is None:
            return
        names = [each.exercise for each in self._open.steps]
        if step.exercise in names:
            steps = tuple(
                step if each.exercise == step.exercise else each for each in self._open.steps
            )
        else:
            steps = (*self._open.steps, step)
        self._open = replace(self._open, steps=steps)

    def step_done(self, step: StepDone) -> None:
        """Note a finished exercise."""
        self.step_progress(step)

    def close_break(self, entry: Break) -> str:
        """Turn the running break into its entry and return its id."""
        known = "" if self._open is None else self._open.id
        self._open = None
        return self.write(replace(entry, id=entry.id or known))

    def drop_break(self) -> None:
        """Forget the running break."""
        self._open = None

    def rate(self, entry_id: str, energy: int) -> None:
        """Say how the energy was after a break."""
        for version in self._standing(entry_id):
            self._rows.add(rated(version, energy, version.entry.ended_at))

    def write(self, entry: Break) -> str:
        """Keep one entry and return its id."""
        given = replace(entry, id=entry.id or str(uuid4()))
        if not self._rows.rows(given.id):
            self._rows.add(Change(Version(given)))
        return given.id

    def unwrite(self, entry_id: str) -> None:
        """Take an entry back."""
        for version in self._standing(entry_id):
            self._rows.add(taken_back(version, version.entry.ended_at))

    def mend(self, mend: Mend) -> Settled:
        """Carry out what a person wishes."""
        settled = settle(with_id(mend), self._rows, self._latest())
        if settled.change is not None:
            self._rows.add(settled.change)
        return settled

    def note(self, happening: Happening) -> None:
        """Keep one event."""
        self._happenings.append(replace(happening, id=happening.id or str(uuid4())))

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        """Return the entries of the days, oldest first."""
        every = (shown(version) for version in self._rows.standing())
        found = [each for each in every if first_day <= each.day <= last_day]
        return tuple(sorted(found, key=lambda each: each.ended_at))

    def day_sums(self, first_day: str, last_day: str) -> tuple[DaySum, ...]:
        """Return the sums of the days that have an entry."""
        return day_sums(self.breaks(first_day, last_day))

    def day_pasts(self, first_day: str, last_day: str) -> tuple[DayPast, ...]:
        """Return the days that have an entry, for the plan."""
        return day_pasts(self.breaks(first_day, last_day))

    def happenings(
        self, from_utc: int, to_utc: int, only: frozenset[What] = ALL
    ) -> tuple[Happening, ...]:
        """Return the events of the half-open span, oldest first."""
        found = [
            each for each in self._happenings if from_utc <= each.at < to_utc and each.what in only
        ]
        return tuple(sorted(found, key=lambda each: each.at))

    def leftover(self) -> LeftBreak | None:
        """Return the break that is open; memory keeps none over a crash."""
        return self._open

    def close_leftover(self, reason: Reason) -> Break | None:
        """Close the open break, if there is one."""
        left = self._open
        if left is None:
            return None
        entry = close_left(left, reason)
        self.close_break(entry)
        return entry

    def notices(self) -> tuple[str, ...]:
        """Return why nothing is saved."""
        return self._notices

    def close(self) -> None:
        """There is nothing to close."""

    def _latest(self) -> int:
        """Return the second up to which breaks are written: there is no clock here."""
        return max((each.entry.ended_at for each in self._rows.standing()), default=0)

    def _standing(self, entry_id: str) -> tuple[Version, ...]:
        found = self._rows.standing()
        return tuple(version for version in found if version.entry.id == entry_id)
