from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.columns import Column
from deskbreak.core.figures.day_sum import Did
from deskbreak.core.figures.span import Scale, span_of
from deskbreak.core.figures.streak import Streak
from deskbreak.core.figures.summary import Summary
from deskbreak.core.wording import figures as words
from deskbreak.core.words import English

TR = English()
DAY = date(2026, 11, 23)
NONE = Summary(0, 0, 0, 0, 0, 0, (), (), (0,) * 24, (), None)


@pytest.mark.parametrize(
    ("scale", "said", "name"),
    [
        (Scale.DAY, "Mon, 23 Nov 2026", "Day"),
        (Scale.WEEK, "23 Nov \u2013 29 Nov 2026", "Week"),
        (Scale.MONTH, "Nov 2026", "Month"),
        (Scale.YEAR, "2026", "Year"),
        (Scale.ALL, "All of it: 2020 \u2013 2026", "All"),
    ],
)
def test_a_span_has_a_name(scale: Scale, said: str, name: str) -> None:
    assert words.span_name(scale, span_of(scale, DAY, date(2020, 2, 2)), TR) == said
    assert words.scale_name(scale, TR) == name


def test_all_of_one_year_is_that_year() -> None:
    assert words.span_name(Scale.ALL, span_of(Scale.ALL, DAY), TR) == "All of it: 2026"


def test_a_column_says_its_day_month_or_year() -> None:
    day = Column(DAY, DAY, 240, 1, 300)
    month = Column(date(2026, 11, 1), date(2026, 11, 30), 3600, 20)
    year = Column(date(2026, 1, 1), date(2026, 12, 31), 36000, 200)
    assert words.column_sentence(day, TR) == "Mon, 23 Nov 2026: 4 min of 5 min, 1 break"
    assert words.column_sentence(month, TR) == "Nov 2026: 1 h, 20 breaks"
    assert words.column_sentence(replace(year, done=0), TR) == "2026: 10 h"
    assert words.column_label(day, Scale.WEEK, TR) == "Mon"
    assert words.column_label(day, Scale.MONTH, TR) == "23"
    assert words.column_label(month, Scale.ALL, TR) == "Nov"
    assert words.column_label(year, Scale.ALL, TR) == "2026"


@pytest.mark.parametrize(
    ("streak", "scale", "said"),
    [
        (Streak(0, 0), Scale.WEEK, "It begins with your first break."),
        (Streak(0, 4), Scale.WEEK, ""),
        (Streak(1, 4), Scale.WEEK, "1 day in a row"),
        (Streak(2, 4), Scale.ALL, "2 days in a row, 4 days at most"),
        (Streak(0, 4), Scale.ALL, "4 days at most"),
        (Streak(4, 4), Scale.ALL, "4 days in a row"),
    ],
)
def test_a_streak_is_told_without_reproach(streak: Streak, scale: Scale, said: str) -> None:
    assert words.streak_text(streak, scale, TR) == said


def test_totals_say_nothing_of_nothing() -> None:
    assert words.totals_text(NONE, TR) == ""
    some = replace(NONE, seconds=600, done=2, days=1)
    assert words.totals_text(some, TR) == "10 min of exercise, 2 breaks on 1 day"
    reached = replace(some, days=3, reached=2)
    assert words.totals_text(reached, TR).endswith("2 breaks on 3 days, goal reached on 2 days")


def test_what_was_done_counts_times_or_time() -> None:
    assert words.did_text(Did("back_twist", 9, 120), str, TR) == "back_twist: 9 times, 2 min"
    assert words.did_text(Did("side_plank", 0, 90), str, TR) == "side_plank: 1 min"


def test_what_came_between_is_told_by_its_reason() -> None:
    assert words.between_lines(NONE, str, TR) == ()
    some = replace(NONE, snoozes=1, unanswered=2, held=(("meeting", 3),))
    assert words.between_lines(some, str, TR) == (
        "Snoozed once.",
        "2 offers went by without a break.",
        "Meeting: held 3 breaks back",
    )


def test_what_was_felt_is_told_by_days_and_for_a_year_by_months() -> None:
    days = tuple(
        Column(date(2026, 11, n), date(2026, 11, n), felt=1, worst=worst)
        for n, worst in ((2, Discomfort.STRETCH), (3, Discomfort.SHARP))
    )
    plain = Column(DAY, DAY)
    rated = replace(NONE, energy=35)
    assert words.felt_lines((*days, plain), rated, Scale.MONTH, TR) == (
        "Mon, 2 Nov 2026: a stretch",
        "Tue, 3 Nov 2026: a sharp pain",
        "Energy after breaks: 3.5 of 5 on average",
    )
    (month,) = words.felt_lines((*days, plain), NONE, Scale.YEAR, TR)
    assert month == "Nov 2026: 2 days, a sharp pain at most"
