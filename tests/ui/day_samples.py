"""One day with something in it, shared by the tests of everything that shows a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel, QWidget

from deskbreak.core.entry import (
    Break,
    Happening,
    Outcome,
    Reason,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.journal import day_frame
from deskbreak.core.settings.values import Office
from deskbreak.core.status import NextBreak
from deskbreak.core.timeline import DayFacts
from deskbreak.core.words import English

DAY = "2026-11-23"
TR = English()


def at(hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, 23, hour, minute, tzinfo=UTC).timestamp())


def entry(outcome: Outcome, **changes: str) -> Break:
    done = outcome in {Outcome.COMPLETED, Outcome.PARTIAL}
    made = Break(
        day=DAY,
        outcome=outcome,
        reason=None if outcome is Outcome.COMPLETED else Reason.UNANSWERED,
        ended_at=at(11, 5),
        utc_offset_s=0,
        zone="UTC",
        offered_at=at(10, 58),
        started_at=at(11) if done else None,
        seconds=240 if done else 0,
        routine="desk" if done else "",
        steps=(StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED),) if done else (),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # only texts here


def facts(*breaks: Break) -> DayFacts:
    happenings = (
        Happening(at(9, 5), What.ARRIVED),
        Happening(at(10, 30), What.HELD, (("reason", "meeting"),)),
        Happening(at(10, 58), What.OFFERED),
        Happening(at(14), What.PAUSED),
        Happening(at(14, 30), What.RESUMED),
        Happening(at(15), What.LEFT),
        Happening(at(15, 30), What.ARRIVED),
    )
    frame = day_frame(DAY, Office(), UTC)
    return replace(
        frame,
        breaks=breaks,
        happenings=happenings,
        now=at(16),
        next_break=NextBreak(at(16, 30), at(17)),
    )


def texts(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if not each.isHidden()]
