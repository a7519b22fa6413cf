"""What pain, and what a person said of it, asks the planner to leave out or to soften."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Suspension(StrEnum):
    """Why no exercise is guided at all for now."""

    SHARP = "sharp"
    """It hurt sharply: nothing until the safety text was confirmed again."""
    REPEATED = "repeated"
    """It hurt in three of the last six sessions: nothing until the text was confirmed again."""
    HURT = "hurt"
    """The person said "I hurt my back": nothing until the pain is clearly going down."""


@dataclass(frozen=True, slots=True)
class Softer:
    """How one exercise is made easier after it was unpleasant or painful.

    `reps_back` is taken from its repetitions, `reach` multiplies its range, `easier` asks for
    its easier form (the beginner's dose and range, and the arms crossed where it has that).
    """

    exercise: str
    reps_back: int = 0
    reach: float = 1.0
    easier: bool = False


@dataclass(frozen=True, slots=True)
class Restrictions:
    """What follows from the journal for the next break.

    `off` was switched off by repeated pain until the person turns it on again; `paused` rests
    until tomorrow; `suspended` stops everything but posture checks. `reset_on` is the day (as
    the journal counts days) from which the weeks of the dose count anew, "" without one.
    """

    off: frozenset[str] = frozenset()
    paused: frozenset[str] = frozenset()
    softer: tuple[Softer, ...] = ()
    suspended: Suspension | None = None
    reset_on: str = ""
