"""What the engine needs from the journal."""

from __future__ import annotations

from typing import Protocol

from deskbreak.core.coach.day_past import DayPast
from deskbreak.core.entry import Break, Happening, LeftBreak, OpenBreak, Reason, StepDone, What
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.record.mending import Mend, Settled


class JournalUnavailableError(Exception):
    """The journal cannot be read or written now; the sentence says what a person can do."""


class Journal(Protocol):
    """The record of breaks and events. Each write is committed when its method returns."""

    def open_break(self, opened: OpenBreak) -> None:
        """Commit a break that has begun.

        Raises:
            JournalUnavailableError: it could not be written.
        """

    def step_done(self, step: StepDone) -> None:
        """Commit one finished exercise of the open break (same errors)."""

    def close_break(self, entry: Break) -> str:
        """Close the open break with its whole entry and return its id (same errors)."""

    def drop_break(self) -> None:
        """Forget the open break: it was put off before anything was done (same errors)."""

    def rate(self, entry_id: str, energy: int) -> None:
        """Add to an entry how the person's energy was after it, 1 to 5 (same errors)."""

    def write(self, entry: Break) -> str:
        """Append one entry and return the id that it was given (same errors)."""

    def unwrite(self, entry_id: str) -> None:
        """Take an entry back that was just written (same errors)."""

    def note(self, happening: Happening) -> None:
        """Append one event (same errors)."""

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        """Return the entries of the days, both included, oldest first (same errors)."""

    def day_sums(self, first_day: str, last_day: str) -> tuple[DaySum, ...]:
        """Return the sums of those of the days that have an entry, in order (same errors)."""

    def day_pasts(self, first_day: str, last_day: str) -> tuple[DayPast, ...]:
        """Return the same days for the plan, in the order of their first breaks (same errors)."""

    def happenings(
        self, from_utc: int, to_utc: int, only: frozenset[What] = ...
    ) -> tuple[Happening, ...]:
        """Return the events of some kinds in the half-open span, oldest first (same errors)."""

    def close(self) -> None:
        """Close the file."""


class KeptJournal(Journal, Protocol):
    """A journal that survives a crash in the middle of a break, and says how it fares."""

    def step_progress(self, step: StepDone) -> None:
        """Commit how far the running exercise is; the next one replaces it (same errors)."""

    def leftover(self) -> LeftBreak | None:
        """Return the break that a crash left open; to be asked before a new one is opened."""

    def close_leftover(self, reason: Reason) -> Break | None:
        """Close what a crash left open and return its entry, if there is one (same errors)."""

    def mend(self, mend: Mend) -> Settled:
        """Carry out what a person wishes and return what it came to; it is kept then.

        What cannot be kept is forgotten, so that the person can wish again (same errors).
        """

    def notices(self) -> tuple[str, ...]:
        """Return what a person should know about the file, one sentence each; often nothing."""
