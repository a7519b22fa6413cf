"""The movement of a planned exercise: its cycle in each direction, its poses at its reach."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.exercise import Breath, Exercise, Phase, Side
from deskbreak.core.pose import Pose, blend
from deskbreak.core.routine import Planned

_TURNED = {Breath.IN: Breath.OUT, Breath.OUT: Breath.IN, Breath.FREE: Breath.FREE}


def cycle_for(exercise: Exercise, direction: Side | None) -> tuple[Phase, ...]:
    """Return the cycle as the data has it, or backwards for any but the first direction.

    Backwards, what rose now sinks, so the breath turns too; the cues name the first direction's
    way and are left out.
    """
    if direction in {None, *exercise.directions[:1]}:
        return exercise.cycle
    return tuple(
        replace(phase, start=phase.to, to=phase.start, breath=_TURNED[phase.breath], cue="")
        for phase in reversed(exercise.cycle)
    )


def keyframe(planned: Planned, name: str) -> Pose:
    """Return a keyframe's pose, in the planned variant and at the planned reach.

    Only keyframes of the cycle are scaled; rest and the like stay as they are.
    """
    exercise = planned.exercise
    swaps = dict(dict(exercise.variants).get(planned.variant, ()))
    frames = dict(exercise.keyframes)
    pose = frames[swaps.get(name, name)]
    if planned.reach >= 1.0 or not any(name in {p.start, p.to} for p in exercise.cycle):
        return pose
    fixed = exercise.range_from or exercise.cycle[0].start
    return blend(frames[swaps.get(fixed, fixed)], pose, planned.reach)
