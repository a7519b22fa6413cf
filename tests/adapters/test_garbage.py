"""Cyclic garbage is taken down by the thread of the windows, whichever thread made it due."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractEventDispatcher

from deskbreak.adapters.garbage import collect_due, keep_to_this_thread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Closed:
    """Stands for a window that was closed: it knows itself, so only the collector finds it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector() -> Iterator[None]:
    """Let Python collect as it does from the start; these tests otherwise hold it off."""
    gc.enable()
    yield
    gc.disable()
    QAbstractEventDispatcher.instance().aboutToBlock.disconnect(collect_due)


def allocate(kept: list[list[list[int]]]) -> None:
    """Make every generation due, several times over; what is freed again would not count."""
    kept += [[[]] for _ in range(200_000)]


@pytest.mark.usefixtures("collector", "qapp")
def test_a_closed_window_goes_in_the_thread_of_the_windows(qtbot: QtBot) -> None:
    keep_to_this_thread()
    threads: list[int] = []
    weakref.finalize(Closed(), lambda: threads.append(threading.get_ident()))
    kept: list[list[list[int]]] = []
    worker = threading.Thread(target=allocate, args=(kept,))
    worker.start()
    worker.join()
    assert not threads
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_only_what_is_due_is_collected() -> None:
    gc.collect()
    before = [each["collections"] for each in gc.get_stats()]
    collect_due()
    assert [each["collections"] for each in gc.get_stats()] == before
