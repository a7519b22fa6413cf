"""Stills instead of motion: what they show, when they change, and that their arrow is in nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.exercise import Level
from deskbreak.core.film import Film, film_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.palette import LIGHT
from deskbreak.ui.drawing.scene import paint_figure
from deskbreak.ui.drawing.stills import ends_of, looks_alike, paint_stills

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
SIDE = 240


def film(name: str, level: Level = Level.ADVANCED) -> Film:
    exercise = CATALOG[name]
    way = (exercise.directions or (None,))[0]
    return film_of(Planned(exercise, 1, exercise.ranges.at(level)), way)


def moments(shown: Film) -> list[Picture]:
    """Return the picture in the middle of each moving phase of a repetition."""
    found = []
    at = shown.cycle_start
    for phase in shown.cycle:
        if phase.start != phase.to:
            found.append(shown.at(at + phase.seconds / 2))
        at += phase.seconds
    return found


def stills(shown: Picture, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    paint_stills(painter, QRectF(image.rect()), shown, LIGHT)
    painter.end()
    return image


@pytest.mark.parametrize("name", ["warm_run", "warm_arm_swing", "cool_march"])
def test_what_goes_quickly_to_and_fro_keeps_its_stills(name: str) -> None:
    first, *others = moments(film(name))
    assert len(others) == 3
    for other in others:
        assert looks_alike(first, other)
        assert stills(other, 2 * SIDE, SIDE) == stills(first, 2 * SIDE, SIDE)


@pytest.mark.parametrize("name", ["side_tilt", "lunge", "cat_cow"])
def test_what_goes_slowly_shows_each_movement_in_its_direction(name: str) -> None:
    first, second, *_ = moments(film(name))
    assert not looks_alike(first, second)
    assert ends_of(first) == first.ends
    assert stills(first, 2 * SIDE, SIDE) != stills(second, 2 * SIDE, SIDE)


@pytest.mark.parametrize("upright", [False, True], ids=["beside", "below"])
@pytest.mark.parametrize("name", CATALOG)
def test_the_arrow_between_the_stills_lies_in_nobody(name: str, *, upright: bool) -> None:
    size = (SIDE, 2 * SIDE) if upright else (2 * SIDE, SIDE)
    steps = (0, SIDE) if upright else (SIDE, 0)
    for shown in moments(film(name)):
        ends = ends_of(shown)
        assert ends is not None
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.ground))
        painter = QPainter(image)
        for number, pose in enumerate(ends):
            cell = QRectF(0, 0, SIDE, SIDE).translated(*(number * step for step in steps))
            paint_figure(painter, cell, Picture(shown.exercise, pose), LIGHT)
        painter.end()
        persons = {QColor(tone).rgb() for tone in (LIGHT.outline, LIGHT.shirt, LIGHT.trousers)}
        with_arrow = stills(shown, *size)
        middle, aside = SIDE, round(SIDE * 0.2)
        around = range(-round(SIDE * 0.06), round(SIDE * 0.06))
        places = [(aside + x, middle + y) for x in around for y in around]
        if not upright:
            places = [(y, x) for x, y in places]
        assert QColor(LIGHT.accent).rgb() in {with_arrow.pixel(x, y) for x, y in places}
        assert not persons & {image.pixel(x, y) for x, y in places}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", CATALOG)
def test_every_movement_of_a_repetition_is_marked_by_an_arrow_or_a_ghost(
    name: str, level: Level
) -> None:
    if not CATALOG[name].dose.at(level):
        return
    for shown in moments(film(name, level)):
        plain = Picture(shown.exercise, shown.pose)
        assert painted(shown) != painted(plain)


def painted(shown: Picture) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    paint_figure(painter, QRectF(image.rect()), shown, LIGHT)
    painter.end()
    return image
