"""What must hold of every exercise, whoever wrote it: chains, breath, texts and doses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deskbreak.core.dose import MOST_REPS
from deskbreak.core.exercise import Breath, Exercise, Phase
from deskbreak.core.motion import breath_of

LONGEST_TEXT = 140
MOST_SECONDS = 300
"""No dose in seconds asks for more than this."""

_TINY = 1e-9
_SET_UP_AND_STEP = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an exercise: the key, and a sentence that says what would be right."""

    key: str
    said: str


def faults_of(exercise: Exercise) -> tuple[Fault, ...]:
    """Return everything that is wrong with an exercise; nothing when it may be guided."""
    return (
        *_texts(exercise),
        *_chains(exercise),
        *_names(exercise),
        *_breath(exercise),
        *_doses(exercise),
    )


def _texts(exercise: Exercise) -> Iterator[Fault]:
    texts = [
        ("title", exercise.title),
        ("goal", exercise.goal),
        ("setup", exercise.setup),
        ("breathing", exercise.breathing),
        ("easier", exercise.easier),
        ("harder", exercise.harder),
        ("safety", exercise.safety),
        *((f"steps[{n}]", text) for n, text in enumerate(exercise.steps)),
        *((f"mistakes[{n}]", text) for n, text in enumerate(exercise.mistakes)),
        *(
            (f"variant_steps.{name}[{n}]", text)
            for name, own in exercise.variant_steps
            for n, text in enumerate(own)
        ),
    ]
    for key, text in texts:
        if not text.strip():
            yield Fault(key, "is empty; write one sentence")
        elif len(text) > LONGEST_TEXT:
            yield Fault(key, f"has {len(text)} characters; {LONGEST_TEXT} is the most")


def _chains(exercise: Exercise) -> Iterator[Fault]:
    if not exercise.cycle:
        yield Fault("cycle", "has no phases; a repetition needs at least one")
        return
    before = (*exercise.lead_in, *exercise.cycle)
    for n, (one, two) in enumerate(pairwise(before)):
        if one.to != two.start:
            yield Fault(
                _place(exercise, n + 1), f'starts from "{two.start}"; "{one.to}" ends before it'
            )
    if not exercise.once and exercise.cycle[-1].to != exercise.cycle[0].start:
        yield Fault("cycle", f'must end where it starts, at "{exercise.cycle[0].start}"')
    if exercise.lead_out and exercise.lead_out[0].start != exercise.cycle[-1].to:
        yield Fault("lead_out[0].from", f'must be "{exercise.cycle[-1].to}", where the cycle ends')


def _place(exercise: Exercise, index: int) -> str:
    leading = len(exercise.lead_in)
    if index < leading:
        return f"lead_in[{index}].from"
    return f"cycle[{index - leading}].from"


def _names(exercise: Exercise) -> Iterator[Fault]:
    known = dict(exercise.keyframes)
    used = [
        (f"{part}[{n}].{key}", name)
        for part, phases in _parts(exercise)
        for n, phase in enumerate(phases)
        for key, name in (("from", phase.start), ("to", phase.to))
    ]
    used.append(("range_from", exercise.range_from))
    used += [
        (f"variants.{variant}", name)
        for variant, swaps in exercise.variants
        for swap in swaps
        for name in swap
    ]
    yield from (Fault(key, _unknown(name, known)) for key, name in used if name not in known)
    for part, phases in _parts(exercise):
        for n, phase in enumerate(phases):
            if phase.seconds <= _TINY:
                yield Fault(f"{part}[{n}].s", "must be more than 0 seconds")
    variants = dict(exercise.variants)
    for name, own in exercise.variant_steps:
        if name not in variants:
            yield Fault(f"variant_steps.{name}", "names no variant; add it to variants")
        if len(own) < _SET_UP_AND_STEP:
            yield Fault(f"variant_steps.{name}", "needs a set-up and at least one step")
    if exercise.reverse_cues and len(exercise.reverse_cues) != len(exercise.cycle):
        yield Fault("reverse_cues", f"needs one text for each of {len(exercise.cycle)} phases")


def _parts(exercise: Exercise) -> tuple[tuple[str, Sequence[Phase]], ...]:
    return (
        ("lead_in", exercise.lead_in),
        ("cycle", exercise.cycle),
        ("lead_out", exercise.lead_out),
    )


def _unknown(name: str, known: Iterable[str]) -> str:
    return f'names no keyframe "{name}"; there are {", ".join(known)}'


def _breath(exercise: Exercise) -> Iterator[Fault]:
    breaths = breath_of((*exercise.lead_in, *exercise.cycle, *exercise.lead_out))
    if breaths and breaths[0] is not Breath.IN:
        yield Fault("lead_in", "must begin on a breath in")
    if breaths and breaths[-1] is not Breath.OUT:
        yield Fault("lead_out", "must end on a breath out")


def _doses(exercise: Exercise) -> Iterator[Fault]:
    dose = exercise.dose
    most = MOST_SECONDS if dose.in_seconds else MOST_REPS
    if not 0 < dose.cap <= most:
        yield Fault("reps.cap", f"must be from 1 to {most}")
    for key, reps in (
        ("start", dose.start),
        ("beginner", dose.beginner),
        ("normal", dose.normal),
        ("advanced", dose.advanced),
    ):
        if not 0 <= reps <= dose.cap:
            yield Fault(f"reps.{key}", f"must be from 0 to the cap, {dose.cap}")
    if not dose.in_seconds and any(phase.hold for phase in exercise.cycle):
        yield Fault("reps.unit", 'must be "seconds" or "seconds per side" where a phase is held')
    ranges = exercise.ranges
    for key, factor in (
        ("beginner", ranges.beginner),
        ("normal", ranges.normal),
        ("advanced", ranges.advanced),
    ):
        if not 0 < factor <= 1:
            yield Fault(f"range.{key}", "must be more than 0 and at most 1")
