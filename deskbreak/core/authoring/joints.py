"""The joints of a pose in plain names, each with how far it may go in an exercise.

Angles of hips, thighs, lower legs and feet are against the room, so they turn far in one who
lies down. The spans hold the movements of the shipped exercises and stay within what the joints
of healthy adults allow, split over the rig's segments. Rotation of the trunk is 45 degrees to a
side (AMA), flexion of the shoulder about 165 to 170 degrees (CDC):
http://www.scranton.edu/academics/pcps/physicaltherapy/programs/dpt/dpt-information/Goniometry/tlsrot.htm
https://archive.cdc.gov/www_cdc_gov/ncbddd/jointrom/index.html
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core.pose import Pose
from deskbreak.core.words import Words


@dataclass(frozen=True, slots=True)
class Joint:
    """One angle of a pose: its key in the file, its place in it, and its span."""

    key: str
    place: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Limb:
    """Joints that are shown together."""

    name: str
    joints: tuple[Joint, ...]


def _bends(key: str, forward: tuple[int, int], side: int, turn: int) -> tuple[Joint, ...]:
    return (Joint(key, 0, *forward), Joint(key, 1, -side, side), Joint(key, 2, -turn, turn))


def _arm(end: str) -> tuple[Joint, ...]:
    return (
        Joint(f"sh_{end}", 0, -40, 185),
        Joint(f"sh_{end}", 1, -90, 150),
        Joint(f"sh_{end}", 2, -90, 90),
        Joint(f"el_{end}", 0, 0, 150),
        Joint(f"wr_{end}", 0, -80, 80),
        Joint(f"scap_{end}", 0, -15, 40),
        Joint(f"scap_{end}", 1, -30, 30),
    )


def _leg(end: str) -> tuple[Joint, ...]:
    return (
        Joint(f"leg_{end}", 0, -120, 180),
        Joint(f"leg_{end}", 1, -200, 180),
        Joint(f"leg_{end}", 2, -120, 250),
        Joint(f"leg_{end}", 3, -30, 60),
    )


LIMBS = (
    Limb(
        "trunk",
        (
            *_bends("pelvis", (-130, 180), 30, 45),
            *_bends("lumbar", (-40, 60), 30, 15),
            *_bends("thorax", (-40, 60), 40, 45),
        ),
    ),
    Limb(
        "head",
        (*_bends("neck", (-40, 40), 30, 45), *_bends("head", (-40, 40), 25, 45)),
    ),
    Limb("arm_l", _arm("l")),
    Limb("arm_r", _arm("r")),
    Limb("leg_l", _leg("l")),
    Limb("leg_r", _leg("r")),
    Limb(
        "body",
        (
            Joint("root", 0, -120, 120),
            Joint("root", 1, 0, 110),
            Joint("roll", 0, -100, 100),
            Joint("leg_rot", 0, -90, 90),
        ),
    ),
)


def limb_name(limb: str, tr: Words) -> str:
    """Return what a group of joints is called."""
    return {
        "trunk": tr("Hips and trunk"),
        "head": tr("Neck and head"),
        "arm_l": tr("Left arm"),
        "arm_r": tr("Right arm"),
        "leg_l": tr("Left leg"),
        "leg_r": tr("Right leg"),
        "body": tr("Whole body"),
    }[limb]


def joint_name(joint: Joint, tr: Words) -> str:
    """Return what moves, in plain words."""
    part = joint.key.partition("_")[0]
    if joint.key in {"pelvis", "lumbar", "thorax", "neck", "head"}:
        where = {
            "pelvis": tr("Hips"),
            "lumbar": tr("Lower back"),
            "thorax": tr("Upper back"),
            "neck": tr("Neck"),
            "head": tr("Head"),
        }[joint.key]
        how = (tr("lean forward"), tr("lean to the side"), tr("turn"))[joint.place]
        return tr("{where}: {how}", where=where, how=how)
    names = {
        "sh": (tr("Arm up"), tr("Arm to the front"), tr("Turn the arm")),
        "el": (tr("Bend the elbow"),),
        "wr": (tr("Bend the wrist"),),
        "scap": (tr("Shoulder up"), tr("Shoulder forward")),
        "leg": (tr("Lift the thigh"), tr("Lower leg"), tr("Foot"), tr("Leg outward")),
        "root": (tr("Forward"), tr("Up")),
        "roll": (tr("Roll to the side"),),
    }
    return tr("Turn the legs") if joint.key == "leg_rot" else names[part][joint.place]


def value_of(pose: Pose, joint: Joint) -> float:
    """Return a joint's angle, in degrees; of the whole body's place, in percent of its height."""
    return _angles(pose)[joint.key][joint.place]


def bent(pose: Pose, joint: Joint, value: float) -> Pose:
    """Return the pose with one joint at another angle."""
    old = _angles(pose)[joint.key]
    new = (*old[: joint.place], value, *old[joint.place + 1 :])
    angles = new if len(new) > 1 else value
    return replace(pose, **{joint.key: angles})  # type: ignore[arg-type]  # of its field's shape


def _angles(pose: Pose) -> dict[str, tuple[float, ...]]:
    return {
        "pelvis": pose.pelvis,
        "lumbar": pose.lumbar,
        "thorax": pose.thorax,
        "neck": pose.neck,
        "head": pose.head,
        "sh_l": pose.sh_l,
        "sh_r": pose.sh_r,
        "el_l": (pose.el_l,),
        "el_r": (pose.el_r,),
        "wr_l": (pose.wr_l,),
        "wr_r": (pose.wr_r,),
        "scap_l": pose.scap_l,
        "scap_r": pose.scap_r,
        "leg_l": pose.leg_l,
        "leg_r": pose.leg_r,
        "root": pose.root,
        "roll": (pose.roll,),
        "leg_rot": (pose.leg_rot,),
    }
