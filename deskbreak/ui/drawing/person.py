"""The person: trunk, limbs and head, drawn from the farthest part to the nearest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from deskbreak.core.figure.space import column
from deskbreak.core.rig import Skeleton
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.head import EDGE, draw_head
from deskbreak.ui.drawing.palette import Palette, colour
from deskbreak.ui.drawing.shapes import limb, polygon, smooth
from deskbreak.ui.drawing.trunk import Trunk, trunk_of

Part = tuple[float, Callable[[], None]]
_FAR = 3.0
_HIP_SLICES = 4


@dataclass(frozen=True, slots=True)
class Look:
    """What drawing a person needs: where to, in which colours, and what to stress."""

    painter: QPainter
    palette: Palette
    highlight: tuple[str, ...] = ()

    def fill(self, path: QPainterPath, tone: str) -> None:
        """Fill a shape and edge it."""
        pen = QPen(colour(self.palette.outline), EDGE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(colour(tone))
        self.painter.drawPath(path)

    def plain(self, path: QPainterPath, tone: str) -> None:
        """Fill a shape without an edge."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(tone))
        self.painter.drawPath(path)

    def stroke(self, points: tuple[tuple[float, float], ...], tone: str, width: float) -> None:
        """Draw a soft line through points."""
        pen = QPen(colour(tone), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(smooth(points))


def draw_person(look: Look, skeleton: Skeleton, view: View) -> None:
    """Draw a solved pose."""
    seen = {name: view(at) for name, at in skeleton.joints.items()}
    chest = (seen["t12"][2] + seen["c7"][2]) / 2
    parts: list[Part] = [
        (chest, lambda: _trunk(look, skeleton, view, seen)),
        ((seen["skull"][2] + chest) / 2 + 0.2, lambda: _neck(look, seen)),
        (seen["head"][2] + 0.6, lambda: draw_head(look.painter, skeleton, view, look.palette)),
    ]
    for end in ("l", "r"):
        parts += _arm(look, seen, end, chest)
        parts += _leg(look, seen, end)
    for _, draw in sorted(parts, key=lambda part: part[0]):
        draw()


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
        look.fill(limb(seen[shoulder], seen[elbow], 3.2, 2.55), sleeve)

    def fore() -> None:
        look.fill(limb(seen[elbow], seen[wrist], 2.25, 1.6), skin)

    def hand() -> None:
        look.fill(limb(seen[wrist], _along(seen[wrist], seen[tip], 0.86), 1.75, 1.45), skin)

    return [
        (_middle(seen, shoulder, elbow) + lift, upper),
        (_middle(seen, elbow, wrist) + lift * 0.9, fore),
        (_middle(seen, wrist, tip) + lift * 0.5, hand),
    ]


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
        look.fill(limb(seen[hip], seen[knee], 5.0, 3.8), cloth)

    def shank() -> None:
        look.fill(limb(seen[knee], seen[ankle], 3.65, 2.5), cloth)

    def foot() -> None:
        back, front = seen[heel], seen[toe]
        low = 1.7
        a, b = (back[0], back[1] - low, back[2]), (front[0], front[1] - low - 0.3, front[2])
        shoe = limb(a, b, 2.5, 2.1).united(limb(seen[ankle], a, 2.5, 2.4))
        look.fill(shoe.simplified(), palette.shoe)

    return [
        (_middle(seen, hip, knee) + 0.4, thigh),
        (_middle(seen, knee, ankle) + 0.5, shank),
        (_middle(seen, ankle, toe) + 0.3, foot),
    ]


def _neck(look: Look, seen: dict[str, Seen]) -> None:
    look.fill(limb(seen["c7"], seen["skull"], 2.8, 2.6), look.palette.skin_far)


def _trunk(look: Look, skeleton: Skeleton, view: View, seen: dict[str, Seen]) -> None:
    trunk = trunk_of(skeleton, view)
    outline = smooth((*trunk.left, *reversed(trunk.right)))
    outline.closeSubpath()
    look.fill(outline, look.palette.shirt)
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
    if half > round_:
        inner = (half - round_) / half
        ends = [
            (
                middle[0] + (end[0] - middle[0]) * inner,
                middle[1] + (end[1] - middle[1]) * inner,
                0.0,
            )
            for end in (a, b)
        ]
        seat = seat.united(limb(ends[0], ends[1], round_, round_))
    else:
        ball = QPainterPath()
        ball.addEllipse(QPointF(*middle), round_, round_)
        seat = seat.united(ball)
    look.fill(seat.simplified(), look.palette.trousers)


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
