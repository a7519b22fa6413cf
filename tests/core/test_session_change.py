from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.guide.wish import can_ease, can_harden, easier, harder, smaller
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned
from deskbreak.core.session import (
    advance,
    may,
    step,
    steps_so_far,
    view,
)
from deskbreak.core.session_view import Stage
from deskbreak.core.words import English
from tests.core.guide_samples import circles
from tests.core.tuning_samples import RANGES, REP_S, TWIST_AT, done, running, twist

TR = English()


def test_easier_takes_one_repetition_and_one_level_of_range() -> None:
    eased = step(running(TWIST_AT + 1), SessionVerb.EASIER, TWIST_AT + 1)
    assert (eased.wished.reps, eased.wished.reach) == (3, 0.6)
    assert steps_so_far(eased)[0].planned_reps == 3
    assert view(eased, TWIST_AT + 1, TR).reps == 3
    assert (done(eased).planned_reps, done(eased).done_reps) == (3, 3)


def test_harder_goes_up_to_the_cap_and_the_whole_range() -> None:
    session = running(TWIST_AT + 1)
    for _ in range(4):
        assert may(session, SessionVerb.HARDER)
        session = step(session, SessionVerb.HARDER, session.at)
    assert (session.wished.reps, session.wished.reach) == (8, 1.0)
    assert not may(session, SessionVerb.HARDER)
    assert done(session).done_reps == 8


def test_easier_never_takes_back_what_is_done_or_under_way() -> None:
    session = running(TWIST_AT + REP_S + 1)
    for _ in range(12):
        session = step(session, SessionVerb.EASIER, session.at)
    assert session.wished.reps == 2
    assert session.wished.reach == pytest.approx(0.48)
    assert not may(session, SessionVerb.EASIER)
    assert done(session).done_reps == 2


def test_a_range_never_gets_too_small_to_be_seen() -> None:
    planned = twist()
    for _ in range(12):
        planned = smaller(planned)
    assert planned.reach == pytest.approx(0.3)
    assert easier(planned, 4) == planned
    session = running(TWIST_AT + 1, planned)
    asking = step(session, SessionVerb.HURTS, session.at)
    going = step(asking, SessionVerb.HURTS, session.at, Discomfort.STRETCH)
    assert going.wished == planned
    wide = step(running(TWIST_AT + 1), SessionVerb.HURTS, TWIST_AT + 1)
    narrowed = step(wide, SessionVerb.HURTS, wide.at, Discomfort.STRETCH)
    assert view(narrowed, narrowed.at, TR).notice == "Easier: A smaller movement."


def test_the_last_repetition_can_only_be_followed_by_more() -> None:
    last = running(TWIST_AT + 3 * REP_S + 1)
    assert not may(last, SessionVerb.EASIER)
    more = step(last, SessionVerb.HARDER, last.at)
    assert done(more).done_reps == 5
    over = running(TWIST_AT + 4 * REP_S + 1)
    assert not may(over, SessionVerb.EASIER)


def test_a_second_direction_gets_no_more_than_the_first_one_had() -> None:
    planned = Planned(replace(circles(), ranges=RANGES), 2, 0.8)
    second = running(TWIST_AT + 2 * 4 + 1, planned)
    harder = step(second, SessionVerb.HARDER, second.at)
    assert (harder.wished.reps, harder.wished.reach) == (2, 1.0)
    eased = step(second, SessionVerb.EASIER, second.at)
    assert (done(eased).planned_reps, done(eased).done_reps) == (1, 1)


def test_it_changes_at_the_next_repetition_and_not_before() -> None:
    asked_at, turn = TWIST_AT + 2.0, TWIST_AT + REP_S
    plain, eased = running(asked_at), step(running(asked_at), SessionVerb.EASIER, asked_at)
    for t in (asked_at, asked_at + 3, turn - 0.01):
        assert view(eased, t, TR).picture.pose == view(plain, t, TR).picture.pose
    far = view(advance(eased, turn + 2), turn + 2, TR).picture.pose.thorax[2]
    assert far == pytest.approx(0.6 * 32, abs=1e-6)


def leap(a: Pose, b: Pose) -> float:
    return max(
        abs(x - y)
        for one, other in ((a.thorax, b.thorax), (a.sh_l, b.sh_l))
        for x, y in zip(one, other, strict=True)
    )


