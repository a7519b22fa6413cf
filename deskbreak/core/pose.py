"""A pose of the figure as anatomical angles and contacts, and how one pose becomes another.

Everything here is data and interpolation; `core/rig.py` turns a pose into joints.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

Triple = tuple[float, float, float]
Pair = tuple[float, float]
Quad = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Arm:
    """The angles of one arm: shoulder (elevation, plane, axial), elbow and wrist flexion."""

    shoulder: Triple
    elbow: float
    wrist: float


@dataclass(frozen=True, slots=True)
class Between:
    """A hand on its way from one contact to another; `part` runs from 0 to 1."""

    start: Hand
    to: Hand
    part: float
    start_arm: Arm
    to_arm: Arm


@dataclass(frozen=True, slots=True)
class At:
    """A hand on a fixed place: where the wrist and the fingertips are in figure space."""

    wrist: Triple
    tip: Triple


Hand = str | At | Between
"""What a hand touches: "" for nothing, a contact of `figure/contacts.py`, a place, or on the way.
"""


@dataclass(frozen=True, slots=True)
class Loosely:
    """An ankle on its way between a held place and a free leg; `hold` runs from 0 to 1."""

    place: Pair
    hold: float


Pin = Pair | Loosely | None
"""Where an ankle is held (forward, up); None lets the leg go."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Every parameter of the rig. Degrees and percent of body height; `_l`/`_r` as in a mirror.

    Attributes:
        root: hip centre (forward, up).
        pelvis: flexion, lateral bend, rotation; likewise lumbar, thorax, neck, head, each
            against its parent.
        scap_l: elevation and protraction of the shoulder blade.
        sh_l: shoulder elevation (0 hanging, 180 up), plane of elevation (0 sideways, 90
            forward), axial rotation. With a contact it only hints where the elbow points.
        el_l: elbow flexion; `wr_l` wrist flexion.
        hand_l: the contact.
        leg_l: thigh, shank, foot (absolute sagittal angles, 0 down, 90 forward), abduction.
        pin_l: where the ankle is held (forward, up); the leg then reaches for it. None is free.
        roll: how far the whole body leans to the right, 90 lying on that side.
        leg_rot: how far the legs turn about the pelvis's own axis.
    """

    root: Pair = (0.0, 29.0)
    pelvis: Triple = (0.0, 0.0, 0.0)
    lumbar: Triple = (0.0, 0.0, 0.0)
    thorax: Triple = (0.0, 0.0, 0.0)
    neck: Triple = (0.0, 0.0, 0.0)
    head: Triple = (0.0, 0.0, 0.0)
    scap_l: Pair = (0.0, 0.0)
    scap_r: Pair = (0.0, 0.0)
    sh_l: Triple = (8.0, 40.0, 0.0)
    sh_r: Triple = (8.0, 40.0, 0.0)
    el_l: float = 10.0
    el_r: float = 10.0
    wr_l: float = 0.0
    wr_r: float = 0.0
    hand_l: Hand = ""
    hand_r: Hand = ""
    leg_l: Quad = (90.0, 0.0, 0.0, 6.0)
    leg_r: Quad = (90.0, 0.0, 0.0, 6.0)
    pin_l: Pin = None
    pin_r: Pin = None
    roll: float = 0.0
    leg_rot: float = 0.0

    def arm_l(self) -> Arm:
        """Return the angles of the left arm."""
        return Arm(self.sh_l, self.el_l, self.wr_l)

    def arm_r(self) -> Arm:
        """Return the angles of the right arm."""
        return Arm(self.sh_r, self.el_r, self.wr_r)


def eased(part: float, ease: str) -> float:
    """Bend time within a movement: smooth, linear, in (starts slowly) or out (ends slowly)."""
    match ease:
        case "linear":
            return part
        case "in":
            return 1.0 - math.cos(part * math.pi / 2)
        case "out":
            return math.sin(part * math.pi / 2)
        case _:
            return 0.5 - 0.5 * math.cos(math.pi * part)


def blend(a: Pose, b: Pose, part: float) -> Pose:
    """Return the pose between `a` (part 0) and `b` (part 1); hands travel between contacts."""
    if part <= 0.0 or a is b:
        return a
    if part >= 1.0:
        return b
    return Pose(
        root=_pair(a.root, b.root, part),
        pelvis=_triple(a.pelvis, b.pelvis, part),
        lumbar=_triple(a.lumbar, b.lumbar, part),
        thorax=_triple(a.thorax, b.thorax, part),
        neck=_triple(a.neck, b.neck, part),
        head=_triple(a.head, b.head, part),
        scap_l=_pair(a.scap_l, b.scap_l, part),
        scap_r=_pair(a.scap_r, b.scap_r, part),
        sh_l=_triple(a.sh_l, b.sh_l, part),
        sh_r=_triple(a.sh_r, b.sh_r, part),
        el_l=_mid(a.el_l, b.el_l, part),
        el_r=_mid(a.el_r, b.el_r, part),
        wr_l=_mid(a.wr_l, b.wr_l, part),
        wr_r=_mid(a.wr_r, b.wr_r, part),
        hand_l=_hand(a.hand_l, b.hand_l, part, a.arm_l(), b.arm_l()),
        hand_r=_hand(a.hand_r, b.hand_r, part, a.arm_r(), b.arm_r()),
        leg_l=_quad(a.leg_l, b.leg_l, part),
        leg_r=_quad(a.leg_r, b.leg_r, part),
        pin_l=_pin(a.pin_l, b.pin_l, part),
        pin_r=_pin(a.pin_r, b.pin_r, part),
        roll=_mid(a.roll, b.roll, part),
        leg_rot=_mid(a.leg_rot, b.leg_rot, part),
    )


def mirrored(pose: Pose) -> Pose:
    """Return the pose with left and right exchanged."""
    return replace(
        pose,
        pelvis=_other_way(pose.pelvis),
        lumbar=_other_way(pose.lumbar),
        thorax=_other_way(pose.thorax),
        neck=_other_way(pose.neck),
        head=_other_way(pose.head),
        scap_l=pose.scap_r,
        scap_r=pose.scap_l,
        sh_l=pose.sh_r,
        sh_r=pose.sh_l,
        el_l=pose.el_r,
        el_r=pose.el_l,
        wr_l=pose.wr_r,
        wr_r=pose.wr_l,
        hand_l=_other_hand(pose.hand_r),
        hand_r=_other_hand(pose.hand_l),
        leg_l=pose.leg_r,
        leg_r=pose.leg_l,
        pin_l=pose.pin_r,
        pin_r=pose.pin_l,
        roll=-pose.roll,
        leg_rot=-pose.leg_rot,
    )


def _other_hand(hand: Hand) -> Hand:
    if isinstance(hand, At):
        return At(_across(hand.wrist), _across(hand.tip))
    if isinstance(hand, Between):
        return replace(hand, start=_other_hand(hand.start), to=_other_hand(hand.to))
    return hand


def _across(place: Triple) -> Triple:
    return (-place[0], place[1], place[2])


def _other_way(bend: Triple) -> Triple:
    return (bend[0], -bend[1], -bend[2])


def _hand(a: Hand, b: Hand, part: float, a_arm: Arm, b_arm: Arm) -> Hand:
    if isinstance(a, At) and isinstance(b, At):
        return At(_triple(a.wrist, b.wrist, part), _triple(a.tip, b.tip, part))
    return a if a == b else Between(a, b, part, a_arm, b_arm)


def _pin(a: Pin, b: Pin, part: float) -> Pin:
    """Glide between two places; from or to a free leg the hold fades."""
    from_hold, to_hold = _hold(a), _hold(b)
    start, to = _place(a) or _place(b), _place(b) or _place(a)
    if start is None or to is None:
        return None
    place, hold = _pair(start, to, part), _mid(from_hold, to_hold, part)
    return place if from_hold == to_hold == 1.0 else Loosely(place, hold)


def _place(pin: Pin) -> Pair | None:
    return pin.place if isinstance(pin, Loosely) else pin


def _hold(pin: Pin) -> float:
    if isinstance(pin, Loosely):
        return pin.hold
    return 0.0 if pin is None else 1.0


def _mid(a: float, b: float, part: float) -> float:
    return a + (b - a) * part


def _pair(a: Pair, b: Pair, part: float) -> Pair:
    return (_mid(a[0], b[0], part), _mid(a[1], b[1], part))


def _triple(a: Triple, b: Triple, part: float) -> Triple:
    return (_mid(a[0], b[0], part), _mid(a[1], b[1], part), _mid(a[2], b[2], part))


def _quad(a: Quad, b: Quad, part: float) -> Quad:
    return (
        _mid(a[0], b[0], part),
        _mid(a[1], b[1], part),
        _mid(a[2], b[2], part),
        _mid(a[3], b[3], part),
    )
