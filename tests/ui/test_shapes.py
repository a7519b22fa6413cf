"""A chain of joints looks like the limbs between them, without their edges."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from deskbreak.ui.drawing.shapes import chain, limb

ARM = ((20.0, 20.0, 10.0), (80.0, 30.0, 7.0), (105.0, 42.0, 8.5), (125.0, 58.0, 5.0))
pytestmark = pytest.mark.usefixtures("qapp")


def inked(path: QPainterPath) -> QImage:
    """Return a path in black on white; each line of the picture fills whole words."""
    image = QImage(152, 90, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    path.setFillRule(Qt.FillRule.WindingFill)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor("black"))
    painter.end()
    return image


def test_a_chain_covers_what_limbs_from_joint_to_joint_cover() -> None:
    one = chain(ARM)
    assert one is not None
    limbs = QPainterPath()
    for a, b in itertools.pairwise(ARM):
        limbs.addPath(limb(a, b, a[2], b[2]))
    assert one.elementCount() < limbs.elementCount() / 2
    images = inked(one), inked(limbs)  # held: the bits are those of an image that must be there
    pairs = zip(*(bytes(image.constBits()) for image in images), strict=True)
    apart = sum(abs(a - b) for a, b in pairs) / 255
    assert apart < 25, "pixels of some 2000: the corners at the joints"


@pytest.mark.parametrize(
    "joints",
    [
        ((20.0, 20.0, 10.0), (80.0, 20.0, 7.0), (80.0, 80.0, 5.0)),
        ((20.0, 20.0, 10.0), (24.0, 22.0, 7.0), (80.0, 60.0, 5.0)),
        ((20.0, 20.0, 10.0), (20.0, 20.0, 10.0)),
    ],
)
def test_a_sharp_bend_or_joints_within_each_other_make_no_chain(
    joints: tuple[tuple[float, float, float], ...],
) -> None:
    assert chain(joints) is None
