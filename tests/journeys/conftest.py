"""Fixtures of the journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.desktop import Desktop, run_desktop

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """Give a private desktop with a tray, notifications and a screen reader."""
    with run_desktop() as running:
        yield running
