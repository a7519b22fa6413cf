"""What the first and the last card of a break change, and the dose in between."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import Code, Drive, Rate, SessionVerb, Start
from deskbreak.core.entry import Outcome
from deskbreak.core.status import StateName
from tests.engine_world import READY, World


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
