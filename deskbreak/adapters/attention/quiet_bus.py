"""Do-not-disturb as the services of the session bus tell it; asked once, then they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.activity.flood import FloodGate
from deskbreak.adapters.attention.quiet_dialects import Dialect, Read, dialects
from deskbreak.adapters.attention.told import AT_ONCE, fails, works
from deskbreak.adapters.bus_link import BUS, DAEMON, Answer, BusLink, Heard, owner_rule
from deskbreak.adapters.clock_sources import boot_ns
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from deskbreak.core.timing.sensed import Cause, Hold

_SILENT, _ABSENT = "the bus does not answer", "its service does not run"
_FLOODS = "it floods"
_MOST_SIGNALS = 1000  # in ten seconds; a desktop that is used sends a few in an hour
LIMIT_MS = 3000


class BusQuiet(QObject):
    """Knows who says that nobody is to be disturbed. Starts no service; blocks nobody."""

    def __init__(
        self,
        changed: Callable[[], None],
        *,
        address: str = "",
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen; `changed` is called when the answer may be another."""
        super().__init__(parent)
        self._changed = changed
        self._dialects = dialects()
        self._said: dict[str, bool] = {}
        self._why = {each.member: _SILENT for each in self._dialects}
        self._alive = False
        owners = sorted({each.owner for each in self._dialects})
        rules = (*map(owner_rule, owners), *dict.fromkeys(each.rule for each in self._dialects))
        self._link = BusLink(self._heard, self._lost, rules, address, self)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._too_late)
        self._owners: dict[str, str] = {}
        self._gate = FloodGate(_MOST_SIGNALS, boot_ns)
        self._fault = _SILENT
        self._greet()

    @property
    def waits(self) -> bool:
        """Whether the bus still has time to say that it is there."""
        return self._limit.isActive()

    def causes(self) -> frozenset[Cause]:
        """Return the reason, when somebody says so."""
        quiet = any(self._said.values())
        return frozenset({Cause(Hold.DO_NOT_DISTURB)}) if quiet else frozenset()

    def watch(self, *, on: bool) -> None:
        """Try again whoever was lost; else everything is told without asking."""
        if on and not self._alive and not self.waits:
            self._greet()

    def ask(self) -> None:
        """Do nothing: the services tell."""

    @property
    def settled(self) -> bool:
        """Whether everybody who is there has answered, or the bus does not."""
        asked = (why == _SILENT for why in self._why.values())
        return not self.waits and not (self._alive and any(asked))

    def report(self) -> SenseReport:
        """Say whose word counts here."""
        there = [each.member for each in self._dialects if each.member in self._said]
        others = tuple(NotUsed(name, why) for name, why in self._why.items() if name not in there)
        if not there:
            why = "nobody here tells it" if self._alive else self._fault
            return fails(Sense.DO_NOT_DISTURB, why, others)
        return works(Sense.DO_NOT_DISTURB, ", ".join(there), AT_ONCE, others)

    def close(self) -> None:
        """Let go of the bus."""
        self._limit.stop()
        self._link.close()

    def _greet(self) -> None:
        self._limit.start()
        for owner in sorted({each.owner for each in self._dialects}):
            on_answer = partial(self._owned, owner)
            if not self._link.call(DAEMON, "GetNameOwner", "s", (owner,), on_answer):
                self._limit.stop()
                return

    def _owned(self, owner: str, answer: Answer) -> None:
        """Take the bus's word on whether a service runs; one that does is asked."""
        self._limit.stop()
        self._alive = True
        name = answer.body[0] if answer.body and not answer.error else ""
        self._owner_is(owner, name if isinstance(name, str) else "")

    def _owner_is(self, owner: str, name: str) -> None:
        self._owners[owner] = name
        for each in self._dialects:
            if each.owner == owner:
                self._told(each, None, _SILENT if name else _ABSENT)
                if name:
                    # By its unique name, so that nothing is started that has just gone.
                    place = replace(each.place, name=name)
                    answered = partial(self._answered, each, name)
                    self._link.call(place, each.method, each.signature, each.values, answered)

    def _answered(self, dialect: Dialect, name: str, answer: Answer) -> None:
        if self._owners.get(dialect.owner) != name:
            return
        found = None if answer.error else _read(dialect.answered, answer.body)
        self._told(dialect, found, "its service does not say it")

    def _heard(self, heard: Heard) -> None:
        if self._gate.floods():
            self._link.close()  # until the next break is near
            self._lost(_FLOODS)
            return
        if heard.sender == BUS and heard.member == "NameOwnerChanged":
            owner, _, name = heard.body
            self._owner_is(str(owner), str(name))
            return
        for each in self._dialects:
            ours = self._owners.get(each.owner) == heard.sender != ""
            if ours and (heard.interface, heard.member) == (each.interface, each.signal):
                found = _read(each.heard, heard.body)
                if found is not None:
                    self._told(each, found, "")

    def _told(self, dialect: Dialect, quiet: bool | None, why: str) -> None:  # noqa: FBT001 - a value, no switch
        before = self.causes()
        if quiet is None:
            self._said.pop(dialect.member, None)
        else:
            self._said[dialect.member] = quiet
        self._why[dialect.member] = why
        if self.causes() != before:
            self._changed()

    def _too_late(self) -> None:
        self._link.close()  # a bus that says nothing is asked anew at the next break

    def _lost(self, why: str = _SILENT) -> None:
        self._alive, self._fault = False, why
        self._owners.clear()
        for each in self._dialects:
            self._told(each, None, why)


def _read(read: Read, body: tuple[object, ...]) -> bool | None:
    """Read what came in; what has another shape than agreed says nothing."""
    try:
        return read(body)
    except (IndexError, KeyError, TypeError, ValueError):
        return None
