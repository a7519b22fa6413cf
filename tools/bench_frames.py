"""Measures how long one frame of the moving figure takes; prints milliseconds, median and worst."""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.adapters.resources import resources_folder
from deskbreak.core import session as guided
from deskbreak.core.planner import plan
from deskbreak.core.routine import Routine
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from deskbreak.ui.drawing.palette import palette_for
from deskbreak.ui.drawing.scene import paint_person

SIZE = 480
FRAMES = 200
WARM = 20


def main() -> int:
    """Play the desk routine in steps of its length and paint each."""
    app = QApplication(sys.argv)
    catalog, _problems = load_catalog(resources_folder() / "exercises")
    routine = plan("desk", catalog, Settings())
    if not isinstance(routine, Routine):
        raise SystemExit(f"the desk routine cannot be planned: {routine}")
    session = guided.begin(routine, 0.0, 1e9)
    length = guided.planned_s(routine)
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    took: list[float] = []
    for frame in range(FRAMES):
        picture = guided.view(session, length * frame / FRAMES, English()).picture
        begun = time.perf_counter()
        painter = QPainter(image)
        paint_person(painter, QRectF(0, 0, SIZE, SIZE), picture, palette_for(dark=False))
        painter.end()
        took.append((time.perf_counter() - begun) * 1000)
    app.quit()
    sys.stdout.write(f"{statistics.median(took):.2f} {max(took[WARM:]):.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
