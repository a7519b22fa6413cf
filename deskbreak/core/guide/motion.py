"""The poses of a planned exercise: its keyframes with variant and reach applied."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.exercise import Breath, Ease, Exercise, Phase, Side
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned


def cycle_for(exercise: Exercise, direction: Side | None) -> tuple[Phase, ...]:
    if direction is None or not exercise.directions or direction is exercise.directions[0]:
        return exercise.cycle
    flip = {Breath.IN: Breath.OUT, Breath.OUT: Breath.IN, Breath.FREE: Breath.FREE}
    return tuple(
        replace(p, start=p.to, to=p.start, breath=flip[p.breath], cue="")
        for p in reversed(exercise.cycle)
    )


def keyframe(planned: Planned, name: str) -> Pose:
    return dict(planned.exercise.keyframes)[name]


def mix(a: Pose, b: Pose, u: float) -> Pose:
    return a if u < 0.5 else b


def eased(u: float, ease: Ease) -> float:
    return u
