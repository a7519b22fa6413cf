"""What is special about a home workout: the question after the warm-up, and its longest time."""

from __future__ import annotations

import math

from deskbreak.core.guide.script import TINY
from deskbreak.core.guide.state import LONGEST_S, Session

WARM_UP = "warm_up"
_HOME = {WARM_UP, "lesson", "cool_down"}
"""The groups of exercises that belong to a home workout."""


def is_home(session: Session) -> bool:
    """Return whether a home workout is guided."""
    return any(planned.exercise.group in _HOME for planned in session.routine.steps)


def may_go_on_s(session: Session) -> float:
    """Return the seconds that are left of the longest workout; without end at a desk."""
    return LONGEST_S - session.ran if is_home(session) else math.inf


def over_long(session: Session) -> bool:
    """Return whether the longest workout is over."""
    return may_go_on_s(session) <= TINY


def warmed_up(session: Session) -> bool:
    """Return whether the running exercise is the last one of the warm-up, with more to come."""
    following = session.routine.steps[session.step + 1 : session.step + 2]
    return _warms(session, session.step) and any(
        planned.exercise.group != WARM_UP for planned in following
    )


def warm_up_from(session: Session) -> int:
    """Return the first exercise of the warm-up that lies just behind, counted from 0."""
    first = session.step
    while first > 0 and _warms(session, first - 1):
        first -= 1
    return first


def _warms(session: Session, step: int) -> bool:
    return session.routine.steps[step].exercise.group == WARM_UP
