"""What the engine needs from the world, as Protocols; the contract of every adapter.

Nothing here blocks for more than 100 ms. An implementation that cannot do its part answers
safely (a null member) instead of raising; only `Journal` and `SettingsStore` raise, and only
the exceptions named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from deskbreak.core.command import Command, Window
from deskbreak.core.offer_view import OfferView, QuietView
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionResult, SessionView
from deskbreak.core.settings.values import DateSpan, Problem, Settings
from deskbreak.core.status import Status
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Cause
from deskbreak.ports.journal import Journal, JournalUnavailableError, KeptJournal

__all__ = [
    "Activity", "Attention", "Autostart", "Clock", "Journal", "JournalUnavailableError",
    "KeepAwake", "KeptJournal", "Notifier", "Send", "SessionDriver", "SettingsRefusedError",
    "SettingsStore", "Stage", "StateStore", "Ticker",
]  # fmt: skip


class SettingsRefusedError(Exception):
    """The settings were not changed; `problems` say why, one sentence each."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.said for problem in problems))
        self.problems = problems


class Clock(Protocol):
    """Reads the clocks, scaled when the program runs faster than life."""

    def read(self) -> Moment:
        """Return one reading of all clocks, in program time, whole seconds."""

    def elapsed(self) -> float:
        """Return program CLOCK_BOOTTIME seconds with fractions, for animation and sessions."""

    def real_delay(self, boot: int) -> float:
        """Return the real seconds from now until a program BOOTTIME second (0 when past)."""


class Ticker(Protocol):
    """Makes the engine look at the clock again; one pending look, replaced by each call."""

    def look_at(self, boot: int) -> None:
        """Look at this program CLOCK_BOOTTIME second at the latest."""

    def stop(self) -> None:
        """Never look again."""


class Notifier(Protocol):
    """Presents an offer outside the program's own windows. Never critical, never blocking."""

    def offer(self, view: OfferView) -> None:
        """Show or replace the offer's notification with Start, Snooze and Skip."""

    def withdraw(self) -> None:
        """Take the offer's notification away, if one is shown."""

    def nudge(self, view: QuietView) -> None:
        """Ask quietly: one notification with its answers, or nothing at all."""

    def withdraw_nudge(self) -> None:
        """Take the quiet question away, if one is shown."""

    def tell(self, title: str, text: str) -> None:
        """Show a plain message."""

    def close(self) -> None:
        """Let go of the service."""


class Stage(Protocol):
    """The windows and the tray. Intents come back as commands through a callback."""

    def has_tray(self) -> bool:
        """Return whether some panel shows the tray icon now, as far as is known."""

    def show_status(self, status: Status) -> None:
        """Project the state on tray icon, tooltip, menu and open windows."""

    def show_offer(self, view: OfferView) -> None:
        """Show the offer in the tray (and, from urgency 1 on, in a small own window)."""

    def hide_offer(self) -> None:
        """Take every trace of the offer away."""

    def open_session(self, routine: Routine) -> None:
        """Open the break window; it asks for frames through the session callback."""

    def raise_session(self) -> None:
        """Bring the open break window to the front."""

    def close_session(self, result: SessionResult, next_break: str) -> None:
        """Show the end card: what was done, and the sentence about the next break."""

    def show(self, window: Window) -> None:
        """Open or raise a window."""

    def tell(self, title: str, text: str) -> None:
        """Tell the person something that needs no answer."""


class SessionDriver(Protocol):
    """What the break window asks of the engine while a session runs."""

    def frame(self) -> SessionView | None:
        """Return what is to be shown now, None when no session runs any more; cheap."""

    def painted(self) -> None:
        """Say that the first frame is on the screen; the session's clock begins here."""


class Activity(Protocol):
    """Senses whether somebody is at the computer."""

    def idle_s(self) -> int | None:
        """Return real seconds since the last input; None when that cannot be told."""

    def locked(self) -> bool:
        """Return whether any source says that the screen is locked."""

    def listen(self, *, closely: bool) -> None:
        """Say whether short lulls and returns matter now; a sense that is told needs no hint."""


class Attention(Protocol):
    """Senses reasons from outside to hold an offer back."""

    def causes(self) -> frozenset[Cause]:
        """Return the reasons that stand now, each with its program where that is known."""

    def days_off(self) -> tuple[DateSpan, ...]:
        """Return the days without work that a calendar names."""

    def watch(self, *, on: bool) -> None:
        """Say whether answers matter from now on; without that, only what costs nothing is told."""


class SettingsStore(Protocol):
    """The settings file."""

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Return the settings and every problem found; never raises, never overwrites."""

    def change(self, changes: Iterable[tuple[str, object]]) -> Settings:
        """Check and store new values under dotted keys, keeping comments and unknown keys.

        Raises:
            SettingsRefusedError: a value is wrong, a key is locked, or the file is unreadable.
        """


class StateStore(Protocol):
    """Keeps the schedule's state over a restart."""

    def load(self) -> str | None:
        """Return what was saved last, or None."""

    def save(self, text: str) -> None:
        """Save, atomically; a failure is logged, never raised."""


class KeepAwake(Protocol):
    """Keeps the screen from blanking and locking while a session runs."""

    def hold(self) -> None:
        """Begin; the system lets go by itself when the process dies."""

    def release(self) -> None:
        """End."""


class Autostart(Protocol):
    """Starting with the desktop."""

    def is_on(self) -> bool:
        """Return the true state, as the desktop would act on it."""

    def switch(self, *, on: bool) -> str:
        """Switch it; return "" or a sentence that says why it could not be done."""

    def note(self) -> str:
        """Return what a person should know about it besides on and off, "" when nothing."""


Send = Callable[[Command], None]
"""How windows, tray and notification hand a person's wish to the engine."""
