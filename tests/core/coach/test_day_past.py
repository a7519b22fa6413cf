"""Days that were added up once tell the plan and the care what their breaks would have told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.coach.day_past import DayPast, day_pasts
from deskbreak.core.coach.done import NO_RANK, DayDone
from deskbreak.core.coach.past import Past
from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    Outcome,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.pain import CONFIRMED, HURT, Story, turned_on
from deskbreak.core.settings.values import Settings
from tests.core.coach.coach_samples import on

EXERCISES = ("back_twist", "cat_cow", "warm_run")
DAYS = 14

STEPS = st.lists(
    st.builds(
        StepDone,
        exercise=st.sampled_from(EXERCISES),
        unit=st.just(Unit.REPS),
        planned_reps=st.just(4),
        done_reps=st.sampled_from((0, 2, 4)),
        seconds=st.sampled_from((0, 40, 200)),
        outcome=st.sampled_from((*[StepOutcome.COMPLETED] * 9, StepOutcome.DISCOMFORT)),
    ),
    max_size=3,
).map(tuple)
BREAKS = st.lists(
    st.builds(
        Break,
        day=st.integers(0, DAYS - 1).map(lambda number: on(number).isoformat()),
        outcome=st.sampled_from((*Outcome, *[Outcome.COMPLETED] * 6)),
        reason=st.none(),
        ended_at=st.integers(8, 17),
        utc_offset_s=st.just(0),
        zone=st.just("UTC"),
        seconds=st.sampled_from((0, 60, 300, 900)),
        routine=st.sampled_from(("desk", "posture", "home", "cat_cow")),
        level=st.sampled_from(("", "beginner", "advanced")),
        week=st.integers(1, 9),
        discomfort=st.sampled_from((*[None] * 20, *Discomfort)),
        steps=STEPS,
    ),
    max_size=40,
)
EVENTS = st.lists(
    st.builds(
        Happening,
        at=st.integers(0, DAYS * 24).map(lambda hour: at(0, hour)),
        what=st.sampled_from((What.SETTINGS, What.PAUSED, What.RESUMED)),
        data=st.sampled_from((CONFIRMED, turned_on("cat_cow"), (("why", HURT),))),
    ),
    max_size=6,
)


def at(day: int, hour: int) -> int:
    first = on(day)
    return int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp()) + hour * 3600


def day_of(utc: int) -> str:
    return datetime.fromtimestamp(utc, tz=UTC).date().isoformat()


def in_time(breaks: list[Break]) -> list[Break]:
    """Put each break at an hour of its day, no two at the same second."""
    placed = [
        replace(each, ended_at=3600 * each.ended_at + number + _midnight(each.day))
        for number, each in enumerate(breaks)
    ]
    return sorted(placed, key=lambda each: each.ended_at)


def _midnight(day: str) -> int:
    return int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp())


@given(breaks=BREAKS.map(in_time), split=st.integers(0, 40), reset=st.integers(-1, DAYS))
def test_the_plan_hears_the_same(breaks: list[Break], split: int, reset: int) -> None:
    whole, by_days = Past(breaks), Past()
    for part in (breaks[:split], breaks[split:]):  # a day may come in two parts
        for day in day_pasts(part):
            by_days.heed_day(day)
    reset_on = "" if reset < 0 else on(reset).isoformat()
    today = breaks[-1].day if breaks else on(0).isoformat()
    for asked in (today, on(DAYS).isoformat()):
        stood = whole.standing(Settings(), asked, reset_on)
        assert by_days.standing(Settings(), asked, reset_on) == stood
    assert by_days.breaks == whole.breaks


@given(breaks=BREAKS.map(in_time), events=EVENTS)
def test_the_care_for_pain_hears_the_same(breaks: list[Break], events: list[Happening]) -> None:
    days = day_pasts(breaks)
    sore = {each.day for each in days if not each.calm}
    whole, in_short = Story(), Story()
    whole.heed(breaks, events)
    in_short.heed(
        (each for each in breaks if each.day in sore),
        events,
        (each for each in days if each.calm),
    )
    for number in range(DAYS + 1):
        today = on(number).isoformat()
        assert in_short.told(today, day_of) == whole.told(today, day_of)


def test_a_day_says_what_was_done_on_it() -> None:
    day = on(0).isoformat()
    done = StepDone("cat_cow", Unit.REPS, 4, 4, 60, StepOutcome.COMPLETED)
    idle = StepDone("back_twist", Unit.REPS, 4, 0, 0, StepOutcome.SKIPPED)

    def of(ended_at: int, outcome: Outcome, *steps: StepDone, routine: str = "desk") -> Break:
        seconds = 60 * len(steps)
        return Break(
            day, outcome, None, ended_at, 0, "UTC", seconds=seconds, routine=routine, steps=steps
        )

    breaks = (
        of(900, Outcome.COMPLETED, done, done),
        of(700, Outcome.MISSED),
        of(800, Outcome.PARTIAL, done, idle, idle, idle),
        of(950, Outcome.COMPLETED, done, routine="posture"),
    )
    assert day_pasts(breaks) == (
        DayPast(
            day,
            first_at=700,
            seconds=(240, 120),
            desk=DayDone(on(0), 1, 120, NO_RANK),
            last=(("cat_cow", 900),),
            sessions=2,
            times=(("cat_cow", 4),),
        ),
    )
    assert day_pasts(()) == ()


def test_a_calm_day_brings_what_was_sore_nearer_to_its_dose() -> None:
    def cat_cow(number: int, outcome: StepOutcome, felt: Discomfort | None) -> Break:
        step = StepDone("cat_cow", Unit.REPS, 4, 4, 60, outcome)
        day, ended = on(number).isoformat(), at(number, 11)
        return Break(day, Outcome.COMPLETED, None, ended, 0, "UTC", discomfort=felt, steps=(step,))

    hurt = cat_cow(0, StepOutcome.DISCOMFORT, Discomfort.UNPLEASANT)
    well = [cat_cow(number, StepOutcome.COMPLETED, None) for number in (1, 2)]
    for calm, softer in ((well[:1], 1), (well, 0)):
        story = Story()
        story.heed([hurt], (), day_pasts(calm))
        told = story.told(on(3).isoformat(), day_of)
        assert [each.exercise for each in told.softer] == ["cat_cow"] * softer
