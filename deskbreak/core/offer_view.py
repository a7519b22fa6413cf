"""An offered break as the person sees it: the same value for tray, notification and window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferView:
    """What an offer says: title, sentence, snooze choices in minutes, and how it may show.

    `urgency` is 0 at first and counts the repeats; `snooze_min` is what a plain Snooze means;
    `snoozes_left` is None without a cap; `quiet` leaves only the tray icon to ask.
    """

    title: str
    text: str
    urgency: int
    snooze_min: int
    snooze_choices: tuple[int, ...]
    can_snooze: bool
    quiet: bool
    snoozes_left: int | None = None


@dataclass(frozen=True, slots=True)
class NudgeView:
    """What a posture nudge says; its one button starts the check."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What the question says whether a meeting goes on; `choices_min` are for how long."""

    title: str
    text: str
    choices_min: tuple[int, ...]


QuietView = NudgeView | MeetingView
"""A question that comes quietly and goes by itself; where nothing can show it, nothing does."""
