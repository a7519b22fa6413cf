from __future__ import annotations

import pytest

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, Outcome, Reason, StepOutcome
from deskbreak.core.exercise import Breath
from deskbreak.core.session import (
    Session,
    advance,
    begin,
    cut,
    may,
    result,
    step,
    view,
)
from deskbreak.core.session_view import Halt, SessionResult, Stage
from deskbreak.core.words import English
from tests.core.guide_samples import exercise, routine

TR = English()
ALL = 1e9


def ended(session: Session) -> SessionResult:
    over = result(session)
    assert over is not None
    return over


def stage(session: Session) -> tuple[Stage, int]:
    return session.stage, session.step


def start(t: float = 100.0) -> Session:
    return begin(routine(), t, ALL)


def test_it_hurts_stops_at_once_and_the_figure_rests_within_a_second() -> None:
    asking = step(advance(start(0.0), 32.0), SessionVerb.HURTS, 32.0)
    first, later = view(asking, 32.0, TR), view(asking, 33.0, TR)
    assert first.paused
    assert first.halt is Halt.ASKING
    assert first.moving
    assert not later.moving
    assert later.picture.pose == dict(exercise().keyframes)["rest"]
    assert result(advance(asking, 500.0)) is None


@pytest.mark.parametrize("answer", [Discomfort.PAIN, Discomfort.SHARP])
def test_pain_ends_the_session(answer: Discomfort) -> None:
    asking = step(advance(start(0.0), 40.0), SessionVerb.HURTS, 40.0)
    over = ended(step(asking, SessionVerb.HURTS, 42.0, answer))
    assert over.outcome is Outcome.DISCOMFORT
    assert over.reason is Reason.PERSON
    assert over.discomfort is answer
    assert over.steps[1].outcome is StepOutcome.DISCOMFORT


def hurting(answer: Discomfort, t: float = 40.0) -> Session:
    """Return a session that was told at `t` how it feels, two seconds after the question."""
    asking = step(advance(start(0.0), t), SessionVerb.HURTS, t)
    return step(asking, SessionVerb.HURTS, t + 2.0, answer)


def test_a_stretch_feeling_goes_on_with_a_smaller_movement() -> None:
    going = hurting(Discomfort.STRETCH)
    assert going.halt is None
    assert going.wished.reach == pytest.approx(0.8)
    assert going.wished.reps == 2
    over = ended(advance(going, 500.0))
    assert (over.outcome, over.discomfort) == (Outcome.COMPLETED, Discomfort.STRETCH)
    assert all(done.outcome is StepOutcome.COMPLETED for done in over.steps)


def test_after_something_unpleasant_the_figure_breathes_and_the_rest_is_counted_down() -> None:
    resting = hurting(Discomfort.UNPLEASANT)
    first = view(resting, 44.0, TR)
    assert (first.halt, first.phase_left_s) == (Halt.RESTING, 43.0)
    assert (first.breath, first.breath_part) == (Breath.IN, 0.5)
    assert first.moving
    out = view(resting, 46.0 + 2.5, TR)
    assert (out.breath, out.breath_part) == (Breath.OUT, 0.5)
    rested = view(resting, 87.0, TR)
    assert (rested.phase_left_s, rested.moving) == (0.0, False)
    assert rested.announce.startswith("How shall it go on?")
    assert result(advance(resting, 500.0)) is None


def test_the_rest_can_be_ended() -> None:
    resting = hurting(Discomfort.UNPLEASANT)
    assert may(resting, SessionVerb.READY)
    rested = step(resting, SessionVerb.READY, 50.0)
    assert view(rested, 50.0, TR).phase_left_s == 0.0
    assert not may(rested, SessionVerb.READY)


@pytest.mark.parametrize("verb", [SessionVerb.EASIER, SessionVerb.RESUME])
def test_after_a_rest_it_goes_on_in_the_easier_form(verb: SessionVerb) -> None:
    going = step(hurting(Discomfort.UNPLEASANT, 33.0), verb, 60.0)
    assert going.halt is None
    assert going.wished.reach == pytest.approx(0.8)
    assert going.wished.reps == 1
    over = ended(advance(going, 500.0))
    assert (over.outcome, over.discomfort) == (Outcome.COMPLETED, Discomfort.UNPLEASANT)
    assert [done.outcome for done in over.steps] == [
        StepOutcome.COMPLETED,
        StepOutcome.DISCOMFORT,
        StepOutcome.COMPLETED,
    ]
    assert over.steps[1].done_reps == over.steps[1].planned_reps == 1


