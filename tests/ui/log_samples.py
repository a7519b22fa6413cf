"""A record of two days for the tests of the Log window."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from deskbreak.core.command import Code, Reply
from deskbreak.core.entry import Discomfort, Outcome
from deskbreak.core.figures.day_sum import DaySum, Did
from deskbreak.core.journal import DayLog, day_frame, day_log
from deskbreak.core.settings.values import Office
from deskbreak.core.wishes import Mending
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.log.window import LogWindow
from tests.ui.day_samples import DAY, TR, entry, facts

MONDAY = DaySum(
    DAY,
    seconds=240,
    done=1,
    snoozes=2,
    held=(("meeting", 1),),
    did=(Did("back_twist", 9, 120), Did("side_tilt", 2, 120)),
    hours=((11, 1),),
    discomfort=Discomfort.STRETCH,
    week=1,
)
LONG_AGO = DaySum("2023-05-05", seconds=600, done=2, did=(Did("back_twist", 4, 600),))


class Record:
    """A record of two days, and what is to be mended in it."""

    def __init__(self) -> None:
        self.wishes: list[Mending] = []
        self.missed = False
        self.redone = 0
        self.refuses = False

    def sums(self, first: date, last: date) -> tuple[DaySum, ...]:
        days = (LONG_AGO, MONDAY)
        return tuple(each for each in days if str(first) <= each.day <= str(last))

    def day(self, day: str) -> DayLog:
        busy = facts(entry(Outcome.COMPLETED, id="e1"), entry(Outcome.MISSED, id="e2"))
        return day_log(busy, 600) if day == DAY else day_log(day_frame(day, Office(), TZ), 600)

    def redo(self) -> Reply:
        self.redone += 1
        return Reply(Code.REFUSED if self.refuses else Code.DONE, "Not now.")

    def mend(self, wish: Mending) -> Reply:
        self.wishes.append(wish)
        return Reply(Code.REFUSED if self.refuses else Code.DONE, "So it is.")


TZ = facts().zone


def log_of(record: Record) -> LogWindow:
    """Return a Log window that shows the record."""
    sources = LogSources(
        record.day,
        lambda: DAY,
        str,
        record.sums,
        lambda _exercise: "trunk",
        record.mend,
        lambda: record.missed,
        record.redo,
    )
    return LogWindow(sources, TR)


def button(window: QWidget, name: str) -> QPushButton:
    named = [each for each in window.findChildren(QPushButton) if each.accessibleName() == name]
    (found,) = [each for each in named if each.isVisibleTo(window)]
    return found
