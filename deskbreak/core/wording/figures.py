"""The figures of weeks, months and years in words: spans, columns, totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import assert_never

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.columns import Column, by_month
from deskbreak.core.figures.day_sum import Did
from deskbreak.core.figures.span import Scale, Span
from deskbreak.core.figures.streak import Streak
from deskbreak.core.figures.summary import Summary
from deskbreak.core.wording.times import month_text, span_text, weekday_text
from deskbreak.core.words import Words

_YEAR_DAYS = 364
_TENTHS = 10


def scale_name(scale: Scale, tr: Words) -> str:
    """Name how much is looked at, as on the buttons of the Log window."""
    return {
        Scale.DAY: tr("Day"),
        Scale.WEEK: tr("Week"),
        Scale.MONTH: tr("Month"),
        Scale.YEAR: tr("Year"),
        Scale.ALL: tr("All"),
    }[scale]


def span_name(scale: Scale, span: Span, tr: Words) -> str:
    """Name a span, as a heading: "16 - 22 Nov 2026", "Nov 2026", "2026"."""
    first, last = span.first, span.last
    match scale:
        case Scale.DAY:
            return day_name(first, tr)
        case Scale.WEEK:
            return f"{_day(first, tr)} \u2013 {_day(last, tr)} {last.year}"
        case Scale.MONTH:
            return f"{month_text(first.month, tr)} {first.year}"
        case Scale.YEAR:
            return str(first.year)
        case Scale.ALL:
            several = f"{first.year} \u2013 {last.year}"
            years = several if first.year < last.year else str(last.year)
            return tr("All of it: {years}", years=years)
        case _:
            assert_never(scale)


def day_name(day: date, tr: Words) -> str:
    """Name a day: "Mon, 23 Nov 2026"."""
    return f"{weekday_text(day.weekday(), tr)}, {_day(day, tr)} {day.year}"


def _day(day: date, tr: Words) -> str:
    return tr("{n} {month}", n=day.day, month=month_text(day.month, tr))


def column_name(column: Column, tr: Words) -> str:
    """Name a column of a chart in full: its day, month or year."""
    days = (column.last - column.first).days
    if days == 0:
        return day_name(column.first, tr)
    if days < _YEAR_DAYS:
        return f"{month_text(column.first.month, tr)} {column.first.year}"
    return str(column.first.year)


def column_label(column: Column, scale: Scale, tr: Words) -> str:
    """Return the few letters below a column."""
    first = column.first
    if scale is Scale.WEEK:
        return weekday_text(first.weekday(), tr)
    if scale is Scale.ALL:
        by_year = (column.last - first).days >= _YEAR_DAYS
        return str(first.year) if by_year else month_text(first.month, tr)
    return str(first.day)


def column_sentence(column: Column, tr: Words) -> str:
    """Say a column: "Mon, 23 Nov 2026: 4 min of 5 min, 1 break"."""
    parts = [f"{column_name(column, tr)}: {minutes_of(column, tr)}"]
    if column.done:
        parts.append(breaks_text(column.done, tr))
    return ", ".join(parts)


def minutes_of(column: Column, tr: Words) -> str:
    """Say a column's exercise, against its goal where it has one."""
    if not column.goal_s:
        return span_text(column.seconds, tr)
    done, goal = span_text(column.seconds, tr), span_text(column.goal_s, tr)
    return tr("{done} of {goal}", done=done, goal=goal)


def breaks_text(done: int, tr: Words) -> str:
    """Count breaks."""
    return tr.plural("{n} break", "{n} breaks", done)


def streak_text(streak: Streak, scale: Scale, tr: Words) -> str:
    """Say the streak without reproach; the best one where all of the record is looked at."""
    if not streak.best:
        return tr("It begins with your first break.")
    now = tr.plural("{n} day in a row", "{n} days in a row", streak.now) if streak.now else ""
    if scale is not Scale.ALL or streak.now == streak.best:
        return now
    best = tr.plural("{n} day at most", "{n} days at most", streak.best)
    return ", ".join(filter(None, (now, best)))


def totals_text(summary: Summary, tr: Words) -> str:
    """Say what a span adds up to in one line; "" for a span without a break."""
    if not summary.done and not summary.seconds:
        return ""
    days = tr.plural("on {n} day", "on {n} days", summary.days)
    done = f"{breaks_text(summary.done, tr)} {days}"
    parts = [tr("{span} of exercise", span=span_text(summary.seconds, tr)), done]
    if summary.reached:
        parts.append(
            tr.plural("goal reached on {n} day", "goal reached on {n} days", summary.reached)
        )
    return ", ".join(parts)


def did_text(did: Did, title_of: Callable[[str], str], tr: Words) -> str:
    """Say what was done of one exercise: "Back twist: 9 times, 2 min"."""
    return tr("{title}: {amount}", title=title_of(did.exercise), amount=amount_text(did, tr))


def amount_text(did: Did, tr: Words) -> str:
    """Say how much was done of one exercise: "9 times, 2 min"."""
    spent = span_text(did.seconds, tr)
    if not did.reps:
        return spent
    times = tr.plural("{n} time", "{n} times", did.reps)
    return tr("{times}, {span}", times=times, span=spent)


def between_lines(summary: Summary, hold_word: Callable[[str], str], tr: Words) -> tuple[str, ...]:
    """Say what came between the offers and the breaks; () when nothing did."""
    lines = []
    if summary.snoozes:
        lines.append(tr.plural("Snoozed once.", "Snoozed {n} times.", summary.snoozes))
    if summary.unanswered:
        lines.append(
            tr.plural(
                "{n} offer went by without a break.",
                "{n} offers went by without a break.",
                summary.unanswered,
            )
        )
    lines += [
        tr.plural("{reason}: held {n} break back", "{reason}: held {n} breaks back", n, reason=said)
        for said, n in ((hold_word(name), n) for name, n in summary.held)
    ]
    return tuple(line[:1].upper() + line[1:] for line in lines)


def felt_lines(
    columns: Sequence[Column], summary: Summary, scale: Scale, tr: Words
) -> tuple[str, ...]:
    """Say when something was felt, by the columns of the chart, and how the energy was.

    Days stand for themselves; of a year's days its months are told, so that no list grows long.
    """
    told = by_month(columns) if scale is Scale.YEAR else columns
    lines = [_felt(each, tr) for each in told if each.worst is not None]
    if summary.energy is not None:
        mean = f"{summary.energy // _TENTHS}.{summary.energy % _TENTHS}"
        lines.append(tr("Energy after breaks: {mean} of 5 on average", mean=mean))
    return tuple(lines)


def _felt(column: Column, tr: Words) -> str:
    words = {
        Discomfort.STRETCH: tr("a stretch"),
        Discomfort.UNPLEASANT: tr("unpleasant"),
        Discomfort.PAIN: tr("pain"),
        Discomfort.SHARP: tr("a sharp pain"),
        None: "",
    }
    name, felt = column_name(column, tr), words[column.worst]
    if column.first == column.last:
        return f"{name}: {felt}"
    days = tr.plural("{n} day", "{n} days", column.felt)
    return tr("{when}: {days}, {felt} at most", when=name, days=days, felt=felt)
