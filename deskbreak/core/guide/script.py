"""An exercise with its dose, laid out on a time line of beats: what happens from when to when.

A beat is one phase at one repetition. Words, counts, breath and motion are all read from the
beats, so they cannot disagree. Times are seconds from the start of the exercise.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from typing import assert_never

from deskbreak.core.exercise import Breath, Phase, Side
from deskbreak.core.guide.instruction import Hint, Hints, hints_for, leading_out
from deskbreak.core.motion import cycle_for, keyframe, phase_s, rounds_of
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned, Routine


class Part(StrEnum):
    """The part of an exercise that a beat belongs to."""

    LEAD_IN = "lead_in"
    CYCLE = "cycle"
    LEAD_OUT = "lead_out"


@dataclass(frozen=True, slots=True)
class Beat:
    """One phase at one repetition.

    `rep` counts from 1 within its direction and is 0 outside the cycle; `rep_start` is when
    that repetition (or lead) began; `breath_start` and `breath_s` span the whole breath, which
    may run over several beats; `closes` is True where a whole repetition ends.
    """

    part: Part
    phase: Phase
    start: float
    seconds: float
    rep: int
    side: Side | None
    direction: int
    rep_start: float
    closes: bool
    hint: Hint
    breath_start: float = 0.0
    breath_s: float = 0.0

    @property
    def end(self) -> float:
        """Return when the beat is over."""
        return self.start + self.seconds


@dataclass(frozen=True, slots=True)
class Script:
    """The beats of one exercise in order, how long they last, and the poses of its circle.

    `loop` is empty unless the exercise shows its whole way.
    """

    planned: Planned
    beats: tuple[Beat, ...]
    seconds: float
    loop: tuple[Pose, ...] = ()

    def at(self, pos: float) -> Beat:
        """Return the beat that runs at `pos` seconds; the last one from the end on."""
        index = bisect_right(self.beats, pos, key=_start) - 1
        return self.beats[max(index, 0)]

    def done(self, pos: float) -> tuple[int, ...]:
        """Return the whole repetitions that are over at `pos`, one number per direction.

        A dose in seconds counts seconds: of each held phase, or of the whole cycles.
        """
        if self.planned.exercise.dose.in_seconds:
            return self._seconds_done(pos)
        counts = [0] * max(1, len(self.planned.exercise.directions))
        for beat in self.beats:
            if beat.closes and beat.end <= pos + TINY:
                counts[beat.direction] += 1
        return tuple(counts)

    def _seconds_done(self, pos: float) -> tuple[int, ...]:
        held = [beat for beat in self.beats if beat.phase.hold]
        if held:
            return tuple(int(min(max(pos - b.start, 0.0), b.seconds) + TINY) for b in held)
        ends = [beat.end for beat in self.beats if beat.closes]
        whole = sum(1 for end in ends if end <= pos + TINY)
        return (self.planned.reps * whole // len(ends),)

    def count(self, pos: float) -> int:
        """Return the number that is counted at `pos`: a repetition or second, 0 for none."""
        beat = self.at(pos)
        if beat.part is not Part.CYCLE or not self.planned.exercise.dose.in_seconds:
            return beat.rep
        if any(each.phase.hold for each in self.beats):
            since = beat.start if beat.phase.hold else pos + 1.0
        else:
            since = next(each.start for each in self.beats if each.part is Part.CYCLE)
        return max(0, min(self.planned.reps, int(pos - since + TINY) + 1))


TINY = 1e-6
"""Seconds by which a sum of binary fractions may miss its whole."""


def _start(beat: Beat) -> float:
    return beat.start


def scripts_for(routine: Routine) -> tuple[Script, ...]:
    """Return one script for each step of the routine."""
    return tuple(script_for(planned) for planned in routine.steps)


def script_for(planned: Planned) -> Script:
    """Lay an exercise out: lead-in, whole cycles in each direction, lead-out."""
    exercise = planned.exercise
    rows = [_Row(Part.LEAD_IN, phase, 0, None, 0) for phase in exercise.lead_in]
    for number, direction in enumerate(exercise.directions or (None,)):
        cycle = cycle_for(exercise, direction)
        for rep in range(1, rounds_of(exercise, planned.reps, planned.pace) + 1):
            rows += [_Row(Part.CYCLE, phase, rep, direction, number) for phase in cycle]
    last = max(0, len(exercise.directions) - 1)
    rows += [_Row(Part.LEAD_OUT, phase, 0, None, last) for phase in exercise.lead_out]
    beats = _breaths(_laid(planned, rows))
    turns = (*exercise.cycle, exercise.cycle[0]) if exercise.full_trail else ()
    loop = tuple(keyframe(planned, phase.start) for phase in turns)
    return Script(planned, beats, beats[-1].end, loop)


@dataclass(frozen=True, slots=True)
class _Row:
    part: Part
    phase: Phase
    rep: int
    way: Side | None
    direction: int


def _laid(planned: Planned, rows: list[_Row]) -> list[Beat]:
    spans = [phase_s(planned.exercise, row.phase, planned.reps, planned.pace) for row in rows]
    starts = [0.0, *accumulate(spans)]
    hints = hints_for(planned)
    beats: list[Beat] = []
    rep_start, inside = 0.0, 0
    for index, row in enumerate(rows):
        first = index == 0 or _turn(rows[index - 1]) != _turn(row)
        rep_start, inside = (starts[index], 0) if first else (rep_start, inside + 1)
        beats.append(
            Beat(
                part=row.part,
                phase=row.phase,
                start=starts[index],
                seconds=spans[index],
                rep=row.rep,
                side=row.way or row.phase.side,
                direction=row.direction,
                rep_start=rep_start,
                closes=row.rep > 0
                and (index + 1 == len(rows) or _turn(rows[index + 1]) != _turn(row)),
                hint=_hint(hints, row, inside),
            )
        )
    return beats


def _hint(hints: Hints, row: _Row, inside: int) -> Hint:
    match row.part:
        case Part.LEAD_IN:
            return hints.leading_in(inside)
        case Part.CYCLE:
            return hints.cycling(inside, row.rep, row.direction)
        case Part.LEAD_OUT:
            return leading_out(row.phase)
        case _:
            assert_never(row.part)


def _turn(row: _Row) -> tuple[Part, int, int]:
    return row.part, row.direction, row.rep


def _breaths(beats: list[Beat]) -> tuple[Beat, ...]:
    done: list[Beat] = []
    for index, beat in enumerate(beats):
        begins = index == 0 or beats[index - 1].phase.breath != beat.phase.breath
        start = beat.start if begins else done[-1].breath_start
        last = index
        while last + 1 < len(beats) and beats[last + 1].phase.breath == beat.phase.breath:
            last += 1
        done.append(replace(beat, breath_start=start, breath_s=beats[last].end - start))
    return tuple(done)


def breath_part(beat: Beat, pos: float) -> float:
    """Return how far the breath has come, 0 to 1; 0 where the breath is free."""
    if beat.phase.breath is Breath.FREE:
        return 0.0
    return min(1.0, max(0.0, (pos - beat.breath_start) / beat.breath_s))
