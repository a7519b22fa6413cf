"""Exercises and routines as text: what is written and read again is the same."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.catalog_files import exercise_from, load_catalog
from deskbreak.core.authoring.poses import number, pose_form
from deskbreak.core.authoring.text import exercise_text, recipe_text
from deskbreak.core.pose import At, Between, Loosely, Pose
from deskbreak.core.routine import Kind, Recipe

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")


@pytest.mark.parametrize("name", CATALOG)
def test_every_exercise_reads_again_as_itself(name: str) -> None:
    exercise = replace(CATALOG[name], picture="mine.png")
    again, problems = exercise_from(tomllib.loads(exercise_text(exercise)), "a.toml", {})
    assert problems == []
    assert again == exercise


@given(st.text(max_size=80))
def test_any_text_survives(text: str) -> None:
    exercise = replace(CATALOG["cat_cow"], title=text, muscles=(text,))
    tree = tomllib.loads(exercise_text(exercise))
    assert (tree["title"], tree["muscles"]) == (text, [text])


def test_odd_names_are_quoted() -> None:
    twist = CATALOG["back_twist"]
    odd = replace(twist, variants=((" .x", (("center", "center_x"),)),))
    assert tomllib.loads(exercise_text(odd))["variants"] == {" .x": {"center": "center_x"}}


def test_a_pose_holds_only_what_differs() -> None:
    assert pose_form(Pose()) == {}
    arm = Pose().arm_l()
    way = Between("chest", At((1.0, 2.5, 3.0), (4.0, 5.0, 6.00004)), 0.5, arm, arm)
    pose = Pose(el_l=30.0, hand_l=way, pin_r=(1.0, 2.0))
    assert pose_form(Pose(pin_l=Loosely((1.0, 2.0), 0.5))) == {"pin_l": [1, 2]}
    assert pose_form(pose) == {"el_l": 30, "hand_l": "at:1,2.5,3/4,5,6", "pin_r": [1, 2]}


def test_numbers_have_no_more_digits_than_anybody_sees() -> None:
    assert [number(each) for each in (0.1 + 0.2, -0.0, 3.0, 2.75)] == [0.3, 0, 3, 2.75]


def test_a_routine_is_a_few_lines() -> None:
    recipe = Recipe("mine", 'My "own"', ("cat_cow", "back_twist"), Kind.HOME, choose=2)
    assert recipe_text(recipe) == (
        'id = "mine"\ntitle = "My \\"own\\""\nkind = "home"\n'
        'order = ["cat_cow", "back_twist"]\nchoose = 2\n'
    )
    assert "choose" not in recipe_text(replace(recipe, choose=0))
