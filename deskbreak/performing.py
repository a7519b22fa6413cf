"""Performs what the schedule wants done: each effect goes to the part of the world it concerns."""

from __future__ import annotations

from typing import Protocol, assert_never

from deskbreak.core.entry import Reason, StepDone
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.routine import Routine
from deskbreak.core.settings.values import Settings
from deskbreak.core.timing.effect import (
    AskBetter,
    AskMeeting,
    BeginBreak,
    CutSession,
    DropBreak,
    Effect,
    FinishBreak,
    HaltSession,
    HideMeeting,
    HideNudge,
    HideOffer,
    LookAt,
    Note,
    OpenSession,
    ShowNudge,
    ShowOffer,
    Unwrite,
    Write,
)
from deskbreak.core.wording.care import better_question
from deskbreak.core.wording.nudges import meeting_view, nudge_view
from deskbreak.parts import RING_STEP_S, Parts
from deskbreak.recording import Recorder


class Sessions(Protocol):
    """Who runs the sessions, as far as an effect may ask it. `settings` are those in force."""

    settings: Settings

    def plan(self, routine: str | None) -> Routine | NoRoutine:
        """Plan a routine by its id, None for the one that is due."""

    def open(self, routine_id: str | None) -> None:
        """Open a session of a routine, None for the one that the settings name."""

    def halt(self) -> None:
        """Let a running session stand still."""

    def cut(self, reason: Reason) -> None:
        """End a running session."""

    def planned(self) -> tuple[StepDone, ...]:
        """Return the steps of the running session with nothing done yet."""


class Performer:
    """Performs effects, one after the other."""

    def __init__(self, parts: Parts, recorder: Recorder, sessions: Sessions) -> None:
        """Keep whom the effects concern."""
        self._parts, self._recorder, self._sessions = parts, recorder, sessions

    def perform(self, effects: tuple[Effect, ...]) -> None:
        """Perform effects in their order."""
        for effect in effects:
            self._do(effect)

    def _do(self, effect: Effect) -> None:  # noqa: C901, PLR0912 - one case an effect is the table
        match effect:
            case ShowOffer() | HideOffer():
                self._show(effect)
            case ShowNudge() | HideNudge() | AskMeeting() | HideMeeting():
                self._ask(effect)
            case AskBetter():
                tr = self._parts.tr
                self._parts.notifier.tell(tr("Your back"), better_question(tr))
            case OpenSession(routine):
                self._sessions.open(routine)
            case HaltSession():
                self._sessions.halt()
            case CutSession():
                self._sessions.cut(Reason.ABSENCE)
            case BeginBreak(opened):
                self._recorder.open(opened, self._sessions.planned())
            case FinishBreak(entry):
                self._recorder.finish(entry)
            case DropBreak():
                self._recorder.drop()
            case Write(entry):
                self._recorder.write(entry)
            case Unwrite():
                self._recorder.unwrite()
            case Note(happening):
                self._recorder.note(happening)
            case LookAt():
                self._look_at(effect)
            case _:
                assert_never(effect)

    def _look_at(self, effect: LookAt) -> None:
        parts = self._parts
        parts.attention.watch(on=effect.attend)
        parts.activity.listen(closely=effect.closely)
        soon = parts.clock.read().boot + RING_STEP_S
        parts.ticker.look_at(min(effect.boot, soon))

    def _show(self, effect: ShowOffer | HideOffer) -> None:
        parts = self._parts
        match effect:
            case ShowOffer():
                sessions = self._sessions
                view = parts.offer_view(effect, sessions.settings, sessions.plan(None))
                parts.notifier.offer(view)
                parts.stage.show_offer(view)
            case HideOffer():
                parts.notifier.withdraw()
                parts.stage.hide_offer()
            case _:
                assert_never(effect)

    def _ask(self, effect: ShowNudge | HideNudge | AskMeeting | HideMeeting) -> None:
        parts, tray = self._parts, self._parts.stage.has_tray()
        match effect:
            case ShowNudge():
                parts.notifier.nudge(nudge_view(effect, parts.tr, tray=tray))
            case AskMeeting():
                parts.notifier.nudge(meeting_view(effect, parts.clock.read(), parts.tr, tray=tray))
            case HideNudge() | HideMeeting():
                parts.notifier.withdraw_nudge()
            case _:
                assert_never(effect)
