"""Pictures for the Library and the command line: each kind, the progress, and a full disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageSequence
from PySide6.QtGui import QGuiApplication

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.film import film_of
from deskbreak.core.picture_order import PictureOrder
from deskbreak.core.routine import Planned
from deskbreak.core.words import English
from deskbreak.picturing import content_of, write_picture

CATALOG, _ = load_catalog(Path(__file__).parents[1] / "resources" / "exercises")
FILM = film_of(Planned(CATALOG["posture_tall_sit"], 1, 1.0))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("A.GIF", b"GIF89a")]
)
def test_each_kind_is_what_its_name_says(name: str, start: bytes) -> None:
    assert QGuiApplication.instance() is not None
    assert content_of(PictureOrder(FILM, name, size=32)).startswith(start)


@pytest.mark.usefixtures("qapp")
def test_an_animation_shows_a_whole_repetition(tmp_path: Path) -> None:
    order = PictureOrder(FILM, str(tmp_path / "a.gif"), size=32, dark=True)
    told: list[float] = []
    assert write_picture(order, told.append, English()) == ""
    assert told == sorted(told)
    assert told[-1] > 0.9
    assert max(told) <= 1.0
    with Image.open(order.out) as moving:
        spans = [frame.info["duration"] for frame in ImageSequence.Iterator(moving)]
        assert sum(spans) == pytest.approx(FILM.round_seconds * 1000, abs=50)


@pytest.mark.usefixtures("qapp")
def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    order = PictureOrder(FILM, str(tmp_path / "nowhere" / "a.png"), size=32)
    said = write_picture(order, lambda _part: None, English())
    assert said == f"{order.out} cannot be written: No such file or directory."
