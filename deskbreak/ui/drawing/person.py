"""The person: trunk, limbs and head as parts, to be drawn from the farthest to the nearest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from functools import cache

from deskbreak.core.figure.space import column
from deskbreak.core.rig import Skeleton
from deskbreak.ui.drawing.arms import arm_parts
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.head import draw_head
from deskbreak.ui.drawing.ink import Ink, Limb
from deskbreak.ui.drawing.legs import leg_parts
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part, along
from deskbreak.ui.drawing.trunk import Trunk, trunk_of

_HIP_SLICES = 3
_YOKE = 3.0
_OVER = 1e-5
"""How much nearer than the shirt its front lies: nothing comes between."""

Line = tuple[tuple[float, float], ...]
"""Points on the drawing plane."""


def person_parts(
    skeleton: Skeleton, view: View, palette: Palette, highlight: tuple[str, ...]
) -> list[Part]:
    """Return the parts of a solved pose, farthest first."""
    joints, frames = skeleton.joints, skeleton.frames
    seen = {name: view(at) for name, at in joints.items()}
    chest = (seen["t12"][2] + seen["c7"][2]) / 2
    spine = (
        tuple(joints[name] for name in ("hip_c", "l5", "t12", "c7", "skull")),
        tuple(frames[name] for name in ("pelvis", "lumbar", "thorax")),
    )
    shoulders = tuple(joints[name] for name in ("shoulder_l", "shoulder_r"))

    @cache
    def trunk() -> Trunk:
        return trunk_of(skeleton, view)

    parts = [
        Part("trunk", chest, (*spine, shoulders), lambda ink: _shirt(ink, trunk(), seen, palette)),
        Part(
            "front",
            chest + _OVER,
            spine,
            lambda ink: _front(
                ink, trunk(), seen, _lines(trunk(), skeleton, view, highlight), palette
            ),
        ),
        Part(
            "neck",
            (seen["skull"][2] + chest) / 2 + 0.2,
            (joints["c7"], joints["skull"]),
            lambda ink: _neck(ink, seen, palette),
        ),
        Part(
            "head",
            seen["head"][2] + 0.6,
            (joints["head"], frames["head"]),
            lambda ink: draw_head(ink, skeleton, view, palette),
        ),
    ]
    for end in ("l", "r"):
        parts += arm_parts(seen, end, chest, palette)
        parts += leg_parts(seen, end, chest, palette)
    # Left and right of a movement that is alike on both sides keep their order from frame to frame.
    parts.sort(key=lambda part: round(part.depth, 6))
    return parts


def _neck(ink: Ink, seen: dict[str, Seen], palette: Palette) -> None:
    ink.limbs(palette.skin_far, palette.outline, (seen["c7"], seen["skull"], 2.8, 2.6))


def _shirt(ink: Ink, trunk: Trunk, seen: dict[str, Seen], palette: Palette) -> None:
    """Draw the shirt: trunk and shoulders as one."""
    yokes = (_yoke(seen, "l"), _yoke(seen, "r"))
    body, around = trunk.outline(), trunk.rim()
    ink.limbs(palette.shirt, palette.outline, *yokes, body=body, around=around)


def _front(
    ink: Ink, trunk: Trunk, seen: dict[str, Seen], glowing: Iterable[Line], palette: Palette
) -> None:
    """Draw what lies on the shirt, and stands still while only the shoulders move."""
    _hips(ink, trunk, palette)
    if trunk.facing > 0.12:  # noqa: PLR2004 - the front is in sight
        ink.line(palette.stripe, trunk.stripe, 0.85)
    for line in glowing:
        _glow(ink, line, palette)
    c7, skull = seen["c7"], seen["skull"]  # the collar closes the shirt around the neck
    ink.plain(palette.shirt_far, (c7, along(c7, skull, 0.12), 3.3, 2.9))


def _lines(
    trunk: Trunk, skeleton: Skeleton, view: View, highlight: tuple[str, ...]
) -> Iterator[Line]:
    """Return the lines of the trunk that are stretched or worked, as they are seen."""
    if "back_line" in highlight:
        face = view(column(skeleton.frames["thorax"], 2))
        yield _behind(trunk, face)[2:-1]
    if "side_line" in highlight:
        flank = _long_flank(trunk)
        if flank is not None:
            yield flank[3:-3]


def _yoke(seen: dict[str, Seen], end: str) -> Limb:
    """Return the part of the shirt that rises and sinks with a shoulder."""
    c7, shoulder = seen["c7"], seen["shoulder_" + end]
    return (along(c7, shoulder, 0.3), along(c7, shoulder, 0.86), _YOKE, _YOKE)


def _hips(ink: Ink, trunk: Trunk, palette: Palette) -> None:
    """Draw the seat of the trousers over the lowest part of the trunk."""
    body, around = trunk.outline(_HIP_SLICES), trunk.hem(_HIP_SLICES)
    ink.limbs(palette.trousers, palette.outline, trunk.seat(), body=body, around=around)


def _behind(trunk: Trunk, face: Seen) -> tuple[tuple[float, float], ...]:
    """Return the outline's side that is the back."""
    at = len(trunk.left) // 2
    one, two = trunk.left[at], trunk.right[at]
    ahead = (one[0] - two[0]) * face[0] + (one[1] - two[1]) * face[1]
    return trunk.left if ahead < 0 else trunk.right


def _long_flank(trunk: Trunk) -> tuple[tuple[float, float], ...] | None:
    """Return the flank that is stretched; None while both are alike."""
    left, right = _length(trunk.left), _length(trunk.right)
    if abs(left - right) <= 2.0:  # noqa: PLR2004 - percent of body height
        return None
    return trunk.left if left > right else trunk.right


def _length(points: tuple[tuple[float, float], ...]) -> float:
    return sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points))


def _glow(ink: Ink, points: tuple[tuple[float, float], ...], palette: Palette) -> None:
    ink.line(palette.glow, points, 3.6)
    ink.line(palette.accent, points, 1.3)
