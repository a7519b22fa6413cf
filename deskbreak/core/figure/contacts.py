"""What a hand can touch on the own body, and where wrist and fingertips then belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskbreak.core.figure.space import Mat, Vec, add, lerp, turn

CONTACTS = ("", "shoulder", "occiput", "chest", "knee", "thigh", "hip", "back")
"""Everything that a hand can touch by name: nothing, the own fingertips on the own shoulder, the
back of the head, the opposite side of the chest, knee, thigh, waist, behind the back."""


@dataclass(frozen=True, slots=True)
class Body:
    """What an arm hangs on and may touch: solved joints, frames of thorax, head and pelvis."""

    joints: Mapping[str, Vec]
    thorax: Mat
    head: Mat
    pelvis: Mat


def contact(hand: str, side: int, body: Body) -> tuple[Vec, Vec]:
    """Return where wrist and fingertips belong; `side` is -1 for left and 1 for right.

    Raises:
        ValueError: a hand cannot touch that.
    """
    end = "l" if side < 0 else "r"
    match hand:
        case "occiput":
            return _from(
                body, "head", body.head, (side * 7.2, -2.6, -3.6), (side * 0.6, -1.2, -6.8)
            )
        case "chest":
            wrist, tip = (-side * 1.5, -7.5, 7.2), (-side * 7.5, -4.0, 5.5)
            return _from(body, "c7", body.thorax, wrist, tip)
        case "hip":
            wrist, tip = (side * 10.5, 7.0, 0.5), (side * 7.5, 6.0, 5.0)
            return _from(body, "hip_c", body.pelvis, wrist, tip)
        case "back":
            wrist, tip = (side * 2.5, 3.0, -8.5), (-side * 1.0, -1.5, -9.0)
            return _from(body, "hip_c", body.pelvis, wrist, tip)
        case "knee":
            knee = body.joints["knee_" + end]
            return add(knee, (0.0, 4.3, -4.6)), add(knee, (0.0, 3.0, 1.6))
        case "thigh":
            on = lerp(body.joints["hip_" + end], body.joints["knee_" + end], 0.65)
            return add(on, (0.0, 5.2, -2.0)), add(on, (0.0, 4.6, 4.0))
        case _:
            raise ValueError(f'a hand cannot touch "{hand}"')


def _from(body: Body, joint: str, frame: Mat, wrist: Vec, tip: Vec) -> tuple[Vec, Vec]:
    """Return two places that go with a part of the body."""
    at = body.joints[joint]
    return add(at, turn(frame, wrist)), add(at, turn(frame, tip))
