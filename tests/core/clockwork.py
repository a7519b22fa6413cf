"""A small world to play the schedule in: one set of clocks, one person, one journal.

Its verbs move the world; the schedule is looked at when it asks to be, whenever a sense changes,
and every `extra` seconds besides. Tests compare the journal that comes out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from deskbreak.core import schedule
from deskbreak.core.command import Reply
from deskbreak.core.entry import Outcome, Reason
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import Office, Settings
from deskbreak.core.status import ScheduleView
from deskbreak.core.timing.event import (
    Ask,
    Asked,
    Event,
    Look,
    Painted,
    Recounted,
    RulesChanged,
    SessionOver,
)
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import Cause, Hold, Sensed
from tests.core.effect_stage import Stage

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = "2026-11-23 09:00"
FREE = Settings(office=Office(lunch=None))
DONE = SessionResult(Outcome.COMPLETED, None, (), 240, 250)
LEFT = SessionResult(Outcome.PARTIAL, Reason.PERSON, (), 60, 70)


def utc(text: str, zone: tzinfo = BERLIN) -> int:
    """Return the instant of a local time "YYYY-MM-DD HH:MM[:SS]"."""
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


@dataclass(kw_only=True)
class World(Stage):
    """Everything outside the schedule, and what the schedule made of it."""

    now: Moment
    rules: Rules
    sensor: bool = True
    extra: int | None = None
    locked: bool = False
    holds: frozenset[Hold] = frozenset()
    causes: frozenset[Cause] = frozenset()
    touched: int = 0
    typing: bool = True

    def __post_init__(self) -> None:
        self.touched = self.now.boot
        self._take(schedule.begin(self.now, self.sensed(), self.rules, None, 0))

    # -- what the world is like -----------------------------------------------------------

    def sensed(self) -> Sensed:
        if self.typing:
            self.touched = self.now.boot
        idle = self.now.boot - self.touched if self.sensor else None
        return Sensed(idle, self.locked, self.holds, self.causes)

    @property
    def state(self) -> schedule.State:
        return self.step.state

    @property
    def view(self) -> ScheduleView:
        return schedule.view(self.state, self.now, self.sensed(), self.rules)

    @property
    def name(self) -> str:
        return self.view.state.value

    def clock(self) -> str:
        return self.now.local().strftime("%H:%M:%S")

    def said(self) -> list[str]:
        """Return the events so far as "HH:MM what"."""
        return [f"{self.at(note.at)} {note.what.value}" for note in self.notes]

    def wrote(self) -> list[str]:
        """Return the entries so far as "HH:MM outcome reason"."""
        return [f"{self.at(each.ended_at)} {each.outcome} {each.reason}" for each in self.entries]

    def at(self, instant: int) -> str:
        return datetime.fromtimestamp(instant, tz=UTC).astimezone(self.now.zone).strftime("%H:%M")

    # -- what happens in it ---------------------------------------------------------------

    def look(self) -> None:
        self._event(Look(self.now, self.sensed()))

    def sit(self, minutes: float) -> None:
        """Type all the time for so many minutes."""
        self.typing = True
        self.look()
        self._pass(round(minutes * 60))

    def until(self, clock: str) -> None:
        """Type until the next local HH:MM."""
        self.typing = True
        self.look()
        self._pass(self._to(clock))

    def still(self, minutes: float) -> None:
        """Touch nothing for so many minutes, then touch something."""
        self.sensed()
        self.typing = False
        self.look()
        self._pass(round(minutes * 60))
        self.typing = True
        self.look()

    def idle_until(self, clock: str) -> None:
        """Touch nothing until the next local HH:MM; nobody comes back."""
        self.sensed()
        self.typing = False
        self.look()
        self._pass(self._to(clock))

    def lock(self, minutes: float) -> None:
        """Lock the screen for so many minutes."""
        self.locked, self.typing = True, False
        self.look()
        self._pass(round(minutes * 60))
        self.locked, self.typing = False, True
        self.look()

    def close_lid(self, seconds: int) -> None:
        """Sleep; the look before and the look after are those that the system asks for."""
        self.sensed()
        self.typing = False
        self.look()
        self.now = self.now.shifted(0, seconds)
        self.typing = True
        self.look()

    def hold(self, *holds: Hold) -> None:
        self.holds = frozenset(holds)
        self.look()

    def cause(self, *causes: Cause) -> None:
        self.causes = frozenset(causes)
        self.look()

    def set_clock(self, seconds: int) -> None:
        """Step the wall clock."""
        self.now = replace(self.now, utc=self.now.utc + seconds)
        self.look()

    def fly(self, name: str) -> None:
        """Change the time zone."""
        self.now = replace(self.now, zone=ZoneInfo(name), zone_name=name)
        self.look()

    def ask(self, wish: Ask) -> Reply:
        self._event(Asked(self.now, self.sensed(), wish))
        assert self.step.reply is not None
        return self.step.reply

    def paint(self) -> None:
        self._event(Painted(self.now, self.sensed(), "desk", "beginner", 1))

    def over(self, result: SessionResult = DONE) -> None:
        self._event(SessionOver(self.now, self.sensed(), result))

    def choose(self, settings: Settings, goal_s: int = 600) -> None:
        """Change the settings."""
        self.rules = Rules(settings, goal_s)
        self._event(RulesChanged(self.now, self.sensed()))

    def recount(self, done_s: int) -> None:
        """Mend the journal, so that it holds other seconds of exercise for today."""
        self._event(Recounted(self.now, self.sensed(), done_s))

    def restart(self, minutes: float, *, reboot: bool = False, done_s: int = 0) -> None:
        """Die, and be started again after so many minutes."""
        self.look()
        text = schedule.freeze(self.state)
        self.now = self.now.shifted(round(minutes * 60))
        if reboot:
            self.now = replace(self.now, boot=50, mono=50, boot_id=self.now.boot_id + "'")
            self.touched = 50
        self.offer, self.nudge, self.question, self.open = None, None, None, False
        self._take(schedule.begin(self.now, self.sensed(), self.rules, text, done_s))

    # -- how it is done -------------------------------------------------------------------

    def _to(self, clock: str) -> int:
        local = self.now.local()
        hour, minute = (int(part) for part in clock.split(":"))
        gone = (local.hour * 60 + local.minute) * 60 + local.second
        return (hour * 3600 + minute * 60 - gone) % 86400

    def _pass(self, seconds: int) -> None:
        end = self.now.boot + seconds
        while self.now.boot < end:
            wakes = [end]
            if self.wake is not None and self.wake > self.now.boot:
                wakes.append(self.wake)
            if self.extra is not None:
                wakes.append(self.now.boot + self.extra)
            self.now = self.now.shifted(min(wakes) - self.now.boot)
            self.look()

    def _event(self, event: Event) -> None:
        self._take(schedule.step(self.state, event, self.rules))


def world(
    start: str = MONDAY,
    *,
    settings: Settings | None = None,
    zone: str = "Europe/Berlin",
    sensor: bool = True,
    extra: int | None = None,
    goal_s: int = 600,
) -> World:
    """Return a world that starts at a local time, somebody typing in it."""
    place = ZoneInfo(zone)
    now = Moment(utc(start, place), 5000, 4000, "boot", place, zone)
    return World(now=now, rules=Rules(settings or Settings(), goal_s), sensor=sensor, extra=extra)


def asked(settings: Settings = FREE, goal_s: int = 600) -> World:
    """Return a world in which a break has just been offered, at 12:00."""
    day = world(settings=settings, goal_s=goal_s)
    day.sit(180)
    assert day.name == "offering"
    return day
