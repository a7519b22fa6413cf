"""Adding, noting, deleting and undoing: each is one row more, and undo reaches to the start."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.journal.history import MemoryHistory
from deskbreak.core.entry import Break, Outcome
from deskbreak.core.record.mending import Add, Found, Mend, settle
from deskbreak.core.record.versions import Change, Mended, Version, rated, shown, taken_back
from deskbreak.core.wishes import DeleteBreak, NoteBreak, UndoMend

NOW = 5_000
ENTRY = Break("2026-11-23", Outcome.COMPLETED, None, 1000, 0, "UTC", id="abc1", note="first")
OTHER = replace(ENTRY, id="abd2", ended_at=2000)


def filled() -> MemoryHistory:
    history = MemoryHistory()
    for entry in (ENTRY, OTHER):
        history.add(Change(Version(entry)))
    return history


def do(history: MemoryHistory, mend: Mend, now: int = NOW) -> Found:
    settled = settle(mend, history, now)
    if settled.change is not None:
        history.add(settled.change)
    return settled.found


def present(history: MemoryHistory) -> dict[str, Break]:
    return {version.entry.id: shown(version) for version in history.standing()}


def latest(history: MemoryHistory, entry_id: str = "abc1") -> Version:
    return history.rows(entry_id)[-1].version


def test_a_note_takes_the_place_of_the_one_before_and_is_shown_as_a_correction() -> None:
    history = filled()
    assert do(history, NoteBreak("abc1", "second")) is Found.YES
    assert present(history)["abc1"] == replace(ENTRY, note="second", corrected_at=NOW)
    assert history.rows("abc1")[0].version == Version(ENTRY)


def test_a_break_is_found_by_the_beginning_of_its_id_if_that_is_enough() -> None:
    history = filled()
    assert do(history, DeleteBreak("abd")) is Found.YES
    assert set(present(history)) == {"abc1"}
    assert do(history, DeleteBreak("abd")) is Found.UNKNOWN
    assert do(history, NoteBreak("x", "")) is Found.UNKNOWN


def test_several_breaks_that_begin_so_are_none() -> None:
    history = filled()
    assert do(history, DeleteBreak("ab")) is Found.MANY
    assert len(present(history)) == 2


def test_a_whole_id_means_its_break_even_if_another_goes_on_from_it() -> None:
    history = filled()
    history.add(Change(Version(replace(ENTRY, id="abc12"))))
    assert do(history, DeleteBreak("abc1")) is Found.YES
    assert set(present(history)) == {"abd2", "abc12"}


def test_undo_takes_back_one_change_after_the_other_and_then_nothing() -> None:
    history = filled()
    added = replace(ENTRY, id="new", outcome=Outcome.MANUAL)
    do(history, Add(added))
    do(history, NoteBreak("new", "stairs"))
    do(history, NoteBreak("abc1", "second"))
    do(history, DeleteBreak("abc1"))
    assert set(present(history)) == {"abd2", "new"}

    assert do(history, UndoMend()) is Found.YES
    assert present(history)["abc1"] == replace(ENTRY, note="second", corrected_at=NOW + 2)
    assert do(history, UndoMend()) is Found.YES
    assert present(history)["abc1"] == ENTRY
    assert do(history, UndoMend()) is Found.YES
    assert present(history)["new"] == added
    assert do(history, UndoMend()) is Found.YES
    assert set(present(history)) == {"abc1", "abd2"}
    assert do(history, UndoMend()) is Found.NOTHING
    assert [row.version.deleted for row in history.rows("new")] == [False, False, False, True]


def test_each_change_is_later_than_the_one_before_whatever_the_clock_says() -> None:
    history = filled()
    for now in (NOW, NOW, 10):
        do(history, NoteBreak("abc1", str(now)), now)
    assert [row.version.changed_at for row in history.rows("abc1")] == [
        None,
        NOW,
        NOW + 1,
        NOW + 2,
    ]


def test_undoing_a_note_leaves_the_energy_that_was_told_since() -> None:
    history = filled()
    do(history, NoteBreak("abc1", "second"))
    history.add(rated(latest(history), 4, NOW))
    do(history, UndoMend())
    assert present(history)["abc1"] == replace(ENTRY, energy=4)


def test_a_rating_is_no_correction_and_cannot_be_undone() -> None:
    history = filled()
    history.add(rated(latest(history), 4, NOW))
    assert present(history)["abc1"] == replace(ENTRY, energy=4)
    assert do(history, UndoMend()) is Found.NOTHING


@pytest.mark.parametrize("mend", [NoteBreak("abc1", "second"), Add(replace(ENTRY, id="abc9"))])
def test_what_does_not_stand_any_more_is_not_undone(mend: Mend) -> None:
    history = filled()
    do(history, mend)
    name = "abc9" if isinstance(mend, Add) else "abc1"
    history.add(taken_back(latest(history, name), NOW))
    assert do(history, UndoMend()) is Found.NOTHING


def test_a_note_that_another_took_the_place_of_stays() -> None:
    history = filled()
    do(history, NoteBreak("abc1", "second"))
    came = replace(latest(history), entry=replace(ENTRY, note="third"), changed_at=NOW + 50)
    history.add(Change(came))
    assert do(history, UndoMend()) is Found.NOTHING
    assert present(history)["abc1"].note == "third"


def test_a_deletion_that_was_taken_back_elsewhere_is_not_undone() -> None:
    history = filled()
    do(history, DeleteBreak("abc1"))
    history.add(Change(Version(ENTRY, NOW + 50)))
    assert do(history, UndoMend()) is Found.NOTHING


def test_a_row_whose_earlier_forms_are_lost_is_left_alone() -> None:
    history = MemoryHistory()
    history.add(Change(Version(ENTRY, NOW, corrected=True), Mended.NOTED))
    assert do(history, UndoMend()) is Found.NOTHING


def test_a_row_that_was_changed_from_outside_is_passed_over() -> None:
    class Torn(MemoryHistory):
        def rows(self, entry_id: str) -> tuple[()]:
            del entry_id
            return ()

    history = Torn()
    history.add(Change(Version(ENTRY), Mended.ADDED))
    assert settle(UndoMend(), history, NOW).found is Found.NOTHING


MENDS = st.lists(
    st.one_of(
        st.builds(
            NoteBreak, st.sampled_from(("abc1", "abd2", "n0", "n1")), st.sampled_from(("", "a"))
        ),
        st.builds(DeleteBreak, st.sampled_from(("abc1", "abd2", "n0", "n1"))),
        st.builds(lambda n: Add(replace(ENTRY, id=n)), st.sampled_from(("n0", "n1"))),
    ),
    max_size=12,
)


@given(MENDS)
def test_as_many_undos_as_changes_lead_back_to_where_it_began(mends: list[Mend]) -> None:
    history = filled()
    before = present(history)
    states = []
    for mend in mends:
        if isinstance(mend, Add) and history.rows(mend.entry.id):
            continue  # an id is given once
        states.append(present(history))
        if do(history, mend) is not Found.YES:
            states.pop()
    while states:
        assert do(history, UndoMend()) is Found.YES
        assert present(history) == {
            name: replace(entry, corrected_at=present(history)[name].corrected_at)
            for name, entry in states.pop().items()
        }
    assert do(history, UndoMend()) is Found.NOTHING
    assert present(history) == before
