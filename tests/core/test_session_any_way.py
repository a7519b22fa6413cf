from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, Outcome, Reason
from deskbreak.core.session import (
    Session,
    advance,
    begin,
    cut,
    halt,
    may,
    result,
    step,
    steps_done,
    steps_so_far,
    view,
)
from deskbreak.core.words import English
from tests.core.guide_samples import routine

TR = English()
ROUTINE = routine()

waits = st.floats(min_value=0, max_value=40)
acts = st.one_of(
    st.tuples(st.sampled_from(SessionVerb), st.sampled_from([None, *Discomfort])),
    st.sampled_from(["look", "look", "look", "lock", "cut"]),
)
strides = st.sampled_from([0.5, 1.0, 600.0])


def do(session: Session, act: object, t: float) -> Session:
    match act:
        case "lock":
            return halt(session, t)
        case "cut":
            return cut(session, t, Reason.ABSENCE)
        case (SessionVerb() as verb, answer):
            assert answer is None or isinstance(answer, Discomfort)
            return step(session, verb, t, answer)
        case _:
            return advance(session, t)


def check(session: Session, t: float) -> None:
    shown = view(session, t, TR)
    assert 1 <= shown.step <= shown.steps
    assert 0 <= shown.rep <= shown.reps
    assert 0 <= shown.progress <= 1
    assert 0 <= shown.breath_part <= 1
    assert shown.remaining_s >= 0
    assert shown.phase_left_s >= 0
    assert 0 <= shown.elapsed_s <= t + 1e-3
    assert shown.paused == (shown.halt is not None)
    steps = steps_so_far(session)
    assert [s.exercise for s in steps] == [p.exercise.id for p in ROUTINE.steps]
    assert all(0 <= s.done_reps <= s.planned_reps for s in steps)
    assert all(s.seconds >= 0 for s in steps)
    assert sum(s.seconds for s in steps) <= t + 1e-3
    assert set(steps_done(session)) <= set(steps)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(waits, acts), max_size=30), strides)
def test_any_wishes_at_any_time_end_once_and_add_up(
    plot: list[tuple[float, object]], stride: float
) -> None:
    session, t = begin(ROUTINE, 0.0, stride), 0.0
    over = None
    for wait, act in plot:
        t += wait
        session = do(session, act, t)
        check(session, t)
        ended = result(session)
        assert over is None or ended == over
        over = ended
    if over is not None:
        assert over.seconds <= over.elapsed_s
        assert over.elapsed_s <= t + 1e-3
        assert (over.reason is None) == (over.outcome is Outcome.COMPLETED)
        assert not any(may(session, verb) for verb in SessionVerb)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(min_value=0.001, max_value=5), max_size=60))
def test_the_same_time_in_other_looks_comes_to_the_same(steps: list[float]) -> None:
    session = begin(ROUTINE, 0.0, 1e9)
    t = 0.0
    for wait in steps:
        t += wait
        session = advance(session, t)
    whole = advance(begin(ROUTINE, 0.0, 1e9), t)
    assert (session.stage, session.step) == (whole.stage, whole.step)
    assert abs(session.pos - whole.pos) < 1e-6
    ended, at_once = result(session), result(whole)
    assert (ended is None) == (at_once is None)


@settings(max_examples=40, deadline=None)
@given(st.floats(min_value=0, max_value=80))
def test_a_look_alone_changes_nothing(t: float) -> None:
    session = begin(ROUTINE, 0.0, 1e9)
    assert view(session, t, TR) == view(advance(session, t), t, TR)
