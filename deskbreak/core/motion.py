"""How an exercise moves: its keyframes at a dose, its cycle in a direction, its pose at a time."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from deskbreak.core.exercise import Breath, Exercise, Phase, Side
from deskbreak.core.pose import Pose, blend, eased
from deskbreak.core.rig import solve
from deskbreak.core.routine import Planned
from deskbreak.core.same import Same

_TINY = 1e-9


def cycle_for(exercise: Exercise, direction: Side | None) -> tuple[Phase, ...]:
    """Return the phases of one repetition in a direction.

    The first direction (and None) is the cycle as it stands. The other one runs it backwards
    through the same keyframes; the breath stays with its place, so that one still breathes in
    while rising, and the cues are the exercise's `reverse_cues`.
    """
    if direction is None or not exercise.directions or direction is exercise.directions[0]:
        return exercise.cycle
    cues = exercise.reverse_cues or ("",) * len(exercise.cycle)
    back = tuple(reversed(exercise.cycle))
    return tuple(
        replace(phase, start=phase.to, to=phase.start, breath=forth.breath, cue=cue)
        for phase, forth, cue in zip(back, exercise.cycle, cues, strict=True)
    )


def keyframe(planned: Planned, name: str) -> Pose:
    """Return a keyframe as this dose shows it: its variant's, scaled towards the fixed one.

    Raises:
        KeyError: the exercise has no such keyframe.
    """
    return _keyframe(Same(planned), name)


@lru_cache(maxsize=256)  # type: ignore[misc]  # typeshed names it with Any
def _keyframe(same: Same[Planned], name: str) -> Pose:
    planned, exercise = same.value, same.value.exercise
    frames = dict(exercise.keyframes)
    swaps = dict(dict(exercise.variants).get(planned.variant, ()))
    shown = frames[swaps.get(name, name)]
    moving = {end for phase in exercise.cycle for end in (phase.start, phase.to)}
    if name not in moving or planned.reach >= 1.0:
        return shown
    fixed = frames[swaps.get(exercise.range_from, exercise.range_from)]
    return blend(fixed, shown, planned.reach)


def breath_of(phases: Sequence[Phase]) -> tuple[Breath, ...]:
    """Return the breaths in order, free ones left out."""
    return tuple(phase.breath for phase in phases if phase.breath is not Breath.FREE)


def seconds_of(phases: Sequence[Phase]) -> float:
    """Return how long the phases take together at pace 1."""
    return sum(phase.seconds for phase in phases)


def rounds_of(exercise: Exercise, reps: int, pace: float) -> int:
    """Return how often the cycle runs in each direction for a dose.

    Seconds are done in whole cycles, the last of which may end a little later; where phases are
    held, one cycle holds each of them for the dose.
    """
    if not exercise.dose.in_seconds:
        return reps
    if any(phase.hold for phase in exercise.cycle):
        return 1
    return max(1, math.ceil(reps * pace / seconds_of(exercise.cycle) - _TINY))


def phase_s(exercise: Exercise, phase: Phase, reps: int, pace: float) -> float:
    """Return how long a phase lasts: a held one as long as its dose in seconds says."""
    held = phase.hold and exercise.dose.in_seconds
    return float(reps) if held else phase.seconds / pace


def lasting_s(exercise: Exercise, reps: int, pace: float) -> float:
    """Return how long an exercise takes at a dose, from its first breath to its last."""
    leads = seconds_of((*exercise.lead_in, *exercise.lead_out)) / pace
    cycle = sum(phase_s(exercise, phase, reps, pace) for phase in exercise.cycle)
    return leads + cycle * rounds_of(exercise, reps, pace) * max(1, len(exercise.directions))


def phase_pose(planned: Planned, phase: Phase, part: float) -> Pose:
    """Return the pose at `part` (0 to 1) of a phase."""
    start, to = keyframe(planned, phase.start), keyframe(planned, phase.to)
    return blend(start, to, eased(part, phase.ease))


def frame_pose(planned: Planned, phase: Phase, part: float, seconds: float) -> Pose:
    """Return the pose at `part` of a phase that lasts `seconds`, as one of its film's frames.

    A film has at most 60 poses a second, evenly spread over the way, and no more than can be told
    apart: a slow movement has fewer. A repetition shows the poses of the one before, and the way
    back those of the way there. So they need not be drawn again.
    """
    film = _film(Same(planned), *_way(phase), seconds)
    done = round(eased(part, phase.ease) * (len(film) - 1))
    return film[-1 - done if phase.start > phase.to else done]


def frames_of(planned: Planned) -> Iterator[Pose]:
    """Return every pose that an exercise will show, once, in the order of its film."""
    exercise = planned.exercise
    shown: set[tuple[str, str, float]] = set()
    for phase in (*exercise.lead_in, *exercise.cycle, *exercise.lead_out):
        way = (*_way(phase), phase_s(exercise, phase, planned.reps, planned.pace))
        if way not in shown:
            shown.add(way)
            film = _film(Same(planned), *way)
            yield from reversed(film) if phase.start > phase.to else film


def _way(phase: Phase) -> tuple[str, str]:
    """Return the keyframes between which a phase leads, the same there and back."""
    return min(phase.start, phase.to), max(phase.start, phase.to)


FRAMES_PER_S = 60

LEAST_TRAVEL = 0.08
"""Percent of body height that some joint moves between two poses of a film: less is not seen.

It is 0.4 pixels of a figure 480 pixels wide.
"""

_SAMPLES = 8
"""Pieces in which a way is measured; arcs are hardly longer than so many chords."""


@lru_cache(maxsize=64)  # type: ignore[misc]  # typeshed names it with Any
def _film(same: Same[Planned], one: str, other: str, seconds: float) -> tuple[Pose, ...]:
    """Return the poses from one keyframe to another, both included; at least one step."""
    start, to = keyframe(same.value, one), keyframe(same.value, other)
    most = max(1, round(seconds * FRAMES_PER_S))
    steps = min(most, max(1, math.ceil(_travel(start, to) / LEAST_TRAVEL)))
    return tuple(blend(start, to, step / steps) for step in range(steps + 1))


def _travel(start: Pose, to: Pose) -> float:
    """Return how far the joint that moves most comes, in percent of body height."""
    seen = [solve(blend(start, to, n / _SAMPLES)).joints for n in range(_SAMPLES + 1)]
    return sum(
        max(math.dist(before[name], after[name]) for name in before)
        for before, after in itertools.pairwise(seen)
    )


def pose_at(planned: Planned, phases: Sequence[Phase], t: float) -> Pose:
    """Return the pose `t` seconds into the phases at pace 1; they repeat from the start."""
    left = t % seconds_of(phases)
    for phase in phases:
        if left < phase.seconds:
            return phase_pose(planned, phase, left / phase.seconds)
        left -= phase.seconds
    return phase_pose(planned, phases[-1], 1.0)
