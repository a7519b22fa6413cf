"""The settings as the schedule reads them: seconds instead of minutes, reasons filtered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core.command import Meal
from deskbreak.core.restrictions import Suspension
from deskbreak.core.settings.values import DateSpan, Office, Settings
from deskbreak.core.timing.sensed import Cause, Hold, Sensed, is_ignored

CAPPED = frozenset({Hold.MEETING, Hold.CALENDAR, Hold.FULLSCREEN, Hold.DO_NOT_DISTURB})
"""Reasons from outside: after `hold_back.max_min` the tray icon asks in spite of them."""

AFTER_RETURN_S = 15 * 60
"""No offer comes sooner than this after the return from an absence."""

MISSED_S = 60 * 60
"""How long a missed break can be made up for."""

UNDO_S = 60
"""How long a skip can be taken back."""

HURT_REST_S = 3 * 24 * 3600
"""After how much rest to ask whether a hurt back is getting better (CONTENT 5.3)."""

ASK_AGAIN_S = 24 * 3600
"""How long after one question about a hurt back the next one comes."""

SLOT_S = 60 * 60
"""How long a fixed time stays due."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the schedule goes by. `goal_s` is the day's goal in seconds of exercise.

    `suspended` is why pain stops everything but posture checks, None when it does not.
    """

    settings: Settings
    goal_s: int = 600
    suspended: Suspension | None = None

    def with_days_off(self, days: tuple[DateSpan, ...]) -> Rules:
        """Return these rules with more days off than the settings name."""
        if not days:
            return self
        office = replace(self.office, days_off=self.office.days_off + days)
        return replace(self, settings=replace(self.settings, office=office))

    @property
    def office(self) -> Office:
        """Return the office hours."""
        return self.settings.office

    @property
    def by_times(self) -> bool:
        """Return whether breaks come at fixed times."""
        return self.settings.schedule.mode == "times"

    @property
    def earliest_s(self) -> int:
        """Return the sitting time from which a lull brings the offer."""
        return self.settings.schedule.earliest_min * 60

    @property
    def latest_s(self) -> int:
        """Return the sitting time at which the offer comes without a lull."""
        return max(self.earliest_s, self.settings.schedule.latest_min * 60)

    @property
    def away_s(self) -> int:
        """Return how long an absence must be to count as one."""
        return self.settings.schedule.away_min * 60

    @property
    def fresh_s(self) -> int:
        """Return the absence, pause or standstill after which the count starts again."""
        return max(self.away_s, self.settings.schedule.fresh_after_min * 60)

    @property
    def quiet_s(self) -> int:
        """Return how long before closing no offer comes."""
        return self.settings.schedule.quiet_before_end_min * 60

    @property
    def cap_s(self) -> int:
        """Return how long reasons from outside may hold an offer back."""
        return self.settings.hold_back.max_min * 60

    @property
    def repeat_s(self) -> int:
        """Return the time between two showings of an offer."""
        return self.settings.offer.repeat_after_min * 60

    @property
    def missed_s(self) -> int:
        """Return after how much time in presence an unanswered offer is missed."""
        return self.repeat_s * (self.settings.offer.repeats + 1)

    @property
    def defers_meals(self) -> bool:
        """Return whether a meal holds offers back."""
        return self.settings.routine.after_meal == "defer"

    def fed_s(self, meal: Meal) -> int:
        """Return how long no exercise should follow a meal or a snack."""
        routine = self.settings.routine
        minutes = routine.meal_window_min if meal is Meal.MEAL else routine.snack_window_min
        return minutes * 60

    def snoozes_left(self, snoozes: int) -> int | None:
        """Return how many snoozes are left after some; None without a cap."""
        cap = self.settings.offer.max_snoozes
        return max(0, cap - snoozes) if cap else None

    def heeded(self, sensed: Sensed) -> frozenset[Hold]:
        """Return those of the sensed reasons that the person wants to be heeded."""
        if not sensed.holds and not sensed.causes:
            return sensed.holds
        return sensed.holds & self._switched_on | {cause.hold for cause in self.causes(sensed)}

    def causes(self, sensed: Sensed) -> frozenset[Cause]:
        """Return the sensed reasons with a known program that the person wants to be heeded."""
        on, ignored = self._switched_on, self.settings.hold_back.ignore_apps
        return frozenset(
            cause for cause in sensed.causes if cause.hold in on and not is_ignored(cause, ignored)
        )

    @property
    def _switched_on(self) -> frozenset[Hold]:
        switches = self.settings.hold_back
        heed = {
            Hold.MEETING: switches.meeting,
            Hold.CALENDAR: switches.meeting,
            Hold.FULLSCREEN: switches.fullscreen,
            Hold.DO_NOT_DISTURB: switches.do_not_disturb,
        }
        return frozenset(hold for hold, on in heed.items() if on)
