from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core.entry import Discomfort, Outcome, Reason, StepDone, StepOutcome, Unit
from deskbreak.core.session_view import SessionResult
from deskbreak.core.words import English
from deskbreak.ui.session.end_card import EndCard, headline, kind_words, moved, step_word
from deskbreak.ui.session.energy_row import EnergyRow

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
        (ended(Outcome.DISCOMFORT, 5, Discomfort.SHARP), "Please stop here", "emergency help now"),
    ],
)
def test_each_ending_has_fitting_words(result: SessionResult, first: str, then: str) -> None:
    assert headline(result, TR) == first
    assert then in kind_words(result, TR)


def card(qtbot: QtBot, result: SessionResult, titles: tuple[str, ...] = ()) -> EndCard:
    made = EndCard(result, titles, "", TR)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_energy_is_said_in_one_click(qtbot: QtBot) -> None:
    made = card(qtbot, ended(Outcome.PARTIAL))
    (asked,) = made.findChildren(EnergyRow)
    names = [button.accessibleName() for button in asked.answers]
    assert names[0] == "Energy 1: very low"
    assert names[4] == "Energy 5: very good"
    with qtbot.waitSignal(made.rated) as said:
        asked.answers[3].click()
    assert said.args == [4]
    assert any("noted" in label.text() for label in made.findChildren(QLabel))


@pytest.mark.parametrize("outcome", [Outcome.DISCOMFORT, Outcome.SKIPPED])
def test_nobody_is_asked_for_energy_after_pain_or_nothing(qtbot: QtBot, outcome: Outcome) -> None:
    assert not card(qtbot, ended(outcome)).findChildren(EnergyRow)


def test_seconds_are_called_so(qtbot: QtBot) -> None:
    steps = (
        StepDone("run", Unit.SECONDS, 30, 20, 20, StepOutcome.PARTIAL),
        StepDone("bend", Unit.REPS, 3, 3, 20, StepOutcome.COMPLETED),
    )
    made = card(qtbot, replace(ended(Outcome.PARTIAL), steps=steps), ("Run", "Bend"))
    said = [label.text() for label in made.findChildren(QLabel)]
    assert "20 of 30 s" in said
    assert "3 of 3" in said


def test_the_time_reads_well() -> None:
    assert [moved(s, TR) for s in (1, 59, 145)] == [
        "1 second of movement",
        "59 seconds of movement",
        "2 min 25 s of movement",
    ]


def test_every_outcome_has_a_word() -> None:
    assert len({step_word(outcome, TR) for outcome in StepOutcome}) == len(StepOutcome)
