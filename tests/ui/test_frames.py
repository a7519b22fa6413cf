"""The pulse of a session's window: as slow as may be, and never late for a phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Drive, SessionVerb
from deskbreak.core.session_view import SessionView
from deskbreak.ui.session.frames import FRAME_MS, STILL_MS, Frames
from tests.ui.break_window_fakes import Driver

Made = Callable[..., Frames]


@pytest.fixture
def driver() -> Driver:
    return Driver()


@pytest.fixture
def heard() -> list[SessionView | None]:
    return []


@pytest.fixture
def made(qtbot: QtBot, driver: Driver, heard: list[SessionView | None]) -> Iterator[Made]:
    del qtbot
    parent = QObject()

    def make(*, reduced_motion: bool) -> Frames:
        frames = Frames(
            parent,
            driver,
            lambda _view: None,
            reduced_motion=reduced_motion,
            heed=heard.append,
        )
        frames.start()
        return frames

    yield make
    parent.deleteLater()


def test_motion_asks_for_every_frame(made: Made, driver: Driver) -> None:
    frames = made(reduced_motion=False)
    driver.at(9.0)
    frames.look()
    assert frames.pace_ms == FRAME_MS


def test_stills_are_looked_at_now_and_then_and_when_their_phase_ends(
    made: Made, driver: Driver
) -> None:
    frames = made(reduced_motion=True)
    left = 5.0
    while left > 0.4:  # somewhere in a phase that ends soon
        driver.at(driver.t + 0.1)
        frames.look()
        view = driver.frame()
        assert view is not None
        left = view.phase_left_s
        assert frames.pace_ms == max(FRAME_MS, min(STILL_MS, round(left * 1000) + 1))
    assert frames.pace_ms is not None
    assert frames.pace_ms < STILL_MS


def test_a_pause_needs_few_frames(made: Made, driver: Driver) -> None:
    frames = made(reduced_motion=True)
    driver.at(9.0)
    driver.send(Drive(SessionVerb.PAUSE))
    driver.at(20.0)
    frames.look()
    assert frames.pace_ms == STILL_MS


def test_each_view_is_heeded_and_the_end_once(
    made: Made, driver: Driver, heard: list[SessionView | None]
) -> None:
    frames = made(reduced_motion=False)
    frames.look()
    driver.at(9.0)
    frames.look()
    frames.end()
    frames.end()
    frames.look()
    assert [view is None for view in heard] == [False, False, True]
