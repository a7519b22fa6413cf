"""What pain asks of the next breaks, derived from the journal alone.

The journal is read in order, breaks by their end, and each answer to "It hurts" leaves its mark:

- unpleasant: the exercise is one step of its dose and a fifth of its range smaller in the next
  two sessions that have it;
- pain: it rests until tomorrow and comes back in its easier form until that was done twice
  without discomfort; twice pain within seven days switches it off until the person turns it on;
- sharp: as pain, and the whole plan rests until the safety text was confirmed again;
- unpleasant or worse in three of the last six sessions: the whole plan rests in the same way.

"I hurt my back" rests the plan too, until the pain is clearly going down; then the weeks of the
dose count anew. The rules follow CONTENT 5.3; what it leaves open is in docs/decisions/pain.md.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from deskbreak.core.coach.day_past import EASY, GUIDED, DayPast
from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    Scalar,
    StepDone,
    StepOutcome,
    What,
)
from deskbreak.core.restrictions import Restrictions, Softer, Suspension
from deskbreak.core.routine_ids import is_posture
from deskbreak.core.unfit import Unfit

HURT = Unfit.HURT.value
"""Why a pause stands that began with "I hurt my back", in the journal and in the state."""

TELLING = frozenset({What.SETTINGS, What.PAUSED, What.RESUMED})
"""The kinds of events that matter here."""

CONFIRMED: tuple[tuple[str, Scalar], ...] = (("safety", "confirmed"),)
"""The data of the event which says that the safety text was confirmed. No answer is in it."""

SOFTER_SESSIONS = 2
EASIER_TIMES = 2
REACH = 0.8
WITHIN_DAYS = 7
LAST_SESSIONS = 6
SLIP_S = 10 * 60
TOO_OFTEN = 3

_HARD = frozenset({Discomfort.PAIN, Discomfort.SHARP})


def turned_on(exercise: str) -> tuple[tuple[str, Scalar], ...]:
    """Return the data of the event that turns an exercise on which pain switched off."""
    return (("exercise_on", exercise),)


def restrictions(
    breaks: Iterable[Break],
    happenings: Iterable[Happening],
    today: str,
    day_of: Callable[[int], str],
) -> Restrictions:
    """Return what the journal asks the planner to leave out or to soften.

    Args:
        breaks: the whole journal, in any order; a part of it forgets what lies before.
        happenings: its events; at least those of the kinds in `TELLING`.
        today: the day that it is now, as the journal counts days.
        day_of: tells the day that an instant (UTC seconds) belongs to.
    """
    story = Story()
    story.heed(breaks, happenings)
    return story.told(today, day_of)


@dataclass(slots=True)
class _Exercise:
    """What one exercise carries: days with pain, sessions and repeats still to be softer."""

    hurt_on: list[str] = field(default_factory=list)
    off: bool = False
    rests_on: str = ""
    easier: int = 0
    softer: list[int] = field(default_factory=list)

    def heed(self, step: StepDone, felt: Discomfort | None, day: str) -> None:
        sore = step.outcome is StepOutcome.DISCOMFORT
        if step.done_reps > 0 or sore:
            self.softer = [left - 1 for left in self.softer if left > 1]
        if not sore:
            self.easier -= 1 if step.done_reps > 0 and self.easier else 0
        elif felt is Discomfort.UNPLEASANT:
            self.softer.append(SOFTER_SESSIONS)
        elif felt in _HARD:
            self._pain(day)

    def heed_calm(self, times: int) -> None:
        self.softer = [left - times for left in self.softer if left > times]
        self.easier = max(0, self.easier - times)

    def turn_on(self) -> None:
        self.off = False
        self.hurt_on.clear()

    def asks(self, name: str) -> Softer | None:
        back = len(self.softer)
        if not back and not self.easier:
            return None
        return Softer(name, back, round(REACH**back, 2), easier=self.easier > 0)

    def _pain(self, day: str) -> None:
        self.off = self.off or any(_days(before, day) <= WITHIN_DAYS for before in self.hurt_on)
        self.hurt_on.append(day)
        self.rests_on, self.easier = day, EASIER_TIMES


class Story:
    """Reads the journal in its order and keeps what still matters.

    What is written down later is heeded as it comes, so the journal is read only once.
    """

    def __init__(self) -> None:
        """Know of nothing yet."""
        self._exercises: dict[str, _Exercise] = {}
        self._recent: deque[bool] = deque(maxlen=LAST_SESSIONS)
        self._stop: Suspension | None = None
        self._hurt_at: int | None = None
        self._reset_at: int | None = None

    def heed(
        self,
        breaks: Iterable[Break],
        happenings: Iterable[Happening],
        calm: Iterable[DayPast] = (),
    ) -> None:
        """Heed what the journal holds, in the order in which it happened.

        Of the days that are `calm` the breaks are left out: nothing hurt on them.
        """
        items: list[Break | Happening | DayPast] = [*breaks, *happenings, *calm]
        for item in sorted(items, key=_place):
            if isinstance(item, Break):
                self.heed_break(item)
            elif isinstance(item, DayPast):
                self._heed_calm(item)
            else:
                self.heed_event(item)

    def heed_break(self, entry: Break) -> None:
        """Heed one break that came after all before."""
        if entry.outcome not in GUIDED:
            return
        for step, felt in _felt(entry):
            self._exercises.setdefault(step.exercise, _Exercise()).heed(step, felt, entry.day)
        bad = entry.discomfort not in EASY
        if bad or not is_posture(entry.routine):
            self._recent.append(bad)
        if entry.discomfort is Discomfort.SHARP:
            self._stop = Suspension.SHARP
        elif self._stop is None and sum(self._recent) >= TOO_OFTEN:
            self._stop = Suspension.REPEATED

    def _heed_calm(self, day: DayPast) -> None:
        """Heed a day without pain: what was sore before is a little nearer to its old dose."""
        for name, times in day.times:
            if name in self._exercises:
                self._exercises[name].heed_calm(times)
        self._recent.extend([False] * min(day.sessions, LAST_SESSIONS))

    def heed_event(self, event: Happening) -> None:
        """Heed one event that came after all before."""
        data = dict(event.data)
        if event.what is What.SETTINGS:
            if data.get("safety") == "confirmed":
                self._stop = None
                self._recent.clear()
            self._exercises.get(str(data.get("exercise_on")), _Exercise()).turn_on()
        elif data.get("why") == HURT:
            if event.what is What.PAUSED:
                self._hurt_at = event.at if self._hurt_at is None else self._hurt_at
            elif event.what is What.RESUMED and self._hurt_at is not None:
                slip = event.at - self._hurt_at < SLIP_S
                self._reset_at = self._reset_at if slip else event.at
                self._hurt_at = None

    def told(self, today: str, day_of: Callable[[int], str]) -> Restrictions:
        """Return what all of it asks for today."""
        known = sorted(self._exercises.items())
        asked = (each.asks(name) for name, each in known)
        return Restrictions(
            off=frozenset(name for name, each in known if each.off),
            paused=frozenset(name for name, each in known if each.rests_on >= today),
            softer=tuple(softer for softer in asked if softer is not None),
            suspended=self._stop if self._hurt_at is None else Suspension.HURT,
            reset_on="" if self._reset_at is None else day_of(self._reset_at),
        )


def _felt(entry: Break) -> list[tuple[StepDone, Discomfort | None]]:
    """Return the steps with the answer of each: pain ends a break, so the last one took it."""
    marked = [n for n, one in enumerate(entry.steps) if one.outcome is StepOutcome.DISCOMFORT]
    earlier = marked[:-1] if entry.discomfort in _HARD else []
    return [
        (step, Discomfort.UNPLEASANT if n in earlier else entry.discomfort)
        for n, step in enumerate(entry.steps)
    ]


def _place(item: Break | Happening | DayPast) -> tuple[int, int]:
    """Order by instant; a break ends before what was said at the same second."""
    if isinstance(item, DayPast):
        return item.first_at, 0
    return (item.ended_at, 0) if isinstance(item, Break) else (item.at, 1)


def _days(first: str, last: str) -> int:
    return abs((date.fromisoformat(last) - date.fromisoformat(first)).days)
