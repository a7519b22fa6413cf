"""The real exercises through planner, session and window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core import session as guided
from deskbreak.core.entry import Outcome
from deskbreak.core.planner import estimate_s, plan
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Kind, Routine
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.core.words import English
from tests.ui.break_window_fakes import Driver, opened, show_at

EXERCISES = Path(__file__).parents[2] / "resources" / "exercises"
LONGEST = 140
ROUTINES = [recipe.id for recipe in RECIPES if recipe.kind is not Kind.HOME]


def planned(routine_id: str, level: str = "auto") -> Routine:
    catalog, problems = load_catalog(EXERCISES)
    assert problems == ()
    found = plan(routine_id, catalog, Settings(routine=RoutineChoice(level=level)))
    assert isinstance(found, Routine)
    return found


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_a_routine_done_to_its_end_has_what_was_planned(routine_id: str) -> None:
    routine = planned(routine_id)
    over = guided.result(guided.advance(guided.begin(routine, 0.0, 1e9), 1e5))
    assert over is not None
    assert over.outcome is Outcome.COMPLETED
    assert [s.exercise for s in over.steps] == [step.exercise.id for step in routine.steps]
    assert all(s.done_reps == s.planned_reps for s in over.steps)
    assert over.elapsed_s == pytest.approx(estimate_s(routine), abs=1)


@pytest.mark.parametrize(("level", "minutes"), [("beginner", 2.7), ("normal", 4.6)])
def test_the_desk_routine_lasts_as_its_content_says(level: str, minutes: float) -> None:
    assert estimate_s(planned("desk", level)) / 60 == pytest.approx(minutes, abs=0.15)


def test_every_sentence_of_every_routine_is_short_and_there() -> None:
    for routine_id in ROUTINES:
        session = guided.begin(planned(routine_id), 0.0, 1e9)
        for tick in range(2 * estimate_s(session.routine) - 1):
            view = guided.view(session, tick / 2, English())
            assert 0 < len(view.instruction) <= LONGEST
            assert view.announce


def test_each_exercise_can_be_looked_at(qtbot: QtBot) -> None:
    driver = Driver()
    driver.session = guided.begin(planned("desk"), 0.0, 1e9)
    window = opened(qtbot, driver)
    seen = set()
    for t in (2.0, 18.0, 55.0, 66.0, 110.0, 150.0):
        show_at(window, driver, t)
        seen.add(window.grab().toImage().cacheKey())
        assert window.pane.figure.accessibleName()
    assert len(seen) == 6
