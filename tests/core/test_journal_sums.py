from __future__ import annotations

from dataclasses import replace

from deskbreak.core.entry import (
    Break,
    LeftBreak,
    OpenBreak,
    Outcome,
    Reason,
    Source,
    StepDone,
    StepOutcome,
    Unit,
)
from deskbreak.core.journal import close_left, tally, totals
from deskbreak.core.status import Tally

DAY = "2026-11-22"


def _entry(outcome: Outcome, **changes: str | int) -> Break:
    plain = Break(DAY, outcome, None, 1000, 0, "UTC", offered_at=900, routine="desk")
    return replace(plain, **changes)  # type: ignore[arg-type]  # only texts and numbers here


def _step(exercise: str, done: int, planned: int = 4) -> StepDone:
    outcome = StepOutcome.COMPLETED if done == planned else StepOutcome.PARTIAL
    return StepDone(exercise, Unit.REPS, planned, done, done * 10, outcome)


def test_a_day_is_counted_by_outcome_and_other_days_are_left_out() -> None:
    breaks = (
        _entry(Outcome.COMPLETED, seconds=240),
        _entry(Outcome.MANUAL, seconds=60),
        _entry(Outcome.PARTIAL, seconds=100),
        _entry(Outcome.DISCOMFORT, seconds=30),
        _entry(Outcome.SKIPPED),
        _entry(Outcome.MISSED),
        replace(_entry(Outcome.NATURAL, seconds=5000), offered_at=None),
        _entry(Outcome.COMPLETED, seconds=20, routine="posture"),
        _entry(Outcome.COMPLETED, seconds=999, day="2026-11-21"),
    )
    assert tally(breaks, DAY, 480) == Tally(
        offered=7,
        completed=3,
        partial=2,
        skipped=1,
        missed=1,
        natural=1,
        seconds=430,
        goal_s=480,
    )


def test_an_empty_day_is_all_zeros() -> None:
    assert tally((), DAY, 600) == Tally()


def test_totals_add_repetitions_up_by_exercise() -> None:
    done = replace(_entry(Outcome.COMPLETED, seconds=80), steps=(_step("a", 4), _step("b", 4)))
    more = replace(_entry(Outcome.PARTIAL, seconds=20), steps=(_step("a", 2),))
    found = totals((done, more, _entry(Outcome.SKIPPED)))
    assert (found.breaks, found.seconds, found.reps) == (2, 100, (("a", 6), ("b", 4)))


OPENED = OpenBreak(
    day=DAY,
    offered_at=900,
    started_at=1000,
    utc_offset_s=3600,
    zone="Europe/Berlin",
    routine="desk",
    level="normal",
    week=3,
    snoozes=2,
    held_back_by=("meeting",),
    source=Source.PERSON,
    planned=(_step("a", 0), _step("b", 0), _step("c", 0)),
)


def test_a_break_cut_short_keeps_what_was_done_and_names_the_rest() -> None:
    left = LeftBreak("id", OPENED, (_step("a", 4), _step("b", 1)), 1070)
    entry = close_left(left, Reason.CRASH)
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.CRASH)
    assert entry.steps == (
        _step("a", 4),
        _step("b", 1),
        StepDone("c", Unit.REPS, 4, 0, 0, StepOutcome.SKIPPED),
    )
    assert (entry.started_at, entry.ended_at, entry.seconds) == (1000, 1070, 50)
    assert (entry.id, entry.day, entry.snoozes, entry.held_back_by) == ("id", DAY, 2, ("meeting",))
    assert (entry.week, entry.level, entry.source) == (3, "normal", Source.PERSON)


def test_a_break_cut_short_before_the_first_repetition_is_skipped() -> None:
    entry = close_left(LeftBreak("id", OPENED, (), 1000), Reason.CRASH)
    assert (entry.outcome, entry.seconds, entry.ended_at) == (Outcome.SKIPPED, 0, 1000)


def test_a_clock_set_back_meanwhile_ends_no_break_before_its_work() -> None:
    entry = close_left(LeftBreak("id", OPENED, (_step("a", 4),), 500), Reason.CRASH)
    assert entry.ended_at == 1040
