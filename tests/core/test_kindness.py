"""Breaks fall into natural pauses far more often than a fixed timer's would."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.kindness import HABITS, Habit, Stretch, compared, days_of, line, played, read


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
def test_the_first_lull_of_the_window_is_kinder_than_a_timer(habit: Habit) -> None:
    window, timer = compared(days_of(habit, 15))
    assert window.offered >= 40
    assert window.share >= 0.6
    assert window.share >= 2.5 * timer.share


def test_somebody_who_never_pauses_is_asked_at_the_latest() -> None:
    window = played([Stretch(9 * 3600, 20)], 120, 180)
    assert (window.offered, window.kind) == (3, 0)


def test_a_pause_in_the_window_is_taken_and_a_short_one_is_counted_as_wrong() -> None:
    assert played([Stretch(125 * 60, 60)], 120, 180).share == 1.0
    assert played([Stretch(125 * 60, 25)], 120, 180).share == 0.0
    assert played([Stretch(125 * 60, 60)], 150, 150).offered == 0
    asked_while_typing = played([Stretch(151 * 60, 60)], 150, 150)
    assert (asked_while_typing.offered, asked_while_typing.kind) == (1, 0)


def test_a_recording_is_played_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "desk"
    file.write_text("7300 40\n\n3600 25\n", encoding="utf-8")
    assert read(file) == (Stretch(7300, 40), Stretch(3600, 25))
    window, timer = compared([read(file)])
    assert (window.offered, window.kind, timer.kind) == (1, 1, 0)
    assert line("a desk", window, timer).endswith("never with a timer")
