"""Performs the schedule's effects for tests: keeps what was written and what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskbreak.core import schedule
from deskbreak.core.entry import Break, Happening, OpenBreak
from deskbreak.core.timing.advance import Passed
from deskbreak.core.timing.effect import (
    AskMeeting,
    BeginBreak,
    CutSession,
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


@dataclass(kw_only=True)
class Stage:
    """What came of the effects so far."""

    entries: list[Break] = field(default_factory=list)
    notes: list[Happening] = field(default_factory=list)
    begun: list[OpenBreak] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    path: list[Passed] = field(default_factory=list)
    offer: ShowOffer | None = None
    nudge: ShowNudge | None = None
    question: AskMeeting | None = None
    attend: bool = False
    open: bool = False
    wake: int | None = None
    step: schedule.Step = field(init=False)

    def _take(self, step: schedule.Step) -> None:
        self.step = step
        self.path += step.path
        for effect in step.effects:
            self._perform(effect)

    def _perform(self, effect: Effect) -> None:
        self.effects.append(effect)
        self._show(effect)
        match effect:
            case BeginBreak():
                self.begun.append(effect.opened)
            case FinishBreak() | Write():
                self.entries.append(effect.entry)
            case Unwrite():
                self.entries.pop()
            case Note():
                self.notes.append(effect.happening)
            case LookAt():
                self.wake, self.attend = effect.boot, effect.attend
            case _:
                pass

    def _show(self, effect: Effect) -> None:  # noqa: C901 - one case an effect is the table
        match effect:
            case ShowOffer():
                self.offer = effect
            case HideOffer():
                assert self.offer is not None, "hides what is not shown"
                self.offer = None
            case ShowNudge():
                self.nudge = effect
            case HideNudge():
                assert self.nudge is not None, "hides what is not shown"
                self.nudge = None
            case AskMeeting():
                self.question = effect
            case HideMeeting():
                assert self.question is not None, "hides what is not shown"
                self.question = None
            case OpenSession():
                assert not self.open, "opens a second session"
                self.open = True
            case HaltSession() | CutSession():
                assert self.open, "no session to halt or cut"
            case _:
                pass
