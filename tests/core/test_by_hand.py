"""A break that was done away from the desk, as a person tells of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from deskbreak.core.by_hand import Unfitting, by_hand, overlapped, week_then
from deskbreak.core.entry import Break, Outcome, Source, StepDone, StepOutcome, Unit
from deskbreak.core.settings.values import Office
from deskbreak.core.timing.moment import Moment
from deskbreak.core.wishes import LONGEST_NOTE, AddBreak, tidy

BERLIN = ZoneInfo("Europe/Berlin")
NOON = int(datetime(2026, 11, 23, 11, 0, tzinfo=UTC).timestamp())
NOW = Moment(NOON, 1, 1, "boot", BERLIN, "Europe/Berlin")
STEP = StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED)


def made(wish: AddBreak, now: Moment = NOW) -> Break:
    entry = by_hand(wish, now, Office())
    assert isinstance(entry, Break)
    return entry


def test_a_break_that_has_just_ended() -> None:
    assert made(AddBreak(5, note="stairs")) == Break(
        day="2026-11-23",
        outcome=Outcome.MANUAL,
        reason=None,
        ended_at=NOON,
        utc_offset_s=3600,
        zone="Europe/Berlin",
        started_at=NOON - 300,
        seconds=300,
        note="stairs",
        source=Source.PERSON,
    )


def test_a_break_at_a_time_of_this_day_or_another_by_the_clock_on_the_wall() -> None:
    assert made(AddBreak(10, minute_of_day=9 * 60)).started_at == NOON - 3 * 3600
    summer = made(AddBreak(10, "2026-07-01", 9 * 60))
    assert summer.started_at == int(datetime(2026, 7, 1, 7, 0, tzinfo=UTC).timestamp())
    assert (summer.day, summer.utc_offset_s) == ("2026-07-01", 7200)


def test_a_break_before_the_turn_of_the_day_belongs_to_the_day_before() -> None:
    assert made(AddBreak(10, "2026-11-22", 3 * 60)).day == "2026-11-21"


def test_exercises_share_the_minutes() -> None:
    entry = made(AddBreak(1, exercises=("a", "b", "c", "d", "e", "f", "g")))
    assert [step.seconds for step in entry.steps] == [9, 9, 9, 9, 8, 8, 8]
    assert {step.unit for step in entry.steps} == {Unit.SECONDS}
    assert all(step.done_reps == step.planned_reps == step.seconds for step in entry.steps)
    assert entry.routine == ""


def test_one_exercise_by_itself_is_kept_as_such_and_a_routine_by_its_name() -> None:
    assert made(AddBreak(1, exercises=("back_twist",))).routine == "back_twist"
    assert made(AddBreak(1, routine="desk", exercises=("back_twist",))).routine == "desk"
    assert made(AddBreak(1, routine="desk")).steps == ()


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (AddBreak(0), Unfitting.LENGTH),
        (AddBreak(241), Unfitting.LENGTH),
        (AddBreak(5, note="x" * (LONGEST_NOTE + 1)), Unfitting.NOTE),
        (AddBreak(5, "2026-11-22"), Unfitting.TIME),
        (AddBreak(5, "yesterday", 600), Unfitting.DAY),
        (AddBreak(5, "1970-01-01", 600), Unfitting.DAY),
        (AddBreak(5, "2026-11-24", 600), Unfitting.FUTURE),
        (AddBreak(5, "9999-12-31", 1439), Unfitting.FUTURE),
        (AddBreak(5, minute_of_day=11 * 60 + 56), Unfitting.FUTURE),
    ],
)
def test_what_cannot_have_been_is_not_written(wish: AddBreak, why: Unfitting) -> None:
    assert by_hand(wish, NOW, Office()) is why


def test_only_exercise_at_the_same_time_is_in_the_way() -> None:
    entry = made(AddBreak(5))
    there = replace(entry, ended_at=NOON - 299, started_at=NOON - 400)
    assert overlapped(entry, [there]) == there
    later = replace(entry, ended_at=NOON + 300, started_at=NOON)
    away = replace(there, outcome=Outcome.NATURAL)
    missed = replace(there, outcome=Outcome.MISSED, started_at=None)
    before = replace(there, ended_at=NOON - 300)
    assert overlapped(entry, [later, away, missed, before]) is None


def test_the_week_is_that_of_the_last_guided_break_before() -> None:
    entry = made(AddBreak(5))
    guided = replace(entry, outcome=Outcome.COMPLETED, steps=(STEP,), week=3)
    assert week_then(entry, []) == 1
    assert (
        week_then(
            entry,
            [
                replace(guided, ended_at=NOON - 90, week=2),
                replace(guided, ended_at=NOON - 60),
                replace(guided, ended_at=NOON + 60, week=9),
                replace(entry, steps=(STEP,), week=7),
                replace(guided, steps=(), week=8),
            ],
        )
        == 3
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" two\r\nlines\rand\ta tab ", "two\nlines\nand a tab"),
        ("bell\x07 half \ud83d\x7f\x9f", "bell half"),
        ("\u00a0not blank \U0001f468\u200d\U0001f469", "not blank \U0001f468\u200d\U0001f469"),
    ],
)
def test_a_note_has_only_what_people_write(text: str, kept: str) -> None:
    assert tidy(text) == kept
