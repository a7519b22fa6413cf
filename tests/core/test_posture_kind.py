"""What is a posture check: what has nothing but posture exercises in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.authoring.routines import refusals
from deskbreak.core.planner import is_check, plan
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Kind, Recipe, Routine
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from tests.core.guide_samples import exercise

CATALOG = {
    "shoulder_rotation": exercise("shoulder_rotation"),
    "cat_cow": exercise("cat_cow"),
    "posture_tall_sit": replace(exercise("posture_tall_sit"), group="posture"),
}


@pytest.mark.parametrize(
    ("kind", "order", "is_one"),
    [
        (Kind.DESK, ("shoulder_rotation", "cat_cow"), False),
        (Kind.POSTURE, ("posture_tall_sit", "shoulder_rotation"), False),
        (Kind.POSTURE, ("gone",), False),
        (Kind.DESK, ("posture_tall_sit", "gone"), True),
        (Kind.POSTURE, ("posture_tall_sit",), True),
    ],
)
def test_a_routine_of_your_own_is_a_posture_check_when_all_of_it_is_posture(
    kind: Kind,
    order: tuple[str, ...],
    is_one: bool,  # noqa: FBT001 - a column of the table
) -> None:
    own = Recipe("posture_mine", "Mine", order, kind, "mine.toml")
    assert is_check("posture_mine", CATALOG, (*RECIPES, own)) is is_one
    found = plan("posture_mine", CATALOG, Settings(), recipes=(*RECIPES, own))
    if isinstance(found, Routine):
        assert found.kept_as == ("posture" if is_one else "posture_mine")


def test_a_posture_exercise_alone_is_a_check_and_the_journal_calls_it_so() -> None:
    assert is_check("posture_tall_sit", CATALOG)
    alone = plan("posture_tall_sit", CATALOG, Settings())
    assert isinstance(alone, Routine)
    assert alone.kept_as == "posture"
    assert not is_check("shoulder_rotation", CATALOG)
    assert not is_check("moon", CATALOG)


def test_a_routine_that_only_calls_itself_a_posture_check_is_held_to_balance() -> None:
    claims = Recipe("mine", "Mine", ("shoulder_rotation",), Kind.POSTURE, "mine.toml")
    assert refusals(claims, CATALOG, English())
    posture = Recipe("mine", "Mine", ("posture_tall_sit",), Kind.POSTURE, "mine.toml")
    assert refusals(posture, CATALOG, English()) == ()
