"""The arrow over a surface of our own, where the compositor draws none by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.layer.cursor import arrow
from tests.adapters.layer_compositor import WHOLE
from tests.adapters.test_layer_surface import HERE, World

pytestmark = pytest.mark.linux

SET_CURSOR, SET_SCALE = 0, 8


def test_an_older_compositor_gets_a_picture_once(tmp_path: Path, qtbot: QtBot) -> None:
    offers = {each: version for each, version in WHOLE.items() if "cursor" not in each}
    world = World(tmp_path, qtbot, offers)
    compositor = world.shows()
    card = compositor.the("surface")
    compositor.tell("wl_seat", 0, 1)
    world.wait(lambda: "pointer" in compositor.kinds.values())
    for serial in (9, 12):
        compositor.tell("pointer", 0, serial, card, *HERE)
        compositor.tell("pointer", 1, serial + 1, card)
    world.wait(lambda: len(compositor.times("pointer", SET_CURSOR)) == 2)
    shown = compositor.the("surface")
    assert shown != card
    assert [asked[:2] for asked in compositor.times("pointer", SET_CURSOR)] == [
        (9, shown),
        (12, shown),
    ]
    world.wait(lambda: len(compositor.pictures) == 2)
    assert compositor.pictures[1] == arrow(2)[2]
    world.close()


def test_it_is_an_arrow_on_nothing() -> None:
    width, height, pixels = arrow(1)
    assert len(pixels) == 4 * width * height
    rows = [pixels[4 * width * y : 4 * width * (y + 1)] for y in range(height)]
    assert any(rows[3][3::4])  # its tip, above on the left
    assert not any(rows[3][4 * 12 + 3 :: 4])
    assert not any(rows[-1])
