from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.exercise import Breath, Side
from deskbreak.core.guide.motion import cycle_for, keyframe
from deskbreak.core.routine import Planned
from tests.core.guide_samples import circles, exercise


def test_the_first_direction_is_the_data() -> None:
    assert cycle_for(circles(), Side.BACKWARD) == circles().cycle
    assert cycle_for(circles(), None) == circles().cycle


def test_the_other_direction_runs_back_and_breathes_the_other_way() -> None:
    turned = cycle_for(circles(), Side.FORWARD)
    assert [(p.start, p.to, p.seconds) for p in turned] == [
        ("center", "left", 2),
        ("left", "right", 1),
        ("right", "center", 1),
    ]
    assert [p.breath for p in turned] == [Breath.IN, Breath.OUT, Breath.OUT]
    assert not any(p.cue for p in turned)


@pytest.mark.parametrize(("reach", "degrees"), [(1.0, 32.0), (0.5, 16.0)])
def test_reach_scales_the_movement_from_its_fixed_pose(reach: float, degrees: float) -> None:
    planned = Planned(exercise(), 1, reach)
    assert keyframe(planned, "right").thorax[2] == pytest.approx(degrees)
    assert keyframe(planned, "center") == dict(exercise().keyframes)["center"]
    assert keyframe(planned, "rest") == dict(exercise().keyframes)["rest"]


def test_without_a_fixed_pose_the_first_of_the_cycle_is_fixed() -> None:
    planned = Planned(replace(exercise(), range_from=""), 1, 0.5)
    assert keyframe(planned, "left").thorax[2] == pytest.approx(-16.0)


def test_a_variant_takes_the_place_of_its_keyframes() -> None:
    swapped = replace(exercise(), variants=(("neck_free", (("right", "left"),)),))
    planned = Planned(swapped, 1, 1.0, variant="neck_free")
    assert keyframe(planned, "right") == keyframe(planned, "left")
    assert keyframe(planned, "center").thorax[2] == 0.0
