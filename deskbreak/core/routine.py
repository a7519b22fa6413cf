"""A routine: the exercises of one break with their doses, ready to be guided."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.exercise import Exercise, Level


@dataclass(frozen=True, slots=True)
class Planned:
    """One exercise of a routine with its dose.

    `reps` is per side or direction; `reach` scales the drawn movement (0 to 1); `variant` is ""
    or a variant that the exercise has; `pace` 1.0 plays at the data's tempo, 0.5 half as fast.
    """

    exercise: Exercise
    reps: int
    reach: float
    variant: str = ""
    pace: float = 1.0


@dataclass(frozen=True, slots=True)
class Routine:
    """What one break will guide."""

    id: str
    title: str
    level: Level
    week: int
    steps: tuple[Planned, ...]
