"""How own pictures are drawn: larger only while it stays quick, and letters without a window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from deskbreak.adapters.picture_gate import LONGEST_SIDE, next_side
from tests.adapters.test_picture_gate import PLAIN, kept, refused

MS = 1_000_000


@pytest.mark.parametrize(
    ("side", "took", "then"),
    [
        (16, 0, 64),
        (16, 1 * MS, 64),
        (64, 5 * MS, 128),
        (256, 1 * MS, LONGEST_SIDE),
        (256, 10 * MS, 256),
        (600, 1 * MS, LONGEST_SIDE),
        (LONGEST_SIDE, 1 * MS, LONGEST_SIDE),
    ],
)
def test_a_drawing_grows_only_as_far_as_its_time_allows(side: int, took: int, then: int) -> None:
    assert next_side(side, took) == then
    assert took * (then / side) ** 2 <= 20 * MS or then == side


@pytest.mark.parametrize("slow", [1 * MS, 30 * MS])
def test_what_draws_slowly_is_refused_after_few_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: int
) -> None:
    drawn: list[int] = []

    def draw(_renderer: object, _box: object, side: int) -> tuple[QImage, int]:
        drawn.append(side * side)
        return QImage(side, side, QImage.Format.Format_ARGB32), slow * (side // 16) ** 2

    monkeypatch.setattr("deskbreak.adapters.picture_gate._timed", draw)
    assert "takes too long to draw" in refused(tmp_path, PLAIN)
    assert sum(drawn) <= 128 * 128


def test_a_slow_drawing_is_left_after_few_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strips: list[int] = []

    def slow(_renderer: object, image: QImage, _row: int, rows: int) -> int:
        strips.append(rows)
        return 15 * MS * rows if image.width() > 64 else MS

    monkeypatch.setattr("deskbreak.adapters.picture_gate._strip", slow)
    assert "takes too long to draw" in refused(tmp_path, PLAIN)
    assert strips[-2:] == [1, 1]
    assert sum(strips) < 4 * 64


def test_strips_make_one_picture(tmp_path: Path) -> None:
    tall = PLAIN.replace("0 0 100 50", "0 0 100 100").replace('height="50"', 'height="100"')
    image = kept(tmp_path, tall)
    assert image.height() == LONGEST_SIDE
    assert {image.pixelColor(500, row).name() for row in range(1, 1023)} == {"#ff0000"}


def test_letters_are_drawn_where_no_window_is(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(PLAIN.replace("</svg>", "<text>Twist!</text></svg>"), "utf-8")
    look = "import sys, pathlib; from deskbreak.adapters.picture_gate import admit\n"
    look += "print(len(admit(pathlib.Path(sys.argv[1]))))"
    done = subprocess.run(
        [sys.executable, "-c", look, str(drawing)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0
