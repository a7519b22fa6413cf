"""Everything outside the core that the engine works with, gathered in one value."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.coaching import Coach
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.offer_view import OfferView
from deskbreak.core.planner import estimate_s
from deskbreak.core.routine import Routine
from deskbreak.core.settings.values import Settings
from deskbreak.core.timing.effect import ShowOffer
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Sensed, unnamed
from deskbreak.core.wording.offers import offer_view
from deskbreak.core.words import Words
from deskbreak.ports import (
    Activity,
    Attention,
    Clock,
    KeepAwake,
    Notifier,
    Stage,
    StateStore,
    Ticker,
)

RING_STEP_S = 300
"""Program seconds after which the tray's ring is drawn anew while nothing else happens."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The ports, and what else the engine is given.

    `coach` says how much is asked and plans the breaks; `stride` is the most program seconds by
    which one look may move a session on (1, times the program's speed).
    """

    clock: Clock
    ticker: Ticker
    stage: Stage
    notifier: Notifier
    activity: Activity
    attention: Attention
    state: StateStore
    keep_awake: KeepAwake
    coach: Coach
    tr: Words
    stride: float = 1.0

    def now(self) -> tuple[Moment, Sensed]:
        """Return one reading of the clocks, and what the senses say with it."""
        activity, causes = self.activity, self.attention.causes()
        named = frozenset(cause for cause in causes if cause.app)
        sensed = Sensed(activity.idle_s(), activity.locked(), unnamed(causes), named)
        return self.clock.read(), sensed

    def offer_view(
        self, effect: ShowOffer, settings: Settings, routine: Routine | NoRoutine
    ) -> OfferView:
        """Put an offer of the routine that is due into words."""
        length_s = 0 if isinstance(routine, NoRoutine) else estimate_s(routine)
        return offer_view(
            effect, settings.offer, round(length_s / 60), self.tr, tray=self.stage.has_tray()
        )
