"""Recording fakes of every port, and a hand-moved clock: what engine tests are made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo

from deskbreak.core.command import Window
from deskbreak.core.offer_view import OfferView, QuietView
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionResult
from deskbreak.core.status import Status
from deskbreak.core.timing.moment import Moment

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
    tray: bool = True

    def has_tray(self) -> bool:
        return self.tray

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

    def nudge(self, view: QuietView) -> None:
        self.log.append(f"nudge {view.text}")

    def withdraw_nudge(self) -> None:
        self.log.append("withdraw nudge")

    def tell(self, title: str, text: str) -> None:
        self.log.append(f"tell {title}: {text}")

    def close(self) -> None:
        self.log.append("close")
