"""Limbs as they are painted: legs that grow out of the hips, feet that lie, ghosts that step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.exercise import Exercise
from deskbreak.core.pose import Pose
from deskbreak.core.rig import solve
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import Seen, framing, view_of
from deskbreak.ui.drawing.legs import leg_limbs
from deskbreak.ui.drawing.palette import LIGHT
from deskbreak.ui.drawing.scene import paint_figure
from deskbreak.ui.drawing.trail import ghost_of

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
SIDE = 400
RECT = QRectF(0, 0, SIDE, SIDE)


def pose(name: str, key: str) -> Pose:
    return dict(CATALOG[name].keyframes)[key]


def painted(shown: Picture) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    paint_figure(painter, RECT, shown, LIGHT)
    painter.end()
    return image


def seen(exercise: Exercise, shown: Pose) -> dict[str, Seen]:
    view = view_of(exercise.camera)
    return {name: view(at) for name, at in solve(shown).joints.items()}


def tones_along(image: QImage, exercise: Exercise, one: Seen, two: Seen) -> set[str]:
    """Return the colours on the way between two places of the drawing plane."""
    placed = framing(exercise.camera, RECT)
    a, b = placed.map(QPointF(one[0], one[1])), placed.map(QPointF(two[0], two[1]))
    found = (a + (b - a) * (i / 60) for i in range(61))
    return {image.pixelColor(round(at.x()), round(at.y())).name() for at in found}


@pytest.mark.parametrize("end", ["l", "r"])
@pytest.mark.parametrize(
    ("name", "key"),
    [("warm_side_bend", "start"), ("warm_stretch", "start"), ("side_plank", "right")],
)
def test_a_leg_grows_out_of_the_hips_without_an_edge(name: str, key: str, end: str) -> None:
    exercise, shown = CATALOG[name], pose(name, key)
    at = seen(exercise, shown)
    hip, knee = at["hip_" + end], at["knee_" + end]
    half = tuple((a + b) / 2 for a, b in zip(hip, knee, strict=True))
    image = painted(Picture(exercise, shown))
    for start in (at["hip_c"], hip):
        tones = tones_along(image, exercise, start, (half[0], half[1], 0.0))
        assert tones == {LIGHT.trousers}, start


@pytest.mark.parametrize(
    ("name", "key"),
    [("child_pose", "start"), ("lesson_cat_cow_floor", "neutral"), ("lesson_prone_lift", "start")],
)
def test_the_toes_of_a_pointed_foot_lie_on_the_ground(name: str, key: str) -> None:
    at = seen(CATALOG[name], pose(name, key))
    for end in ("l", "r"):
        _, shank, (heel, toes, _, thick), _ = leg_limbs(at, end)
        assert abs(toes[1] - thick) <= 1.5
        assert heel[1] >= toes[1]
        assert heel[1] >= shank[1][1], "the heel is above the shin: the sole faces up"


def test_a_standing_foot_has_its_sole_on_the_ground() -> None:
    at = seen(CATALOG["lunge"], pose("lunge", "start"))
    for end in ("l", "r"):
        _, _, (heel, toes, heel_thick, toe_thick), _ = leg_limbs(at, end)
        assert abs(heel[1] - heel_thick) <= 0.8
        assert abs(toes[1] - toe_thick) <= 0.8


def test_the_ghost_of_a_step_has_the_leg_that_steps() -> None:
    exercise = CATALOG["lunge"]
    before, after = pose("lunge", "right_step"), pose("lunge", "start")
    plain = Picture(exercise, before)
    shown = replace(plain, ghost=after)
    one, two = painted(plain), painted(shown)
    at = seen(exercise, after)
    for joint in ("knee_l", "head"):
        place = framing(exercise.camera, RECT).map(QPointF(at[joint][0], at[joint][1])).toPoint()
        assert one.pixelColor(place).name() == LIGHT.ground, joint
        assert two.pixelColor(place).name() != LIGHT.ground, joint


@pytest.mark.parametrize("name", CATALOG)
def test_a_ghost_is_one_shape_without_holes(name: str) -> None:
    exercise = CATALOG[name]
    for key, shown in exercise.keyframes:
        at = seen(exercise, shown)
        shape = ghost_of(shown, exercise.camera)
        for joint, place in at.items():
            if joint.startswith(("hip", "knee", "elbow", "head", "t12", "l5", "wrist")):
                assert shape.contains(QPointF(place[0], place[1])), f"{key}: {joint}"


@pytest.mark.parametrize("key", ["neutral", "cat", "cow"])
def test_a_seat_keeps_its_edge_behind_and_below(key: str) -> None:
    exercise, shown = CATALOG["cat_cow"], pose("cat_cow", key)
    x, y, _ = seen(exercise, shown)["hip_c"]
    image = painted(Picture(exercise, shown))
    for reach in ((-7.5, -1.5), (-5.5, -5.5)):
        tones = tones_along(image, exercise, (x, y, 0.0), (x + reach[0], y + reach[1], 0.0))
        assert LIGHT.trousers in tones
        darkest = min(QColor(tone).lightness() for tone in tones)
        assert darkest <= QColor(LIGHT.outline).lightness() + 8, reach
