"""Fixtures of these tests."""

from __future__ import annotations

import pytest

from deskbreak.adapters.journal import daily


@pytest.fixture(autouse=True)
def patient_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the end of a journal wait for its copy: a busy machine decides nothing here."""
    monkeypatch.setattr(daily, "_AT_THE_END_S", 60.0)
