"""Fakes of what keeps something: journal, settings, state; and of the senses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

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
from deskbreak.core.record.versions import Change, Version, shown
from deskbreak.core.settings.values import DateSpan, Problem, Settings
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.ports import JournalUnavailableError, SettingsRefusedError

MONDAY_9 = int(datetime(2026, 11, 23, 9, 0, tzinfo=UTC).timestamp())


@dataclass
class FakeJournal:
    """A journal in lists; `broken` makes every call fail as a full disk would."""

    entries: list[Break] = field(default_factory=list)
    events: list[Happening] = field(default_factory=list)
    opened: OpenBreak | None = None
    steps: list[StepDone] = field(default_factory=list)
    progress: list[StepDone] = field(default_factory=list)
    broken: bool = False
    said: tuple[str, ...] = ()
    history: MemoryHistory = field(default_factory=MemoryHistory)

    def _try(self) -> None:
        if self.broken:
            raise JournalUnavailableError("The disk is full.")

    def open_break(self, opened: OpenBreak) -> None:
        self._try()
        self.opened = opened

    def step_done(self, step: StepDone) -> None:
        self._try()
        self.steps.append(step)

    def step_progress(self, step: StepDone) -> None:
        self._try()
        self.progress.append(step)

    def close_break(self, entry: Break) -> str:
        self._try()
        self.opened = None
        return self.write(entry)

    def drop_break(self) -> None:
        self._try()
        self.opened = None

    def rate(self, entry_id: str, energy: int) -> None:
        self._try()
        self.entries = [
            replace(entry, energy=energy) if entry.id == entry_id else entry
            for entry in self.entries
        ]

    def write(self, entry: Break) -> str:
        self._try()
        given = f"id-{len(self.entries)}"
        self.entries.append(replace(entry, id=given))
        return given

    def unwrite(self, entry_id: str) -> None:
        self._try()
        self.entries = [entry for entry in self.entries if entry.id != entry_id]

    def mend(self, mend: Mend) -> Settled:
        self._try()
        for entry in self.entries:
            if not self.history.rows(entry.id):
                self.history.add(Change(Version(entry)))
        settled = settle(with_id(mend), self.history, 0)
        if settled.change is not None:
            self.history.add(settled.change)
        self.entries = [shown(version) for version in self.history.standing()]
        return settled

    def note(self, happening: Happening) -> None:
        self._try()
        self.events.append(happening)

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        self._try()
        return tuple(entry for entry in self.entries if first_day <= entry.day <= last_day)

    def day_sums(self, first_day: str, last_day: str) -> tuple[DaySum, ...]:
        return day_sums(self.breaks(first_day, last_day))

    def day_pasts(self, first_day: str, last_day: str) -> tuple[DayPast, ...]:
        return day_pasts(self.breaks(first_day, last_day))

    def happenings(
        self, from_utc: int, to_utc: int, only: frozenset[What] = ALL
    ) -> tuple[Happening, ...]:
        self._try()
        return tuple(
            event for event in self.events if from_utc <= event.at < to_utc and event.what in only
        )

    def leftover(self) -> LeftBreak | None:
        if self.opened is None:
            return None
        return LeftBreak("left", self.opened, tuple(self.steps), self.opened.started_at)

    def close_leftover(self, reason: Reason) -> Break | None:
        left = self.leftover()
        if left is None:
            return None
        entry = close_left(left, reason)
        self.close_break(entry)
        return entry

    def notices(self) -> tuple[str, ...]:
        return self.said

    def close(self) -> None:
        self.said = ("closed",)


@dataclass
class FakeSenses:
    """Activity and attention in one."""

    idle: int | None = 0
    is_locked: bool = False
    reasons: frozenset[Hold] = frozenset()
    named: frozenset[Cause] = frozenset()
    watched: bool = False
    free: tuple[DateSpan, ...] = ()
    closely: bool = False

    def idle_s(self) -> int | None:
        return self.idle

    def locked(self) -> bool:
        return self.is_locked

    def causes(self) -> frozenset[Cause]:
        return self.named | {Cause(hold) for hold in self.reasons}

    def days_off(self) -> tuple[DateSpan, ...]:
        return self.free

    def watch(self, *, on: bool) -> None:
        self.watched = on

    def listen(self, *, closely: bool) -> None:
        self.closely = closely


@dataclass
class FakeStore:
    settings: Settings = field(default_factory=Settings)
    problems: tuple[Problem, ...] = ()
    asked: list[tuple[str, object]] = field(default_factory=list)
    refuses: tuple[Problem, ...] = ()
    gives: Settings | None = None

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        return self.settings, self.problems

    def change(self, changes: Iterable[tuple[str, object]]) -> Settings:
        if self.refuses:
            raise SettingsRefusedError(self.refuses)
        self.asked.extend(changes)
        return self.gives or self.settings


@dataclass
class FakeState:
    text: str | None = None
    saves: int = 0

    def load(self) -> str | None:
        return self.text

    def save(self, text: str) -> None:
        self.text = text
        self.saves += 1


@dataclass
class FakeAwake:
    held: bool = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


@dataclass
class FakeAutostart:
    on: bool = False
    excuse: str = ""
    said: str = ""

    def note(self) -> str:
        return self.said

    def is_on(self) -> bool:
        return self.on

    def switch(self, *, on: bool) -> str:
        if not self.excuse:
            self.on = on
        return self.excuse
