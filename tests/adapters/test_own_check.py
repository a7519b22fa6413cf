"""`exercises check`, the doctor and titles: what is said of files of the person's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.cli import exercises
from deskbreak.cli.findings import own_files
from deskbreak.core.authoring.share import share_text
from deskbreak.core.authoring.text import exercise_text, recipe_text
from deskbreak.core.routine import Recipe

TWIST = replace(shipped_exercises()["back_twist"], id="my_twist", title="My twist")
EVENING = Recipe("evening", "Evening", ("back_twist", "side_tilt"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "deskbreak"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (exercise_text(TWIST), 0, "is fine: My twist."),
        (recipe_text(EVENING), 0, "is fine: Evening."),
        (share_text((TWIST,), EVENING), 0, "is fine: My twist, Evening."),
        (exercise_text(replace(TWIST, id="cat_cow")), 4, 'id: "cat_cow" ships with deskbreak;'),
        (exercise_text(replace(TWIST, picture="gone.png")), 4, "picture: The picture gone.png is"),
        (exercise_text(replace(TWIST, title="")), 4, "my_twist: title: is empty"),
        (recipe_text(replace(EVENING, id="desk")), 4, 'id: "desk" ships with deskbreak;'),
        (recipe_text(replace(EVENING, order=("moon",))), 4, 'order[0]: names no exercise "moon"'),
        (recipe_text(replace(EVENING, order=("back_twist",))), 4, "order: Nothing here strength"),
        ("deskbreak = 9", 4, "deskbreak: is 9; this deskbreak reads version 1"),
        ("order = 3", 4, "order: has to be a list in [ ], and is a whole number"),
    ],
)
def test_check_says_of_each_kind_what_is_wrong(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, said: str
) -> None:
    assert not data.exists()
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    assert exercises.run(["check", str(path)]) == code
    out = capsys.readouterr().out
    assert said in out
    assert out.startswith(str(path))


def test_list_and_doctor_know_own_ones(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = own_files()
    assert found.said == "None of your own; those that ship are there."
    (data / "exercises").mkdir(parents=True)
    (data / "exercises" / "my_twist.toml").write_text(exercise_text(TWIST), "utf-8")
    (data / "exercises" / "bad.toml").write_text("id = 3", "utf-8")
    bad, good = own_files()
    assert bad.said.startswith("Left out: bad.toml, line 1: ")
    assert good.said == "Of your own: 1 exercises, 0 routines."
    assert exercises.run(["list"]) == 0
    assert "my_twist" in capsys.readouterr().out
