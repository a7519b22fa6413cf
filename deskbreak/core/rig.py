"""The rig: turns a pose into joints and frames by forward kinematics, contacts by reaching.

Pure and quick: one solve is a few hundred multiplications. Units are percent of body height;
x points to the screen's right in a front view, y up, z where the figure faces. Proportions are
stylised from the segment ratios of Drillis and Contini.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from deskbreak.core.figure.arms import reach, solve_arm
from deskbreak.core.figure.contacts import Body
from deskbreak.core.figure.space import (
    Mat,
    Vec,
    add,
    column,
    lerp,
    mul,
    segment_turn,
    sub,
    times,
    turn,
    turned_about,
)
from deskbreak.core.pose import Loosely, Pair, Pose

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

ANKLE = 3.6
"""How high the ankle is above the sole."""

_KNEE_AHEAD: Vec = (0.0, 0.7, 1.0)
"""Where the knee of a held ankle points: forward and up."""

_SIDES = (("l", -1), ("r", 1))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A solved pose.

    Attributes:
        joints: positions by name: hip_c, l5, t12, c7, skull, head, and with _l and _r:
            shoulder, elbow, wrist, hand, hip, knee, ankle, toe, heel, sole.
        frames: orientations of pelvis, lumbar, thorax, neck, head.
        missed: how far the worst contact or held ankle was out of reach.
    """

    joints: dict[str, Vec]
    frames: dict[str, Mat]
    missed: float


def solve(pose: Pose) -> Skeleton:
    """Return the joints and frames of a pose."""
    joints: dict[str, Vec] = {}
    root = segment_turn(0.0, pose.roll, 0.0)
    frames = _spine(pose, root, joints)
    body = Body(joints, frames["thorax"], frames["head"], frames["pelvis"])
    missed = 0.0
    for end, side in _SIDES:
        missed = max(missed, _leg(end, side, pose, _Legs(root, frames["pelvis"]), joints))
        scapula = pose.scap_l if side < 0 else pose.scap_r
        arm, hand = (pose.arm_l(), pose.hand_l) if side < 0 else (pose.arm_r(), pose.hand_r)
        shoulder = _shoulder(scapula, side, joints["c7"], frames["thorax"])
        limb = solve_arm(hand, arm, side, shoulder, body)
        joints["shoulder_" + end], joints["elbow_" + end] = shoulder, limb.elbow
        joints["wrist_" + end], joints["hand_" + end] = limb.wrist, limb.tip
        missed = max(missed, limb.missed)
    return Skeleton(joints, frames, missed)


def _spine(pose: Pose, upright: Mat, joints: dict[str, Vec]) -> dict[str, Mat]:
    frames: dict[str, Mat] = {}
    root: Vec = (0.0, pose.root[1], pose.root[0])
    joints["hip_c"] = root
    frame, at = upright, root
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


@dataclass(frozen=True, slots=True)
class _Legs:
    """What the legs hang on: the frame of the whole body and the pelvis's."""

    root: Mat
    pelvis: Mat

    def turned(self, v: Vec, leg_rot: float) -> Vec:
        placed = turn(self.root, v)
        return turned_about(placed, column(self.pelvis, 1), leg_rot) if leg_rot else placed


def _leg(end: str, side: int, pose: Pose, legs: _Legs, joints: dict[str, Vec]) -> float:
    """Place one leg and return by how much it misses the place where its ankle is held."""
    leg, pin = (pose.leg_l, pose.pin_l) if side < 0 else (pose.leg_r, pose.pin_r)
    thigh, shank, foot, abduction = leg
    turns = pose.leg_rot
    out: Vec = (side * HIP_OUT, 0.0, 0.0)
    # Turned legs take the hips with them; otherwise the hips go with the pelvis's rotation.
    aside = out if turns else turn(segment_turn(0.0, 0.0, pose.pelvis[2]), out)
    hip = add(joints["hip_c"], legs.turned(aside, turns))
    missed = 0.0
    knee = add(hip, mul(legs.turned(_sagittal(side, thigh, abduction), turns), THIGH))
    ankle = add(knee, mul(legs.turned(_sagittal(side, shank, 0.0), turns), SHANK))
    if pin is not None:
        place, hold = (pin.place, pin.hold) if isinstance(pin, Loosely) else (pin, 1.0)
        wide = hip[0] + side * math.sin(math.radians(abduction)) * THIGH
        goal = lerp(ankle, (wide, place[1], place[0]), hold)
        ahead = lerp(sub(knee, hip), _KNEE_AHEAD, hold)
        knee, ankle, missed = reach(hip, goal, ahead, THIGH, SHANK)
    sin, cos = math.sin(math.radians(foot)), math.cos(math.radians(foot))
    forward, below = legs.turned((0.0, sin, cos), turns), legs.turned((0.0, -cos, sin), turns)
    joints["hip_" + end], joints["knee_" + end], joints["ankle_" + end] = hip, knee, ankle
    joints["toe_" + end] = add(ankle, mul(forward, FOOT))
    joints["heel_" + end] = add(ankle, mul(forward, -HEEL))
    joints["sole_" + end] = add(ankle, mul(below, ANKLE))
    return missed


def _sagittal(side: int, angle: float, abduction: float) -> Vec:
    a, b = math.radians(angle), math.radians(abduction)
    return (side * math.sin(b), -math.cos(a) * math.cos(b), math.sin(a) * math.cos(b))


def _shoulder(scapula: Pair, side: int, c7: Vec, thorax: Mat) -> Vec:
    elevation, protraction = scapula
    out = SHOULDER_OUT - abs(protraction) * 0.03
    return add(c7, turn(thorax, (side * out, elevation * 0.16 - SHOULDER_DROP, protraction * 0.14)))
