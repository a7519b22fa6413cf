"""What pain and the safety page let start, through the engine and its commands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from deskbreak.core.command import (
    Acknowledge,
    Code,
    Drive,
    PauseFor,
    Resume,
    SessionVerb,
    Start,
    Window,
)
from deskbreak.core.entry import (
    Break,
    Discomfort,
    Outcome,
    Scalar,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.protocol import Request
from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import Asking
from deskbreak.core.settings.values import Problem, Safety, Settings
from deskbreak.core.status import StateName
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.unfit import PauseUnfit, TurnOn, Unfit
from tests.engine_world import READY, World
from tests.fake_keepers import MONDAY_9

DAY_S = 86_400


def _sore(days_ago: int, hurt: Discomfort, exercise: str = "cat_cow") -> Break:
    at = MONDAY_9 - days_ago * DAY_S - 3600
    step = StepDone(exercise, Unit.REPS, 4, 1, 10, StepOutcome.DISCOMFORT)
    return Break(
        datetime.fromtimestamp(at, UTC).date().isoformat(), Outcome.DISCOMFORT, None, at, 0, "UTC",
        routine="desk", discomfort=hurt, steps=(step,),
    )  # fmt: skip


def _world(*breaks: Break, settings: Settings = READY) -> World:
    world = World(settings=settings)
    world.journal.entries.extend(breaks)
    world.boot()
    return world


def _data(world: World) -> list[dict[str, Scalar]]:
    return [dict(event.data) for event in world.journal.events if event.data]


@pytest.mark.parametrize(
    ("safety", "asking"),
    [
        (Safety(), Asking.FIRST),
        (Safety(date(2026, 11, 23), text_version=0), Asking.TEXT),
        (Safety(date(2026, 8, 1), text_version=1), Asking.AGE),
    ],
)
def test_a_start_asks_first_when_the_page_is_due(safety: Safety, asking: Asking) -> None:
    world = _world(settings=replace(READY, safety=safety))
    assert world.engine.status().asking is asking
    response = world.answers.handle(Request("start"))
    assert response.code == 5
    assert response.text
    assert world.stage.log == ["show welcome"]


def test_an_old_answer_stops_no_offer() -> None:
    old = Safety(date(2026, 8, 1), text_version=1)
    world = _world(settings=replace(READY, safety=old))
    world.sit_until_offered()
    assert world.engine.view().state is StateName.OFFERING


def test_posture_checks_start_whenever_the_page_was_read_once() -> None:
    sharp = _world(_sore(0, Discomfort.SHARP))
    assert sharp.commands.send(Start("posture")).code is Code.DONE
    never = World(settings=Settings())
    assert never.commands.send(Start("posture")).code is Code.REFUSED


@pytest.mark.parametrize(
    ("breaks", "why"),
    [
        ([_sore(0, Discomfort.SHARP)], Suspension.SHARP),
        ([_sore(day, Discomfort.UNPLEASANT) for day in (3, 2, 1)], Suspension.REPEATED),
    ],
)
def test_a_suspension_holds_offers_until_the_page_is_confirmed(
    breaks: list[Break], why: Suspension
) -> None:
    world = _world(*breaks)
    assert world.engine.status().suspended is why
    assert world.commands.send(Start()).code is Code.REFUSED
    assert world.stage.log[-1] == "show welcome"
    world.sit_until_offered()
    assert world.engine.view().held_back_by == (Hold.SAFETY,)
    assert world.commands.send(Acknowledge(cleared=True)).code is Code.DONE
    assert world.engine.status().suspended is None
    assert {"safety": "confirmed"} in _data(world)
    assert world.engine.view().state is StateName.OFFERING


def test_a_session_that_hurts_sharply_suspends_what_comes_after_it() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.guide(30)
    world.answers.handle(Request("session", {"verb": "hurts"}))
    world.commands.send(Drive(SessionVerb.HURTS, Discomfort.SHARP))
    world.guide(30)
    assert world.journal.entries[-1].discomfort is Discomfort.SHARP
    assert world.engine.status().suspended is Suspension.SHARP
    world.boot()
    assert world.engine.status().suspended is Suspension.SHARP


def test_a_confirmation_that_is_not_stored_confirms_nothing() -> None:
    world = _world(_sore(0, Discomfort.SHARP))
    world.store.refuses = (Problem("", "The file cannot be written."),)
    assert world.commands.send(Acknowledge(cleared=True)).code is Code.REFUSED
    assert world.engine.status().suspended is Suspension.SHARP


def test_a_doctors_word_is_stored_with_its_day_and_taken_back_without() -> None:
    world = World(settings=Settings())
    world.store.gives = READY
    world.commands.send(Acknowledge(cleared=True, doctor_agreed=True))
    world.commands.send(Acknowledge(cleared=True))
    stored = [value for key, value in world.store.asked if key == "safety.doctor_agreed"]
    assert stored == [date(2026, 11, 23), ""]


def test_a_hurt_back_pauses_refuses_and_comes_back_at_week_one() -> None:
    world = World()
    response = world.answers.handle(Request("pause", {"until": "hurt"}))
    assert response.code == 0
    assert "emergency" in response.text
    assert world.engine.status().suspended is Suspension.HURT
    for verb in ("start", "resume"):
        refused = world.answers.handle(Request(verb))
        assert refused.code == 5
        assert "deskbreak resume yes" in refused.text
    world.boot()
    assert world.engine.view().state is StateName.PAUSED
    world.awake(3 * DAY_S, step=3600)
    assert world.notifier.log[-1].startswith("tell Your back: Is the pain")
    assert "clearly going down" in world.engine.status().why
    assert world.answers.handle(Request("resume", {"better": False})).code == 0
    assert world.engine.view().state is StateName.PAUSED
    assert world.answers.handle(Request("resume", {"better": True})).code == 0
    assert world.engine.status().suspended is None
    day = (datetime.fromtimestamp(MONDAY_9, UTC) + timedelta(days=3)).date().isoformat()
    assert world.engine.restrictions().reset_on == day


def test_a_hurt_back_ends_the_running_break_and_rests() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    assert world.commands.send(PauseUnfit(Unfit.HURT)).code is Code.DONE
    assert world.engine.guide is None
    assert world.engine.view().state is StateName.PAUSED


def test_a_lost_state_does_not_lift_the_rest() -> None:
    world = World()
    world.commands.send(PauseUnfit(Unfit.HURT))
    world.state.text = None
    world.boot()
    assert world.engine.view().state is not StateName.PAUSED
    assert world.commands.send(Start()).code is Code.REFUSED
    assert world.commands.send(Resume(better=True)).code is Code.DONE
    assert world.commands.send(Start()).code is Code.DONE


def test_what_pain_switched_off_is_told_and_can_be_turned_on() -> None:
    world = _world(_sore(2, Discomfort.PAIN), _sore(1, Discomfort.PAIN))
    assert world.engine.status().off == ("cat_cow",)
    assert world.commands.send(TurnOn("back_twist")).code is Code.REFUSED
    assert world.commands.send(TurnOn("cat_cow")).code is Code.DONE
    assert world.engine.status().off == ()
    assert _data(world)[-1] == {"exercise_on": "cat_cow"}


def _hurt_now(world: World, discomfort: Discomfort) -> None:
    world.commands.send(Start())
    world.engine.painted()
    world.guide(30)
    world.answers.handle(Request("session", {"verb": "hurts"}))
    world.commands.send(Drive(SessionVerb.HURTS, discomfort))
    world.guide(5)


def test_the_end_card_says_what_pain_switched_off() -> None:
    world = _world(_sore(2, Discomfort.PAIN, "shoulder_rotation"))
    _hurt_now(world, Discomfort.PAIN)
    assert "has hurt twice within a week" in world.stage.results[-1][1]
    assert world.engine.status().off == ("shoulder_rotation",)


def test_the_end_card_says_when_it_keeps_happening() -> None:
    world = _world(_sore(2, Discomfort.UNPLEASANT), _sore(1, Discomfort.UNPLEASANT))
    _hurt_now(world, Discomfort.PAIN)
    assert "please see a doctor" in world.stage.results[-1][1]


def test_an_unreadable_journal_keeps_what_it_restricted() -> None:
    world = _world(_sore(0, Discomfort.SHARP))
    assert world.engine.status().suspended is Suspension.SHARP
    world.journal.broken = True
    world.commands.send(PauseFor(30))
    world.clock.awake(DAY_S)
    assert world.engine.status().suspended is Suspension.SHARP


def test_nothing_is_restricted_by_a_journal_that_was_never_read() -> None:
    world = World()
    world.journal.broken = True
    world.boot()
    assert world.engine.restrictions().suspended is None
    assert "disk is full" in " ".join(world.engine.status().notices)


def test_not_well_today_is_noted_and_ends_tomorrow() -> None:
    world = World()
    response = world.answers.handle(Request("pause", {"until": "unwell"}))
    assert "until tomorrow" in response.text
    assert [event.what for event in world.journal.events if event.data][-1] is What.PAUSED
    world.awake(DAY_S, step=3600)
    assert world.engine.view().state is StateName.WORKING


def test_the_safety_page_opens_on_request() -> None:
    world = World()
    world.answers.handle(Request("show", {"window": "safety"}))
    assert world.stage.log == [f"show {Window.SAFETY.value}"]
