"""The words of the printed report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.columns import Column
from deskbreak.core.figures.day_sum import Did
from deskbreak.core.figures.report import Page, felt_days
from deskbreak.core.figures.span import Scale, Span
from deskbreak.core.figures.summary import Summary
from deskbreak.core.wording.times import month_text, span_text
from deskbreak.core.words import Words

_TENTHS = 10
_MOST_DAYS = 12
_MONTH = 31

Fact = tuple[str, str]
"""A figure, and what it is of."""


def date_text(day: date, tr: Words) -> str:
    """Say a date: "23 Nov 2026"."""
    return tr("{n} {month} {year}", n=day.day, month=month_text(day.month, tr), year=day.year)


def from_to(span: Span, tr: Words) -> str:
    """Say from when to when: "1 Sep 2026 - 23 Nov 2026"."""
    return f"{date_text(span.first, tr)} \u2013 {date_text(span.last, tr)}"


def page_title(page: Page, tr: Words) -> str:
    """Return the heading of a page: its month, or that it is about all of them."""
    if page.scale is Scale.MONTH:
        return f"{month_text(page.span.first.month, tr)} {page.span.first.year}"
    return tr("The whole time")


def chart_title(page: Page, tr: Words) -> str:
    """Return what stands above the chart of a page."""
    if page.scale is Scale.MONTH:
        return tr("Minutes of exercise by day; the dotted line is the goal of the day")
    if _by_year(page):
        return tr("Minutes of exercise by year")
    return tr("Minutes of exercise by month")


def label(page: Page, column: Column, tr: Words) -> str:
    """Return what stands below a column: its day, month or year."""
    if page.scale is Scale.MONTH:
        return str(column.first.day)
    return str(column.first.year) if _by_year(page) else month_text(column.first.month, tr)


def _by_year(page: Page) -> bool:
    """Return whether columns are years; the first and the last may be cut short."""
    return any((each.last - each.first).days > _MONTH for each in page.columns)


def facts(summary: Summary, tr: Words) -> tuple[Fact, ...]:
    """Return the figures of a page."""
    found = [
        (span_text(summary.seconds, tr), tr("of exercise")),
        (str(summary.done), tr.plural("break", "breaks", summary.done)),
        (str(summary.days), tr.plural("day with a break", "days with a break", summary.days)),
        (
            str(summary.reached),
            tr.plural("day with its goal reached", "days with their goal reached", summary.reached),
        ),
    ]
    if summary.energy is not None:
        mean = f"{summary.energy // _TENTHS}.{summary.energy % _TENTHS}"
        found.append((tr("{mean} of 5", mean=mean), tr("energy after breaks")))
    return tuple(found)


def felt_lines(page: Page, tr: Words) -> tuple[str, ...]:
    """Say what was felt when; the days of a month, a count of days where there are many."""
    names = {
        Discomfort.STRETCH: tr("A normal stretch"),
        Discomfort.UNPLEASANT: tr("Unpleasant"),
        Discomfort.PAIN: tr("Pain"),
        Discomfort.SHARP: tr("Sharp pain, tingling or dizziness"),
    }
    lines = []
    for kind, days in felt_days(page.summary):
        if page.scale is Scale.MONTH and len(days) <= _MOST_DAYS:
            when = ", ".join(str(day.day) for day in days)
            when = f"{when} {month_text(days[0].month, tr)}"
        else:
            when = tr.plural("on {n} day", "on {n} days", len(days))
        lines.append(tr("{felt}: {when}", felt=names[kind], when=when))
    return tuple(lines)


def did_rows(
    summary: Summary, title_of: Callable[[str], str], region_of: Callable[[str], str], most: int
) -> tuple[tuple[str, str, Did], ...]:
    """Return title, part of the body and what was done, as many as there is room for."""
    rows = [
        (title_of(did.exercise), region_of(region.region), did)
        for region in summary.regions
        for did in region.did
    ]
    return tuple(rows[:most])


def did_cells(did: Did, tr: Words) -> tuple[str, str]:
    """Return how often an exercise was done, and how long."""
    times = tr.plural("{n} time", "{n} times", did.reps) if did.reps else "\u2013"
    return times, span_text(did.seconds, tr)


def more_text(count: int, tr: Words) -> str:
    """Say how many rows there was no room for."""
    return tr.plural("and {n} more", "and {n} more", count)


def nothing_text(lines: Sequence[str], tr: Words) -> tuple[str, ...]:
    """Return the lines, or that nothing was written."""
    return tuple(lines) or (tr("Nothing was written."),)


def origin_text(tr: Words) -> str:
    """Say where the figures come from, and what they are not."""
    return tr(
        "From the log that a person kept with deskbreak on their own computer. It tells what was "
        "written there; it is no diagnosis and no medical assessment."
    )
