"""What a report holds: its pages, the lines across its charts, its words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.columns import Column
from deskbreak.core.figures.day_sum import DaySum, Did
from deskbreak.core.figures.report import Report, felt_days, marks_of, report_of, usual_span
from deskbreak.core.figures.span import Scale, Span, span_of
from deskbreak.core.wording import report as words
from deskbreak.core.words import English

TR = English()
AUTUMN = Span(date(2026, 9, 10), date(2026, 11, 23))


def day(name: str, **changes: object) -> DaySum:
    did = (Did("back_twist", 9, 60), Did("side_tilt", 2, 40))
    return DaySum(name, seconds=100, done=1, did=did, **changes)  # type: ignore[arg-type]  # mixed


def report(*sums: DaySum, span: Span = AUTUMN) -> Report:
    return report_of(span, sums, lambda _exercise: "trunk")


def test_each_month_has_a_page_after_one_about_all_of_them() -> None:
    made = report(day("2026-09-09"), day("2026-09-10"), day("2026-11-02"), day("2026-11-24"))
    assert [page.span for page in made.pages] == [
        AUTUMN,
        Span(date(2026, 9, 10), date(2026, 9, 30)),
        Span(date(2026, 11, 1), date(2026, 11, 23)),
    ]
    assert [page.summary.done for page in made.pages] == [2, 1, 1]
    titles = [words.page_title(page, TR) for page in made.pages]
    assert titles == ["The whole time", "Sep 2026", "Nov 2026"]


def test_one_month_is_one_page_and_so_is_nothing() -> None:
    (month,) = report(day("2026-10-05")).pages
    assert month.scale is Scale.MONTH
    (nothing,) = report().pages
    assert (nothing.span, nothing.summary.seconds) == (AUTUMN, 0)
    assert words.felt_lines(nothing, TR) == ()
    assert words.nothing_text((), TR) == ("Nothing was written.",)
    assert words.nothing_text(["x"], TR) == ("x",)


def test_columns_are_named_by_what_they_are() -> None:
    year, month = report(day("2026-09-10"), day("2026-10-10")).pages[:2]
    named = [words.label(year, column, TR) for column in year.columns]
    assert named == ["Sep", "Oct", "Nov"]
    assert words.chart_title(year, TR) == "Minutes of exercise by month"
    assert words.label(month, month.columns[0], TR) == "10"
    assert words.chart_title(month, TR).startswith("Minutes of exercise by day")
    decade = Span(date(2016, 12, 20), date(2026, 1, 3))
    whole = report(day("2016-12-21"), day("2026-01-02"), span=decade).pages[0]
    named = [words.label(whole, column, TR) for column in whole.columns]
    assert named == [str(year) for year in range(2016, 2027)]
    assert words.chart_title(whole, TR) == "Minutes of exercise by year"


def test_the_figures_of_a_page_are_said() -> None:
    quiet, rated = report(day("2026-10-05")), report(day("2026-10-05", energy=(13, 4), week=1))
    assert words.facts(quiet.pages[0].summary, TR) == (
        ("1 min", "of exercise"),
        ("1", "break"),
        ("1", "day with a break"),
        ("0", "days with their goal reached"),
    )
    assert words.facts(rated.pages[0].summary, TR)[-1] == ("3.2 of 5", "energy after breaks")
    assert words.from_to(AUTUMN, TR) == "10 Sep 2026 \u2013 23 Nov 2026"
    assert "no diagnosis" in words.origin_text(TR)


def test_discomfort_is_told_by_day_and_counted_where_there_are_many() -> None:
    pains = [
        day(f"2026-10-{n:02d}", discomfort=Discomfort.PAIN if n > 1 else Discomfort.STRETCH)
        for n in range(1, 4)
    ]
    made = report(*pains, day("2026-11-02"))
    assert [kind for kind, _ in felt_days(made.pages[0].summary)] == ["stretch", "pain"]
    assert words.felt_lines(made.pages[0], TR) == (
        "A normal stretch: on 1 day",
        "Pain: on 2 days",
    )
    assert words.felt_lines(made.pages[1], TR) == ("A normal stretch: 1 Oct", "Pain: 2, 3 Oct")
    often = [day(f"2026-10-{n:02d}", discomfort=Discomfort.SHARP) for n in range(1, 14)]
    (line,) = words.felt_lines(report(*often).pages[0], TR)
    assert line == "Sharp pain, tingling or dizziness: on 13 days"


def test_exercises_are_listed_as_far_as_there_is_room() -> None:
    summary = report(day("2026-10-05")).pages[0].summary
    rows = words.did_rows(summary, str.upper, str.title, 1)
    assert rows == (("BACK_TWIST", "Trunk", Did("back_twist", 9, 60)),)
    assert words.did_cells(rows[0][2], TR) == ("9 times", "1 min")
    assert words.did_cells(Did("sit", 0, 30), TR) == ("\u2013", "30 s")
    assert words.more_text(2, TR) == "and 2 more"


def test_a_report_begins_with_what_is_shown_until_today() -> None:
    today = date(2026, 11, 23)
    november = Span(date(2026, 11, 1), today)
    assert usual_span(Scale.DAY, Span(today, today), today) == november
    assert usual_span(Scale.MONTH, span_of(Scale.MONTH, today), today) == november
    ahead = Span(date(2027, 1, 1), date(2027, 1, 31))
    assert usual_span(Scale.MONTH, ahead, today) == Span(ahead.first, ahead.first)


@pytest.mark.parametrize(
    ("most", "marks"),
    [(0, (1,)), (60, (1,)), (301, (2, 4, 6)), (600, (2, 4, 6, 8, 10)), (870, (5, 10, 15))],
)
def test_the_lines_across_a_chart_are_round_minutes(most: int, marks: tuple[int, ...]) -> None:
    column = Column(AUTUMN.first, AUTUMN.first, seconds=most)
    assert marks_of([column]) == tuple(60 * mark for mark in marks)


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 1800)), max_size=40))
def test_no_column_and_no_goal_is_higher_than_the_last_line(heights: list[tuple[int, int]]) -> None:
    day = AUTUMN.first
    marks = marks_of([Column(day, day, seconds, goal_s=goal) for seconds, goal in heights])
    highest = max((max(each) for each in heights), default=0)
    assert marks[-1] >= highest
    assert len({b - a for a, b in zip((0, *marks), marks, strict=False)}) == 1
