"""The null member of the family: it senses nothing."""

from __future__ import annotations

from deskbreak.core.settings.values import DateSpan
from deskbreak.core.timing.sensed import Cause


class NullAttention:
    """A `ports.Attention` that senses nothing; a meeting can still be said by hand."""

    def causes(self) -> frozenset[Cause]:
        """Say that nothing stands in the way."""
        return frozenset()

    def days_off(self) -> tuple[DateSpan, ...]:
        """Say that no calendar has days off."""
        return ()

    def watch(self, *, on: bool) -> None:
        """Do nothing: there is nothing to listen to."""
