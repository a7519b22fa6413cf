from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    Outcome,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.pain import CONFIRMED, HURT, restrictions, turned_on
from deskbreak.core.restrictions import Restrictions, Softer, Suspension

FIRST = date(2026, 11, 2)
NOON = int(datetime(2026, 11, 2, 12, tzinfo=UTC).timestamp())
DAY_S = 86_400


def _day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def _day_of(utc: int) -> str:
    return datetime.fromtimestamp(utc, UTC).date().isoformat()


def _session(
    day: int, hurt: Discomfort | None = None, sore: str = "cat_cow", *, hour: int = 0
) -> Break:
    """Return a session of two exercises; `sore` is the one that hurt."""
    steps = tuple(
        StepDone(
            name,
            Unit.REPS,
            4,
            4,
            40,
            StepOutcome.DISCOMFORT if hurt and name == sore else StepOutcome.COMPLETED,
        )
        for name in ("cat_cow", "side_tilt")
    )
    return Break(
        day=_day(day),
        outcome=Outcome.DISCOMFORT if hurt else Outcome.COMPLETED,
        reason=None,
        ended_at=NOON + day * DAY_S + hour * 3600,
        utc_offset_s=0,
        zone="UTC",
        routine="desk",
        discomfort=hurt,
        steps=steps,
    )


def _event(day: int, what: What, hour: int = 1, **data: str) -> Happening:
    return Happening(NOON + day * DAY_S + hour * 3600, what, tuple(data.items()))


def _confirmed(day: int, hour: int = 1) -> Happening:
    return replace(_event(day, What.SETTINGS, hour), data=CONFIRMED)


def _told(today: int, *items: Break | Happening) -> Restrictions:
    breaks = [item for item in items if isinstance(item, Break)]
    events = [item for item in items if isinstance(item, Happening)]
    return restrictions(breaks, events, _day(today), _day_of)


@pytest.mark.parametrize("hurt", [None, Discomfort.STRETCH])
def test_what_does_not_hurt_restricts_nothing(hurt: Discomfort | None) -> None:
    assert _told(0, *(_session(day, hurt) for day in range(8))) == Restrictions()


def test_unpleasant_softens_that_exercise_for_its_next_two_sessions() -> None:
    first = _session(0, Discomfort.UNPLEASANT)
    softer = Restrictions(softer=(Softer("cat_cow", 1, 0.8),))
    assert _told(0, first) == softer
    assert _told(1, first, _session(1)) == softer
    assert _told(2, first, _session(1), _session(2)) == Restrictions()


def test_a_session_without_the_exercise_uses_none_of_the_two_up() -> None:
    other = replace(_session(1), steps=_session(1).steps[1:])
    idle = replace(_session(2).steps[0], done_reps=0, outcome=StepOutcome.SKIPPED)
    skipped = replace(_session(2), steps=(idle,))
    told = _told(3, _session(0, Discomfort.UNPLEASANT), other, skipped)
    assert told.softer == (Softer("cat_cow", 1, 0.8),)


def test_unpleasant_in_a_softened_session_softens_further() -> None:
    told = _told(1, _session(0, Discomfort.UNPLEASANT), _session(1, Discomfort.UNPLEASANT))
    assert told.softer == (Softer("cat_cow", 2, 0.64),)


def test_pain_rests_until_tomorrow_and_returns_easier_until_done_twice() -> None:
    hurt = _session(0, Discomfort.PAIN)
    assert _told(0, hurt).paused == {"cat_cow"}
    easier = Restrictions(softer=(Softer("cat_cow", easier=True),))
    assert _told(1, hurt) == easier
    idle = replace(_session(1).steps[0], done_reps=0, outcome=StepOutcome.SKIPPED)
    assert _told(1, hurt, replace(_session(1), steps=(idle,))) == easier
    assert _told(1, hurt, _session(1)) == easier
    assert _told(2, hurt, _session(1), _session(2)) == Restrictions()


@pytest.mark.parametrize("hurt", [Discomfort.PAIN, Discomfort.SHARP])
def test_of_several_marked_steps_only_the_last_takes_the_pain(hurt: Discomfort) -> None:
    steps = tuple(replace(step, outcome=StepOutcome.DISCOMFORT) for step in _session(0, hurt).steps)
    told = _told(0, replace(_session(0, hurt), steps=steps))
    assert told.paused == {"side_tilt"}
    assert told.softer == (Softer("cat_cow", 1, 0.8), Softer("side_tilt", easier=True))


def test_two_pains_within_seven_days_switch_off_until_turned_on() -> None:
    twice = (_session(0, Discomfort.PAIN), _session(7, Discomfort.PAIN))
    assert _told(90, *twice).off == {"cat_cow"}
    on = replace(_event(8, What.SETTINGS), data=turned_on("cat_cow"))
    told = _told(9, *twice, on)
    assert (told.off, told.softer) == (frozenset(), (Softer("cat_cow", easier=True),))
    assert _told(10, *twice, on, _session(10, Discomfort.PAIN)).off == frozenset()
    again = (_session(10, Discomfort.PAIN), _session(12, Discomfort.PAIN))
    assert _told(12, *twice, on, *again).off == {"cat_cow"}


