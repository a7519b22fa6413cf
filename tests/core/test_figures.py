from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Outcome,
    Reason,
    StepDone,
    StepOutcome,
    Unit,
)
from deskbreak.core.figures.columns import Column, by_month, columns_of
from deskbreak.core.figures.day_sum import DaySum, Did, day_sums, hour_of
from deskbreak.core.figures.shares import fullness, hours_shown, most_of, parts, shares
from deskbreak.core.figures.span import Scale, Span, moved, span_of, span_to_read
from deskbreak.core.figures.summary import Region, goal_of, reaches, summary_of

NOON = 1_795_435_200  # 2026-11-23 12:00 UTC
DAY = "2026-11-23"


def step(exercise: str, reps: int, seconds: int, unit: Unit = Unit.REPS) -> StepDone:
    return StepDone(exercise, unit, 4, reps, seconds, StepOutcome.COMPLETED)


def done(day: str = DAY, at: int = NOON, outcome: Outcome = Outcome.COMPLETED) -> Break:
    steps = (step("back_twist", 4, 60), step("side_plank", 20, 30, Unit.SECONDS))
    return Break(
        day=day,
        outcome=outcome,
        reason=None,
        ended_at=at + 90,
        utc_offset_s=3600,
        zone="Europe/Berlin",
        started_at=at,
        seconds=90,
        routine="desk",
        week=3,
        steps=steps,
    )


def missed(day: str = DAY, outcome: Outcome = Outcome.MISSED) -> Break:
    return Break(day, outcome, Reason.UNANSWERED, NOON - 3600, 3600, "Europe/Berlin", snoozes=2)


def test_a_day_adds_up_what_was_done_and_what_came_between() -> None:
    hurt = replace(done(at=NOON + 7200, outcome=Outcome.DISCOMFORT), discomfort=Discomfort.PAIN)
    felt = replace(done(at=NOON + 3600), discomfort=Discomfort.STRETCH, energy=4)
    held = replace(missed(), held_back_by=("meeting", "fullscreen"))
    posture = replace(done(), routine="posture")
    (found,) = day_sums((hurt, felt, held, posture, replace(done(), energy=3)))
    assert found == DaySum(
        day=DAY,
        seconds=270,
        done=2,
        unanswered=1,
        snoozes=2,
        held=(("fullscreen", 1), ("meeting", 1)),
        did=(Did("back_twist", 12, 180), Did("side_plank", 0, 90)),
        hours=((13, 1), (14, 1), (15, 1)),
        discomfort=Discomfort.PAIN,
        energy=(7, 2),
        week=3,
    )


def test_days_come_in_order_and_a_day_without_exercise_is_one_too() -> None:
    found = day_sums((done("2026-11-24"), missed("2026-11-22", Outcome.SKIPPED)))
    assert [(each.day, each.seconds, each.week) for each in found] == [
        ("2026-11-22", 0, 0),
        ("2026-11-24", 90, 3),
    ]
    assert day_sums(()) == ()


def test_an_hour_is_local_and_an_entry_by_hand_has_one() -> None:
    assert hour_of(done(at=NOON)) == 13
    assert hour_of(replace(done(), started_at=None, ended_at=NOON)) == 13


@pytest.mark.parametrize(
    ("scale", "first", "last"),
    [
        (Scale.DAY, "2026-11-23", "2026-11-23"),
        (Scale.WEEK, "2026-11-23", "2026-11-29"),
        (Scale.MONTH, "2026-11-01", "2026-11-30"),
        (Scale.YEAR, "2026-01-01", "2026-12-31"),
        (Scale.ALL, "2024-01-01", "2026-12-31"),
    ],
)
def test_a_day_lies_in_its_span(scale: Scale, first: str, last: str) -> None:
    found = span_of(scale, date(2026, 11, 23), date(2024, 5, 5))
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_a_record_that_has_not_begun_is_this_year() -> None:
    assert span_of(Scale.ALL, date(2026, 5, 5)) == Span(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("scale", "by", "to"),
    [
        (Scale.DAY, -1, date(2026, 1, 30)),
        (Scale.WEEK, 1, date(2026, 2, 7)),
        (Scale.MONTH, 1, date(2026, 2, 28)),
        (Scale.MONTH, -2, date(2025, 11, 30)),
        (Scale.YEAR, 2, date(2028, 1, 31)),
        (Scale.ALL, 1, date(2026, 1, 31)),
        (Scale.YEAR, 9000, date(2026, 1, 31)),
        (Scale.DAY, 10**9, date(2026, 1, 31)),
    ],
)
def test_a_span_leads_to_its_neighbours(scale: Scale, by: int, to: date) -> None:
    assert moved(scale, date(2026, 1, 31), by) == to


