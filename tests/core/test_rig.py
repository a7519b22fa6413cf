from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from deskbreak.core import rig
from deskbreak.core.figure.arms import FOREARM, HAND, UPPER_ARM
from deskbreak.core.figure.space import Vec, column, dot, length, sub
from deskbreak.core.pose import Loosely, Pose, blend, mirrored
from deskbreak.core.rig import Skeleton, solve
from tests.core.pose_strategies import poses

BONES = (
    ("hip_c", "l5", rig.PELVIS),
    ("l5", "t12", rig.LUMBAR),
    ("t12", "c7", rig.THORAX),
    ("c7", "skull", rig.NECK),
    ("hip_l", "knee_l", rig.THIGH),
    ("knee_r", "ankle_r", rig.SHANK),
    ("ankle_l", "toe_l", rig.FOOT),
    ("ankle_r", "heel_r", rig.HEEL),
    ("shoulder_l", "elbow_l", UPPER_ARM),
    ("shoulder_r", "elbow_r", UPPER_ARM),
    ("elbow_l", "wrist_l", FOREARM),
    ("elbow_r", "wrist_r", FOREARM),
)


def between(skeleton: Skeleton, one: str, two: str) -> float:
    return length(sub(skeleton.joints[one], skeleton.joints[two]))


@settings(deadline=None, max_examples=40)
@given(poses)
def test_bones_keep_their_length_in_any_pose(pose: Pose) -> None:
    skeleton = solve(pose)
    for one, two, bone in BONES:
        assert between(skeleton, one, two) == pytest.approx(bone, abs=1e-6)


@settings(deadline=None, max_examples=40)
@given(poses)
def test_every_frame_stays_square(pose: Pose) -> None:
    for frame in solve(pose).frames.values():
        for i in range(3):
            for k in range(3):
                assert dot(column(frame, i), column(frame, k)) == pytest.approx(
                    float(i == k), abs=1e-9
                )


@settings(deadline=None, max_examples=40)
@given(poses)
def test_a_mirrored_pose_has_mirrored_joints(pose: Pose) -> None:
    plain, other = solve(pose), solve(mirrored(pose))
    for name, at in plain.joints.items():
        twin = {"l": name[:-1] + "r", "r": name[:-1] + "l"}.get(name[-1:], name)
        twin = twin if name[-2:] in {"_l", "_r"} else name
        assert flipped(other.joints[twin]) == pytest.approx(at, abs=1e-4)
    assert other.missed == pytest.approx(plain.missed, abs=1e-6)


def flipped(at: Vec) -> Vec:
    return (-at[0], at[1], at[2])


def test_sitting_upright_is_where_it_should_be() -> None:
    joints = solve(Pose()).joints
    assert joints["hip_c"] == (0.0, 29.0, 0.0)
    assert joints["c7"] == pytest.approx((0.0, 29.0 + 6.0 + 9.0 + 14.5, 0.0))
    assert joints["knee_r"][2] > 24
    assert joints["shoulder_l"][0] == pytest.approx(-11.3)
    assert joints["shoulder_r"][0] == pytest.approx(11.3)


def test_bending_forward_carries_the_head_forward_and_to_the_right_goes_right() -> None:
    assert solve(Pose(lumbar=(30.0, 0.0, 0.0))).joints["head"][2] > 10
    assert solve(Pose(thorax=(0.0, 20.0, 0.0))).joints["head"][0] > 4
    face = column(solve(Pose(thorax=(0.0, 0.0, 40.0))).frames["thorax"], 2)
    assert face[0] > 0.6


def test_a_raised_shoulder_blade_raises_the_shoulder() -> None:
    plain, raised = solve(Pose()), solve(Pose(scap_l=(20.0, 0.0), scap_r=(0.0, 10.0)))
    assert raised.joints["shoulder_l"][1] > plain.joints["shoulder_l"][1] + 3
    assert raised.joints["shoulder_r"][2] > plain.joints["shoulder_r"][2] + 1


def test_a_hand_out_of_reach_says_by_how_much() -> None:
    assert solve(Pose(hand_l="thigh", hand_r="thigh")).missed < 0.01
    assert solve(Pose(thorax=(-60.0, 0.0, 0.0), hand_l="knee")).missed > 2


def test_an_arm_with_a_bent_elbow_brings_the_hand_forward() -> None:
    skeleton = solve(Pose(sh_r=(0.0, 0.0, 0.0), el_r=90.0, wr_r=0.0))
    shoulder, hand = skeleton.joints["shoulder_r"], skeleton.joints["hand_r"]
    assert hand[2] - shoulder[2] == pytest.approx(FOREARM + HAND)
    assert hand[1] - shoulder[1] == pytest.approx(-UPPER_ARM)


def test_a_held_ankle_stays_where_it_is_while_the_hip_sinks() -> None:
    for up in (50.0, 45.0, 40.0):
        ankle = solve(Pose(root=(0.0, up), pin_l=(4.0, 3.6))).joints["ankle_l"]
        assert ankle[1:] == pytest.approx((3.6, 4.0), abs=1e-6)
    assert solve(Pose(root=(0.0, 80.0), pin_r=(0.0, 3.6))).missed > 20


def test_an_ankle_leaves_its_place_without_a_jump() -> None:
    free = Pose(root=(0.0, 45.0), leg_l=(60.0, -20.0, 0.0, 6.0))
    standing = Pose(root=(0.0, 45.0), pin_l=(0.0, 3.6))
    for one, two in ((free, standing), (standing, free)):
        steps = [solve(blend(one, two, n / 50)).joints["ankle_l"] for n in range(51)]
        ways = [length(sub(b, a)) for a, b in pairwise(steps)]
        assert max(ways) < 0.1 * sum(ways)
    halfway = blend(free, standing, 0.5)
    assert blend(halfway, standing, 0.5).pin_l == Loosely((0.0, 3.6), 0.75)
    assert blend(halfway, free, 0.5).pin_l == Loosely((0.0, 3.6), 0.25)


def test_turned_legs_take_their_hips_along_and_soles_lie_below() -> None:
    lying = Pose(pelvis=(-90.0, 0.0, 0.0), leg_rot=50.0)
    joints = solve(lying).joints
    assert joints["hip_r"][1] < joints["hip_c"][1] < joints["hip_l"][1]
    standing = solve(Pose(leg_l=(0.0, 0.0, 0.0, 0.0))).joints
    assert sub(standing["sole_l"], standing["ankle_l"]) == pytest.approx((0.0, -rig.ANKLE, 0.0))


def test_a_body_rolls_to_its_right() -> None:
    joints = solve(Pose(roll=90.0)).joints
    assert joints["head"][0] > 30
    assert joints["head"][1] == pytest.approx(joints["hip_c"][1], abs=1e-6)
