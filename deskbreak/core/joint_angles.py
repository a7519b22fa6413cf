"""The angles of a pose as a physiotherapist names them, in degrees."""

from __future__ import annotations

from deskbreak.core.figure.space import angle, column, mul, sub
from deskbreak.core.pose import Pose
from deskbreak.core.rig import Skeleton

_SIDES = (("l", "left"), ("r", "right"))


def angles_of(pose: Pose, skeleton: Skeleton) -> dict[str, float]:
    """Return flexion, bend and turn of trunk and neck, and those of shoulders, elbows, legs.

    Forward, right and to the right are positive. A limb's name has its side before it, as in
    "left elbow".
    """
    joints, down = skeleton.joints, mul(column(skeleton.frames["pelvis"], 1), -1.0)
    hanging = mul(column(skeleton.frames["thorax"], 1), -1.0)
    found: dict[str, float] = {"pelvis": pose.pelvis[0]}
    for i, way in enumerate(("flexion", "side bend", "rotation")):
        found[f"trunk {way}"] = pose.lumbar[i] + pose.thorax[i]
        found[f"neck {way}"] = pose.neck[i] + pose.head[i]
    for end, side in _SIDES:
        upper = sub(joints["elbow_" + end], joints["shoulder_" + end])
        thigh = sub(joints["knee_" + end], joints["hip_" + end])
        found[f"{side} shoulder"] = angle(upper, hanging)
        found[f"{side} elbow"] = angle(upper, sub(joints["wrist_" + end], joints["elbow_" + end]))
        found[f"{side} hip"] = angle(thigh, down)
        found[f"{side} knee"] = angle(thigh, sub(joints["ankle_" + end], joints["knee_" + end]))
    return found
