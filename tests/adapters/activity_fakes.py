"""A source of activity that says what the test lets it say, and a clock that it moves."""

from __future__ import annotations

from deskbreak.adapters.activity.crossings import SECOND
from deskbreak.adapters.activity.source import Line, UnavailableError


class Time:
    """A BOOTTIME that stands still until it is moved."""

    def __init__(self) -> None:
        self.ns = 100_000 * SECOND

    def __call__(self) -> int:
        return self.ns

    def passes(self, seconds: float) -> None:
        self.ns += int(seconds * SECOND)


class Source:
    """A source that says what the test lets it say."""

    def __init__(self, *, answers: bool = True, idle: int | None = 0) -> None:
        self.answers = answers
        self.idle = idle
        self.is_locked = False
        self.closed = 0
        self.closely: list[bool] = []
        self.line: Line | None = None
        self.refuses = ""

    def begin(self, line: Line) -> Source:
        if self.refuses:
            raise UnavailableError(self.refuses)
        self.line = line
        if self.answers:
            line.works()
        return self

    def told(self) -> Line:
        assert self.line is not None
        return self.line

    def idle_s(self) -> int | None:
        return self.idle

    def locked(self) -> bool:
        return self.is_locked

    def listen(self, *, closely: bool) -> None:
        self.closely.append(closely)

    def close(self) -> None:
        self.closed += 1
