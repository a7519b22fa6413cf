"""Files of the person's own: used beside what ships, and a bad one hurts only itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.catalog import Shelf, shipped_exercises, title_of
from deskbreak.adapters.own_files import OwnFiles
from deskbreak.core.authoring.text import exercise_text, recipe_text
from deskbreak.core.exercise import Exercise
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Recipe
from deskbreak.core.words import English

TWIST = shipped_exercises()["back_twist"]
MINE = replace(TWIST, id="my_twist", title="My twist")
EVENING = Recipe("evening", "My evening", ("side_tilt", "my_twist", "cat_cow"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "exercises", tmp_path / "routines")


def keep(shelf: Shelf, value: Exercise | Recipe, name: str = "") -> Path:
    is_exercise = isinstance(value, Exercise)
    folder = shelf.folders[0 if is_exercise else 1]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (name or f"{value.id}.toml")
    text = exercise_text(value) if isinstance(value, Exercise) else recipe_text(value)
    path.write_text(text, "utf-8")
    return path


def own(shelf: Shelf) -> OwnFiles:
    found = shelf.own()
    assert found is not None
    return found


def test_without_own_files_only_what_ships_is_there(shelf: Shelf) -> None:
    assert shelf.exercises() is shipped_exercises()
    assert shelf.recipes() is RECIPES
    assert (shelf.own(), shelf.problems()) == (None, ())


def test_own_files_come_after_what_ships(shelf: Shelf) -> None:
    keep(shelf, MINE)
    keep(shelf, EVENING)
    assert list(shelf.exercises())[-1] == "my_twist"
    assert shelf.exercises()["my_twist"] == MINE
    assert shelf.recipes()[-1] == replace(EVENING, source="evening.toml")
    assert shelf.problems() == ()


def test_a_changed_file_counts_at_the_next_look_and_is_read_once(shelf: Shelf) -> None:
    path = keep(shelf, MINE)
    assert own(shelf) is own(shelf)
    keep(shelf, replace(MINE, title="My own long twist"))
    assert shelf.exercises()["my_twist"].title == "My own long twist"
    path.unlink()
    assert "my_twist" not in shelf.exercises()


def test_a_bad_file_is_named_and_hurts_nothing_else(shelf: Shelf) -> None:
    keep(shelf, MINE)
    bad = keep(shelf, replace(TWIST, id="other"), "bad.toml")
    bad.write_text(bad.read_text("utf-8").replace("cap = 8", "cap = 99"), "utf-8")
    (shelf.folders[0] / "worse.toml").write_bytes(b"\xff\xfe")
    assert set(own(shelf).exercises) == {"my_twist"}
    said = shelf.problems()
    assert "bad.toml, line 20: other: reps.cap: must be from 1 to 15" in said
    assert "worse.toml: is not UTF-8 text" in said


@pytest.mark.parametrize("taken", ["back_twist", "desk"])
def test_the_id_of_something_that_ships_may_not_be_taken(shelf: Shelf, taken: str) -> None:
    keep(shelf, replace(MINE, id=taken))
    assert own(shelf).exercises == {}
    (said,) = shelf.problems()
    assert said == (
        f'{taken}.toml, line 1: {taken}: id: "{taken}" ships with deskbreak; '
        f'choose another id, such as "my_{taken}"'
    )


def test_one_id_is_one_thing(shelf: Shelf) -> None:
    keep(shelf, MINE, "a.toml")
    keep(shelf, MINE, "b.toml")
    keep(shelf, replace(EVENING, id="my_twist"))
    first, second = shelf.problems()
    assert first == 'b.toml, line 1: my_twist: id: "my_twist" is taken by a.toml; choose another id'
    assert second.startswith("my_twist.toml, line 1: my_twist: id: ")
    assert own(shelf).places["my_twist"].name == "a.toml"


def test_a_routine_goes_on_without_an_exercise_that_is_gone(shelf: Shelf) -> None:
    keep(shelf, EVENING)
    keep(shelf, Recipe("lost", "Lost", ("moon",)))
    (recipe,) = own(shelf).recipes
    assert recipe.order == ("side_tilt", "cat_cow")
    assert shelf.problems() == (
        'evening.toml, line 4: evening: order[1]: names no exercise "my_twist"',
        'lost.toml, line 4: lost: order[0]: names no exercise "moon"',
    )


def test_an_unbalanced_routine_is_refused_with_the_reason(shelf: Shelf) -> None:
    keep(shelf, Recipe("loose", "Loose", ("back_twist",)))
    assert shelf.recipes() == RECIPES
    (said,) = shelf.problems()
    assert said.startswith("loose.toml, line 4: loose: order: Nothing here strengthens.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'id = "a"\ntitle = " "\norder = ["cat_cow"]',
            ", line 2: a: title: is empty; write a few words",
        ),
        ('id = "a"\ntitle = "A"\norder = []', ", line 3: a: order: needs at least 1 value"),
        (
            'id = "A b"\ntitle = "A"\norder = ["cat_cow"]',
            ", line 1: A b: id: must begin with a small letter",
        ),
        (
            'id = "a"\ntitle = "A"\norder = ["x"]\nkind = "gym"',
            ', line 4: a: kind: must be one of "desk"',
        ),
        ("id = ", ": Invalid value (at "),
    ],
)
def test_what_is_wrong_with_a_routine_is_named(shelf: Shelf, text: str, said: str) -> None:
    shelf.folders[1].mkdir(parents=True)
    (shelf.folders[1] / "a.toml").write_text(text, "utf-8")
    assert shelf.problems()[0].startswith(f"a.toml{said}")
    assert shelf.recipes() == RECIPES


def test_a_deleted_one_keeps_a_readable_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    home = Shelf(tmp_path / "deskbreak" / "exercises", tmp_path / "deskbreak" / "routines")
    path = keep(home, replace(MINE, title="Zwölf Äpfel"))
    keep(home, EVENING)
    assert title_of(English(), "my_twist") == "Zwölf Äpfel"
    assert title_of(English(), "evening") == "My evening"
    path.rename(path.with_name("my_twist.toml.bak"))
    assert title_of(English(), "my_twist") == "Zwölf Äpfel"
    assert title_of(English(), "never_seen") == "Never seen"
    assert title_of(English(), "../my_twist") == "../my twist"
    assert title_of(English(), "desk") == "Desk routine"
    assert title_of(English(), "cat_cow") == "Seated cat-cow"
