"""What an import did, or would do, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from deskbreak.core.words import Words


class Came(StrEnum):
    """What came of one item of an import."""

    BREAK = "breaks_added"
    EVENT = "events_added"
    CHANGED = "breaks_changed"
    """A break takes a newer form."""
    DELETED = "breaks_deleted"
    BURIED = "deletions_noted"
    """A break that is not in the record, or not any more, is kept as deleted."""
    OLDER = "older"
    """The record has a newer form of that break already."""
    KNOWN = "known"
    """It says nothing that is not in the record."""


@dataclass(frozen=True, slots=True)
class Merged:
    """How many items came to what."""

    counts: tuple[tuple[Came, int], ...]

    def count(self, came: Came) -> int:
        """Return how many items came to this."""
        return dict(self.counts).get(came, 0)


SETTLED = frozenset({Came.OLDER, Came.KNOWN})
"""What changes nothing, now and later: forms only ever give way to greater ones."""


def merged(counts: Counter[Came]) -> Merged:
    """Return what was counted, in the order of `Came`."""
    return Merged(tuple((came, counts[came]) for came in Came if counts[came]))


def merged_sentence(result: Merged, tr: Words, *, done: bool) -> str:
    """Say what an import did, or would do when it is not `done`."""
    parts = [
        text
        for came, text in (
            (Came.BREAK, tr.plural("{n} new break", "{n} new breaks", result.count(Came.BREAK))),
            (Came.EVENT, tr.plural("{n} new event", "{n} new events", result.count(Came.EVENT))),
            (
                Came.CHANGED,
                tr.plural("{n} break changed", "{n} breaks changed", result.count(Came.CHANGED)),
            ),
            (
                Came.DELETED,
                tr.plural("{n} break deleted", "{n} breaks deleted", result.count(Came.DELETED)),
            ),
        )
        if result.count(came)
    ]
    if not parts:
        return tr("Everything in it is in the record already.")
    told = ", ".join(parts)
    return tr("Brought in: {parts}.", parts=told) if done else tr("New in it: {parts}.", parts=told)
