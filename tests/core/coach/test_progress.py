"""Weeks advance, repeat and go back as CONTENT 5.4 says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.coach.done import NO_RANK, DayDone
from deskbreak.core.coach.progress import Weeks, desk_leads, highest_level, home_leads, week_of
from deskbreak.core.coach.rhythm import Rhythm
from deskbreak.core.exercise import Level
from tests.core.coach.coach_samples import on

WORKDAYS = Rhythm((2, 2, 2, 2, 2, 0, 0))
TOP = 2


def did(*days: int, sessions: int = 2, rank: int = TOP, seconds: int = 200) -> list[DayDone]:
    return [DayDone(on(day), sessions, seconds, rank) for day in days]


def week(done: list[DayDone], today: int, rhythm: Rhythm = WORKDAYS) -> int:
    return week_of(done, on(today), desk_leads(rhythm))


def every_workday(weeks: int) -> list[int]:
    return [7 * number + day for number in range(weeks) for day in range(5)]


def test_nothing_done_is_week_one() -> None:
    assert week([], 400) == 1


def test_a_faithful_person_is_a_week_further_each_week() -> None:
    done = did(*every_workday(12))
    for number in range(12):
        assert week([each for each in done if each.day <= on(7 * number)], 7 * number) == number + 1


def test_a_week_does_not_lead_on_before_it_is_over() -> None:
    assert week(did(0, 1, 2, 3, 4), 6) == 1
    assert week(did(0, 1, 2, 3, 4), 7) == 2


@pytest.mark.parametrize(
    ("days", "sessions", "leads"),
    [
        ((0, 1, 2), 2, True),  # three days, 6 of 10
        ((0, 1), 5, False),  # two days
        ((0, 1, 2), 1, False),  # 3 of 10
        ((0, 1, 2, 3, 4), 1, False),  # 5 of 10
        ((0, 1, 2, 3, 4, 5), 1, True),  # 6 of 10, one of them on a Saturday
        ((0, 1, 2), 9, True),  # more than planned on a day counts as planned
    ],
)
def test_three_days_and_sixty_percent(
    days: tuple[int, ...],
    sessions: int,
    leads: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert week(did(*days, sessions=sessions), 7) == 1 + leads


def test_a_day_that_reached_its_goal_counts_as_all_of_its_breaks() -> None:
    assert week(did(0, 1, 2, sessions=1, seconds=299), 7) == 1
    assert week(did(0, 1, 2, sessions=1, seconds=300), 7) == 2


def test_a_home_workout_counts_as_all_of_its_days_breaks() -> None:
    done = [DayDone(on(day), 1, 100, NO_RANK, home=True) for day in (0, 2, 4)]
    assert week(done, 7) == 2


def test_a_lower_level_leads_no_further_than_its_weeks() -> None:
    beginner, normal = (did(*every_workday(12), rank=rank) for rank in (0, 1))
    assert week(beginner, 84) == 3
    assert week(normal, 84) == 7


def test_who_works_two_days_a_week_needs_both() -> None:
    part = Rhythm((2, 2, 0, 0, 0, 0, 0))
    assert week(did(0, 1), 7, part) == 2
    assert week(did(0), 7, part) == 1


@pytest.mark.parametrize(
    ("gap", "back"), [(13, 0), (14, 2), (15, 3), (20, 3), (21, 3), (22, 4), (70, 10)]
)
def test_a_gap_goes_back_by_the_weeks_that_were_missed(gap: int, back: int) -> None:
    done = did(*every_workday(12))
    last = 7 * 11 + 4
    assert week(done, last + 3) == 13
    assert week(done, last + gap) == max(1, 13 - back)
    again = [*done, *did(last + gap)]
    assert week(again, last + gap) == max(1, 13 - back)


def test_after_a_gap_the_weeks_grow_again() -> None:
    done = did(*every_workday(6), *(70 + day for day in range(5)))
    assert week(done, 70) == 2  # week 7, and 31 days are five weeks
    assert week(done, 77) == 3


def test_week_one_begins_when_the_person_says() -> None:
    leads, done = desk_leads(WORKDAYS), did(3, 4, 7, 8, 9)
    assert week_of(done, on(14), leads, on(0)) == 2
    assert week_of(done, on(14), leads, on(30)) == 2


@given(
    st.lists(st.integers(1, 9) | st.integers(10, 40), min_size=1, max_size=25),
    st.lists(st.integers(0, 5), min_size=26, max_size=26),
    st.none() | st.integers(-20, 20),
)
def test_weeks_that_are_counted_on_are_those_that_are_counted_anew(
    steps: list[int], waits: list[int], first: int | None
) -> None:
    began = None if first is None else on(first)
    leads = desk_leads(WORKDAYS)
    counted, days = Weeks(leads, began), [sum(steps[:upto]) for upto in range(len(steps))]
    for upto, day in enumerate(days, 1):
        done = did(*days[:upto])
        for sessions in (0, 1, 2):  # the last day may still grow
            done[-1] = did(day, sessions=sessions)[0]
            today = on(day + min(waits[upto], steps[upto - 1] - 1))
            assert counted.on(done, today) == week_of(done, today, leads, began)


def test_home_leads_after_two_days() -> None:
    assert week_of(did(0, 2), on(7), home_leads) == 2
    assert week_of(did(0), on(7), home_leads) == 1


def test_a_newcomer_chooses_freely_but_not_after_a_restart() -> None:
    assert highest_level([], on(0), restarted=False) is Level.ADVANCED
    assert highest_level([], on(0), restarted=True) is Level.BEGINNER
    only_home = [DayDone(on(0), 1, 100, NO_RANK, home=True)]
    assert highest_level(only_home, on(1), restarted=False) is Level.ADVANCED


def test_levels_rise_one_step_a_week() -> None:
    done = did(0, 3, rank=0)
    assert highest_level(done, on(6), restarted=False) is Level.BEGINNER
    assert highest_level(done, on(7), restarted=False) is Level.NORMAL
    done += did(8, rank=1)
    assert highest_level(done, on(9), restarted=False) is Level.NORMAL
    assert highest_level(done, on(15), restarted=False) is Level.ADVANCED
    done += did(16, rank=2)
    assert highest_level(done, on(16), restarted=False) is Level.ADVANCED


def test_a_step_down_is_taken_at_once_and_a_gap_costs_one() -> None:
    done = did(0, 1, rank=2) + did(2, rank=0)
    assert highest_level(done, on(3), restarted=False) is Level.BEGINNER
    gone = did(0, 1, rank=1)
    assert highest_level(gone, on(14), restarted=False) is Level.ADVANCED
    assert highest_level(gone, on(15), restarted=False) is Level.BEGINNER
    back = gone + did(20, rank=0)
    assert highest_level(back, on(21), restarted=False) is Level.BEGINNER
    assert highest_level(back, on(27), restarted=False) is Level.NORMAL


DAYS = st.lists(st.integers(0, 200), max_size=120, unique=True).map(sorted)


@given(DAYS, st.integers(0, 220), st.integers(0, 3))
def test_a_day_never_leads_further_than_a_week(days: list[int], today: int, rank: int) -> None:
    done = [DayDone(on(day), 2, 200, rank) for day in days if day <= today]
    now, following = week(done, today), week(done, today + 1)
    assert 1 <= now <= 1 + today // 7 + 1
    assert following <= now + 1
