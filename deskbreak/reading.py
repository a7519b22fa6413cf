"""What windows and the command line read of a day: journal, calendar and plan put together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from deskbreak.core.coach.past import goal_then
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.journal import DayLog, day_frame, day_log
from deskbreak.core.senses import SenseReport
from deskbreak.core.wording.why import all_reasons, reasons_text
from deskbreak.core.words import Words
from deskbreak.engine import Engine
from deskbreak.ports import Clock, Journal, JournalUnavailableError


class Reader:
    """Reads days for those who show them; a journal that cannot be read shows an empty day."""

    def __init__(self, engine: Engine, journal: Journal, clock: Clock) -> None:
        """Keep where to read."""
        self._engine, self._journal, self._clock = engine, journal, clock

    def today(self) -> str:
        """Return the day that it is now, as the journal counts days."""
        return self._engine.view().day

    def missed(self) -> bool:
        """Return whether the last missed break can still be made up for."""
        return self._engine.view().missed_offer

    def why(self, senses: tuple[SenseReport, ...], tr: Words) -> str:
        """Say in lines why the program does what it does now; `senses` is how each one fares."""
        view = self._engine.view()
        return reasons_text(all_reasons(view, self.day(view.day).decided, senses, tr))

    def sums(self, first: date, last: date) -> tuple[DaySum, ...]:
        """Return the sums of the days from one to another that have an entry.

        Raises:
            JournalUnavailableError: the journal cannot be read now.
        """
        return self._journal.day_sums(first.isoformat(), last.isoformat())

    def day(self, day: str) -> DayLog:
        """Return one day, the running one with its plan."""
        now = self._clock.read()
        rules = self._engine.rules()
        facts = day_frame(day, rules.settings.office, now.zone)
        with suppress(JournalUnavailableError):  # a notice stands beside the empty day
            facts = replace(
                facts,
                breaks=self._journal.breaks(day, day),
                happenings=self._journal.happenings(*facts.bounds),
            )
        shown = self._engine.view()
        if shown.day == day:
            facts = replace(facts, now=now.utc, next_break=shown.next_break)
            return day_log(facts, rules.goal_s)
        return day_log(facts, goal_then(facts.breaks, rules.goal_s))
