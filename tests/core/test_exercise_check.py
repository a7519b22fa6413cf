from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.exercise import Breath, Dose, Exercise, Level, RangeFactor
from deskbreak.core.exercise_check import faults_of
from tests.core.guide_samples import circles, exercise, phase

SOUND = exercise()


def keys(bad: Exercise) -> list[str]:
    return [fault.key for fault in faults_of(bad)]


def test_a_sound_exercise_has_no_faults() -> None:
    assert faults_of(SOUND) == ()
    assert faults_of(replace(circles(), reverse_cues=("a", "b", "c"), lead_out=())) == ()


@pytest.mark.parametrize(
    "key", ["title", "goal", "setup", "breathing", "easier", "harder", "safety"]
)
def test_an_empty_or_long_text_is_named(key: str) -> None:
    assert keys(replace(SOUND, **{key: "  "})) == [key]  # type: ignore[arg-type]  # texts only
    (fault,) = faults_of(replace(SOUND, **{key: "x" * 141}))  # type: ignore[arg-type]  # as above
    assert fault.key == key
    assert fault.said == "has 141 characters; 140 is the most"


def test_a_step_and_a_mistake_are_named_by_number() -> None:
    bad = replace(SOUND, steps=("Fine.", ""), mistakes=("x" * 150,))
    assert keys(bad) == ["steps[1]", "mistakes[0]"]


def test_a_cycle_without_phases_is_refused() -> None:
    assert keys(replace(SOUND, cycle=(), lead_out=())) == ["cycle", "lead_out"]


def test_broken_chains_are_named_where_they_break() -> None:
    lead = (phase("rest", "center", 1), phase("left", "center", 1))
    assert "lead_in[1].from" in keys(replace(SOUND, lead_in=lead))
    assert "cycle[0].from" in keys(replace(SOUND, lead_in=(phase("rest", "left", 1),)))
    out = (phase("left", "rest", 1, Breath.OUT),)
    assert keys(replace(SOUND, lead_out=out)) == ["lead_out[0].from"]


def test_a_cycle_ends_where_it_starts_unless_it_is_done_once() -> None:
    open_ = replace(SOUND, cycle=SOUND.cycle[:1], lead_out=())
    assert keys(open_) == ["cycle"]
    assert faults_of(replace(open_, once=True)) == ()


def test_unknown_keyframes_are_named_with_those_there_are() -> None:
    bad = replace(
        SOUND,
        range_from="moon",
        variants=(("neck_free", (("center", "mars"),)),),
        lead_in=(phase("sun", "center", 2),),
    )
    faults = {fault.key: fault.said for fault in faults_of(bad)}
    assert set(faults) == {"range_from", "variants.neck_free", "lead_in[0].from"}
    assert faults["range_from"] == ('names no keyframe "moon"; there are rest, center, right, left')


def test_a_phase_takes_time() -> None:
    assert keys(replace(SOUND, lead_in=(phase("rest", "center", 0),))) == ["lead_in[0].s"]


def test_reverse_cues_match_the_phases() -> None:
    assert keys(replace(circles(), reverse_cues=("one",))) == ["reverse_cues"]


def test_the_breath_begins_in_and_ends_out() -> None:
    lead = (phase("rest", "center", 2, Breath.OUT),)
    assert keys(replace(SOUND, lead_in=lead)) == ["lead_in"]
    out = (phase("center", "rest", 2, Breath.IN),)
    assert keys(replace(SOUND, lead_out=out)) == ["lead_out"]
    free = phase("a", "a", 1, Breath.FREE)
    still = replace(
        SOUND,
        lead_in=(),
        lead_out=(),
        cycle=(free,),
        keyframes=(("a", SOUND.keyframes[0][1]),),
        range_from="a",
    )
    assert faults_of(still) == ()


@pytest.mark.parametrize("cap", [0, 16, -1])
def test_a_cap_is_from_1_to_15(cap: int) -> None:
    assert "reps.cap" in keys(replace(SOUND, dose=replace(SOUND.dose, cap=cap)))


def test_every_dose_is_at_most_the_cap() -> None:
    dose = Dose("turns", 9, 0.5, 8, beginner=-1, normal=9, advanced=8)
    assert keys(replace(SOUND, dose=dose)) == ["reps.start", "reps.beginner", "reps.normal"]


def test_ranges_are_shares() -> None:
    bad = replace(SOUND, ranges=RangeFactor(0.0, 1.2, 1.0))
    assert keys(bad) == ["range.beginner", "range.normal"]


def test_each_level_has_its_dose_and_range() -> None:
    assert [SOUND.dose.at(level) for level in Level] == [2, 4, 0]
    assert [RangeFactor(0.5, 0.75, 1.0).at(level) for level in Level] == [0.5, 0.75, 1.0]


def test_a_variant_speaks_for_itself_in_a_set_up_and_steps() -> None:
    own = ("Arms crossed.", "Breathe in and grow.")
    crossed = replace(
        SOUND,
        variants=(("neck_free", (("center", "rest"),)),),
        variant_steps=(("neck_free", own),),
    )
    assert faults_of(crossed) == ()
    assert keys(replace(crossed, variants=())) == ["variant_steps.neck_free"]
    assert keys(replace(crossed, variant_steps=(("neck_free", own[:1]),))) == [
        "variant_steps.neck_free"
    ]
    long = replace(crossed, variant_steps=(("neck_free", (own[0], "x" * 141)),))
    assert keys(long) == ["variant_steps.neck_free[1]"]


def test_a_hold_wants_a_dose_in_seconds() -> None:
    held = replace(SOUND, cycle=(replace(SOUND.cycle[0], hold=True), *SOUND.cycle[1:]))
    assert keys(held) == ["reps.unit"]
    timed = replace(SOUND.dose, unit="seconds per side", cap=60)
    assert faults_of(replace(held, dose=timed)) == ()
    assert keys(replace(held, dose=replace(timed, cap=301))) == ["reps.cap"]
