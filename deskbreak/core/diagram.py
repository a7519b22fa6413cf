"""The schedule's table as a diagram, in mermaid's words."""

from __future__ import annotations

from deskbreak.core.outlook import NAMES
from deskbreak.core.schedule import TABLE


def state_diagram() -> str:
    """Return the state diagram as mermaid text; triggers between two states share an arrow."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for (before, trigger), targets in TABLE.items():
        for after in targets:
            ends = (NAMES[before].value, NAMES[after].value)
            arrows.setdefault(ends, []).append(trigger.value)
    lines = [f"    {a} --> {b} : {', '.join(why)}" for (a, b), why in arrows.items()]
    return "\n".join(["stateDiagram-v2", "    [*] --> off_duty", *lines, ""])
