"""Each way in which a session can be interrupted, and its one outcome.

The table is docs/decisions/session-interruptions.md; what windows do is tested in
tests/ui/test_break_window_flow.py, a crash in tests/test_engine_session.py.
"""

from __future__ import annotations

from deskbreak.core.command import Ate, Drive, SessionVerb, Start
from deskbreak.core.entry import Discomfort, Outcome, Reason, StepOutcome
from deskbreak.core.leaving import Quit
from deskbreak.core.session_view import Halt, SessionView
from deskbreak.core.status import StateName
from tests.engine_world import World


def running(seconds: float = 70) -> World:
    """Return a world whose session has run for a while."""
    world = World()
    world.commands.send(Start())
    world.engine.painted()
    world.guide(seconds)
    return world


def frame(world: World) -> SessionView:
    view = world.engine.frame()
    assert view is not None
    return view


def test_a_pause_lasts_until_it_is_ended_and_the_repetition_begins_again() -> None:
    world = running()
    world.commands.send(Drive(SessionVerb.PAUSE))
    paused = frame(world)
    world.guide(200)
    assert frame(world).rep == paused.rep
    world.commands.send(Drive(SessionVerb.RESUME))
    assert frame(world).halt is None
    world.guide(300)
    entry = world.journal.entries[-1]
    assert entry.outcome is Outcome.COMPLETED
    assert entry.seconds < entry.ended_at - (entry.started_at or 0) - 190


def test_next_leaves_the_exercise_out_and_goes_on() -> None:
    world = running(10)
    world.commands.send(Drive(SessionVerb.NEXT))
    world.guide(300)
    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.PERSON)
    assert entry.steps[0].outcome in {StepOutcome.PARTIAL, StepOutcome.SKIPPED}


def test_back_does_an_exercise_again_and_keeps_the_better_count() -> None:
    world = running(60)
    world.commands.send(Drive(SessionVerb.BACK))
    world.guide(400)
    entry = world.journal.entries[-1]
    assert entry.outcome is Outcome.COMPLETED
    assert all(step.done_reps == step.planned_reps for step in entry.steps)


def test_a_session_that_slept_stands_still_and_goes_on_only_when_told() -> None:
    world = running()
    before = frame(world)
    world.clock.asleep(300)
    world.engine.look()
    assert frame(world).halt is Halt.LOCK
    world.guide(60)
    after = frame(world)
    assert (after.halt, after.step) == (Halt.LOCK, before.step)
    world.commands.send(Drive(SessionVerb.RESUME))
    world.guide(300)
    assert world.journal.entries[-1].outcome is Outcome.COMPLETED


def test_a_frame_right_after_sleep_moves_it_no_further_than_one_look() -> None:
    world = running()
    before = frame(world)
    world.clock.asleep(300)
    woken = frame(world)
    assert (woken.step, woken.stage) == (before.step, before.stage)
    assert woken.rep <= before.rep + 1


def test_a_long_sleep_ends_it_as_of_the_moment_it_began() -> None:
    world = running()
    world.clock.asleep(30 * 60)
    world.engine.look()
    world.engine.look()
    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.ABSENCE)
    assert entry.ended_at - (entry.started_at or 0) < 90


def test_a_lock_during_a_rest_leaves_the_rest_and_a_long_one_ends_it_as_hurt() -> None:
    world = running()
    world.commands.send(Drive(SessionVerb.HURTS))
    world.commands.send(Drive(SessionVerb.HURTS, Discomfort.UNPLEASANT))
    world.senses.is_locked = True
    world.engine.look()
    assert frame(world).halt is Halt.RESTING
    world.awake(11 * 60)
    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.discomfort) == (Outcome.DISCOMFORT, Discomfort.UNPLEASANT)


def test_quitting_ends_it_with_what_was_done() -> None:
    world = running()
    world.commands.send(Quit())
    entry = world.journal.entries[-1]
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.QUIT)
    assert world.journal.opened is None
    assert world.left == [Quit()]


def test_what_was_unpleasant_is_in_the_running_break_before_a_crash() -> None:
    world = running()
    world.commands.send(Drive(SessionVerb.HURTS))
    world.commands.send(Drive(SessionVerb.HURTS, Discomfort.UNPLEASANT))
    written = [*world.journal.steps, *world.journal.progress][-1]
    assert written.outcome is StepOutcome.DISCOMFORT


def test_just_eaten_on_the_first_card_lets_the_offer_wait_for_the_meal() -> None:
    world = World()
    world.sit_until_offered()
    world.commands.send(Start())
    world.engine.painted()
    world.commands.send(Ate())
    world.commands.send(Drive(SessionVerb.LATER))
    world.awake(60 * 60)
    assert world.engine.view().held_back_by
    assert world.journal.entries == []
    world.awake(65 * 60)
    assert world.engine.view().state is StateName.OFFERING
