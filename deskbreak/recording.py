"""Writes the journal for the engine: a fault is told, never raised, and the day is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from deskbreak.core.coach.day_past import DayPast
from deskbreak.core.coach.past import Past
from deskbreak.core.entry import (
    Break,
    Happening,
    LeftBreak,
    OpenBreak,
    Reason,
    StepDone,
)
from deskbreak.core.journal import tally
from deskbreak.core.pain import TELLING, Story
from deskbreak.core.record.mending import Mend, Settled
from deskbreak.core.record.versions import Mended
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.status import Tally
from deskbreak.guiding import News
from deskbreak.ports import JournalUnavailableError, KeptJournal

FAR_UTC = 253_402_300_800
"""The UTC second at which the year 9999 ends: later than anything that is written."""


class Recorder:
    """The journal as the engine uses it.

    `fault` is the sentence of the last write or read that failed, "" when the last one worked.
    """

    def __init__(self, journal: KeptJournal) -> None:
        """Keep the journal; nothing is read yet."""
        self._journal = journal
        self._skipped = self._finished = ""
        self._day = ""
        self._counted = Tally()
        self._story: Story | None = None
        self._past, self._read_on = Past(), ""
        self.fault = ""

    def notices(self) -> tuple[str, ...]:
        """Return what stands between the journal and its person, in sentences."""
        said = self._journal.notices()
        return said if not self.fault or self.fault in said else (*said, self.fault)

    def open(self, opened: OpenBreak, planned: tuple[StepDone, ...]) -> None:
        """Commit a break that has begun, with what it plans."""
        self._keep(lambda: self._journal.open_break(replace(opened, planned=planned)))

    def heed(self, news: News) -> None:
        """Commit what a session did since the last look."""
        for step in news.closed:
            self._keep(partial(self._journal.step_done, step))
        if news.running is not None:
            self._keep(partial(self._journal.step_progress, news.running))

    def finish(self, entry: Break) -> bool:
        """Close the open break; tell whether it is committed."""
        self._finished = ""

        def close() -> None:
            self._finished = self._journal.close_break(entry)

        saved = self._keep(close)
        if self._story is not None:
            self._story.heed_break(entry)
        self._past.heed(entry)
        self.recount()
        return saved

    def drop(self) -> None:
        """Forget the open break, of which nothing was done."""
        self._keep(self._journal.drop_break)

    def rate(self, energy: int) -> bool:
        """Add the energy to the break that was closed last; tell whether there was one."""
        if not self._finished:
            return False
        rated = self._keep(lambda: self._journal.rate(self._finished, energy))
        self.recount()
        return rated

    def write(self, entry: Break) -> None:
        """Append one whole entry, and remember it in case it is taken back."""
        self._skipped = ""

        def append() -> None:
            self._skipped = self._journal.write(entry)

        self._keep(append)
        self.recount()

    def unwrite(self) -> None:
        """Take the entry back that was written last."""
        taken, self._skipped = self._skipped, ""
        if taken:
            self._keep(lambda: self._journal.unwrite(taken))
        self.recount()

    def note(self, happening: Happening) -> None:
        """Append one event."""
        self._keep(lambda: self._journal.note(happening))
        if self._story is not None:
            self._story.heed_event(happening)

    def recount(self) -> None:
        """Forget the day's figures; the next question counts them anew."""
        self._day = ""

    def forget(self) -> None:
        """Forget all that was read; it is read anew when somebody asks."""
        self._story, self._read_on = None, ""
        self.recount()

    def mend(self, mend: Mend) -> Settled:
        """Carry out what a person wishes; `JournalUnavailableError` when it cannot be kept.

        The journal is read anew only for what changes the past: a long one takes a while.
        """
        settled = self._journal.mend(mend)
        if settled.change is None:
            return settled
        entry, what = settled.change.version.entry, settled.change.mended
        if what is Mended.ADDED and self._is_newest(entry):
            self._past.heed(entry)
        elif Mended.NOTED not in (what, settled.undone):
            self.forget()
        self.recount()
        return settled

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        """Return the entries of the days, oldest first (same errors)."""
        return self._journal.breaks(first_day, last_day)

    def restrictions(self, today: str, day_of: Callable[[int], str]) -> Restrictions:
        """Return what pain restricts today; the journal is read for it only once.

        A journal that cannot be read restricts nothing until it can.
        """
        if self._story is None:
            try:
                days = self._journal.day_pasts(date.min.isoformat(), date.max.isoformat())
                self._story = self._story_of(days)
            except JournalUnavailableError as error:
                self.fault = str(error)
                return Restrictions()
            if not self._read_on:  # the same reading serves the plan
                self._past, self._read_on = _past_of(days, today), today
        return self._story.told(today, day_of)

    def past(self, today: str) -> Past:
        """Return what was done so far; the journal is read for it once a day.

        A journal that cannot be read tells what it told before.
        """
        if today != self._read_on:
            self._read_on = today
            try:
                self._past = _past_of(self._journal.day_pasts(date.min.isoformat(), today), today)
            except JournalUnavailableError as error:
                self.fault = str(error)
        return self._past

    def tally(self, day: str, goal_s: int) -> Tally:
        """Return the figures of a day; they are counted again only after a change."""
        if day != self._day:
            self._day = day
            breaks: tuple[Break, ...] = ()
            try:
                breaks = self._journal.breaks(day, day)
            except JournalUnavailableError as error:
                self.fault = str(error)
            self._counted = tally(breaks, day, goal_s)
        return replace(self._counted, goal_s=goal_s)

    def _story_of(self, days: tuple[DayPast, ...]) -> Story:
        """Tell the story of pain; only of days that were not calm the breaks are read."""
        sore = [each.day for each in days if not each.calm]
        breaks = [entry for day in sore for entry in self._journal.breaks(day, day)]
        story = Story()
        calm = (each for each in days if each.calm)
        story.heed(breaks, self._journal.happenings(0, FAR_UTC, TELLING), calm)
        return story

    def _is_newest(self, entry: Break) -> bool:
        later = self._journal.breaks(entry.day, date.max.isoformat())
        return all(each.ended_at <= entry.ended_at for each in later)

    def _keep(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except JournalUnavailableError as error:
            self.fault = str(error)
            return False
        self.fault = ""
        return True


def _past_of(days: tuple[DayPast, ...], today: str) -> Past:
    past = Past()
    for each in days:
        if each.day <= today:
            past.heed_day(each)
    return past


def close_left(journal: KeptJournal) -> LeftBreak | None:
    """Close the break that a crash left open, and return what was known of it."""
    left = journal.leftover()
    if left is None:
        return None
    try:
        journal.close_leftover(Reason.CRASH)
    except JournalUnavailableError:
        return None  # the journal's own notice says so; the next start tries again
    return left
