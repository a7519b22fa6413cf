"""The quick checksum of a break is the one that its JSON has: journals stay readable."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.journal.checksum import checksum
from deskbreak.adapters.journal.sums import break_sum
from deskbreak.core.entry import Break, Outcome, Reason
from deskbreak.core.record.as_json import break_to_json
from tests.core.record_strategies import BREAK

TEXT = st.text()


@given(BREAK, TEXT, st.sampled_from(("written", "corrected", "deleted")))
def test_it_is_the_sum_of_the_json(entry: Break, text: str, kind: str) -> None:
    odd = replace(entry, note=text, zone=f"\x7f\u2028{text}", id=f'"\\{text}')
    for each in (entry, odd):
        assert break_sum(each, kind) == checksum({"change": kind, "entry": break_to_json(each)})


def test_the_sum_of_a_known_break_does_not_change() -> None:
    entry = Break(
        "2026-11-22", Outcome.MISSED, Reason.UNANSWERED, 1795357800, 0, "UTC", "missed", 1795355400
    )
    assert break_sum(entry, "written").hex() == "4ea5f656e2c5165f"
