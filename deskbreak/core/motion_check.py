"""What a movement must keep to, at every moment: joint ranges, contacts, the floor, its speed.

The ranges are those of a healthy, untrained person with a margin (exercises at the desk narrower
than those on a mat); the speed is what "slow and without jerks" of the source article allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from deskbreak.core.exercise import Exercise, Level, Phase
from deskbreak.core.exercise_check import Fault, faults_of
from deskbreak.core.joint_angles import angles_of
from deskbreak.core.motion import phase_pose
from deskbreak.core.rig import solve
from deskbreak.core.routine import Planned

Ranges = Mapping[str, tuple[float, float]]

AT_A_DESK: Ranges = {
    "trunk flexion": (-40, 85),
    "trunk side bend": (-30, 30),
    "trunk rotation": (-40, 40),
    "neck flexion": (-15, 40),
    "neck side bend": (-45, 45),
    "neck rotation": (-60, 60),
    "shoulder": (0, 180),
    "elbow": (0, 150),
    "hip": (0, 150),
    "knee": (0, 162),
}
"""The range of each angle in degrees, for exercises on a chair."""

ELSEWHERE: Ranges = {
    **AT_A_DESK,
    "trunk side bend": (-35, 35),
    "trunk rotation": (-45, 45),
    "neck flexion": (-25, 50),
}
"""The same for exercises that stand or lie."""

FASTEST = {"chair": 60.0, "floor": 110.0, "standing": 270.0}
"""Degrees a second that no angle exceeds within the cycle at pace 1; running is the fastest."""

LOWEST = -0.5
"""Percent of body height by which a joint may dip below the floor."""

FARTHEST = 0.2
"""Percent of body height by which a hand may miss what a keyframe says it touches."""

LOOK_S = 0.1
_GRACE = 0.6


def all_faults(exercise: Exercise) -> tuple[Fault, ...]:
    """Return everything that is wrong with an exercise: its data, then its movement."""
    return faults_of(exercise) or motion_faults(exercise)


def motion_faults(exercise: Exercise) -> tuple[Fault, ...]:
    """Return where a movement leaves what a body may do, in each range and variant.

    It looks ten times a second, which takes a tenth of a second for an exercise: right for a
    person's own file, too slow for every start of the program. The exercise itself must be
    sound (`faults_of`).
    """
    found: dict[str, Fault] = {}
    for planned in forms_of(exercise):
        for key, phases in _parts(exercise):
            for n, phase in enumerate(phases):
                said = next(_said(planned, phase, cycling=key == "cycle"), None)
                if said is not None:
                    found.setdefault(f"{key}[{n}]", Fault(f"{key}[{n}]", said))
    return tuple(found.values())


def forms_of(exercise: Exercise) -> Iterator[Planned]:
    """Return the forms in which the exercise is shown: least and widest range, each variant."""
    ranges = [exercise.ranges.at(level) for level in Level]
    for reach in sorted({min(ranges), max(ranges)}):
        for variant in ("", *(name for name, _ in exercise.variants)):
            yield Planned(exercise, 1, reach, variant)


def _parts(exercise: Exercise) -> tuple[tuple[str, tuple[Phase, ...]], ...]:
    """Return the movements; the other direction has the same ones the other way round."""
    return (
        ("lead_in", exercise.lead_in),
        ("cycle", exercise.cycle),
        ("lead_out", exercise.lead_out),
    )


def _said(planned: Planned, phase: Phase, *, cycling: bool) -> Iterator[str]:
    """Say what is wrong with a phase."""
    ranges = AT_A_DESK if planned.exercise.place == "chair" else ELSEWHERE
    looks = max(2, round(phase.seconds / LOOK_S) + 1)
    poses = [phase_pose(planned, phase, n / (looks - 1)) for n in range(looks)]
    skeletons = [solve(pose) for pose in poses]
    angles = [angles_of(pose, one) for pose, one in zip(poses, skeletons, strict=True)]
    for one in angles:
        for name, value in one.items():
            low, high = ranges.get(name.removeprefix("left ").removeprefix("right "), _ANY)
            if not low - _GRACE <= value <= high + _GRACE:
                yield f"takes the {name} to {value:.0f} degrees; {low} to {high} is its range"
    for ending in (skeletons[0], skeletons[-1]):
        if ending.missed > FARTHEST:
            yield f"has a hand or foot {ending.missed:.1f} % of body height from where it belongs"
    lowest = min(at[1] for one in skeletons for n, at in one.joints.items() if "sole" not in n)
    if lowest < LOWEST:
        yield f"sinks {-lowest:.1f} % of body height below the floor"
    most = FASTEST[planned.exercise.place]
    fastest = _fastest(angles, phase.seconds / (looks - 1))
    if cycling and fastest > most:
        yield f"moves at {fastest:.0f} degrees a second; {most:.0f} is the most: give it more time"


_ANY = (-400, 400)


def _fastest(angles: list[dict[str, float]], step: float) -> float:
    return max(abs(two[name] - one[name]) / step for one, two in pairwise(angles) for name in one)
