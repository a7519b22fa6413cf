"""Fixtures of these tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.buses import run_bus

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def private_bus(home: Path) -> Iterator[str]:
    """Start a bus that starts no services by itself; give its address."""
    with run_bus(home) as address:
        yield address
