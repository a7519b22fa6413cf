"""What a calendar file (.ics) says of a span of days; the only importer of its libraries.

Reading is for a process of its own (`deskbreak calendar`): a file from elsewhere can keep a reader
busy for ever, and what is loaded for it is not worth keeping.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from icalendar import Calendar, Component, Event
from recurring_ical_events import of

_HOLIDAY = frozenset(
    {"holiday", "holidays", "vacation", "day off", "feiertag", "feiertage", "urlaub", "ferien"}
)
_AWAY, _FREE = "OOF", frozenset({"FREE", "WORKINGELSEWHERE"})
_BUSY_STATUS = "X-MICROSOFT-CDO-BUSYSTATUS"
_NO_DAY_OFF = "observance"  # how Google marks days on which people work


class NoCalendarError(ValueError):
    """The file is no calendar; the sentence says so."""


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """What a calendar says.

    Attributes:
        busy: half-open spans of UTC seconds, apart from each other, in order.
        days_off: days without work, in order.
    """

    busy: tuple[tuple[int, int], ...]
    days_off: tuple[date, ...]


def read_calendar(raw: bytes, first: date, days: int, zone: tzinfo) -> CalendarDays:
    """Return what a calendar says of some days from the first on.

    Free and cancelled events do not count. A whole day is a day off when it is marked as such,
    or when the file has whole days only: then it is a list of holidays.

    Args:
        raw: the file's bytes.
        first: the first day.
        days: how many.
        zone: the zone of times that name none.

    Raises:
        NoCalendarError: it is none.
    """
    try:
        calendars = Calendar.from_ical(raw, multiple=True)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise NoCalendarError(f"is no calendar: {_plain(str(error))}") from error
    if not calendars:
        raise NoCalendarError("is no calendar: nothing in it begins one")
    start = datetime(first.year, first.month, first.day, tzinfo=zone)
    found = _Found(zone)
    for calendar in calendars:
        holidays = all(_is_whole(event) for event in calendar.walk("VEVENT"))
        for event in _occurrences(calendar, start, start + timedelta(days=days)):
            with suppress(Exception):  # what a library makes of a stranger's event can be anything
                found.take(event, holidays=holidays)
    last = first + timedelta(days=days)
    off = tuple(sorted(day for day in found.off if first <= day < last))
    return CalendarDays(_joined(found.busy), off)


@dataclass(slots=True)
class _Found:
    """What was found so far; `zone` is that of times that name none."""

    zone: tzinfo
    busy: list[tuple[int, int]] = field(default_factory=list)
    off: set[date] = field(default_factory=set)

    def take(self, event: Event, *, holidays: bool) -> None:
        """Add an event, in a file of nothing but whole days or not."""
        if not _is_whole(event):
            if _is_busy(event):
                self.busy.append((_instant(event.start, self.zone), _instant(event.end, self.zone)))
        elif _is_off(event, all_whole=holidays):
            self.off.update(_days(event))


def _occurrences(calendar: Component, start: datetime, end: datetime) -> Iterator[Event]:
    """Yield the events of a span; a series that cannot be read is left out, without the others."""
    try:
        yield from _between(calendar, start, end)
    except Exception:  # noqa: BLE001 - as above; then each series is tried by itself
        series: dict[str, list[Component]] = {}
        for event in calendar.walk("VEVENT"):
            series.setdefault(str(event.get("UID")), []).append(event)
        zones = calendar.walk("VTIMEZONE")
        for events in series.values():
            alone = Calendar()
            alone.subcomponents = [*zones, *events]
            with suppress(Exception):
                yield from _between(alone, start, end)


def _between(calendar: Component, start: datetime, end: datetime) -> list[Event]:
    query = of(calendar, components=["VEVENT"], skip_bad_series=True)
    return list(query.between(start, end))


def _plain(said: str) -> str:
    """Return what a library said about a file, fit to be printed."""
    return "".join(each if each.isprintable() else "?" for each in said[:120])


def _is_whole(event: Component) -> bool:
    try:
        begins = event.get("DTSTART").dt
    except Exception:  # noqa: BLE001 - a beginning that cannot be read is none
        return False
    return not isinstance(begins, datetime)


def _word(event: Event, name: str) -> str:
    return str(event.get(name, "")).strip().upper()


def _counts(event: Event) -> bool:
    return _word(event, "STATUS") != "CANCELLED"


def _is_busy(event: Event) -> bool:
    free = _word(event, "TRANSP") == "TRANSPARENT" or _word(event, _BUSY_STATUS) in _FREE
    return _counts(event) and not free


def _is_off(event: Event, *, all_whole: bool) -> bool:
    """Return whether a whole day is one without work; holiday calendars mark theirs as free."""
    if not _counts(event):
        return False
    if _word(event, _BUSY_STATUS) == _AWAY or _HOLIDAY & set(_categories(event)):
        return True
    return all_whole and not _word(event, "DESCRIPTION").lower().startswith(_NO_DAY_OFF)


def _categories(event: Event) -> Iterator[str]:
    found = event.get("CATEGORIES", [])
    for each in found if isinstance(found, list) else [found]:
        for name in getattr(each, "cats", [each]):
            yield str(name).strip().lower()


def _days(event: Event) -> Iterator[date]:
    day, end = event.start, event.end
    while day < end or day == event.start:
        yield day
        day += timedelta(days=1)


def _instant(when: date, zone: tzinfo) -> int:
    if not isinstance(when, datetime):
        raise TypeError("a day is no instant")
    placed = when if when.tzinfo is not None else when.replace(tzinfo=zone)
    return int(placed.astimezone(UTC).timestamp())


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        elif end > start:
            joined.append((start, end))
    return tuple(joined)
