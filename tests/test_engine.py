from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import (
    Code,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.entry import Outcome, What
from deskbreak.core.settings.values import Offer, RoutineChoice
from deskbreak.core.status import StateName
from deskbreak.core.timing.event import Look
from deskbreak.core.timing.sensed import Hold, Sensed
from tests.engine_world import READY, World


def test_a_day_begins_with_a_look_and_a_saved_state() -> None:
    world = World()

    assert world.ticker.looks
    assert world.state.text
    assert world.stage.statuses[-1].schedule.state is StateName.WORKING
    assert What.STARTED in {event.what for event in world.journal.events}


def test_a_break_is_offered_and_missed() -> None:
    world = World()
    world.sit_until_offered()

    assert world.notifier.log[0] == "offer 0"
    assert world.stage.offers[0].text.startswith("About 3 minutes")

    world.awake(45 * 60)

    assert world.journal.entries[-1].outcome is Outcome.MISSED
    assert "hide" in world.stage.log
    assert "withdraw" in world.notifier.log
    assert world.engine.status().today.missed == 1


def test_skip_and_its_undo_take_the_entry_back() -> None:
    world = World()
    world.sit_until_offered()
    assert world.commands.send(Skip()).code is Code.DONE
    assert world.journal.entries[-1].outcome is Outcome.SKIPPED
    assert world.commands.send(Unskip()).code is Code.DONE
    assert world.journal.entries == []
    assert world.commands.send(Unskip()).code is Code.REFUSED


def test_the_snooze_cap_refuses_and_the_offer_goes_on() -> None:
    world = World(settings=replace(READY, offer=Offer(max_snoozes=1)))
    world.sit_until_offered()
    assert world.commands.send(Snooze(5)).code is Code.DONE
    world.awake(6 * 60)
    assert world.commands.send(Snooze(5)).code is Code.REFUSED
    assert world.engine.view().state is StateName.OFFERING


def test_the_ring_is_drawn_anew_every_few_minutes_at_the_latest() -> None:
    world = World()
    world.awake(60)

    assert world.ticker.looks[-1] - world.clock.now.boot <= 300


def test_a_meeting_withdraws_the_offer_and_brings_it_back() -> None:
    world = World()
    world.sit_until_offered()
    world.senses.reasons = frozenset({Hold.MEETING})
    world.engine.look()
    assert world.stage.log[-1] == "hide"
    world.senses.reasons = frozenset()
    world.engine.look()
    assert world.stage.log[-1] == "offer"


def test_an_event_in_the_middle_of_another_waits_for_its_turn() -> None:
    world = World()
    seen: list[StateName] = []

    def again(_: object) -> None:
        if not seen:
            seen.append(world.engine.view().state)
            assert world.engine.take(Look(world.clock.read(), Sensed(0))) is None

    world.journal.note = again  # type: ignore[assignment]  # the fake calls back in mid-event
    world.sit_until_offered()

    assert seen
    assert world.engine.view().state is StateName.OFFERING


def test_a_routine_with_nothing_in_it_is_offered_without_a_length() -> None:
    off = ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow")
    world = World(settings=replace(READY, routine=RoutineChoice(off=off)))
    world.sit_until_offered()

    assert world.stage.offers[0].text.startswith("About 1 minute")
    assert world.commands.send(Start()).code is Code.REFUSED
