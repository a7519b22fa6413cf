"""Twelve weeks of a faithful, a patchy and a hurting person, session by session."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core import session
from deskbreak.core.coach.past import Past
from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Break, Discomfort, Happening, Scalar, What
from deskbreak.core.guide.state import READY_S, TRANSITION_S
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.pain import CONFIRMED, HURT, Story, turned_on
from deskbreak.core.planner import plan
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import Office, Settings, Span
from tests.core.coach.coach_samples import entry, on
from tests.core.test_dose import ROWS

THREE_A_DAY = Settings(office=Office(hours=(Span(9 * 60, 18 * 60),), lunch=None))
TWO_A_DAY = Settings()
FIRST_REP_S = 20.0


@dataclass
class Person:
    """Somebody at a desk, with the journal that their breaks leave."""

    settings: Settings = TWO_A_DAY
    past: Past = field(default_factory=Past)
    story: Story = field(default_factory=Story)

    def plan(self, day: int) -> Routine | NoRoutine:
        today = on(day).isoformat()
        rests = self.story.told(today, _day_of)
        standing = self.past.standing(self.settings, today, rests.reset_on)
        return plan("desk", shipped_exercises(), self.settings, standing, rests)

    def planned(self, day: int) -> Routine:
        routine = self.plan(day)
        assert isinstance(routine, Routine)
        return routine

    def exercise(self, day: int, hour: int, sore: str = "", hurt: Discomfort | None = None) -> None:
        """Do a break as it is planned; where `sore` comes up, it hurts."""
        routine = self.planned(day)
        done = finished(routine, sore, hurt)
        made = entry(
            day,
            outcome=done.outcome,
            steps=done.steps,
            level=routine.level.value,
            week=routine.week,
            hour=hour,
        )
        self.heed(_with(made, done))

    def heed(self, made: Break) -> None:
        self.past.heed(made)
        self.story.heed_break(made)

    def says(self, day: int, what: What, **data: str) -> None:
        at = entry(day, hour=20).ended_at
        self.story.heed_event(Happening(at, what, tuple(data.items())))

    def settles(self, day: int, data: tuple[tuple[str, Scalar], ...]) -> None:
        at = entry(day, hour=20).ended_at
        self.story.heed_event(Happening(at, What.SETTINGS, data))

    def week_of_work(self, number: int, days: tuple[int, ...] = (0, 1, 2, 3, 4)) -> None:
        hours = (11, 14, 16) if self.settings is THREE_A_DAY else (11, 16)
        for day in days:
            for hour in hours:
                self.exercise(7 * number + day, hour)


def _day_of(utc: int) -> str:
    return datetime.fromtimestamp(utc, UTC).date().isoformat()


def _with(made: Break, done: SessionResult) -> Break:
    return replace(made, discomfort=done.discomfort)


def finished(routine: Routine, sore: str, hurt: Discomfort | None) -> SessionResult:
    """Play a session of the real machine to its end."""
    now = session.begin(routine, 0.0, 1e9)
    if hurt is not None:
        place = [step.exercise.id for step in routine.steps].index(sore)
        at = READY_S + sum(script.seconds + TRANSITION_S for script in now.scripts[:place])
        now = session.advance(now, at + FIRST_REP_S)
        now = session.step(now, SessionVerb.HURTS, at + FIRST_REP_S)
        now = session.step(now, SessionVerb.HURTS, at + FIRST_REP_S, hurt)
    now = session.advance(now, 1e5)
    if session.result(now) is None:
        now = session.step(now, SessionVerb.FINISH, 1e5)
    done = session.result(now)
    assert done is not None
    return done


def reps(routine: Routine) -> str:
    return "/".join(str(step.reps) for step in routine.steps)


@pytest.mark.parametrize(("settings", "column"), [(TWO_A_DAY, 2), (THREE_A_DAY, 3)])
def test_a_faithful_person_gets_the_table(settings: Settings, column: int) -> None:
    person = Person(settings)
    for number, row in enumerate(ROWS):
        routine = person.planned(7 * number)
        assert routine.week == int(row[0])
        assert reps(routine) == row[column].split()[0]
        person.week_of_work(number)


def test_a_patchy_person_repeats_weeks_and_goes_back_after_a_gap() -> None:
    person, weeks = Person(), []
    done_on: tuple[tuple[int, ...], ...] = (
        (0, 1, 2, 3, 4),
        (0, 1),  # two days: the week is repeated
        (0, 2, 4),
        (),
        (0, 1, 2, 3, 4),  # ten days without any: no harm
        (1,),
        (),
        (),
        (0, 1, 2, 3, 4),  # twenty days: three weeks back
        (0, 1, 2),
        (0, 1, 2, 3, 4),
        (0, 2, 3),
    )
    for number, days in enumerate(done_on):
        weeks.append(person.planned(7 * number).week)
        person.week_of_work(number, days)
    assert weeks == [1, 2, 2, 3, 3, 4, 4, 4, 1, 2, 3, 4]


def test_a_hurting_person_rests_and_comes_back_gently() -> None:
    person = Person()
    for number in range(4):
        person.week_of_work(number)
    assert reps(person.planned(28)) == "8/4/4/4"

    person.exercise(28, 11, "back_twist", Discomfort.UNPLEASANT)
    softer = person.planned(28).steps[1]
    assert softer.reps == 3
    assert softer.reach == pytest.approx(0.85 * 0.8)
    person.exercise(28, 16)
    person.exercise(29, 11)
    assert reps(person.planned(29)) == "8/4/4/4"
    assert person.planned(29).steps[1].reach == 0.85

    person.exercise(29, 16, "side_tilt", Discomfort.PAIN)
    assert [step.exercise.id for step in person.planned(29).steps] == [
        "shoulder_rotation",
        "back_twist",
        "cat_cow",
    ]
    back = person.planned(30).steps[2]
    assert (back.exercise.id, back.reps, back.variant) == ("side_tilt", 2, "neck_free")
    for day in (30, 31):
        person.exercise(day, 11)
    assert person.planned(31).steps[2].variant == ""


def test_pain_twice_in_a_week_switches_an_exercise_off() -> None:
    person = Person()
    person.week_of_work(0)
    person.exercise(7, 11, "cat_cow", Discomfort.PAIN)
    for day in (8, 9, 10):
        person.exercise(day, 11)
        person.exercise(day, 16)
    person.exercise(11, 11, "cat_cow", Discomfort.PAIN)
    for day in (11, 12, 40):
        assert "cat_cow" not in [step.exercise.id for step in person.planned(day).steps]
    person.story.heed_event(
        Happening(entry(12, hour=20).ended_at, What.SETTINGS, turned_on("cat_cow"))
    )
    assert "cat_cow" in [step.exercise.id for step in person.planned(13).steps]


@pytest.mark.parametrize("hurt", [Discomfort.UNPLEASANT, Discomfort.SHARP])
def test_systematic_or_sharp_pain_rests_the_plan(hurt: Discomfort) -> None:
    person = Person()
    person.week_of_work(0)
    times = 1 if hurt is Discomfort.SHARP else 3
    for day, sore in zip(range(7, 7 + times), ("cat_cow", "back_twist", "side_tilt"), strict=False):
        person.exercise(day, 11, sore, hurt)
    assert person.plan(10) is NoRoutine.SUSPENDED
    assert person.plan(60) is NoRoutine.SUSPENDED
    person.settles(10, CONFIRMED)
    assert isinstance(person.plan(11), Routine)


def test_a_hurt_back_begins_the_weeks_anew() -> None:
    person = Person()
    for number in range(6):
        person.week_of_work(number)
    assert person.planned(42).week == 7
    person.says(42, What.PAUSED, why=HURT)
    assert person.plan(43) is NoRoutine.SUSPENDED
    person.says(46, What.RESUMED, why=HURT)
    assert (person.planned(47).week, reps(person.planned(47))) == (1, "3/2/2/2")
    for number in range(7, 12):
        person.week_of_work(number)
    assert person.planned(84).week == 6
