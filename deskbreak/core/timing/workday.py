"""The office calendar: when it is office time, when it is lunch, and which day an instant is.

Everything here works on seconds since the epoch and a time zone. Ranges are half-open. A range
belongs to the date on which it starts; ranges that touch or overlap are one shift, so midnight
and a range that continues another one are no edge.

Local times become instants here and nowhere else. A time that a clock change leaves out moves
forward by the change; a time that comes twice means its first coming; a date that a zone leaves
out (Apia, 2011-12-30) has no office hours at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from deskbreak.core.settings.values import Office, Span

Stretch = tuple[int, int]
"""A half-open stretch of time in seconds since the epoch."""

DAY_MIN = 24 * 60
DAY_S = DAY_MIN * 60
_REACH = 2  # days to either side in which shifts are joined; longer shifts have no edge in sight
_FAR = 400  # days that are searched for the next opening
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Shift:
    """Office hours without a gap, in seconds since the epoch, and the date they start on."""

    start: int
    end: int
    day: date


@lru_cache(maxsize=512)  # type: ignore[misc]  # typeshed writes the wrapper with Any
def utc_of(day: date, minute: int, zone: tzinfo, fold: int = 0) -> int:
    """Return the instant of a local wall time, `minute` minutes after midnight of `day`."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    return int(wall.replace(tzinfo=zone, fold=fold).timestamp())


def local_of(utc: int, zone: tzinfo) -> datetime:
    """Return the local wall time of an instant."""
    return datetime.fromtimestamp(utc, tz=UTC).astimezone(zone)


def _exists(day: date, zone: tzinfo) -> bool:
    return utc_of(day, 0, zone) < utc_of(day, DAY_MIN, zone)


def _stretch(day: date, span: Span, zone: tzinfo) -> Stretch:
    end = span.end if span.end > span.start else span.end + DAY_MIN
    return utc_of(day, span.start, zone), utc_of(day, end, zone)


def _hours(day: date, office: Office) -> tuple[Span, ...]:
    if any(off.first <= day <= off.last for off in office.days_off):
        return ()
    weekday = day.weekday()
    for number, hours in office.by_day:
        if number == weekday:
            return hours
    return office.hours if weekday in office.days else ()


def office_spans(day: date, office: Office, zone: tzinfo) -> tuple[Stretch, ...]:
    """Return the office hours that start on `day`, as they stand, not joined."""
    hours = _hours(day, office)
    found = sorted(_stretch(day, span, zone) for span in hours) if _exists(day, zone) else []
    return tuple((start, end) for start, end in found if start < end)


