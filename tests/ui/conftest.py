"""Fixtures of these tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.buses import run_bus
from tests.ui.library_samples import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from deskbreak.ui.library_window import LibraryWindow


@pytest.fixture
def private_bus(home: Path) -> Iterator[str]:
    """Start a bus that starts no services by itself; give its address."""
    with run_bus(home) as address:
        yield address


@pytest.fixture
def desk() -> Desk:
    """Give a person at the Library window, and what they did there."""
    return Desk()


@pytest.fixture
def library(qtbot: QtBot, desk: Desk) -> Iterator[LibraryWindow]:
    """Open that person's Library window."""
    window = desk.window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    window.close()
