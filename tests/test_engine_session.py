from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import (
    Code,
    Drive,
    Rate,
    Recover,
    SessionVerb,
    Start,
)
from deskbreak.core.entry import Discomfort, Outcome, Reason
from deskbreak.core.status import StateName
from tests.engine_world import READY, World


def test_a_guided_break_is_written_step_by_step_and_shown_as_saved() -> None:
    world = World()
    world.sit_until_offered()
    assert world.commands.send(Start()).code is Code.DONE
    assert world.engine.frame() is not None
    assert world.journal.leftover() is None

    world.engine.painted()
    world.engine.painted()
    opened = world.journal.opened
    assert opened is not None
    assert [step.exercise for step in opened.planned] == [
        "shoulder_rotation",
        "back_twist",
        "side_tilt",
        "cat_cow",
    ]
    world.guide(60)
    assert [step.exercise for step in world.journal.steps] == ["shoulder_rotation"]
    assert world.journal.progress
    world.guide(200)

    entry = world.journal.entries[-1]
    assert entry.outcome is Outcome.COMPLETED
    assert entry.offered_at is not None
    assert all(step.done_reps == step.planned_reps for step in entry.steps)
    result, coming = world.stage.results[-1]
    assert result.outcome is Outcome.COMPLETED
    assert coming.startswith("Next break between")
    assert world.engine.frame() is None
    assert world.engine.status().today.completed == 1


def test_a_disk_that_fails_is_told_and_never_called_saved() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.journal.broken = True
    world.guide(300)

    _, coming = world.stage.results[-1]
    assert coming.startswith("The disk is full.")
    assert "The disk is full." in world.engine.status().notices


def test_a_lock_pauses_the_session_and_a_long_one_ends_it() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.guide(70)
    world.senses.is_locked = True
    world.engine.look()
    view = world.engine.frame()
    assert view is not None
    assert view.paused

    world.awake(11 * 60)

    entry = world.journal.entries[-1]
    assert entry.outcome is Outcome.PARTIAL
    assert entry.reason is Reason.ABSENCE
    assert world.stage.results


def test_driving_a_session_moves_it_and_refuses_what_means_nothing() -> None:
    world = World()
    assert world.commands.send(Drive(SessionVerb.PAUSE)).code is Code.REFUSED
    world.commands.send(Start())
    world.engine.painted()
    assert world.commands.send(Drive(SessionVerb.READY)).code is Code.DONE
    assert world.commands.send(Drive(SessionVerb.RESUME)).code is Code.REFUSED
    assert world.commands.send(Drive(SessionVerb.HURTS)).code is Code.DONE
    assert world.commands.send(Drive(SessionVerb.HURTS, Discomfort.PAIN)).code is Code.DONE

    assert world.journal.entries[-1].outcome is Outcome.DISCOMFORT


def test_a_second_start_raises_the_window() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    reply = world.commands.send(Start())

    assert reply.code is Code.DONE
    assert world.stage.log.count("open") == 1
    assert world.stage.log[-1] == "raise"


def test_a_crash_offers_to_go_on_with_what_is_left() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.guide(70)
    left = world.journal.leftover()
    assert left is not None
    entry = world.journal.close_leftover(Reason.CRASH)
    assert entry is not None
    assert entry.outcome is Outcome.PARTIAL
    world.boot()
    world.engine.unfinished = left

    assert world.engine.status().can_recover
    assert world.commands.send(Recover()).code is Code.DONE
    assert [planned.exercise.id for planned in world.stage.routines[-1].steps] == [
        "back_twist",
        "side_tilt",
        "cat_cow",
    ]
    assert not world.engine.status().can_recover
    world.commands.send(Drive(SessionVerb.FINISH))
    assert world.commands.send(Recover()).code is Code.REFUSED


