"""What pain lets start and how rest ends, through the engine and its commands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from deskbreak.core.command import (
    Code,
    Drive,
    PauseFor,
    Resume,
    SessionVerb,
    Start,
)
from deskbreak.core.entry import (
    Discomfort,
    What,
)
from deskbreak.core.protocol import Request
from deskbreak.core.restrictions import Suspension
from deskbreak.core.status import StateName
from deskbreak.core.unfit import PauseUnfit, TurnOn, Unfit
from tests.engine_world import World
from tests.fake_keepers import MONDAY_9
from tests.pain_samples import event_data, pained, sore

DAY_S = 86_400


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
    world = pained(sore(2, Discomfort.PAIN), sore(1, Discomfort.PAIN))
    assert world.engine.status().off == ("cat_cow",)
    assert world.commands.send(TurnOn("back_twist")).code is Code.REFUSED
    assert world.commands.send(TurnOn("cat_cow")).code is Code.DONE
    assert world.engine.status().off == ()
    assert event_data(world)[-1] == {"exercise_on": "cat_cow"}


def _hurt_now(world: World, discomfort: Discomfort) -> None:
    world.commands.send(Start())
    world.engine.painted()
    world.guide(30)
    world.answers.handle(Request("session", {"verb": "hurts"}))
    world.commands.send(Drive(SessionVerb.HURTS, discomfort))
    world.guide(5)


def test_the_end_card_says_what_pain_switched_off() -> None:
    world = pained(sore(2, Discomfort.PAIN, "shoulder_rotation"))
    _hurt_now(world, Discomfort.PAIN)
    assert "has hurt twice within a week" in world.stage.results[-1][1]
    assert world.engine.status().off == ("shoulder_rotation",)


def test_the_end_card_says_when_it_keeps_happening() -> None:
    world = pained(sore(2, Discomfort.UNPLEASANT), sore(1, Discomfort.UNPLEASANT))
    _hurt_now(world, Discomfort.PAIN)
    assert "please see a doctor" in world.stage.results[-1][1]


def test_an_unreadable_journal_keeps_what_it_restricted() -> None:
    world = pained(sore(0, Discomfort.SHARP))
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
