from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.core.status import ScheduleView, StateName
from deskbreak.core.timing.sensed import Hold
from deskbreak.ui.tray.icon import SIZES, STEPS, Face, face_of, step_of, tray_icon, tray_pixmap
from tests.ui.tray_samples import OFFERING, WORKING


@pytest.mark.parametrize(
    ("view", "face", "step"),
    [
        (WORKING, Face.WORKING, STEPS // 2),
        (replace(WORKING, progress=7.0), Face.WORKING, STEPS),
        (OFFERING, Face.ASKING, 0),
        (replace(WORKING, held_back_by=(Hold.GOAL,)), Face.HELD, 0),
        (replace(WORKING, state=StateName.SNOOZED), Face.SNOOZED, 0),
        (replace(WORKING, state=StateName.PAUSED), Face.PAUSED, 0),
        (replace(WORKING, state=StateName.OFF_DUTY), Face.OFF_DUTY, 0),
        (replace(WORKING, state=StateName.AWAY), Face.AWAY, 0),
        (replace(WORKING, state=StateName.EXERCISING), Face.EXERCISING, 0),
    ],
)
def test_each_state_has_its_face(view: ScheduleView, face: Face, step: int) -> None:
    assert (face_of(view), step_of(view)) == (face, step)


def mask(face: Face, step: int, size: int) -> bytes:
    """Return which pixels are dark: the shape, whatever its colour."""
    image = tray_pixmap(face, step, size).toImage()
    pixels = ((image.pixelColor(x, y)) for y in range(size) for x in range(size))
    return bytes(p.alpha() > 128 and p.lightness() < 160 for p in pixels)


@pytest.mark.parametrize("size", SIZES)
def test_faces_differ_by_shape_not_by_colour_alone(qtbot: QtBot, size: int) -> None:
    del qtbot
    masks = [mask(face, 0, size) for face in Face]
    for n, one in enumerate(masks):
        for other in masks[n + 1 :]:
            different = sum(a != b for a, b in zip(one, other, strict=True))
            assert different > size * size / 40


def test_the_icon_has_every_size_and_the_ring_fills(qtbot: QtBot) -> None:
    del qtbot
    icon = tray_icon(Face.WORKING, 3)
    assert sorted(size.width() for size in icon.availableSizes()) == list(SIZES)
    drawn = [tray_pixmap(Face.WORKING, step, 48).toImage() for step in (0, 8, 16, 24)]
    teal = [sum(i.pixelColor(x, y).red() < 60 for x in range(48) for y in range(48)) for i in drawn]
    assert teal == sorted(set(teal))
