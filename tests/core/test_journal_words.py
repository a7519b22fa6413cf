from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    Outcome,
    Reason,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.journal_text import Telling, day_text
from deskbreak.core.journal_words import (
    day_sentence,
    details,
    goal_sentence,
    headline,
    hold_word,
    outcome_word,
    plain_title,
    reason_sentence,
    step_sentence,
    when_text,
)
from deskbreak.core.record.table import HEADER, table_row
from deskbreak.core.status import Tally
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.words import English

TR = English()
NOON = 1795348800
DONE = Break(
    day="2026-11-22",
    outcome=Outcome.COMPLETED,
    reason=None,
    ended_at=NOON + 300,
    utc_offset_s=3600,
    zone="Europe/Berlin",
    offered_at=NOON - 60,
    started_at=NOON,
    seconds=240,
    routine="desk",
    level="beginner",
    steps=(StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED),),
)


def _step(outcome: StepOutcome, done: int, planned: int = 4, unit: Unit = Unit.REPS) -> str:
    step = StepDone("back_twist", unit, planned, done, 0, outcome)
    return step_sentence(TR, step, plain_title)


def test_every_outcome_reason_and_hold_has_its_own_words() -> None:
    assert len({outcome_word(TR, each) for each in Outcome}) == len(Outcome)
    told = {reason_sentence(TR, replace(DONE, outcome=Outcome.MISSED, reason=r)) for r in Reason}
    assert len(told) == len(Reason)
    assert len({hold_word(TR, each.value) for each in Hold}) == len(Hold)
    assert hold_word(TR, "storm") == "storm"


@pytest.mark.parametrize(
    ("outcome", "reason", "said"),
    [
        (Outcome.COMPLETED, None, ""),
        (Outcome.NATURAL, Reason.ABSENCE, ""),
        (Outcome.PARTIAL, Reason.PERSON, "You finished early."),
        (Outcome.SKIPPED, Reason.PERSON, "You skipped it."),
        (Outcome.MANUAL, Reason.PERSON, ""),
        (Outcome.MISSED, Reason.UNANSWERED, "The offer stayed unanswered."),
    ],
)
def test_a_reason_is_said_where_the_outcome_leaves_it_open(
    outcome: Outcome, reason: Reason | None, said: str
) -> None:
    assert reason_sentence(TR, replace(DONE, outcome=outcome, reason=reason)) == said


def test_what_was_felt_comes_before_any_reason() -> None:
    told = {reason_sentence(TR, replace(DONE, discomfort=felt)) for felt in Discomfort}
    assert len(told) == len(Discomfort)


def test_a_step_says_how_much_was_done() -> None:
    assert _step(StepOutcome.COMPLETED, 4) == "Back twist: 4 of 4 repetitions"
    assert _step(StepOutcome.PARTIAL, 0, 1) == "Back twist: 0 of 1 repetition"
    assert _step(StepOutcome.COMPLETED, 30, 30, Unit.SECONDS) == "Back twist: 30 of 30 s"
    assert _step(StepOutcome.SKIPPED, 0) == "Back twist: left out"
    assert _step(StepOutcome.DISCOMFORT, 2).endswith("2 of 4 repetitions, stopped because it hurt")


def test_a_break_is_told_by_its_time_and_what_it_was() -> None:
    assert when_text(DONE) == "13:00-13:05"
    offered = replace(DONE, started_at=None, routine="")
    assert when_text(offered) == "12:59-13:05"
    assert when_text(replace(offered, offered_at=None)) == "13:05"
    assert headline(TR, DONE, plain_title) == "Desk"
    assert headline(TR, offered, plain_title) == "A break was offered"
    rest = replace(DONE, outcome=Outcome.NATURAL)
    assert headline(TR, rest, plain_title) == "A rest away from the computer"


def test_the_smaller_facts_follow() -> None:
    assert details(TR, DONE) == ()
    full = replace(DONE, snoozes=1, held_back_by=("meeting", "fullscreen"), note="felt good")
    assert details(TR, full) == (
        "Snoozed once.",
        "Held back before: meeting, full screen.",
        "felt good",
    )
    assert details(TR, replace(DONE, snoozes=2)) == ("Snoozed 2 times.",)


def test_the_energy_is_told() -> None:
    assert details(TR, replace(DONE, energy=4)) == ("Energy after it: 4 of 5.",)


def test_an_exercise_that_hurt_was_stopped_or_done_all_the_same() -> None:
    step = StepDone("back_twist", Unit.REPS, 2, 1, 9, StepOutcome.DISCOMFORT)
    assert step_sentence(TR, step, plain_title).endswith("stopped because it hurt")
    done = replace(step, done_reps=2)
    assert step_sentence(TR, done, plain_title).endswith("and it did not feel good")


def test_a_days_figures_in_a_line() -> None:
    some = Tally(completed=2, partial=1, skipped=1, missed=1, natural=1, seconds=250)
    assert day_sentence(TR, some) == "2 done, 1 partly done, 1 skipped, 1 missed, 1 rest away"
    assert day_sentence(TR, Tally(natural=2)) == "2 rests away"
    assert day_sentence(TR, Tally()) == ""
    assert goal_sentence(TR, some) == "4 min of 10 min of exercise"
    assert goal_sentence(TR, Tally(seconds=600)) == "10 min of exercise: the day's goal is reached"


def test_a_day_as_text_shows_breaks_and_events_in_order() -> None:
    skipped = replace(
        DONE, outcome=Outcome.SKIPPED, reason=Reason.PERSON, started_at=None, seconds=0, steps=()
    )
    events = ((Happening(NOON - 3600, What.ARRIVED), 3600),)
    assert day_text("2026-11-22", (DONE, skipped), events, 600, Telling(TR, plain_title)) == (
        "2026-11-22: 1 done, 1 skipped, 4 min of 10 min of exercise\n"
        "  12:00  Arrived\n"
        "  12:59-13:05  Desk: Skipped\n"
        "      You skipped it.\n"
        "  13:00-13:05  Desk: Done, 4 min\n"
        "      Back twist: 5 of 5 repetitions"
    )
    assert day_text("2026-11-22", (), (), 600, Telling(TR, plain_title)) == (
        "2026-11-22: no breaks were written."
    )


def test_a_row_for_a_spreadsheet_holds_every_column_and_no_formula() -> None:
    row = dict(zip(HEADER, table_row(replace(DONE, id="x", note="=1+1")), strict=True))
    assert row["started_at"] == "2026-11-22T12:00:00Z"
    assert (row["reason"], row["energy"], row["discomfort"]) == ("", "", "")
    assert row["steps"] == "back_twist 5/5 reps"
    assert row["note"] == "'=1+1"
    full = replace(
        DONE,
        offered_at=None,
        reason=Reason.CRASH,
        discomfort=Discomfort.PAIN,
        energy=3,
        held_back_by=("meeting", "meal"),
        note="fine",
    )
    row = dict(zip(HEADER, table_row(full), strict=True))
    assert (row["offered_at"], row["reason"], row["energy"]) == ("", "crash", "3")
    assert (row["discomfort"], row["held_back_by"], row["note"]) == ("pain", "meeting meal", "fine")
