"""The figure as painted: something in every moment, mirrored where sides are, cheap to repeat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.exercise import Exercise, Phase
from deskbreak.core.motion import cycle_for, keyframe, phase_pose
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.ui import theme
from deskbreak.ui.drawing.palette import DARK, LIGHT, Palette
from deskbreak.ui.drawing.scene import paint_figure, paint_person
from deskbreak.ui.drawing.stills import paint_stills
from deskbreak.ui.figure import FigureWidget

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
SIZE = 160
TWO_SIDED = ("back_twist", "side_tilt")


def picture(exercise: Exercise, phase: Phase, part: float, variant: str = "") -> Picture:
    planned = Planned(exercise, 1, 1.0, variant)
    start, to = keyframe(planned, phase.start), keyframe(planned, phase.to)
    return Picture(exercise, phase_pose(planned, phase, part), to, start, to, (), (start, to))


def canvas(palette: Palette, width: int = SIZE, height: int = SIZE) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    return image


def painted(shown: Picture, palette: Palette = LIGHT) -> QImage:
    image = canvas(palette)
    painter = QPainter(image)
    paint_figure(painter, QRectF(image.rect()), shown, palette)
    painter.end()
    return image


def share_that_differs(one: QImage, two: QImage, *, tolerance: int = 24) -> float:
    """Compare every channel of every other pixel row."""
    # Each is held until it is read: the bits are those of an image that must still be there.
    plain = [each.convertToFormat(QImage.Format.Format_RGB888) for each in (one, two)]
    raw = [bytes(each.constBits()) for each in plain]
    pairs = list(zip(raw[0][::2], raw[1][::2], strict=True))
    return sum(abs(a - b) > tolerance for a, b in pairs) / len(pairs)


ALL_PHASES = [
    pytest.param(name, phase, id=f"{name}-{part}-{n}")
    for name, exercise in CATALOG.items()
    for part, phases in (
        ("lead_in", exercise.lead_in),
        ("cycle", exercise.cycle),
        ("lead_out", exercise.lead_out),
    )
    for n, phase in enumerate(phases)
]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "phase"), ALL_PHASES)
def test_every_phase_shows_a_person(name: str, phase: Phase, palette: Palette) -> None:
    image = painted(picture(CATALOG[name], phase, 0.5), palette)
    assert share_that_differs(image, canvas(palette)) > 0.05
    raw = bytes(image.constBits())
    for tone in (palette.shirt, palette.trousers, palette.skin, palette.hair):
        assert bytes.fromhex(tone[1:])[::-1] in raw, tone


@pytest.mark.parametrize(("name", "phase"), ALL_PHASES)
def test_nothing_of_the_person_leaves_the_picture(name: str, phase: Phase) -> None:
    image = canvas(LIGHT)
    painter = QPainter(image)
    shown = picture(CATALOG[name], phase, 0.5)
    paint_person(painter, QRectF(image.rect()), shown, LIGHT)
    painter.end()
    edge = [(x, y) for x in range(SIZE) for y in (0, SIZE - 1)]
    edge += [(x, y) for y in range(SIZE) for x in (0, SIZE - 1)]
    assert {image.pixelColor(x, y).name() for x, y in edge} == {LIGHT.ground}


@pytest.mark.parametrize("variant", ["", "neck_free"])
@pytest.mark.parametrize("name", TWO_SIDED)
def test_the_other_side_is_the_mirror_image(name: str, variant: str) -> None:
    exercise = CATALOG[name]
    right, _, _, left = exercise.cycle[:4]
    one = painted(picture(exercise, right, 1.0, variant))
    two = painted(picture(exercise, left, 1.0, variant))
    assert share_that_differs(one, two) > 0.05
    assert share_that_differs(one, two.flipped(Qt.Orientation.Horizontal)) < 0.03


def test_the_path_of_a_circle_and_an_arrow_are_drawn() -> None:
    exercise = CATALOG["shoulder_rotation"]
    planned = Planned(exercise, 1, 1.0)
    loop = tuple(keyframe(planned, phase.start) for phase in (*exercise.cycle, exercise.cycle[0]))
    with_arrow = picture(exercise, exercise.cycle[2], 0.0)
    plain = painted(replace(with_arrow, trail_from=None, trail_to=None, ghost=None))
    assert share_that_differs(plain, painted(with_arrow)) > 0.001
    looped = painted(replace(with_arrow, trail_from=None, trail_to=None, ghost=None, loop=loop))
    assert share_that_differs(plain, looped) > 0.001


def test_a_path_too_short_to_matter_is_left_out() -> None:
    exercise = CATALOG["cat_cow"]
    hold = exercise.lead_in[1]
    shown = replace(picture(exercise, hold, 0.5), ghost=None)
    still = replace(shown, trail_from=None, trail_to=None)
    assert share_that_differs(painted(shown), painted(still), tolerance=0) == 0


def test_a_back_can_be_seen_from_behind() -> None:
    turned = replace(CATALOG["back_twist"], camera=replace(CATALOG["back_twist"].camera, yaw=180.0))
    shown = picture(turned, turned.cycle[0], 0.0)
    image = painted(shown)
    front = painted(picture(CATALOG["back_twist"], turned.cycle[0], 0.0))
    assert share_that_differs(image, front) > 0.05


def shown_widget(qtbot: QtBot, *, reduced_motion: bool = False) -> FigureWidget:
    widget = FigureWidget(reduced_motion=reduced_motion)
    qtbot.addWidget(widget)
    widget.resize(QSize(200, 200))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_the_widget_says_what_it_shows(qtbot: QtBot) -> None:
    widget = shown_widget(qtbot)
    widget.grab()
    exercise = CATALOG["cat_cow"]
    widget.show_picture(picture(exercise, exercise.cycle[0], 0.5))
    assert widget.accessibleName() == exercise.title
    assert widget.accessibleDescription() == exercise.goal
    assert widget.sizeHint().width() > widget.minimumSize().width()


class Counting(FigureWidget):
    """Counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def update(self) -> None:  # type: ignore[override]  # Qt offers more ways to call it
        self.painted += 1
        super().update()


