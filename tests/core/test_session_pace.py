from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import SessionVerb
from deskbreak.core.exercise import Dose
from deskbreak.core.routine import Planned
from deskbreak.core.session import (
    advance,
    begin,
    may,
    result,
    step,
    view,
)
from deskbreak.core.session_view import Stage
from deskbreak.core.words import English
from tests.core.guide_samples import phase, routine
from tests.core.tuning_samples import ALL, REP_S, TWIST_AT, done, running, twist

TR = English()


def test_a_pace_holds_for_the_rest_of_the_session_from_the_next_repetition() -> None:
    session = advance(begin(routine(twist(2), twist(2)), 0.0, ALL), TWIST_AT + 1)
    slow = step(session, SessionVerb.SLOW, session.at)
    assert view(slow, slow.at, TR).pace == 0.75
    assert not may(slow, SessionVerb.SLOW)
    assert may(slow, SessionVerb.USUAL)
    turn = TWIST_AT + REP_S
    assert view(slow, turn - 0.1, TR).rep == 1
    late = advance(slow, turn + REP_S / 0.75 - 0.1)
    assert view(late, late.at, TR).rep == 2
    assert [script.planned.pace for script in late.scripts] == [0.75, 0.75]
    over = result(advance(slow, 1e6))
    assert over is not None
    assert [step_done.done_reps for step_done in over.steps] == [2, 2]


def test_a_pace_that_comes_too_late_for_this_exercise_holds_for_the_next() -> None:
    session = advance(begin(routine(twist(1), twist(1)), 0.0, ALL), TWIST_AT + REP_S + 1)
    brisk = advance(step(session, SessionVerb.BRISK, session.at), TWIST_AT + REP_S + 2.5)
    assert (brisk.stage, brisk.step) == (Stage.TRANSITION, 1)
    assert brisk.script.planned.pace == 1.5


def test_a_dose_in_seconds_changes_by_five() -> None:
    dose = Dose("seconds", 30, 0, 45, beginner=30, normal=40, advanced=45)
    held = replace(twist().exercise, dose=dose, cycle=(phase("center", "center", 1),))
    march = Planned(held, 30, 0.8)
    early = running(TWIST_AT + 1, march)
    assert step(early, SessionVerb.EASIER, early.at).wished.reps == 25
    assert step(early, SessionVerb.HARDER, early.at).wished.reps == 35
    late = running(TWIST_AT + 27.5, march)
    eased = step(late, SessionVerb.EASIER, late.at)
    assert eased.wished.reps == 28
    assert (done(eased).planned_reps, done(eased).done_reps) == (28, 28)


def test_a_hold_that_runs_is_not_changed() -> None:
    dose = Dose("seconds", 10, 0, 45, beginner=10, normal=20, advanced=30)
    still = replace(phase("center", "center", 1), hold=True)
    plank = Planned(replace(twist().exercise, dose=dose, cycle=(still,)), 10, 0.8)
    holding = running(TWIST_AT + 4, plank)
    shown = view(holding, holding.at, TR)
    assert (shown.rep, shown.rep_text) == (5, "6 s")
    assert view(running(6.0, plank), 6.0, TR).rep_text == ""
    assert not may(holding, SessionVerb.EASIER)
    assert not may(holding, SessionVerb.HARDER)
    leading_in = running(6.0, plank)
    eased = step(leading_in, SessionVerb.EASIER, 6.0)
    assert (done(eased).planned_reps, done(eased).done_reps) == (5, 5)
