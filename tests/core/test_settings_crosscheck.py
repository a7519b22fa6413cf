from __future__ import annotations

import tomllib

from deskbreak.core.settings.parse import parse
from deskbreak.core.settings.values import Problem, Settings, Span


def read(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    return parse(tomllib.loads(text))


def said(text: str) -> list[str]:
    return [problem.said for problem in read(text)[1]]


def test_earliest_after_latest() -> None:
    both, problems = read("[schedule]\nearliest_min = 200\nlatest_min = 100")
    assert both == Settings()
    assert [(problem.key, problem.said) for problem in problems] == [
        (
            "schedule.earliest_min",
            (
                "schedule.earliest_min (200) is later than schedule.latest_min (100); "
                "earliest should be at most latest."
            ),
        )
    ]
    alone, problems = read("[schedule]\nlatest_min = 90")
    assert alone == Settings()
    assert [problem.key for problem in problems] == ["schedule.latest_min"]


def test_away_longer_than_fresh() -> None:
    got, problems = read("[schedule]\naway_min = 90")
    assert got == Settings()
    assert [problem.key for problem in problems] == ["schedule.away_min"]


def test_times_are_sorted_and_needed() -> None:
    got, problems = read('[schedule]\nmode = "times"\ntimes = ["15:00", "10:30", "15:00"]')
    assert (got.schedule.mode, got.schedule.times, problems) == ("times", (630, 900), ())
    got, problems = read('[schedule]\nmode = "times"')
    assert got == Settings()
    assert [(problem.key, problem.fatal) for problem in problems] == [("schedule.mode", True)]


def test_hours_that_overlap_become_one() -> None:
    got, problems = read(
        """
        [office]
        hours = ["09:00-13:00", "12:00-18:00"]
        by_day.fri = ["09:00-11:00", "10:00-12:00"]
        """
    )
    assert got.office.hours == (Span(540, 1080),)
    assert got.office.by_day == ((4, (Span(540, 720),)),)
    assert [(problem.key, problem.fatal) for problem in problems] == [
        ("office.hours", False),
        ("office.by_day.fri", False),
    ]


def test_lunch_outside_the_hours_is_a_warning() -> None:
    got, problems = read('[office]\nlunch = "20:00-21:00"')
    assert got.office.lunch == Span(1200, 1260)
    assert [(problem.key, problem.fatal) for problem in problems] == [("office.lunch", False)]
    assert said('[office]\nhours = ["20:00-23:00"]') == []
    assert said('[office]\nlunch = ""') == []
    assert said('[office]\nlunch = "20:00-21:00"\nby_day.fri = "18:00-22:00"') == []
