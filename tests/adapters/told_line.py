"""The other end of a source's line: writes down what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskbreak.adapters.activity.source import Line


@dataclass
class ToldLine:
    """What a source told so far."""

    changes: int = 0
    works: int = 0
    whys: list[str] = field(default_factory=list)

    def line(self, last_ns: int | None = None) -> Line:
        """Return the line to hand to a source."""
        return Line(self._changed, self._works, self.whys.append, last_ns)

    def _changed(self) -> None:
        self.changes += 1

    def _works(self) -> None:
        self.works += 1
