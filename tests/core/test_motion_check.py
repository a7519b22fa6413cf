from __future__ import annotations

from dataclasses import replace

from deskbreak.core.exercise import Breath, Exercise, RangeFactor
from deskbreak.core.joint_angles import angles_of
from deskbreak.core.motion_check import all_faults, forms_of, motion_faults
from deskbreak.core.pose import Pose
from deskbreak.core.rig import solve
from tests.core.guide_samples import exercise, phase

SITTING = Pose(hand_l="thigh", hand_r="thigh")


def moving(to: Pose, seconds: float = 3.0, place: str = "chair") -> Exercise:
    """Return an exercise that goes from sitting to a pose and back."""
    return replace(
        exercise(),
        place=place,
        keyframes=(("rest", SITTING), ("center", SITTING), ("right", to), ("left", SITTING)),
        cycle=(
            phase("center", "right", seconds, Breath.OUT),
            phase("right", "center", seconds),
        ),
    )


def said(bad: Exercise) -> list[str]:
    return [f"{fault.key}: {fault.said}" for fault in motion_faults(bad)]


def test_a_calm_movement_within_its_ranges_has_no_faults() -> None:
    assert motion_faults(moving(replace(SITTING, thorax=(0.0, 0.0, 30.0)))) == ()


def test_a_joint_beyond_its_range_is_named_with_the_range() -> None:
    (first, second) = said(moving(replace(SITTING, thorax=(0.0, 0.0, 55.0))))
    assert first.startswith("cycle[0]: takes the trunk rotation to 4")
    assert first.endswith("degrees; -40 to 40 is its range")
    assert second.startswith("cycle[1]: takes the trunk rotation to 55")
    bent = replace(SITTING, hand_l="", sh_l=(90.0, 0.0, 0.0), el_l=170.0)
    assert any("left elbow" in each for each in said(moving(bent, 20.0)))


def test_a_mat_allows_more_than_a_chair() -> None:
    nodding = replace(SITTING, head=(45.0, 0.0, 0.0))
    assert said(moving(nodding))
    assert not said(moving(nodding, place="floor"))


def test_a_hand_that_cannot_reach_is_named() -> None:
    upright = replace(SITTING, leg_l=(0.0, 0.0, 0.0, 6.0), root=(0.0, 52.4), hand_l="knee")
    (first, *_) = said(moving(upright, 9.0))
    assert first.startswith("cycle[0]: has a hand or foot ")


def test_what_sinks_below_the_floor_is_named() -> None:
    assert "sinks " in said(moving(replace(SITTING, root=(0.0, 20.0))))[0]


def test_haste_is_named_with_what_would_be_right() -> None:
    (first, second) = said(moving(replace(SITTING, thorax=(0.0, 0.0, 38.0)), 0.5))
    assert first.startswith("cycle[0]: moves at ")
    assert first.endswith("; 60 is the most: give it more time")
    assert second.startswith("cycle[1]")
    assert not said(moving(replace(SITTING, thorax=(0.0, 0.0, 38.0)), 0.5, "standing"))


def test_getting_into_place_may_be_quicker_than_the_exercise() -> None:
    quick = phase("rest", "right", 0.4)
    once = replace(
        moving(replace(SITTING, thorax=(0.0, 0.0, 38.0))),
        lead_in=(quick,),
        cycle=(phase("right", "right", 2.0, Breath.OUT),),
        lead_out=(),
    )
    assert motion_faults(once) == ()


def test_every_range_and_variant_is_looked_at() -> None:
    both = replace(
        moving(SITTING),
        ranges=RangeFactor(0.5, 0.8, 1.0),
        variants=(("neck_free", (("right", "right_x"),)),),
    )
    forms = [(form.reach, form.variant) for form in forms_of(both)]
    assert forms == [(0.5, ""), (0.5, "neck_free"), (1.0, ""), (1.0, "neck_free")]
    far = replace(SITTING, neck=(0.0, 0.0, 80.0))
    bad = replace(both, keyframes=(*both.keyframes, ("right_x", far)))
    assert any("neck rotation" in each for each in said(bad))


def test_the_data_comes_before_the_movement() -> None:
    haste = moving(replace(SITTING, thorax=(0.0, 0.0, 38.0)), 0.5)
    assert [fault.key for fault in all_faults(haste)] == ["cycle[0]", "cycle[1]"]
    assert [fault.key for fault in all_faults(replace(haste, title=""))] == ["title"]


def test_angles_are_named_as_one_speaks_of_them() -> None:
    pose = replace(SITTING, lumbar=(5.0, 0.0, 10.0), thorax=(5.0, 0.0, 20.0), head=(0.0, 3.0, 0.0))
    found = angles_of(pose, solve(pose))
    assert found["trunk flexion"] == 10
    assert found["trunk rotation"] == 30
    assert found["neck side bend"] == 3
    assert {"left shoulder", "right elbow", "left hip", "right knee"} <= found.keys()
