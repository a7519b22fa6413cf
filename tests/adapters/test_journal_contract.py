"""What every journal does, in a file or in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal.memory import InMemoryJournal
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.coach.day_past import day_pasts
from deskbreak.core.entry import Outcome, Reason, StepOutcome
from deskbreak.core.figures.day_sum import day_sums
from deskbreak.core.words import English
from deskbreak.ports import KeptJournal
from tests.adapters.journal_samples import DAY, NOON, arrived, finished, missed, opened, step


@pytest.fixture(params=["file", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KeptJournal]:
    made: KeptJournal = (
        InMemoryJournal()
        if request.param == "memory"
        else open_journal(
            tmp_path / "deskbreak.db", tmp_path / "backups", lambda: NOON + 100, English()
        )
    )
    with closing(made):
        yield made


def test_a_new_journal_is_empty_and_has_nothing_to_say(journal: KeptJournal) -> None:
    assert journal.breaks("0000-01-01", "9999-12-31") == ()
    assert journal.happenings(0, 2**40) == ()
    assert journal.leftover() is None
    assert journal.close_leftover(Reason.CRASH) is None
    assert journal.notices() == ()


def test_an_entry_comes_back_as_it_was_written(journal: KeptJournal) -> None:
    given = journal.write(finished())
    assert given
    assert journal.breaks(DAY, DAY) == (replace(finished(), id=given),)


def test_the_same_id_is_kept_once(journal: KeptJournal) -> None:
    journal.write(replace(missed(), id="one"))
    journal.write(replace(missed(), id="one", note="again"))
    assert [each.note for each in journal.breaks(DAY, DAY)] == [""]


def test_breaks_come_oldest_first_and_only_of_the_days_asked_for(journal: KeptJournal) -> None:
    journal.write(missed(ended_at=NOON + 50))
    journal.write(missed(ended_at=NOON))
    journal.write(missed(ended_at=NOON + 10, day="2026-11-23"))
    journal.write(missed(ended_at=NOON - 90000, day="2026-11-21"))
    assert [each.ended_at for each in journal.breaks(DAY, DAY)] == [NOON, NOON + 50]
    assert len(journal.breaks("2026-11-21", "2026-11-23")) == 4


def test_the_sums_of_days_are_those_of_their_breaks(journal: KeptJournal) -> None:
    ever = ("0000-01-01", "9999-12-31")
    assert journal.day_sums(*ever) == ()
    journal.write(finished())
    gone = journal.write(missed(day="2026-11-23"))
    journal.write(missed(day="2026-11-21"))
    assert journal.day_sums(*ever) == day_sums(journal.breaks(*ever))
    journal.unwrite(gone)
    assert [each.day for each in journal.day_sums(DAY, "2026-11-23")] == [DAY]
    assert journal.day_pasts(*ever) == day_pasts(journal.breaks(*ever))


def test_events_come_oldest_first_from_a_half_open_span(journal: KeptJournal) -> None:
    for at in (NOON + 10, NOON, NOON + 20):
        journal.note(arrived(at))
    found = journal.happenings(NOON, NOON + 20)
    assert [each.at for each in found] == [NOON, NOON + 10]
    assert all(each.id for each in found)
    assert dict(found[0].data) == dict(arrived().data)


def test_an_entry_can_be_taken_back(journal: KeptJournal) -> None:
    kept = journal.write(missed())
    gone = journal.write(finished())
    journal.unwrite(gone)
    journal.unwrite(gone)
    journal.unwrite("unknown")
    assert [each.id for each in journal.breaks(DAY, DAY)] == [kept]


def test_the_energy_after_a_break_is_added_to_its_entry(journal: KeptJournal) -> None:
    journal.open_break(opened())
    rated = journal.close_break(finished())
    other = journal.write(missed())
    journal.rate(rated, 4)
    journal.rate(rated, 5)
    journal.rate("unknown", 1)
    found = {each.id: each for each in journal.breaks(DAY, DAY)}
    assert found == {
        rated: replace(finished(), id=rated, energy=5),
        other: replace(missed(), id=other),
    }


def test_a_break_that_is_put_off_leaves_nothing(journal: KeptJournal) -> None:
    journal.open_break(opened())
    journal.drop_break()
    assert journal.leftover() is None
    assert journal.breaks(DAY, DAY) == ()


def test_a_break_that_ends_leaves_one_entry_and_nothing_open(journal: KeptJournal) -> None:
    journal.open_break(opened())
    journal.step_done(step("shoulder_rotation"))
    assert journal.leftover() is not None
    journal.close_break(finished())
    assert journal.leftover() is None
    (entry,) = journal.breaks(DAY, DAY)
    assert entry.id
    assert replace(entry, id="") == finished()


def test_what_a_crash_left_is_known_step_by_step(journal: KeptJournal) -> None:
    journal.open_break(opened())
    journal.step_progress(step("shoulder_rotation", done=3))
    journal.step_done(step("shoulder_rotation"))
    journal.step_progress(step("back_twist", done=1))
    journal.step_progress(step("back_twist", done=2))
    left = journal.leftover()
    assert left is not None
    assert left.opened == opened()
    assert left.steps == (step("shoulder_rotation"), step("back_twist", done=2))


def test_a_crash_in_mid_step_is_closed_as_partial_once(journal: KeptJournal) -> None:
    journal.open_break(opened())
    journal.step_done(step("shoulder_rotation"))
    entry = journal.close_leftover(Reason.CRASH)
    assert entry is not None
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.CRASH)
    assert [each.outcome for each in entry.steps] == [
        StepOutcome.COMPLETED,
        StepOutcome.SKIPPED,
        StepOutcome.SKIPPED,
        StepOutcome.SKIPPED,
    ]
    assert journal.breaks(DAY, DAY) == (entry,)
    assert journal.close_leftover(Reason.CRASH) is None
    assert journal.breaks(DAY, DAY) == (entry,)


def test_a_new_break_takes_the_place_of_one_left_open(journal: KeptJournal) -> None:
    journal.open_break(opened())
    journal.step_done(step("shoulder_rotation"))
    journal.open_break(opened(started_at=NOON + 500))
    left = journal.leftover()
    assert left is not None
    assert left.steps == ()
    assert left.opened.started_at == NOON + 500


def test_a_break_that_was_never_opened_can_still_be_closed(journal: KeptJournal) -> None:
    journal.step_progress(step())
    journal.close_break(finished())
    assert [bool(each.id) for each in journal.breaks(DAY, DAY)] == [True]
    assert journal.leftover() is None


def test_memory_says_why_nothing_is_saved() -> None:
    assert InMemoryJournal("Not saved.").notices() == ("Not saved.",)
