"""`deskbreak exercises` as a person uses it: list, show, check, render."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from deskbreak.adapters.resources import resources_folder
from deskbreak.cli import main

SHIPPED = resources_folder() / "exercises"
DESK = ["shoulder_rotation", "back_twist", "side_tilt", "cat_cow"]
Out = pytest.CaptureFixture[str]


def ran(capsys: Out, *words: str) -> tuple[int, str, str]:
    code = main(["exercises", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_list_names_every_exercise_by_group(capsys: Out) -> None:
    code, out, _ = ran(capsys, "list")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "Desk"
    assert [line.split()[0] for line in lines[1:5]] == DESK
    assert lines[5] == "Posture"
    assert "Seated cat-cow" in out


def test_list_for_programs(capsys: Out) -> None:
    code, out, _ = ran(capsys, "list", "--json")
    assert code == 0
    rows = json.loads(out)
    assert [row["id"] for row in rows][:4] == DESK
    assert len({row["id"] for row in rows}) == 31
    ball = next(row for row in rows if row["id"] == "fitball_extension")
    assert (ball["place"], ball["equipment"], ball["kinds"]) == ("floor", ["ball"], ["strengthen"])
    twist = rows[1]
    assert {"id", "title", "group", "region", "seconds"} <= twist.keys()
    assert twist["repetitions"] == {"beginner": 2, "normal": 4, "advanced": 6}
    assert twist["seconds"] == 3 + 4 * 14 + 3
    assert rows[0]["seconds"] == round(7.5 + 2 * 8 * 5)
    assert twist["variants"] == ["neck_free"]


def test_show_says_everything_that_is_to_be_said(capsys: Out) -> None:
    code, out, _ = ran(capsys, "show", "back_twist")
    assert code == 0
    for part in (
        "Back twist\n",
        "Set-up: ",
        "  5. ",
        "Turns per side: beginner 2 (34 s), normal 4 (62 s), advanced 6 (90 s)\n",
        "Take care: ",
        "Ask a doctor first with: neck problem, shoulder injury, ",
        "Neck-free form:\n  Set-up: Sit tall, feet flat, arms crossed",
    ):
        assert part in out
    assert "\n\n" in out


def test_seconds_and_what_is_not_offered_are_said_plainly(capsys: Out) -> None:
    _, out, _ = ran(capsys, "show", "side_plank")
    assert "Time per side: beginner 10 s (53 s in all), normal 20 s (73 s in all), " in out
    _, out, _ = ran(capsys, "show", "warm_run")
    assert "Time: beginner 30 s (30 s in all), normal 45 s (46 s in all), " in out
    _, out, _ = ran(capsys, "show", "fitball_bridge")
    assert "Rolls: beginner not offered, normal 4 (32 s), advanced 8 (64 s)\n" in out
    assert "Needs: ball\n" in out


def test_what_a_level_does_not_offer_is_not_drawn_for_it(capsys: Out) -> None:
    words = ("render", "hyperextension", "--out", "x.png", "--level", "beginner")
    code, out, err = ran(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(
        "Hyperextension over a support is not offered at beginner; take normal or advanced.\n"
    )


def test_show_for_programs(capsys: Out) -> None:
    code, out, _ = ran(capsys, "show", "--json", "shoulder_rotation")
    facts = json.loads(out)
    assert code == 0
    assert facts["directions"] == ["backward", "forward"]
    assert facts["cycle"][0]["breath"] == "in"
    assert "keyframes" not in facts


@pytest.mark.parametrize("verb", ["show", "render"])
def test_an_unknown_exercise_is_answered_with_those_there_are(capsys: Out, verb: str) -> None:
    code, out, err = ran(capsys, verb, "moon", *(["--out", "x.png"] if verb == "render" else []))
    assert (code, out) == (2, "")
    assert err.startswith('There is no exercise "moon". There are shoulder_rotation,')


@pytest.mark.parametrize("words", [(), ("dance",), ("show",), ("check",), ("list", "more")])
def test_wrong_use_says_what_there_is(capsys: Out, words: tuple[str, ...]) -> None:
    code, _, err = ran(capsys, *words)
    assert code == 2
    assert "deskbreak exercises show ID" in err


def test_check_of_a_good_and_a_bad_file(capsys: Out, tmp_path: Path) -> None:
    good = SHIPPED / "cat_cow.toml"
    assert ran(capsys, "check", str(good)) == (0, f"{good} is fine: Seated cat-cow.\n", "")
    bad = tmp_path / "mine.toml"
    text = good.read_text("utf-8").replace("cap=8", "cap=40")
    bad.write_text(text, "utf-8")
    code, out, _ = ran(capsys, "check", str(bad))
    assert code == 4
    (line,) = (n for n, each in enumerate(text.split("\n"), 1) if "cap=40" in each)
    assert out == f"{bad}, line {line}: cat_cow: reps.cap: must be from 1 to 15\n"
    missing = tmp_path / "none.toml"
    code, out, _ = ran(capsys, "check", str(missing))
    assert (code, out) == (4, f"{missing}: cannot be read: No such file or directory\n")


def test_a_moment_as_png(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    code, said, _ = ran(capsys, "render", "cat_cow", "--out", str(out), "--size", "120")
    assert (code, said) == (0, f"{out} shows seated cat-cow.\n")
    with Image.open(out) as image:
        assert (image.format, image.size) == ("PNG", (120, 120))
        light = image.convert("RGB").getpixel((1, 1))
    ran(capsys, "render", "cat_cow", "--out", str(out), "--dark", "--at", "6.5")
    with Image.open(out) as image:
        assert image.size == (480, 480)
        assert image.convert("RGB").getpixel((1, 1)) != light


def test_each_moment_level_and_variant_is_its_own_picture(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    seen: list[bytes] = []
    for more in (
        ("--at", "0"),
        ("--at", "6"),
        ("--level", "beginner"),
        ("--level", "advanced"),
        ("--variant", "neck_free"),
    ):
        assert ran(capsys, "render", "side_tilt", "--out", str(out), *more)[0] == 0
        seen.append(out.read_bytes())
    assert len(set(seen)) == len(seen)


def test_a_moment_as_svg(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    assert ran(capsys, "render", "back_twist", "--out", str(out), "--size", "300")[0] == 0
    root = ET.fromstring(out.read_bytes())  # noqa: S314 - written a line above
    assert (root.get("width"), root.get("height")) == ("300", "300")
    assert root.get("viewBox") == "0 0 300 300"
    names = [each.tag.split("}")[1] for each in root.iter()]
    assert names.count("path") > 20
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert b"font-size" not in out.read_bytes()


def test_a_repetition_as_gif(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "a.gif"
    words = ("render", "shoulder_rotation", "--out", str(out), "--size", "64")
    assert ran(capsys, *words, "--direction", "forward")[0] == 0
    with Image.open(out) as film:
        assert film.info["loop"] == 0
        frames = getattr(film, "n_frames", 1)
        assert frames > 60
        first = film.convert("RGB").tobytes()
        film.seek(frames // 2)
        assert film.convert("RGB").tobytes() != first
        total = 0
        for number in range(frames):
            film.seek(number)
            total += film.info["duration"]
        assert total == 5000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say where to: --out FILE."),
        (("--out",), "--out wants a value."),
        (("--out", "a.jpg"), '"a.jpg" must end in .png, .svg or .gif.'),
        (("--out", "a.png", "--at", "soon"), "--at is a number from 0 to 18;"),
        (("--out", "a.png", "--at", "nan"), "--at is a number from 0"),
        (("--out", "a.png", "--at", "18.1"), "--at is a number from 0"),
        (("--out", "a.png", "--size", "9999"), "--size is a number from 32 to 4096"),
        (("--out", "a.gif", "--size", "2000"), "--size is a number from 32 to 1024"),
        (("--out", "a.gif", "--at", "3"), "A GIF shows a whole repetition; leave --at out."),
        (("--out", "a.png", "--level", "hard"), "--level is one of beginner, normal, advanced"),
        (("--out", "a.png", "--direction", "forward"), "This exercise has no direction"),
        (("--out", "a.png", "--variant", "easy"), '--variant is one of neck_free; not "easy".'),
        (("--out", "a.png", "--fast"), '"--fast" makes no sense here.'),
    ],
)
def test_a_wrong_order_is_answered_in_one_sentence(
    capsys: Out, words: tuple[str, ...], said: str
) -> None:
    code, _, err = ran(capsys, "render", "cat_cow", *words)
    assert code == 2
    assert err.startswith(said)
    assert "Use: deskbreak exercises render ID" in err


def test_a_place_that_cannot_be_written_is_a_failure(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "a.png"
    code, _, err = ran(capsys, "render", "cat_cow", "--out", str(out), "--size", "40")
    assert (code, err) == (1, f"{out} cannot be written: No such file or directory.\n")


def test_words_need_no_qt_and_pictures_no_display(tmp_path: Path) -> None:
    script = (
        "import sys; from deskbreak.cli import main; code = main(sys.argv[1:]);"
        "print(code, sorted({'PySide6', 'PIL'} & set(sys.modules)))"
    )

    def said(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, "exercises", *words],
            capture_output=True,
            text=True,
            check=True,
            env={"PATH": "", "HOME": str(tmp_path)},
        )
        assert done.stderr == ""
        return done.stdout.splitlines()[-1]

    assert said("list") == "0 []"
    assert said("show", "cat_cow") == "0 []"
    assert said("check", str(SHIPPED / "cat_cow.toml")) == "0 []"
    assert said("render", "cat_cow", "--out", str(tmp_path / "a.png")) == "0 ['PySide6']"
