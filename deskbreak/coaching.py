"""The coach between the engine and the core: what the journal tells becomes goal and plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deskbreak.core import schedule
from deskbreak.core.coach.past import Past, goal_s
from deskbreak.core.entry import MOVED
from deskbreak.core.exercise import Exercise
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.planner import is_check, plan
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.routine import Recipe, Routine
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import Settings
from deskbreak.core.standing import Standing
from deskbreak.core.timing.records import day_at
from deskbreak.core.timing.rules import Rules
from deskbreak.core.wording.care import after_break
from deskbreak.core.wording.tips import tip
from deskbreak.core.words import Words
from deskbreak.ports import Clock
from deskbreak.recording import Recorder


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where exercises and routines come from; each is read when it is wanted."""

    exercises: Callable[[], Mapping[str, Exercise]]
    recipes: Callable[[], tuple[Recipe, ...]]


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a standing was derived from."""

    past: Past
    breaks: int
    settings: Settings
    today: str
    reset_on: str


class Coach:
    """Says how much is asked of the person today, and plans the breaks."""

    def __init__(self, recorder: Recorder, clock: Clock, shelves: Shelves) -> None:
        """Keep where to read; nothing is read yet."""
        self._recorder, self._clock, self._shelves = recorder, clock, shelves
        self._known: tuple[_Basis, Standing] | None = None

    def exercises(self) -> Mapping[str, Exercise]:
        """Return all exercises by id."""
        return self._shelves.exercises()

    def knows(self, name: str) -> bool:
        """Return whether there is an exercise or a routine of this id."""
        return name in self.exercises() or any(each.id == name for each in self._shelves.recipes())

    def restrictions(self, settings: Settings) -> Restrictions:
        """Return what pain restricts, as the journal tells it."""
        now, rules = self._clock.read(), Rules(settings)
        today = schedule.day_of(now, rules)
        return self._recorder.restrictions(today, lambda at: day_at(at, rules, now.zone))

    def _today(self, settings: Settings) -> str:
        return schedule.day_of(self._clock.read(), Rules(settings))

    def standing(self, settings: Settings) -> Standing:
        """Return where the person stands today; derived anew only after a change."""
        today = self._today(settings)
        reset_on, past = self.restrictions(settings).reset_on, self._recorder.past(today)
        basis = _Basis(past, past.breaks, settings, today, reset_on)
        if self._known is None or self._known[0] != basis:
            self._known = basis, past.standing(settings, today, reset_on)
        return self._known[1]

    def rules(self, settings: Settings) -> Rules:
        """Return the rules that stand now: the settings, the day's goal, and what hurts."""
        goal = goal_s(settings, self.standing(settings))
        return Rules(settings, goal, self.restrictions(settings).suspended)

    def after(self, result: SessionResult, routine: str, settings: Settings, tr: Words) -> str:
        """Say after a break what its pain led to, or else a small thing worth knowing."""
        if result.discomfort is None:
            turn = self._recorder.past(self._today(settings)).breaks
            return tip(turn, routine, tr) if result.outcome in MOVED else ""
        now = self.restrictions(settings)
        sore = now.off.intersection(step.exercise for step in result.steps)
        off = [tr(each.title) for name, each in self.exercises().items() if name in sore]
        return after_break(off, now.suspended, tr)

    def is_check(self, routine: str) -> bool:
        """Return whether a routine is a posture check."""
        return is_check(routine, self.exercises(), self._shelves.recipes())

    def plan(
        self, routine: str | None, settings: Settings, done: frozenset[str] = frozenset()
    ) -> Routine | NoRoutine:
        """Plan a routine by its id, None for the settings' own, without what is `done`."""
        left = {name: each for name, each in self.exercises().items() if name not in done}
        return plan(
            routine or settings.routine.default,
            left,
            settings,
            self.standing(settings),
            self.restrictions(settings),
            self._shelves.recipes(),
        )
