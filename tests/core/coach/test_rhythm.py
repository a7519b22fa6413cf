"""How many breaks a day has room for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deskbreak.core.coach.rhythm import most_in, rhythm_of
from deskbreak.core.settings.values import (
    DateSpan,
    Office,
    Person,
    RoutineChoice,
    Schedule,
    Settings,
    Span,
)
from tests.core.coach.coach_samples import MONDAY, on

NINE_TO_SIX = (Span(9 * 60, 18 * 60),)


def fits(
    office: Office, schedule: Schedule | None = None, choice: RoutineChoice | None = None
) -> int:
    settings = Settings(
        office=office, schedule=schedule or Schedule(), routine=choice or RoutineChoice()
    )
    return rhythm_of(settings).fits_on(MONDAY)


@pytest.mark.parametrize(
    ("office", "schedule", "count"),
    [
        (Office(), Schedule(), 2),  # 11:30, then 16:00 after lunch
        (Office(hours=NINE_TO_SIX, lunch=None), Schedule(), 3),  # 11:30, 14:00, 16:30
        (Office(hours=NINE_TO_SIX, lunch=Span(750, 780)), Schedule(), 2),  # the content's example
        (Office(hours=(Span(540, 600),), lunch=None), Schedule(), 1),  # an hour: still one
        (Office(hours=NINE_TO_SIX, lunch=None), Schedule(earliest_min=60, latest_min=60), 8),
        (Office(hours=NINE_TO_SIX, lunch=None), Schedule(earliest_min=120, latest_min=60), 4),
        (Office(hours=(Span(540, 720), Span(780, 1080)), lunch=None), Schedule(), 1),
        (Office(hours=(Span(1200, 360),), lunch=None), Schedule(), 3),  # overnight
        (Office(), Schedule(mode="times", times=(660, 900, 1200)), 2),
    ],
)
def test_a_day_has_room_for(office: Office, schedule: Schedule, count: int) -> None:
    assert fits(office, schedule) == count


def test_a_meal_moves_a_break_unless_the_person_ignores_it() -> None:
    office = Office(hours=(Span(540, 1100),), lunch=Span(720, 750))
    quick = Schedule(earliest_min=60, latest_min=60)
    assert fits(office, quick) == 6  # 10, 11, 14:30, 15:30, 16:30, 17:30
    assert fits(office, quick, RoutineChoice(after_meal="ignore")) == 7


def test_days_off_have_none() -> None:
    off = DateSpan(date(2026, 11, 24), date(2026, 11, 25))
    rhythm = rhythm_of(Settings(office=Office(days_off=(off,))))
    assert [rhythm.fits_on(on(day)) for day in range(7)] == [2, 0, 0, 2, 2, 0, 0]
    assert rhythm.days_a_week == 5
    assert rhythm.planned_from(on(0), 9) == [2, 0, 0, 2, 2, 0, 0]


def test_seven_days_begin_anywhere() -> None:
    assert rhythm_of(Settings()).planned_from(on(3), 9) == [2, 2, 0, 0, 2, 2, 2]


def test_no_more_breaks_are_planned_than_reach_the_goal() -> None:
    assert [most_in(week) for week in (1, 2, 3, 4, 9)] == [2, 3, 4, 4, 6]
    busy = Settings(
        office=Office(hours=NINE_TO_SIX, lunch=None),
        schedule=Schedule(earliest_min=60, latest_min=60),
    )
    assert rhythm_of(busy).planned_from(on(0), 1)[0] == 2


def test_few_hours_at_the_computer_ask_for_fewer_breaks() -> None:
    office = Office(hours=NINE_TO_SIX, lunch=None)
    gentle = Settings(office=office, person=Person(hours_at_computer="<5"))
    assert rhythm_of(gentle).fits_on(MONDAY) == 2
    usual = replace(gentle, person=Person(hours_at_computer=">6"))
    assert rhythm_of(usual).fits_on(MONDAY) == 3
