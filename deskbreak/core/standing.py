"""Where a person stands in the plan, as the journal tells it; what the planner doses by."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.exercise import Level


@dataclass(frozen=True, slots=True)
class Standing:
    """What the past says about the next break. The default is a person on the first day.

    Attributes:
        week: the week of the dose at the desk, from 1.
        home_week: the week of the dose at home, from 1.
        sessions: how many breaks a day are planned; the day's goal is shared among them.
        highest: the highest level that may be asked for now.
        last_done: exercises with the UTC second at which each was done last.
        last_home: the day of the last home workout, "" without one.
        last_strength: the day of the last home workout for strength, "" without one.
        today: the day that it is now, "" when nobody asks for a day.
        full: whether the day had enough exercise and one break more than that.
    """

    week: int = 1
    home_week: int = 1
    sessions: int = 2
    highest: Level = Level.ADVANCED
    last_done: tuple[tuple[str, int], ...] = ()
    last_home: str = ""
    last_strength: str = ""
    today: str = ""
    full: bool = False
