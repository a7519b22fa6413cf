"""Which reasons to hold an offer back stand at an instant, and when that may change."""

from __future__ import annotations

from deskbreak.core.timing.rules import CAPPED
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import Book


def fed_until(book: Book) -> int:
    """Return the steady second until which the last meal keeps exercise away (0 for never)."""
    lunch = book.here.ate
    window = book.rules.settings.routine.meal_window_min * 60
    after_lunch = lunch[1] + window - book.lead if lunch else 0
    return max(book.fed_until, after_lunch)


def closing(book: Book) -> int | None:
    """Return the steady second at which the office closes, None when it is closed."""
    shift = book.here.shift
    return shift.end - book.lead if shift else None


def standing(book: Book) -> frozenset[Hold]:
    """Return the reasons that stand at the book's instant."""
    found = set(book.rules.heeded(book.sensed.holds))
    closes = closing(book)
    if book.meeting is not None:
        found.add(Hold.MEETING)
    if book.rules.defers_meals and book.t < fed_until(book):
        found.add(Hold.MEAL)
    if book.here.lunch is not None:
        found.add(Hold.LUNCH)
    if closes is not None and book.t >= closes - book.rules.quiet_s:
        found.add(Hold.DAY_END)
    if book.done_today >= book.rules.goal_s:
        found.add(Hold.GOAL)
    if not book.rules.settings.safety.cleared:
        found.add(Hold.SAFETY)
    return frozenset(found)


def since_when(book: Book) -> tuple[tuple[Hold, int], ...]:
    """Return the standing reasons, each with the UTC second at which it began."""
    stands = standing(book)
    if not stands:
        return ()
    known = dict(book.holding)
    return tuple((hold, known.get(hold, book.utc)) for hold in Hold if hold in stands)


def turning_points(book: Book) -> list[int]:
    """Return steady seconds at which a reason may begin or end without anybody's doing."""
    closes = closing(book)
    points = [fed_until(book)]
    if closes is not None:
        points.append(closes - book.rules.quiet_s)
    if book.meeting is not None and book.meeting.until is not None:
        points.append(book.meeting.until)
    return points


def only_capped(book: Book) -> bool:
    """Return whether everything that stands is a reason that `max_min` ends."""
    return all(hold in CAPPED for hold, _ in book.holding)
