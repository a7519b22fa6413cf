"""Work beside the windows says how far it is, and how it ended, whatever happens."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.background import Background, Beside, Progress


def test_it_tells_how_far_it_is_and_how_it_ended(qtbot: QtBot) -> None:
    go_on, half = threading.Event(), threading.Event()

    def work(told: Progress) -> str:
        told(0.5)
        half.set()
        go_on.wait(10.0)
        return "The disk is full."

    running = Background(work, "Nobody expected that.")
    assert half.wait(10.0)
    assert (running.part(), running.said()) == (0.5, None)
    go_on.set()
    qtbot.waitUntil(lambda: running.said() is not None)
    assert running.said() == "The disk is full."


def test_a_fault_ends_it_with_its_sentence(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def work(_told: Progress) -> str:
        raise ZeroDivisionError

    running = Background(work, "Nobody expected that.")
    qtbot.waitUntil(lambda: running.said() is not None)
    assert running.said() == "Nobody expected that."
    assert "ZeroDivisionError" in caplog.text


def test_an_answer_is_found_beside_the_windows(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def find() -> str:
        go_on.wait(10.0)
        return threading.current_thread().name

    sought = Beside(find, "")
    assert sought.found() == ()
    go_on.set()
    qtbot.waitUntil(lambda: sought.found() == ("beside",))


def test_a_question_that_fails_has_an_answer_too(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def find() -> int:
        raise ZeroDivisionError

    sought = Beside(find, 7)
    qtbot.waitUntil(lambda: sought.found() == (7,))
    assert "ZeroDivisionError" in caplog.text