def test_two_pains_eight_days_apart_or_of_two_exercises_switch_nothing_off() -> None:
    pain = _session(0, Discomfort.PAIN)
    assert _told(9, pain, _session(8, Discomfort.PAIN)).off == frozenset()
    assert _told(9, pain, _session(3, Discomfort.PAIN, "side_tilt")).off == frozenset()


def test_turning_on_what_is_on_changes_nothing() -> None:
    on = replace(_event(1, What.SETTINGS), data=turned_on("plank"))
    assert _told(2, _session(0), on, _event(1, What.SETTINGS)) == Restrictions()


def test_sharp_suspends_until_the_safety_text_is_confirmed_even_on_the_same_day() -> None:
    sharp = _session(0, Discomfort.SHARP)
    told = _told(0, sharp)
    assert (told.suspended, told.paused) == (Suspension.SHARP, frozenset({"cat_cow"}))
    assert _told(60, sharp).suspended is Suspension.SHARP
    before = _confirmed(0, hour=-1)
    assert _told(0, sharp, before).suspended is Suspension.SHARP
    same_second = replace(_confirmed(0), at=sharp.ended_at)
    assert _told(0, sharp, same_second).suspended is None
    assert _told(0, sharp, _confirmed(0)).suspended is None


def test_three_bad_ones_of_the_last_six_suspend_until_confirmed_and_count_anew() -> None:
    bad, worse = Discomfort.UNPLEASANT, Discomfort.PAIN
    six = (
        _session(0, bad), _session(1), _session(2, worse, "side_tilt"),
        _session(3), _session(4), _session(5, bad),
    )  # fmt: skip
    assert _told(5, *six[:5]).suspended is None
    assert _told(5, *six).suspended is Suspension.REPEATED
    assert _told(50, *six, _session(6), _session(7)).suspended is Suspension.REPEATED
    after = (*six, _confirmed(6))
    assert _told(8, *after, _session(7, bad), _session(8, bad)).suspended is None
    third = _session(9, bad)
    told = _told(9, *after, _session(7, bad), _session(8, bad), third)
    assert told.suspended is Suspension.REPEATED


def test_three_bad_ones_among_seven_suspend_nothing() -> None:
    bad = Discomfort.UNPLEASANT
    days = (bad, None, None, bad, None, None, bad)
    assert _told(6, *(_session(day, hurt) for day, hurt in enumerate(days))).suspended is None


def test_posture_checks_and_entries_by_hand_do_not_dilute_the_last_six() -> None:
    bad = [_session(day, Discomfort.UNPLEASANT) for day in (0, 2, 4)]
    checks = [replace(_session(1, hour=n), routine="posture") for n in range(6)]
    by_hand = [replace(_session(3, hour=n), outcome=Outcome.MANUAL) for n in range(6)]
    assert _told(4, *bad, *checks, *by_hand).suspended is Suspension.REPEATED


def test_a_sharp_pain_is_the_reason_that_stays() -> None:
    sore = [_session(day, Discomfort.SHARP) for day in range(3)]
    told = _told(3, *sore, replace(_session(3, Discomfort.UNPLEASANT), routine="posture"))
    assert told.suspended is Suspension.SHARP


def test_a_hurt_back_rests_the_plan_and_the_weeks_count_anew_from_the_return() -> None:
    hurt = _event(0, What.PAUSED, why=HURT)
    assert _told(30, hurt).suspended is Suspension.HURT
    assert _told(30, hurt, _confirmed(1)).suspended is Suspension.HURT
    assert _told(30, hurt, _event(2, What.RESUMED)).suspended is Suspension.HURT
    assert _told(30, hurt, _event(2, What.STARTED, why=HURT)).suspended is Suspension.HURT
    assert _told(30, hurt, _event(4, What.RESUMED, why=HURT)) == Restrictions(reset_on=_day(4))


def test_a_hurt_back_taken_back_within_ten_minutes_was_a_slip() -> None:
    hurt = _event(0, What.PAUSED, why=HURT)
    again = replace(hurt, at=hurt.at + 300)
    back = replace(_event(0, What.RESUMED, why=HURT), at=hurt.at + 599)
    assert _told(1, hurt, back) == Restrictions()
    assert _told(1, hurt, again, replace(back, at=hurt.at + 600)).reset_on == _day(0)


def test_a_resume_without_a_hurt_back_resets_nothing() -> None:
    events = (_event(0, What.PAUSED), _event(1, What.RESUMED, why=HURT))
    assert _told(2, *events) == Restrictions()


_ANSWERS = st.lists(st.sampled_from([None, *Discomfort]), max_size=20)


@given(_ANSWERS)
def test_the_order_in_which_the_journal_is_handed_over_does_not_matter(
    answers: list[Discomfort | None],
) -> None:
    sessions = [_session(day, hurt) for day, hurt in enumerate(answers)]
    assert _told(20, *reversed(sessions)) == _told(20, *sessions)


@given(_ANSWERS)
def test_confirming_lifts_every_suspension_and_nothing_else(
    answers: list[Discomfort | None],
) -> None:
    sessions = [_session(day, hurt) for day, hurt in enumerate(answers)]
    before, after = _told(25, *sessions), _told(25, *sessions, _confirmed(21))
    assert after == replace(before, suspended=None)
    assert all(0 < softer.reach <= 1 for softer in before.softer)
