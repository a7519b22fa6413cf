"""What was decided last on a day: the break or the event that made the schedule what it is now."""

from __future__ import annotations

from collections.abc import Iterable

from deskbreak.core.entry import Break, Happening, What

Decided = Break | Happening

_ASIDE = frozenset({What.LEFT, What.QUIT, What.CLOCK})
"""Events that decide nothing by themselves: what follows from them has an entry of its own."""


def last_decision(breaks: Iterable[Break], happenings: Iterable[Happening]) -> Decided | None:
    """Return the latest break or deciding event; a break that ends with an event comes after it.

    None on a day on which nothing has happened yet.
    """
    found: list[Decided] = [each for each in happenings if each.what not in _ASIDE]
    found += breaks
    return max(reversed(found), key=decided_at, default=None)  # of equals, the last one


def decided_at(decided: Decided) -> int:
    """Return when it was decided (UTC seconds): a break counts from its end."""
    return decided.ended_at if isinstance(decided, Break) else decided.at
