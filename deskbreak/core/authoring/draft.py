"""An exercise in the making: a copy with an id of its own, and changes of its movements."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from deskbreak.core.authoring.names import free, id_for
from deskbreak.core.exercise import Exercise, Phase, Side
from deskbreak.core.exercise_check import faults_of
from deskbreak.core.pose import Pose
from deskbreak.core.words import Words

OWN = "own"
"""The group of an exercise that the person made."""

_ROLES = frozenset({"posture", "warm_up", "cool_down"})
_MOVING = ("lead_in", "cycle", "lead_out", "keyframe", "range_from", "variants", "reverse_cues")


class Part(StrEnum):
    """The three parts of an exercise's movement, named as in its file."""

    LEAD_IN = "lead_in"
    CYCLE = "cycle"
    LEAD_OUT = "lead_out"


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one phase: its part and its number in it, from 0."""

    part: Part
    index: int


def copy_of(
    exercise: Exercise, taken: Container[str], tr: Words, *, again: bool = False
) -> Exercise:
    """Return an exercise of the person's own that starts as another one is.

    It stands on a shelf of its own, unless its group says what it is for in a routine. `again`
    says that the other one is the person's own already.
    """
    said = tr(exercise.title)
    title = tr("{title} (copy)", title=said) if again else tr("{title} (own)", title=said)
    group = exercise.group if exercise.group in _ROLES else OWN
    return replace(exercise, id=id_for(title, taken), title=title, group=group)


def phases(exercise: Exercise, part: Part) -> tuple[Phase, ...]:
    """Return the phases of a part."""
    return {
        Part.LEAD_IN: exercise.lead_in,
        Part.CYCLE: exercise.cycle,
        Part.LEAD_OUT: exercise.lead_out,
    }[part]


def with_phases(exercise: Exercise, part: Part, new: tuple[Phase, ...]) -> Exercise:
    """Return the exercise with other phases in a part.

    Each phase of the cycle gets the side that its poses name, and each one a cue for the way
    back where the exercise has such cues.
    """
    if part is Part.LEAD_IN:
        return replace(exercise, lead_in=new)
    if part is Part.LEAD_OUT:
        return replace(exercise, lead_out=new)
    cues = exercise.reverse_cues
    if cues:
        cues = (*cues[: len(new)], *[""] * (len(new) - len(cues)))
    sided = tuple(replace(phase, side=side_of(phase)) for phase in new)
    return replace(exercise, cycle=sided, reverse_cues=cues)


def side_of(phase: Phase) -> Side | None:
    """Return the side that a phase's poses name: "left_x" is left; None for both or none."""
    ends = {end.partition("_")[0] for end in (phase.start, phase.to)}
    named = [side for side in (Side.LEFT, Side.RIGHT) if side.value in ends]
    return named[0] if len(named) == 1 else None


def with_phase(exercise: Exercise, spot: Spot, phase: Phase) -> Exercise:
    """Return the exercise with one phase changed."""
    old = phases(exercise, spot.part)
    new = (*old[: spot.index], phase, *old[spot.index + 1 :])
    return with_phases(exercise, spot.part, new)


def with_phase_added(exercise: Exercise, spot: Spot) -> Exercise:
    """Return the exercise with a stay at the end of a phase put after it."""
    old = phases(exercise, spot.part)
    last = old[spot.index]
    stay = Phase(last.to, last.to, last.seconds, last.breath)
    new = (*old[: spot.index + 1], stay, *old[spot.index + 1 :])
    return with_phases(exercise, spot.part, new)


def without_phase(exercise: Exercise, spot: Spot) -> Exercise:
    """Return the exercise without one phase."""
    old = phases(exercise, spot.part)
    return with_phases(exercise, spot.part, (*old[: spot.index], *old[spot.index + 1 :]))


def with_phase_moved(exercise: Exercise, spot: Spot, by: int) -> Exercise:
    """Return the exercise with a phase moved inside its part, as far as there is room."""
    old = list(phases(exercise, spot.part))
    to = min(max(0, spot.index + by), len(old) - 1)
    old.insert(to, old.pop(spot.index))
    return with_phases(exercise, spot.part, tuple(old))


def with_pose(exercise: Exercise, name: str, pose: Pose) -> Exercise:
    """Return the exercise with one pose changed, or a new one added."""
    poses = {**dict(exercise.keyframes), name: pose}
    return replace(exercise, keyframes=tuple(poses.items()))


def with_pose_added(exercise: Exercise, like: str) -> tuple[Exercise, str]:
    """Return the exercise with a copy of a pose, and the copy's name."""
    poses = dict(exercise.keyframes)
    name = free(like, poses)
    return with_pose(exercise, name, poses[like]), name


def is_used(exercise: Exercise, name: str) -> bool:
    """Return whether a movement, a variant or the scaling needs a pose."""
    moving = (*exercise.lead_in, *exercise.cycle, *exercise.lead_out)
    ends = {end for phase in moving for end in (phase.start, phase.to)}
    swaps = {each for _, pairs in exercise.variants for pair in pairs for each in pair}
    return name in ends | swaps | {exercise.range_from}


def without_pose(exercise: Exercise, name: str) -> Exercise:
    """Return the exercise without a pose that nothing needs; one in use stays."""
    if is_used(exercise, name):
        return exercise
    kept = tuple((each, pose) for each, pose in exercise.keyframes if each != name)
    return replace(exercise, keyframes=kept)


def can_move(exercise: Exercise) -> bool:
    """Return whether the movement is whole enough to be shown."""
    return not any(fault.key.startswith(_MOVING) for fault in faults_of(exercise))
