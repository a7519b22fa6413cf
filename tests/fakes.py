"""Recording fakes of every port, and a hand-moved clock: what engine tests are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo

from deskbreak.core.command import Window
from deskbreak.core.entry import Break, Happening, LeftBreak, OpenBreak, Reason, StepDone
from deskbreak.core.journal import close_left
from deskbreak.core.offer_view import OfferView
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import Problem, Settings
from deskbreak.core.status import Status
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Hold
from deskbreak.ports import JournalUnavailableError, SettingsRefusedError

MONDAY_9 = int(datetime(2026, 11, 23, 9, 0, tzinfo=UTC).timestamp())


@dataclass
class HandClock:
    """A clock that stands still until somebody moves it."""

    now: Moment = field(default_factory=lambda: Moment(MONDAY_9, 1000, 1000, "boot-1", UTC, "UTC"))
    part: float = 0.0

    def read(self) -> Moment:
        return self.now

    def elapsed(self) -> float:
        return self.now.boot + self.part

    def real_delay(self, boot: int) -> float:
        return max(0.0, boot - self.elapsed())

    def awake(self, seconds: float) -> None:
        total = self.part + seconds
        self.now, self.part = self.now.shifted(int(total)), total - int(total)

    def asleep(self, seconds: int) -> None:
        self.now = self.now.shifted(0, seconds)

    def travel(self, zone: tzinfo, name: str) -> None:
        self.now = replace(self.now, zone=zone, zone_name=name)


@dataclass
class FakeTicker:
    looks: list[int] = field(default_factory=list)
    stopped: bool = False

    def look_at(self, boot: int) -> None:
        self.looks.append(boot)

    def stop(self) -> None:
        self.stopped = True


@dataclass
class FakeStage:
    statuses: list[Status] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    offers: list[OfferView] = field(default_factory=list)
    routines: list[Routine] = field(default_factory=list)
    results: list[tuple[SessionResult, str]] = field(default_factory=list)

    def show_status(self, status: Status) -> None:
        self.statuses.append(status)

    def show_offer(self, view: OfferView) -> None:
        self.offers.append(view)
        self.log.append("offer")

    def hide_offer(self) -> None:
        self.log.append("hide")

    def open_session(self, routine: Routine) -> None:
        self.routines.append(routine)
        self.log.append("open")

    def raise_session(self) -> None:
        self.log.append("raise")

    def close_session(self, result: SessionResult, next_break: str) -> None:
        self.results.append((result, next_break))
        self.log.append("end")

    def show(self, window: Window) -> None:
        self.log.append(f"show {window.value}")

    def tell(self, title: str, text: str) -> None:
        self.log.append(f"tell {title}: {text}")


@dataclass
class FakeNotifier:
    log: list[str] = field(default_factory=list)

    def offer(self, view: OfferView) -> None:
        self.log.append(f"offer {view.urgency}")

    def withdraw(self) -> None:
        self.log.append("withdraw")

    def tell(self, title: str, text: str) -> None:
        self.log.append(f"tell {title}: {text}")

    def close(self) -> None:
        self.log.append("close")


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

    def close_break(self, entry: Break) -> None:
        self._try()
        self.opened = None
        self.write(entry)

    def write(self, entry: Break) -> str:
        self._try()
        given = f"id-{len(self.entries)}"
        self.entries.append(replace(entry, id=given))
        return given

    def unwrite(self, entry_id: str) -> None:
        self._try()
        self.entries = [entry for entry in self.entries if entry.id != entry_id]

    def note(self, happening: Happening) -> None:
        self._try()
        self.events.append(happening)

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        self._try()
        return tuple(entry for entry in self.entries if first_day <= entry.day <= last_day)

    def happenings(self, from_utc: int, to_utc: int) -> tuple[Happening, ...]:
        self._try()
        return tuple(event for event in self.events if from_utc <= event.at < to_utc)

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

    def idle_s(self) -> int | None:
        return self.idle

    def locked(self) -> bool:
        return self.is_locked

    def holds(self) -> frozenset[Hold]:
        return self.reasons


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

    def is_on(self) -> bool:
        return self.on

    def switch(self, *, on: bool) -> str:
        if not self.excuse:
            self.on = on
        return self.excuse
