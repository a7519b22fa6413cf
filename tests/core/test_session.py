from __future__ import annotations

import pytest

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Outcome, Reason, StepOutcome
from deskbreak.core.routine import Planned
from deskbreak.core.session import (
    Session,
    advance,
    begin,
    cut,
    halt,
    may,
    planned_s,
    result,
    step,
    steps_done,
    steps_so_far,
    view,
)
from deskbreak.core.session_view import Halt, SessionResult, Stage
from deskbreak.core.words import English
from tests.core.guide_samples import circles, exercise, routine

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


def test_it_goes_through_every_card_and_exercise_to_its_end() -> None:
    session = start(0.0)
    # ready 5 | circles 2+16+2=20 | 4 | twist 2+16+2=20 | 4 | tilt 2+8+2=12
    places = {4.9: (Stage.READY, 0), 5.1: (Stage.EXERCISE, 0), 24.9: (Stage.EXERCISE, 0)}
    places |= {25.1: (Stage.TRANSITION, 1), 29.1: (Stage.EXERCISE, 1), 49.1: (Stage.TRANSITION, 2)}
    places |= {53.1: (Stage.EXERCISE, 2), 64.9: (Stage.EXERCISE, 2), 65.1: (Stage.END, 2)}
    assert {t: stage(advance(session, t)) for t in places} == places
    assert planned_s(routine()) == 65


def test_a_whole_session_is_completed_with_what_was_planned() -> None:
    over = ended(advance(start(), 1000.0))
    assert over.outcome is Outcome.COMPLETED
    assert over.reason is None
    assert [(s.exercise, s.planned_reps, s.done_reps, s.seconds) for s in over.steps] == [
        ("circles", 2, 2, 20),
        ("twist", 2, 2, 20),
        ("tilt", 1, 1, 12),
    ]
    assert over.seconds == 52
    assert over.elapsed_s == 65


def test_the_pattern_of_looks_changes_nothing() -> None:
    fine = start(0.0)
    for tick in range(1, 4000):
        fine = advance(fine, tick / 60)
    assert ended(fine) == ended(advance(start(0.0), 66.0))


def test_nothing_is_over_before_it_is() -> None:
    assert result(start()) is None


def test_each_finished_exercise_can_be_written_down_as_it_happens() -> None:
    session = start(0.0)
    assert steps_done(advance(session, 24.0)) == ()
    (first,) = steps_done(advance(session, 26.0))
    assert (first.exercise, first.outcome) == ("circles", StepOutcome.COMPLETED)
    assert [s.exercise for s in steps_done(advance(session, 90.0))] == ["circles", "twist", "tilt"]


def test_what_is_under_way_can_be_told_at_any_moment() -> None:
    so_far = steps_so_far(advance(start(0.0), 29.0 + 11.0))
    assert [(s.done_reps, s.seconds, s.outcome) for s in so_far] == [
        (2, 20, StepOutcome.COMPLETED),
        (1, 11, StepOutcome.PARTIAL),
        (0, 0, StepOutcome.SKIPPED),
    ]


def test_a_late_frame_is_a_pause_and_jumps_over_nothing() -> None:
    session = advance(begin(routine(), 0.0, 1.0), 9.0)
    assert session.stage is Stage.READY
    assert session.pos == pytest.approx(1.0)
    assert view(session, 9.0, TR).elapsed_s == 9


def test_after_a_very_late_frame_it_stands_still_as_of_the_last_one() -> None:
    session = advance(advance(begin(routine(), 0.0, 1.0), 1.0), 30.0)
    assert (session.halt, session.halted_at, session.pos) == (Halt.LOCK, 1.0, 1.0)
    cut_off = result(cut(session, 900.0, Reason.ABSENCE))
    assert cut_off is not None
    assert cut_off.elapsed_s == 1
    assert step(session, SessionVerb.RESUME, 31.0).halt is None


def test_a_faster_program_takes_longer_strides() -> None:
    session = begin(routine(), 0.0, 600.0)
    assert result(advance(session, 9.6 * 10)) is not None


def test_an_earlier_time_changes_nothing() -> None:
    session = advance(start(0.0), 7.0)
    assert advance(session, 3.0) == session


def test_ready_and_next_leave_a_card_at_once() -> None:
    session = start(0.0)
    for verb in (SessionVerb.READY, SessionVerb.NEXT):
        begun = step(session, verb, 1.0)
        assert stage(begun) == (Stage.EXERCISE, 0)
        card = advance(begun, 1.0 + 21.0)
        assert stage(step(card, verb, 22.0)) == (Stage.EXERCISE, 1)


def test_pause_stands_still_and_resume_repeats_the_running_repetition() -> None:
    running = advance(start(0.0), 29.0 + 11.0)
    paused = step(running, SessionVerb.PAUSE, 40.0)
    assert advance(paused, 900.0).pos == running.pos
    assert view(paused, 900.0, TR).halt is Halt.PERSON
    resumed = step(paused, SessionVerb.RESUME, 900.0)
    assert resumed.pos == pytest.approx(10.0)
    assert resumed.halt is None
    over = ended(advance(resumed, 2000.0))
    assert over.outcome is Outcome.COMPLETED
    assert over.seconds == 53


def test_resume_on_a_card_shows_the_whole_card() -> None:
    paused = step(start(0.0), SessionVerb.PAUSE, 3.0)
    assert step(paused, SessionVerb.RESUME, 60.0).pos == 0.0


