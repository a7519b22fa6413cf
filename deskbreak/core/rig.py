"""The rig: turns a pose into joints and frames by forward kinematics, contacts by reaching.

Pure and quick: one solve is a few hundred multiplications. Units are percent of body height;
x points to the screen's right in a front view, y up, z where the figure faces. Proportions are
stylised from the segment ratios of Drillis and Contini.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from deskbreak.core.figure.arms import Body, solve_arm
from deskbreak.core.figure.space import Mat, Vec, add, column, mul, segment_turn, times, turn
from deskbreak.core.pose import Pair, Pose, Quad

PELVIS = 6.0
LUMBAR = 9.0
THORAX = 14.5
NECK = 5.0
HEAD_UP, HEAD_FORWARD = 5.2, 1.0
HEAD_RADIUS = 6.4
SHOULDER_OUT, SHOULDER_DROP = 11.3, 2.3
HIP_OUT = 7.8
THIGH = 24.5
SHANK = 24.6
FOOT = 11.0
HEEL = 3.2

_UPRIGHT: Mat = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_SIDES = (("l", -1), ("r", 1))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A solved pose.

    Attributes:
        joints: positions by name: hip_c, l5, t12, c7, skull, head, and with _l and _r:
            shoulder, elbow, wrist, hand, hip, knee, ankle, toe, heel.
        frames: orientations of pelvis, lumbar, thorax, neck, head.
        missed: how far the worst contact was out of reach.
    """

    joints: dict[str, Vec]
    frames: dict[str, Mat]
    missed: float


def solve(pose: Pose) -> Skeleton:
    """Return the joints and frames of a pose."""
    joints: dict[str, Vec] = {}
    frames = _spine(pose, joints)
    _leg("l", -1, pose.leg_l, joints)
    _leg("r", 1, pose.leg_r, joints)
    body = Body(joints, frames["thorax"], frames["head"])
    missed = 0.0
    for end, side in _SIDES:
        scapula = pose.scap_l if side < 0 else pose.scap_r
        arm, hand = (pose.arm_l(), pose.hand_l) if side < 0 else (pose.arm_r(), pose.hand_r)
        shoulder = _shoulder(scapula, side, joints["c7"], frames["thorax"])
        limb = solve_arm(hand, arm, side, shoulder, body)
        joints["shoulder_" + end], joints["elbow_" + end] = shoulder, limb.elbow
        joints["wrist_" + end], joints["hand_" + end] = limb.wrist, limb.tip
        missed = max(missed, limb.missed)
    return Skeleton(joints, frames, missed)


def _spine(pose: Pose, joints: dict[str, Vec]) -> dict[str, Mat]:
    frames: dict[str, Mat] = {}
    root: Vec = (0.0, pose.root[1], pose.root[0])
    joints["hip_c"] = root
    frame, at = _UPRIGHT, root
    chain = (
        ("pelvis", pose.pelvis, "l5", PELVIS),
        ("lumbar", pose.lumbar, "t12", LUMBAR),
        ("thorax", pose.thorax, "c7", THORAX),
        ("neck", pose.neck, "skull", NECK),
    )
    for name, bend, joint, bone in chain:
        frame = times(frame, segment_turn(*bend))
        at = add(at, mul(column(frame, 1), bone))
        frames[name], joints[joint] = frame, at
    frames["head"] = times(frame, segment_turn(*pose.head))
    joints["head"] = add(at, turn(frames["head"], (0.0, HEAD_UP, HEAD_FORWARD)))
    return frames


def _leg(end: str, side: int, leg: Quad, joints: dict[str, Vec]) -> None:
    thigh, shank, foot, abduction = leg
    hip = add(joints["hip_c"], (side * HIP_OUT, 0.0, 0.0))
    knee = add(hip, mul(_sagittal(side, thigh, abduction), THIGH))
    ankle = add(knee, mul(_sagittal(side, shank, 0.0), SHANK))
    forward: Vec = (0.0, math.sin(math.radians(foot)), math.cos(math.radians(foot)))
    joints["hip_" + end], joints["knee_" + end], joints["ankle_" + end] = hip, knee, ankle
    joints["toe_" + end] = add(ankle, mul(forward, FOOT))
    joints["heel_" + end] = add(ankle, mul(forward, -HEEL))


def _sagittal(side: int, angle: float, abduction: float) -> Vec:
    a, b = math.radians(angle), math.radians(abduction)
    return (side * math.sin(b), -math.cos(a) * math.cos(b), math.sin(a) * math.cos(b))


def _shoulder(scapula: Pair, side: int, c7: Vec, thorax: Mat) -> Vec:
    elevation, protraction = scapula
    out = SHOULDER_OUT - abs(protraction) * 0.03
    return add(c7, turn(thorax, (side * out, elevation * 0.16 - SHOULDER_DROP, protraction * 0.14)))
