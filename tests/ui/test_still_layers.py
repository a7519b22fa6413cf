"""What is kept from frame to frame gives the same picture as what is drawn at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.adapters.resources import resources_folder
from deskbreak.core.dress import Dress
from deskbreak.core.film import film_of
from deskbreak.core.motion import frames_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing
from deskbreak.ui.drawing.layers import MOST, Layers
from deskbreak.ui.drawing.palette import LIGHT, Palette
from deskbreak.ui.drawing.scene import paint_person, paint_surroundings
from deskbreak.ui.figure import FigureWidget

SIZE = 240
CATALOG, _ = load_catalog(resources_folder() / "exercises")
pytestmark = pytest.mark.usefixtures("qapp")
PLAYED = ("shoulder_rotation", "back_twist", "cat_cow", "lesson_supine_twist", "bird_dog")


def frames(name: str, count: int, until: float = 2.2) -> list[Picture]:
    """Return pictures of some repetitions, as a window asks for them."""
    film = film_of(Planned(CATALOG[name], 1, 1.0))
    return [film.turning(film.round_seconds * until * n / count) for n in range(count)]


def canvas() -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    return image


def rect() -> QRectF:
    return QRectF(0.0, 0.0, SIZE, SIZE)


def at_once(picture: Picture, palette: Palette = LIGHT, seat: str = "chair") -> QImage:
    """Draw a person with nothing kept."""
    image = canvas()
    painter = QPainter(image)
    paint_person(painter, rect(), picture, palette, seat)
    painter.end()
    return image


def most_apart(one: QImage, two: QImage) -> int:
    """Return the greatest difference of a colour channel."""
    pairs = zip(bytes(one.constBits()), bytes(two.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


class Screen:
    """Keeps pixels like a window: paints only what is dirty, over what was there."""

    def __init__(self, name: str, seat: str = "chair") -> None:
        ground = QPixmap.fromImage(canvas())
        self.layers = Layers(framing(CATALOG[name].camera, rect()), ground, seat)
        self.image = canvas()

    def show(self, picture: Picture) -> QRect:
        dirty = self.layers.show(picture, LIGHT).intersected(self.image.rect())
        painter = QPainter(self.image)
        painter.setClipRect(dirty)
        self.layers.paint(painter, dirty)
        painter.end()
        return dirty


@pytest.mark.parametrize("name", PLAYED)
def test_every_frame_is_the_picture_that_is_drawn_at_once(name: str) -> None:
    screen = Screen(name)
    for picture in frames(name, 60):
        screen.show(picture)
        # Layers are blended in two steps, each rounded: a shade or two is no difference.
        assert most_apart(screen.image, at_once(picture)) <= 6


def test_a_wheel_stays_before_the_person() -> None:
    screen = Screen("cat_cow", "wheelchair")
    for picture in frames("cat_cow", 12):
        screen.show(picture)
        assert most_apart(screen.image, at_once(picture, seat="wheelchair")) <= 6
    plain = Screen("cat_cow")
    plain.show(frames("cat_cow", 1)[0])
    assert most_apart(plain.image, screen.image) > 50


def test_only_what_moves_is_painted_again() -> None:
    screen = Screen("shoulder_rotation")
    first, *rest = frames("shoulder_rotation", 40, 0.2)
    everything = screen.show(first)
    moved = [screen.show(picture) for picture in rest]
    assert all(dirty.bottom() < everything.bottom() - SIZE // 4 for dirty in moved), "the legs"
    assert any(not dirty.isEmpty() for dirty in moved)


def test_a_picture_that_stays_leaves_nothing_to_paint() -> None:
    screen = Screen("back_twist")
    (picture,) = frames("back_twist", 1)
    assert not screen.show(picture).isEmpty()
    for _ in range(5):
        assert screen.show(picture).isEmpty()


@pytest.mark.parametrize("name", ["back_twist", "cat_cow"])
def test_what_was_rehearsed_is_shown_as_it_would_have_been(name: str) -> None:
    screen, shown = Screen(name), frames(name, 40)
    screen.show(shown[0])
    for pose in frames_of(Planned(CATALOG[name], 1, 1.0)):
        screen.layers.rehearse(Picture(CATALOG[name], pose), LIGHT)
    kept = len(screen.layers)
    for picture in shown:
        screen.show(picture)
        assert most_apart(screen.image, at_once(picture)) <= 6
    assert len(screen.layers) == kept, "nothing is made again"


def test_the_figure_rehearses_the_exercise_it_stands_in(qtbot: QtBot) -> None:
    figure = FigureWidget()
    qtbot.addWidget(figure)
    twist = Planned(CATALOG["back_twist"], 1, 1.0)
    figure.rehearse(twist)  # nothing is shown yet: nothing to do
    figure.resize(SIZE, SIZE)
    figure.show_picture(frames("back_twist", 1)[0])
    figure.grab()
    made: list[int] = []
    for _ in range(4):
        figure.rehearse(twist)
        made.append(len(figure.shapes))
    assert made == sorted(set(made)), "each time some more"
    figure.rehearse(Planned(CATALOG["cat_cow"], 1, 1.0))
    assert len(figure.shapes) == made[-1], "another exercise is framed in another way"


def test_poses_are_kept_up_to_a_bound() -> None:
    screen = Screen("lesson_supine_twist")
    shown = frames("lesson_supine_twist", MOST + 200, 1.0)
    for picture in shown:
        screen.layers.show(picture, LIGHT)
    assert len(screen.layers) <= MOST


def test_the_widget_is_dressed_as_it_is_told(qtbot: QtBot) -> None:
    widget = FigureWidget()
    qtbot.addWidget(widget)
    widget.resize(QSize(SIZE, SIZE))
    (picture,) = frames("cat_cow", 1)
    widget.show_picture(picture)
    usual = widget.grab().toImage()
    worn = Dress("dark", "plum", "wheelchair")
    widget.wear(lambda: worn)
    other = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert other != usual.convertToFormat(QImage.Format.Format_RGB32)
    for tone in ("#8a4f7d", "#6b432e"):
        assert bytes.fromhex(tone[1:])[::-1] in bytes(other.constBits()), tone


@pytest.mark.parametrize(
    ("name", "kind", "tones"),
    [
        ("fitball_bridge", "ball", ()),
        ("lesson_supine_twist", "mat", (LIGHT.mat,)),
        ("hyperextension", "box", (LIGHT.seat, LIGHT.metal)),
        ("cat_cow", "chair", (LIGHT.seat, LIGHT.metal)),
    ],
)
def test_a_thing_lies_where_the_data_put_it(name: str, kind: str, tones: tuple[str, ...]) -> None:
    exercise = CATALOG[name]
    (prop,) = (prop for prop in exercise.props if prop.kind == kind)
    image = canvas()
    painter = QPainter(image)
    paint_surroundings(painter, rect(), exercise, LIGHT)
    painter.end()
    raw = bytes(image.constBits())
    for tone in tones:
        assert bytes.fromhex(tone[1:])[::-1] in raw, tone
    if kind == "ball":
        placed = framing(exercise.camera, rect())
        middle = placed.map(QPointF(prop.z, prop.y)).toPoint()
        assert image.pixelColor(middle) != QColor(LIGHT.ground)
        above = placed.map(QPointF(prop.z, prop.y + prop.r + 3.0)).toPoint()
        assert image.pixelColor(above) == QColor(LIGHT.ground)
