from __future__ import annotations

import pytest

from deskbreak.core.entry import Discomfort, Outcome, Reason, StepOutcome
from deskbreak.core.session_view import SessionResult
from deskbreak.core.words import English
from deskbreak.ui.end_card import headline, kind_words, moved, step_word

TR = English()


def ended(
    outcome: Outcome, seconds: int = 60, discomfort: Discomfort | None = None
) -> SessionResult:
    return SessionResult(outcome, Reason.PERSON, (), seconds, seconds, discomfort)


@pytest.mark.parametrize(
    ("result", "first", "then"),
    [
        (ended(Outcome.COMPLETED), "Well done!", "All of it"),
        (ended(Outcome.PARTIAL), "Good that you moved", "Every part counts"),
        (ended(Outcome.SKIPPED, 0), "Another time, then", "No harm done"),
        (ended(Outcome.DISCOMFORT), "Now rest", "Stopping was right"),
        (ended(Outcome.DISCOMFORT, 5, Discomfort.PAIN), "Now rest", "ask a doctor"),
        (ended(Outcome.DISCOMFORT, 5, Discomfort.SHARP), "Now rest", "emergency help now"),
    ],
)
def test_each_ending_has_fitting_words(result: SessionResult, first: str, then: str) -> None:
    assert headline(result, TR) == first
    assert then in kind_words(result, TR)


def test_the_time_reads_well() -> None:
    assert [moved(s, TR) for s in (1, 59, 145)] == [
        "1 second of movement",
        "59 seconds of movement",
        "2 min 25 s of movement",
    ]


def test_every_outcome_has_a_word() -> None:
    assert len({step_word(outcome, TR) for outcome in StepOutcome}) == len(StepOutcome)
