"""Shorthand for how a sense fares, and the member that stands where nothing senses."""

from __future__ import annotations

from deskbreak.core.senses import NotUsed, Sense, SenseReport
from deskbreak.core.timing.sensed import Cause

AT_ONCE = "tells at once"
ASKED = "asked every 30 s while a break is due"


def works(
    sense: Sense, member: str, why: str = AT_ONCE, others: tuple[NotUsed, ...] = ()
) -> SenseReport:
    """Return the report of a sense that works, by which member and how."""
    return SenseReport(sense, member, works=True, why=why, others=others)


def fails(sense: Sense, why: str, others: tuple[NotUsed, ...] = ()) -> SenseReport:
    """Return the report of a sense that tells nothing, and why."""
    return SenseReport(sense, "", works=False, why=why, others=others)


class Missing:
    """Stands for a sense that this machine does not have."""

    def __init__(self, sense: Sense, why: str, others: tuple[NotUsed, ...] = ()) -> None:
        self._report = fails(sense, why, others)

    def causes(self) -> frozenset[Cause]:
        """Tell nothing."""
        return frozenset()

    def watch(self, *, on: bool) -> None:
        """Do nothing."""

    def ask(self) -> None:
        """Do nothing."""

    @property
    def settled(self) -> bool:
        """Say that there is nothing to wait for."""
        return True

    def report(self) -> SenseReport:
        """Say why there is nothing."""
        return self._report

    def close(self) -> None:
        """Hold nothing."""
