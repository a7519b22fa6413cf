"""How `deskbreak exercises render` dresses the figure: skin, clothes and seat."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PIL import Image

from deskbreak.cli import main
from deskbreak.ui.drawing.palette import CLOTHES, SKINS, palette_for

Out = pytest.CaptureFixture[str]
Colours = set[tuple[int, ...]]

SIDE = 160


def drawn(out: Path, *words: str, exercise: str = "cat_cow") -> Image.Image:
    assert (
        main(["exercises", "render", exercise, "--out", str(out), "--size", str(SIDE), *words]) == 0
    )
    with Image.open(out) as image:
        return image.convert("RGB")


def colours_of(image: Image.Image) -> Colours:
    found = image.getcolors(SIDE * SIDE)
    assert found is not None
    return {colour for _, colour in found if isinstance(colour, tuple)}


def rgb(tone: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(tone[-6:]))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("skin", "clothes"), list(itertools.product(SKINS, CLOTHES)))
def test_every_dress_is_drawn_in_its_own_colours(
    tmp_path: Path, skin: str, clothes: str, *, dark: bool
) -> None:
    more = ["--dark"] if dark else []
    shown = colours_of(drawn(tmp_path / "a.png", "--skin", skin, "--clothes", clothes, *more))
    worn = palette_for(dark=dark, skin=skin, clothes=clothes)
    assert {rgb(tone) for tone in (worn.skin, worn.hair, worn.shirt, worn.trousers)} <= shown
    others = {rgb(palette_for(dark=dark, skin=other).skin) for other in SKINS if other != skin}
    others |= {
        rgb(palette_for(dark=dark, clothes=other).shirt) for other in CLOTHES if other != clothes
    }
    assert not others & shown


def test_nothing_said_is_the_usual_dress(tmp_path: Path) -> None:
    plain = drawn(tmp_path / "a.png").tobytes()
    usual = ("--skin", "medium", "--clothes", "teal", "--seat", "chair")
    assert drawn(tmp_path / "b.png", *usual).tobytes() == plain


@pytest.mark.parametrize("ending", ["png", "svg", "gif"])
def test_a_wheelchair_stands_in_for_the_chair(tmp_path: Path, ending: str) -> None:
    files = [tmp_path / f"{seat}.{ending}" for seat in ("chair", "wheelchair")]
    for file in files:
        words = ["--size", "64", "--seat", file.stem]
        assert (
            main(["exercises", "render", "posture_shoulder_drop", "--out", str(file), *words]) == 0
        )
    assert files[0].read_bytes() != files[1].read_bytes()


def test_a_wheelchair_has_wheels_and_the_chair_has_none(tmp_path: Path) -> None:
    wheel = rgb(palette_for(dark=False).wheel)
    assert wheel in colours_of(drawn(tmp_path / "a.png", "--seat", "wheelchair"))
    assert wheel not in colours_of(drawn(tmp_path / "b.png", "--seat", "chair"))


def test_where_nobody_sits_the_seat_changes_nothing(tmp_path: Path) -> None:
    one = drawn(tmp_path / "a.png", "--seat", "wheelchair", exercise="lunge")
    assert drawn(tmp_path / "b.png", exercise="lunge").tobytes() == one.tobytes()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("--skin", '--skin is one of light, medium, tan, brown, dark; not "green".'),
        ("--clothes", '--clothes is one of teal, plum, ochre, slate; not "green".'),
        ("--seat", '--seat is one of chair, wheelchair; not "green".'),
    ],
)
def test_a_dress_that_there_is_not_is_refused(
    capsys: Out, tmp_path: Path, key: str, said: str
) -> None:
    out = tmp_path / "a.png"
    assert main(["exercises", "render", "cat_cow", "--out", str(out), key, "green"]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert not out.exists()


def test_what_can_be_worn_here_is_what_there_is_to_wear(capsys: Out) -> None:
    main(["exercises", "render", "cat_cow", "--out", "a.png", "--skin", "?"])
    assert f"--skin is one of {', '.join(SKINS)};" in capsys.readouterr().err
    main(["exercises", "render", "cat_cow", "--out", "a.png", "--clothes", "?"])
    assert f"--clothes is one of {', '.join(CLOTHES)};" in capsys.readouterr().err
