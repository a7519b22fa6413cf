"""Two journals that meet hold the same afterwards, whoever is asked first and however often."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.entry import Break, Outcome
from deskbreak.core.record.merge import Form, beats, clash, rank
from deskbreak.core.record.merged import Came, Merged, merged_sentence
from deskbreak.core.record.versions import Tombstone, Version
from deskbreak.core.words import English

ENTRY = Break("2026-11-23", Outcome.COMPLETED, None, 1000, 0, "UTC", id="one")

FORM: st.SearchStrategy[Form] = st.one_of(
    st.builds(Tombstone, st.just("one"), st.integers(0, 3)),
    st.builds(
        lambda note, at, corrected, deleted: Version(
            replace(ENTRY, note=note),
            at,
            corrected=corrected and at is not None,
            deleted=deleted and at is not None,
        ),
        st.sampled_from(("", "a", "b")),
        st.none() | st.integers(0, 3),
        st.booleans(),
        st.booleans(),
    ),
)


def met(forms: list[Form]) -> tuple[int, bool, str]:
    known: Form | None = None
    for form in forms:
        if beats(form, known):
            known = form
    assert known is not None
    return rank(known)


@given(st.lists(FORM, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_same_form_counts_in_any_order(forms: list[Form], luck: Random) -> None:
    before = met(forms)
    shuffled = list(forms)
    luck.shuffle(shuffled)
    assert met(shuffled) == before == met([*forms, *shuffled])


@given(FORM, FORM)
def test_forms_of_one_rank_say_the_same(one: Form, other: Form) -> None:
    if rank(one) != rank(other):
        return
    gone = [isinstance(form, Tombstone) or form.deleted for form in (one, other)]
    assert gone == [True, True] or one == other


@pytest.mark.parametrize(
    ("greater", "less"),
    [
        (Version(ENTRY, 5), Version(ENTRY)),
        (Version(ENTRY, 6), Tombstone("one", 5)),
        (Tombstone("one", 5), Version(ENTRY, 5)),
        (Version(ENTRY, 5, deleted=True), Version(ENTRY, 5)),
        (Version(replace(ENTRY, note="b"), 5), Version(replace(ENTRY, note="a"), 5)),
    ],
)
def test_the_later_change_counts_and_then_a_deletion(greater: Form, less: Form) -> None:
    assert beats(greater, less)
    assert not beats(less, greater)
    assert not beats(less, less)
    assert beats(less, None)
    assert not clash(greater, less)


def test_two_first_forms_that_differ_cannot_both_be_true() -> None:
    first = Version(ENTRY)
    assert clash(Version(replace(ENTRY, seconds=9)), first)
    assert not clash(first, first)
    assert not clash(first, None)
    assert not clash(first, Tombstone("one", 5))
    assert not clash(Tombstone("one", 5), first)


@pytest.mark.parametrize(
    ("counts", "done", "sentence"),
    [
        ((), True, "Everything in it is in the record already."),
        (((Came.OLDER, 4), (Came.KNOWN, 4)), True, "Everything in it is in the record already."),
        (((Came.BREAK, 1), (Came.EVENT, 2)), True, "Brought in: 1 new break, 2 new events."),
        (
            ((Came.CHANGED, 2), (Came.DELETED, 1)),
            False,
            "New in it: 2 breaks changed, 1 break deleted.",
        ),
    ],
)
def test_what_an_import_did_is_told(
    counts: tuple[tuple[Came, int], ...],
    done: bool,  # noqa: FBT001 - a parameter of the table
    sentence: str,
) -> None:
    assert merged_sentence(Merged(counts), English(), done=done) == sentence
