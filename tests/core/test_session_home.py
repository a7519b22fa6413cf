from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Outcome, StepOutcome
from deskbreak.core.exercise import Exercise
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.session import Session, advance, begin, may, result, step, view
from deskbreak.core.session_view import Halt, Stage
from deskbreak.core.words import English
from tests.core.guide_samples import exercise, routine

TR = English()
ALL = 1e9
WARM_S = 5 + 12 + 4 + 12
"""The card, and two warm-up exercises of one repetition with a card between them."""


def of(group: str, name: str) -> Exercise:
    return replace(exercise(name), group=group, place="floor" if group == "lesson" else "standing")


def home(reps: int = 1) -> Routine:
    return replace(
        routine(
            Planned(of("warm_up", "swing"), 1, 1.0),
            Planned(of("warm_up", "run"), 1, 1.0),
            Planned(of("lesson", "lift"), reps, 1.0),
        ),
        id="home",
    )


def warmed() -> Session:
    return advance(begin(home(), 0.0, ALL), 500.0)


def test_after_the_warm_up_it_asks_whether_one_feels_warm() -> None:
    asked = warmed()
    assert (asked.halt, asked.stage, asked.step) == (Halt.WARM, Stage.TRANSITION, 2)
    assert asked.halted_at == WARM_S
    assert view(asked, 500.0, TR).announce == "The warm-up is done. Do you feel warm?"
    assert not may(asked, SessionVerb.EASIER)


def test_warm_means_to_go_on() -> None:
    for verb in (SessionVerb.RESUME, SessionVerb.READY, SessionVerb.NEXT):
        going = step(warmed(), verb, 501.0)
        assert going.halt is None
        assert advance(going, 506.0).stage is Stage.EXERCISE
    over = result(advance(step(warmed(), SessionVerb.RESUME, 501.0), 999.0))
    assert over is not None
    assert over.outcome is Outcome.COMPLETED


def test_once_more_begins_the_warm_up_again() -> None:
    again = step(warmed(), SessionVerb.BACK, 501.0)
    assert (again.halt, again.stage, again.step) == (None, Stage.TRANSITION, 0)
    assert advance(again, 999.0).halt is Halt.WARM


def test_a_warm_up_that_was_left_out_asks_nothing() -> None:
    running = advance(begin(home(), 0.0, ALL), 5 + 12 + 4 + 3)
    going = step(running, SessionVerb.NEXT, running.at)
    assert (going.halt, going.step) == (None, 2)


def test_a_home_workout_ends_after_45_minutes_without_its_pauses() -> None:
    going = step(advance(begin(home(500), 0.0, ALL), 500.0), SessionVerb.RESUME, 500.0)
    paused = step(advance(going, 1000.0), SessionVerb.PAUSE, 1000.0)
    later = step(paused, SessionVerb.RESUME, 2000.0)
    ends_at = 2000.0 + 45 * 60 - WARM_S - 500
    assert result(advance(later, ends_at - 1)) is None
    over = result(advance(later, ends_at + 60))
    assert over is not None
    assert (over.outcome, over.reason) == (Outcome.PARTIAL, None)
    assert over.steps[2].outcome is StepOutcome.PARTIAL
    assert over.steps[2].done_reps > 300


def test_a_long_desk_routine_has_no_such_end() -> None:
    long = begin(routine(Planned(exercise(), 500, 1.0)), 0.0, ALL)
    assert result(advance(long, 46 * 60.0)) is None


def test_the_first_card_looks_at_the_place_of_the_exercises() -> None:
    def asked(first: Routine) -> str:
        return view(begin(first, 0.0, ALL), 0.0, TR).instruction

    assert asked(home()).startswith("Room to lie down")
    assert asked(routine(Planned(of("warm_up", "run"), 1, 1.0))).startswith("A firm stand?")
    assert asked(routine()).startswith("Chair steady?")


def test_without_the_get_ready_card_it_begins_with_the_first_exercise() -> None:
    session = begin(routine(), 0.0, ALL, ready=False)
    assert (session.stage, session.step) == (Stage.TRANSITION, 0)
    assert view(session, 0.0, TR).title == "Circles"
    assert not may(session, SessionVerb.LATER)
    back = step(session, SessionVerb.BACK, 1.0)
    assert (back.stage, back.step) == (Stage.EXERCISE, 0)
    over = result(advance(session, 999.0))
    assert over is not None
    assert over.outcome is Outcome.COMPLETED


def test_later_ends_it_with_nothing_done() -> None:
    ready = begin(routine(), 0.0, ALL)
    over = result(step(ready, SessionVerb.LATER, 2.0))
    assert over is not None
    assert (over.outcome, over.later) == (Outcome.SKIPPED, True)
    assert not may(advance(ready, 6.0), SessionVerb.LATER)