@given(st.sampled_from(Scale), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_day_lies_within_its_span(scale: Scale, day: date) -> None:
    span = span_of(scale, day)
    assert span.first <= day <= span.last
    assert span_of(scale, span.first) == span
    assert len(span.days()) == (span.last - span.first).days + 1


def test_a_span_adds_up_its_days() -> None:
    region = {"back_twist": "trunk", "side_tilt": "trunk", "side_plank": "whole_spine"}
    one = DaySum(
        "2026-11-02",
        seconds=180,
        done=2,
        held=(("meeting", 2),),
        did=(Did("back_twist", 8, 100), Did("side_plank", 0, 150)),
        hours=((9, 1), (11, 1)),
        discomfort=Discomfort.STRETCH,
        energy=(7, 2),
        week=1,
    )
    two = DaySum(
        "2026-11-03",
        seconds=600,
        snoozes=3,
        unanswered=1,
        held=(("fullscreen", 1), ("meeting", 1)),
        did=(Did("side_tilt", 4, 100),),
        hours=((11, 1),),
        week=1,
    )
    found = summary_of((one, two), region.__getitem__)
    assert (found.seconds, found.done, found.days, found.reached) == (780, 2, 1, 1)
    assert (found.snoozes, found.unanswered, found.energy) == (3, 1, 35)
    assert found.held == (("meeting", 3), ("fullscreen", 1))
    assert found.regions == (
        Region("trunk", 200, (Did("back_twist", 8, 100), Did("side_tilt", 4, 100))),
        Region("whole_spine", 150, (Did("side_plank", 0, 150),)),
    )
    assert (found.hours[9], found.hours[11], sum(found.hours)) == (1, 2, 3)
    assert found.felt == (("2026-11-02", Discomfort.STRETCH),)
    assert summary_of((), str).energy is None


def test_a_day_without_a_plan_has_no_goal_to_reach() -> None:
    assert goal_of(DaySum(DAY)) == 0
    assert not reaches(DaySum(DAY, seconds=9999))
    assert reaches(DaySum(DAY, seconds=goal_of(DaySum(DAY, week=1)), week=1))


def test_a_week_has_a_column_for_each_day() -> None:
    span = span_of(Scale.WEEK, date(2026, 11, 23))
    felt = DaySum("2026-11-24", 90, 1, discomfort=Discomfort.PAIN, week=1)
    found = columns_of(Scale.WEEK, span, (felt,))
    assert [each.seconds for each in found] == [0, 90, 0, 0, 0, 0, 0]
    tuesday = date(2026, 11, 24)
    assert found[1] == Column(tuesday, tuesday, 90, 1, goal_of(felt), 1, Discomfort.PAIN)


def test_all_of_a_record_has_months_and_a_long_one_years() -> None:
    first, last = DaySum("2024-02-05", 60, 1), DaySum("2026-02-06", 90, 1)
    pain = replace(last, day="2026-02-07", discomfort=Discomfort.PAIN)
    span = span_of(Scale.ALL, date(2026, 5, 5), date(2024, 2, 5))
    months = columns_of(Scale.ALL, span, (first, last, pain))
    assert len(months) == 36
    assert (months[1].seconds, months[25].seconds, months[25].felt) == (60, 180, 1)
    assert (months[25].last, months[25].worst) == (date(2026, 2, 28), Discomfort.PAIN)
    long = span_of(Scale.ALL, date(2026, 5, 5), date(2020, 1, 1))
    years = columns_of(Scale.ALL, long, (first, last, pain))
    assert [each.seconds for each in years] == [0, 0, 0, 0, 60, 0, 180]
    part = Span(date(2026, 1, 7), date(2026, 2, 6))
    ends = [(each.first, each.last) for each in columns_of(Scale.ALL, part, (last, pain))]
    assert ends == [(part.first, date(2026, 1, 31)), (date(2026, 2, 1), part.last)]
    assert by_month(()) == ()


def test_columns_are_as_high_as_their_part_of_the_highest() -> None:
    day = date(2026, 11, 23)
    columns = (Column(day, day, 150, 1, 300), Column(day, day, 600, 2), Column(day, day))
    assert most_of(columns) == 600
    assert shares(columns) == ((0.25, 0.5), (1.0, 0.0), (0.0, 0.0))
    assert shares(columns[2:]) == ((0.0, 0.0),)
    assert [fullness(each) for each in columns] == [0.5, 1.0, 0.0]
    assert parts([30, 120, 60]) == (0.25, 1.0, 0.5)
    assert parts([]) == ()
    assert parts([0]) == (0.0,)


def test_the_hours_shown_are_those_of_a_usual_day_and_of_a_night_owl() -> None:
    hours = [0] * 24
    assert hours_shown(hours) == range(7, 20)
    hours[2] = hours[22] = 1
    assert hours_shown(hours) == range(2, 23)


def test_all_of_the_record_is_read_from_all_of_time() -> None:
    today = date(2026, 11, 23)
    assert span_to_read(Scale.YEAR, today) == span_of(Scale.YEAR, today)
    assert span_to_read(Scale.ALL, today) == Span(date.min, date.max)
