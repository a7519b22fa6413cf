from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Break, OpenBreak, Outcome, Reason, Source
from deskbreak.core.record.mending import Add
from deskbreak.core.wishes import DeleteBreak, NoteBreak, UndoMend
from deskbreak.guiding import Guide, News, done_before
from deskbreak.recording import Recorder, close_left
from tests.core.guide_samples import routine
from tests.fake_keepers import FakeJournal

DONE = Break("2026-11-23", Outcome.COMPLETED, None, 1000, 0, "UTC", seconds=240, routine="desk")
ENTRY = Break("2026-11-23", Outcome.SKIPPED, Reason.PERSON, 1000, 0, "UTC")
OPENED = OpenBreak("2026-11-23", None, 900, 0, "UTC", "desk", "beginner", 1, 0, (), Source.PERSON)


def test_only_the_last_entry_can_be_taken_back_once() -> None:
    journal = FakeJournal()
    recorder = Recorder(journal)
    recorder.write(ENTRY)
    recorder.write(ENTRY)
    recorder.unwrite()
    recorder.unwrite()

    assert len(journal.entries) == 1


def test_a_fault_is_told_once_and_goes_when_writing_works_again() -> None:
    journal = FakeJournal(broken=True)
    recorder = Recorder(journal)
    recorder.write(ENTRY)
    assert recorder.notices() == ("The disk is full.",)
    journal.said = ("The disk is full.",)
    assert recorder.notices() == ("The disk is full.",)
    assert not recorder.finish(ENTRY)

    journal.broken, journal.said = False, ()
    assert recorder.finish(ENTRY)
    assert recorder.notices() == ()


def test_the_day_is_counted_again_only_after_a_change() -> None:
    journal = FakeJournal()
    recorder = Recorder(journal)
    assert recorder.tally("2026-11-23", 600).skipped == 0
    journal.entries.append(ENTRY)
    assert recorder.tally("2026-11-23", 300).skipped == 0
    recorder.recount()
    assert recorder.tally("2026-11-23", 300).skipped == 1
    assert recorder.tally("2026-11-23", 300).goal_s == 300


def test_what_a_crash_left_is_closed_and_returned() -> None:
    journal = FakeJournal()
    assert close_left(journal) is None
    journal.open_break(OPENED)
    left = close_left(journal)

    assert left is not None
    assert left.opened == OPENED
    assert journal.entries[-1].reason is Reason.CRASH


def test_a_leftover_that_cannot_be_closed_waits_for_the_next_start() -> None:
    journal = FakeJournal()
    journal.open_break(OPENED)
    journal.broken = True

    assert close_left(journal) is None


def test_a_guide_stands_still_until_its_first_frame() -> None:
    guide = Guide(routine(), 1.0)
    guide.drive(SessionVerb.PAUSE, 5.0, None)
    guide.halt(5.0)

    assert guide.look(10.0) == News()
    assert not guide.may(SessionVerb.PAUSE)
    assert not guide.begun
    assert done_before(None) == frozenset()


def test_the_journal_is_read_anew_only_for_what_changes_the_past() -> None:
    journal = FakeJournal(entries=[replace(DONE, id="one"), replace(DONE, id="two", ended_at=900)])
    recorder = Recorder(journal)
    past = recorder.past("2026-11-23")
    newest = recorder.mend(Add(replace(DONE, ended_at=2000, outcome=Outcome.MANUAL)))
    assert newest.change is not None
    recorder.mend(NoteBreak("one", "stairs"))
    recorder.mend(UndoMend())
    recorder.mend(DeleteBreak("moon"))
    assert recorder.past("2026-11-23") is past
    assert past.breaks == 3

    recorder.mend(Add(replace(DONE, ended_at=500, outcome=Outcome.MANUAL)))
    assert recorder.past("2026-11-23") is not past
    recorder.mend(DeleteBreak("one"))
    assert recorder.past("2026-11-23").breaks == 3
    recorder.mend(UndoMend())
    assert recorder.past("2026-11-23").breaks == 4
