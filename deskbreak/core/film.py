"""An exercise played on its own: lead-in, one repetition, lead-out, and any moment of it."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.exercise import Phase, Side
from deskbreak.core.motion import cycle_for, keyframe, phase_pose, seconds_of
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture


@dataclass(frozen=True, slots=True)
class Film:
    """The phases of an exercise in their order, at pace 1.

    Attributes:
        cycle_start: seconds from the beginning to the first movement of the repetition.
        cycle_seconds: how long the repetition takes.
        seconds: how long everything takes.
    """

    planned: Planned
    lead_in: tuple[Phase, ...]
    cycle: tuple[Phase, ...]
    lead_out: tuple[Phase, ...]
    loop: tuple[Pose, ...]
    cycle_start: float
    cycle_seconds: float
    seconds: float

    def at(self, t: float) -> Picture:
        """Return the picture `t` seconds after the beginning; before and after, the ends."""
        left = max(0.0, t)
        phases = (*self.lead_in, *self.cycle, *self.lead_out)
        index = 0
        while index < len(phases) - 1 and left >= phases[index].seconds:
            left -= phases[index].seconds
            index += 1
        turning = 0 <= index - len(self.lead_in) < len(self.cycle)
        phase = phases[index]
        return self._picture(phase, min(1.0, left / phase.seconds), turning=turning)

    def turning(self, t: float) -> Picture:
        """Return the picture `t` seconds into repetitions without end."""
        return self.at(self.cycle_start + t % self.cycle_seconds)

    def telling(self) -> float:
        """Return the second that shows the movement best: well under way."""
        part = self.cycle_seconds / 4 if self.loop else self.cycle[0].seconds * 0.999
        return self.cycle_start + part

    def _picture(self, phase: Phase, part: float, *, turning: bool) -> Picture:
        exercise = self.planned.exercise
        pose = phase_pose(self.planned, phase, part)
        if phase.start == phase.to:
            return Picture(exercise, pose)
        ends = keyframe(self.planned, phase.start), keyframe(self.planned, phase.to)
        if not turning:
            return Picture(exercise, pose, ends=ends)
        ghost = None if self.loop else ends[1]
        return Picture(exercise, pose, ghost, *ends, self.loop, ends)


def film_of(planned: Planned, direction: Side | None = None) -> Film:
    """Return the film of an exercise in a direction."""
    exercise = planned.exercise
    cycle = cycle_for(exercise, direction)
    turns = (*exercise.cycle, exercise.cycle[0]) if exercise.full_trail else ()
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
    )
