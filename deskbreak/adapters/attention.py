"""Reasons from outside to hold an offer back; so far only the null member of the family."""

from __future__ import annotations

from deskbreak.core.timing.sensed import Hold


class NullAttention:
    """A `ports.Attention` that senses nothing; a meeting can still be said by hand."""

    def holds(self) -> frozenset[Hold]:
        """Say that nothing stands in the way."""
        return frozenset()
