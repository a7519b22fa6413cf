"""The shipped exercises as they are played: every dose, pace, side and form of every one."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.exercise import Breath, Exercise, Level, Side
from deskbreak.core.guide.script import Part, script_for
from deskbreak.core.motion import lasting_s
from deskbreak.core.motion_check import all_faults
from deskbreak.core.routine import Planned

CATALOG, PROBLEMS = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
EACH = pytest.mark.parametrize("exercise", CATALOG.values(), ids=CATALOG)
PACES = (0.75, 1.0, 1.5)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|eight|ten|twelve)"
_COUNTED = r"(?:s|sec|seconds?|minutes?|times|x|reps?|repetitions|circles|turns|bends|breaths)"


def doses(exercise: Exercise) -> list[Planned]:
    """Return every dose that the data knows, at every pace."""
    dose = exercise.dose
    amounts = {dose.start, dose.cap, *(dose.at(level) for level in Level)} - {0}
    return [
        Planned(exercise, amount, 1.0, variant, pace)
        for amount in sorted(amounts)
        for variant in ("", *(name for name, _ in exercise.variants))
        for pace in PACES
    ]


def test_all_31_ship_and_each_group_has_its_own() -> None:
    assert PROBLEMS == ()
    assert Counter(each.group for each in CATALOG.values()) == {
        "desk": 4, "posture": 3, "warm_up": 6, "lesson": 4, "library": 12, "cool_down": 2,
    }  # fmt: skip
    assert all(each.place in {"chair", "standing", "floor"} for each in CATALOG.values())
    assert {each.id: each.equipment for each in CATALOG.values() if each.equipment} == {
        "fitball_extension": ("ball",),
        "fitball_bridge": ("ball",),
        "hyperextension": ("support",),
    }


@EACH
def test_the_movement_is_one_that_a_person_could_write(exercise: Exercise) -> None:
    """What ships passes the very check that a person's own file has to pass."""
    assert all_faults(exercise) == ()


@EACH
def test_the_first_breath_goes_in_and_the_last_one_out(exercise: Exercise) -> None:
    for planned in doses(exercise):
        breaths = [beat.phase.breath for beat in script_for(planned).beats]
        told = [breath for breath in breaths if breath is not Breath.FREE]
        assert (told[0], told[-1]) == (Breath.IN, Breath.OUT)


@EACH
def test_a_dose_is_whole_cycles_and_takes_what_was_said(exercise: Exercise) -> None:
    for planned in doses(exercise):
        script = script_for(planned)
        cycle = [beat for beat in script.beats if beat.part is Part.CYCLE]
        assert len(cycle) % len(exercise.cycle) == 0
        assert script.seconds == pytest.approx(lasting_s(exercise, planned.reps, planned.pace))
        done = script.done(script.seconds)
        assert done == (planned.reps,) * len(done)
        if exercise.dose.in_seconds:
            held = [beat for beat in cycle if beat.phase.hold]
            whole = sum(beat.seconds for beat in cycle) if not held else held[0].seconds
            assert planned.reps <= whole + 1e-6 < planned.reps + 8


@EACH
def test_what_is_counted_per_side_is_done_on_both(exercise: Exercise) -> None:
    sides = Counter(phase.side for phase in exercise.cycle if phase.side)
    if "per side" in exercise.dose.unit:
        assert sides[Side.LEFT] == sides[Side.RIGHT] > 0
    else:
        assert not sides
    if "per direction" in exercise.dose.unit:
        assert exercise.directions == (Side.BACKWARD, Side.FORWARD)


@EACH
def test_texts_name_no_numbers_that_the_data_counts(exercise: Exercise) -> None:
    own = [text for _, texts in exercise.variant_steps for text in texts]
    said = " ".join((*exercise.steps, *own, exercise.setup, exercise.breathing)).lower()
    assert not re.findall(rf"\b{_NUMBER}[ -]{_COUNTED}\b", said)


@EACH
def test_a_variant_has_words_of_its_own_and_short_ones(exercise: Exercise) -> None:
    own = dict(exercise.variant_steps)
    assert set(own) == {name for name, _ in exercise.variants}
    for texts in own.values():
        assert all(0 < len(text) <= 140 for text in texts)
        assert not any("behind" in text and "head" in text for text in texts)


@EACH
def test_every_sentence_is_shown_in_its_turn(exercise: Exercise) -> None:
    for planned in doses(exercise):
        if planned.reps < exercise.dose.normal:
            continue
        usual = (exercise.setup, *exercise.steps)
        steps = dict(exercise.variant_steps).get(planned.variant, usual)[1:]
        shown = {beat.hint.text for beat in script_for(planned).beats}
        assert set(steps) <= shown
