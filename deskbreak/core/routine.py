"""A routine: the exercises of one break with their doses, ready to be guided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.routine_ids import POSTURE


class Kind(StrEnum):
    """What a routine is for: it decides how it is dosed, checked and counted."""

    DESK = "desk"
    POSTURE = "posture"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A routine before anybody's dose: which exercises it may have, in which order.

    `source` is "" for those that ship with the program and the file of the person's own ones.
    `choose` is how many of `order` are done in one break (the regions that rested longest), 0 for
    all of them; the home programme chooses by its stages.
    """

    id: str
    title: str
    order: tuple[str, ...]
    kind: Kind = Kind.DESK
    source: str = ""
    choose: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """One exercise of a routine with its dose.

    `reps` is per side or direction; `reach` scales the drawn movement (0 to 1); `variant` is ""
    or a variant that the exercise has; `pace` 1.0 plays at the data's tempo, 0.5 half as fast;
    `stage` is warm_up, lesson or cool_down in the home programme, "" elsewhere.
    """

    exercise: Exercise
    reps: int
    reach: float
    variant: str = ""
    pace: float = 1.0
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Routine:
    """What one break will guide. `seat` is what the seated exercises are done in."""

    id: str
    title: str
    level: Level
    week: int
    steps: tuple[Planned, ...]
    kind: Kind = Kind.DESK
    seat: str = "chair"

    @property
    def kept_as(self) -> str:
        """Return the routine that the journal names: every posture check is "posture"."""
        return POSTURE if self.kind is Kind.POSTURE else self.id
