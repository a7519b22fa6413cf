"""Whether a mixture of exercises loads the back evenly, and both moves and strengthens it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from deskbreak.core.exercise import Exercise

MOST_UPPER = 3
UNEVEN = 1

_UPPER = "upper"
_MOVING = frozenset({"mobilise", "relax"})
_STRENGTH = "strengthen"


class Fault(StrEnum):
    """What is wrong with a routine."""

    EMPTY = "empty"
    UNEVEN = "uneven"
    NO_MOBILITY = "no_mobility"
    NO_STRENGTH = "no_strength"
    LONG_DESK = "long_desk"
    LONG_HOME = "long_home"
    WARM_UP = "warm_up"
    COOL_DOWN = "cool_down"


def unbalanced(exercises: Sequence[Exercise]) -> tuple[Fault, ...]:
    """Return what is wrong with a mixture of exercises, whatever their doses are."""
    regions = Counter(exercise.region for exercise in exercises)
    kinds = {kind for exercise in exercises for kind in exercise.kinds}
    uneven = max(regions.values(), default=0) - min(regions.values(), default=0) > UNEVEN
    found = []
    if regions[_UPPER] > MOST_UPPER and uneven:
        found.append(Fault.UNEVEN)
    if not kinds & _MOVING:
        found.append(Fault.NO_MOBILITY)
    if _STRENGTH not in kinds:
        found.append(Fault.NO_STRENGTH)
    return tuple(found)
