"""The shipped exercises at every level: left and right stay alike."""

from __future__ import annotations

import math

import pytest

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.adapters.resources import resources_folder
from deskbreak.core.exercise import Level
from deskbreak.core.motion import keyframe
from deskbreak.core.pose import mirrored
from deskbreak.core.rig import solve
from deskbreak.core.routine import Planned

CATALOG, _ = load_catalog(resources_folder() / "exercises")


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", CATALOG)
def test_what_is_mirrored_in_full_is_mirrored_at_every_level(name: str, level: Level) -> None:
    exercise = CATALOG[name]
    moving = {end for phase in exercise.cycle for end in (phase.start, phase.to)}
    full = {key: pose for key, pose in exercise.keyframes if key in moving}
    dose = Planned(exercise, 1, exercise.ranges.at(level))
    for one, pose in full.items():
        for two in (key for key, other in full.items() if other == mirrored(pose)):
            there = solve(keyframe(dose, two)).joints
            for joint, place in solve(mirrored(keyframe(dose, one))).joints.items():
                assert math.dist(place, there[joint]) < 0.1, f"{joint} of {one} and {two}"
