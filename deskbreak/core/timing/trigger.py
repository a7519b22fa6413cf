"""Why the schedule goes from one state to another."""

from __future__ import annotations

from enum import StrEnum


class Trigger(StrEnum):
    """Why the schedule goes from one state to another."""

    ARRIVED = "arrived"
    CLOSED = "closed"
    LUNCH = "lunch"
    DUE = "due"
    HELD = "held"
    RELEASED = "released"
    OVERDUE = "held too long"
    LAPSED = "lapsed"
    REPEATED = "repeated"
    MISSED = "missed"
    GOAL = "goal reached"
    SNOOZED = "snoozed"
    WOKE = "snooze over"
    SKIPPED = "skipped"
    UNSKIPPED = "skip undone"
    GONE = "absent"
    RETURNED = "returned"
    PAUSED = "paused"
    RESUMED = "resumed"
    NUDGED = "nudged"
    STARTED = "started"
    ENDED = "session over"