def test_after_a_rest_the_exercise_can_be_left_out() -> None:
    going = step(hurting(Discomfort.UNPLEASANT), SessionVerb.NEXT, 60.0)
    assert stage(going) == (Stage.TRANSITION, 2)
    over = ended(advance(going, 500.0))
    assert (over.outcome, over.reason) == (Outcome.PARTIAL, Reason.PERSON)
    assert over.steps[1].outcome is StepOutcome.DISCOMFORT


def test_to_finish_from_the_rest_is_to_end_because_it_hurt() -> None:
    over = ended(step(hurting(Discomfort.UNPLEASANT), SessionVerb.FINISH, 60.0))
    assert (over.outcome, over.discomfort) == (Outcome.DISCOMFORT, Discomfort.UNPLEASANT)


def test_something_unpleasant_on_the_card_marks_the_exercise_before_it() -> None:
    resting = hurting(Discomfort.UNPLEASANT, 26.0)
    assert stage(resting) == (Stage.TRANSITION, 1)
    over = ended(advance(step(resting, SessionVerb.NEXT, 60.0), 500.0))
    assert over.steps[0].outcome is StepOutcome.DISCOMFORT
    assert over.outcome is Outcome.COMPLETED


def test_while_it_hurts_nothing_leads_back_into_the_exercise() -> None:
    resting = hurting(Discomfort.UNPLEASANT)
    for verb in (SessionVerb.BACK, SessionVerb.HARDER, SessionVerb.BRISK, SessionVerb.PAUSE):
        assert not may(resting, verb)
    asked_again = step(resting, SessionVerb.HURTS, 60.0)
    assert asked_again.halt is Halt.ASKING


def test_the_strongest_answer_is_kept() -> None:
    session = advance(start(0.0), 40.0)
    for answer in (Discomfort.UNPLEASANT, Discomfort.STRETCH):
        asking = step(session, SessionVerb.HURTS, session.at)
        answered = step(asking, SessionVerb.HURTS, session.at, answer)
        session = step(answered, SessionVerb.RESUME, session.at)
    assert session.worst is Discomfort.UNPLEASANT


def test_the_question_stays_until_it_is_answered_or_left() -> None:
    paused = step(advance(start(0.0), 40.0), SessionVerb.PAUSE, 40.0)
    asking = step(paused, SessionVerb.HURTS, 60.0)
    assert step(asking, SessionVerb.HURTS, 61.0) == advance(asking, 61.0)
    assert not may(asking, SessionVerb.NEXT)
    assert not may(asking, SessionVerb.BACK)
    assert not may(asking, SessionVerb.PAUSE)
    assert step(asking, SessionVerb.NEXT, 61.0).halt is Halt.ASKING
    assert step(asking, SessionVerb.RESUME, 61.0).halt is None
    left = ended(step(asking, SessionVerb.FINISH, 61.0))
    assert (left.outcome, left.discomfort) == (Outcome.DISCOMFORT, None)
    assert ended(cut(asking, 99.0, Reason.ABSENCE)).elapsed_s == 40


def test_it_hurts_on_the_card_means_the_exercise_before_it() -> None:
    asking = step(advance(start(0.0), 26.0), SessionVerb.HURTS, 26.0)
    over = ended(step(asking, SessionVerb.HURTS, 27.0, Discomfort.PAIN))
    assert [s.outcome for s in over.steps] == [
        StepOutcome.DISCOMFORT,
        StepOutcome.SKIPPED,
        StepOutcome.SKIPPED,
    ]


def test_an_answer_without_the_question_only_asks() -> None:
    asking = step(advance(start(0.0), 40.0), SessionVerb.HURTS, 40.0, Discomfort.PAIN)
    assert asking.halt is Halt.ASKING
