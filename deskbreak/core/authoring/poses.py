"""A pose as an exercise file writes it: only what differs from the figure sitting at ease."""

from __future__ import annotations

from deskbreak.core.pose import At, Between, Hand, Loosely, Pin, Pose
from deskbreak.core.settings.plain import Plain

_DIGITS = 4
_EASE = Pose()


def pose_form(pose: Pose) -> dict[str, Plain]:
    """Return the keys of a keyframe with all its bases resolved."""
    everything = _all(pose)
    usual = _all(_EASE)
    return {key: value for key, value in everything.items() if value != usual[key]}


def _all(pose: Pose) -> dict[str, Plain]:
    return {
        "root": numbers(pose.root),
        "pelvis": numbers(pose.pelvis),
        "lumbar": numbers(pose.lumbar),
        "thorax": numbers(pose.thorax),
        "neck": numbers(pose.neck),
        "head": numbers(pose.head),
        "scap_l": numbers(pose.scap_l),
        "scap_r": numbers(pose.scap_r),
        "sh_l": numbers(pose.sh_l),
        "sh_r": numbers(pose.sh_r),
        "el_l": number(pose.el_l),
        "el_r": number(pose.el_r),
        "wr_l": number(pose.wr_l),
        "wr_r": number(pose.wr_r),
        "hand_l": _hand(pose.hand_l),
        "hand_r": _hand(pose.hand_r),
        "leg_l": numbers(pose.leg_l),
        "leg_r": numbers(pose.leg_r),
        "pin_l": _pin(pose.pin_l),
        "pin_r": _pin(pose.pin_r),
        "roll": number(pose.roll),
        "leg_rot": number(pose.leg_rot),
    }


def numbers(values: tuple[float, ...]) -> Plain:
    """Return numbers as a file writes them."""
    return [number(value) for value in values]


def number(value: float) -> Plain:
    """Return a number with no more digits than anybody can see, whole ones without a point."""
    short = round(value, _DIGITS)
    return int(short) if short == int(short) else short


def _pin(pin: Pin) -> Plain:
    place = pin.place if isinstance(pin, Loosely) else pin
    return [] if place is None else numbers(place)


def _hand(hand: Hand) -> Plain:
    while isinstance(hand, Between):
        hand = hand.to
    if isinstance(hand, At):
        wrist, tip = (",".join(str(number(each)) for each in end) for end in (hand.wrist, hand.tip))
        return f"at:{wrist}/{tip}"
    return hand
