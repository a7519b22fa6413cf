"""Fixtures of these tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deskbreak.core.authoring.draft import copy_of
from deskbreak.core.words import English
from deskbreak.ui import theme
from tests.buses import run_bus
from tests.ui.break_window_fakes import Driver, opened
from tests.ui.editor_samples import Shop
from tests.ui.library_samples import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from deskbreak.ui.editor.room import EditorRoom
    from deskbreak.ui.editor.window import EditorWindow
    from deskbreak.ui.library.window import LibraryWindow
    from deskbreak.ui.session.break_window import BreakWindow


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


@pytest.fixture
def daylight(qapp: QApplication) -> Iterator[None]:
    """Dress the application in light, and give it back as it was."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    theme.apply(qapp, "light")
    yield
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def driver() -> Driver:
    """Give a session that the test moves on."""
    return Driver()


@pytest.fixture
def window(driver: Driver, qtbot: QtBot, request: pytest.FixtureRequest) -> BreakWindow:
    """Open the break window of that session in daylight."""
    request.getfixturevalue("daylight")
    return opened(qtbot, driver)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Give a workshop in a folder of its own."""
    return Shop(tmp_path)


@pytest.fixture
def editor(qtbot: QtBot, shop: Shop) -> Iterator[EditorWindow]:
    """Open the editor on a copy of the back twist."""
    from deskbreak.ui.editor.window import EditorWindow  # noqa: PLC0415 - only these tests need it

    exercises = shop.workshop.exercises()
    copy = copy_of(exercises["back_twist"], exercises, English())
    made = EditorWindow(copy, shop.workshop, English())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.dismiss()


@pytest.fixture
def room(qtbot: QtBot, shop: Shop) -> Iterator[EditorRoom]:
    """Give the editors, none of them open, and take away what a test leaves open."""
    from deskbreak.ui.editor.room import EditorRoom  # noqa: PLC0415 - only these tests need it

    made = EditorRoom(shop.workshop, English(), shop.told.append)
    yield made
    for window in made.windows.values():
        qtbot.addWidget(window, before_close_func=_let_go)
    if made.dialog is not None:
        qtbot.addWidget(made.dialog)


def _let_go(window: QWidget) -> None:
    getattr(window, "dismiss", window.close)()
