"""What a routine must be: even for the back, moving and strengthening, and not too long.

At most two or three exercises for the upper body, or an even load on every part: more of them do
not help a weak upper back but overload the trapezius (the source article; CONTENT 5.6).
"""

from __future__ import annotations

from collections.abc import Sequence

from deskbreak.core.coach.balance import Fault, unbalanced
from deskbreak.core.coach.fit import session_s
from deskbreak.core.coach.home import COOL_DOWN, LONGEST_S, SHORTEST_COOL_S, WARM_S, WARM_UP
from deskbreak.core.routine import Kind, Planned
from deskbreak.core.words import Words

LONGEST_DESK_S = 15 * 60


def faults(kind: Kind, steps: Sequence[Planned]) -> tuple[Fault, ...]:
    """Return everything that is wrong with a routine; nothing when it may be done.

    A posture check asks for no exercise and need only have something in it.
    """
    if not steps:
        return (Fault.EMPTY,)
    if kind is Kind.POSTURE:
        return ()
    found = unbalanced([step.exercise for step in steps])
    return (*found, *(_home(steps) if kind is Kind.HOME else _desk(steps)))


def said(fault: Fault, tr: Words) -> str:
    """Say in plain words what is wrong and what would be right."""
    return {
        Fault.EMPTY: tr("This routine has no exercise yet; put at least one into it."),
        Fault.UNEVEN: tr(
            "More than three exercises are for the upper body, and the rest of the back gets "
            "less. Load it evenly, or take at most three: a weak upper back does not get better "
            "with more of them, but the muscle from the neck to the shoulders (the trapezius) "
            "tightens, and the neck suffers."
        ),
        Fault.NO_MOBILITY: tr(
            "Nothing here loosens. Tired muscles want to be moved and relaxed too: add an "
            "exercise that mobilises."
        ),
        Fault.NO_STRENGTH: tr(
            "Nothing here strengthens. Weak muscles want work too: add an exercise that makes "
            "muscles tense, such as the lateral tilt."
        ),
        Fault.LONG_DESK: tr(
            "This takes longer than 15 minutes, which is enough for a whole day at the desk; "
            "take an exercise out or ask for fewer repetitions."
        ),
        Fault.LONG_HOME: tr(
            "This takes longer than 45 minutes, the most that a workout at home should last; "
            "take an exercise out or ask for fewer repetitions."
        ),
        Fault.WARM_UP: tr(
            "A workout at home begins with 5 to 7 minutes of warming up; put enough exercises of "
            "the warm-up into it."
        ),
        Fault.COOL_DOWN: tr(
            "A workout at home ends with at least 3 minutes of calming down; put enough "
            "exercises of the cool-down into it."
        ),
    }[fault]


def _desk(steps: Sequence[Planned]) -> tuple[Fault, ...]:
    return (Fault.LONG_DESK,) if session_s(steps) > LONGEST_DESK_S else ()


def _home(steps: Sequence[Planned]) -> tuple[Fault, ...]:
    found = []
    if session_s(steps) > LONGEST_S:
        found.append(Fault.LONG_HOME)
    if not WARM_S[0] <= _stage_s(steps, WARM_UP) <= WARM_S[1]:
        found.append(Fault.WARM_UP)
    if _stage_s(steps, COOL_DOWN) < SHORTEST_COOL_S:
        found.append(Fault.COOL_DOWN)
    return tuple(found)


def _stage_s(steps: Sequence[Planned], stage: str) -> float:
    return session_s(step for step in steps if step.stage == stage)
