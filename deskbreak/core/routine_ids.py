"""The names of the routines that the program itself has to know, and what they tell of a break.

The journal calls every posture check "posture": the routine of that name, the half minute of a
nudge, a posture exercise by itself, and a routine of a person's own that has nothing else in it.
What a routine is follows from its exercises (`planner.recipe_for`), never from its name; what an
entry was follows from the name that it was given.
"""

from __future__ import annotations

NECK_FREE = "neck_free"
GENTLE = "gentle"
"""What a break is after a meal for those who chose "gentle": the shoulders alone."""

POSTURE = "posture"
HOME = "home"


def is_posture(kept_as: str) -> bool:
    """Return whether an entry's routine is a posture check: outside goal, streak and weeks."""
    return kept_as == POSTURE
