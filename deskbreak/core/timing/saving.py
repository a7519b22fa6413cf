"""When a state has changed enough to be written to the disk again."""

from __future__ import annotations

from deskbreak.core.timing.book import View
from deskbreak.core.timing.state import State, due_of, with_book

_SITTING_S = 300  # how much sitting a crash may make forgotten
_DUE_S = 60  # the same while a break is due: a restart in time has to bring the offer back


def worth_saving(before: State, after: State) -> bool:
    """Return whether `after` is to be saved when `before` is what was saved last.

    Every look moves the clocks and the last sign of presence; that alone is worth no write until
    so much time has passed. The zone and the boot count as more than clocks.
    """
    old, new = before.book, after.book
    if new.t - old.t > (_SITTING_S if due_of(after) is None else _DUE_S):
        return True
    moved = new.seen.boot_id != old.seen.boot_id or new.seen.zone_name != old.seen.zone_name
    seen = old.seen if moved else new.seen
    clocks = View(seen, old.lead, new.rules, new.sensed, new.last, new.place)
    return with_book(before, old.at(new.t, clocks)) != after