@settings(max_examples=25)
@given(
    st.floats(6.0, 60.0),
    st.sampled_from(
        [
            SessionVerb.EASIER,
            SessionVerb.HARDER,
            SessionVerb.SLOW,
            SessionVerb.BRISK,
        ]
    ),
)
def test_the_figure_never_jumps(asked_at: float, verb: SessionVerb) -> None:
    session = running(asked_at, twist(variant="has"))
    if not may(session, verb):
        return
    session = step(session, verb, asked_at)
    before = view(session, asked_at, TR).picture.pose
    t = asked_at
    while t < asked_at + 12.0 and session.ending is None:
        t += 0.04
        session = advance(session, t)
        pose = view(session, t, TR).picture.pose
        assert leap(before, pose) < 8.0
        before = pose


def test_on_a_card_it_changes_at_once() -> None:
    card = running(2.0)
    for verb in (SessionVerb.EASIER, SessionVerb.SLOW):
        card = step(card, verb, 2.0)
    assert card.stage is Stage.READY
    planned = card.script.planned
    assert (planned.reps, planned.reach, planned.pace) == (3, 0.6, 0.75)
    assert done(card).planned_reps == 3


def test_while_paused_it_changes_with_the_repetition_that_begins_again() -> None:
    paused = step(running(TWIST_AT + REP_S + 3), SessionVerb.PAUSE, TWIST_AT + REP_S + 3)
    eased = step(paused, SessionVerb.EASIER, paused.at)
    going = step(eased, SessionVerb.RESUME, paused.at + 10)
    assert going.script.planned is going.wished
    assert view(going, going.at, TR).rep == 2
    assert going.pos == 2.0 + REP_S


def test_back_begins_again_with_what_was_asked_for() -> None:
    eased = step(running(TWIST_AT + 3), SessionVerb.EASIER, TWIST_AT + 3)
    again = step(eased, SessionVerb.BACK, eased.at)
    assert again.pos == 0.0
    assert again.script.planned.reps == 3


def test_the_words_say_what_changed_until_a_while_after_it_came() -> None:
    eased = step(running(TWIST_AT + 1), SessionVerb.EASIER, TWIST_AT + 1)
    said = "Easier: 3 turns per side, not 4. A smaller movement."
    assert view(eased, eased.at, TR).notice == said
    assert view(eased, TWIST_AT + REP_S - 0.1, TR).notice == said
    assert view(eased, TWIST_AT + REP_S + 8.0, TR).notice == ""
    harder = step(running(TWIST_AT + 1), SessionVerb.HARDER, TWIST_AT + 1)
    assert view(harder, harder.at, TR).notice == (
        "Harder: 5 turns per side, not 4. A wider movement, only as far as it feels good."
    )
    slow = step(running(TWIST_AT + 1), SessionVerb.SLOW, TWIST_AT + 1)
    assert view(slow, slow.at, TR).notice == "From the next repetition at pace 0.75."
    over = advance(eased, 1e6)
    assert view(over, over.at, TR).notice == ""


def test_the_easier_form_takes_the_arms_off_the_neck() -> None:
    session = running(TWIST_AT + 1, twist(variant="has"))
    asking = step(session, SessionVerb.HURTS, session.at)
    resting = step(asking, SessionVerb.HURTS, session.at, Discomfort.UNPLEASANT)
    eased = step(resting, SessionVerb.EASIER, session.at + 1)
    wished = eased.wished
    assert (wished.variant, wished.reps, wished.reach) == ("neck_free", 2, 0.6)
    assert view(eased, eased.at, TR).notice == (
        "The easier form: 2 turns per side, not 4. A smaller movement. Arms as the figure shows."
    )


def test_easier_may_be_asked_for_by_the_last_frame_of_an_exercise_without_lead_out() -> None:
    planned = replace(twist(2), exercise=replace(twist().exercise, lead_out=()))
    last = running(TWIST_AT + REP_S + 1, planned)
    more = step(last, SessionVerb.HARDER, last.at)
    assert done(more).done_reps == 3


@given(st.integers(1, 9), st.floats(0.05, 1.0), st.integers(1, 9), st.booleans())
def test_what_can_change_does_change(reps: int, reach: float, least: int, more: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    planned = twist(reps, reach)
    assert can_ease(planned, least) == (easier(planned, least) != planned)
    assert can_harden(planned, more=more) == (harder(planned, more=more) != planned)
