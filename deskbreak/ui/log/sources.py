"""What the Log window reads, and whom it asks to mend the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from deskbreak.core.command import Code, Reply
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.figures.report import Report
from deskbreak.core.figures.span import Scale, span_to_read
from deskbreak.core.figures.streak import Streak, running_streak, streak_of
from deskbreak.core.journal import DayLog
from deskbreak.core.journal_words import TitleOf, plain_title
from deskbreak.core.wishes import Mending
from deskbreak.ui.library_sources import Writing

Sums = Callable[[date, date], tuple[DaySum, ...]]


def _no_sums(_first: date, _last: date) -> tuple[DaySum, ...]:
    return ()


def _nothing_done() -> Reply:
    return Reply(Code.REFUSED)


@dataclass(frozen=True, slots=True)
class LogSources:
    """What the window reads; what cannot be read raises `JournalUnavailableError`.

    Attributes:
        read_day: reads a day.
        today: names the day that it is.
        title_of: names exercises and routines by id.
        sums: reads the sums of days from one to another.
        region_of: the part of the body that an exercise moves.
        mend: adds, notes, deletes, takes back; None where the record is only read.
        missed: whether the last missed break can still be made up for; `redo` begins that.
        write_report: begins to write a report to a file; None where none can be written.
    """

    read_day: Callable[[str], DayLog]
    today: Callable[[], str]
    title_of: TitleOf = plain_title
    sums: Sums = _no_sums
    region_of: Callable[[str], str] = str
    mend: Callable[[Mending], Reply] | None = None
    missed: Callable[[], bool] = bool
    redo: Callable[[], Reply] = _nothing_done
    write_report: Callable[[str, Report], Writing] | None = None


def read_sums(
    read: Sums, scale: Scale, day: date, today: date
) -> tuple[tuple[DaySum, ...], Streak]:
    """Return the sums that the figures of a span want, and the streak up to today.

    Raises:
        JournalUnavailableError: the journal cannot be read now.
    """
    span = span_to_read(scale, day)
    known = read(span.first, span.last)
    if scale is Scale.ALL:
        return known, streak_of(known, today.isoformat())
    return known, running_streak(read, today)
