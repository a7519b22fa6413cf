"""Keeps the schedule's state over a restart, and writes it no more often than it is worth."""

from __future__ import annotations

from deskbreak.core import schedule
from deskbreak.core.timing.saving import worth_saving
from deskbreak.core.timing.state import State
from deskbreak.ports import StateStore


class StateKeeper:
    """What the engine hands its state to after every event."""

    def __init__(self, store: StateStore) -> None:
        """Keep where to save; nothing was saved yet by this run."""
        self._store = store
        self._saved: State | None = None

    def load(self) -> str | None:
        """Return what the last run saved, None when there is nothing."""
        return self._store.load()

    def keep(self, state: State) -> None:
        """Save a state, unless nothing but the clocks moved since the last one."""
        if self._saved is None or worth_saving(self._saved, state):
            self._saved = state
            self._store.save(schedule.freeze(state))
