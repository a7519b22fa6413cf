from __future__ import annotations

import pytest

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, Outcome, Reason, StepOutcome
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


@pytest.mark.parametrize("answer", [Discomfort.STRETCH, Discomfort.UNPLEASANT])
def test_a_little_discomfort_lets_one_rest_go_on_or_finish(answer: Discomfort) -> None:
    asking = step(advance(start(0.0), 40.0), SessionVerb.HURTS, 40.0)
    resting = step(asking, SessionVerb.HURTS, 42.0, answer)
    assert resting.halt is Halt.RESTING
    gone_on = ended(advance(step(resting, SessionVerb.RESUME, 50.0), 500.0))
    assert (gone_on.outcome, gone_on.discomfort) == (Outcome.COMPLETED, answer)
    finished = ended(step(resting, SessionVerb.FINISH, 50.0))
    assert (finished.outcome, finished.discomfort) == (Outcome.PARTIAL, answer)


def test_the_strongest_answer_is_kept() -> None:
    session = advance(start(0.0), 40.0)
    for answer in (Discomfort.UNPLEASANT, Discomfort.STRETCH):
        asking = step(session, SessionVerb.HURTS, session.at)
        session = step(asking, SessionVerb.HURTS, session.at, answer)
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