def test_the_same_picture_again_costs_nothing(qtbot: QtBot) -> None:
    widget = Counting()
    qtbot.addWidget(widget)
    exercise = CATALOG["cat_cow"]
    widget.show_picture(picture(exercise, exercise.cycle[0], 0.5))
    before = widget.painted
    widget.show_picture(picture(exercise, exercise.cycle[0], 0.5))
    assert widget.painted == before
    widget.show_picture(picture(exercise, exercise.cycle[0], 0.6))
    assert widget.painted == before + 1


def test_the_standing_parts_are_painted_once_for_each_size_and_exercise(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(
        "deskbreak.ui.figure.paint_surroundings",
        lambda _painter, _rect, exercise, _palette, _seat: calls.append(exercise.id),
    )
    widget = shown_widget(qtbot)
    cow, twist = CATALOG["cat_cow"], CATALOG["back_twist"]
    for part in (0.1, 0.2, 0.3):
        widget.show_picture(picture(cow, cow.cycle[0], part))
        widget.grab()
    assert calls == ["cat_cow"]
    widget.show_picture(picture(twist, twist.cycle[0], 0.1))
    widget.grab()
    assert calls == ["cat_cow", "back_twist"]
    widget.resize(240, 220)
    widget.grab()
    assert calls == ["cat_cow", "back_twist", "back_twist"]


def test_light_and_dark_follow_the_palette(qtbot: QtBot) -> None:
    widget = shown_widget(qtbot)
    exercise = CATALOG["cat_cow"]
    widget.show_picture(picture(exercise, exercise.cycle[0], 0.5))
    for dark, colours in ((False, LIGHT), (True, DARK)):
        palette: QPalette = theme.palette_for(theme.theme_for(dark))
        widget.setPalette(palette)
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert bytes.fromhex(colours.trousers[1:])[::-1] in bytes(image.constBits())


@pytest.mark.parametrize("name", CATALOG)
def test_reduced_motion_shows_the_start_and_the_end_at_once(name: str) -> None:
    exercise = CATALOG[name]
    phase = exercise.cycle[0]
    image = canvas(LIGHT, 320, 160)
    painter = QPainter(image)
    paint_stills(painter, QRectF(image.rect()), picture(exercise, phase, 0.0), LIGHT)
    painter.end()
    for half in (image.copy(0, 0, 150, 160), image.copy(170, 0, 150, 160)):
        assert share_that_differs(half, canvas(LIGHT, 150, 160)) > 0.03


def test_a_widget_of_stills_does_not_change_within_a_phase(qtbot: QtBot) -> None:
    widget = shown_widget(qtbot, reduced_motion=True)
    exercise = CATALOG["side_tilt"]
    images = []
    for part in (0.2, 0.8):
        widget.show_picture(picture(exercise, exercise.cycle[0], part))
        images.append(widget.grab().toImage())
    assert share_that_differs(images[0], images[1], tolerance=0) == 0
    widget.show_picture(Picture(exercise, keyframe(Planned(exercise, 1, 1.0), "rest")))
    assert share_that_differs(images[0], widget.grab().toImage()) > 0.03


def test_stills_of_a_circle_stay_while_it_turns_and_tell_its_direction(qtbot: QtBot) -> None:
    widget = shown_widget(qtbot, reduced_motion=True)
    exercise = CATALOG["shoulder_rotation"]
    planned = Planned(exercise, 1, 1.0)
    loop = tuple(keyframe(planned, phase.start) for phase in (*exercise.cycle, exercise.cycle[0]))
    images = []
    for way in exercise.directions:
        for phase in cycle_for(exercise, way)[:2]:
            shown = replace(picture(exercise, phase, 0.5), ghost=None, loop=loop)
            widget.show_picture(shown)
            images.append(widget.grab().toImage())
    assert share_that_differs(images[0], images[1], tolerance=0) == 0
    assert share_that_differs(images[0], images[2]) > 0.001
    assert share_that_differs(images[2], images[3], tolerance=0) == 0
