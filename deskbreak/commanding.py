"""Answers every command of a person, wherever it came from: the schedule's and the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from deskbreak.core.command import (
    Acknowledge,
    Ate,
    Autostart,
    ChangeSettings,
    Code,
    Command,
    Drive,
    InMeeting,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Rate,
    Recover,
    Reply,
    Resume,
    Show,
    Skip,
    Snooze,
    Start,
    Unskip,
    Window,
)
from deskbreak.core.entry import Reason
from deskbreak.core.ignoring import Ignore
from deskbreak.core.leaving import Forget, Leaving, Quit
from deskbreak.core.no_routine import NoRoutine, said
from deskbreak.core.pain import CONFIRMED, turned_on
from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import TEXT_VERSION, Asking
from deskbreak.core.settings.values import Problem, Settings
from deskbreak.core.unfit import PauseUnfit, TurnOn, Unfit
from deskbreak.core.wishes import AddBreak, DeleteBreak, Mending, NoteBreak, UndoMend
from deskbreak.core.wording.reasons import ignored
from deskbreak.core.wording.replies import back_first, doctor_first, safety_first
from deskbreak.core.words import Words
from deskbreak.engine import Engine
from deskbreak.mending import Mender
from deskbreak.ports import Autostart as AutostartPort
from deskbreak.ports import Clock, SettingsRefusedError, SettingsStore, Stage


@dataclass(frozen=True, slots=True)
class Desk:
    """What commands reach besides the engine. `leave` ends the program in the way it is told."""

    clock: Clock
    stage: Stage
    store: SettingsStore
    autostart: AutostartPort
    leave: Callable[[Leaving], None]
    tr: Words


class Commands:
    """Hands each command to whom it concerns and says what came of it."""

    def __init__(self, engine: Engine, desk: Desk) -> None:
        """Keep the engine and the rest of the world."""
        self._engine = engine
        self._desk = desk

    def send(self, command: Command) -> Reply:  # noqa: PLR0911, PLR0912, C901 - one line a command is the table
        """Do what was asked."""
        match command:
            case Start():
                return self._start(command)
            case Drive():
                return self._drive(command)
            case Show(window):
                self._desk.stage.show(window)
                return Reply(Code.DONE)
            case Acknowledge():
                return self._acknowledge(command)
            case TurnOn(exercise):
                return self._turn_on(exercise)
            case PauseUnfit():
                return self._pause_unfit(command)
            case Rate(energy):
                return self._rate(energy)
            case ChangeSettings(changes):
                return self.change(changes)
            case Ignore(entry):
                return self._ignore(entry)
            case Autostart(on):
                fault = self._desk.autostart.switch(on=on)
                return Reply(Code.FAILED if fault else Code.DONE, fault)
            case Recover():
                return self._recover()
            case AddBreak() | NoteBreak() | DeleteBreak() | UndoMend():
                return self._mend(command)
            case Quit() | Forget():
                return self._leave(command)
            case (
                Snooze() | Skip() | Unskip() | PauseFor() | PauseUntilTime() | PauseUntilTomorrow()
                | PauseToday() | PauseOpen() | Resume() | InMeeting() | MeetingOver() | Ate()
            ):  # fmt: skip
                return self._engine.ask(command)
            case _:
                assert_never(command)

    def change(self, changes: tuple[tuple[str, object], ...]) -> Reply:
        """Store new values and work by them; the sitting clock goes on."""
        try:
            settings = self._desk.store.change(changes)
        except SettingsRefusedError as error:
            return Reply(Code.REFUSED, str(error))
        self._apply(settings, self._engine.notices)
        return Reply(Code.DONE)

    def _mend(self, wish: Mending) -> Reply:
        """Mend the journal; figures, plan and windows go by it at once."""
        engine, tr = self._engine, self._desk.tr
        mender = Mender(engine.recorder, self._desk.clock, engine.coach.knows, tr)
        reply = mender.mend(wish, engine.settings.office)
        if reply.code is Code.DONE:
            engine.read_again()
        return reply

    def _ignore(self, entry: str) -> Reply:
        known = self._engine.settings.hold_back.ignore_apps
        reply = self.change((("hold_back.ignore_apps", [*known, entry]),))
        return Reply(reply.code, reply.sentence or ignored(entry, self._desk.tr))

    def reload(self) -> Reply:
        """Read the settings again: somebody changed the file."""
        settings, problems = self._desk.store.load()
        self._apply(settings, problem_notices(problems, self._desk.tr))
        return Reply(Code.DONE)

    def _apply(self, settings: Settings, notices: tuple[str, ...]) -> None:
        if (settings, notices) != (self._engine.settings, self._engine.notices):
            self._engine.change(settings, notices)

    def _start(self, start: Start) -> Reply:
        tr, asking = self._desk.tr, self._engine.asking()
        if self._engine.guide is not None:
            self._desk.stage.raise_session()
            return self._engine.ask(start)
        if asking is Asking.FIRST:
            return self._ask_first(asking)
        routine = self._engine.plan(start.routine)
        wanted = start.routine or self._engine.settings.routine.default
        if routine is NoRoutine.UNKNOWN:
            return Reply(Code.UNKNOWN, said(routine, wanted, tr))
        check = self._engine.coach.is_check(wanted)
        held = None if check else self._held(asking)
        if held is not None:
            return held
        if isinstance(routine, NoRoutine):
            return Reply(Code.REFUSED, said(routine, wanted, tr))
        return self._engine.ask(replace(start, check=check and start.routine is not None))

    def _pause_unfit(self, pause: PauseUnfit) -> Reply:
        """Pause even in the middle of a break; a hurt back is told what to do."""
        self._engine.cut(Reason.PAUSE)
        reply = self._engine.ask(pause)
        if pause.why is Unfit.HURT and reply.code is Code.DONE:
            self._desk.stage.show(Window.TODAY)
        return reply

    def _held(self, asking: Asking | None) -> Reply | None:
        """Return why no exercise may start now, None when it may."""
        if self._engine.restrictions().suspended is Suspension.HURT:
            self._desk.stage.show(Window.TODAY)
            return back_first(self._desk.tr)
        if asking is not None:
            return self._ask_first(asking)
        cleared = self._engine.settings.safety.cleared
        return None if cleared else doctor_first(self._desk.tr)

    def _ask_first(self, asking: Asking) -> Reply:
        self._desk.stage.show(Window.WELCOME)
        return safety_first(asking, self._desk.tr)

    def _turn_on(self, exercise: str) -> Reply:
        if exercise not in self._engine.restrictions().off:
            return Reply(Code.REFUSED, self._desk.tr("Pain has not switched that exercise off."))
        self._engine.note(turned_on(exercise))
        return Reply(Code.DONE, self._desk.tr("It comes back in its easier form."))

    def _recover(self) -> Reply:
        left = self._engine.unfinished
        if left is None:
            return Reply(Code.REFUSED, self._desk.tr("There is no break to go on with."))
        self._engine.resuming = True
        reply = self._start(Start(left.opened.routine or None))
        self._engine.resuming = False
        return reply

    def _drive(self, drive: Drive) -> Reply:
        if self._engine.drive(drive.verb, drive.discomfort):
            return Reply(Code.DONE)
        if self._engine.guide is None:
            return Reply(Code.REFUSED, self._desk.tr("No break is running."))
        return Reply(Code.REFUSED, self._desk.tr("That does nothing at this moment."))

    def _acknowledge(self, answered: Acknowledge) -> Reply:
        today = self._desk.clock.read().local().date()
        changes: list[tuple[str, object]] = [
            ("safety.acknowledged", today),
            ("safety.cleared", answered.cleared),
            ("safety.text_version", TEXT_VERSION),
        ]
        if answered.doctor_agreed or self._engine.settings.safety.doctor_agreed is not None:
            changes.append(("safety.doctor_agreed", today if answered.doctor_agreed else ""))
        reply = self.change(tuple(changes))
        if reply.code is Code.DONE:
            self._engine.note(CONFIRMED)
        return reply

    def _rate(self, energy: int) -> Reply:
        if self._engine.rate(energy):
            return Reply(Code.DONE)
        return Reply(Code.REFUSED, self._desk.tr("There is no break to add this to."))

    def _leave(self, wish: Leaving) -> Reply:
        self._engine.cut(Reason.QUIT)
        reply = self._engine.ask(Quit())
        self._desk.leave(wish)
        return reply


def problem_notices(problems: tuple[Problem, ...], tr: Words) -> tuple[str, ...]:
    """Say what is wrong with the settings, in one notice for each problem."""
    return tuple(
        tr("Settings, line {line}: {said}", line=problem.line, said=problem.said)
        if problem.line
        else tr("Settings: {said}", said=problem.said)
        for problem in problems
    )
