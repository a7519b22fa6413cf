"""Fixtures of these tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.buses import run_bus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.adapters.fake_notifications import FakeService
    from tests.adapters.notify_rig import Rig, Serve


@pytest.fixture
def private_bus(home: Path) -> Iterator[str]:
    """Start a bus that starts no services by itself; give its address."""
    with run_bus(home) as address:
        yield address


@pytest.fixture
def rig(private_bus: str, qtbot: QtBot) -> Iterator[Rig]:
    from tests.adapters.notify_rig import Rig  # noqa: PLC0415 - jeepney is on Linux alone

    del qtbot
    made = Rig(private_bus)
    yield made
    made.notifier.close()


@pytest.fixture
def serve(private_bus: str) -> Iterator[Serve]:
    from tests.adapters.fake_notifications import FakeService  # noqa: PLC0415 - likewise

    made: list[FakeService] = []

    def start(mode: str = "ok", abilities: str = "body actions") -> FakeService:
        made.append(FakeService(private_bus, mode, abilities))
        return made[-1]

    yield start
    for service in made:
        service.stop()
