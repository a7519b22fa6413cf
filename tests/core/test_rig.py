from __future__ import annotations

import pytest
from hypothesis import given, settings

from deskbreak.core import rig
from deskbreak.core.figure.arms import FOREARM, HAND, UPPER_ARM
from deskbreak.core.figure.space import Vec, column, dot, length, sub
from deskbreak.core.pose import Pose, mirrored
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