def lunch_span(day: date, office: Office, zone: tzinfo) -> Stretch | None:
    """Return the lunch that starts on `day`, whether or not anybody works then."""
    if office.lunch is None or not _exists(day, zone):
        return None
    start, end = _stretch(day, office.lunch, zone)
    return (start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Place:
    """What the calendar says of every instant from `since` until `until`.

    `lunch` is the running lunch, `ate` the last one that is over, `coming` the next one.
    """

    since: int
    until: int
    day: date
    shift: Shift | None
    lunch: Stretch | None
    ate: Stretch | None
    coming: Stretch | None


def _days_around(number: int) -> tuple[date, ...]:
    """Return the dates around a UTC day; local dates are never more than one day from it."""
    return tuple(_EPOCH + timedelta(days=number + step) for step in range(-_REACH, _REACH + 1))


@lru_cache(maxsize=64)  # type: ignore[misc]  # typeshed writes the wrapper with Any
def _shifts(number: int, office: Office, zone: tzinfo) -> tuple[Shift, ...]:
    joined: list[Shift] = []
    for day in _days_around(number):
        for start, end in office_spans(day, office, zone):
            if joined and start <= joined[-1].end:
                before = joined.pop()
                joined.append(Shift(before.start, max(end, before.end), before.day))
            else:
                joined.append(Shift(start, end, day))
    return tuple(joined)


@lru_cache(maxsize=64)  # type: ignore[misc]  # typeshed writes the wrapper with Any
def _lunches(number: int, office: Office, zone: tzinfo) -> tuple[Stretch, ...]:
    spans = (lunch_span(day, office, zone) for day in _days_around(number))
    shifts = _shifts(number, office, zone)
    return tuple(
        span
        for span in spans
        if span is not None and any(s.start < span[1] and span[0] < s.end for s in shifts)
    )


def shift_at(utc: int, office: Office, zone: tzinfo) -> Shift | None:
    """Return the shift that an instant lies in; None outside office hours."""
    for shift in _shifts(utc // DAY_S, office, zone):
        if shift.start <= utc < shift.end:
            return shift
    return None


def lunch_at(utc: int, office: Office, zone: tzinfo) -> Stretch | None:
    """Return the lunch that an instant lies in, if it is lunch of a day with office hours."""
    return _around(utc, _lunches(utc // DAY_S, office, zone))


def lunch_after(utc: int, office: Office, zone: tzinfo) -> Stretch | None:
    """Return the next lunch that begins after an instant, looking a day ahead."""
    return _ahead(utc, _lunches(utc // DAY_S, office, zone))


def _around(utc: int, spans: tuple[Stretch, ...]) -> Stretch | None:
    return next((span for span in spans if span[0] <= utc < span[1]), None)


def _ahead(utc: int, spans: tuple[Stretch, ...]) -> Stretch | None:
    return min((span for span in spans if span[0] > utc), default=None)


def next_opening(
    utc: int, office: Office, zone: tzinfo, other_than: date | None = None
) -> int | None:
    """Return when a shift next begins after an instant.

    Args:
        utc: the instant.
        office: the office hours.
        zone: the local zone.
        other_than: a day whose shifts do not count.

    Returns:
        Seconds since the epoch, or None when nothing opens within 400 days.
    """
    number = utc // DAY_S
    for ahead in range(_FAR):
        if _hours(_EPOCH + timedelta(days=number + ahead), office):
            for shift in _shifts(number + ahead, office, zone):
                if shift.start > utc and shift.day != other_than:
                    return shift.start
    return None


def day_of(utc: int, office: Office, zone: tzinfo) -> date:
    """Return the day that an instant belongs to.

    That is the date on which its shift started; outside a shift, and in one that never seems to
    end, the date that began at `day_starts`.
    """
    return _day_in(shift_at(utc, office, zone), utc, office, zone)


def _day_in(shift: Shift | None, utc: int, office: Office, zone: tzinfo) -> date:
    if shift is not None and shift.end - shift.start <= DAY_S:
        return shift.day
    local = local_of(utc, zone)
    early = local.hour * 60 + local.minute < office.day_starts
    return local.date() - timedelta(days=1) if early else local.date()


@lru_cache(maxsize=64)  # type: ignore[misc]  # typeshed writes the wrapper with Any
def _turns(number: int, day_starts: int, zone: tzinfo) -> tuple[int, ...]:
    return tuple(utc_of(day, day_starts, zone) for day in _days_around(number))


def next_turn(utc: int, office: Office, zone: tzinfo) -> int:
    """Return when the clock next passes `day_starts` after an instant."""
    return min(turn for turn in _turns(utc // DAY_S, office.day_starts, zone) if turn > utc)


def next_time(utc: int, minute: int, zone: tzinfo) -> int:
    """Return when the wall clock next shows a minute of the day, after an instant."""
    today = local_of(utc, zone).date()
    days = (today + timedelta(days=step) for step in range(4))
    shown = (utc_of(day, minute, zone, fold) for day in days for fold in (0, 1))
    return min(instant for instant in shown if instant > utc)


def place_at(utc: int, office: Office, zone: tzinfo) -> Place:
    """Return all that the calendar says of an instant, and for how long it says so."""
    shift = shift_at(utc, office, zone)
    lunches = _lunches(utc // DAY_S, office, zone)
    lunch = _around(utc, lunches)
    coming = _ahead(utc, lunches)
    edge = shift.end if shift else next_opening(utc, office, zone)
    edges = [next_turn(utc, office, zone)]
    edges += [edge] if edge is not None else []
    edges += [lunch[1]] if lunch else []
    edges += [coming[0]] if coming else []
    return Place(
        since=utc,
        until=min(edges),
        day=_day_in(shift, utc, office, zone),
        shift=shift,
        lunch=lunch,
        ate=max((span for span in lunches if span[1] <= utc), default=None),
        coming=coming,
    )
