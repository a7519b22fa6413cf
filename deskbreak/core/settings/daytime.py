"""Times of the day, spans, weekdays and dates: between text and values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from deskbreak.core.settings.plain import NotRightError
from deskbreak.core.settings.values import DateSpan, Span

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOUR = 60
_DAY = 24 * _HOUR
_EN_DASH = "\N{EN DASH}"


def minute_from(text: str) -> int:
    """Return the minute after midnight of "HH:MM" (or "H"), 0 to 1440.

    Raises:
        NotRightError: the text is no time of the day.
    """
    hour, colon, minute = text.strip().partition(":")
    if not colon:
        minute = "00"
    if _whole(hour) and _whole(minute) and len(minute) == len("00") and int(minute) < _HOUR:
        value = int(hour) * _HOUR + int(minute)
        if value <= _DAY:
            return value
    raise NotRightError(f'"{text}" is no time of the day')


def minute_text(minute: int) -> str:
    """Return "HH:MM" for a minute after midnight."""
    return f"{minute // _HOUR:02}:{minute % _HOUR:02}"


def span_from(text: str) -> Span:
    """Return the span of "09:00-17:00".

    An end at or before the start passes midnight.

    Raises:
        NotRightError: the text is no span of the day.
    """
    first, dash, last = text.replace(_EN_DASH, "-").partition("-")
    if not dash:
        raise NotRightError(f'"{text}" is no span such as "09:00-17:00"')
    start, end = minute_from(first), minute_from(last)
    if start == _DAY:
        raise NotRightError(f'"{text}" begins at 24:00; write 00:00')
    return Span(start, _DAY) if (start, end) == (0, 0) else Span(start, end)


def span_text(span: Span) -> str:
    """Return "09:00-17:00" for a span."""
    return f"{minute_text(span.start)}-{minute_text(span.end)}"


def weekday_from(text: str) -> int:
    """Return 0 for "mon" or "Monday", up to 6 for Sunday.

    Raises:
        NotRightError: the text names no day.
    """
    name = text.strip().lower()
    if name in WEEKDAYS:
        return WEEKDAYS.index(name)
    if name in _FULL:
        return _FULL.index(name)
    raise NotRightError(f'"{text}" is no day of the week')


def weekdays_from(text: str) -> tuple[int, ...]:
    """Return the days of "mon-fri" or "mon,wed-fri", sorted; "" is no day.

    Raises:
        NotRightError: a part names no day.
    """
    days: set[int] = set()
    for part in text.replace(_EN_DASH, "-").split(","):
        first, dash, last = part.partition("-")
        if not part.strip():
            continue
        start = weekday_from(first)
        length = (weekday_from(last) - start) % 7 if dash else 0
        days.update((start + step) % 7 for step in range(length + 1))
    return tuple(sorted(days))


def weekdays_text(days: tuple[int, ...]) -> str:
    """Return "mon-fri" or "mon,wed-fri" for days."""
    runs: list[list[int]] = []
    for day in sorted(set(days)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}"
        for run in runs
    )


def date_from(text: str) -> date:
    """Return the date of "2026-12-24".

    Raises:
        NotRightError: the text is no date.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NotRightError(f'"{text}" is no date such as "2026-12-24"') from None


def dates_from(text: str) -> DateSpan:
    """Return the dates of "2026-12-24" or "2026-12-24..2027-01-02", both ends included.

    Raises:
        NotRightError: an end is no date, or the last lies before the first.
    """
    first, dots, last = text.partition("..")
    span = DateSpan(date_from(first), date_from(last if dots else first))
    if span.last < span.first:
        raise NotRightError(f'"{text}" ends before it begins')
    return span


def dates_text(span: DateSpan) -> str:
    """Return "2026-12-24" or "2026-12-24..2027-01-02"."""
    first = span.first.isoformat()
    return first if span.first == span.last else f"{first}..{span.last.isoformat()}"


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans sorted by their start, those that overlap made one."""
    done: list[tuple[int, int]] = []
    for start, end in sorted((span.start, _unrolled(span)) for span in spans):
        if done and start < done[-1][1]:
            begin, until = done.pop()
            done.append((begin, min(max(until, end), begin + _DAY)))
        else:
            done.append((start, end))
    return tuple(Span(start, end if end <= _DAY else end - _DAY) for start, end in done)


def inside(inner: Span, outer: Span) -> bool:
    """Return whether `inner` touches `outer`, on the same day or past midnight."""
    start, end = inner.start, _unrolled(inner)
    return any(
        start + shift < _unrolled(outer) and end + shift > outer.start for shift in (-_DAY, 0, _DAY)
    )


def _unrolled(span: Span) -> int:
    return span.end if span.end > span.start else span.end + _DAY


def _whole(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= len("00")
