"""An exercise played on its own: lead-in, one repetition, lead-out, and any moment of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from deskbreak.core.exercise import Breath, Phase, Side
from deskbreak.core.motion import cycle_for, frame_pose, keyframe, seconds_of
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture

_WAY_BACK_S = 2.0


@dataclass(frozen=True, slots=True)
class Film:
    """The phases of an exercise in their order, at pace 1.

    Attributes:
        cycle_start: seconds from the beginning to the first movement of the repetition.
        cycle_seconds: how long the repetition takes.
        seconds: how long everything takes.
        way_back: what leads from the end to the beginning again where the cycle does not.
    """

    planned: Planned
    lead_in: tuple[Phase, ...]
    cycle: tuple[Phase, ...]
    lead_out: tuple[Phase, ...]
    loop: tuple[Pose, ...]
    cycle_start: float
    cycle_seconds: float
    seconds: float
    way_back: tuple[Phase, ...] = ()

    def at(self, t: float) -> Picture:
        """Return the picture `t` seconds after the beginning; before and after, the ends."""
        index, part = _found((*self.lead_in, *self.cycle, *self.lead_out), max(0.0, t))
        inside = index - len(self.lead_in)
        if 0 <= inside < len(self.cycle):
            return self._picture(self.cycle[inside], part, turning=True)
        phase = self.lead_in[index] if inside < 0 else self.lead_out[inside - len(self.cycle)]
        return self._picture(phase, part, turning=False)

    def turning(self, t: float) -> Picture:
        """Return the picture `t` seconds into repetitions without end."""
        phases = (*self.cycle, *self.way_back)
        index, part = _found(phases, t % self.round_seconds)
        return self._picture(phases[index], part, turning=index < len(self.cycle))

    @property
    def round_seconds(self) -> float:
        """How long a repetition takes until the next one begins."""
        return self.cycle_seconds + seconds_of(self.way_back)

    def telling(self) -> float:
        """Return the second that shows the movement best: its farthest in the first breath."""
        if self.loop:
            return self.cycle_start + self.cycle_seconds / 4
        first, *more = self.cycle
        way = [first, *takewhile(lambda phase: _goes_on(first, phase), more)]
        return self.cycle_start + seconds_of(way[:-1]) + way[-1].seconds * 0.999

    def _picture(self, phase: Phase, part: float, *, turning: bool) -> Picture:
        exercise = self.planned.exercise
        pose = frame_pose(self.planned, phase, part, phase.seconds)
        if phase.start == phase.to:
            return Picture(exercise, pose)
        ends = keyframe(self.planned, phase.start), keyframe(self.planned, phase.to)
        if not turning:
            return Picture(exercise, pose, ends=ends)
        ghost = None if self.loop else ends[1]
        return Picture(exercise, pose, ghost, *ends, self.loop, ends)


def _goes_on(first: Phase, phase: Phase) -> bool:
    """Return whether a phase carries the movement of the first one further in the same breath."""
    return phase.breath is first.breath and phase.to not in {phase.start, first.start}


def _found(phases: Sequence[Phase], left: float) -> tuple[int, float]:
    """Return which phase runs `left` seconds after the first began, and how much of it is over."""
    index = 0
    while index < len(phases) - 1 and left >= phases[index].seconds:
        left -= phases[index].seconds
        index += 1
    return index, min(1.0, left / phases[index].seconds)


def film_of(planned: Planned, direction: Side | None = None) -> Film:
    """Return the film of an exercise in a direction."""
    exercise = planned.exercise
    cycle = cycle_for(exercise, direction)
    turns = (*exercise.cycle, exercise.cycle[0]) if exercise.full_trail else ()
    first, last = cycle[0].start, cycle[-1].to
    back = () if first == last else (Phase(last, first, _WAY_BACK_S, Breath.FREE),)
    lead_in, whole = seconds_of(exercise.lead_in), seconds_of(cycle)
    return Film(
        planned=planned,
        lead_in=exercise.lead_in,
        cycle=cycle,
        lead_out=exercise.lead_out,
        loop=tuple(keyframe(planned, phase.start) for phase in turns),
        cycle_start=lead_in,
        cycle_seconds=whole,
        seconds=lead_in + whole + seconds_of(exercise.lead_out),
        way_back=back,
    )
