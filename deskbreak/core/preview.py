"""An exercise outside a session: what it looks like at a time, for the library and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from deskbreak.core.exercise import Breath, Exercise, Phase
from deskbreak.core.motion import cycle_for, keyframe, phase_pose, seconds_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture

_RETURN_S = 2.0


def movement(exercise: Exercise) -> tuple[Phase, ...]:
    """Return phases that can run without end: one cycle in each direction.

    A cycle that ends elsewhere than it began gets a way back of its own.
    """
    ways = exercise.directions or (None,)
    phases = tuple(phase for way in ways for phase in cycle_for(exercise, way))
    last, first = phases[-1].to, phases[0].start
    if last == first:
        return phases
    return (*phases, Phase(last, first, _RETURN_S, Breath.FREE))


def phase_at(phases: Sequence[Phase], t: float) -> tuple[Phase, float]:
    """Return the phase at `t` seconds and how much of it has passed (0 to 1), over and over."""
    left = t % seconds_of(phases)
    for phase in phases[:-1]:
        if left < phase.seconds:
            return phase, left / phase.seconds
        left -= phase.seconds
    return phases[-1], min(1.0, left / phases[-1].seconds)


def picture_at(planned: Planned, phases: Sequence[Phase], t: float) -> Picture:
    """Return what is drawn `t` seconds into the phases, with ghost and path while it moves."""
    exercise = planned.exercise
    phase, part = phase_at(phases, t)
    pose = phase_pose(planned, phase, part)
    if phase.start == phase.to:
        return Picture(exercise, pose)
    start, to = keyframe(planned, phase.start), keyframe(planned, phase.to)
    if not exercise.full_trail:
        return Picture(exercise, pose, to, start, to)
    loop = tuple(keyframe(planned, turn.start) for turn in exercise.cycle)
    return Picture(exercise, pose, None, start, to, loop)


def dose_text(exercise: Exercise) -> str:
    """Return the doses of the three levels as numbers, for example "4 / 8 / 10"."""
    dose = exercise.dose
    return f"{dose.beginner} / {dose.normal} / {dose.advanced}"
