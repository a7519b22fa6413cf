"""Collects Python's cyclic garbage in the thread of the windows, and in no other.

The collector runs in whichever thread happens to allocate. When that is not the thread of the
windows, it takes down a closed window's widgets while Qt may be drawing them: the program hangs
or crashes, some day, for nobody knows what reason. See docs/decisions/garbage.md.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher


def keep_to_this_thread() -> None:
    """Collect from now on only when this thread's event loop has nothing left to do.

    It is called in the thread of the windows, once Qt is up. No timer is needed, so nothing wakes.
    """
    gc.disable()
    QAbstractEventDispatcher.instance().aboutToBlock.connect(collect_due)


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds, if one is."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
