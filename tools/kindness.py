"""How many breaks fall into a natural pause, against a fixed timer: `python -m tools.kindness`.

The real schedule is played twice over the same days at a desk: as it is, and with a window of no
length, which is a fixed timer. A break is kind when it is offered in a stillness of at least half
a minute. The schedule itself takes a lull of 20 s for one, so it can be wrong as well.

python -m tools.kindness [DAYS]        days of made-up people, all kinds of them
python -m tools.kindness --of FILE     days that were recorded
python -m tools.kindness --record FILE record the desk of this machine until interrupted

A recording has two numbers a line: seconds with input less than 20 s apart, then seconds without.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path

from deskbreak.core import schedule
from deskbreak.core.command import Skip
from deskbreak.core.luck import Luck
from deskbreak.core.settings.values import Office, Schedule, Settings, Span
from deskbreak.core.timing.effect import LookAt, ShowOffer
from deskbreak.core.timing.event import Asked, Event, Look
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import Sensed

KIND_S = 30
"""Seconds without input that make a natural pause."""

FIXED_MIN = 150
_DAY_S = 8 * 3600
_MONDAY_9 = 1_795_424_400
_ALWAYS = Office(hours=(Span(0, 24 * 60),), lunch=None, days=tuple(range(7)))
_LULL_S, _AWAY_S = 20, 600


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many seconds of work, then so many without any input."""

    active_s: int
    still_s: int


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody works: the bounds of a stretch, and of a hundred pauses how many are long."""

    name: str
    active_s: tuple[int, int]
    medium: int
    long: int


HABITS = (
    Habit("reader", (30, 300), medium=30, long=5),
    Habit("writer", (120, 1200), medium=25, long=5),
    Habit("deep in work", (600, 3600), medium=30, long=10),
)


@dataclass(slots=True)
class Count:
    """Breaks that were offered, and those in a natural pause."""

    offered: int = 0
    kind: int = 0

    @property
    def share(self) -> float:
        """Return the share of kind ones, 0 to 1."""
        return self.kind / self.offered if self.offered else 0.0


def made_up(habit: Habit, luck: Luck) -> Iterator[Stretch]:
    """Make up one day at a desk."""
    passed = 0
    while passed < _DAY_S:
        roll = luck.roll(1, 100)
        bounds = (180, 900) if roll <= habit.long else (45, 180)
        if roll > habit.long + habit.medium:
            bounds = (_LULL_S, 45)
        stretch = Stretch(luck.roll(*habit.active_s), luck.roll(*bounds))
        passed += stretch.active_s + stretch.still_s
        yield stretch


@dataclass(slots=True)
class _Desk:
    """A desk at which the schedule runs; `pause_s` is how long the running stillness will last."""

    rules: Rules
    now: Moment
    last: int
    state: schedule.State
    pause_s: int = 0
    wake: int = 0
    count: Count = field(default_factory=Count)

    def take(self, event: Event) -> None:
        step = schedule.step(self.state, event, self.rules)
        self.state = step.state
        for effect in step.effects:
            if isinstance(effect, LookAt):
                self.wake = effect.boot
        if any(isinstance(effect, ShowOffer) for effect in step.effects):
            self.count.offered += 1
            self.count.kind += self.pause_s >= KIND_S
            self.take(Asked(self.now, self.sensed(), Skip()))

    def sensed(self) -> Sensed:
        return Sensed(self.now.boot - self.last)

    def look(self) -> None:
        self.take(Look(self.now, self.sensed()))

    def until(self, boot: int, *, typing: bool) -> None:
        """Let time pass; the schedule is looked at when it asked to be."""
        while self.now.boot < boot:
            wake = self.wake if self.wake > self.now.boot else boot
            self.now = self.now.shifted(min(boot, wake) - self.now.boot)
            if typing:
                self.last = self.now.boot
            if self.now.boot == self.wake:
                self.look()

    def live(self, stretch: Stretch) -> None:
        """Work and be still; the schedule is told when the stillness crosses a length, and ends."""
        self.pause_s = 0
        self.until(self.now.boot + stretch.active_s, typing=True)
        self.last = began = self.now.boot
        self.pause_s = stretch.still_s
        for length in (_LULL_S, _AWAY_S):
            if stretch.still_s >= length:
                self.until(began + length, typing=False)
                self.look()
        self.until(began + stretch.still_s, typing=False)
        self.last, self.pause_s = self.now.boot, 0
        self.look()


def played(stretches: Iterable[Stretch], earliest_min: int, latest_min: int) -> Count:
    """Play a day and count the breaks that are offered; each is skipped at once."""
    chosen = replace(Schedule(), earliest_min=earliest_min, latest_min=latest_min)
    rules = Rules(replace(Settings(), office=_ALWAYS, schedule=chosen))
    now = Moment(_MONDAY_9, 1000, 1000, "kindness", UTC, "UTC")
    begun = schedule.begin(now, Sensed(0), rules, None, 0)
    desk = _Desk(rules, now, now.boot, begun.state, wake=now.boot + 1)
    for stretch in stretches:
        desk.live(stretch)
    return desk.count


def compared(days: Iterable[tuple[Stretch, ...]]) -> tuple[Count, Count]:
    """Play days with the window of 2 to 3 hours and with a fixed timer."""
    window, timer = Count(), Count()
    for day in days:
        for total, bounds in ((window, (120, 180)), (timer, (FIXED_MIN, FIXED_MIN))):
            found = played(day, *bounds)
            total.offered += found.offered
            total.kind += found.kind
    return window, timer


def days_of(habit: Habit, days: int, seed: int = 1) -> list[tuple[Stretch, ...]]:
    """Make up days of one habit."""
    luck = Luck(seed)
    return [tuple(made_up(habit, luck)) for _ in range(days)]


def line(name: str, window: Count, timer: Count) -> str:
    """Return both shares and their ratio in words."""
    ratio = f"{window.share / timer.share:.1f} times" if timer.share else "never with a timer"
    return (
        f"{name:14}{window.share:6.0%} of {window.offered} breaks in a natural pause, "
        f"{timer.share:6.0%} of {timer.offered} with a fixed timer: {ratio}"
    )


def read(path: Path) -> tuple[Stretch, ...]:
    """Read a recording.

    Raises:
        ValueError: a line is not two numbers.
    """
    rows = (text.split() for text in path.read_text("utf-8").splitlines() if text.strip())
    return tuple(Stretch(int(active), int(still)) for active, still in rows)


def record(path: Path) -> int:
    """Record this desk: two numbers at each stillness that ends, nothing else."""
    import time  # noqa: PLC0415 - only when recording

    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - likewise

    from deskbreak.adapters.senses import Senses  # noqa: PLC0415 - likewise

    app = QGuiApplication([])
    since = [time.monotonic()]

    def changed() -> None:
        idle, now = senses.activity.idle_s(), time.monotonic()
        if idle is None:
            print("Nothing here tells the idle time.")
            app.exit(1)
        elif idle >= _LULL_S:
            still[:] = [now - idle]
        elif still:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{still[0] - since[0]:.0f} {now - still[0]:.0f}\n")
            since[0] = now
            still.clear()

    still: list[float] = []
    senses = Senses(changed, lambda: None, (_LULL_S,))
    return app.exec()


def main(words: list[str]) -> int:
    """Print the shares and their ratio."""
    if words[:1] == ["--record"]:
        return record(Path(words[1]))
    if words[:1] == ["--of"]:
        print(line("recorded", *compared([read(Path(words[1]))])))
        return 0
    days = int(words[0]) if words else 60
    for habit in HABITS:
        print(line(habit.name, *compared(days_of(habit, days))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
