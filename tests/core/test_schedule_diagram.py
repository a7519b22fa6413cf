"""The diagram in docs/ is the table in the code."""

from __future__ import annotations

from pathlib import Path

from deskbreak.core.diagram import state_diagram
from deskbreak.core.schedule import TABLE

DOC = Path(__file__).parents[2] / "docs" / "architecture.md"


def test_the_diagram_in_the_docs_is_drawn_from_the_table() -> None:
    assert f"```mermaid\n{state_diagram()}```" in DOC.read_text(encoding="utf-8")


def test_every_row_is_an_arrow() -> None:
    drawn = state_diagram()
    assert all(trigger.value in drawn for _, trigger in TABLE)
    assert "offering --> snoozed : snoozed" in drawn
