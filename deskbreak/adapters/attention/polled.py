"""A sense whose system does not tell by itself: it is asked while somebody attends."""

from __future__ import annotations

import logging
from collections.abc import Callable

from deskbreak.adapters.attention.told import ASKED, fails, works
from deskbreak.core.senses import Sense, SenseReport
from deskbreak.core.timing.sensed import Cause

_log = logging.getLogger(__name__)


class Polled:
    """A member that asks one question, which the system answers at once."""

    def __init__(
        self,
        sense: Sense,
        member: str,
        question: Callable[[], frozenset[Cause]],
        changed: Callable[[], None],
    ) -> None:
        """Keep the question; an OSError of it says that the system does not answer."""
        self._sense, self._member = sense, member
        self._question, self._changed = question, changed
        self._causes: frozenset[Cause] = frozenset()
        self._fault = ""
        self._on = False

    def causes(self) -> frozenset[Cause]:
        """Return what was answered last."""
        return self._causes

    def watch(self, *, on: bool) -> None:
        """Begin to ask, or stop and forget."""
        self._on = on
        if on:
            self.ask()
        else:
            self._causes = frozenset()

    def ask(self) -> None:
        """Ask again."""
        if not self._on:
            return
        before, self._causes = self._causes, self._answer()
        if self._causes != before:
            self._changed()

    @property
    def settled(self) -> bool:
        """Say that there is nothing to wait for."""
        return True

    def report(self) -> SenseReport:
        """Say whether the system answers."""
        if self._fault:
            return fails(self._sense, self._fault)
        return works(self._sense, self._member, ASKED)

    def close(self) -> None:
        """Hold nothing."""
        self._on = False

    def _answer(self) -> frozenset[Cause]:
        try:
            found = self._question()
        except OSError as error:
            if not self._fault:
                _log.info("%s cannot be asked: %s", self._member, error)
            self._fault = f"{self._member} does not answer"
            return frozenset()
        self._fault = ""
        return found
