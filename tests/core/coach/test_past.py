"""What the journal tells of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deskbreak.core.coach.done import counts, is_home, is_single, share
from deskbreak.core.coach.past import Past, goal_s, goal_then
from deskbreak.core.entry import Break, Outcome
from deskbreak.core.exercise import Level
from deskbreak.core.settings.values import Office, Person, Settings
from deskbreak.core.standing import Standing
from tests.core.coach.coach_samples import entry, on, step

HOME = tuple(step(name, 4, 4, 120) for name in ("warm_run", "lesson_bridge", "child_pose"))


def day(number: int) -> str:
    return on(number).isoformat()


def weeks(count: int, **words: str) -> list[Break]:
    return [
        entry(7 * number + each, hour=hour, level=words.get("level", "advanced"))
        for number in range(count)
        for each in range(5)
        for hour in (11, 16)
    ]


@pytest.mark.parametrize(
    ("outcome", "done", "whole"),
    [
        (Outcome.COMPLETED, 4, True),
        (Outcome.MANUAL, 0, True),
        (Outcome.PARTIAL, 3, True),
        (Outcome.PARTIAL, 2, False),
        (Outcome.PARTIAL, 0, False),
        (Outcome.DISCOMFORT, 4, False),
        (Outcome.SKIPPED, 0, False),
        (Outcome.MISSED, 0, False),
        (Outcome.NATURAL, 0, False),
    ],
)
def test_what_counts(outcome: Outcome, done: int, whole: bool) -> None:  # noqa: FBT001 - a column
    steps = (step("back_twist", 4, done, 10 * done), step("cat_cow", 4, done, 10 * done))
    assert counts(entry(0, outcome=outcome, steps=steps)) is whole
    assert not counts(entry(0, "posture", outcome=outcome, steps=steps))


def test_the_share_goes_by_seconds() -> None:
    long, short = step("back_twist", 4, 4, 90), step("cat_cow", 2, 0)
    assert share((long, short)) == pytest.approx(90 / 110)
    assert share((step("back_twist", 4, 4, 20), step("cat_cow", 4, 0))) == pytest.approx(20 / 60)
    assert share(()) == 0


def test_what_comes_late_counts_as_if_it_had_come_in_time() -> None:
    told = [*weeks(3), entry(21, level="advanced")]
    late = Past([each for each in told if each.day != day(1)])
    assert late.standing(Settings(), day(21)).week == 4
    for each in told:
        if each.day == day(1):
            late.heed(each)
    settings, whole = Settings(), Past(told)
    for today in (21, 28, 14, 28):
        asked = late.standing(settings, day(today)), whole.standing(settings, day(today))
        assert asked[0].week == asked[1].week == today // 7 + (today < 28)


def test_other_settings_count_the_weeks_anew() -> None:
    past = Past([each for each in weeks(4) if date.fromisoformat(each.day).weekday() < 2])
    two_days = Settings(office=Office(days=(0, 1)))
    assert past.standing(Settings(), day(28)).week == 1
    assert past.standing(two_days, day(28)).week > 1
    assert past.standing(Settings(), day(28)).week == 1


def test_a_home_workout_is_known_by_its_warm_up() -> None:
    assert is_home(entry(0, "home"))
    assert is_home(entry(0, "my_evening", steps=HOME))
    assert not is_home(entry(0, "warm_run", steps=(step("warm_run"),)))
    assert is_single(entry(0, "warm_run", steps=(step("warm_run"),)))


def test_an_empty_journal_is_the_first_day() -> None:
    assert Past().standing(Settings(), day(0)) == Standing(today=day(0))
    saturday = Past().standing(Settings(), day(5))
    assert saturday.sessions == 2


def test_weeks_add_up() -> None:
    stands = Past(weeks(4)).standing(Settings(), day(28))
    assert (stands.week, stands.home_week, stands.highest) == (5, 1, Level.ADVANCED)
    assert dict(stands.last_done).keys() == {"back_twist", "cat_cow"}


def test_the_week_begins_when_the_person_said() -> None:
    late = [entry(each, hour=hour) for each in (3, 4, 7, 8, 9) for hour in (11, 16)]
    began = Settings(person=Person(started_on=on(0)))
    assert Past(late).standing(began, day(14)).week == 2
    assert Past(late).standing(Settings(), day(14)).week == 2


def test_a_restart_counts_the_weeks_anew() -> None:
    past = Past(weeks(6))
    stands = past.standing(Settings(), day(42), reset_on=day(42))
    assert (stands.week, stands.highest) == (1, Level.BEGINNER)
    for each in range(42, 47):
        past.heed(entry(each, hour=11))
        past.heed(entry(each, hour=16))
    assert past.standing(Settings(), day(49), reset_on=day(42)).week == 2


def test_single_exercises_and_posture_checks_make_no_week() -> None:
    alone = [entry(each, "back_twist", steps=(step("back_twist"),)) for each in range(7)]
    past = Past([*alone, *(entry(each, "posture") for each in range(7))])
    stands = past.standing(Settings(), day(7))
    assert (stands.week, [name for name, _ in stands.last_done]) == (1, ["back_twist"])
    assert past.breaks == 7


def test_home_workouts_have_weeks_of_their_own() -> None:
    homes = [
        entry(7 * number + each, "home", steps=HOME, week=number + 1)
        for number in range(5)
        for each in (0, 3)
    ]
    stands = Past(homes).standing(Settings(), day(35))
    assert (stands.home_week, stands.week) == (6, 1)
    assert (stands.last_home, stands.last_strength) == (day(31), day(31))


def test_a_day_of_rest_lies_between_strength_workouts() -> None:
    homes = [entry(each, "home", steps=HOME, week=5) for each in (0, 1, 2)]
    assert Past(homes[:2]).standing(Settings(), day(2)).last_strength == day(0)
    assert Past(homes).standing(Settings(), day(3)).last_strength == day(2)
    left = entry(0, "home", outcome=Outcome.PARTIAL, steps=HOME[:1])
    assert Past([left]).standing(Settings(), day(0)).last_home == ""


def test_after_enough_one_more_break_fills_the_day() -> None:
    big = tuple(step(name, 4, 4, 450) for name in ("back_twist", "cat_cow"))
    past = Past([entry(0, steps=big)])
    assert not past.standing(Settings(), day(0)).full
    past.heed(entry(0, hour=12))
    assert past.standing(Settings(), day(0)).full
    assert not past.standing(Settings(), day(1)).full


@pytest.mark.parametrize(
    ("week", "hours", "seconds"),
    [
        (1, None, 300),
        (3, ">6", 480),
        (9, "5-6", 900),
        (99, None, 900),
        (1, "<5", 240),
        (9, "<5", 384),
    ],
)
def test_the_goal_of_a_day(week: int, hours: str | None, seconds: int) -> None:
    settings = Settings(person=Person(hours_at_computer=hours))
    assert goal_s(settings, Standing(week=week)) == seconds


def test_a_past_day_is_measured_by_its_own_week() -> None:
    assert goal_then([entry(0, week=3), entry(0, week=4)], 7) == 600
    assert goal_then([entry(0, "posture"), entry(0, "home", week=9)], 7) == 7
    assert goal_then([replace(entry(0, week=9), steps=())], 7) == 7
