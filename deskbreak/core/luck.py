"""Numbers that look random and come from a seed alone, so that a play can be played again."""

from __future__ import annotations

from dataclasses import dataclass

_FACTOR = 6364136223846793005
_STEP = 1442695040888963407
_SIZE = 1 << 64


@dataclass(slots=True)
class Luck:
    """A linear congruential generator (Knuth's MMIX constants)."""

    seed: int

    def roll(self, low: int, high: int) -> int:
        """Return a whole number between `low` and `high`, both included."""
        self.seed = (self.seed * _FACTOR + _STEP) % _SIZE
        return low + (self.seed >> 33) % (high - low + 1)

    def chance(self, percent: int) -> bool:
        """Return True in about so many of a hundred cases."""
        return self.roll(1, 100) <= percent