def test_a_lock_pauses_and_only_a_person_resumes() -> None:
    locked = halt(advance(start(0.0), 40.0), 40.0)
    assert locked.halt is Halt.LOCK
    assert halt(locked, 41.0).halted_at == 40.0
    assert advance(locked, 9000.0).halt is Halt.LOCK
    assert step(locked, SessionVerb.RESUME, 50.0).halt is None


def test_cut_ends_as_of_the_pause() -> None:
    over = ended(cut(halt(advance(start(0.0), 40.0), 40.0), 640.0, Reason.ABSENCE))
    assert over.outcome is Outcome.PARTIAL
    assert over.reason is Reason.ABSENCE
    assert over.elapsed_s == 40
    assert [s.done_reps for s in over.steps] == [2, 1, 0]


def test_cut_while_running_ends_now_and_only_once() -> None:
    once = cut(start(0.0), 7.0, Reason.QUIT)
    assert ended(once).outcome is Outcome.SKIPPED
    assert ended(once).elapsed_s == 7
    assert ended(cut(once, 90.0, Reason.CRASH)) == ended(once)
    assert halt(once, 91.0).ending == once.ending


def test_finish_is_skipped_before_the_first_repetition_and_partial_after() -> None:
    early = ended(step(start(0.0), SessionVerb.FINISH, 8.0))
    assert (early.outcome, early.reason) == (Outcome.SKIPPED, Reason.PERSON)
    assert early.seconds == 3
    late = ended(step(start(0.0), SessionVerb.FINISH, 12.0))
    assert (late.outcome, late.reason) == (Outcome.PARTIAL, Reason.PERSON)
    assert late.steps[0].outcome is StepOutcome.PARTIAL
    assert late.steps[0].done_reps == 0  # one circle backward, none forward


def test_next_skips_an_exercise_and_the_break_is_partial() -> None:
    session = step(advance(start(0.0), 26.0), SessionVerb.NEXT, 26.0)
    skipped = step(session, SessionVerb.NEXT, 27.0)
    assert stage(skipped) == (Stage.TRANSITION, 2)
    over = ended(advance(skipped, 500.0))
    assert over.outcome is Outcome.PARTIAL
    assert over.reason is Reason.PERSON
    assert [s.outcome for s in over.steps] == [
        StepOutcome.COMPLETED,
        StepOutcome.SKIPPED,
        StepOutcome.COMPLETED,
    ]


def test_next_on_the_last_exercise_ends() -> None:
    session = step(advance(start(0.0), 64.0), SessionVerb.NEXT, 64.0)
    assert ended(session).outcome is Outcome.PARTIAL
    assert ended(session).steps[2].outcome is StepOutcome.PARTIAL


def test_all_skipped_is_skipped() -> None:
    session = start(0.0)
    for tick in range(1, 7):
        session = step(session, SessionVerb.NEXT, tick / 10)
    assert ended(session).outcome is Outcome.SKIPPED


def test_back_repeats_this_exercise_or_the_one_before() -> None:
    second = advance(start(0.0), 29.0 + 5.0)
    again = step(second, SessionVerb.BACK, 34.0)
    assert (stage(again), again.pos) == ((Stage.EXERCISE, 1), 0.0)
    assert stage(step(again, SessionVerb.BACK, 35.0)) == (Stage.EXERCISE, 0)
    card = advance(start(0.0), 26.0)
    assert stage(step(card, SessionVerb.BACK, 26.0)) == (Stage.EXERCISE, 0)
    first = step(advance(start(0.0), 6.0), SessionVerb.BACK, 6.0)
    assert stage(first) == (Stage.EXERCISE, 0)
    assert step(start(0.0), SessionVerb.BACK, 1.0).stage is Stage.READY


def test_what_was_done_once_stays_done_when_gone_back_to() -> None:
    again = step(advance(start(0.0), 30.0), SessionVerb.BACK, 30.0)
    over = ended(step(again, SessionVerb.FINISH, 33.0))
    assert over.steps[0].outcome is StepOutcome.COMPLETED
    assert over.steps[0].done_reps == 2
    assert over.steps[0].seconds == 23
    assert over.steps[1].seconds == 1


def test_what_can_be_asked_for() -> None:
    card, running = start(0.0), advance(start(0.0), 7.0)
    over = advance(card, 500.0)
    assert may(card, SessionVerb.READY)
    assert not may(running, SessionVerb.READY)
    assert not may(running, SessionVerb.RESUME)
    assert may(running, SessionVerb.HURTS)
    assert not any(may(over, verb) for verb in SessionVerb)
    assert step(over, SessionVerb.FINISH, 600.0).ending == over.ending


def test_pace_stretches_time() -> None:
    slow = routine(Planned(exercise(), 1, 1.0, pace=0.5))
    assert planned_s(slow) == 5 + 24
    assert ended(advance(begin(slow, 0.0, ALL), 99.0)).seconds == 24


def test_circles_count_the_lesser_direction() -> None:
    one = begin(routine(Planned(circles(), 2, 1.0)), 0.0, ALL)
    so_far = [steps_so_far(advance(one, 5 + 2 + 4.0 * n))[0].done_reps for n in range(5)]
    assert so_far == [0, 0, 0, 1, 2]
