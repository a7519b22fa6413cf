"""Services of the session bus: who is there, what they say, and calls that end in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.activity.flood import FloodGate
from deskbreak.adapters.bus_link import (
    BUS,
    DAEMON,
    Answer,
    BusLink,
    Heard,
    Place,
    owner_rule,
    signal_rule,
)
from deskbreak.adapters.clock_sources import boot_ns

LIMIT_MS = 3000
"""Milliseconds for an answer."""

_MOST_SIGNALS = 300  # in ten seconds, of one service


Values = tuple[object, ...] | None
"""What an answer holds; None for an error, or for no answer in time."""


def number_in(values: Values) -> int | None:
    """Return the first value when it is a number of 0 or more, None for anything else."""
    found = values[0] if values else None
    if isinstance(found, int) and not isinstance(found, bool) and found >= 0:
        return found
    return None


class Follower(Protocol):
    """Who wants to know of a service."""

    def came(self) -> None:
        """The service is there."""

    def went(self, why: str) -> None:
        """The service is not there, or not any more; a clause says why."""

    def heard(self, member: str, body: tuple[object, ...]) -> None:
        """Take a signal of the service, and of nobody else."""


@dataclass(slots=True, eq=False)
class _Service:
    says: frozenset[tuple[str, str]]  # interface and name of each signal
    rules: tuple[str, ...]
    gate: FloodGate
    followers: list[Follower] = field(default_factory=list)
    owner: str = ""
    why: str = ""
    known: bool = False
    mute: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal to be heard: of which service, on which interface, by which name."""

    name: str
    interface: str
    member: str

    def rule(self) -> str:
        """Return the rule by which the bus passes it on."""
        return signal_rule(self.name, self.interface, self.member)


class BusNames(QObject):
    """One connection for all services that tell of activity. None of them is ever started."""

    def __init__(
        self,
        signals: tuple[Signal, ...],
        address: str = "",
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        """Connect, and ask who is there.

        Args:
            signals: what is to be heard; their services are those that can be followed.
            address: the bus; the session's own unless it is given.
            limit_ms: the milliseconds for an answer.
            parent: the owner.
        """
        super().__init__(parent)
        self._limit_ms = limit_ms
        names = list(dict.fromkeys(signal.name for signal in signals))
        self._services = {
            name: _Service(
                frozenset((each.interface, each.member) for each in signals if each.name == name),
                tuple(each.rule() for each in signals if each.name == name),
                FloodGate(_MOST_SIGNALS, boot_ns),
            )
            for name in names
        }
        rules = (*map(owner_rule, names), *(signal.rule() for signal in signals))
        self._link = BusLink(self._heard, self._lost, rules, address, self)
        self._timers: set[QTimer] = set()
        for name in names:
            self.call(DAEMON, "GetNameOwner", partial(self._owned, name), "s", (name,))

    def follow(self, name: str, follower: Follower) -> None:
        """Tell a follower of a service: when it comes and goes, and what it says."""
        service = self._services[name]
        service.followers.append(follower)
        if service.owner:
            follower.came()
        elif service.known:
            follower.went(service.why)

    def leave(self, name: str, follower: Follower) -> None:
        """Tell a follower nothing more."""
        service = self._services[name]
        service.followers = [each for each in service.followers if each is not follower]

    def owner(self, name: str) -> str:
        """Return the unique name of who offers a service, "" for nobody."""
        return self._services[name].owner

    def place(self, name: str, path: str) -> Place:
        """Return where to call whoever offers a service now.

        By the unique name, so that nothing is started when it has just gone.
        """
        return Place(self.owner(name), path, name)

    def call(
        self,
        place: Place,
        member: str,
        then: Callable[[Values], None],
        signature: str = "",
        body: tuple[object, ...] = (),
    ) -> None:
        """Call a method; `then` gets its values, or None for an error or no answer in time."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        self._timers.add(timer)

        def over(values: Values) -> None:
            if timer in self._timers:
                self._timers.discard(timer)
                timer.stop()
                timer.deleteLater()
                then(values)

        def answered(answer: Answer) -> None:
            over(None if answer.error else answer.body)

        timer.timeout.connect(partial(over, None))
        sent = self._link.call(place, member, signature, body, answered)
        timer.start(self._limit_ms if sent else 0)

    def close(self) -> None:
        """Let go of the bus; nobody is called any more."""
        for timer in self._timers:
            timer.stop()
        self._timers.clear()
        for service in self._services.values():
            service.followers.clear()
        self._link.close()

    def _owned(self, name: str, values: Values) -> None:
        service = self._services[name]
        owner = values[0] if values else ""
        if not service.known:
            why = "nobody offers it" if self._link.ready else "no session bus answers"
            self._set_owner(service, owner if isinstance(owner, str) else "", why)

    def _set_owner(self, service: _Service, owner: str, why: str) -> None:
        service.owner, service.why, service.known, service.mute = owner, why, True, False
        for follower in tuple(service.followers):
            if owner:
                follower.came()
            else:
                follower.went(why)

    def _heard(self, heard: Heard) -> None:
        if heard.sender == BUS:
            self._changed_hands(heard)
            return
        for service in self._services.values():
            ours = service.owner == heard.sender and not service.mute
            if ours and (heard.interface, heard.member) in service.says:
                self._pass_on(service, heard)

    def _changed_hands(self, heard: Heard) -> None:
        name, _, owner = (*heard.body, "", "", "")[:3]
        if heard.member != "NameOwnerChanged" or not isinstance(name, str):
            return
        service = self._services.get(name)
        if service is None or not isinstance(owner, str):
            return
        if service.owner:
            self._set_owner(service, "", "it is gone")
        if owner:
            self._set_owner(service, owner, "")

    def _pass_on(self, service: _Service, heard: Heard) -> None:
        if service.gate.floods():
            service.mute = True
            for rule in service.rules:
                self._link.call(DAEMON, "RemoveMatch", "s", (rule,))
            for follower in tuple(service.followers):
                follower.went("it floods")
            return
        for follower in tuple(service.followers):
            follower.heard(heard.member, heard.body)

    def _lost(self) -> None:
        for service in self._services.values():
            self._set_owner(service, "", "the bus is gone")
