"""Asks the desktop's portal and hears its answers, on one line to the bus and never waiting."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.bus_link import BUS, Answer, BusLink, Heard, Place, owner_rule, signal_rule

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
LIMIT_MS = 10_000
"""For what needs no person: a portal that was asleep takes seconds to start."""
PERSON_MS = 600_000
"""For what may open a dialog."""

_PREFIX = "deskbreak"
_MOST = 16


class Ending(Enum):
    """How a request ended."""

    DONE = auto()
    DECLINED = auto()
    """The person closed the dialog, or said no."""
    FAILED = auto()
    """There is no portal, or it has no such part, or it did not answer in time."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a portal answered; `values` without their variants, empty unless it is done."""

    ending: Ending
    values: dict[str, object] = field(default_factory=dict)


Then = Callable[[Told], None]
_FAILED = Told(Ending.FAILED)


@dataclass(slots=True, eq=False)
class _Asked:
    """A request that is on its way."""

    then: Then
    limit: QTimer
    early: dict[str, Told] = field(default_factory=dict)
    """Answers that came before it was known who the portal is, by who gave them."""


class Portal(QObject):
    """One part of the portal: asks it, and hears the signals of which it is told.

    A request's answer comes as a signal of its own object, whose path ends with a token that
    nobody can guess; what comes from anybody but the portal is not heard.

    Args:
        interface: the part, such as "org.freedesktop.portal.Background".
        signals: interface and member of each signal that matters.
        heard: is told of such a signal.
        changed: is told when the portal goes (False) and when it comes (True).
    """

    def __init__(
        self,
        interface: str,
        signals: tuple[tuple[str, str], ...] = (),
        heard: Callable[[Heard], None] = lambda _heard: None,
        changed: Callable[[bool], None] = lambda _there: None,
        address: str = "",
    ) -> None:
        super().__init__()
        self._place = Place(NAME, PATH, interface)
        self._on_heard, self._changed = heard, changed
        self._owner = ""
        self._asked: dict[str, _Asked] = {}
        wanted = ((REQUEST, "Response"), *signals)
        rules = [signal_rule(NAME, *signal) for signal in wanted]
        self._link = BusLink(self._heard, self._lost, (*rules, owner_rule(NAME)), address, self)

    def ask(
        self,
        member: str,
        signature: str,
        body: Callable[[str], tuple[object, ...]],
        then: Then,
        limit_ms: int = LIMIT_MS,
    ) -> None:
        """Make a request; `body` is given its token, and `then` is called once, in time.

        Too many requests at once fail, and so does one where there is no bus.
        """
        token = _PREFIX + os.urandom(8).hex()
        limit = QTimer(self)
        limit.setSingleShot(True)
        limit.timeout.connect(partial(self._finish, token, _FAILED))
        limit.start(limit_ms)
        self._asked[token] = _Asked(then, limit)
        accepted = partial(self._accepted, token)
        full = len(self._asked) > _MOST
        if full or not self._link.call(self._place, member, signature, body(token), accepted):
            self._finish(token, _FAILED)

    def tell(self, place: Place, member: str, signature: str, body: tuple[object, ...]) -> None:
        """Call what needs no answer."""
        self._link.call(place, member, signature, body)

    def close(self) -> None:
        """Let go of the bus; nobody is called any more."""
        for asked in self._asked.values():
            _stop(asked.limit)
        self._asked.clear()
        self._link.close()

    def _accepted(self, token: str, answer: Answer) -> None:
        if answer.error:
            self._finish(token, _FAILED)
            return
        self._owner = answer.sender
        asked = self._asked.get(token)
        early = None if asked is None else asked.early.get(answer.sender)
        if early is not None:
            self._finish(token, early)

    def _heard(self, heard: Heard) -> None:
        if heard.sender == BUS:
            if heard.member == "NameOwnerChanged":
                self._owned(str(heard.body[1]), str(heard.body[2]))
        elif heard.member == "Response" and heard.interface == REQUEST:
            self._answered(heard)
        elif heard.sender == self._owner:
            self._on_heard(heard)

    def _answered(self, heard: Heard) -> None:
        token = heard.path.rpartition("/")[2]
        asked = self._asked.get(token)
        if asked is None:
            return
        if not self._owner:
            asked.early[heard.sender] = _read(heard.body)
        elif heard.sender == self._owner:
            self._finish(token, _read(heard.body))

    def _owned(self, before: str, owner: str) -> None:
        """Take note of who is the portal now, "" for nobody; what the last one was asked fails.

        Where there was none before, the bus has started it for what was asked.
        """
        self._owner = owner
        if before:
            self._fail_all()
        self._changed(bool(owner))

    def _lost(self) -> None:
        self._owner = ""
        self._fail_all()
        self._changed(False)  # noqa: FBT003 - the callback takes nothing else

    def _fail_all(self) -> None:
        for token in tuple(self._asked):
            self._finish(token, _FAILED)

    def _finish(self, token: str, told: Told) -> None:
        asked = self._asked.pop(token, None)
        if asked is not None:
            _stop(asked.limit)
            asked.then(told)


def plain(value: object) -> object:
    """Return the value of a variant, however deep; jeepney gives them as (signature, value)."""
    while isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):  # noqa: PLR2004 - a pair
        value = value[1]
    return value


def options(values: object) -> dict[str, object]:
    """Return a dictionary of variants as one of plain values; empty when it is none."""
    if not isinstance(values, dict):
        return {}
    return {str(key): plain(value) for key, value in values.items()}


def _read(body: tuple[object, ...]) -> Told:
    code, values = (*body, None, None)[:2]
    if code == 0:
        return Told(Ending.DONE, options(values))
    return Told(Ending.DECLINED) if code == 1 else _FAILED


def _stop(timer: QTimer) -> None:
    timer.stop()
    timer.deleteLater()
