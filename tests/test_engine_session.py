from __future__ import annotations

import pytest

from deskbreak.core.command import (
    Code,
    Drive,
    Recover,
    SessionVerb,
    Start,
)
from deskbreak.core.entry import Discomfort, Outcome, Reason, Scalar
from deskbreak.core.protocol import Request
from deskbreak.core.status import StateName
from tests.engine_world import World


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


@pytest.mark.parametrize("asked", [True, False])
def test_over_the_socket_one_line_stops_and_answers(asked: bool) -> None:  # noqa: FBT001 - a case
    world = World()
    world.answers.handle(Request("start"))
    world.engine.painted()
    world.guide(20)
    if asked:
        world.answers.handle(Request("session", {"verb": "hurts"}))
    args: dict[str, Scalar] = {"verb": "hurts", "discomfort": "sharp"}
    assert world.answers.handle(Request("session", args)).code == 0
    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.discomfort) == (Outcome.DISCOMFORT, Discomfort.SHARP)
    assert world.answers.handle(Request("session", args)).code == 5


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
