"""The person: trunk, limbs and head, drawn from the farthest part to the nearest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import replace

from deskbreak.core.figure.space import column
from deskbreak.core.rig import Skeleton
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.head import draw_head
from deskbreak.ui.drawing.look import Limb, Look
from deskbreak.ui.drawing.shapes import limb, polygon, smooth
from deskbreak.ui.drawing.trunk import Trunk, trunk_of

Part = tuple[float, Callable[[], None]]
_FAR = 3.0
_HIP_SLICES = 4
_SLEEVE, _YOKE, _HEM = 3.2, 3.0, 0.24
_BROAD = 6.5  # shoulders at least so far from the neck on the plane: no side view
_JUST, _THIGH = 0.01, 0.4
_TINY = 1e-6
_SIDEWAYS = 7.0  # a foot at least so long on the plane is seen from the side: its sole shows


def draw_person(plain: Look, skeleton: Skeleton, view: View) -> None:
    """Draw a solved pose; paths are placed by `look`, the head by the painter."""
    painter = plain.painter
    placed = painter.worldTransform()
    look = replace(plain, placed=placed)

    def head() -> None:
        painter.setTransform(placed)
        draw_head(painter, skeleton, view, look.palette)
        painter.resetTransform()

    seen = {name: view(at) for name, at in skeleton.joints.items()}
    chest = (seen["t12"][2] + seen["c7"][2]) / 2
    parts: list[Part] = [
        (chest, lambda: _trunk(look, skeleton, view, seen)),
        ((seen["skull"][2] + chest) / 2 + 0.2, lambda: _neck(look, seen)),
        (seen["head"][2] + 0.6, head),
    ]
    for end in ("l", "r"):
        parts += _arm(look, seen, end, chest)
        parts += _leg(look, seen, end)
    painter.resetTransform()
    for _, draw in sorted(parts, key=lambda part: part[0]):
        draw()
    painter.setTransform(placed)


def _middle(seen: dict[str, Seen], one: str, two: str) -> float:
    return (seen[one][2] + seen[two][2]) / 2


def _arm(look: Look, seen: dict[str, Seen], end: str, chest: float) -> list[Part]:
    shoulder, elbow, wrist, tip = (
        f"{name}_{end}" for name in ("shoulder", "elbow", "wrist", "hand")
    )
    near = seen[shoulder][2] >= chest - _FAR
    palette = look.palette
    sleeve, skin = (palette.shirt, palette.skin) if near else (palette.shirt_far, palette.skin_far)
    lift = 1.0 if near else 0.0

    def upper() -> None:
        look.limbs(sleeve, (seen[shoulder], seen[elbow], _SLEEVE, 2.55))

    def join() -> None:
        inner = _along(seen[shoulder], seen["c7"], 0.28)
        look.plain(limb(seen[shoulder], inner, _SLEEVE - _HEM, _SLEEVE - _HEM), sleeve)

    def fore() -> None:
        look.limbs(skin, (seen[elbow], seen[wrist], 2.25, 1.6))

    def hand() -> None:
        palm = _along(seen[wrist], seen[tip], 0.42)
        end_ = _along(seen[wrist], seen[tip], 0.88)
        look.limbs(skin, (seen[wrist], palm, 1.55, 1.9), (palm, end_, 1.9, 1.2))

    depth = _middle(seen, shoulder, elbow) + lift
    # A hand that is down lies on the thigh, so the whole forearm is drawn over it.
    thigh = _middle(seen, "hip_" + end, "knee_" + end) + _THIGH + _JUST
    least = thigh if seen[wrist][1] < seen["t12"][1] else -math.inf
    parts: list[Part] = [
        (depth, upper),
        (max(_middle(seen, elbow, wrist) + lift * 0.9, least), fore),
        (max(_middle(seen, wrist, tip) + lift * 0.5, least + _JUST), hand),
    ]
    if near and math.dist(seen[shoulder][:2], seen["c7"][:2]) > _BROAD:
        # The sleeve grows out of the shirt: this covers the edge between them.
        parts.append((max(depth, chest) + _JUST, join))
    return parts


def _along(a: Seen, b: Seen, part: float) -> Seen:
    return tuple(x + (y - x) * part for x, y in zip(a, b, strict=True))  # type: ignore[return-value]  # three in, three out


def _leg(look: Look, seen: dict[str, Seen], end: str) -> list[Part]:
    hip, knee, ankle, heel, toe = (
        f"{name}_{end}" for name in ("hip", "knee", "ankle", "heel", "toe")
    )
    palette = look.palette
    far = seen[hip][2] < seen["hip_c"][2] - _FAR
    cloth = palette.trousers_far if far else palette.trousers

    def thigh() -> None:
        look.limbs(cloth, (seen[hip], seen[knee], 5.0, 3.8))
        if not far:  # the leg grows out of the hips: no edge between them
            look.plain(limb(seen[hip], _seat_point(seen, hip, knee), 4.6, 4.7), cloth)

    def shank() -> None:
        look.limbs(cloth, (seen[knee], seen[ankle], 3.65, 2.5))

    def foot() -> None:
        back, front = seen[heel], seen[toe]
        low = 1.7
        a, b = (back[0], back[1] - low, back[2]), (front[0], front[1] - low - 0.3, front[2])
        look.limbs(palette.shoe, (a, b, 2.5, 2.1), (seen[ankle], a, 2.5, 2.4))
        if math.hypot(front[0] - back[0], front[1] - back[1]) > _SIDEWAYS:
            ground = ((back[0] - 1.4, back[1] - 3.5), (front[0] + 1.2, front[1] - 3.5))
            look.stroke(ground, palette.sole, 0.7)

    return [
        (_middle(seen, hip, knee) + _THIGH, thigh),
        (_middle(seen, knee, ankle) + 0.5, shank),
        (_middle(seen, ankle, toe) + 0.3, foot),
    ]


def _seat_point(seen: dict[str, Seen], hip: str, knee: str) -> Seen:
    """Return the place inside the hips to which a thigh is joined without an edge."""
    dx, dy = seen[hip][0] - seen[knee][0], seen[hip][1] - seen[knee][1]
    x, y, z = seen["hip_c"]
    return (x + dx * 0.06, y + dy * 0.06 - 1.0, z)


def _neck(look: Look, seen: dict[str, Seen]) -> None:
    look.limbs(look.palette.skin_far, (seen["c7"], seen["skull"], 2.8, 2.6))


def _trunk(look: Look, skeleton: Skeleton, view: View, seen: dict[str, Seen]) -> None:
    trunk = trunk_of(skeleton, view)
    outline = smooth((*trunk.left, *reversed(trunk.right)), closed=True)
    look.limbs(look.palette.shirt, _yoke(seen, "l"), _yoke(seen, "r"), trunk=outline)
    _hips(look, trunk)
    if trunk.facing > 0.12:  # noqa: PLR2004 - the front is in sight
        look.stroke(trunk.stripe, look.palette.stripe, 0.85)
    if "back_line" in look.highlight:
        face = view(column(skeleton.frames["thorax"], 2))
        _glow(look, _behind(trunk, face)[3:-2])
    if "side_line" in look.highlight:
        flank = _long_flank(trunk)
        if flank is not None:
            _glow(look, flank[4:-4])
    _collar(look, seen)


def _yoke(seen: dict[str, Seen], end: str) -> Limb:
    """Return the part of the shirt that rises and sinks with a shoulder."""
    c7, shoulder = seen["c7"], seen["shoulder_" + end]
    return (_along(c7, shoulder, 0.3), _along(c7, shoulder, 0.86), _YOKE, _YOKE)


def _collar(look: Look, seen: dict[str, Seen]) -> None:
    """Close the shirt around the neck."""
    c7, skull = seen["c7"], seen["skull"]
    look.plain(limb(c7, _along(c7, skull, 0.12), 3.3, 2.9), look.palette.shirt_far)


def _hips(look: Look, trunk: Trunk) -> None:
    """Draw the seat of the trousers over the lowest part of the trunk."""
    a, b = trunk.left[0], trunk.right[0]
    half = math.hypot(a[0] - b[0], a[1] - b[1]) / 2
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    low = [(*point, 0.0) for point in trunk.left[:_HIP_SLICES]]
    low += [(*point, 0.0) for point in reversed(trunk.right[:_HIP_SLICES])]
    seat = polygon(low)
    round_ = min(half, 7.2)
    inner = (half - round_) / max(half, _TINY)
    ends = [
        (middle[0] + (end[0] - middle[0]) * inner, middle[1] + (end[1] - middle[1]) * inner, 0.0)
        for end in (a, b)
    ]
    look.limbs(look.palette.trousers, (ends[0], ends[1], round_, round_), trunk=seat)


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


def _glow(look: Look, points: tuple[tuple[float, float], ...]) -> None:
    look.stroke(points, look.palette.glow, 3.6)
    look.stroke(points, look.palette.accent, 1.3)
