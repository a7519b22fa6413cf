"""A person mends the record: what is said, and that figures, goal and plan go by it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from deskbreak.core.command import Command
from deskbreak.core.entry import Break, Outcome, StepDone, StepOutcome, Unit
from deskbreak.core.protocol import Request
from deskbreak.core.wishes import LONGEST_NOTE, AddBreak, DeleteBreak, NoteBreak, UndoMend
from tests.engine_world import World

DAY = "2026-11-23"
NINE = int(datetime(2026, 11, 23, 9, 0, tzinfo=UTC).timestamp())
STEP = StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED)
WALK = Break(
    DAY, Outcome.COMPLETED, None, NINE - 3000, 0, "UTC", "abc1", started_at=NINE - 3240,
    seconds=240, routine="desk", week=2, steps=(STEP,),
)  # fmt: skip


def said(world: World, command: Command) -> str:
    reply = world.commands.send(command)
    return f"{reply.code.value}: {reply.sentence}"


def test_each_change_is_told_with_the_break_it_concerns() -> None:
    world = World()
    world.journal.entries.append(WALK)
    at = f"{DAY}, 08:06-08:10"
    assert said(world, NoteBreak("abc", "lift")) == f"done: The note stands with the break of {at}."
    assert (
        said(world, NoteBreak("abc", " \x07")) == f"done: The break of {at}, has no note any more."
    )
    assert said(world, DeleteBreak("abc")) == f"done: The break of {at}, is out of the record."
    undone = [said(world, UndoMend()) for _ in range(4)]
    assert undone == [
        f"done: Undone: the break of {at}, is back in the record.",
        f"done: Undone: the note of the break of {at}, is as before.",
        f"done: Undone: the note of the break of {at}, is as before.",
        "refused: There is nothing to undo.",
    ]
    assert said(world, AddBreak(5)) == f"done: The break of {DAY}, 08:55-09:00, is written down."
    assert said(world, UndoMend()).endswith("08:55-09:00, is out of the record again.")


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (DeleteBreak("x"), "unknown: No break in the record has an id that begins with x."),
        (DeleteBreak("ab"), "unknown: Several breaks have an id that begins with ab"),
        (NoteBreak("abc1", "x" * (LONGEST_NOTE + 1)), "refused: A note has at most 2000 letters."),
        (AddBreak(0), "refused: A break has 1 to 240 minutes."),
        (AddBreak(5, "2026-11-22"), "refused: Say at what time of that day the break began."),
        (AddBreak(5, "moon", 60), "refused: A day is written as 2026-11-22"),
        (AddBreak(5, minute_of_day=9 * 60), "refused: That break would end later than now"),
        (AddBreak(5, minute_of_day=8 * 60 + 5), "refused: There is a break in the record already"),
        (AddBreak(5, routine="moon"), "unknown: There is no routine or exercise with the id moon."),
        (AddBreak(5, exercises=("cat_cow", "moon")), "unknown: There is no routine or exercise"),
    ],
)
def test_what_cannot_be_done_changes_nothing(command: Command, answer: str) -> None:
    world = World()
    world.journal.entries += [WALK, replace(WALK, id="abd", outcome=Outcome.MISSED)]
    before = list(world.journal.entries)
    assert said(world, command).startswith(answer)
    assert world.journal.entries == before


def test_the_journal_that_cannot_be_written_says_so() -> None:
    world = World()
    world.journal.broken = True
    assert said(world, UndoMend()) == "failed: The disk is full."


def test_an_added_break_takes_the_week_of_the_plan() -> None:
    world = World()
    world.journal.entries.append(WALK)
    world.commands.send(AddBreak(5, exercises=("cat_cow",), note=" stairs \n"))
    added = world.journal.entries[-1]
    assert (added.week, added.note, added.routine) == (2, "stairs", "cat_cow")
    assert added.outcome is Outcome.MANUAL


def test_figures_and_windows_go_by_it_at_once() -> None:
    world = World()
    shown = len(world.stage.statuses)
    world.commands.send(AddBreak(5))
    assert world.engine.status().today.seconds == 300
    assert world.engine.status().today.completed == 1
    world.commands.send(UndoMend())
    assert world.engine.status().today.seconds == 0
    assert [status.today.seconds for status in world.stage.statuses[shown:]] == [300, 0]


def test_the_socket_mends_too_and_hears_of_changes_from_outside() -> None:
    world = World()
    assert world.answers.handle(Request("add_break", {"minutes": 5})).code == 0
    (added,) = world.journal.entries
    assert world.answers.handle(Request("delete_break", {"id": added.id})).code == 0
    assert world.answers.handle(Request("delete_break", {"id": added.id})).code == 2
    assert world.answers.handle(Request("undo_mend")).code == 0
    world.journal.entries.append(WALK)
    assert world.engine.status().today.completed == 1
    assert world.answers.handle(Request("reread")).code == 0
    assert world.engine.status().today.completed == 2
    assert world.engine.coach.standing(world.settings).last_done
