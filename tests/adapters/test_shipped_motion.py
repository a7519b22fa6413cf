"""The shipped movements stay within what a body at a desk may do, at every moment."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.exercise import Breath, Exercise, Phase
from deskbreak.core.figure.space import Vec, angle, column, dot, mul, sub
from deskbreak.core.motion import breath_of, cycle_for, pose_at, seconds_of
from deskbreak.core.pose import Pose
from deskbreak.core.rig import Skeleton, solve
from deskbreak.core.routine import Planned

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
LIMITS = {
    "trunk_flexion": (-40, 85),
    "trunk_lateral": (-30, 30),
    "trunk_rotation": (-40, 40),
    "neck_flexion": (-15, 40),
    "neck_lateral": (-45, 45),
    "neck_rotation": (-60, 60),
    "elbow": (0, 150),
    "sh_elev": (0, 184),
    "knee": (-2, 162),
    "hip": (0, 150),
}
AT_HOME = LIMITS | {
    "trunk_lateral": (-35, 35),
    "trunk_rotation": (-45, 45),
    "neck_flexion": (-45, 50),
}
SEATED = {"desk", "posture"}
LOOK_S = 0.05
FASTEST = 60.0
LOWEST = -0.5
WORST_CONTACT = 1.5

DOSES = [
    Planned(exercise, 1, reach, variant)
    for exercise in CATALOG.values()
    for reach in sorted({exercise.ranges.beginner, exercise.ranges.advanced})
    for variant in ("", *(name for name, _ in exercise.variants))
]


def named(planned: Planned) -> str:
    return f"{planned.exercise.id}-{planned.reach}-{planned.variant or 'plain'}"


CASES = [pytest.param(planned, id=named(planned)) for planned in DOSES]
AT_THE_DESK = [
    pytest.param(planned, id=named(planned))
    for planned in DOSES
    if planned.exercise.group in SEATED
]


def measured(pose: Pose, skeleton: Skeleton) -> dict[str, float]:
    """Return the angles of a pose as a physiotherapist would name them, in degrees."""
    joints, thorax = skeleton.joints, skeleton.frames["thorax"]
    down = mul(column(skeleton.frames["pelvis"], 1), -1)
    found = {"pelvis_tilt": pose.pelvis[0]}
    for i, way in enumerate(("flexion", "lateral", "rotation")):
        found[f"trunk_{way}"] = pose.lumbar[i] + pose.thorax[i]
        found[f"neck_{way}"] = pose.neck[i] + pose.head[i]
    for end in ("l", "r"):
        upper = sub(joints["elbow_" + end], joints["shoulder_" + end])
        fore = sub(joints["wrist_" + end], joints["elbow_" + end])
        thigh = sub(joints["knee_" + end], joints["hip_" + end])
        shank = sub(joints["ankle_" + end], joints["knee_" + end])
        found[f"elbow_{end}"] = angle(upper, fore)
        hanging: Vec = mul(column(thorax, 1), -1)
        found[f"sh_elev_{end}"] = angle(upper, hanging)
        found[f"knee_{end}"] = angle(thigh, shank)
        found[f"hip_{end}"] = angle(thigh, down)
    return found


def moments(planned: Planned, phases: tuple[Phase, ...]) -> Iterator[Pose]:
    whole = seconds_of(phases)
    for n in range(int(whole / LOOK_S) + 1):
        yield pose_at(planned, phases, min(n * LOOK_S, whole - 1e-6))


def parts(exercise: Exercise) -> list[tuple[Phase, ...]]:
    cycles = [cycle_for(exercise, way) for way in exercise.directions or (None,)]
    return [p for p in (exercise.lead_in, *cycles, exercise.lead_out) if p]


@pytest.mark.parametrize("planned", CASES)
def test_every_joint_stays_within_its_range_and_nothing_sinks(planned: Planned) -> None:
    limits = LIMITS if planned.exercise.group in SEATED else AT_HOME
    for phases in parts(planned.exercise):
        for pose in moments(planned, phases):
            skeleton = solve(pose)
            for name, value in measured(pose, skeleton).items():
                low, high = limits.get(name.removesuffix("_l").removesuffix("_r"), (-360, 360))
                assert low - 0.6 <= value <= high + 0.6, name
            assert skeleton.missed <= WORST_CONTACT
            heights = [at[1] for name, at in skeleton.joints.items() if "sole" not in name]
            assert min(heights) >= LOWEST


@pytest.mark.parametrize("planned", AT_THE_DESK)
def test_no_joint_moves_fast_within_the_cycle(planned: Planned) -> None:
    for way in planned.exercise.directions or (None,):
        poses = moments(planned, cycle_for(planned.exercise, way))
        angles = [measured(pose, solve(pose)) for pose in poses]
        speeds = [
            abs(two[name] - one[name]) / LOOK_S for one, two in pairwise(angles) for name in one
        ]
        assert max(speeds) <= FASTEST


@pytest.mark.parametrize("planned", CASES)
def test_nothing_jumps_from_one_look_to_the_next(planned: Planned) -> None:
    for phases in parts(planned.exercise):
        joints = [solve(pose).joints for pose in moments(planned, phases)]
        steps = [math.dist(one[name], two[name]) for one, two in pairwise(joints) for name in one]
        assert max(steps) < (3.2 if planned.exercise.group in SEATED else 6.0)


@pytest.mark.parametrize("exercise", CATALOG.values(), ids=CATALOG)
def test_the_breath_begins_in_ends_out_and_texts_are_short(exercise: Exercise) -> None:
    breaths = breath_of((*exercise.lead_in, *exercise.cycle, *exercise.lead_out))
    assert (breaths[0], breaths[-1]) == (Breath.IN, Breath.OUT)
    texts = (
        exercise.setup, exercise.goal, exercise.breathing, exercise.easier, exercise.harder,
        exercise.safety, *exercise.steps, *exercise.mistakes,
    )  # fmt: skip
    assert all(0 < len(text) <= 140 for text in texts)


@pytest.mark.parametrize("exercise", CATALOG.values(), ids=CATALOG)
def test_no_step_counts_what_the_dose_counts(exercise: Exercise) -> None:
    """Repetitions and tempo come from the data, so a text must not name its own."""
    said = " ".join((*exercise.steps, exercise.setup, exercise.breathing))
    assert not re.findall(r"\b\d+ ?(?:times|x|reps?|repetitions|circles|turns|bends)\b", said)
    assert not re.findall(r"\b\d+ ?(?:s|sec|seconds)\b", said)


@pytest.mark.parametrize("exercise", CATALOG.values(), ids=CATALOG)
def test_breaths_that_steps_name_are_those_of_the_cycle(exercise: Exercise) -> None:
    if exercise.once:
        return
    named = [
        Breath.IN if word == "in" else Breath.OUT
        for step in exercise.steps
        for word in re.findall(r"Breathe (in|out)", step)
    ]
    cycle = [phase.breath for phase in exercise.cycle]
    turns = [one for one, two in pairwise((*cycle, None)) if one != two]
    assert set(named) <= set(turns)
    assert named or exercise.group not in SEATED


def test_twist_tilt_and_wave_are_what_they_are_called() -> None:
    def at(name: str, key: str) -> Skeleton:
        return solve(dict(CATALOG[name].keyframes)[key])

    turned = column(at("back_twist", "right").frames["thorax"], 2)
    assert turned[0] > 0.5
    bent = at("side_tilt", "right").joints
    assert bent["head"][0] > 8
    assert abs(dot((0.0, 0.0, 1.0), sub(bent["head"], bent["hip_c"]))) < 3
    cow, cat = at("cat_cow", "cow").joints, at("cat_cow", "cat").joints
    assert cow["t12"][2] > cat["t12"][2] + 4
    assert cow["head"][1] > cat["head"][1] + 6
