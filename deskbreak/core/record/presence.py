"""Reads a day's events as spans: when somebody sat, was away, had paused, was held back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from deskbreak.core.entry import Happening, What
from deskbreak.core.record.spans import Stretch

SHORT_GAP_S = 600
"""A restart that took no longer goes on with what was before."""


class Mode(StrEnum):
    """What a person at the computer does, as far as the events tell."""

    UNKNOWN = "unknown"
    SITTING = "sitting"
    AWAY = "away"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Held:
    """A span in which an offer was held back, and by what ("" when that was not written)."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class Presence:
    """The spans of a day; sitting is raw, lunch and breaks still inside."""

    sitting: tuple[Stretch, ...]
    away: tuple[Stretch, ...]
    paused: tuple[Stretch, ...]
    held: tuple[Held, ...]


@dataclass(slots=True)
class _Reader:
    """Walks the events in order; the one place here that changes as it goes."""

    mode: Mode = Mode.UNKNOWN
    since: int = 0
    before_quit: Mode = Mode.UNKNOWN
    held_since: int | None = None
    held_by: str = ""
    spans: dict[Mode, list[Stretch]] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)

    def turn(self, mode: Mode, at: int) -> None:
        """End the running span and begin the next; the same mode simply goes on."""
        if mode is self.mode:
            return
        if self.since < at:
            self.spans.setdefault(self.mode, []).append((self.since, at))
        self.mode = mode
        self.since = at

    def hold(self, at: int, by: str) -> None:
        """Begin a held-back span unless one runs."""
        if self.held_since is None:
            self.held_since = at
            self.held_by = by

    def release(self, at: int) -> None:
        """End the held-back span, if one runs."""
        if self.held_since is not None and self.held_since < at:
            self.held.append(Held(self.held_since, at, self.held_by))
        self.held_since = None

    def stop(self, at: int) -> None:
        """The program ended: nothing is known until it starts again."""
        self.before_quit = self.mode
        self.turn(Mode.UNKNOWN, at)
        self.release(at)

    def start(self, at: int) -> None:
        """The program started: a short restart goes on with what was before."""
        if self.mode is Mode.UNKNOWN and at - self.since <= SHORT_GAP_S:
            self.turn(self.before_quit, at)

    def take(self, happening: Happening) -> None:  # noqa: C901 - one arm for each kind of event
        """Read one event."""
        at = happening.at
        match happening.what:
            case What.ARRIVED | What.RESUMED:
                self.turn(Mode.SITTING, at)
            case What.LEFT:
                self.turn(Mode.AWAY, at)
            case What.PAUSED:
                self.turn(Mode.PAUSED, at)
            case What.HELD:
                self.hold(at, _by(happening))
            case What.RELEASED | What.OFFERED:
                self.release(at)
            case What.QUIT:
                self.stop(at)
            case What.STARTED:
                self.start(at)
            case What.WITHDRAWN | What.SNOOZED | What.ATE | What.SETTINGS | What.CLOCK:
                pass
            case _:
                assert_never(happening.what)


def presence(happenings: Iterable[Happening], until: int) -> Presence:
    """Return the spans that a day's events tell of; what still runs ends at `until`."""
    reader = _Reader()
    for happening in sorted(happenings, key=_when):
        if happening.at <= until:
            reader.take(happening)
    reader.stop(until)
    return Presence(
        sitting=tuple(reader.spans.get(Mode.SITTING, ())),
        away=tuple(reader.spans.get(Mode.AWAY, ())),
        paused=tuple(reader.spans.get(Mode.PAUSED, ())),
        held=tuple(reader.held),
    )


def _when(happening: Happening) -> int:
    return happening.at


def _by(happening: Happening) -> str:
    reason = dict(happening.data).get("reason")
    return reason if isinstance(reason, str) else ""
