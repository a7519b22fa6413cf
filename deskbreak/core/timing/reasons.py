"""Which reasons to hold an offer back stand at an instant, and when that may change."""

from __future__ import annotations

from deskbreak.core.timing.book import Book
from deskbreak.core.timing.rules import CAPPED
from deskbreak.core.timing.sensed import Hold

_ORDER = tuple(Hold)


def fed_until(book: Book) -> int:
    """Return the steady second until which the last meal keeps exercise away (0 for never)."""
    lunch = book.here.ate
    if lunch is None or lunch[1] == book.fasted:
        return book.fed_until
    window = book.rules.settings.routine.meal_window_min * 60
    return max(book.fed_until, lunch[1] + window - book.lead)


def closing(book: Book) -> int | None:
    """Return the steady second at which the office closes, None when it is closed."""
    shift = book.here.shift
    return shift.end - book.lead if shift else None


def standing(book: Book) -> list[Hold]:
    """Return the reasons that stand at the book's instant, in no order."""
    rules, settings, place = book.rules, book.rules.settings, book.here
    found = [*rules.heeded(book.sensed)]
    if book.meeting is not None and Hold.MEETING not in found:
        found.append(Hold.MEETING)
    if rules.defers_meals and book.t < fed_until(book):
        found.append(Hold.MEAL)
    if place.lunch is not None:
        found.append(Hold.LUNCH)
    if place.shift is not None and book.utc >= place.shift.end - rules.quiet_s:
        found.append(Hold.DAY_END)
    if book.done_today >= rules.goal_s:
        found.append(Hold.GOAL)
    if not settings.safety.cleared or rules.suspended is not None:
        found.append(Hold.SAFETY)
    return found


def since_when(book: Book) -> tuple[tuple[Hold, int], ...]:
    """Return the standing reasons, each with the UTC second at which it began."""
    stands = standing(book)
    if not stands:
        return ()
    known = dict(book.holding)
    return tuple([(hold, known.get(hold, book.utc)) for hold in _ORDER if hold in stands])


def turning_points(book: Book) -> list[int]:
    """Return steady seconds at which a reason may begin or end without anybody's doing."""
    closes = closing(book)
    points = [fed_until(book)]
    if closes is not None:
        points.append(closes - book.rules.quiet_s)
    if book.meeting is not None:
        points += [at for at in (book.meeting.until, book.meeting.asked) if at is not None]
    return points


def only_capped(book: Book) -> bool:
    """Return whether everything that stands is a reason that `max_min` ends."""
    return all(hold in CAPPED for hold, _ in book.holding)