@pytest.mark.parametrize("painted", [False, True])
def test_quitting_in_a_session_keeps_what_was_done(*, painted: bool) -> None:
    world = World()
    world.sit_until_offered()
    world.commands.send(Start())
    if painted:
        world.engine.painted()
        world.guide(70)
    world.engine.cut(Reason.QUIT)

    entry = world.journal.entries[-1]
    assert entry.outcome is (Outcome.PARTIAL if painted else Outcome.SKIPPED)
    assert world.engine.guide is None
    world.engine.cut(Reason.QUIT)
    assert len(world.journal.entries) == 1


def test_the_screen_is_kept_awake_while_a_session_runs() -> None:
    world = World()
    world.commands.send(Start())
    held = [world.keep_awake.held]
    world.commands.send(Drive(SessionVerb.READY))
    world.engine.painted()
    world.commands.send(Drive(SessionVerb.FINISH))
    held.append(world.keep_awake.held)

    assert held == [True, False]


def test_a_start_with_nothing_to_guide_leaves_no_session_behind() -> None:
    world = World()
    world.engine.ask(Start("moon"))

    assert world.engine.guide is None
    assert world.engine.view().state is StateName.WORKING


def test_halting_nothing_is_nothing() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    guide, world.engine.guide = world.engine.guide, None
    world.senses.is_locked = True
    world.engine.look()
    world.engine.guide = guide
    view = world.engine.frame()

    assert view is not None
    assert not view.paused


def test_later_puts_the_offer_off_and_leaves_no_entry() -> None:
    world = World()
    world.sit_until_offered()
    world.commands.send(Start())
    world.engine.painted()
    before = len(world.journal.entries)
    assert world.commands.send(Drive(SessionVerb.LATER)).code is Code.DONE

    assert world.engine.view().state is StateName.SNOOZED
    assert world.engine.guide is None
    assert world.journal.opened is None
    assert len(world.journal.entries) == before
    result, coming = world.stage.results[-1]
    assert result.later
    assert coming

    world.awake(11 * 60)
    assert world.engine.view().state is StateName.OFFERING


def test_later_without_an_offer_is_a_break_with_nothing_done() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.commands.send(Drive(SessionVerb.LATER))

    assert world.engine.view().state is StateName.WORKING
    assert world.journal.entries[-1].outcome is Outcome.SKIPPED


def test_later_when_no_snooze_is_left_skips_the_offer() -> None:
    offer = replace(READY.offer, max_snoozes=1)
    world = World(replace(READY, offer=offer))
    world.sit_until_offered()
    for _ in range(2):
        world.commands.send(Start())
        world.engine.painted()
        world.commands.send(Drive(SessionVerb.LATER))

    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.snoozes) == (Outcome.SKIPPED, 1)
    assert world.engine.view().state is StateName.WORKING


def test_later_before_the_first_frame_snoozes_too() -> None:
    world = World()
    world.sit_until_offered()
    world.commands.send(Start())
    assert world.commands.send(Drive(SessionVerb.LATER)).code is Code.REFUSED
    world.engine.painted()
    assert world.commands.send(Drive(SessionVerb.LATER)).code is Code.DONE


def test_the_energy_is_added_to_the_break_that_ended_last() -> None:
    world = World()
    assert world.commands.send(Rate(3)).code is Code.REFUSED
    world.commands.send(Start())
    world.engine.painted()
    world.guide(300)
    assert world.commands.send(Rate(4)).code is Code.DONE
    assert world.journal.entries[-1].energy == 4
    world.journal.broken = True
    assert world.commands.send(Rate(5)).code is Code.REFUSED


def test_easier_and_harder_change_what_is_planned() -> None:
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.guide(10)
    planned = world.stage.routines[-1].steps[0].reps
    assert world.commands.send(Drive(SessionVerb.EASIER)).code is Code.DONE
    world.guide(300)
    step = world.journal.entries[-1].steps[0]
    assert (step.planned_reps, step.done_reps) == (planned - 1, planned - 1)


def test_without_the_ready_card_a_break_begins_with_its_first_exercise() -> None:
    world = World(replace(READY, display=replace(READY.display, ready_card=False)))
    world.commands.send(Start())
    view = world.engine.frame()
    assert view is not None
    assert view.title != "Get ready"
