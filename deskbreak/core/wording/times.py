"""How spans and instants are said: "1 h 20 min", "14:10", "Mon 09:00"."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from deskbreak.core.timing.moment import Moment
from deskbreak.core.words import Words

_NEAR_DAYS = 6
_MINUTE = 60


def span_text(seconds: int, tr: Words) -> str:
    """Say a span in whole minutes, rounded down; seconds only below one minute."""
    seconds = max(0, seconds)
    if 0 < seconds < _MINUTE:
        return tr("{n} s", n=seconds)
    hours, minutes = divmod(seconds // _MINUTE, 60)
    if hours == 0:
        return tr("{n} min", n=minutes)
    if minutes == 0:
        return tr("{n} h", n=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=minutes)


def clock_text(utc: int, now: Moment, tr: Words) -> str:
    """Say an instant (UTC seconds) as local time, with its day when that is not today's."""
    then = _local(utc, now)
    text = f"{then:%H:%M}"
    days = (then.date() - now.local().date()) / timedelta(days=1)
    if days == 0:
        return text
    weekday = weekday_text(then.weekday(), tr)
    if abs(days) <= _NEAR_DAYS:
        return tr("{weekday} {time}", weekday=weekday, time=text)
    return tr(
        "{weekday} {day} {month} {time}",
        weekday=weekday,
        day=then.day,
        month=month_text(then.month, tr),
        time=text,
    )


def later_text(utc: int, after: int, now: Moment, tr: Words) -> str:
    """Say an instant that follows another one: its day only when it differs from that one's."""
    then = _local(utc, now)
    if then.date() == _local(after, now).date():
        return f"{then:%H:%M}"
    return clock_text(utc, now, tr)


def weekday_text(weekday: int, tr: Words) -> str:
    """Return the short name of a weekday, 0 for Monday."""
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return names[weekday]


def month_text(month: int, tr: Words) -> str:
    """Return the short name of a month, 1 for January."""
    names = [tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun")]
    names += [tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec")]
    return names[month - 1]


def _local(utc: int, now: Moment) -> datetime:
    return datetime.fromtimestamp(utc, tz=UTC).astimezone(now.zone)
